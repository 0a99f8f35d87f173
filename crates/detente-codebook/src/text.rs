//! A text addressed by Unicode code points.

use crate::{Quote, Span};

/// A text as received, with an index from code points to bytes.
///
/// Every offset in Détente counts Unicode code points of such a text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    whole: String,
    /// Where each code point begins, and the end; empty where each is one byte.
    bytes: Vec<usize>,
}

impl Text {
    /// Indexes `whole`; the text itself is kept untouched.
    #[must_use]
    pub fn new(whole: &str) -> Self {
        let mut bytes = Vec::new();
        if !whole.is_ascii() {
            bytes.reserve_exact(whole.chars().count() + 1);
            bytes.extend(whole.char_indices().map(|(i, _)| i).chain([whole.len()]));
        }
        Self { whole: whole.to_owned(), bytes }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// Length in code points.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        if self.bytes.is_empty() { self.whole.len() } else { self.bytes.len() - 1 }
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// The words of a span, without copying; `None` when it leaves the text.
    #[must_use]
    #[inline]
    pub fn get(&self, span: Span) -> Option<&str> {
        self.whole.get(self.byte(span.start)?..self.byte(span.end)?)
    }

    /// The byte at which a code point begins.
    #[inline]
    fn byte(&self, point: usize) -> Option<usize> {
        if self.bytes.is_empty() { Some(point) } else { self.bytes.get(point).copied() }
    }

    /// The words of a span; empty when it leaves the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> String {
        self.get(span).unwrap_or_default().to_owned()
    }

    /// The quote of a span; `None` when it leaves the text.
    #[must_use]
    pub fn quote(&self, span: Span) -> Option<Quote> {
        let exact = self.get(span)?.to_owned();
        Some(Quote { exact, start: span.start, end: span.end })
    }

    /// The code point at which a byte offset falls (the next one when inside a character).
    #[must_use]
    pub fn point_of_byte(&self, byte: usize) -> usize {
        let point = if self.bytes.is_empty() { byte } else { self.bytes.partition_point(|b| *b < byte) };
        point.min(self.len())
    }

    /// Every place where `needle` stands, in order, not overlapping.
    #[must_use]
    pub fn find_all(&self, needle: &str) -> Vec<Span> {
        let count = needle.chars().count();
        if count == 0 {
            return Vec::new();
        }
        let at = |(byte, _)| self.point_of_byte(byte);
        self.whole.match_indices(needle).map(at).map(|s| Span::new(s, s + count)).collect()
    }

    /// The span without white space at either end.
    #[must_use]
    pub fn trim(&self, span: Span) -> Span {
        let Some(words) = self.get(span) else { return span };
        let lead = words.chars().take_while(|c| c.is_whitespace()).count();
        let tail = words.chars().rev().take_while(|c| c.is_whitespace()).count();
        let start = span.start + lead;
        Span::new(start, span.end.saturating_sub(tail).max(start))
    }

    /// The lines of the text with their spans, line ends excluded.
    #[must_use]
    pub fn lines(&self) -> Vec<Span> {
        let mut lines = Vec::new();
        let (mut start, mut point) = (0, 0);
        for c in self.whole.chars() {
            if c == '\n' {
                lines.push(Span::new(start, point));
                start = point + 1;
            }
            point += 1;
        }
        lines.push(Span::new(start, point));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_quote_is_the_substring_by_code_points(s in "\\PC{0,40}", a in 0usize..50, b in 0usize..50) {
            let text = Text::new(&s);
            let plain: Vec<char> = s.chars().collect();
            let want = plain.get(a..b).map(|c| c.iter().collect::<String>());
            prop_assert_eq!(text.quote(Span::new(a, b)).map(|q| q.exact), want);
        }

        #[test]
        fn lines_are_the_split(s in "[a\n\u{0627}]{0,30}") {
            let text = Text::new(&s);
            let lines: Vec<String> = text.lines().into_iter().map(|l| text.slice(l)).collect();
            prop_assert_eq!(lines.join("\n"), s);
        }
    }
}
