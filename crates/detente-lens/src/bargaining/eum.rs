//! The expected-utility model of Bueno de Mesquita as given by Scholz, Calbert & Smith (2011), in
//! the reading that reproduces their Table 2.
//!
//! D is the range of the first positions and stays. Q is the weight of the status quo (1 in all of
//! Table 2). See `method.md` for the equations and for what this reading does that the printed text
//! does not say.
//!
//! Positions are taken in any unit. Which of two offers leads less far is often a tie, and then the
//! last binary digit of a distance decides in the reference; so numbers are compared as the file has
//! them. Where a file's numbers have been converted from other units, those digits are accidents:
//! then distances that differ by less than 10⁻¹¹ of D are equal, and the first offer prevails.

use super::case::Stand;
use super::centre::median;

/// How the model is run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EumOptions {
    /// After how many rounds it is stopped. There is no convergence to wait for.
    pub rounds: usize,
    /// The weight of the status quo if nobody is challenged: 1 (1985) or 0.5 (1986).
    pub status_quo: f64,
}

impl Default for EumOptions {
    fn default() -> Self {
        Self { rounds: 12, status_quo: 1.0 }
    }
}

/// The positions after each round, in the unit of the positions given.
#[must_use]
pub fn eum(stands: &[Stand], options: &EumOptions) -> Vec<Vec<f64>> {
    let mut positions: Vec<f64> = stands.iter().map(|s| s.position).collect();
    let least = positions.iter().copied().fold(f64::INFINITY, f64::min);
    let range = positions.iter().copied().fold(f64::NEG_INFINITY, f64::max) - least;
    let same = if positions.iter().all(|x| written(*x)) { 0.0 } else { 1e-11 * range };
    let mut rounds = Vec::with_capacity(options.rounds);
    for _ in 0..options.rounds {
        if range > 0.0 {
            positions = Round::new(stands, &positions, (range, same), options.status_quo).moves();
        }
        rounds.push(positions.clone());
    }
    rounds
}

/// Whether somebody may have written the number: it has at most eight digits.
fn written(x: f64) -> bool {
    x.to_string().bytes().filter(u8::is_ascii_digit).count() <= 8
}

/// One round: positions as all see them when they make their offers.
struct Round<'a> {
    stands: &'a [Stand],
    positions: &'a [f64],
    weights: Vec<f64>,
    range: f64,
    /// Distances that differ by no more than this are equal.
    same: f64,
    status_quo: f64,
    median: f64,
}

/// A utility of a share of the range, curved by a risk exponent.
struct Curve {
    exponent: f64,
    /// The utility of the middle.
    middle: f64,
}

impl Curve {
    fn new(exponent: f64) -> Self {
        let bare = Self { exponent, middle: 0.0 };
        Self { middle: bare.of(0.5), ..bare }
    }

    #[inline]
    fn of(&self, base: f64) -> f64 {
        2.0 - 4.0 * raised(base.max(0.0), self.exponent)
    }
}

/// What a pair of actors may win and lose by a challenge.
struct Stake<'c> {
    apart: f64,
    won: f64,
    lost: f64,
    curve: &'c Curve,
}

/// A power; the first one needs no logarithm.
#[inline]
fn raised(base: f64, exponent: f64) -> f64 {
    if exponent == 1.0 { base } else { base.powf(exponent) }
}

/// What the stronger of a pair proposes to the weaker.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Offer {
    Confrontation,
    Compromise,
    Capitulation,
}

impl<'a> Round<'a> {
    fn new(stands: &'a [Stand], positions: &'a [f64], (range, same): (f64, f64), status_quo: f64) -> Self {
        let weights: Vec<f64> = stands.iter().map(Stand::weight).collect();
        let median = median(positions, &weights);
        Self { stands, positions, weights, range, same, status_quo, median }
    }

    fn n(&self) -> usize {
        self.positions.len()
    }

    fn distance(&self, i: usize, j: usize) -> f64 {
        (self.positions[i] - self.positions[j]).abs() / self.range
    }

    /// The positions after all have chosen among the offers made to them.
    fn moves(&self) -> Vec<f64> {
        let neutral = vec![1.0; self.n()];
        let chances = self.chances(&neutral);
        let exponents = self.exponents(&chances);
        let chances = self.chances(&exponents);
        exponents.iter().enumerate().map(|(i, r)| self.choice(i, &chances, *r)).collect()
    }

