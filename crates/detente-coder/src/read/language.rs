//! The language of a text, told from its letters.

use detente_codebook::{Language, Span, Text};

/// The language of the body, or of the whole text when there is none; `declared` breaks a tie.
pub(super) fn of(text: &Text, body: Option<Span>, declared: Option<Language>) -> Language {
    let words = body.and_then(|b| text.get(b)).unwrap_or(text.as_str());
    let arabic = words.chars().filter(|c| is_arabic(*c)).count();
    let latin = words.chars().filter(|c| c.is_ascii_alphabetic()).count();
    match arabic.cmp(&latin) {
        std::cmp::Ordering::Greater => Language::Ar,
        std::cmp::Ordering::Less => Language::En,
        std::cmp::Ordering::Equal => declared.unwrap_or_default(),
    }
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_decide() {
        assert_eq!(of(&Text::new("إيران وروسيا JCPOA"), None, None), Language::Ar);
        assert_eq!(of(&Text::new("Iran and Russia"), None, Some(Language::Ar)), Language::En);
        assert_eq!(of(&Text::new("2025"), None, Some(Language::Ar)), Language::Ar);
    }
}
