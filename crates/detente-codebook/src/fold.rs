//! Folded views of a text for matching, with a map back to the text itself.
//!
//! Folding never touches the stored text. For Arabic it drops vowel marks, tatweel and invisible
//! characters, gives the alef forms one shape, ya for alef maqsura, ha for ta marbuta, and Latin
//! digits for Arabic-Indic and Persian ones. For Latin script it lowers case and drops accents.

use unicode_normalization::UnicodeNormalization as _;

/// A folded text: each code point knows the code point of the original it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each folded code point, the index of the original code point.
    pub origin: Vec<usize>,
}

/// Whether a character is dropped: marks, tatweel, zero-width and direction controls.
#[must_use]
#[inline]
pub fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{0640}' | '\u{0300}'..='\u{036F}'
    ) || is_invisible(c)
}

/// Whether a character shows nothing yet may change what is read: zero-width and bidi controls.
#[must_use]
#[inline]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[inline]
fn shape(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' | 'گ' => 'ك',
        'چ' => 'ج',
        'پ' => 'ب',
        'ڤ' => 'ف',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '’' | '‘' | 'ʼ' => '\'',
        '\u{00A0}' | '\u{202F}' | '\u{2009}' => ' ',
        '‐' | '‑' => '-',
        c => c,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit((c as u32).saturating_sub(zero as u32), 10).unwrap_or(c)
}

/// Folds `text` and keeps where each character came from.
#[must_use]
pub fn folded(text: &str) -> Folded {
    let mut out = Folded::default();
    for (i, c) in text.chars().enumerate() {
        if is_dropped(c) {
            continue;
        }
        push(&mut out, c, i);
    }
    out
}

fn push(out: &mut Folded, c: char, i: usize) {
    if is_plain(c) {
        out.text.push(shape(c).to_ascii_lowercase());
        out.origin.push(i);
        return;
    }
    for d in shape(c).nfkd().filter(|d| !is_dropped(*d)).flat_map(char::to_lowercase) {
        out.text.push(shape(d));
        out.origin.push(i);
    }
}

/// The folded form of `text` alone.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_dropped(*c)) {
        if is_plain(c) {
            out.push(shape(c).to_ascii_lowercase());
        } else {
            shape(c).nfkd().filter(|d| !is_dropped(*d)).flat_map(char::to_lowercase).for_each(|d| out.push(shape(d)));
        }
    }
    out
}

/// Arabic letters must not be decomposed: a hamza would come off its seat as a mark.
#[inline]
fn is_plain(c: char) -> bool {
    c.is_ascii() || ('\u{0600}'..='\u{06FF}').contains(&c)
}

/// One Arabic word without its conjunction, preposition and article, when enough of it remains.
///
/// Meant for search: it may take off a letter that belongs to the word, so both sides of a
/// comparison must go through it.
#[must_use]
pub fn bare_arabic(word: &str) -> &str {
    let mut rest = word;
    for clitic in ["و", "ف", "ب", "ك", "ل"] {
        if let Some(r) = rest.strip_prefix(clitic)
            && r.starts_with("ال")
        {
            rest = r;
            break;
        }
    }
    rest = rest.strip_prefix("لل").or_else(|| rest.strip_prefix("ال")).unwrap_or(rest);
    if rest.chars().count() >= 3 { rest } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_folded_character_has_an_origin(s in "\\PC{0,40}") {
            let f = folded(&s);
            let n = s.chars().count();
            prop_assert_eq!(f.text.chars().count(), f.origin.len());
            prop_assert!(f.origin.iter().all(|i| *i < n));
            prop_assert!(f.origin.windows(2).all(|w| matches!(w, [a, b] if a <= b)));
        }

        #[test]
        fn both_ways_of_folding_agree(s in "\\PC{0,40}") {
            prop_assert_eq!(fold(&s), folded(&s).text);
        }

        #[test]
        fn folding_twice_changes_nothing(s in "[\u{0621}-\u{0652}a-zA-Z ]{0,30}") {
            prop_assert_eq!(fold(&fold(&s)), fold(&s));
        }
    }

    #[test]
    fn spelling_variants_meet() {
        assert_eq!(fold("إيران"), fold("ايران"));
        assert_eq!(fold("سلميًا"), fold("سلميا"));
        assert_eq!(fold("Élysée"), "elysee");
        assert_eq!(bare_arabic(&fold("والعلاقات")), "علاقات");
        assert_eq!(bare_arabic(&fold("للعلاقات")), "علاقات");
    }
}
