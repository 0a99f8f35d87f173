//! Words of a model, made fit to be shown, and looked for in the text.

use detente_codebook::{Quote, Span, Text};
use serde_json::Value;

/// The longest piece of an answer that is shown.
const MOST: usize = 240;

/// A piece of an answer without what hides or turns other characters, cut short.
pub(super) fn shown(words: &str) -> String {
    let hides = |c: &char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}')
    };
    let mut out: String = words.chars().filter(|c| !hides(c)).take(MOST).collect();
    if words.chars().count() > MOST {
        out.push('…');
    }
    out
}

/// Words said to stand in the text: a string, or an object whose `exact` holds them.
pub(super) fn claimed(value: &Value) -> Option<(&str, Option<usize>)> {
    match value {
        Value::String(words) => Some((words.as_str(), None)),
        Value::Object(fields) => {
            let start = fields.get("start").and_then(Value::as_u64).and_then(|s| usize::try_from(s).ok());
            fields.get("exact").and_then(Value::as_str).map(|w| (w, start))
        }
        _ => None,
    }
}

/// Where words stand in the body of a text, letter by letter: of several places the one nearest to where they
/// are said to stand, else the first.
pub(super) fn found(text: &Text, body: Span, words: &str, start: Option<usize>) -> Result<Quote, String> {
    let places = text.find_all(words.trim());
    if places.is_empty() {
        return Err(format!("`{}` does not stand in the text", shown(words)));
    }
    let inside = places.into_iter().filter(|s| body.holds(*s));
    let near = inside.min_by_key(|s| s.start.abs_diff(start.unwrap_or(0)));
    near.and_then(|s| text.quote(s)).ok_or_else(|| format!("`{}` stands on the page, not in the article", shown(words)))
}
