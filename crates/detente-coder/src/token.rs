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
    pub fn readings(&self) -> impl Iterator<Item = Split<'_>> {
        // A word in Latin letters has only itself.
        let more = (!self.fold.is_ascii()).then(|| self.found.0.get_or_init(|| Splits::of(&self.fold)).iter().skip(1));
        std::iter::once(Split::whole(self.spelled())).chain(more.into_iter().flatten())
    }

    /// Every way to take conjunction, preposition and future mark off the word; the word itself first.
    pub fn heads(&self) -> impl Iterator<Item = Split<'_>> {
        self.readings().take_while(|s| !s.pronoun)
    }

    /// The folded word with its number.
    #[inline]
    pub(crate) fn spelled(&self) -> Spelled<'_> {
        Spelled { number: self.number, letters: &self.fold }
    }

    /// The folded word without its article, with its number.
    pub(crate) fn bare(&self) -> Spelled<'_> {
        let bare = without_article(&self.fold);
        if bare.len() == self.fold.len() { self.spelled() } else { bare.into() }
    }

    /// The token with another folded word.
    pub(crate) fn respelled(&self, word: Spelled<'_>) -> Self {
        Self { fold: word.letters.to_owned(), number: word.number, ..self.clone() }
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
    pub fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark && self.raw.starts_with(mark)
    }

    /// Whether the token opens or closes a quotation.
    #[must_use]
    pub fn is_quote_mark(&self) -> bool {
        self.kind == TokenKind::Mark && self.raw.starts_with(['“', '”', '"', '«', '»', '„', '‟'])
    }

    /// Whether the token is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Whether a character is a letter; those of the two languages need no table.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}')
        || !c.is_ascii() && c.is_alphabetic()
}

fn is_inner(c: char) -> bool {
    is_letter(c) || fold::is_dropped(c)
}

/// How many characters, from `at` on, belong to the token that begins there.
fn length(chars: &[char], at: usize) -> (usize, TokenKind) {
    let rest = chars.get(at..).unwrap_or_default();
    let Some(first) = rest.first() else { return (0, TokenKind::Mark) };
    if !is_letter(*first) && first.is_numeric() {
        return (number(rest), TokenKind::Number);
    }
    let initials = initials(rest);
    if initials > 0 {
        return (initials, TokenKind::Word);
    }
    let word = rest.iter().take_while(|c| is_inner(**c)).count();
    let letters = rest.iter().take(word).any(|c| is_letter(*c) && !fold::is_dropped(*c));
    if letters { (word, TokenKind::Word) } else { (word.max(1), TokenKind::Mark) }
}

/// Digits with points or commas between them.
fn number(rest: &[char]) -> usize {
    let mut n = 0;
    while let Some(c) = rest.get(n) {
        let inner = matches!(c, '.' | ',' | '٫' | '٬') && rest.get(n + 1).is_some_and(|d| d.is_numeric());
        if !c.is_numeric() && !inner {
            break;
        }
        n += 1;
    }
    n
}

/// `U.S.` and its like: capitals, each with its point.
fn initials(rest: &[char]) -> usize {
    let pair = |p: &[char]| matches!(p, [c, '.'] if c.is_uppercase());
    let pairs = rest.chunks(2).take_while(|p| pair(p)).count();
    if pairs >= 2 { pairs * 2 } else { 0 }
}

/// The folded form; plain ASCII needs no table.
fn folded(raw: &str) -> String {
    if raw.is_ascii() { raw.to_ascii_lowercase() } else { fold::fold(raw) }
}

/// The tokens of a span of a text, in order.
#[must_use]
pub fn tokens(text: &Text, span: Span) -> Vec<Token> {
    let chars: Vec<char> = text.get(span).unwrap_or_default().chars().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let (len, kind) = length(&chars, at);
        let raw: String = chars.iter().skip(at).take(len).collect();
        if !raw.trim().is_empty() && !raw.chars().all(fold::is_invisible) {
            let span = Span::new(span.start + at, span.start + at + len);
            let fold = folded(&raw);
            out.push(Token { span, number: word::number(&fold), fold, raw, kind, found: Found::default() });
        }
        at += len.max(1);
    }
    out
}

/// The folded tokens of a dictionary form.
#[must_use]
pub fn form(words: &str) -> Vec<Token> {
    let text = Text::new(words);
    tokens(&text, Span::new(0, text.len()))
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
