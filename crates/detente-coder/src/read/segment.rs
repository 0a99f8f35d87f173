//! Sentences of a body.

use detente_codebook::{Span, Text, fold};

use super::{Page, lists};

/// One sentence, or one heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Whether it is a heading.
    pub heading: bool,
    /// The place of its paragraph among [`Page::paragraphs`].
    pub paragraph: usize,
}

/// The sentences of a page's body, in order; a heading is one sentence.
#[must_use]
pub fn segment(page: &Page) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (paragraph, p) in page.paragraphs.iter().enumerate() {
        let spans = if p.heading { vec![p.span] } else { sentences_of(&page.text, p.span) };
        out.extend(spans.into_iter().map(|span| Sentence { span, heading: p.heading, paragraph }));
    }
    out
}

/// The sentences of a span: each ends with its full stop, question mark or exclamation mark and the
/// closing marks behind it. Numbers, initials and abbreviations end none.
#[must_use]
pub fn sentences_of(text: &Text, span: Span) -> Vec<Span> {
    let chars: Vec<char> = text.get(span).unwrap_or_default().chars().collect();
    let (mut out, mut start, mut at) = (Vec::new(), 0, 0);
    while at < chars.len() {
        let end = end_at(&chars, at);
        let point = chars.get(at) == Some(&'.');
        if end > at && (if point { stops(&chars, start, at, end) } else { !is_small(&chars, end) }) {
            out.push(text.trim(Span::new(span.start + start, span.start + end)));
            start = end;
        }
        at = end.max(at + 1);
    }
    out.push(text.trim(Span::new(span.start + start, span.end)));
    out.retain(|s| !s.is_empty());
    out
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '۔')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '»' | '’' | '\'' | ')' | ']')
}

/// One past a run of stops and closing marks at `at`; `at` itself when no sentence can end there.
fn end_at(chars: &[char], at: usize) -> usize {
    if !chars.get(at).copied().is_some_and(is_stop) {
        return at;
    }
    let rest = chars.iter().skip(at);
    let run = rest.take_while(|c| is_stop(**c) || is_closing(**c) || fold::is_invisible(**c)).count();
    let end = at + run;
    match chars.get(end) {
        None => end,
        Some(c) if c.is_whitespace() => spaced_closing(chars, end).unwrap_or(end),
        Some('“' | '«') => end,
        Some(_) => at,
    }
}

/// A closing mark that stands after a space: `السابق. ”`.
fn spaced_closing(chars: &[char], end: usize) -> Option<usize> {
    let spaces = chars.iter().skip(end).take_while(|c| c.is_whitespace() && **c != '\n').count();
    let mark = chars.get(end + spaces).is_some_and(|c| matches!(c, '”' | '»'));
    mark.then_some(end + spaces + 1)
}

/// Whether a full stop ends a sentence: not after an initial or an abbreviation, and not before a
/// small letter.
fn stops(chars: &[char], start: usize, at: usize, end: usize) -> bool {
    let back: String = chars.get(start..at).unwrap_or_default().iter().rev().take_while(|c| !c.is_whitespace()).collect();
    let word: String = back.chars().rev().filter(|c| c.is_alphanumeric() || *c == '.').collect();
    let folded = fold::fold(&word);
    let lists = lists::anatomy();
    let shortened = lists.abbreviation.iter().any(|a| a.trim_end_matches('.') == folded.trim_end_matches('.'));
    let next = word_after(chars, end);
    if shortened {
        let may_end = lists.may_end.iter().any(|a| a.trim_end_matches('.') == folded.trim_end_matches('.'));
        return next.is_empty() || may_end && lists.starter.contains(&fold::fold(&next));
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.') && word.split('.').all(|p| p.chars().count() == 1 && p.chars().all(char::is_uppercase));
    // `the U.S. Navy` goes on, `in the U.S. The navy` does not.
    let goes_on = initial || dotted && !lists.starter.contains(&fold::fold(&next));
    (next.is_empty() || !goes_on) && !is_small(chars, end)
}

fn word_after(chars: &[char], end: usize) -> String {
    chars.iter().skip(end).skip_while(|c| c.is_whitespace()).take_while(|c| !c.is_whitespace()).collect()
}

/// A sentence never begins with a small letter: `“Why?” she asked`.
fn is_small(chars: &[char], end: usize) -> bool {
    chars.iter().skip(end).find(|c| !c.is_whitespace()).is_some_and(|c| c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(s: &str) -> Vec<String> {
        let text = Text::new(s);
        sentences_of(&text, Span::new(0, text.len())).into_iter().map(|s| text.slice(s)).collect()
    }

    #[test]
    fn stops_and_closing_marks() {
        assert_eq!(
            split("He left. “Why?” she asked. It cost 3.5 million."),
            ["He left.", "“Why?” she asked.", "It cost 3.5 million."]
        );
        assert_eq!(split("The U.S. army met Gen. Smith. It ended."), ["The U.S. army met Gen. Smith.", "It ended."]);
        assert_eq!(
            split("The U.S. Navy left the U.S. The ships did not."),
            ["The U.S. Navy left the U.S.", "The ships did not."]
        );
        assert_eq!(split("Will it hold? Nobody knows! So he said."), ["Will it hold?", "Nobody knows!", "So he said."]);
        assert_eq!(split("“قال كذا. ثم ذهب”. انتهى").len(), 3);
    }

    proptest! {
        #[test]
        fn sentences_lie_in_order_within_the_span(s in "\\PC{0,80}") {
            let text = Text::new(&s);
            let all = sentences_of(&text, Span::new(0, text.len()));
            prop_assert!(all.windows(2).all(|w| w[0].end <= w[1].start));
            prop_assert!(all.iter().all(|x| x.end <= text.len() && !x.is_empty()));
        }
    }
}
