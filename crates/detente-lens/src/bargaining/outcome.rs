//! Where an issue may end: a distribution around the weighted mean, from what became of decided issues.
//!
//! Of the decided issues, many ended exactly at a position somebody held, the rest around the mean.
//! So with probability `held` the outcome is one of the held positions, each in proportion to the
//! square root of its share of weight; else it is the mean plus or minus the spread of the positions
//! times one of the fitted deviations, kept within the positions held.

use std::sync::LazyLock;

use serde::Deserialize;

use super::case::Stand;
use super::centre::{count, mean};

/// Values with probabilities that add up to 1, in order of value.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    atoms: Vec<(f64, f64)>,
}

/// Values closer than this are one value.
const SAME: f64 = 1e-9;

impl Distribution {
    /// From values with weights, in any order; the weights need not add up to 1.
    #[must_use]
    pub fn new(mut atoms: Vec<(f64, f64)>) -> Self {
        atoms.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = atoms.iter().map(|a| a.1).sum();
        atoms.iter_mut().for_each(|a| a.1 /= total);
        Self { atoms }
    }

    /// From values that count alike.
    #[must_use]
    pub fn of(values: Vec<f64>) -> Self {
        Self::new(values.into_iter().map(|v| (v, 1.0)).collect())
    }

    /// The probability of at most `x`.
    #[must_use]
    pub fn up_to(&self, x: f64) -> f64 {
        self.atoms.iter().take_while(|a| a.0 <= x + SAME).map(|a| a.1).sum()
    }

    /// The probability of at least `x`.
    #[must_use]
    pub fn from(&self, x: f64) -> f64 {
        self.atoms.iter().rev().take_while(|a| a.0 >= x - SAME).map(|a| a.1).sum()
    }

    /// The central interval with probability `tail` left out at either end; the ends belong to it.
    #[must_use]
    pub fn interval(&self, tail: f64) -> [f64; 2] {
        [reached(self.atoms.iter(), tail), reached(self.atoms.iter().rev(), tail)]
    }

    /// The lower median.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.interval(0.5)[0]
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.atoms.iter().map(|a| a.0 * a.1).sum()
    }

    /// The standard deviation.
    #[must_use]
    pub fn sd(&self) -> f64 {
        let m = self.mean();
        self.atoms.iter().map(|a| a.1 * (a.0 - m).powi(2)).sum::<f64>().sqrt()
    }

    /// The continuous ranked probability score against an outcome, in units of the values: the
    /// integral of the squared distance to the step at the outcome (Matheson & Winkler 1976).
    #[must_use]
    pub fn crps(&self, outcome: f64) -> f64 {
        let off: f64 = self.atoms.iter().map(|a| a.1 * (a.0 - outcome).abs()).sum();
        let mut below = 0.0;
        let mut inner = 0.0;
        for pair in self.atoms.windows(2) {
            below += pair[0].1;
            inner += below * (1.0 - below) * (pair[1].0 - pair[0].0);
        }
        off - inner
    }

    /// Value by value, with its probability.
    #[must_use]
    pub fn atoms(&self) -> &[(f64, f64)] {
        &self.atoms
    }

    /// The same probabilities at other values, such as those of another axis.
    #[must_use]
    pub fn map(&self, to: impl Fn(f64) -> f64) -> Self {
        Self::new(self.atoms.iter().map(|a| (to(a.0), a.1)).collect())
    }
}

/// The first value at which this much probability is reached.
fn reached<'a>(mut atoms: impl Iterator<Item = &'a (f64, f64)>, tail: f64) -> f64 {
    let mut sum = 0.0;
    let mut enough = |a: &&(f64, f64)| {
        sum += a.1;
        sum >= tail - 1e-12
    };
    atoms.find(|a| enough(a)).map_or(f64::NAN, |a| a.0)
}

