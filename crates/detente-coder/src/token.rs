//! Words, numbers and marks of a text, each with its span and its folded form.

use std::sync::OnceLock;

use detente_codebook::{Span, Text, fold};

use crate::clitic::{Split, Splits, without_article};
use crate::word::{self, Spelled};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// Anything else but white space, one character each.
    Mark,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// As written.
    pub raw: String,
    /// Folded for matching.
    pub fold: String,
    /// What it is.
    pub kind: TokenKind,
    /// The number of the folded word.
    pub(crate) number: u64,
    /// The ways to take it apart, found when first asked for.
    pub(crate) found: Found,
}

/// The ways to take a word apart; a copy of a token finds its own.
#[derive(Debug, Default)]
pub(crate) struct Found(OnceLock<Splits>);

impl Clone for Found {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Found {
    fn eq(&self, _: &Self) -> bool {
        true // They follow from the word.
    }
}

impl Eq for Found {}

impl Token {
    /// Every way to take the word apart, pronouns included; the word itself first.
    #[inline]
    pub fn readings(&self) -> impl Iterator<Item = Split<'_>> {
        // A word in Latin letters has only itself.
        let more = (!self.fold.is_ascii()).then(|| self.found.0.get_or_init(|| Splits::of(&self.fold)).iter().skip(1));
        std::iter::once(Split::whole(self.spelled())).chain(more.into_iter().flatten())
    }

    /// Every way to take conjunction, preposition and future mark off the word; the word itself first.
    #[inline]
    pub fn heads(&self) -> impl Iterator<Item = Split<'_>> {
        self.readings().take_while(|s| !s.pronoun)
    }

    /// The folded word with its number.
    #[inline]
    pub(crate) fn spelled(&self) -> Spelled<'_> {
        Spelled { number: self.number, letters: &self.fold }
    }

    /// The folded word without its article, with its number.
    #[inline]
    pub(crate) fn bare(&self) -> Spelled<'_> {
        let bare = without_article(&self.fold);
        if bare.len() == self.fold.len() { self.spelled() } else { bare.into() }
    }

    /// The token with another folded word.
    #[must_use]
    pub fn respelled(&self, fold: &str) -> Self {
        Self { fold: fold.to_owned(), number: word::number(fold), ..self.clone() }
    }

    /// How many characters of the word stand before a stem; none when the stem is not the end of what is written.
    #[must_use]
    pub fn before(&self, stem: &str) -> usize {
        let Some(prefix) = self.fold.strip_suffix(stem) else { return 0 };
        let letters = prefix.chars().count();
        let places = self.raw.chars().enumerate().filter(|(_, c)| !fold::is_dropped(*c));
        places.map(|(i, _)| i).nth(letters).unwrap_or_default()
    }

    /// Whether the token is a word that begins with a capital letter.
    #[must_use]
    #[inline]
    pub fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token is this mark.
    #[must_use]
    #[inline]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark && self.raw.starts_with(mark)
    }

    /// Whether the token opens or closes a quotation.
    #[must_use]
    #[inline]
    pub fn is_quote_mark(&self) -> bool {
        self.kind == TokenKind::Mark && self.raw.starts_with(['“', '”', '"', '«', '»', '„', '‟'])
    }

    /// Whether the token is a word.
    #[must_use]
    #[inline]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Whether a character is a letter; those of the two languages need no table.
#[inline]
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}')
        || !c.is_ascii() && c.is_alphabetic()
}

#[inline]
fn is_inner(c: char) -> bool {
    is_letter(c) || fold::is_dropped(c)
}

/// How many characters of the token that `rest` begins with belong to it.
fn length(rest: &str) -> (usize, TokenKind) {
    let Some(first) = rest.chars().next() else { return (0, TokenKind::Mark) };
    if !is_letter(first) && first.is_numeric() {
        return (digits(rest), TokenKind::Number);
    }
    let initials = initials(rest);
    if initials > 0 {
        return (initials, TokenKind::Word);
    }
    let word = rest.chars().take_while(|c| is_inner(*c)).count();
    let letters = rest.chars().take(word).any(|c| is_letter(c) && !fold::is_dropped(c));
    if letters { (word, TokenKind::Word) } else { (word.max(1), TokenKind::Mark) }
}

/// Digits with points or commas between them.
fn digits(rest: &str) -> usize {
    let mut n = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let inner = matches!(c, '.' | ',' | '٫' | '٬') && chars.peek().is_some_and(|d| d.is_numeric());
        if !c.is_numeric() && !inner {
            break;
        }
        n += 1;
    }
    n
}

/// `U.S.` and its like: capitals, each with its point.
fn initials(rest: &str) -> usize {
    let mut chars = rest.chars();
    let mut pairs = 0;
    while chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.') {
        pairs += 1;
    }
    if pairs >= 2 { pairs * 2 } else { 0 }
}

/// The folded form; plain ASCII needs no table.
fn folded(raw: &str) -> String {
    if raw.is_ascii() { raw.to_ascii_lowercase() } else { fold::fold(raw) }
}

/// The tokens of a span of a text, in order.
#[must_use]
pub fn tokens(text: &Text, span: Span) -> Vec<Token> {
    cut(text.get(span).unwrap_or_default(), span.start)
}

/// The folded tokens of a dictionary form.
#[must_use]
pub fn form(words: &str) -> Vec<Token> {
    cut(words, 0)
}

/// The tokens of words that begin at a place.
fn cut(words: &str, start: usize) -> Vec<Token> {
    const BYTES_A_TOKEN: usize = 6;
    let mut out = Vec::with_capacity(words.len() / BYTES_A_TOKEN + 1);
    let (mut rest, mut at) = (words, start);
    while let Some(first) = rest.chars().next() {
        let (len, kind) = if first.is_whitespace() { (1, TokenKind::Mark) } else { length(rest) };
        let bytes = rest.chars().take(len).map(char::len_utf8).sum();
        let (raw, behind) = rest.split_at_checked(bytes).unwrap_or((rest, ""));
        if !first.is_whitespace() && !raw.chars().all(fold::is_invisible) {
            out.push(token(raw, kind, Span::new(at, at + len)));
        }
        (rest, at) = (behind, at + len);
    }
    out
}

fn token(raw: &str, kind: TokenKind, span: Span) -> Token {
    let fold = folded(raw);
    Token { span, raw: raw.to_owned(), number: word::number(&fold), fold, kind, found: Found::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_token_is_the_text_at_its_span(s in "\\PC{0,60}") {
            let text = Text::new(&s);
            let found = tokens(&text, Span::new(0, text.len()));
            for t in &found {
                prop_assert_eq!(text.slice(t.span), t.raw.clone());
            }
            prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        }
    }

    #[test]
    fn possessives_and_initials_come_apart() {
        let words: Vec<String> = form("Iran's U.S. ally، روسيا سو-35 3.5").into_iter().map(|t| t.raw).collect();
        assert_eq!(words, ["Iran", "'", "s", "U.S.", "ally", "،", "روسيا", "سو", "-", "35", "3.5"]);
    }
}
