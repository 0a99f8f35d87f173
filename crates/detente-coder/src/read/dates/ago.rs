//! Dates that count back from the day of writing: three days ago, two months ago.
//!
//! They are as precise as their unit: so many days ago is a day, so many weeks or months ago a month.

use detente_codebook::{Edtf, Language};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::run::{Hit, Run};
use super::words::{Forms, Lapses};
use super::{calendar, numeral, numeric};

/// What a lapse is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A lapse: the token after it, and what to skip of its first token.
struct Lapse {
    end: usize,
    skip: usize,
    count: u32,
    unit: Unit,
}

/// A date so long before the day of writing.
pub(super) fn read(run: &Run<'_>, at: usize) -> Option<Hit> {
    let found = if run.language == Language::Ar { behind(run, at) } else { before(run, at) }?;
    let vague = run.follows(at, &run.lists.words.about);
    let date = back(run, found.count, found.unit).filter(|_| !vague && !is_dated(run, found.end))?;
    Some(Hit { start: at, end: found.end, skip: found.skip, date })
}

/// `a year ago, on 21 October 2024`: the date itself says more.
fn is_dated(run: &Run<'_>, end: usize) -> bool {
    const REACH: usize = 4;
    (end..end + REACH).any(|at| calendar::read(run, at).is_some() || numeric::read(run, at).is_some())
}

/// `three days ago`: the word stands behind the number.
fn before(run: &Run<'_>, at: usize) -> Option<Lapse> {
    let ago = &run.lists.ago;
    let one = run.is(at, &ago.one).map(|end| (end, 1));
    let (next, count) = one.or_else(|| numeral::number(run, at).map(|m| (m.end, m.sense)))?;
    let (end, unit) = unit(run, next, &ago.units)?;
    run.is(end, &ago.after).map(|end| Lapse { end, skip: 0, count, unit })
}

/// Arabic: the word stands before the number, which a dual holds in itself.
fn behind(run: &Run<'_>, at: usize) -> Option<Lapse> {
    let ago = &run.lists.ago;
    let first = run.finds(at, &ago.before)?;
    let dual = unit(run, first.end, &ago.twos).map(|(end, unit)| (end, 2, unit));
    let counted = || {
        let number = numeral::number(run, first.end)?;
        unit(run, number.end, &ago.units).map(|(end, unit)| (end, number.sense, unit))
    };
    let (end, count, unit) = dual.or_else(counted)?;
    // So many days before something else do not count from the day of writing.
    let other = run.is(end, &ago.not_before).is_some();
    (!other).then_some(Lapse { end, skip: first.skip, count, unit })
}

fn unit(run: &Run<'_>, at: usize, of: &Lapses) -> Option<(usize, Unit)> {
    let units: [(&Forms, Unit); 4] =
        [(&of.day, Unit::Day), (&of.week, Unit::Week), (&of.month, Unit::Month), (&of.year, Unit::Year)];
    units.into_iter().find_map(|(forms, unit)| run.is(at, forms).map(|end| (end, unit)))
}

fn back(run: &Run<'_>, count: u32, unit: Unit) -> Option<Edtf> {
    const MOST_DAYS: u32 = 31;
    const MOST_WEEKS: u32 = 8;
    const MOST_MONTHS: u32 = 24;
    const MOST_YEARS: u32 = 200;
    if unit == Unit::Year && count <= MOST_YEARS {
        let year = run.published?.first_year()?.checked_sub(i16::try_from(count).ok()?)?;
        return Edtf::year(year);
    }
    let today = run.today()?;
    let many = i64::from(count);
    match unit {
        Unit::Day if count <= MOST_DAYS => today.checked_sub(many.days()).ok().map(Edtf::day),
        Unit::Week if count <= MOST_WEEKS => whole_month(today.checked_sub(many.weeks()).ok()?),
        Unit::Month if count <= MOST_MONTHS => {
            let day = today.checked_sub(many.months()).ok()?;
            Edtf::month(day.year(), day.month())
        }
        _ => None,
    }
}

/// The month of a day that is known within three days; none when they belong to two months.
fn whole_month(day: Date) -> Option<Edtf> {
    let (from, to) = (day.checked_sub(3.days()).ok()?, day.checked_add(3.days()).ok()?);
    (from.month() == to.month()).then(|| Edtf::month(day.year(), day.month())).flatten()
}
