//! Base rates of a tie by itself.
//!
//! # Method
//! All dyads of an era that have a sign, whatever their neighbours do: how many lose it within some
//! years. Both states must live through the years. Dyads without a sign count when they touch, or
//! one of them is a major power: only those have much to do with each other. Rates differ by up to
//! thirty times from era to era, so none is ever given for all years together.

use detente_history::chronicle::{Chronicle, Definition, FIRST, YEARS};

use super::compare::What;

/// A stretch of years with rates of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Era {
    /// Its first year.
    pub from: u16,
    /// Its last year.
    pub to: u16,
}

/// The eras; the last ends where five years are still known, and speaks for the time since.
pub const ERAS: [Era; 5] = [
    Era { from: 1816, to: 1870 },
    Era { from: 1871, to: 1913 },
    Era { from: 1914, to: 1945 },
    Era { from: 1946, to: 1989 },
    Era { from: 1990, to: 2009 },
];

impl Era {
    /// The era of a year.
    #[must_use]
    pub fn of(year: i16) -> Self {
        let year = u16::try_from(year).unwrap_or_default();
        ERAS.into_iter().rev().find(|e| e.from <= year).unwrap_or(ERAS[0])
    }
}

/// How often something became of ties of one sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseRate {
    /// What is counted.
    pub what: What,
    /// Dyad-years.
    pub n: u64,
    /// Those after which it came to pass.
    pub met: u64,
}

impl BaseRate {
    /// The share.
    #[must_use]
    pub fn rate(&self) -> f64 {
        let float = |n: u64| u32::try_from(n).map_or(f64::INFINITY, f64::from);
        if self.n == 0 { 0.0 } else { float(self.met) / float(self.n) }
    }
}

/// The last year of an era after which `years` more are known.
pub(super) fn last(era: Era, years: usize, known: usize) -> usize {
    usize::from(era.to - FIRST).min((YEARS - 1).min(known).saturating_sub(years))
}

/// What became of dyads with a sign within `years`, of the years of an era that are known by the year `known`.
#[must_use]
pub fn base_rates(
    chronicle: &Chronicle,
    definition: Definition,
    sign: i8,
    era: Era,
    years: usize,
    known: usize,
) -> [BaseRate; 3] {
    let mut out = [What::Worse, What::Hostile, What::Better].map(|what| BaseRate { what, n: 0, met: 0 });
    let near = relevant(chronicle, sign);
    let first = usize::from(era.from - FIRST);
    for &(a, b) in &near {
        for year in first..=last(era, years, known) {
            let cell = chronicle.cell(a, b, year).sign(definition);
            if cell == sign
                && (0..=years).all(|d| chronicle.both(a, b, year + d))
                && (sign != 0 || touches(chronicle, a, b, year))
            {
                count(&mut out, |d| chronicle.cell(a, b, year + d).sign(definition), sign, years);
            }
        }
    }
    out
}

fn count(out: &mut [BaseRate; 3], at: impl Fn(usize) -> i8, sign: i8, years: usize) {
    let any = |test: fn(i8, i8) -> bool| (1..=years).any(|d| test(at(d), sign));
    let met = [any(|s, before| s < before), any(|s, _| s < 0), at(years) > sign];
    for (rate, met) in out.iter_mut().zip(met) {
        rate.n += 1;
        rate.met += u64::from(met);
    }
}

/// The dyads that can have a sign; for 0, all of them.
fn relevant(chronicle: &Chronicle, sign: i8) -> Vec<(usize, usize)> {
    if sign != 0 {
        return chronicle.dyads().to_vec();
    }
    let n = chronicle.states().len();
    (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))).collect()
}

/// Whether two states touch, by land or less than 400 miles of water, or one is a major power.
fn touches(chronicle: &Chronicle, a: usize, b: usize, year: usize) -> bool {
    chronicle.is_major(a, year) || chronicle.is_major(b, year) || chronicle.touches(a, b, year)
}
