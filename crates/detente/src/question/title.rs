//! The ways to take a line of words: without the category before a title, whole, with capitals put in.

const RULES: [&str; 7] = [" ـ ", " — ", " – ", " - ", " | ", "ـ ", ": "];
const SHORT: [&str; 8] = ["us", "usa", "uk", "uae", "eu", "nato", "drc", "dprk"];

/// The readings to try, in order.
pub(super) fn attempts(words: &str) -> Vec<String> {
    let words = words.trim();
    let mut out: Vec<String> = without_category(words).into_iter().map(str::to_owned).collect();
    out.push(words.to_owned());
    if words.chars().any(|c| c.is_ascii_lowercase()) {
        out.push(capitals(words));
    }
    out
}

/// What follows the rule after a category of a few words.
fn without_category(words: &str) -> Option<&str> {
    let cut = |rule: &&str| words.split_once(rule).filter(|(head, _)| head.split_whitespace().count() <= 6);
    let (head, tail) = RULES.iter().find_map(cut)?;
    let asks = |s: &str| s.contains(['?', '؟']);
    (asks(tail) && !asks(head)).then(|| tail.trim())
}

/// Every word with a capital, and the short names of states in capitals: for words typed in haste.
fn capitals(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut word = String::new();
    for c in words.chars() {
        if c.is_alphanumeric() {
            word.push(c);
        } else {
            out.push_str(&capital(&word));
            word.clear();
            out.push(c);
        }
    }
    out + &capital(&word)
}

fn capital(word: &str) -> String {
    if SHORT.contains(&word) {
        return word.to_uppercase();
    }
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_comes_off_and_capitals_come_in() {
        let all = attempts("Security - if the us and iran settle, what of it?");
        assert_eq!(all.first().map(String::as_str), Some("if the us and iran settle, what of it?"));
        assert!(all.last().is_some_and(|w| w.contains("US And Iran")));
        assert_eq!(attempts("US-China ties - good"), ["US-China ties - good", "US-China Ties - Good"]);
    }
}
