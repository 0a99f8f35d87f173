//! Dates and terms of years in running text and on lines of their own.
//!
//! A date is read as precisely as it is said, never more so: a day without a year has none unless
//! the day of writing tells it, and what cannot be told is left out.

mod ago;
mod calendar;
mod duration;
mod find;
mod line;
mod numeral;
mod numeric;
mod relative;
mod run;
#[cfg(test)]
mod tests;
mod weekday;
mod words;
mod year;

use detente_codebook::{Edtf, Language, Span, Text};

use super::unit::Unit;
use crate::token::{Token, tokens};
use run::Run;

/// The dates of a span in order, not overlapping; relative ones count from the day of writing.
///
/// ```
/// use detente_codebook::{Language, Span, Text};
/// use detente_coder::read::dates::find_dates;
///
/// let text = Text::new("They signed it on 17 January 2025.");
/// let found = find_dates(&text, Span::new(0, text.len()), Language::En, None);
/// assert_eq!(text.slice(found[0].0), "17 January 2025");
/// assert_eq!(found[0].1.to_string(), "2025-01-17");
/// ```
#[must_use]
pub fn find_dates(text: &Text, span: Span, language: Language, published: Option<Edtf>) -> Vec<(Span, Edtf)> {
    dates_among(text, &tokens(text, span), language, published)
}

/// As [`find_dates`], among the tokens of a span.
pub(crate) fn dates_among(text: &Text, tokens: &[Token], language: Language, published: Option<Edtf>) -> Vec<(Span, Edtf)> {
    let run = Run::new(text, tokens, language, published);
    let hits = find::dates(&run).into_iter();
    hits.filter_map(|h| Some((run.span(h.start, h.end, h.skip)?, h.date))).collect()
}

/// The terms of a span in years, in order: `twenty years`, `a 20-year treaty`. Years gone by and
/// ages are no terms.
#[must_use]
pub fn find_durations(text: &Text, span: Span, language: Language) -> Vec<(Span, u32)> {
    durations_among(text, &tokens(text, span), language)
}

/// As [`find_durations`], among the tokens of a span.
pub(crate) fn durations_among(text: &Text, tokens: &[Token], language: Language) -> Vec<(Span, u32)> {
    let run = Run::new(text, tokens, language, None);
    let terms = duration::terms(&run).into_iter();
    terms.filter_map(|t| Some((run.span(t.start, t.end, t.skip)?, t.years))).collect()
}

/// Whether a unit is only a date, with what may stand beside one.
pub(super) fn is_date_line(unit: &Unit) -> bool {
    line::is_date_line(unit)
}

/// The most precise date of such a line, its span that of the words of the date alone.
pub(super) fn date_in_line(text: &Text, unit: &Unit) -> Option<(Span, Edtf)> {
    line::date_in_line(text, unit)
}
