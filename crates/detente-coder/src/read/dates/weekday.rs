//! Weekdays near the day of writing: on Monday, last Friday.

use detente_codebook::{Edtf, Language};
use jiff::civil::Date;

use super::calendar;
use super::relative::{When, direction, is_to_come};
use super::run::{Hit, Run};

/// What stands before the name of a weekday and belongs to it.
struct Opening {
    /// The token of the name.
    name: usize,
    skip: usize,
    /// Which one is meant, when it is said before the name.
    when: Option<When>,
}

/// The last weekday of its name, unless it is said to be ahead.
pub(super) fn read(run: &Run<'_>, at: usize) -> Option<Hit> {
    let opening = opening(run, at);
    let (end, day) = name(run, opening.name)?;
    let (end, when) = which(run, at, end, &opening)?;
    if run.follows(at, &run.lists.words.not_weekday) || is_dated(run, end) {
        return None;
    }
    let date = Edtf::day(near(run.today()?, day, when)?);
    Some(Hit { start: at, end, skip: opening.skip, date })
}

/// The name of a weekday and where it ends; an English one has a capital.
pub(super) fn name(run: &Run<'_>, at: usize) -> Option<(usize, i8)> {
    run.token(at).filter(|t| run.language == Language::Ar || t.is_capital())?;
    let found = run.means(at, &run.lists.weekdays)?;
    Some((found.end, i8::try_from(found.sense).ok()?))
}

fn opening(run: &Run<'_>, at: usize) -> Opening {
    let words = &run.lists.words;
    let none = Opening { name: at, skip: 0, when: None };
    if run.language == Language::En {
        return direction(run, at).map_or(none, |(name, when)| Opening { name, skip: 0, when: Some(when) });
    }
    let part = run.finds(at, &words.day_part);
    let noun = run.finds(part.map_or(at, |p| p.end), &words.day_noun);
    let today = run.finds(at, &words.today);
    let Some(last) = noun.or(part).or(today) else {
        return none;
    };
    let skip = part.or(noun).or(today).map_or(0, |m| m.skip);
    Opening { name: last.end, skip, when: None }
}

/// Which one is meant; none when nothing shows that a day near the day of writing is.
fn which(run: &Run<'_>, at: usize, end: usize, opening: &Opening) -> Option<(usize, When)> {
    if run.language == Language::Ar {
        if let Some(found) = direction(run, end) {
            return Some(found);
        }
    } else if let Some(when) = opening.when {
        // The next Friday may be this week's or the one after it.
        return (when == When::Last).then_some((end, when));
    }
    let opened = opening.name > at || run.follows(at, &run.lists.words.day_part);
    (opened && !is_to_come(run, at)).then_some((end, When::Unsaid))
}

/// Whether a date follows that says which day it is.
fn is_dated(run: &Run<'_>, end: usize) -> bool {
    let mark = end + usize::from(run.is_mark(end, &[',', '،', '(']));
    let joined = run.is(mark, &run.lists.words.day_joins).unwrap_or(mark);
    calendar::begins(run, joined) || run.number(joined).is_some()
}

fn near(today: Date, day: i8, when: When) -> Option<Date> {
    let since = (today.weekday().to_monday_one_offset() - day).rem_euclid(7);
    let days = match when {
        When::Unsaid => -since,
        When::Last if since == 0 => -7,
        When::Last => -since,
        When::Next => 7 - since,
        _ => return None,
    };
    today.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
