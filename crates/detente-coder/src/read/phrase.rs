//! Phrases of the word lists, matched on folded words.

use crate::token::{Token, TokenKind, form};
use crate::word::{Spelled, Word, WordMap};

/// How many words a `*` may stand for.
const GAP: usize = 4;

/// A phrase: words, and `None` for up to four words of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase(Vec<Option<Word>>);

impl Phrase {
    /// Reads a line of a list.
    pub(super) fn new(line: &str) -> Self {
        let part = |w: &str| -> Vec<Option<Word>> {
            if w == "*" { vec![None] } else { words(&form(w)).into_iter().map(|t| Some(Word::new(&t.fold))).collect() }
        };
        Self(line.split_whitespace().flat_map(part).collect())
    }

    /// How many words it names.
    pub(super) fn named(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// Where the phrase ends when it begins at word `at`.
    pub(super) fn ends(&self, words: &[&Token], at: usize) -> Option<usize> {
        ends(&self.0, words, at)
    }

    fn first(&self) -> Option<&Word> {
        self.0.first()?.as_ref()
    }
}

fn ends(parts: &[Option<Word>], words: &[&Token], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    let Some(word) = part else {
        return (at..=at + GAP).find_map(|next| ends(rest, words, next));
    };
    word.is(words.get(at)?.spelled()).then(|| ends(rest, words, at + 1))?
}

/// The tokens that are not marks.
pub(super) fn words(tokens: &[Token]) -> Vec<&Token> {
    tokens.iter().filter(|t| t.kind != TokenKind::Mark).collect()
}

/// Phrases by their first word, each with what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Phrases<T>(WordMap<Vec<(Phrase, T)>>);

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(WordMap::default())
    }
}

impl<T: Clone> Phrases<T> {
    /// Adds the phrases of a list, one a line.
    pub(super) fn add(&mut self, list: &str, sense: &T) {
        for phrase in list.lines().map(str::trim).filter(|l| !l.is_empty()).map(Phrase::new) {
            let Some(first) = phrase.first().map(|w| w.letters().to_owned()) else { continue };
            self.0.entry(&first).push((phrase, sense.clone()));
        }
    }

    /// Whether any phrase begins with a word.
    pub(super) fn begins(&self, word: Spelled<'_>) -> bool {
        self.0.has(word)
    }

    /// Every phrase that begins at word `at`, with where it ends.
    pub(super) fn at(&self, words: &[&Token], at: usize) -> Vec<(usize, &Phrase, &T)> {
        let listed = words.get(at).and_then(|w| self.0.get(w.spelled()));
        let found = listed.into_iter().flatten();
        found.filter_map(|(p, sense)| p.ends(words, at).map(|end| (end, p, sense))).collect()
    }

    /// Where the longest phrase that begins at word `at` ends.
    pub(super) fn longest(&self, words: &[&Token], at: usize) -> Option<usize> {
        self.at(words, at).into_iter().map(|(end, ..)| end).max()
    }

    /// Whether the words from `at` on are one phrase and nothing else.
    pub(super) fn is_whole(&self, words: &[&Token]) -> bool {
        self.at(words, 0).iter().any(|(end, ..)| *end == words.len())
    }

    /// Whether a phrase stands anywhere.
    pub(super) fn has(&self, words: &[&Token]) -> bool {
        (0..words.len()).any(|at| self.longest(words, at).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(phrase: &str, line: &str) -> Option<usize> {
        let tokens = form(line);
        Phrase::new(phrase).ends(&words(&tokens), 0)
    }

    #[test]
    fn a_gap_holds_up_to_four_words() {
        assert_eq!(end("follow * twitter", "Follow us on Twitter now"), Some(4));
        assert_eq!(end("follow * twitter", "Follow twitter"), Some(2));
        assert_eq!(end("follow * twitter", "Follow a b c d e twitter"), None);
        assert_eq!(end("op-ed", "Op-Ed: a view"), Some(2));
    }
}
