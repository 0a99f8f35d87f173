//! Spans, quotes and the selectors that find them again.

use serde::{Deserialize, Serialize};

use crate::Text;

/// A half-open range of Unicode code points of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many code points it holds.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a code point.
    #[must_use]
    pub const fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The least span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// The very words of a text, and where they stand: code points, end exclusive.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quote {
    /// The substring itself, untouched.
    pub exact: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl Quote {
    /// Where the quote stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// A quote as the ledger keeps it: W3C `TextQuoteSelector` and `TextPositionSelector` together.
///
/// Source: W3C Recommendation, Web Annotation Data Model (2017), sections 4.2.4 and 4.2.5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selector {
    /// The quoted words.
    pub exact: String,
    /// Up to 32 code points before them.
    pub prefix: String,
    /// Up to 32 code points after them.
    pub suffix: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// What became of a selector when it was looked for in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its recorded position.
    Here(Span),
    /// The same words with the same surroundings, elsewhere.
    Moved(Span),
    /// Not found. A look-alike is never guessed.
    NotFound,
}

const CONTEXT: usize = 32;

impl Selector {
    /// The selector of a span of `text`; `None` when the span leaves the text.
    #[must_use]
    pub fn of(text: &Text, span: Span) -> Option<Self> {
        let quote = text.quote(span)?;
        let before = Span::new(span.start.saturating_sub(CONTEXT), span.start);
        let after = Span::new(span.end, (span.end + CONTEXT).min(text.len()));
        Some(Self { exact: quote.exact, prefix: text.slice(before), suffix: text.slice(after), start: span.start, end: span.end })
    }

    /// Finds the quote in `text`: at its position, else where the same words stand between the
    /// same prefix and suffix exactly once, else not at all.
    #[must_use]
    pub fn anchor(&self, text: &Text) -> Anchor {
        let span = Span::new(self.start, self.end);
        if text.quote(span).is_some_and(|q| q.exact == self.exact) {
            return Anchor::Here(span);
        }
        let whole = format!("{}{}{}", self.prefix, self.exact, self.suffix);
        match text.find_all(&whole).as_slice() {
            [only] if !self.exact.is_empty() => {
                let start = only.start + self.prefix.chars().count();
                Anchor::Moved(Span::new(start, start + self.exact.chars().count()))
            }
            _ => Anchor::NotFound,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_selector_finds_its_own_span(s in "\\PC{0,60}", a in 0usize..60, b in 0usize..60) {
            let text = Text::new(&s);
            let span = Span::new(a.min(b), a.max(b));
            if let Some(selector) = Selector::of(&text, span) {
                prop_assert_eq!(selector.anchor(&text), Anchor::Here(span));
            }
        }

        #[test]
        fn an_edited_quote_is_not_guessed(s in "[a-z ]{20,60}") {
            let text = Text::new(&s);
            let selector = Selector::of(&text, Span::new(5, 15)).unwrap();
            let edited = Text::new(&s.chars().rev().collect::<String>().to_uppercase());
            prop_assert!(selector.exact.trim().is_empty() || selector.anchor(&edited) == Anchor::NotFound);
        }
    }

    #[test]
    fn a_moved_quote_is_found_by_its_surroundings() {
        let text = Text::new("one two three four five");
        let selector = Selector::of(&text, Span::new(8, 13)).unwrap();
        let later = Text::new("zero one two three four five");
        assert_eq!(selector.anchor(&later), Anchor::Moved(Span::new(13, 18)));
    }
}
