//! Conditionals: what would follow, and on what condition.
//!
//! The condition runs from its opening word to the comma before what follows; where the condition
//! stands last, what follows is the clause before it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{Conditional, Language, Span, Text, fold};
use serde::Deserialize;

use crate::grammar::{Grammar, grammar};
use crate::token::{Token, form, tokens};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    before: Vec<String>,
    inverted: Vec<String>,
    then: Vec<String>,
    source: Vec<String>,
    #[serde(default)]
    owned: Vec<String>,
    consequent: Vec<String>,
}

const FILE: &str = include_str!("../../../data/grammar/conditions.toml");

static LISTS: LazyLock<BTreeMap<String, Lists>> = LazyLock::new(|| detente_codebook::embedded(FILE).unwrap_or_default());

/// A sentence, or the quoted words of one, as tokens with what the lists say of them.
struct Line<'a> {
    text: &'a Text,
    grammar: &'static Grammar,
    tokens: Vec<Token>,
    lists: &'a Lists,
}

/// The conditionals of one sentence. `holder` says who holds what stands at a place.
pub(crate) fn conditionals(text: &Text, sentence: Span, language: Language, holder: &dyn Fn(Span) -> String) -> Vec<Conditional> {
    let Some(lists) = LISTS.get(language.tag()) else { return Vec::new() };
    let line = Line { text, grammar: grammar(language), tokens: tokens(text, sentence), lists };
    let mut out: Vec<Conditional> = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        let found = line.opening(at).and_then(|len| line.read(at, len)).or_else(|| line.by_source(at));
        let Some((first, second, next)) = found else {
            at += 1;
            continue;
        };
        if let (Some(antecedent), Some(consequent)) = (text.quote(first), text.quote(second)) {
            out.push(Conditional { antecedent, consequent, holder: holder(first) });
        }
        at = next.max(at + 1);
    }
    out
}

fn phrase_at(tokens: &[Token], at: usize, words: &str) -> Option<usize> {
    let want = form(words);
    let same = |(t, w): (&Token, &Token)| t.fold == w.fold;
    (tokens.len() >= at + want.len() && !want.is_empty() && tokens.iter().skip(at).zip(&want).all(same)).then_some(want.len())
}

fn any_at(tokens: &[Token], at: usize, list: &[String]) -> Option<usize> {
    list.iter().filter_map(|w| phrase_at(tokens, at, w)).max()
}

/// Verbs that end or begin the words about who speaks.
const SAYS: [&str; 8] = ["said", "says", "warned", "warns", "argued", "argues", "added", "adds"];

