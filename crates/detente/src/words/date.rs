//! Dates in words: 27 February 2025, from 2011 to 2024.

use detente_codebook::{Edtf, Language};
use detente_lens::{Arg, Message};

/// A date in the words of a language. Digits are 0-9 in both.
#[must_use]
pub fn date(date: Edtf, language: Language) -> String {
    match date {
        Edtf::Point(_) => point(&date.to_string(), language),
        Edtf::Interval(from, to) => {
            let side = |p: Option<detente_codebook::Point>| p.map(|p| point(&p.to_string(), language));
            span(side(from), side(to), language)
        }
    }
}

fn span(from: Option<String>, to: Option<String>, language: Language) -> String {
    let message = match (from, to) {
        (Some(from), Some(to)) => Message::new("date-from-to").with("from", Arg::Text(from)).with("to", Arg::Text(to)),
        (Some(from), None) => Message::new("date-from").with("from", Arg::Text(from)),
        (None, Some(to)) => Message::new("date-to").with("to", Arg::Text(to)),
        (None, None) => Message::new("date-open"),
    };
    super::say(&message, language)
}

/// A year, a month of it, or a day, from its EDTF form.
fn point(edtf: &str, language: Language) -> String {
    let (year, rest) = edtf.split_at(edtf.get(1..).and_then(|r| r.find('-')).map_or(edtf.len(), |at| at + 1));
    let mut parts = rest.trim_start_matches('-').split('-').filter(|p| !p.is_empty());
    let Some(month) = parts.next() else { return year.to_owned() };
    let name = super::label(&format!("month-{}", month.trim_start_matches('0')), language);
    match parts.next() {
        Some(day) => format!("{} {name} {year}", day.trim_start_matches('0')),
        None => format!("{name} {year}"),
    }
}
