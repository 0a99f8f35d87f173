//! The models that are compared, each fitted on the thirty years whose outcomes are known.

use std::collections::BTreeMap;

use super::HORIZON;
use super::boost::{Booster, Settings};
use super::cases::{Cases, state};
use super::feature::{FEATURES, LINEAR, TRIADS};
use super::logit::Logit;
use super::ours::{Ours, With, chance};
use super::rows::{Rows, Target};

/// On how many years a model is fitted.
const WINDOW: i16 = 30;
/// After how many years a row counts half in the trees with a short memory.
const HALF_LIFE: f64 = 5.0;
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
    pub(super) ours: Ours,
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
pub(super) fn within(rows: &Rows, target: Target, from: i16, to: i16) -> Vec<usize> {
    (0..rows.year.len()).filter(|r| (from..=to).contains(&rows.year[*r]) && rows.has(*r, target)).collect()
}

/// The last year whose outcomes are known at the end of `year`.
pub(super) fn known(year: i16) -> i16 {
    year - i16::try_from(HORIZON).unwrap_or(0)
}

/// The rows on which models are fitted at an origin.
pub(super) fn training(rows: &Rows, target: Target, origin: i16) -> Vec<usize> {
    within(rows, target, known(origin) - WINDOW + 1, known(origin))
}

/// What became of ties in the ten years whose outcomes are known at the end of `year`.
pub(super) fn cases(rows: &Rows, year: i16) -> Cases {
    Cases::new(rows, &within(rows, Target::Change, known(year) - 9, known(year)))
}

impl Fitted {
    /// Fits on what is known at the end of `origin`.
    pub(super) fn new(rows: &Rows, target: Target, origin: i16) -> Self {
        let (last, train) = (known(origin), training(rows, target, origin));
        let outcomes: Vec<bool> = train.iter().map(|r| rows.outcome(*r, target)).collect();
        let trees = |columns: std::ops::Range<usize>, half_life: f64, settings: Settings| {
            let columns: Vec<usize> = columns.collect();
            let weight = |r: &usize| 0.5_f64.powf(f64::from(last - rows.year[*r]) / half_life);
            let weights: Vec<f64> = train.iter().map(weight).collect();
            Booster::fit(&rows.features, &columns, &train, &outcomes, &weights, settings)
        };
        let logit = Logit::fit(&rows.features, &LINEAR, &train, &outcomes, 20.0);
        let all = FEATURES.len();
        let with = match target {
            Target::Change => With::Trees(trees(0..all, HALF_LIFE, SHORT)),
            Target::TurnNegative => With::Logit(logit.clone()),
            Target::PactLost => With::Level,
        };
        Self {
            target,
            base: rate(&outcomes),
            lookup: Table::new(rows, target, &train, PRIOR / 2.0),
            logit,
            plain: trees(0..TRIADS, f64::INFINITY, settings(target)),
            ours: Ours { full: trees(0..all, f64::INFINITY, settings(target)), with },
        }
    }

    /// The forecasts of every model for the rows of one year, made at its end.
    pub(super) fn predict(&self, rows: &Rows, year: i16, test: &[usize]) -> Vec<Vec<f64>> {
        let last = known(year);
        let recent = within(rows, self.target, last - 9, last);
        let outcomes: Vec<bool> = recent.iter().map(|r| rows.outcome(*r, self.target)).collect();
        let table = Table::new(rows, self.target, &recent, PRIOR);
        let each = |of: &dyn Fn(usize) -> f64| test.iter().map(|r| of(*r)).collect::<Vec<f64>>();
        let (margins, shift) = self.ours(rows, year, test);
        vec![
            each(&|_| self.base),
            each(&|_| rate(&outcomes)),
            each(&|r| self.lookup.rate(rows, r)),
            each(&|r| table.rate(rows, r)),
            each(&|r| chance(self.logit.margin_of(|f| rows.features[f][r]))),
            each(&|r| chance(self.plain.margin(&rows.features, r))),
            each(&|r| chance(self.ours.full.margin(&rows.features, r))),
            margins.iter().map(|m| chance(m + shift)).collect(),
        ]
    }

    /// The log-odds of our model for some rows of a year, and by how much they are moved.
    pub(super) fn ours(&self, rows: &Rows, year: i16, test: &[usize]) -> (Vec<f64>, f64) {
        let margins: Vec<f64> = test.iter().map(|r| self.ours.margin(|f| rows.features[f][*r])).collect();
        let shift = self.ours.shift(rows, self.target, year, &margins);
        (margins, shift)
    }
}

fn rate(outcomes: &[bool]) -> f64 {
    let n = outcomes.iter().fold(0.0, |n, _| n + 1.0_f64);
    outcomes.iter().filter(|o| **o).fold(0.0, |n, _| n + 1.0) / n.max(1.0)
}

/// Rates by a tie's own state: sign, years since force, rivalry, defence pact.
struct Table {
    rates: BTreeMap<u16, f64>,
    base: f64,
}

fn cell(rows: &Rows, row: usize) -> u16 {
    state(rows.sign[row], |f| rows.features[f][row])
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