impl Line<'_> {
    fn mark(&self, at: usize, marks: &str) -> bool {
        self.tokens.get(at).is_some_and(|t| marks.chars().any(|c| t.is_mark(c)))
    }

    fn is_comma(&self, at: usize) -> bool {
        self.mark(at, ",،")
    }

    /// How many tokens open a condition at `at`.
    fn opening(&self, at: usize) -> Option<usize> {
        let plain = any_at(&self.tokens, at, &self.lists.before).filter(|_| !self.is_question(at));
        plain.or_else(|| {
            let begins = at == 0 || self.is_comma(at - 1) || self.mark(at - 1, ";:؛“\"«");
            any_at(&self.tokens, at, &self.lists.inverted)
                .filter(|_| begins && !self.mark(self.tokens.len().saturating_sub(1), "?"))
        })
    }

    /// `ما إذا` and `as if` ask or compare; they state no condition.
    fn is_question(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|b| self.tokens.get(b))
            .is_some_and(|t| ["ما", "عما", "as", "wonder", "wondered", "ask", "asked"].contains(&t.fold.as_str()))
    }

    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (a, b) = (self.tokens.get(from)?, self.tokens.get(to.checked_sub(1)?)?);
        (from < to).then(|| a.span.to(b.span))
    }

    /// The end of the sentence or of the quotation around `at`.
    fn end(&self, at: usize) -> usize {
        let opened = self.tokens.iter().take(at).filter(|t| t.is_quote_mark()).count() % 2 == 1;
        let stops = |i: &usize| self.mark(*i, ".؟?!؛;") || opened && self.tokens.get(*i).is_some_and(Token::is_quote_mark);
        (at..self.tokens.len()).find(stops).unwrap_or(self.tokens.len())
    }

    fn read(&self, at: usize, len: usize) -> Option<(Span, Span, usize)> {
        let first = at + len;
        if self.tokens.get(first).is_some_and(Token::is_quote_mark) {
            return self.quoted_condition(at, first);
        }
        let end = self.end(first);
        match self.consequent(first, end) {
            Some((stop, from)) if self.leads(at) => Some((self.span(at, stop)?, self.span(from, self.reasons(from, end))?, end)),
            _ => self.trailing(at, first, end),
        }
    }

    /// Where what follows ends: before a comma and a word that gives reasons or contrasts.
    fn reasons(&self, from: usize, end: usize) -> usize {
        let turns = |i: &usize| self.is_comma(*i) && self.grammar.reason.behind(&self.tokens, i + 1) > 0;
        (from..end).find(turns).or_else(|| self.attribution(from, end)).unwrap_or(end)
    }

    /// `…, Mr Smith said`: the comma before the last words, when they only say who speaks.
    fn attribution(&self, from: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let comma = (from..end).rev().find(|i| self.is_comma(*i)).filter(|i| end - i <= LONGEST)?;
        let says = |i: usize| self.tokens.get(i).is_some_and(|t| SAYS.contains(&t.fold.as_str()));
        (says(comma + 1) || says(end - 1)).then_some(comma)
    }

    /// Whether the condition stands at the head of its clause.
    fn leads(&self, at: usize) -> bool {
        let short = |from: usize| at.saturating_sub(from) <= 3;
        let head = (0..at).rev().find(|i| {
            self.is_comma(*i)
                || self.mark(*i, ":;؛.“\"«()-–—")
                || self
                    .tokens
                    .get(*i)
                    .is_some_and(|t| ["that", "ان", "انه", "بانه", "بان", "but", "and", "لكن"].contains(&t.fold.as_str()))
        });
        short(head.map_or(0, |h| h + 1))
    }

    fn quoted_condition(&self, at: usize, mark: usize) -> Option<(Span, Span, usize)> {
        let close = (mark + 1..self.tokens.len()).find(|i| self.tokens.get(*i).is_some_and(Token::is_quote_mark))?;
        Some((self.span(mark + 1, close)?, self.clause_before(at, true)?, close + 1))
    }

    /// Where the condition stops and what follows begins.
    fn consequent(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        let then = |i: &usize| any_at(&self.tokens, *i, &self.lists.then).is_some();
        if let Some(at) = (from + 1..end).find(then) {
            let stop = if self.is_comma(at - 1) { at - 1 } else { at };
            let english = usize::from(self.tokens.get(at).is_some_and(|t| t.fold == "then"));
            return Some((stop, at + english));
        }
        let commas: Vec<usize> = (from + 1..end).filter(|i| self.is_comma(*i)).collect();
        let follows = |c: &&usize| (**c + 1..(**c + 8).min(end)).any(|i| !self.is_comma(i) && self.opens_consequent(i));
        let best = commas.iter().find(follows).or_else(|| commas.first())?;
        Some((*best, best + 1))
    }

    fn opens_consequent(&self, at: usize) -> bool {
        let future = self.tokens.get(at).is_some_and(|t| {
            ["سي", "ست", "فسي", "فست", "لن"].iter().any(|p| t.fold.starts_with(p) && t.fold.chars().count() > 4)
        });
        future || any_at(&self.tokens, at, &self.lists.consequent).is_some()
    }

    /// The condition stands last: what follows from it is the clause before.
    fn trailing(&self, at: usize, first: usize, end: usize) -> Option<(Span, Span, usize)> {
        let stop =
            (first..end).find(|i| self.is_comma(*i) || self.tokens.get(*i).is_some_and(Token::is_quote_mark)).unwrap_or(end);
        Some((self.span(at, stop)?, self.clause_before(at, false)?, stop))
    }

    fn clause_before(&self, at: usize, over_quotes: bool) -> Option<Span> {
        let stops = |i: &usize| {
            let quote = !over_quotes && self.tokens.get(*i).is_some_and(Token::is_quote_mark);
            quote
                || self.mark(*i, ":;؛.")
                || self.tokens.get(*i).is_some_and(|t| ["that", "ان", "بان", "انه", "انها"].contains(&t.fold.as_str()))
        };
        let from = (0..at).rev().find(stops).map_or(0, |i| i + 1);
        let to = if at > 0 && self.is_comma(at - 1) { at - 1 } else { at };
        let span = self.span(from, to)?;
        (fold::fold(&self.text.slice(span)).split_whitespace().count() >= 2).then_some(span)
    }

    /// `Any march on the port would push Y`: something not yet there, and what it would do.
    fn by_would(&self, at: usize) -> Option<(Span, Span, usize)> {
        const SHORT: usize = 14;
        self.tokens.get(at).filter(|t| t.fold == "would")?;
        let head = |i: &usize| {
            i.checked_sub(1).is_none_or(|b| {
                self.mark(b, ".,;:“\"«") || self.tokens.get(b).is_some_and(|t| matches!(t.fold.as_str(), "that" | "but" | "and"))
            })
        };
        let from = (at.saturating_sub(SHORT)..at).rev().find(head)?;
        let vague = self
            .tokens
            .get(from)
            .is_some_and(|t| matches!(t.fold.as_str(), "a" | "an" | "any" | "such" | "another" | "further" | "more"));
        let plain = (from..at).all(|i| {
            self.tokens.get(i).is_some_and(|t| t.is_word() && !matches!(t.fold.as_str(), "said" | "says" | "who" | "which"))
        });
        let end = self.end(at);
        let asked = self.mark(end, "?") || any_at(&self.tokens, from, &self.lists.before).is_some();
        (vague && plain && !asked && at - from >= 2).then_some(())?;
        Some((self.span(from, at)?, self.span(at, self.reasons(at, end))?, end))
    }

    /// `X من شأنه أن Y`, `من شأن X أن Y`.
    fn by_source(&self, at: usize) -> Option<(Span, Span, usize)> {
        if let Some(len) = any_at(&self.tokens, at, &self.lists.owned) {
            let end = self.end(at + len);
            let cut = (at + len + 1..end).find(|i| self.tokens.get(*i).is_some_and(|t| t.fold == "ان"))?;
            return Some((self.span(at + len, cut)?, self.span(cut + 1, self.reasons(cut + 1, end))?, end));
        }
        if let Some(found) = self.by_would(at) {
            return Some(found);
        }
        let len = any_at(&self.tokens, at, &self.lists.source)?;
        let end = self.end(at + len);
        Some((self.clause_before(at, false)?, self.span(at + len, end)?, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(words: &str, language: Language) -> (String, String) {
        let text = Text::new(words);
        let found = conditionals(&text, Span::new(0, text.len()), language, &|_| String::new());
        let c = found.first().cloned().unwrap();
        (c.antecedent.exact, c.consequent.exact)
    }

    #[test]
    fn conditions_before_and_after() {
        assert_eq!(first("If Ardania leaves the pact, Belmora will follow.", Language::En).1, "Belmora will follow");
        let said = "If Ardania leaves the pact, Belmora will follow, Mr Smith said.";
        assert_eq!(first(said, Language::En).1, "Belmora will follow");
        assert_eq!(first("Belmora will leave if Ardania attacks.", Language::En).0, "if Ardania attacks");
        assert_eq!(first("Should talks fail, sanctions would return.", Language::En).0, "Should talks fail");
    }

    #[test]
    fn the_lists_are_read() {
        assert!(toml::from_str::<BTreeMap<String, Lists>>(FILE).is_ok());
    }
}