    /// The chance that i beats j, for all pairs: the votes for i, each curved by the voter's risk
    /// exponent, over the votes of everybody on every ordered pair.
    fn chances(&self, exponents: &[f64]) -> Vec<f64> {
        let n = self.n();
        let mut support = vec![0.0; n * n];
        let mut all = 0.0;
        let mut far = vec![0.0; n];
        for (k, exponent) in exponents.iter().enumerate() {
            for (j, f) in far.iter_mut().enumerate() {
                *f = raised(self.distance(k, j), *exponent);
            }
            all += self.weights[k] * spread(&far);
            for i in 0..n {
                let (row, own) = (&mut support[i * n..(i + 1) * n], far[i]);
                for (cell, other) in row.iter_mut().zip(&far) {
                    *cell += self.weights[k] * (other - own).max(0.0);
                }
            }
        }
        if all > 0.0 {
            support.iter_mut().for_each(|s| *s /= all);
        }
        support
    }

    /// The risk exponents, from 0.5 for the actor whom all others would gain most by challenging to 2
    /// for the one whom they would gain least by challenging.
    fn exponents(&self, chances: &[f64]) -> Vec<f64> {
        let n = self.n();
        let curve = Curve::new(1.0);
        let threat = |i: usize| {
            let others = (0..n).filter(|j| *j != i);
            others.map(|j| self.gain(j, i, chances, &self.stake(i, j, &curve))).sum::<f64>()
        };
        let threats: Vec<f64> = (0..n).map(threat).collect();
        let most = threats.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = threats.iter().copied().fold(f64::INFINITY, f64::min);
        let exponent = |t: f64| {
            let risk = (2.0 * t - most - least) / (most - least);
            (1.0 - risk / 3.0) / (1.0 + risk / 3.0)
        };
        // Differences below the last digits of a sum are no differences.
        let alike = most - least <= 1e-12 * most.abs().max(least.abs()).max(1e-300);
        threats.into_iter().map(|t| if alike { 1.0 } else { exponent(t) }).collect()
    }

    /// What is at stake between two actors, the same seen from either.
    fn stake<'c>(&self, i: usize, j: usize, curve: &'c Curve) -> Stake<'c> {
        let apart = self.distance(i, j);
        Stake { apart, won: curve.of(0.5 - 0.5 * apart), lost: curve.of(0.5 + 0.5 * apart), curve }
    }

    /// What i expects from challenging j.
    #[inline]
    fn gain(&self, i: usize, j: usize, chances: &[f64], stake: &Stake<'_>) -> f64 {
        let chance = chances[i * self.n() + j];
        let resists = self.stands[j].salience;
        let challenge = resists * (chance * stake.won + (1.0 - chance) * stake.lost) + (1.0 - resists) * stake.won;
        challenge - self.left_alone(i, stake)
    }

    /// What i expects if it leaves j alone: the status quo, or j moving of itself.
    #[inline]
    fn left_alone(&self, i: usize, stake: &Stake<'_>) -> f64 {
        let stays = stake.curve.middle;
        if self.status_quo >= 1.0 {
            return stays;
        }
        let to_median = (self.positions[i] - self.median).abs() / self.range;
        let reach = 0.25 * (to_median + stake.apart);
        let moved = stake.curve.of(if to_median < stake.apart { 0.5 - reach } else { 0.5 + reach });
        self.status_quo * stays + (1.0 - self.status_quo) * moved
    }

    /// Where i goes: the best of the offers made to it, or nowhere. Between equals the first prevails.
    fn choice(&self, i: usize, chances: &[f64], r: f64) -> f64 {
        let mut best: Option<(Offer, f64, f64)> = None;
        let curve = Curve::new(r);
        for j in (0..self.n()).filter(|j| *j != i) {
            let stake = self.stake(i, j, &curve);
            let (own, other) = (self.gain(i, j, chances, &stake), self.gain(j, i, chances, &stake));
            let Some((kind, key, to)) = self.offer(i, j, own, other) else { continue };
            if best.is_none_or(|(k, least, _)| kind < k || (kind == k && key < least - self.same)) {
                best = Some((kind, key, to));
            }
        }
        best.map_or(self.positions[i], |(_, _, to)| to)
    }

    /// The offer of j to i, the key by which offers of one kind are ranked, and where it leads.
    fn offer(&self, i: usize, j: usize, own: f64, other: f64) -> Option<(Offer, f64, f64)> {
        let (from, to) = (self.positions[i], self.positions[j]);
        if other <= 0.0 || other <= own || (own > 0.0 && from == to) {
            return None;
        }
        if own > 0.0 {
            Some((Offer::Confrontation, (to - from).abs(), to))
        } else if own >= 0.0 {
            None
        } else if other > -own {
            let weighed = (-own * from + other * to) / (other - own);
            Some((Offer::Compromise, weighed, from + (to - from) * (-own / other)))
        } else {
            Some((Offer::Capitulation, (to - from).abs(), to))
        }
    }
}

/// The sum of differences over all ordered pairs of a list.
fn spread(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (mut below, mut sum, mut n) = (0.0, 0.0, 0.0);
    for v in sorted {
        sum += v * n - below;
        below += v;
        n += 1.0;
    }
    2.0 * sum
}
