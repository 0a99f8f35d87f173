//! A simple Predictioneer: offers and clashes of pairs, many times over, from a seed.
//!
//! Written from the description of a public program of that name in our notes; the published game of
//! Bueno de Mesquita (2009, 2011) has types and beliefs that are nowhere fully specified.

use super::case::Stand;
use super::centre::{count, mean};
use super::outcome::Distribution;
use super::random::Stream;

/// A run is stopped after this many rounds.
const ROUNDS: usize = 100;
/// It stands still when the mean has moved less than this for `STILL` rounds.
const MOVE: f64 = 1e-3;
const STILL: usize = 4;

/// What all runs together show, on the unit axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Predictions {
    /// The weighted mean at the end of each run.
    pub ends: Distribution,
    /// By round: the positions, averaged over the runs; a run that has ended stays as it ended.
    pub rounds: Vec<Vec<f64>>,
}

/// Plays the game this many times, at least once.
#[must_use]
pub fn predictioneer(stands: &[Stand], runs: usize, seed: u64) -> Predictions {
    let mut sums: Vec<Vec<f64>> = Vec::new();
    let mut ends = Vec::with_capacity(runs.max(1));
    let mut finals = vec![0.0; stands.len()];
    for run in 0..runs.max(1) {
        let mut game = Game::new(stands, Stream::new(seed, &format!("\u{0}run {run}")));
        let rounds = game.play();
        while sums.len() < rounds.len() {
            sums.push(finals.clone());
        }
        for (i, sum) in sums.iter_mut().enumerate() {
            let positions = rounds.get(i).unwrap_or(&game.positions);
            sum.iter_mut().zip(positions).for_each(|(s, x)| *s += x);
        }
        finals.iter_mut().zip(&game.positions).for_each(|(s, x)| *s += x);
        ends.push(game.mean());
    }
    let rounds = sums.into_iter().map(|r| r.into_iter().map(|s| s / count(runs.max(1))).collect()).collect();
    Predictions { ends: Distribution::of(ends), rounds }
}

struct Game<'a> {
    stands: &'a [Stand],
    weights: Vec<f64>,
    positions: Vec<f64>,
    luck: Stream,
}

/// A contest of two: where the loser would go, and the chance of the first.
struct Contest {
    first_goes: f64,
    second_goes: f64,
    chance: f64,
}

impl<'a> Game<'a> {
    fn new(stands: &'a [Stand], luck: Stream) -> Self {
        let weights = stands.iter().map(Stand::weight).collect();
        Self { stands, weights, positions: stands.iter().map(|s| s.position).collect(), luck }
    }

    fn mean(&self) -> f64 {
        mean(&self.positions, &self.weights)
    }

    fn play(&mut self) -> Vec<Vec<f64>> {
        let n = self.stands.len();
        let mut pairs: Vec<(usize, usize)> = (0..n * n).map(|c| (c / n, c % n)).filter(|(a, b)| a != b).collect();
        let (mut rounds, mut still, mut before) = (Vec::new(), 0, self.mean());
        while rounds.len() < ROUNDS && still < STILL {
            self.luck.shuffle(&mut pairs);
            pairs.iter().for_each(|(a, b)| self.meet(*a, *b));
            let now = self.mean();
            still = if (now - before).abs() < MOVE { still + 1 } else { 0 };
            before = now;
            rounds.push(self.positions.clone());
        }
        rounds
    }

    /// The worth to `u` of `v` going to `to`.
    fn worth(&self, u: usize, v: usize, to: f64) -> f64 {
        let own = self.positions[u];
        self.stands[u].salience * self.weights[v] * ((self.positions[v] - own).abs() - (to - own).abs())
    }

    /// One meeting: a may challenge b, b may offer the middle, or they clash.
    fn meet(&mut self, a: usize, b: usize) {
        if self.positions[a] == self.positions[b] {
            return;
        }
        let c = self.contest(a, b);
        let clash = |g: &Self, u| c.chance * g.worth(u, b, c.second_goes) + (1.0 - c.chance) * g.worth(u, a, c.first_goes);
        let middle = f64::midpoint(self.positions[b], c.second_goes);
        let offers = self.worth(b, b, middle) > clash(self, b);
        let challenged = if offers { self.worth(a, b, middle) } else { clash(self, a) };
        let centre = self.mean();
        let loose = 1.0 - self.stands[b].salience;
        if challenged <= loose * self.worth(a, b, centre) {
            self.drift(b, centre, loose);
        } else if offers {
            self.positions[b] = middle;
        } else if self.luck.unit() < c.chance {
            self.positions[b] = c.second_goes;
        } else {
            self.positions[a] = c.first_goes;
        }
    }

    fn drift(&mut self, b: usize, centre: f64, loose: f64) {
        if self.luck.unit() < loose {
            let step = self.luck.unit();
            self.positions[b] += step * (centre - self.positions[b]);
        }
    }

    fn contest(&self, a: usize, b: usize) -> Contest {
        let (x, y) = (self.positions[a], self.positions[b]);
        let (mut ours, mut theirs) = (0.0, 0.0);
        for (p, w) in self.positions.iter().zip(&self.weights) {
            let (near, far) = ((p - x).abs(), (p - y).abs());
            if near < far {
                ours += w * far / (1.0 + near);
            } else {
                theirs += w * near / (1.0 + far);
            }
        }
        let share = if ours + theirs > 0.0 { ours / (ours + theirs) } else { 0.5 };
        let odds = share * share / (share * share + (1.0 - share) * (1.0 - share));
        Contest { first_goes: x + (y - x) * (1.0 - share), second_goes: y + (x - y) * share, chance: odds }
    }
}
