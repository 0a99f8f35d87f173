//! The model `detente`: trees over everything, with a second opinion where it helps.

use super::boost::Booster;
use super::logit::Logit;
use super::rows::{Rows, Target};

/// How much of a tree's log-odds on lost pacts is kept: what is learned from old blocs fits new ones less.
const KEPT: f64 = 0.7;

/// What the trees are pooled with, in log-odds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum With {
    /// Trees with a short memory.
    Trees(Booster),
    /// A logistic regression.
    Logit(Logit),
    /// Nothing: the log-odds are shrunk, and moved to the rate of an ordinary year.
    Level,
}

/// The model of one target, as fitted at one origin.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ours {
    pub(super) full: Booster,
    pub(super) with: With,
}

impl Ours {
    /// The log-odds of something with these features, before any shift of level.
    pub(super) fn margin(&self, feature: impl Fn(usize) -> f32) -> f64 {
        let full = self.full.margin_of(&feature);
        match &self.with {
            With::Trees(short) => f64::midpoint(full, short.margin_of(&feature)),
            With::Logit(logit) => f64::midpoint(logit.margin_of(&feature), full),
            With::Level => KEPT * full,
        }
    }

    /// By how much the log-odds of a year's forecasts are moved.
    pub(super) fn shift(&self, rows: &Rows, target: Target, year: i16, margins: &[f64]) -> f64 {
        match self.with {
            With::Level => level(margins, rows.ordinary_rate(year, target)),
            _ => 0.0,
        }
    }
}

/// The probability of log-odds.
#[inline]
pub(super) fn chance(margin: f64) -> f64 {
    1.0 / (1.0 + (-margin).exp())
}

/// What to add to every margin so that their mean chance is `rate`.
fn level(margins: &[f64], rate: f64) -> f64 {
    let n = margins.iter().fold(0.0, |n, _| n + 1.0_f64).max(1.0);
    let mean = |shift: f64| margins.iter().map(|m| chance(m + shift)).sum::<f64>() / n;
    let (mut low, mut high) = (-10.0, 10.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if mean(middle) > rate { high = middle } else { low = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_moved_to_a_rate() {
        let margins = [-3.0, 0.0, 2.0];
        let shift = level(&margins, 0.1);
        let mean = margins.iter().map(|m| chance(m + shift)).sum::<f64>() / 3.0;
        assert!((mean - 0.1).abs() < 1e-9);
    }
}
