//! How wide words will be, and where a name breaks into lines.
//!
//! A picture is laid out before any face is known, so widths are estimates on the generous side; a
//! test in a real browser holds them against measured ones.

/// An upper estimate of the width of a text in pixels.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// The width of one character in ems.
fn em(c: char) -> f64 {
    match c {
        '\u{64B}'..='\u{65F}' | '\u{300}'..='\u{36F}' => 0.0,
        ' ' | '.' | ',' | '\'' | 'i' | 'j' | 'l' | 'I' | '\u{627}' => 0.32,
        'm' | 'w' | 'M' | 'W' | '\u{2190}'..='\u{2193}' => 0.95,
        '\u{633}'..='\u{636}' => 0.9,
        'A'..='Z' => 0.72,
        '\u{600}'..='\u{6FF}' => 0.56,
        '\u{1100}'.. => 1.0,
        _ => 0.6,
    }
}

/// A name in lines of about `most` characters, broken at spaces only.
pub(super) fn lines(name: &str, most: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let fits = |line: &String| line.chars().count() + 1 + word.chars().count() <= most;
        match out.last_mut() {
            Some(line) if fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_breaks_at_spaces() {
        assert_eq!(lines("United Arab Emirates", 12), ["United Arab", "Emirates"]);
        assert_eq!(lines("Kazakhstan", 4), ["Kazakhstan"]);
        assert!(lines("", 4).is_empty());
    }
}
