//! Words of others made safe to show: hidden characters made visible, quotes and codes set apart.

use detente_codebook::Language;

/// A piece of a sentence, by how it has to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words in the language of the sentence.
    Plain(String),
    /// A hidden character, named: `U+202E`.
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
            out.push(Piece::Hidden(name(c)));
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
    while let Some(start) = rest.find(|c: char| foreign(c, language)) {
        let tail = rest.get(start..).unwrap_or_default();
        let run = run_of(tail, language);
        push(rest.get(..start).unwrap_or_default(), out);
        out.push(Piece::Foreign(run.to_owned()));
        rest = tail.get(run.len()..).unwrap_or_default();
    }
    push(rest, out);
}

/// The words in the other script with which `tail` begins, marks at their end left out.
fn run_of(tail: &str, language: Language) -> &str {
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

/// The text with every hidden character replaced by its name: `⟦U+202E⟧`.
pub(super) fn visible(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        if hidden(&chars, at) { out.push_str(&mark(&name(*c))) } else { out.push(*c) }
    }
    out
}

/// How a hidden character is shown.
pub(super) fn mark(name: &str) -> String {
    format!("\u{27E6}{name}\u{27E7}")
}

fn name(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Whether a character would act on a page without being seen.
///
/// The joiners U+200C and U+200D belong to ordinary spelling within words of Arabic script.
fn hidden(chars: &[char], at: usize) -> bool {
    let arabic = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| is_rtl(*c));
    match chars.get(at) {
        Some('\u{200C}' | '\u{200D}') => !(arabic(at.checked_sub(1)) && arabic(at.checked_add(1))),
        Some('\n' | '\t') | None => false,
        Some(c) => c.is_control() || formats(*c),
    }
}

/// Format characters that hide, reorder or tag: Unicode general category Cf and its kin.
const fn formats(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'
            | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The address when a browser may follow it: http or https, no spaces or hidden characters.
pub(super) fn followable(url: &str) -> Option<&str> {
    let url = url.trim();
    let scheme = ["https://", "http://"].iter().any(|s| url.get(..s.len()).is_some_and(|head| head.eq_ignore_ascii_case(s)));
    let clean = url.chars().all(|c| !c.is_whitespace() && !c.is_control() && !formats(c));
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
    fn hidden_characters_are_named() {
        assert_eq!(visible("a\u{202E}b\u{200B}\u{0007}"), "a⟦U+202E⟧b⟦U+200B⟧⟦U+0007⟧");
        assert_eq!(visible("two\nlines\tand a tab"), "two\nlines\tand a tab");
    }

    #[test]
    fn joiners_within_arabic_words_are_spelling() {
        let word = "\u{645}\u{6CC}\u{200C}\u{631}\u{648}\u{62F}";
        assert_eq!(visible(word), word);
        assert_eq!(visible("a\u{200D}b"), "a⟦U+200D⟧b");
    }

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
    fn only_web_addresses_are_followed() {
        assert_eq!(followable("https://example.org/a"), Some("https://example.org/a"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "https://a b", "", "//example.org", "https://a\u{202E}b"] {
            assert_eq!(followable(bad), None, "{bad}");
        }
    }
}
