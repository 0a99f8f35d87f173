//! A run of words that dates are looked for in.

use detente_codebook::{Edtf, Language, Span, Text, fold};
use jiff::civil::Date;

use super::super::phrase::Phrases;
use super::words::{Forms, Lists, Numbered, lists};
use crate::token::{Token, TokenKind};

/// How many words a phrase of the lists may have.
const LONGEST: usize = 5;

/// A form that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match<T> {
    /// The token after it.
    pub(super) end: usize,
    /// How many characters of the first token do not belong to it.
    pub(super) skip: usize,
    /// What it stands for.
    pub(super) sense: T,
}

/// A date that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its first token.
    pub(super) start: usize,
    /// The token after it.
    pub(super) end: usize,
    /// How many characters of the first token do not belong to it.
    pub(super) skip: usize,
    /// What it means.
    pub(super) date: Edtf,
}

/// The tokens of a span with the lists of a language and the day of writing.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    /// The text they stand in.
    text: &'a Text,
    /// The tokens.
    tokens: &'a [Token],
    /// The lists.
    pub(super) lists: &'static Lists,
    /// The language of the lists.
    pub(super) language: Language,
    /// When it was written.
    pub(super) published: Option<Edtf>,
}

impl<'a> Run<'a> {
    /// The run of these tokens of a text.
    pub(super) fn new(text: &'a Text, tokens: &'a [Token], language: Language, published: Option<Edtf>) -> Self {
        Self { text, tokens, lists: lists(language), language, published }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A token.
    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// Whether a date or a term may begin at a token: with figures, or with a word of the lists.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let written = || self.language == Language::Ar && token.heads().skip(1).any(|s| self.lists.first.has(s.spelled()));
        let figures = token.kind == TokenKind::Number || token.fold.starts_with(|c: char| c.is_ascii_digit());
        figures || self.lists.first.has(token.spelled()) || written()
    }

    /// Whether a token is a word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_word)
    }

    /// Whether a token is a number.
    pub(super) fn is_figures(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Whether a token is one of these marks.
    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.token(at).is_some_and(|t| marks.iter().any(|m| t.is_mark(*m)))
    }

    /// Whether nothing shows between a token and the next.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        let pair = self.token(at).zip(self.token(at + 1));
        let between = pair.and_then(|(a, b)| self.text.get(Span::new(a.span.end, b.span.start)));
        between.is_some_and(|b| b.chars().all(fold::is_invisible))
    }

    /// A whole number of at most four digits.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        self.digits(at).filter(|d| d.len() <= 4)?.parse().ok()
    }

    /// A number of four digits.
    pub(super) fn four_digits(&self, at: usize) -> Option<i16> {
        self.digits(at).filter(|d| d.len() == 4)?.parse().ok()
    }

    fn digits(&self, at: usize) -> Option<&'a str> {
        let token = self.token(at).filter(|t| t.kind == TokenKind::Number)?;
        Some(token.fold.as_str()).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))
    }

    /// The day of writing.
    pub(super) fn today(&self) -> Option<Date> {
        self.published.and_then(Edtf::as_day)
    }

    /// Where a form of a list ends that begins at a token.
    pub(super) fn is(&self, at: usize, forms: &Forms) -> Option<usize> {
        self.whole(at, &forms.0).map(|m| m.end)
    }

    /// Where a phrase ends that begins at a token.
    pub(super) fn ends(&self, at: usize, phrases: &Phrases<()>) -> Option<usize> {
        self.whole(at, phrases).map(|m| m.end)
    }

    /// As [`Self::is`], with a conjunction or preposition written with the word.
    pub(super) fn finds(&self, at: usize, forms: &Forms) -> Option<Match<()>> {
        self.find(at, &forms.0)
    }

    /// The number a form stands for, with or without a conjunction or preposition.
    pub(super) fn counts(&self, at: usize, forms: &Numbered) -> Option<Match<u32>> {
        self.find(at, &forms.0)
    }

    /// The number a form stands for.
    pub(super) fn means(&self, at: usize, forms: &Numbered) -> Option<Match<u32>> {
        self.whole(at, &forms.0)
    }

    /// Whether a form of a list ends right before a token.
    pub(super) fn follows(&self, at: usize, forms: &Forms) -> bool {
        self.opener(at, forms).is_some()
    }

    /// The first token of a form of a list that ends right before a token.
    pub(super) fn opener(&self, at: usize, forms: &Forms) -> Option<usize> {
        let from = at.saturating_sub(LONGEST);
        (from..at).find(|s| self.finds(*s, forms).is_some_and(|m| m.end == at))
    }

    /// The token after the word that joins two ends of an interval, the first of them from `start`
    /// to `end`; a conjunction joins them only after a word such as between.
    pub(super) fn join(&self, start: usize, end: usize) -> Option<usize> {
        let words = &self.lists.words;
        let and = self.is(end, &words.also).is_some();
        let opened = self.follows(start, if and { &words.between } else { &words.opens });
        self.finds(end, &words.joins).filter(|_| opened).map(|m| m.end)
    }

    fn find<T: Clone>(&self, at: usize, phrases: &Phrases<T>) -> Option<Match<T>> {
        self.whole(at, phrases).or_else(|| self.attached(at, phrases))
    }

    fn whole<T: Clone>(&self, at: usize, phrases: &Phrases<T>) -> Option<Match<T>> {
        self.phrase(self.token(at)?, at, phrases)
    }

    /// A phrase whose first word is `first`, the others following token `at`.
    fn phrase<T: Clone>(&self, first: &Token, at: usize, phrases: &Phrases<T>) -> Option<Match<T>> {
        if !phrases.begins(first.spelled()) {
            return None;
        }
        let rest = (at + 1..self.len()).filter(|i| !self.is_mark(*i, &['-', '‑', '‐'])).take(LONGEST);
        let places: Vec<usize> = std::iter::once(at).chain(rest).collect();
        let others = places.iter().skip(1).filter_map(|i| self.token(*i));
        let words: Vec<&Token> = std::iter::once(first).chain(others).collect();
        let (count, _, sense) = phrases.at(&words, 0).into_iter().max_by_key(|m| m.0)?;
        let last = places.get(count.checked_sub(1)?)?;
        Some(Match { end: last + 1, skip: 0, sense: sense.clone() })
    }

    fn attached<T: Clone>(&self, at: usize, phrases: &Phrases<T>) -> Option<Match<T>> {
        let token = self.token(at).filter(|t| self.language == Language::Ar && t.is_word())?;
        token.heads().skip(1).filter(|s| !s.future && phrases.begins(s.spelled())).find_map(|split| {
            let skip = token.before(split.stem);
            let stem = token.respelled(split.stem);
            self.phrase(&stem, at, phrases).map(|m| Match { skip, ..m })
        })
    }

    /// The span from one token up to, not including, another.
    pub(super) fn span(&self, start: usize, end: usize, skip: usize) -> Option<Span> {
        let first = self.token(start)?.span;
        let last = self.token(end.checked_sub(1)?)?.span;
        (start < end).then(|| Span::new((first.start + skip).min(first.end), last.end))
    }
}
