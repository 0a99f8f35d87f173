//! The models that are compared, each fitted on the thirty years whose outcomes are known.

use std::collections::BTreeMap;

use super::HORIZON;
use super::boost::{Booster, Settings};
use super::feature::{DEFENSE, FEATURES, LINEAR, RIVAL, SINCE_FORCE, TRIADS};
use super::logit::Logit;
use super::rows::{Rows, Target};

/// On how many years a model is fitted.
const WINDOW: i16 = 30;
/// After how many years a row counts half in the trees with a short memory.
const HALF_LIFE: f64 = 5.0;
/// How much of a tree's log-odds on lost pacts is kept: what is learned from old blocs fits new ones less.
const KEPT: f64 = 0.7;
/// The weight of the base rate in a cell of a table, in rows.
const PRIOR: f64 = 10.0;

/// The trees of each target.
fn settings(target: Target) -> Settings {
    match target {
        Target::Change | Target::TurnNegative => Settings { trees: 250, rate: 0.03, leaves: 4, rows: 150, ridge: 20.0 },
        Target::PactLost => Settings { trees: 150, rate: 0.03, leaves: 5, rows: 100, ridge: 20.0 },
    }
}

/// The trees with a short memory.
const SHORT: Settings = Settings { trees: 200, rate: 0.04, leaves: 6, rows: 80, ridge: 20.0 };

/// All that is fitted at one origin for one target.
pub(super) struct Fitted {
    target: Target,
    base: f64,
    lookup: Table,
    logit: Logit,
    plain: Booster,
    full: Booster,
    short: Option<Booster>,
}

/// The names of the models in the order of [`Fitted::predict`].
pub(super) const NAMES: [&str; 8] = [
    "base_rate",
    "ten_year_rate",
    "own_state_lookup",
    "ten_year_table",
    "logistic_regression",
    "trees_without_triads",
    "trees",
    "detente",
];

/// The rows of a target in a span of years.
fn within(rows: &Rows, target: Target, from: i16, to: i16) -> Vec<usize> {
    (0..rows.year.len()).filter(|r| (from..=to).contains(&rows.year[*r]) && rows.has(*r, target)).collect()
}

/// The last year whose outcomes are known at the end of `year`.
fn known(year: i16) -> i16 {
    year - i16::try_from(HORIZON).unwrap_or(0)
}

impl Fitted {
    /// Fits on what is known at the end of `origin`.
    pub(super) fn new(rows: &Rows, target: Target, origin: i16) -> Self {
        let last = known(origin);
        let train = within(rows, target, last - WINDOW + 1, last);
        let outcomes: Vec<bool> = train.iter().map(|r| rows.outcome(*r, target)).collect();
        let trees = |columns: std::ops::Range<usize>, half_life: f64, settings: Settings| {
            let columns: Vec<usize> = columns.collect();
            let weight = |r: &usize| 0.5_f64.powf(f64::from(last - rows.year[*r]) / half_life);
            let weights: Vec<f64> = train.iter().map(weight).collect();
            Booster::fit(&rows.features, &columns, &train, &outcomes, &weights, settings)
        };
        let (all, drifts) = (FEATURES.len(), target == Target::Change);
        Self {
            target,
            base: rate(&outcomes),
            lookup: Table::new(rows, target, &train, PRIOR / 2.0),
            logit: Logit::fit(&rows.features, &LINEAR, &train, &outcomes, 20.0),
            plain: trees(0..TRIADS, f64::INFINITY, settings(target)),
            full: trees(0..all, f64::INFINITY, settings(target)),
            short: drifts.then(|| trees(0..all, HALF_LIFE, SHORT)),
        }
    }

