//! Words that Markdown must not read as its own signs.

use crate::render::text::followable;
use crate::visible::shown as visible;

/// Words on one line, with every sign of Markdown and HTML in them escaped.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in visible(text).chars() {
        match c {
            '\n' | '\t' | '\r' => out.push(' '),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    guarded(&out)
}

/// The line with a list or rule sign at its very beginning escaped.
fn guarded(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..).unwrap_or_default();
    if rest.starts_with(['-', '+', '=']) && digits == 0 || digits > 0 && rest.starts_with(['.', ')']) {
        let (head, tail) = line.split_at(digits);
        return format!("{head}\\{tail}");
    }
    line.to_owned()
}

/// A code between as many backquotes as it takes. A bar would end a cell of a table.
pub(super) fn code(text: &str) -> String {
    let text = visible(text).replace(['\n', '\r', '\t'], " ").replace('|', "\u{FF5C}");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.contains('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// An address as a link when a browser may follow it, else as words.
pub(super) fn address(url: &str) -> String {
    let safe = |u: &&str| u.chars().all(|c| !"<>\"'`()[]\\ ".contains(c));
    followable(url).filter(safe).map_or_else(|| code(url), |url| format!("<{url}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_open_markup() {
        assert_eq!(plain("# <b> [x](y)\n*z*"), "\\# &lt;b&gt; \\[x\\](y) \\*z\\*");
        assert_eq!(plain("1. one"), "1\\. one");
        assert_eq!(plain("- one"), "\\- one");
        assert_eq!(plain("a\u{202E}b"), "a⟦U+202E⟧b");
    }

    #[test]
    fn a_code_may_hold_backquotes() {
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code("USA-RUS"), "`USA-RUS`");
    }

    #[test]
    fn only_safe_addresses_become_links() {
        assert_eq!(address("https://example.org/?p=1"), "<https://example.org/?p=1>");
        assert_eq!(address("javascript:x"), "`javascript:x`");
    }
}
