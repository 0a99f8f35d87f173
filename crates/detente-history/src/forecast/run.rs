//! Every origin: what is fitted at it, and what it forecasts until the next.

use std::collections::BTreeMap;

use super::cases::{Cases, state};
use super::model::{Fitted, NAMES, cases, within};
use super::outcomes::{Fate, Outcomes};
use super::rows::{Rows, Target};

/// The last year whose outcomes the panel holds.
pub(super) const LAST: i16 = 2009;

/// The forecasts of one row by every model.
pub(super) struct Forecast {
    pub(super) row: usize,
    pub(super) chances: Vec<f64>,
    pub(super) came: bool,
}

/// The forecast of one row in three parts: by our model, and by the cases in the same state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) row: usize,
    pub(super) sign: i8,
    pub(super) ours: Outcomes,
    pub(super) cases: Outcomes,
    pub(super) base: Outcomes,
    pub(super) fate: Fate,
}

/// One origin.
pub(super) struct Run {
    pub(super) origin: i16,
    /// The models of each target.
    pub(super) fitted: Vec<Fitted>,
    /// The forecasts of each target.
    pub(super) forecasts: Vec<Vec<Forecast>>,
    pub(super) told: Vec<Told>,
}

/// Fits at all origins and forecasts; the order in which the threads end changes nothing.
pub(super) fn run(rows: &Rows, origins: &[i16]) -> Vec<Run> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = origins.iter().map(|origin| scope.spawn(move || Run::new(rows, *origin))).collect();
        threads.into_iter().filter_map(|t| t.join().ok()).collect()
    })
}

impl Run {
    fn new(rows: &Rows, origin: i16) -> Self {
        let fitted = Target::ALL.map(|target| Fitted::new(rows, target, origin)).into();
        let mut run = Self { origin, fitted, forecasts: vec![Vec::new(), Vec::new(), Vec::new()], told: Vec::new() };
        for year in origin..=(origin + 4).min(LAST) {
            run.year(rows, year);
        }
        run
    }

    fn year(&mut self, rows: &Rows, year: i16) {
        let of = |(fitted, target): (&Fitted, Target)| forecasts(rows, target, fitted, year);
        let each: Vec<Vec<Forecast>> = self.fitted.iter().zip(Target::ALL).map(of).collect();
        self.told.extend(told(rows, &cases(rows, year), &each));
        self.forecasts.iter_mut().zip(each).for_each(|(all, year)| all.extend(year));
    }
}

fn forecasts(rows: &Rows, target: Target, fitted: &Fitted, year: i16) -> Vec<Forecast> {
    let test = within(rows, target, year, year);
    let models = fitted.predict(rows, year, &test);
    let forecast = |(n, row): (usize, usize)| {
        let chances = models.iter().map(|m| m[n]).collect();
        Forecast { row, chances, came: rows.outcome(row, target) }
    };
    test.into_iter().enumerate().map(forecast).collect()
}

/// The three questions about each row of a year as one forecast.
fn told(rows: &Rows, cases: &Cases, forecasts: &[Vec<Forecast>]) -> Vec<Told> {
    let ours = |f: &Forecast| (f.row, f.chances.get(NAMES.len() - 1).copied().unwrap_or_default());
    let [change, hostile, lost] = [0, 1, 2].map(|n| forecasts[n].iter().map(ours).collect::<BTreeMap<usize, f64>>());
    let of = |held: &BTreeMap<usize, f64>, row: usize| held.get(&row).copied().unwrap_or_default();
    let one = |(&row, &changes): (&usize, &f64)| {
        let sign = rows.sign[row];
        let key = state(sign, |f| rows.features[f][row]);
        Told {
            row,
            sign,
            ours: Outcomes::of(sign, changes, of(&hostile, row), of(&lost, row)),
            cases: cases.forecast(sign, key),
            base: cases.of_sign(sign).shares(),
            fate: rows.fate(row),
        }
    };
    change.iter().map(one).collect()
}
