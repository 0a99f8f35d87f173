//! The lines of a dictionary file without its comments, each with its number.

/// A line that holds something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// What it holds, comment and space at the end taken off.
    pub(super) text: &'a str,
}

/// The lines that hold something.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let (mut out, mut hidden) = (Vec::new(), false);
    for (n, raw) in text.lines().enumerate() {
        let shown = visible(raw, &mut hidden);
        let text = shown.trim_end();
        if !text.trim().is_empty() {
            out.push(Line { number: n + 1, text });
        }
    }
    out
}

/// The part of a line outside `<!-- … -->` and before `#` or `;`.
fn visible<'a>(raw: &'a str, hidden: &mut bool) -> &'a str {
    if *hidden {
        *hidden = !raw.contains("-->");
        return "";
    }
    if !raw.contains("--") {
        return raw.split(['#', ';']).next().unwrap_or_default();
    }
    let shown = match raw.find("<!--") {
        Some(at) => {
            *hidden = !raw.get(at..).unwrap_or_default().contains("-->");
            raw.get(..at).unwrap_or_default()
        }
        None => raw,
    };
    // A comment that the older files close without having opened it.
    let shown = shown.split("-->").next().unwrap_or_default();
    shown.split(['#', ';']).next().unwrap_or_default()
}

/// The words of a phrase: `_` and blanks part them, the mark of no plural is taken off.
pub(super) fn words(phrase: &str) -> Vec<String> {
    phrase.split([' ', '_', '\t']).filter(|w| !w.is_empty()).map(str::to_uppercase).collect()
}

/// A phrase of a dictionary: its words, and which of them may stand apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// Its words in capitals.
    pub words: Vec<String>,
    /// Bit `n` says that other words may stand between word `n` and the next: a blank parts them, not `_`.
    pub loose: u64,
    /// Whether the phrase ends in `_`: it has no plural.
    pub closed: bool,
}

/// Reads a phrase.
pub(super) fn phrase(text: &str) -> Phrase {
    let text = text.trim();
    let mut out = Phrase { closed: text.ends_with('_'), ..Phrase::default() };
    for group in text.split_whitespace() {
        if let Some(bit) = out.words.len().checked_sub(1).filter(|b| *b < 64) {
            out.loose |= 1 << bit;
        }
        out.words.extend(words(group));
    }
    out
}

/// What stands in the first pair of brackets, and the text before and behind it.
pub(super) fn bracketed(text: &str, open: char, close: char) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(open)?;
    let (inside, after) = rest.split_once(close)?;
    Some((before, inside, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_hidden() {
        let text = "<!-- one\ntwo -->\nA [B] # c\n\n; d\nE";
        let found: Vec<(usize, &str)> = lines(text).into_iter().map(|l| (l.number, l.text)).collect();
        assert_eq!(found, [(3, "A [B]"), (6, "E")]);
    }
}
