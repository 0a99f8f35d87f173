//! Terms of years.

use detente_codebook::Language;

use super::numeral;
use super::run::{Match, Run};

/// The longest term that is read, in years.
const LONGEST: u32 = 999;

/// A term: its first token, the token after it, what to skip of the first, and its years.
pub(super) struct Term {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) skip: usize,
    pub(super) years: u32,
}

/// The terms in order.
pub(super) fn terms(run: &Run<'_>) -> Vec<Term> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < run.len() {
        let term = if run.may_begin(at) { longest(run, at) } else { None };
        let next = term.as_ref().map_or(at + 1, |t| t.end.max(at + 1));
        found.extend(term.filter(|t| !is_lapse(run, t)));
        at = next;
    }
    found
}

fn longest(run: &Run<'_>, at: usize) -> Option<Term> {
    counted(run, at).or_else(|| in_one_word(run, at)).or_else(|| single(run, at))
}

/// A number and its unit.
fn counted(run: &Run<'_>, at: usize) -> Option<Term> {
    let number = numeral::number(run, at)?;
    let end = repeated(run, &number);
    let unit = end + usize::from(run.is_mark(end, &['-', '‑', '‐', '–']));
    let years = run.is(unit, &run.lists.units.years).map(|end| (end, 1));
    let (end, factor) = years.or_else(|| run.is(unit, &run.lists.units.decades).map(|end| (end, 10)))?;
    let years = Some(number.sense * factor).filter(|y| (1..=LONGEST).contains(y))?;
    // The unit belongs to the number of a year that follows: 8 May of the year 2018.
    run.four_digits(end).is_none().then_some(Term { start: at, end, skip: number.skip, years })
}

/// The end of a number that is repeated in brackets: twenty (20) years.
fn repeated(run: &Run<'_>, number: &Match<u32>) -> usize {
    let open = run.is_mark(number.end, &['(']);
    let again = numeral::number(run, number.end + 1).filter(|m| open && m.sense == number.sense);
    again.filter(|m| run.is_mark(m.end, &[')'])).map_or(number.end, |m| m.end + 1)
}

/// Two years or two decades, which Arabic says in one word.
fn in_one_word(run: &Run<'_>, at: usize) -> Option<Term> {
    if let Some(two) = run.finds(at, &run.lists.units.two_years) {
        return Some(Term { start: at, end: two.end, skip: two.skip, years: 2 });
    }
    let two = run.finds(at, &run.lists.units.two_decades)?;
    let time = run.is(two.end, &run.lists.words.time_noun);
    // The word means two contracts too.
    let said = time.is_some() || run.follows(at, &run.lists.words.for_term);
    said.then_some(Term { start: at, end: time.unwrap_or(two.end), skip: two.skip, years: 20 })
}

/// One year: for a year.
fn single(run: &Run<'_>, at: usize) -> Option<Term> {
    let unit = run.finds(at, &run.lists.units.year)?;
    let one = run.is(unit.end, &run.lists.words.one);
    let said = one.is_some() || run.follows(at, &run.lists.words.for_term);
    let end = one.unwrap_or(unit.end);
    let free = numeral::number(run, end).is_none() && !(run.language == Language::En && run.is_mark(end, &['-']));
    (said && free).then_some(Term { start: at, end, skip: unit.skip, years: 1 })
}

/// Whether the years are gone by, or an age.
fn is_lapse(run: &Run<'_>, term: &Term) -> bool {
    let words = &run.lists.words;
    let after = term.end + usize::from(run.is_mark(term.end, &['-', '‑', '‐']));
    let before = run.opener(term.start, &words.about).unwrap_or(term.start);
    let ahead = run.follows(term.start, &words.lapse_before) || run.follows(before, &words.lapse_before);
    ahead || run.is(after, &words.lapse_after).is_some()
}
