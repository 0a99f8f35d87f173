//! Captured text is hostile: characters that change how other text reads are shown as marks.

/// The text with control, bidi-override and zero-width characters shown by their numbers.
///
/// The joiners U+200C and U+200D are letters of Arabic-script spelling and stay between letters.
#[must_use]
pub fn shown(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        if hides(*c) && !joins(&chars, at) {
            out.push_str(&format!("⟦U+{:04X}⟧", u32::from(*c)));
        } else {
            out.push(*c);
        }
    }
    out
}

/// Whether a character hides or reorders others.
fn hides(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    let bidi = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}');
    let zero = matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}');
    control || bidi || zero
}

/// Whether it is a joiner between two letters of Arabic script.
fn joins(chars: &[char], at: usize) -> bool {
    let arabic = |c: Option<&char>| c.is_some_and(|c| matches!(c, '\u{0620}'..='\u{06FF}'));
    matches!(chars.get(at), Some('\u{200C}' | '\u{200D}'))
        && arabic(at.checked_sub(1).and_then(|i| chars.get(i)))
        && arabic(chars.get(at + 1))
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
