//! Dates in figures: 2025-01-17, 17/01/2025, 17.1.2025, and years from one to another.

use detente_codebook::Edtf;
use jiff::civil::Date;

use super::run::{Hit, Run};

const DASHES: [char; 4] = ['-', '–', '‑', '‐'];

/// The years that a number alone may mean.
pub(super) const BARE: std::ops::RangeInclusive<i16> = 1800..=2099;

/// A date or an interval in figures.
pub(super) fn read(run: &Run<'_>, at: usize) -> Option<Hit> {
    if is_continued(run, at) {
        return None;
    }
    let (end, date) = pointed(run, at).or_else(|| parted(run, at)).or_else(|| years(run, at))?;
    (!goes_on(run, end)).then_some(Hit { start: at, end, skip: 0, date })
}

/// Whether figures and a mark stand right before.
fn is_continued(run: &Run<'_>, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).filter(|m| is_separator(run, *m) && run.is_glued(*m)) else {
        return false;
    };
    mark.checked_sub(1).is_some_and(|n| run.number(n).is_some() && run.is_glued(n))
}

fn goes_on(run: &Run<'_>, end: usize) -> bool {
    let Some(last) = end.checked_sub(1) else {
        return false;
    };
    run.is_glued(last) && is_separator(run, end) && run.is_glued(end) && run.number(end + 1).is_some()
}

fn is_separator(run: &Run<'_>, at: usize) -> bool {
    run.is_mark(at, &['/', '.']) || run.is_mark(at, &DASHES)
}

/// `17.1.2025`, which is one token.
fn pointed(run: &Run<'_>, at: usize) -> Option<(usize, Edtf)> {
    let parts: Vec<&str> = run.token(at)?.fold.split('.').collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    Some((at + 1, ordered([a, b, c])?))
}

/// `17/01/2025` and `2025-01-17`.
fn parted(run: &Run<'_>, at: usize) -> Option<(usize, Edtf)> {
    let glued = (at..at + 4).all(|i| run.is_glued(i));
    let marks = is_separator(run, at + 1) && run.token(at + 1)?.raw == run.token(at + 3)?.raw;
    let part = |i: usize| run.token(i).map(|t| t.fold.as_str());
    let date = ordered([part(at)?, part(at + 2)?, part(at + 4)?])?;
    (glued && marks).then_some((at + 5, date))
}

/// The day stands first, unless the year does, or unless only the month can stand first.
fn ordered(parts: [&str; 3]) -> Option<Edtf> {
    let figures = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(|p| figures(p)) {
        return None;
    }
    let [a, b, c] = parts;
    match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => day(a, b, c),
        (1..=2, 1..=2, 4) => day(c, b, a).or_else(|| day(c, a, b)),
        _ => None,
    }
}

fn day(year: &str, month: &str, day: &str) -> Option<Edtf> {
    let year: i16 = year.parse().ok().filter(|y| BARE.contains(y))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok().map(Edtf::day)
}

/// `2014-2020`.
fn years(run: &Run<'_>, at: usize) -> Option<(usize, Edtf)> {
    let (from, to) = (run.four_digits(at)?, run.four_digits(at + 2)?);
    let marked = run.is_mark(at + 1, &DASHES) || run.is_mark(at + 1, &['/', '—']);
    let real = BARE.contains(&from) && BARE.contains(&to) && from < to;
    let counted = run.is(at + 3, &run.lists.words.counted).is_some();
    let date = format!("{from}/{to}").parse().ok()?;
    (marked && real && !counted && run.is_glued(at) == run.is_glued(at + 1)).then_some((at + 3, date))
}