/// How the weighted mean has erred on decided issues.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ModelError {
    /// How often the outcome is one of the held positions.
    pub held: f64,
    /// The least spread of positions that is told apart, as a share of the axis.
    pub least_spread: f64,
    /// The probability left out at either end for an interval that holds half of the outcomes.
    pub tail_50: f64,
    /// The same for eight in ten.
    pub tail_80: f64,
    /// How many decided issues it is fitted on.
    pub issues: u64,
    /// Errors of the weighted mean without sign, over the spread of the positions, in order.
    pub deviations: Vec<f64>,
}

static FITTED: LazyLock<ModelError> = LazyLock::new(|| {
    detente_codebook::embedded(include_str!("../../../../data/bargaining/model_error.toml")).unwrap_or(ModelError {
        held: 0.0,
        least_spread: 1.0,
        tail_50: 0.25,
        tail_80: 0.1,
        issues: 0,
        deviations: vec![0.0],
    })
});

impl ModelError {
    /// The errors fitted on decided issues of the European Union; a test keeps the file readable.
    #[must_use]
    pub fn fitted() -> &'static Self {
        &FITTED
    }

    /// The distribution of the outcome on the unit axis, were the inputs known exactly.
    #[must_use]
    pub fn outcome(&self, stands: &[Stand]) -> Distribution {
        let group = Group::new(stands, self.least_spread);
        let mut atoms: Vec<(f64, f64)> = group.held.iter().map(|(x, share)| (*x, share * self.held)).collect();
        let around: Vec<f64> =
            self.deviations.iter().flat_map(|z| [group.mean - z * group.spread, group.mean + z * group.spread]).collect();
        let within: Vec<f64> = around.into_iter().filter(|x| group.reaches(*x)).collect();
        // Where all agree there is no room around the mean.
        let rest = if within.is_empty() { vec![group.mean] } else { within };
        let each = (1.0 - self.held) / count(rest.len());
        atoms.extend(rest.into_iter().map(|x| (x, each)));
        Distribution::new(atoms)
    }

    /// The intervals that held half and eight in ten of the outcomes.
    #[must_use]
    pub fn intervals(&self, distribution: &Distribution) -> [[f64; 2]; 2] {
        [distribution.interval(self.tail_50), distribution.interval(self.tail_80)]
    }
}

/// What the distribution needs to know of the actors.
pub(crate) struct Group {
    pub(crate) mean: f64,
    pub(crate) spread: f64,
    /// The held positions, with the square root of their share of weight, made to add up to 1.
    pub(crate) held: Vec<(f64, f64)>,
}

impl Group {
    pub(crate) fn new(stands: &[Stand], least_spread: f64) -> Self {
        let positions: Vec<f64> = stands.iter().map(|s| s.position).collect();
        let mut weights: Vec<f64> = stands.iter().map(Stand::weight).collect();
        if weights.iter().sum::<f64>() <= 0.0 {
            weights = vec![1.0; stands.len()];
        }
        let mean = mean(&positions, &weights);
        let squares: Vec<f64> = positions.iter().map(|x| (x - mean).powi(2)).collect();
        let spread = super::centre::mean(&squares, &weights).sqrt().max(least_spread);
        Self { mean, spread, held: held(positions, weights) }
    }

    pub(crate) fn reaches(&self, x: f64) -> bool {
        let (low, high) = (self.held.first(), self.held.last());
        low.is_some_and(|l| x >= l.0 - SAME) && high.is_some_and(|h| x <= h.0 + SAME)
    }
}

fn held(positions: Vec<f64>, weights: Vec<f64>) -> Vec<(f64, f64)> {
    let mut all: Vec<(f64, f64)> = positions.into_iter().zip(weights).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut held: Vec<(f64, f64)> = Vec::new();
    for (x, w) in all {
        match held.last_mut() {
            Some(last) if x - last.0 <= SAME => last.1 += w,
            _ => held.push((x, w)),
        }
    }
    let total: f64 = held.iter().map(|h| h.1.sqrt()).sum();
    held.iter_mut().for_each(|h| h.1 = h.1.sqrt() / total);
    held
}
