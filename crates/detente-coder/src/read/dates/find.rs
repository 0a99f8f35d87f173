//! All dates of a run of words.

use detente_codebook::Edtf;

use super::run::{Hit, Run};
use super::{ago, calendar, numeric, relative, year};

/// The dates in order, the longest reading of each place, the two ends of an interval as one.
pub(super) fn dates(run: &Run<'_>) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::new();
    let mut at = 0;
    while at < run.len() {
        let hit = if run.may_begin(at) { longest(run, at, found.last()) } else { None };
        at = hit.map_or(at + 1, |h| h.end.max(at + 1));
        found.extend(hit);
    }
    joined(run, found)
}

fn longest(run: &Run<'_>, at: usize, last: Option<&Hit>) -> Option<Hit> {
    let listed = last.is_some_and(|h| is_year(h.date) && is_also(run, h.end, at));
    let readings = [
        numeric::read(run, at),
        calendar::read(run, at),
        year::read(run, at, listed),
        relative::read(run, at),
        ago::read(run, at),
    ];
    readings.into_iter().flatten().max_by_key(|h| h.end)
}

fn is_year(date: Edtf) -> bool {
    date.as_day().is_none() && date.to_string().len() == 4
}

/// Whether only a word or a comma between two of a list stands from `end` to `at`.
fn is_also(run: &Run<'_>, end: usize, at: usize) -> bool {
    let comma = end + usize::from(run.is_mark(end, &[',', '،']));
    run.is(comma, &run.lists.words.also).unwrap_or(comma) == at && at > end
}

fn joined(run: &Run<'_>, found: Vec<Hit>) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::new();
    for hit in found {
        let whole = out.last().and_then(|first| interval(run, first, &hit));
        if whole.is_some() {
            out.pop();
        }
        out.push(whole.unwrap_or(hit));
    }
    out
}

/// Two dates as one interval, when the words say so.
fn interval(run: &Run<'_>, first: &Hit, last: &Hit) -> Option<Hit> {
    let join = run.join(first.start, first.end) == Some(last.start);
    // A conjunction may be written with the word for year of the second date.
    let written = first.end == last.start && last.skip > 0;
    let by_words = join || written && run.follows(first.start, &run.lists.words.between);
    let by_dash = run.is_mark(first.end, &['-', '–', '—']) && first.end + 1 == last.start;
    let date = format!("{}/{}", first.date, last.date).parse().ok()?;
    (by_words || by_dash).then_some(Hit { start: first.start, end: last.end, skip: first.skip, date })
}
