//! How much each forecast of the three outcomes weighs, by how it did out of sample.
//!
//! The pool is linear (Stone 1961): the weighted mean of the two forecasts. At each origin the weight is that, in
//! steps of a twentieth, which had the least log loss over the forecasts whose outcomes were known by then. At the
//! first origins no outcome is known, and both weigh alike.

use super::rows::Rows;
use super::run::{Run, Told};

/// How one forecast of the three outcomes did.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolScore {
    /// `base_rate`, or the lens whose forecast it is: `analogues`, `history`; or `synthesis`, the pool of both.
    pub name: &'static str,
    /// How many forecasts.
    pub n: u64,
    /// The mean negative log-likelihood.
    pub log_loss: f64,
    /// The mean of the squared errors of all three outcomes: 0 to 2.
    pub brier: f64,
}

/// The pool: its weights as of each origin, and its scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pool {
    /// The weight of the model at each origin; the rest is that of the analogues.
    pub weights: Vec<(i16, f64)>,
    /// The scores.
    pub scores: Vec<PoolScore>,
}

/// The forecasts whose outcomes were known at an origin.
pub(super) fn known<'a>(rows: &'a Rows, runs: &'a [Run], origin: i16) -> impl Iterator<Item = &'a Told> {
    let last = super::model::known(origin);
    runs.iter().flat_map(|r| &r.told).filter(move |t| rows.year[t.row] <= last)
}

/// The weight of our model at an origin.
pub(super) fn weight(rows: &Rows, runs: &[Run], origin: i16) -> f64 {
    let told: Vec<&Told> = known(rows, runs, origin).collect();
    let loss = |weight: f64| told.iter().map(|t| t.ours.pooled(weight, t.cases).log_loss(t.fate)).sum::<f64>();
    let steps = (0..=20u8).map(|n| f64::from(n) / 20.0);
    let best = steps.map(|w| (w, loss(w))).reduce(|a, b| if b.1 < a.1 { b } else { a });
    best.filter(|_| !told.is_empty()).map_or(0.5, |(w, _)| w)
}

/// The pool over the forecasts up to a year.
pub(super) fn pool(rows: &Rows, runs: &[Run], to: i16) -> Pool {
    let weights: Vec<(i16, f64)> = runs.iter().map(|r| (r.origin, weight(rows, runs, r.origin))).collect();
    let told = || runs.iter().zip(&weights).flat_map(|(r, (_, w))| r.told.iter().map(move |t| (t, *w)));
    let held: Vec<(&Told, f64)> = told().filter(|(t, _)| rows.year[t.row] <= to).collect();
    let of = |name, forecast: &dyn Fn(&Told, f64) -> super::Outcomes| {
        let mean = |sum: f64| sum / held.iter().fold(0.0, |n, _| n + 1.0_f64).max(1.0);
        PoolScore {
            name,
            n: u64::try_from(held.len()).unwrap_or(u64::MAX),
            log_loss: mean(held.iter().map(|(t, w)| forecast(t, *w).log_loss(t.fate)).sum()),
            brier: mean(held.iter().map(|(t, w)| forecast(t, *w).brier(t.fate)).sum()),
        }
    };
    let scores = vec![
        of("base_rate", &|t, _| t.base),
        of("analogues", &|t, _| t.cases),
        of("history", &|t, _| t.ours),
        of("synthesis", &|t, w| t.ours.pooled(w, t.cases)),
    ];
    Pool { weights, scores }
}
