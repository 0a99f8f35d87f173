//! Rolling origins: every forecast is made from what was known, then scored.

use std::collections::BTreeMap;

use super::model::NAMES;
use super::pool::{Pool, pool};
use super::rows::{Rows, Target};
use super::run::{Forecast, Run, run};
use super::score::Score;
use crate::signed::Signed;

/// The origins: models are fitted at the end of these years.
const ORIGINS: [i16; 6] = [1980, 1985, 1990, 1995, 2000, 2005];
/// The years of the test.
const TEST: (i16, i16) = (1980, 2005);
/// The upper ends of the bins of reliability.
const BINS: [f64; 8] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0];

/// What a model scored on one target.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelScore {
    /// The target.
    pub target: Target,
    /// The model; `detente` is ours.
    pub name: &'static str,
    /// The scores.
    pub score: Score,
    /// The share of the base rate's squared error that it saves.
    pub skill: f64,
}

/// What was forecast in a bin, and what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// The target.
    pub target: Target,
    /// The model.
    pub name: &'static str,
    /// The bin, `0.02-0.05`.
    pub bin: String,
    /// How many forecasts.
    pub n: u64,
    /// Their mean.
    pub predicted: f64,
    /// What came.
    pub observed: f64,
}

/// What the model `detente` scored on part of the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The target.
    pub target: Target,
    /// By what the rows are parted: era, region, transition.
    pub by: &'static str,
    /// The part.
    pub group: String,
    /// The scores.
    pub score: Score,
}

/// The whole backtest.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// Every model on the test of 1980 to 2005.
    pub models: Vec<ModelScore>,
    /// Reliability of `detente` and of the base rate on the same.
    pub calibration: Vec<Calibration>,
    /// `detente` by era, region and transition.
    pub groups: Vec<Group>,
    /// Every model on 2006 to 2009, forecast once, after the model was settled.
    pub last: Vec<ModelScore>,
    /// What the synthesis pools, and how it did on the test.
    pub pool: Pool,
}

/// Runs it all.
#[must_use]
pub fn backtest(signed: &Signed) -> Backtest {
    let rows = Rows::new(signed, ORIGINS[0] - 40);
    let runs = run(&rows, &ORIGINS);
    let pool = pool(&rows, &runs, TEST.1);
    let mut out = Backtest { models: Vec::new(), calibration: Vec::new(), groups: Vec::new(), last: Vec::new(), pool };
    for (n, target) in Target::ALL.into_iter().enumerate() {
        let all = runs.iter().flat_map(|r: &Run| &r.forecasts[n]);
        let (test, last): (Vec<&Forecast>, Vec<&Forecast>) = all.partition(|f| rows.year[f.row] <= TEST.1);
        out.models.extend(scores(target, &test));
        out.last.extend(scores(target, &last));
        for name in [0, NAMES.len() - 1] {
            out.calibration.extend(reliability(target, name, &test));
        }
        out.groups.extend(groups(&rows, target, &test));
    }
    out
}

fn pairs(forecasts: &[&Forecast], model: usize) -> Vec<(f64, bool)> {
    forecasts.iter().map(|f| (f.chances[model], f.came)).collect()
}

fn scores(target: Target, forecasts: &[&Forecast]) -> Vec<ModelScore> {
    let each: Vec<Score> = (0..NAMES.len()).map(|m| Score::of(&pairs(forecasts, m))).collect();
    let base = each.first().map_or(1.0, |s| s.brier);
    let model = |(name, score): (&&'static str, Score)| ModelScore { target, name, score, skill: 1.0 - score.brier / base };
    NAMES.iter().zip(each).map(model).collect()
}

fn reliability(target: Target, model: usize, forecasts: &[&Forecast]) -> Vec<Calibration> {
    let mut low = 0.0;
    let mut out = Vec::new();
    for high in BINS {
        let held: Vec<&Forecast> =
            forecasts.iter().copied().filter(|f| f.chances[model] >= low && (f.chances[model] < high || high >= 1.0)).collect();
        if !held.is_empty() {
            let score = Score::of(&pairs(&held, model));
            let (predicted, observed) = (score.mean_forecast, score.observed_rate);
            out.push(Calibration { target, name: NAMES[model], bin: format!("{low}-{high}"), n: score.n, predicted, observed });
        }
        low = high;
    }
    out
}

fn groups(rows: &Rows, target: Target, forecasts: &[&Forecast]) -> Vec<Group> {
    let mut parts: BTreeMap<(&'static str, String), Vec<&Forecast>> = BTreeMap::new();
    for forecast in forecasts.iter().copied() {
        let (year, row) = (rows.year[forecast.row], forecast.row);
        let from = ["hostile", "none", "friendly"][usize::try_from(rows.sign[row] + 1).unwrap_or(1)];
        let era = format!("{}-{}", year / 10 * 10, (year / 10 * 10 + 9).min(TEST.1));
        for (by, group) in [("era", era), ("region", rows.region(row).to_owned()), ("transition", format!("from {from}"))] {
            parts.entry((by, group)).or_default().push(forecast);
        }
    }
    let ours = NAMES.len() - 1;
    let group = |((by, group), held): ((&'static str, String), Vec<&Forecast>)| {
        let score = Score::of(&pairs(&held, ours));
        Group { target, by, group, score }
    };
    parts.into_iter().map(group).collect()
}
