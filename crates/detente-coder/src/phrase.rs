//! Word patterns of a data file, matched on tokens: words in order, `*` for a few words between.

use detente_codebook::Language;

use crate::token::{Token, form};
use crate::word::{Word, WordMap};

/// How many words a `*` may stand for.
const GAP: usize = 8;

#[derive(Clone, Debug)]
enum Piece {
    Word(Word),
    Gap,
}

/// A pattern of words and gaps.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pieces: Vec<Piece>,
    arabic: bool,
}

impl Phrase {
    pub(crate) fn new(words: &str, language: Language) -> Self {
        let piece = |w: &str| {
            if w == "*" { vec![Piece::Gap] } else { form(w).into_iter().map(|t| Piece::Word(Word::new(&t.fold))).collect() }
        };
        Self { pieces: words.split(' ').flat_map(piece).collect(), arabic: language == Language::Ar }
    }

    /// One past the last token when the pattern begins at `at`.
    pub(crate) fn at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let (mut here, mut gap) = (at, false);
        for piece in &self.pieces {
            match piece {
                Piece::Gap => gap = true,
                Piece::Word(word) => {
                    let reach = if gap { here + GAP } else { here };
                    here = (here..=reach).find(|i| tokens.get(*i).is_some_and(|t| self.is(t, word)))? + 1;
                    gap = false;
                }
            }
        }
        Some(here)
    }

    fn is(&self, token: &Token, word: &Word) -> bool {
        word.is(token.spelled()) || self.arabic && token.readings().any(|s| !s.future && word.is(s.spelled()))
    }
}

/// Patterns with what each of them means, found by their first word.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    list: Vec<(Phrase, T)>,
    by_word: WordMap<Vec<usize>>,
    arabic: bool,
}

impl<T> Phrases<T> {
    pub(crate) fn new(language: Language, words: impl IntoIterator<Item = (String, T)>) -> Self {
        let list: Vec<(Phrase, T)> = words.into_iter().map(|(w, t)| (Phrase::new(&w, language), t)).collect();
        let mut by_word: WordMap<Vec<usize>> = WordMap::default();
        for (i, (phrase, _)) in list.iter().enumerate() {
            if let Some(Piece::Word(first)) = phrase.pieces.first() {
                by_word.entry(first.letters()).push(i);
            }
        }
        Self { list, by_word, arabic: language == Language::Ar }
    }

    /// The patterns that begin at `at`, in the order of the list: one past the last token, and the meaning.
    pub(crate) fn at<'p>(&'p self, tokens: &'p [Token], at: usize) -> impl Iterator<Item = (usize, &'p T)> {
        self.candidates(tokens, at).into_iter().filter_map(move |i| {
            let (phrase, meaning) = self.list.get(i)?;
            phrase.at(tokens, at).map(|to| (to, meaning))
        })
    }

    fn candidates(&self, tokens: &[Token], at: usize) -> Vec<usize> {
        let Some(token) = tokens.get(at) else { return Vec::new() };
        let mut out: Vec<usize> = self.by_word.get(token.spelled()).cloned().unwrap_or_default();
        if self.arabic {
            let stems = token.readings().skip(1).filter(|s| !s.future);
            out.extend(stems.filter_map(|s| self.by_word.get(s.spelled())).flatten());
            out.sort_unstable();
            out.dedup();
        }
        out
    }

    /// The first place of each pattern that stands, in the order of the list.
    pub(crate) fn find(&self, tokens: &[Token]) -> Vec<(usize, usize, &T)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for at in 0..tokens.len() {
            for i in self.candidates(tokens, at) {
                let to = self.list.get(i).and_then(|(p, _)| p.at(tokens, at));
                found.extend(to.map(|to| (i, at, to)));
            }
        }
        found.sort_by_key(|(i, from, _)| (*i, *from));
        found.dedup_by_key(|(i, ..)| *i);
        found.into_iter().filter_map(|(i, from, to)| self.list.get(i).map(|(_, t)| (from, to, t))).collect()
    }

    /// Whether any pattern begins at `at`.
    pub(crate) fn stands(&self, tokens: &[Token], at: usize) -> bool {
        self.at(tokens, at).next().is_some()
    }
}
