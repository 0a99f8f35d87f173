//! Web addresses in a text, and the short link of the page among them.

use detente_codebook::{Span, Text};

/// Hosts that shorten addresses.
const SHORTENERS: [&str; 8] = ["wp.me", "bit.ly", "t.ly", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly"];
/// Queries that hold the number of a post.
const POSTS: [&str; 6] = ["p", "post", "page_id", "post_id", "id", "attachment_id"];

/// An address found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Where it stands.
    pub(super) span: Span,
    /// The number of the post, when it names one.
    pub(super) post: Option<u64>,
    /// Whether it is short in itself: a shortener's, or `?p=` and a number.
    pub(super) short: bool,
}

/// The first address within `span`.
pub(super) fn first(text: &Text, span: Span) -> Option<Link> {
    let words = text.get(span)?;
    let byte = words.find("http://").or_else(|| words.find("https://")).or_else(|| bare(words))?;
    let from = span.start + words.get(..byte)?.chars().count();
    let rest = words.get(byte..)?;
    let url: String = rest.chars().take_while(|c| is_inner(*c)).collect();
    let url = url.trim_end_matches(['.', ',', ')', ']', ';', '"', '\'', '»', '”', '،', '؛']);
    Some(link(url, Span::new(from, from + url.chars().count())))
}

/// What an address says by itself; its span is that of the address alone.
pub(super) fn of_address(url: &str) -> Link {
    link(url, Span::new(0, url.chars().count()))
}

fn is_inner(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '<' | '>' | '“' | '”' | '«' | '»' | '"')
}

/// An address without its scheme: `www.` or a host followed by a query for a post.
fn bare(words: &str) -> Option<usize> {
    let starts = words.split_whitespace().find(|w| is_bare(w))?;
    words.find(starts)
}

fn is_bare(word: &str) -> bool {
    let host = word.split(['/', '?']).next().unwrap_or_default();
    let dotted = host.is_ascii() && host.split('.').filter(|p| !p.is_empty()).count() >= 2;
    let listed = SHORTENERS.contains(&host) && word.len() > host.len();
    dotted && (word.starts_with("www.") || listed || post_of(word).is_some())
}

fn link(url: &str, span: Span) -> Link {
    let post = post_of(url);
    let host = url.split("://").last().and_then(|r| r.split(['/', '?']).next()).unwrap_or_default();
    let short = SHORTENERS.contains(&host) || url.contains("?p=") || url.contains("&p=");
    Link { span, post, short }
}

fn post_of(url: &str) -> Option<u64> {
    let (_, query) = url.split_once('?')?;
    let pairs = query.split(['&', ';', '#']).filter_map(|pair| pair.split_once('='));
    let found = pairs.filter(|(key, _)| POSTS.contains(key)).find_map(|(_, n)| n.parse().ok());
    found.filter(|_| query.len() < 200)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(s: &str) -> Option<(String, Option<u64>, bool)> {
        let text = Text::new(s);
        let link = first(&text, Span::new(0, text.len()))?;
        Some((text.slice(link.span), link.post, link.short))
    }

    #[test]
    fn addresses_are_found_with_their_posts() {
        let (url, post, short) = of("رابط مختصر.. https://www.example.com/?p=101536.").unwrap();
        assert_eq!((url.as_str(), post, short), ("https://www.example.com/?p=101536", Some(101_536), true));
        assert_eq!(of("example.org/?p=7").unwrap().1, Some(7));
        assert_eq!(of("see wp.me/abc").map(|l| l.2), Some(true));
        assert_eq!(of("The U.S. treaty. Really?p"), None);
    }
}
