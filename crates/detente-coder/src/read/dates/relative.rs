//! Dates that are said from the day of writing: last year, yesterday, on Monday.

use detente_codebook::{Edtf, Language};
use jiff::civil::Date;

use super::run::{Hit, Run};
use super::words::Forms;
use super::{calendar, weekday};

/// How the year of a day or month is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// By its number.
    Year(i16),
    /// The one before the day of writing.
    Last,
    /// The one of the year of writing.
    This,
    /// The month of writing.
    ThisMonth,
    /// The one after the day of writing.
    Next,
    /// Not at all.
    Unsaid,
    /// In words that cannot be resolved.
    Unknown,
}

/// How many words before a date may say that it is to come.
const REACH: usize = 12;

/// A date that counts from the day of writing.
pub(super) fn read(run: &Run<'_>, at: usize) -> Option<Hit> {
    yesterday(run, at).or_else(|| whole_year(run, at)).or_else(|| whole_month(run, at)).or_else(|| weekday::read(run, at))
}

/// The date of a day or month whose year is said so.
pub(super) fn resolve(published: Option<Edtf>, month: i8, day: Option<i8>, when: When) -> Option<Edtf> {
    if let When::Year(year) = when {
        return calendar::of(year, month, day);
    }
    let today = published.and_then(Edtf::as_day)?;
    let this = calendar::of(today.year(), month, day);
    let passed = this.and_then(Edtf::last).is_some_and(|d| d < today);
    let ahead = this.and_then(Edtf::first).is_some_and(|d| d > today);
    match when {
        When::This => this,
        When::ThisMonth if month == today.month() => this,
        When::Last if passed => this,
        When::Last => calendar::of(today.year().checked_sub(1)?, month, day),
        When::Next if ahead => this,
        When::Next => calendar::of(today.year().checked_add(1)?, month, day),
        When::Unsaid if !ahead && day.is_some() => this,
        _ => None,
    }
}

/// Which one is meant, as a word after its noun says in Arabic, and where the word ends.
pub(super) fn direction(run: &Run<'_>, at: usize) -> Option<(usize, When)> {
    let words = &run.lists.words;
    let last = run.is(at, &words.last).map(|end| (end, When::Last));
    let this = || run.is(at, &words.this).map(|end| (end, When::This));
    last.or_else(this).or_else(|| run.is(at, &words.next).map(|end| (end, When::Next)))
}

/// `last year`, and where it ends; no number when the year of writing is not known.
pub(super) fn year(run: &Run<'_>, at: usize) -> Option<(usize, Option<i16>)> {
    let (end, when, _) = noun(run, at, &run.lists.words.year_noun)?;
    let written = run.published.filter(|p| p.first_year() == p.last().map(Date::year)).and_then(Edtf::first_year);
    let year = written.and_then(|y| y.checked_add(step(when)));
    Some((end, year))
}

fn step(when: When) -> i16 {
    match when {
        When::Last => -1,
        When::Next => 1,
        _ => 0,
    }
}

/// A noun with the word that says which one is meant: where it ends, which one, and what to skip.
fn noun(run: &Run<'_>, at: usize, nouns: &Forms) -> Option<(usize, When, usize)> {
    let words = &run.lists.words;
    if run.language == Language::En {
        let (next, when) = direction(run, at).filter(|_| !run.follows(at, &words.not_last))?;
        return run.is(next, nouns).map(|end| (end, when, 0));
    }
    if let Some(pointed) = run.finds(at, &words.demonstrative) {
        let end = run.is(pointed.end, nouns)?;
        return Some((end, When::This, pointed.skip));
    }
    let found = run.finds(at, nouns)?;
    let (end, when) = direction(run, found.end)?;
    Some((end, when, found.skip))
}

fn whole_year(run: &Run<'_>, at: usize) -> Option<Hit> {
    // The word for year is the word for general too: the secretary-general.
    if run.follows(at, &run.lists.words.not_year) {
        return None;
    }
    let (_, _, skip) = noun(run, at, &run.lists.words.year_noun)?;
    let (end, year) = year(run, at)?;
    Some(Hit { start: at, end, skip, date: Edtf::year(year?)? })
}

fn whole_month(run: &Run<'_>, at: usize) -> Option<Hit> {
    let (end, when, skip) = noun(run, at, &run.lists.words.month_noun)?;
    let first = run.today()?.first_of_month();
    let day = match when {
        When::Last => first.yesterday().ok()?,
        When::Next => first.last_of_month().tomorrow().ok()?,
        _ => first,
    };
    Some(Hit { start: at, end, skip, date: Edtf::month(day.year(), day.month())? })
}

fn yesterday(run: &Run<'_>, at: usize) -> Option<Hit> {
    let words = &run.lists.words;
    let two = run.is(at, &words.before_yesterday).map(|end| (end, true));
    let (end, two) = two.or_else(|| run.is(at, &words.yesterday).map(|end| (end, false)))?;
    let one = run.today()?.yesterday().ok()?;
    let day = if two { one.yesterday().ok()? } else { one };
    let named = weekday::name(run, end);
    if named.is_some_and(|(_, name)| name != day.weekday().to_monday_one_offset()) {
        return None;
    }
    Some(Hit { start: at, end: named.map_or(end, |(end, _)| end), skip: 0, date: Edtf::day(day) })
}

/// Whether the words before say that something is to come.
pub(super) fn is_to_come(run: &Run<'_>, at: usize) -> bool {
    let from = at.saturating_sub(REACH);
    (from..at).any(|i| run.is(i, &run.lists.words.future).is_some())
}
