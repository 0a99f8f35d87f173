//! Words of others made safe to show: hidden characters made visible, quotes and codes set apart.

use detente_codebook::Language;

use crate::visible::{hidden, hides, mark};

/// A piece of a sentence, by how it has to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words in the language of the sentence.
    Plain(String),
    /// A hidden character, shown by its number.
    Hidden(String),
    /// What stands between quotation marks; the marks themselves are [`Piece::Plain`].
    Quoted(Vec<Piece>, Language),
    /// Words, codes or addresses in the other script than the sentence, which run the other way.
    Foreign(String),
}

/// Splits a sentence into pieces.
pub(super) fn pieces(text: &str, language: Language) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    split(&chars, 0, language, &mut out);
    out
}

/// The quotation marks that set words apart, each with its close.
const MARKS: [(char, char); 2] = [('\u{AB}', '\u{BB}'), ('\u{201C}', '\u{201D}')];

/// Quotes within quotes beyond this depth are left as they stand, so that no text can nest without end.
const DEEPEST: usize = 4;

fn split(chars: &[char], depth: usize, language: Language, out: &mut Vec<Piece>) {
    let (mut at, mut plain) = (0, String::new());
    while let Some(&c) = chars.get(at) {
        let close = if depth < DEEPEST { closing(chars, at) } else { None };
        if let Some(close) = close {
            plain.push(c);
            flush(&mut plain, language, out);
            quoted(chars.get(at + 1..close).unwrap_or_default(), depth + 1, out);
            at = close;
            continue;
        }
        if hidden(chars, at) {
            flush(&mut plain, language, out);
            out.push(Piece::Hidden(mark(c)));
        } else {
            plain.push(c);
        }
        at += 1;
    }
    flush(&mut plain, language, out);
}

fn quoted(chars: &[char], depth: usize, out: &mut Vec<Piece>) {
    let language = language_of(&chars.iter().collect::<String>());
    let mut inner = Vec::new();
    split(chars, depth, language, &mut inner);
    out.push(Piece::Quoted(inner, language));
}

/// Where the quotation mark at `at` closes, marks of its own kind within it counted.
fn closing(chars: &[char], at: usize) -> Option<usize> {
    let opened = *chars.get(at)?;
    let (open, close) = MARKS.into_iter().find(|(open, _)| *open == opened)?;
    let mut depth = 0_usize;
    for (n, c) in chars.iter().enumerate().skip(at) {
        depth += usize::from(*c == open);
        depth -= usize::from(*c == close);
        if depth == 0 {
            return Some(n);
        }
    }
    None
}

fn flush(plain: &mut String, language: Language, out: &mut Vec<Piece>) {
    let text = std::mem::take(plain);
    let mut rest = text.as_str();
    while let Some(start) = begins(rest, language) {
        let tail = rest.get(start..).unwrap_or_default();
        let run = run_of(tail, language);
        push(rest.get(..start).unwrap_or_default(), out);
        out.push(Piece::Foreign(run.to_owned()));
        rest = tail.get(run.len()..).unwrap_or_default();
    }
    push(rest, out);
}

/// Where a run of the other script begins, or, within Arabic, a number below nought: its sign would
/// else wander to the other end.
fn begins(text: &str, language: Language) -> Option<usize> {
    let below = |at: usize| language == Language::Ar && !below_nought(text.get(at..).unwrap_or_default()).is_empty();
    text.char_indices().find(|(at, c)| foreign(*c, language) || below(*at)).map(|(at, _)| at)
}

/// The number below nought with which a text begins, empty when it begins with none.
fn below_nought(text: &str) -> &str {
    let digits = text.strip_prefix('\u{2212}').unwrap_or_default();
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    if end == 0 { "" } else { text.get(..end + '\u{2212}'.len_utf8()).unwrap_or_default().trim_end_matches('.') }
}

/// The words in the other script with which `tail` begins, marks at their end left out.
fn run_of(tail: &str, language: Language) -> &str {
    let number = below_nought(tail);
    if !number.is_empty() {
        return number;
    }
    let own = |c: char| c.is_alphabetic() && !foreign(c, language);
    let run = tail.find(own).and_then(|end| tail.get(..end)).unwrap_or(tail);
    run.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/')
}

/// Whether a letter is of the script of the other language.
fn foreign(c: char, language: Language) -> bool {
    c.is_alphabetic() && is_rtl(c) == (language == Language::En)
}

fn push(text: &str, out: &mut Vec<Piece>) {
    if !text.is_empty() {
        out.push(Piece::Plain(text.to_owned()));
    }
}

/// The other language.
pub(super) const fn other(language: Language) -> Language {
    match language {
        Language::Ar => Language::En,
        Language::En => Language::Ar,
    }
}

/// The language of some words by the script of most of their letters.
pub(super) fn language_of(text: &str) -> Language {
    let arabic = text.chars().filter(|c| is_rtl(*c)).count();
    let latin = text.chars().filter(|c| c.is_alphabetic() && !is_rtl(*c)).count();
    if arabic > latin { Language::Ar } else { Language::En }
}

const fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// The address when a browser may follow it: http or https, no spaces or hidden characters.
pub(super) fn followable(url: &str) -> Option<&str> {
    let url = url.trim();
    let scheme = ["https://", "http://"].iter().any(|s| url.get(..s.len()).is_some_and(|head| head.eq_ignore_ascii_case(s)));
    let clean = url.chars().all(|c| !c.is_whitespace() && !c.is_control() && !hides(c));
    (scheme && clean).then_some(url)
}

/// An id that may stand after `#`: other characters than letters, digits and `-_.:` become `_`.
pub(super) fn anchor(stem: &str, id: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || "-_.:".contains(c) { c } else { '_' };
    format!("{stem}-{}", id.chars().map(safe).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_keeps_its_marks_and_its_language() {
        let got = pieces("He said “\u{646}\u{639}\u{645}” twice", Language::En);
        let inner = vec![Piece::Plain("\u{646}\u{639}\u{645}".to_owned())];
        let plain = |s: &str| Piece::Plain(s.to_owned());
        assert_eq!(got, [plain("He said “"), Piece::Quoted(inner, Language::Ar), plain("” twice")]);
    }

    #[test]
    fn an_unclosed_quote_is_plain() {
        assert_eq!(pieces("“never closed", Language::En), [Piece::Plain("“never closed".to_owned())]);
    }

    #[test]
    fn the_other_script_stands_apart() {
        let got = pieces("\u{646}\u{648}\u{639} (NON_SUBVERSION).", Language::Ar);
        assert_eq!(got.get(1), Some(&Piece::Foreign("NON_SUBVERSION".to_owned())));
    }

    #[test]
    fn a_number_below_nought_keeps_its_sign_before_it() {
        let got = pieces("\u{646}\u{639}\u{645} \u{2212}1.5.", Language::Ar);
        assert_eq!(got.get(1), Some(&Piece::Foreign("\u{2212}1.5".to_owned())));
        assert_eq!(pieces("\u{2212} \u{646}\u{639}\u{645}", Language::Ar).len(), 1);
    }

    #[test]
    fn only_web_addresses_are_followed() {
        assert_eq!(followable("https://example.org/a"), Some("https://example.org/a"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "https://a b", "", "//example.org", "https://a\u{202E}b"] {
            assert_eq!(followable(bad), None, "{bad}");
        }
    }
}
