//! A bound on nesting: a parser looks through all open elements again and again, so a page made of
//! nothing but openings costs the square of its length.

use super::super::ReadError;

/// How deep elements may stand in one another.
pub(super) const DEEPEST: usize = 20_000;

/// Elements that hold nothing, or that the next of their kind closes.
const UNCOUNTED: [&str; 34] = [
    "area", "base", "basefont", "body", "br", "col", "colgroup", "dd", "dt", "embed", "frame", "head", "hr", "html", "img",
    "input", "keygen", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot",
    "th", "thead", "tr", "wbr",
];
/// Elements whose content is no mark-up.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Refuses a page whose elements are nested without end.
pub(super) fn check(html: &str) -> Result<(), ReadError> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = html.get(start + 1..).unwrap_or_default();
        let (closes, name) = tag(rest);
        at = start + 1;
        if closes {
            depth = depth.saturating_sub(usize::from(counts(&name)));
        } else if RAW.contains(&name.as_str()) {
            at = after_raw(html, at, &name);
        } else if rest.starts_with("!--") {
            at = rest.find("-->").map_or(html.len(), |end| at + end);
        } else {
            depth += usize::from(counts(&name));
        }
        if depth > DEEPEST {
            return Err(ReadError::TooDeep { at: start });
        }
    }
    Ok(())
}

fn tag(rest: &str) -> (bool, String) {
    let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |r| (true, r));
    let name = rest.chars().take(12).take_while(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    (closes, name)
}

fn counts(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && !UNCOUNTED.contains(&name)
}

/// Where the content of a raw element ends; an element that is never closed holds the whole rest.
fn after_raw(html: &str, from: usize, name: &str) -> usize {
    let rest = html.get(from..).unwrap_or_default();
    let ends = rest.match_indices("</").find(|(i, _)| {
        let after = rest.get(i + 2..).unwrap_or_default();
        after.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name))
    });
    ends.map_or(html.len(), |(i, _)| from + i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_true_nesting_counts() {
        let flat = "<p>one<br><li>two".repeat(DEEPEST + 1);
        let closed = "<div><b></b></div>".repeat(DEEPEST + 1);
        let quoted = format!("<script>{}</script>", "'<div>'".repeat(DEEPEST + 1));
        assert!([flat, closed, quoted].iter().all(|page| check(page).is_ok()));
        assert!(check(&"<div>".repeat(DEEPEST)).is_ok());
        assert_eq!(check(&"<div>".repeat(DEEPEST + 1)), Err(ReadError::TooDeep { at: DEEPEST * 5 }));
    }
}
