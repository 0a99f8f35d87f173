//! Days and months by name, with their year.

use detente_codebook::{Edtf, Language};
use jiff::civil::Date;

use super::relative::{self, When};
use super::run::{Hit, Match, Run};

/// The years that may follow the name of a month.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2099;
const COMMAS: [char; 2] = [',', '،'];
const DASHES: [char; 2] = ['-', '–'];

/// The days of a month: one, the first and the last, or none.
#[derive(Clone, Copy)]
enum Days {
    None,
    One(i8),
    Range(i8, i8),
}

/// The name of a month with its days, and where the year may stand.
#[derive(Clone, Copy)]
struct Named {
    end: usize,
    skip: usize,
    month: i8,
    days: Days,
}

/// A date by the name of its month.
pub(super) fn read(run: &Run<'_>, at: usize) -> Option<Hit> {
    let before = run.is(at, &run.lists.words.last).map(|end| (end, When::Last));
    let before = before.or_else(|| run.is(at, &run.lists.words.this).map(|end| (end, When::This)));
    let before = before.or_else(|| run.is(at, &run.lists.words.next).map(|end| (end, When::Next)));
    if let Some((next, when)) = before.filter(|_| run.language == Language::En) {
        let named = named(run, next)?;
        return hit(run, at, named, (named.end, when));
    }
    let named = named(run, at)?;
    hit(run, at, named, when(run, &named))
}

/// Whether a day or a month by name begins here, whatever its year.
pub(super) fn begins(run: &Run<'_>, at: usize) -> bool {
    named(run, at).is_some()
}

fn hit(run: &Run<'_>, start: usize, named: Named, (end, when): (usize, When)) -> Option<Hit> {
    if matches!(when, When::Unsaid) && (is_name(run, start, end) || relative::is_to_come(run, start)) {
        return None;
    }
    let resolve = |day: Option<i8>| relative::resolve(run.published, named.month, day, when);
    let date = match named.days {
        Days::None => resolve(None)?,
        Days::One(day) => resolve(Some(day))?,
        Days::Range(from, to) => format!("{}/{}", resolve(Some(from))?, resolve(Some(to))?).parse().ok()?,
    };
    Some(Hit { start, end, skip: named.skip, date })
}

/// Whether a day without a year is the name of what happened on it.
fn is_name(run: &Run<'_>, start: usize, end: usize) -> bool {
    let words = &run.lists.words;
    run.follows(start, &words.named) || run.is(end, &words.named_after).is_some()
}

fn named(run: &Run<'_>, at: usize) -> Option<Named> {
    day_first(run, at).or_else(|| month_first(run, at))
}

fn day_first(run: &Run<'_>, at: usize) -> Option<Named> {
    let first = day(run, at)?;
    let (end, days) = match second_day(run, at, first.end) {
        Some(last) => (last.end, Days::Range(first.sense, last.sense)),
        None => (first.end, Days::One(first.sense)),
    };
    let linked = run.is(end, &run.lists.words.of_month);
    let month = month(run, linked.unwrap_or(end))?;
    // A day in words is a day only when it is said of what: the first of June.
    let said = linked.is_some() || run.number(at).is_some();
    said.then_some(Named { end: month.end, skip: first.skip, month: month.sense, days })
}

/// The last of the days that begin with one ending here: 3-5, or between 3 and 5.
fn second_day(run: &Run<'_>, start: usize, end: usize) -> Option<Match<i8>> {
    let dash = run.is_mark(end, &DASHES).then_some(end + 1);
    day(run, dash.or_else(|| run.join(start, end))?)
}

fn month_first(run: &Run<'_>, at: usize) -> Option<Named> {
    let month = month(run, at)?;
    let bare = Named { end: month.end, skip: month.skip, month: month.sense, days: Days::None };
    let Some(day) = day(run, month.end).filter(|d| run.number(month.end).is_some() && !is_counted(run, d.end)) else {
        return Some(bare);
    };
    Some(match second_day(run, at, day.end) {
        Some(last) => Named { end: last.end, days: Days::Range(day.sense, last.sense), ..bare },
        None => Named { end: day.end, days: Days::One(day.sense), ..bare },
    })
}