    /// The forecasts of every model for the rows of one year, made at its end.
    pub(super) fn predict(&self, rows: &Rows, year: i16, test: &[usize]) -> Vec<Vec<f64>> {
        let last = known(year);
        let recent = within(rows, self.target, last - 9, last);
        let outcomes: Vec<bool> = recent.iter().map(|r| rows.outcome(*r, self.target)).collect();
        let table = Table::new(rows, self.target, &recent, PRIOR);
        let all = |p: f64| vec![p; test.len()];
        let margins = |of: &dyn Fn(usize) -> f64| test.iter().map(|r| of(*r)).collect::<Vec<f64>>();
        let (logit, plain) =
            (margins(&|r| self.logit.margin(&rows.features, r)), margins(&|r| self.plain.margin(&rows.features, r)));
        let full = margins(&|r| self.full.margin(&rows.features, r));
        let short = self.short.as_ref().map_or_else(Vec::new, |s| margins(&|r| s.margin(&rows.features, r)));
        let ours = self.ours(rows, year, [&logit, &full, &short]);
        vec![
            all(self.base),
            all(rate(&outcomes)),
            test.iter().map(|r| self.lookup.rate(rows, *r)).collect(),
            test.iter().map(|r| table.rate(rows, *r)).collect(),
            chances(&logit),
            chances(&plain),
            chances(&full),
            ours,
        ]
    }

    fn ours(&self, rows: &Rows, year: i16, [logit, full, short]: [&[f64]; 3]) -> Vec<f64> {
        match self.target {
            Target::Change => chances(&pooled(full, short)),
            Target::TurnNegative => chances(&pooled(logit, full)),
            Target::PactLost => {
                let shrunk: Vec<f64> = full.iter().map(|m| KEPT * m).collect();
                chances(&levelled(&shrunk, rows.ordinary_rate(year, self.target)))
            }
        }
    }
}

/// Two models pooled in log-odds.
fn pooled(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| f64::midpoint(*a, *b)).collect()
}

fn chance(margin: f64) -> f64 {
    1.0 / (1.0 + (-margin).exp())
}

fn chances(margins: &[f64]) -> Vec<f64> {
    margins.iter().map(|m| chance(*m)).collect()
}

fn rate(outcomes: &[bool]) -> f64 {
    let n = outcomes.iter().fold(0.0, |n, _| n + 1.0_f64);
    outcomes.iter().filter(|o| **o).fold(0.0, |n, _| n + 1.0) / n.max(1.0)
}

/// The margins moved together until their mean chance is `rate`.
fn levelled(margins: &[f64], rate: f64) -> Vec<f64> {
    let n = margins.iter().fold(0.0, |n, _| n + 1.0_f64).max(1.0);
    let mean = |shift: f64| margins.iter().map(|m| chance(m + shift)).sum::<f64>() / n;
    let (mut low, mut high) = (-10.0, 10.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if mean(middle) > rate { high = middle } else { low = middle }
    }
    margins.iter().map(|m| m + low).collect()
}

/// Rates by a tie's own state: sign, years since force, rivalry, defence pact.
struct Table {
    rates: BTreeMap<u16, f64>,
    base: f64,
}

fn cell(rows: &Rows, row: usize) -> u16 {
    let whole = |feature: usize| rows.features[feature][row].clamp(0.0, 6.0);
    let mut key = u16::from(rows.sign[row].unsigned_abs()) + if rows.sign[row] < 0 { 1 } else { 0 };
    for (feature, size) in [(SINCE_FORCE, 7), (RIVAL, 2), (DEFENSE, 2)] {
        let value = (0..7u8).rev().find(|n| f32::from(*n) <= whole(feature)).unwrap_or(0);
        key = key * size + u16::from(value);
    }
    key
}

impl Table {
    fn new(rows: &Rows, target: Target, train: &[usize], prior: f64) -> Self {
        let outcomes: Vec<bool> = train.iter().map(|r| rows.outcome(*r, target)).collect();
        let base = rate(&outcomes);
        let mut counts: BTreeMap<u16, (f64, f64)> = BTreeMap::new();
        for (row, outcome) in train.iter().zip(&outcomes) {
            let count = counts.entry(cell(rows, *row)).or_default();
            count.0 += f64::from(u8::from(*outcome));
            count.1 += 1.0;
        }
        let rates = counts.into_iter().map(|(key, (k, n))| (key, (k + prior * base) / (n + prior))).collect();
        Self { rates, base }
    }

    fn rate(&self, rows: &Rows, row: usize) -> f64 {
        self.rates.get(&cell(rows, row)).copied().unwrap_or(self.base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_moved_to_a_rate() {
        let moved = levelled(&[-3.0, 0.0, 2.0], 0.1);
        let mean = moved.iter().map(|m| chance(*m)).sum::<f64>() / 3.0;
        assert!((mean - 0.1).abs() < 1e-9 && (moved[1] - moved[0] - 3.0).abs() < 1e-12);
    }
}
