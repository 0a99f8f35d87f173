//! Plain text or HTML.

/// What the bytes of a page hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Text,
    /// HTML.
    Html,
}

const HEAD: usize = 4096;
const TAGS: [&str; 14] =
    ["<p>", "<p ", "</p>", "<div", "</div>", "<h1", "<h2", "<article", "<main", "<section", "<span", "<a ", "<br", "<meta"];

/// Tells the form from the beginning of the text: a document type, a root element, or two tags.
pub(super) fn form_of(text: &str) -> Form {
    let head: String = text.trim_start().chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    let rooted = ["<!doctype html", "<html", "<body", "<head>"].iter().any(|t| head.contains(t));
    let tags = TAGS.iter().filter(|t| head.contains(**t)).count();
    let html = (rooted && head.starts_with('<')) || tags >= 2;
    if html { Form::Html } else { Form::Text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_from_a_text() {
        assert_eq!(form_of("\n<!DOCTYPE html><html>"), Form::Html);
        assert_eq!(form_of("<p>One.</p>"), Form::Html);
        assert_eq!(form_of("If a < b and c > d, the <p> is a tag."), Form::Text);
    }
}
