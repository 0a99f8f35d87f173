//! One turn's view: distances, utilities, chances of positions, risk attitudes.

use super::SmpInput;
use super::options::{Election, SmpOptions, Victory, Voting};
use crate::bargaining::centre::count;

/// Added to every coalition, so that odds are defined where nobody cares.
const COALITION: f64 = 1e-8;

/// What an actor gets from a position at distance `d`, given its risk attitude.
pub(super) fn utility(d: f64, risk: f64) -> f64 {
    (1.0 - d) * (1.0 + risk * d.min(1.0))
}

/// The state of a turn.
pub(super) struct Space<'a> {
    pub(super) input: &'a SmpInput,
    pub(super) options: &'a SmpOptions,
    pub(super) positions: Vec<f64>,
    /// Distance of actor i to the position of actor j, by i's saliences.
    pub(super) distances: Vec<f64>,
    /// Salience summed over dimensions, by actor.
    pub(super) care: Vec<f64>,
    /// Risk attitude by actor.
    pub(super) risk: Vec<f64>,
}

impl<'a> Space<'a> {
    pub(super) fn new(input: &'a SmpInput, positions: Vec<f64>, options: &'a SmpOptions) -> Self {
        let n = input.actors();
        let k = input.dimensions;
        let care = (0..n).map(|i| input.salience[i * k..(i + 1) * k].iter().sum()).collect();
        let mut space = Self { input, options, positions, distances: Vec::new(), care, risk: Vec::new() };
        space.distances = (0..n * n).map(|c| space.distance(c / n, &space.positions[c % n * k..(c % n + 1) * k])).collect();
        let chances = election(&space.coalitions(), n, options);
        let least = chances.iter().copied().fold(f64::INFINITY, f64::min);
        let most = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        space.risk = chances.iter().map(|p| options.risk_range.attitude(*p, least, most)).collect();
        space
    }

    pub(super) fn n(&self) -> usize {
        self.input.actors()
    }

    pub(super) fn position(&self, i: usize) -> &[f64] {
        let k = self.input.dimensions;
        &self.positions[i * k..(i + 1) * k]
    }

    /// How far actor i is from a point, each dimension weighed by how much i cares about it.
    pub(super) fn distance(&self, i: usize, point: &[f64]) -> f64 {
        let own = self.position(i);
        if let ([a], [b]) = (own, point) {
            return if self.care[i] > 0.0 { (a - b).abs() } else { 0.0 };
        }
        let k = self.input.dimensions;
        let (mut apart, mut norm) = (0.0, 0.0);
        for ((s, a), b) in self.input.salience[i * k..(i + 1) * k].iter().zip(own).zip(point) {
            apart += (s * (a - b)).powi(2);
            norm += s * s;
        }
        if norm > 0.0 { (apart / norm).sqrt() } else { 0.0 }
    }

    /// The strength of the coalition for position i against position j, for all pairs.
    fn coalitions(&self) -> Vec<f64> {
        let n = self.n();
        let far = |k: usize| &self.distances[k * n..(k + 1) * n];
        strengths(n, n, &self.input.capability, self.options.voting, |k, i| 1.0 - far(k)[i])
    }
}

/// The strength of the coalition for option i against option j, when actors of these weights have
/// the given utility of each option.
pub(super) fn strengths(
    actors: usize,
    options: usize,
    weights: &[f64],
    voting: Voting,
    utility: impl Fn(usize, usize) -> f64,
) -> Vec<f64> {
    let mut sums = vec![COALITION; options * options];
    let mut own = vec![0.0; options];
    for (k, &weight) in weights.iter().enumerate().take(actors) {
        for (i, u) in own.iter_mut().enumerate() {
            *u = utility(k, i);
        }
        if voting == Voting::Prop {
            proportional(&mut sums, &own, weight);
        } else {
            voted(&mut sums, &own, |difference| voting.vote(weight, difference));
        }
    }
    sums
}

/// Votes in proportion are alike in both directions, so every cell can be filled by itself.
fn proportional(sums: &mut [f64], own: &[f64], weight: f64) {
    for (row, u) in sums.chunks_exact_mut(own.len()).zip(own) {
        row.iter_mut().zip(own).for_each(|(cell, v)| *cell += (weight * (u - v)).max(0.0));
    }
}

/// Each pair is voted on once, on the later option against the earlier; a vote against one is a vote
/// for the other. For votes that weigh losses unlike gains the direction counts.
fn voted(sums: &mut [f64], own: &[f64], vote: impl Fn(f64) -> f64) {
    let n = own.len();
    for i in 0..n {
        for j in 0..i {
            let v = vote(own[i] - own[j]);
            sums[i * n + j] += v.max(0.0);
            sums[j * n + i] += (-v).max(0.0);
        }
    }
}

/// The chance of each option, from the strengths of all pairs.
pub(super) fn election(strengths: &[f64], n: usize, options: &SmpOptions) -> Vec<f64> {
    let chances = pairwise(strengths, n, options.victory);
    let conditional = normalised((0..n).map(|i| chances[i * n..(i + 1) * n].iter().map(|p| p.ln()).sum()).collect());
    match options.election {
        Election::Conditional => conditional,
        Election::MarkovUniform => uniform_walk(&chances, n),
        Election::MarkovIncentive => incentive_walk(strengths, &chances, n),
    }
}

fn pairwise(strengths: &[f64], n: usize, victory: Victory) -> Vec<f64> {
    let of = |c: usize| victory.chance(strengths[c], strengths[c % n * n + c / n]);
    (0..n * n).map(of).collect()
}

/// Chances in proportion to e to these powers; products of many odds would vanish.
fn normalised(logs: Vec<f64>) -> Vec<f64> {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let raw: Vec<f64> = logs.into_iter().map(|l| (l - most).exp()).collect();
    let total: f64 = raw.iter().sum();
    raw.into_iter().map(|p| p / total).collect()
}

fn uniform_walk(chances: &[f64], n: usize) -> Vec<f64> {
    let next = |p: &[f64]| -> Vec<f64> {
        let row = |i: usize| (0..n).map(|j| chances[i * n + j] * (p[i] + p[j])).sum::<f64>() / count(n);
        (0..n).map(row).collect()
    };
    settle(n, 1e-6, next)
}

fn incentive_walk(strengths: &[f64], chances: &[f64], n: usize) -> Vec<f64> {
    let gain = |i: usize, j: usize| strengths[i * n + j] * chances[i * n + j] + if i == j { 1e-10 } else { 0.0 };
    let totals: Vec<f64> = (0..n).map(|j| (0..n).map(|k| gain(k, j)).sum()).collect();
    let share: Vec<f64> = (0..n * n).map(|c| gain(c / n, c % n) / totals[c % n]).collect();
    let next = |p: &[f64]| -> Vec<f64> {
        let meet = |i: usize, j: usize| p[i] * share[j * n + i] + p[j] * share[i * n + j];
        (0..n).map(|i| (0..n).map(|j| chances[i * n + j] * meet(i, j)).sum()).collect()
    };
    settle(n, 1e-8, next)
}

/// Averages a walk with itself until it stands still.
fn settle(n: usize, still: f64, next: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let mut p = vec![1.0 / count(n); n];
    // A walk that has not settled by then never will; its state is given as it is.
    for _ in 0..10_000 {
        let q = next(&p);
        let change = p.iter().zip(&q).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        p.iter_mut().zip(&q).for_each(|(a, b)| *a = f64::midpoint(*a, *b));
        if change < still {
            break;
        }
    }
    p
}
