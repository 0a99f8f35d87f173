//! Which date of a sentence says when a deed was done.
//!
//! A date at the head of a clause dates the verb behind it, any other the verb before it. What is
//! reported has the date of the report when it has none of its own.

use detente_codebook::{Edtf, Span};

use crate::clause::{Clauses, Wall};
use crate::frame::{Part, Trigger};

/// How many words may stand between a date and the mark at the head of its clause.
const LEAD: usize = 3;

/// How far behind an event noun its date may stand.
const NEAR_NOUN: usize = 10;

/// The date of what a trigger says, and where it stands.
pub(crate) fn date_of(clauses: &Clauses<'_>, trigger: &Trigger, dates: &[(Span, Edtf)]) -> Option<(Span, Edtf)> {
    let verb = governing_verb(clauses, trigger)?;
    let of = |verb: &Trigger| dates.iter().find(|(span, _)| owner(clauses, *span).is_some_and(|o| o.from == verb.from)).copied();
    if trigger.part == Part::Noun
        && let Some(found) = beside_noun(clauses, trigger, dates)
    {
        return Some(found);
    }
    let report = || report_of(clauses, &verb).and_then(|r| of(&r));
    of(&verb).or_else(report).or_else(|| before_relative(clauses, &verb, dates))
}

/// `on 4 September, when the two signed`, `the accord of 1972, in which they promised`.
fn before_relative(clauses: &Clauses<'_>, verb: &Trigger, dates: &[(Span, Edtf)]) -> Option<(Span, Edtf)> {
    let Some((Wall::Relative, wall)) = clauses.opened(verb.from) else { return None };
    let place = clauses.tokens.get(wall)?.span.start;
    dates.iter().find(|(span, _)| span.end <= place && place - span.end <= LEAD).copied()
}

/// The verb whose clause an event noun stands in; a verb governs itself.
fn governing_verb(clauses: &Clauses<'_>, trigger: &Trigger) -> Option<Trigger> {
    if matches!(trigger.part, Part::Verb(_)) {
        return Some(trigger.clone());
    }
    let clause = clauses.clause(trigger.from);
    let inside = |t: &&Trigger| clause.contains(&t.from);
    let before = clauses.verbs().filter(inside).filter(|t| t.from < trigger.from).last();
    before.or_else(|| clauses.verbs().find(inside)).cloned().or_else(|| Some(trigger.clone()))
}

fn beside_noun(clauses: &Clauses<'_>, trigger: &Trigger, dates: &[(Span, Edtf)]) -> Option<(Span, Edtf)> {
    let limit = clauses.tokens.len().min(trigger.end + NEAR_NOUN);
    let end = (trigger.end..limit).find(|i| !reaches(clauses, *i, i + 1)).unwrap_or(limit);
    let next = clauses.triggers.iter().map(|t| t.from).find(|f| *f >= trigger.end).unwrap_or(end).min(end);
    let reach = clauses.span_of(trigger.from..next.max(trigger.end));
    dates.iter().find(|(span, _)| reach.holds(*span) && !is_bound(clauses, *span)).copied()
}

/// Whether a date bounds a time and does not name the day of a deed: `since 2001`.
fn is_bound(clauses: &Clauses<'_>, date: Span) -> bool {
    let from = clauses.tokens.iter().position(|t| t.span.end > date.start).unwrap_or(0);
    (from.saturating_sub(2)..from).any(|i| clauses.grammar.since.behind(&clauses.tokens, i) > 0)
}

/// The verb of the report that a clause stands in: `announced in May that`.
fn report_of(clauses: &Clauses<'_>, verb: &Trigger) -> Option<Trigger> {
    let Some((Wall::That, wall)) = clauses.opened(verb.from) else { return None };
    clauses.verbs().filter(|t| t.from < wall).last().cloned()
}

/// The verb that a date belongs to.
fn owner(clauses: &Clauses<'_>, date: Span) -> Option<Trigger> {
    let from = clauses.tokens.iter().position(|t| t.span.end > date.start)?;
    if is_bound(clauses, date) {
        return None;
    }
    let to = clauses.tokens.iter().position(|t| t.span.start >= date.end).unwrap_or(clauses.tokens.len());
    let after = || clauses.verbs().find(|t| t.from >= to && reaches(clauses, to, t.from)).cloned();
    let before = || clauses.verbs().filter(|t| t.from < from && reaches(clauses, t.from + 1, from)).last().cloned();
    if is_fronted(clauses, from) { after().or_else(before) } else { before().or_else(after) }
}

/// Whether nothing between two places opens another clause, a report apart.
fn reaches(clauses: &Clauses<'_>, from: usize, to: usize) -> bool {
    let parts = |i: usize| matches!(clauses.walls.get(i), Some(Some((Wall::Relative | Wall::Break | Wall::Condition, _))));
    !(from..to).any(parts)
}

/// Whether a date stands at the head of a clause, its preposition apart.
fn is_fronted(clauses: &Clauses<'_>, from: usize) -> bool {
    for back in 0..=LEAD {
        let Some(at) = from.checked_sub(back + 1) else { return true };
        let Some(token) = clauses.tokens.get(at) else { return true };
        if is_head(clauses, at) {
            return true;
        }
        let joined = token.fold.starts_with(['و', 'ف']) && clauses.grammar.places.behind(&clauses.tokens, at) > 0;
        if joined && !clauses.grammar.places.has(&token.fold) {
            return true;
        }
        let verb = clauses.triggers.iter().any(|t| t.from <= at && at < t.to && matches!(t.part, Part::Verb(_)));
        if verb || clauses.parties.iter().any(|p| p.from <= at && at < p.to) {
            return false;
        }
    }
    false
}

fn is_head(clauses: &Clauses<'_>, at: usize) -> bool {
    let Some(token) = clauses.tokens.get(at) else { return true };
    let mark = !token.is_word() && !token.raw.chars().all(char::is_numeric) && !token.is_mark('-');
    mark || clauses.grammar.and.has(&token.fold) || clauses.walls.get(at).is_some_and(Option::is_some)
}
