//! The title: its category before a dash, bar or colon, and the question it asks.

use detente_codebook::{Span, Text};

use super::lists;
use super::unit::{Ending, Unit};
use crate::token::Token;

/// What a title line holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TitleParts {
    /// The category before it.
    pub(super) category: Option<Span>,
    /// The question it asks.
    pub(super) question: Option<Span>,
}

/// Takes a title line apart.
pub(super) fn parts(text: &Text, unit: &Unit) -> TitleParts {
    let cut = category_end(unit);
    let before = cut.map(|(end, _)| text.trim(Span::new(unit.span.start, end)));
    let category = before.or_else(|| category_after(unit));
    let start = cut.map_or(unit.span.start, |(_, next)| next);
    let question = question(text, unit, start);
    TitleParts { category, question }
}

/// Whether the line is a category and nothing else.
pub(super) fn is_category(unit: &Unit) -> bool {
    let tokens = unit.words();
    unit.ending == Ending::Open && lists::anatomy().category.is_whole(&tokens)
}

/// Whether a known category stands before the title.
pub(super) fn has_category(unit: &Unit) -> bool {
    category_end(unit).is_some() || category_after(unit).is_some()
}

const DASHES: [char; 9] = ['ـ', '—', '–', '-', '|', '/', '»', '›', '•'];

/// Where the category ends and where the title goes on.
fn category_end(unit: &Unit) -> Option<(usize, usize)> {
    let cuts = unit.tokens.iter().enumerate().filter(|(i, t)| *i > 0 && is_cut(unit, *i, t));
    cuts.take(2).find_map(|(i, cut)| {
        let before = unit.tokens.get(..i)?;
        let spaced = !cut.is_mark(':') && !cut.is_mark('/');
        let known = is_known(before);
        let short = before.len() <= 3 && asks_after(unit, i) && spaced;
        (known || short).then(|| (before.last().map_or(cut.span.start, |t| t.span.end), cut.span.end))
    })
}

/// A known category after the last dash or bar of the line.
fn category_after(unit: &Unit) -> Option<Span> {
    let is_last = |(i, t): &(usize, &Token)| *i > 0 && !t.is_mark(':') && is_cut(unit, *i, t);
    let (last, _) = unit.tokens.iter().enumerate().rfind(is_last)?;
    let after = unit.tokens.get(last + 1..).filter(|a| is_known(a))?;
    Some(Span::new(after.first()?.span.start, after.last()?.span.end))
}

/// A dash between spaces, a bar, or a colon.
fn is_cut(unit: &Unit, at: usize, token: &Token) -> bool {
    let spaced = |t: Option<&Token>, gap: fn(&Token, &Token) -> bool| t.is_some_and(|t| gap(t, token));
    let before = spaced(unit.tokens.get(at.wrapping_sub(1)), |t, cut| t.span.end < cut.span.start);
    let after = spaced(unit.tokens.get(at + 1), |t, cut| cut.span.end < t.span.start);
    let dash = DASHES.iter().any(|d| token.is_mark(*d)) && (before || after);
    dash || token.is_mark(':') || token.is_mark('|')
}

fn is_known(before: &[Token]) -> bool {
    let words = super::phrase::words(before);
    !words.is_empty() && lists::anatomy().category.is_whole(&words)
}

/// A short unknown prefix is a category only before a question.
fn asks_after(unit: &Unit, cut: usize) -> bool {
    unit.ending == Ending::Question && unit.tokens.len() > cut + 4
}

/// The last sentence of the title, when it is a question.
fn question(text: &Text, unit: &Unit, start: usize) -> Option<Span> {
    let marks = |t: &&Token| t.is_mark('؟') || t.is_mark('?');
    let end = unit.tokens.iter().rev().find(marks).map(|t| t.span.end)?;
    let closed = unit.tokens.iter().filter(|t| t.span.end < end && t.span.start > start);
    let mut stops = closed.filter(|t| ['؟', '?', '!', '.'].iter().any(|m| t.is_mark(*m)));
    let from = stops.next_back().map_or(start, |t| t.span.end);
    Some(text.trim(Span::new(from, end))).filter(|s| !s.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::unit::Tag;
    use super::*;

    fn of(s: &str) -> (Option<String>, Option<String>) {
        let text = Text::new(s);
        let unit = Unit::new(&text, Span::new(0, text.len()), Tag::None).unwrap();
        let parts = parts(&text, &unit);
        (parts.category.map(|c| text.slice(c)), parts.question.map(|q| text.slice(q)))
    }

    #[test]
    fn category_and_question_come_apart() {
        let some = |s: &str| Some(s.to_owned());
        assert_eq!(of("Analysis: Will the pact hold?"), (some("Analysis"), some("Will the pact hold?")));
        assert_eq!(of("Opinion | Why not"), (some("Opinion"), None));
        assert_eq!(of("Iran: what comes next?"), (None, some("Iran: what comes next?")));
        assert_eq!(of("Why not? | Policy brief"), (some("Policy brief"), some("Why not?")));
        assert_eq!(of("The Russia-Iran pact"), (None, None));
        assert_eq!(of("A pact was signed. Will it hold?"), (None, some("Will it hold?")));
    }
}