/// Whether a number that ends here counts what follows, or is a share, an hour or a part of a number.
fn is_counted(run: &Run<'_>, end: usize) -> bool {
    run.is(end, &run.lists.words.counted).is_some() || run.is_mark(end, &['%', '٪', ':'])
}

/// The number of a day, or its word.
fn day(run: &Run<'_>, at: usize) -> Option<Match<i8>> {
    let Some(number) = run.number(at) else {
        return ordinal(run, at);
    };
    let sense = i8::try_from(number).ok().filter(|d| (1..=31).contains(d))?;
    let ended = run.is_glued(at).then(|| run.is(at + 1, &run.lists.words.ordinal_end)).flatten();
    Some(Match { end: ended.unwrap_or(at + 1), skip: 0, sense })
}

fn ordinal(run: &Run<'_>, at: usize) -> Option<Match<i8>> {
    let found = run.counts(at, &run.lists.ordinals)?;
    Some(Match { end: found.end, skip: found.skip, sense: i8::try_from(found.sense).ok()? })
}

/// The name of a month, twice when it has two: one after the other, after a stroke or in brackets.
fn month(run: &Run<'_>, at: usize) -> Option<Match<i8>> {
    let first = one_month(run, at)?;
    let bracket = run.is_mark(first.end, &['(']);
    let stroke = run.is_mark(first.end, &['/', '-', '–']);
    let Some(second) = one_month(run, first.end + usize::from(bracket || stroke)) else {
        return Some(first);
    };
    if second.sense != first.sense {
        // Two months side by side are no date; a dash may stand between two dates.
        return (!run.is_mark(first.end, &['/'])).then_some(first);
    }
    let closed = !bracket || run.is_mark(second.end, &[')']);
    closed.then_some(Match { end: second.end + usize::from(bracket), ..first })
}

/// The name of one month, an English one with a capital and perhaps a point after it.
fn one_month(run: &Run<'_>, at: usize) -> Option<Match<i8>> {
    let token = run.token(at)?;
    let found = run.counts(at, &run.lists.months)?;
    let sense = i8::try_from(found.sense).ok()?;
    if run.language == Language::Ar {
        return Some(Match { end: found.end, skip: found.skip, sense });
    }
    let short = token.fold.len() <= 4 && run.is_mark(found.end, &['.']) && run.is_glued(at);
    let short = short && (run.number(found.end + 1).is_some() || run.is_mark(found.end + 1, &COMMAS));
    token.is_capital().then_some(Match { end: found.end + usize::from(short), skip: 0, sense })
}

/// The year that follows, and where it ends.
fn when(run: &Run<'_>, named: &Named) -> (usize, When) {
    let words = &run.lists.words;
    let end = named.end;
    if let Some((end, year)) = year(run, end) {
        return (end, When::Year(year));
    }
    let linked = run.is(end, &words.of_year).unwrap_or(end);
    let noun = run.is(end, &words.of_month).unwrap_or(end);
    let relative = [linked, noun, end].into_iter().find_map(|from| relative::year(run, from));
    if let Some((end, year)) = relative {
        return (end, year.map_or(When::Unknown, When::Year));
    }
    let direct = (run.language == Language::Ar).then(|| relative::direction(run, end)).flatten();
    let direct = direct.map(|(end, when)| (end, if when == When::This { When::ThisMonth } else { when }));
    let vague = linked > end || noun > end;
    direct.unwrap_or((end, if vague { When::Unknown } else { When::Unsaid }))
}

/// A year in figures or, after its word, in words.
fn year(run: &Run<'_>, at: usize) -> Option<(usize, i16)> {
    let plain = at + usize::from(run.is_mark(at, &COMMAS));
    let linked = run.is(at, &run.lists.words.of_year);
    linked.into_iter().chain([plain]).find_map(|from| {
        let year = run.four_digits(from).filter(|y| YEARS.contains(y))?;
        let end = run.is(from + 1, &run.lists.words.era).unwrap_or(from + 1);
        (!is_counted(run, from + 1) || run.is_mark(from + 1, &[':'])).then_some((end, year))
    })
}

/// The date of a day or month of a year.
pub(super) fn of(year: i16, month: i8, day: Option<i8>) -> Option<Edtf> {
    match day {
        Some(day) => Date::new(year, month, day).ok().map(Edtf::day),
        None => Edtf::month(year, month),
    }
}
