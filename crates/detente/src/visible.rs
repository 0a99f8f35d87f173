//! Captured text is hostile: characters that change how other text reads are shown as marks.

/// The text with control, bidi-override and zero-width characters shown by their numbers.
///
/// The joiners U+200C and U+200D are letters of Arabic-script spelling and stay between letters.
#[must_use]
pub fn shown(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        if hidden(&chars, at) { out.push_str(&mark(*c)) } else { out.push(*c) }
    }
    out
}

/// How a hidden character is shown: `⟦U+202E⟧`.
pub(crate) fn mark(c: char) -> String {
    format!("⟦U+{:04X}⟧", u32::from(c))
}

/// Whether the character at `at` would act on the text without being seen.
pub(crate) fn hidden(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(|c| hides(*c)) && !joins(chars, at)
}

/// Whether a character hides, reorders or tags others: controls but line end and tab, Unicode
/// general category Cf, line and paragraph separators, and letters that print nothing.
pub(crate) fn hides(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    let bidi = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let zero = matches!(c, '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    let blank = matches!(c, '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}');
    let tag = matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    control || bidi || zero || blank || tag
}

/// Whether it is a joiner between two letters of Arabic script.
fn joins(chars: &[char], at: usize) -> bool {
    let letter = |c: &char| matches!(c, '\u{620}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}');
    let arabic = |at: Option<usize>| at.and_then(|i| chars.get(i)).is_some_and(letter);
    matches!(chars.get(at), Some('\u{200C}' | '\u{200D}')) && arabic(at.checked_sub(1)) && arabic(at.checked_add(1))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn an_override_is_seen_and_plain_text_is_left_alone() {
        assert_eq!(shown("a\u{202E}b\u{200B}c"), "a⟦U+202E⟧b⟦U+200B⟧c");
        assert_eq!(shown("plain, with a line\nand a tab\t"), "plain, with a line\nand a tab\t");
        assert_eq!(shown("\u{06A9}\u{200C}\u{06A9}"), "\u{06A9}\u{200C}\u{06A9}");
    }
}
