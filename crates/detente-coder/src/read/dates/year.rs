//! Years alone, and decades.

use detente_codebook::{Edtf, Language};

use super::numeral;
use super::numeric::{self, BARE};
use super::run::{Hit, Run};

/// The years that may follow the word for year, or stand before the mark of the era.
const SAID: std::ops::RangeInclusive<i16> = 1500..=2099;

/// A year or a decade; `listed` when a year stands right before it in a list.
pub(super) fn read(run: &Run<'_>, at: usize, listed: bool) -> Option<Hit> {
    decade(run, at).or_else(|| said(run, at)).or_else(|| with_era(run, at)).or_else(|| bare(run, at, listed))
}

fn whole(run: &Run<'_>, start: usize, end: usize, skip: usize, year: i16) -> Option<Hit> {
    let end = run.is(end, &run.lists.words.era).unwrap_or(end);
    Some(Hit { start, end, skip, date: Edtf::year(year)? })
}

/// `the year 2015`, in figures or in words.
fn said(run: &Run<'_>, at: usize) -> Option<Hit> {
    let word = run.finds(at, &run.lists.words.year)?;
    let words = || numeral::in_words(run, word.end).and_then(|m| Some((m.end, i16::try_from(m.sense).ok()?)));
    let figures = run.four_digits(word.end).map(|y| (word.end + 1, y));
    let (end, year) = figures.or_else(words).filter(|(_, y)| SAID.contains(y))?;
    if let Some(span) = numeric::read(run, word.end) {
        return Some(Hit { start: at, skip: word.skip, ..span });
    }
    let hijri = run.is(end, &run.lists.words.hijri_era).is_some();
    if hijri { None } else { whole(run, at, end, word.skip, year) }
}

/// `2025 AD`.
fn with_era(run: &Run<'_>, at: usize) -> Option<Hit> {
    let year = run.four_digits(at).filter(|y| SAID.contains(y))?;
    run.is(at + 1, &run.lists.words.era)?;
    whole(run, at, at + 1, 0, year)
}

/// A number that only its neighbours make a year.
fn bare(run: &Run<'_>, at: usize, listed: bool) -> Option<Hit> {
    let year = run.four_digits(at).filter(|y| BARE.contains(y))?;
    let words = &run.lists.words;
    if is_counted(run, at) || is_part(run, at) {
        return None;
    }
    let dash = at.checked_sub(1).filter(|m| run.is_mark(*m, &['-', '‑', '‐']) && run.is_glued(*m)).unwrap_or(at);
    let after = run.follows(dash, &words.before_year);
    let noun = run.follows(at, &words.before_year_noun) && run.is_word(at + 1);
    let bracket = at > 0 && run.is_mark(at - 1, &['(']) && run.is_mark(at + 1, &[')']);
    if listed || after || noun || bracket { whole(run, at, at + 1, 0, year) } else { None }
}

/// Whether a number counts what follows, alone or with a second: between 2000 and 3000 soldiers.
fn is_counted(run: &Run<'_>, at: usize) -> bool {
    let words = &run.lists.words;
    let counted = |i: usize| run.is(i, &words.counted).is_some();
    let described = run.language == Language::En && run.is_word(at + 1) && counted(at + 2);
    let second = run.finds(at + 1, &words.joins).map(|m| m.end).or_else(|| run.is(at + 1, &words.also));
    counted(at + 1) || described || second.is_some_and(|i| run.is_figures(i) && counted(i + 1))
}

/// Whether a number goes on after a mark, is a share, or is a decade.
fn is_part(run: &Run<'_>, at: usize) -> bool {
    let more = run.is_glued(at) && run.is_mark(at + 1, &['-', '–', '/', ':']) && run.is_glued(at + 1);
    let share = run.is_mark(at + 1, &['%', '٪', '$', '€', '£']);
    let decade = run.is(at + 1, &run.lists.words.decade_end).is_some();
    more && run.token(at + 2).is_some() || share || decade
}

/// `the 1990s`, or a decade by name of the century before this.
fn decade(run: &Run<'_>, at: usize) -> Option<Hit> {
    if run.language == Language::Ar {
        return decade_by_name(run, at);
    }
    let first = run.four_digits(at).filter(|y| BARE.contains(y) && y % 10 == 0)?;
    let end = run.is(at + 1, &run.lists.words.decade_end).filter(|_| run.is_glued(at));
    ten_years(at, end?, 0, first)
}

fn decade_by_name(run: &Run<'_>, at: usize) -> Option<Hit> {
    let found = run.counts(at, &run.lists.decades)?;
    let century = run.is(found.end, &run.lists.words.decade_of)?;
    let end = run.is(century, &run.lists.words.century_past)?;
    ten_years(at, end, found.skip, i16::try_from(found.sense).ok()?)
}

fn ten_years(start: usize, end: usize, skip: usize, first: i16) -> Option<Hit> {
    let date = format!("{first}/{}", first + 9).parse().ok()?;
    Some(Hit { start, end, skip, date })
}
