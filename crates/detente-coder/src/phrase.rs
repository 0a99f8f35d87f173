//! Word patterns of a data file, matched on tokens: words in order, `*` for a few words between.

use detente_codebook::Language;

use crate::clitic::splits_with_pronouns;
use crate::token::{Token, form};

/// How many words a `*` may stand for.
const GAP: usize = 8;

#[derive(Clone, Debug)]
enum Piece {
    Word(String),
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
        let piece =
            |w: &str| if w == "*" { vec![Piece::Gap] } else { form(w).into_iter().map(|t| Piece::Word(t.fold)).collect() };
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

    fn is(&self, token: &Token, word: &str) -> bool {
        token.fold == word || self.arabic && splits_with_pronouns(&token.fold).iter().any(|s| !s.future && s.stem == word)
    }

    /// The first place where the pattern stands.
    pub(crate) fn find(&self, tokens: &[Token]) -> Option<(usize, usize)> {
        (0..tokens.len()).find_map(|i| self.at(tokens, i).map(|to| (i, to)))
    }
}
