//! The fitted model as a file: everything that a forecast needs at one origin, and how the backtest went until then.
//!
//! The file is text, compressed. Each origin is a block of lines that begins with `origin YEAR WEIGHT`:
//!
//! | line | what |
//! |---|---|
//! | `bin SIGN FATE LOW HIGH N DYADS PREDICTED OBSERVED FROM TO` | forecasts of the backtest whose outcome was known at the origin, with a 95 % interval clustered by dyad |
//! | `usual SIGN VALUE…` | the median of every feature among ties of that sign |
//! | `model TARGET` | begins the model of one target |
//! | `trees LOG-ODDS`, then `t NODE…` | boosted trees, one a line, in preorder: `s FEATURE MOST` or `l VALUE` |
//! | `logit CONSTANT`, then `c COLUMN MEAN SPREAD WEIGHT` | a logistic regression |
//! | `year YEAR SHIFT` | a year that the origin serves, and by how much log-odds of lost pacts are moved in it |
//! | `case SIGN STATE N WORSE BETTER` | the ties of ten known years in one state |
//!
//! `detente history train` writes it.

mod read;
mod write;

use std::io::{Read as _, Write as _};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::cases::Cases;
use super::ours::Ours;
use super::outcomes::Fate;
pub use write::train;

use crate::HistoryError;

/// The first and the last year at whose end a forecast can be made.
pub const YEARS: (i16, i16) = (1980, 2014);

static FILE: &[u8] = include_bytes!("../../../../../data/history/forecast.gz");

/// How forecasts of about this size turned out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    /// The least forecast of the bin, and the greatest.
    pub bin: [f64; 2],
    /// How many forecasts.
    pub n: u64,
    /// Of how many ties.
    pub dyads: u64,
    /// Their mean.
    pub predicted: f64,
    /// The share that came true.
    pub observed: f64,
    /// Its 95 % interval, with ties and not dyad-years as what is independent.
    pub interval: [f64; 2],
}

/// What is kept for forecasts at the end of one year.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    pub(super) origin: i16,
    pub(super) weight: f64,
    pub(super) tested: Vec<(i8, Fate, Tested)>,
    pub(super) usual: Vec<(i8, Vec<f32>)>,
    pub(super) models: Vec<Ours>,
    pub(super) shift: f64,
    pub(super) cases: Cases,
}

static TEXT: LazyLock<Result<String, HistoryError>> = LazyLock::new(|| {
    let mut text = String::new();
    let read = flate2::read::GzDecoder::new(FILE).read_to_string(&mut text);
    read.map(|_| text).map_err(|e| wrong(e.to_string()))
});

fn wrong(what: String) -> HistoryError {
    HistoryError::Data { file: "history/forecast.gz".to_owned(), what }
}

impl Kept {
    /// Opens the compiled-in file for the end of a year within [`YEARS`].
    pub(super) fn open(year: i16) -> Result<Self, HistoryError> {
        Self::parse(text()?, year).map_err(wrong)
    }

    /// How forecasts like this one turned out; none when there was none at the origin.
    pub(super) fn tested(&self, sign: i8, fate: Fate, chance: f64) -> Option<Tested> {
        let own = || self.tested.iter().filter(|(s, f, _)| (*s, *f) == (sign, fate)).map(|(_, _, t)| *t);
        own().find(|t| chance < t.bin[1]).or_else(|| own().next_back().filter(|t| chance <= t.bin[1]))
    }
}

/// The model file as text, for the curious.
///
/// # Errors
/// [`HistoryError`] when the compiled-in file is malformed.
pub fn text() -> Result<&'static str, HistoryError> {
    TEXT.as_deref().map_err(Clone::clone)
}

/// The text of a model file as it is kept, compressed.
///
/// # Errors
/// None when there is memory enough.
pub fn packed(text: &str) -> std::io::Result<Vec<u8>> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(text.as_bytes())?;
    out.finish()
}

/// The weight of the model in the pool of forecasts made on a day; the rest is that of the analogues. None before the
/// first origin.
///
/// # Errors
/// [`HistoryError`] when the compiled-in file is malformed.
pub fn weight(day: Date) -> Result<Option<f64>, HistoryError> {
    let year = (day.year() - 1).min(YEARS.1);
    let origin = |line: &str| {
        let mut words = line.strip_prefix("origin ")?.split(' ');
        Some((words.next()?.parse::<i16>().ok()?, words.next()?.parse::<f64>().ok()?))
    };
    Ok(text()?.lines().filter_map(origin).take_while(|(origin, _)| *origin <= year).last().map(|(_, weight)| weight))
}
