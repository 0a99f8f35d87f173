//! Sentences that are too long to be read at once: lists of thousands of names, texts without stops.
//!
//! What is read of a sentence looks at all its words for each of its verbs, so its length is bounded here:
//! a longer one is read in parts, cut at a comma or else at a space.

use detente_codebook::{Span, Text};

/// The most letters that are read as one sentence; the longest sentences of the press have a third of it.
const MOST: usize = 4000;

/// The most actors of one list that are coded, on either side.
pub(crate) const MOST_LISTED: usize = 16;

/// The parts of a sentence: itself, unless it is too long.
pub(crate) fn parts(text: &Text, sentence: Span) -> Vec<Span> {
    if sentence.len() <= MOST {
        return vec![sentence];
    }
    let chars: Vec<char> = text.get(sentence).unwrap_or_default().chars().collect();
    let (mut out, mut from) = (Vec::new(), 0);
    while from < chars.len() {
        let to = cut(&chars, from);
        out.push(text.trim(Span::new(sentence.start + from, sentence.start + to)));
        from = to;
    }
    out.retain(|s| !s.is_empty());
    out
}

/// One past the last comma of a part, else past its last space, else where it is full.
fn cut(chars: &[char], from: usize) -> usize {
    let end = from + MOST;
    let Some(part) = chars.get(from..end) else { return chars.len() };
    let half = MOST / 2;
    let last = |ends: &dyn Fn(char) -> bool| part.iter().rposition(|c| ends(*c)).filter(|i| *i >= half);
    let comma = last(&|c| matches!(c, ',' | ';' | '،' | '؛'));
    comma.or_else(|| last(&char::is_whitespace)).map_or(end, |i| from + i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_parts_hold_every_letter_in_order(words in proptest::collection::vec("[a-z,]{1,9}", 1..3000)) {
            let sentence = words.join(" ");
            let text = Text::new(&sentence);
            let all = parts(&text, Span::new(0, text.len()));
            prop_assert!(all.iter().all(|s| s.len() <= MOST && !s.is_empty()));
            let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let read: String = all.iter().map(|s| text.slice(*s)).collect();
            prop_assert_eq!(letters(&read), letters(&sentence));
        }
    }
}
