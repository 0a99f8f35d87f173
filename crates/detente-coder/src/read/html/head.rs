//! What the head of a page says of it: titles, day, author, short link, language.

use detente_codebook::{Edtf, Language};
use serde_json::Value;

use super::super::link;
use super::super::unit::Meta;
use super::dom::{Dom, Node};

const TITLES: [&str; 5] = ["og:title", "twitter:title", "headline", "dc.title", "citation_title"];
const DATES: [&str; 14] = [
    "article:published_time",
    "datepublished",
    "og:published_time",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
];
const AUTHORS: [&str; 6] = ["author", "article:author", "dc.creator", "citation_author", "parsely-author", "sailthru.author"];
const SITES: [&str; 2] = ["og:site_name", "application-name"];

/// Reads the head, and what the root and the body say in their attributes.
pub(super) fn read(dom: &Dom) -> Meta {
    let mut meta = Meta::default();
    for (at, node) in dom.nodes.iter().enumerate() {
        match node.name.as_str() {
            "html" => meta.language = node.attribute("lang").and_then(language),
            "meta" => named(node, &mut meta),
            "link" => linked(node, &mut meta),
            "body" => meta.post_id = meta.post_id.or_else(|| node.classes().find_map(post_of_class)),
            "title" if is_of_page(dom, at) => meta.titles.push(dom.text_of(at)),
            "script" if node.attribute("type").is_some_and(is_linked_data) => data(dom, at, &mut meta),
            _ => {}
        }
    }
    meta.titles.retain(|t| !t.is_empty());
    meta
}

/// A title element of a drawing names the drawing.
fn is_of_page(dom: &Dom, at: usize) -> bool {
    !dom.around(at).any(|i| dom.nodes.get(i).is_some_and(|n| n.is(&["svg"])))
}

fn is_linked_data(kind: &str) -> bool {
    kind.trim().eq_ignore_ascii_case("application/ld+json")
}

fn language(tag: &str) -> Option<Language> {
    let first = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    match first.as_str() {
        "ar" => Some(Language::Ar),
        "en" => Some(Language::En),
        _ => None,
    }
}

/// `postid-101`, as some systems write on the body.
fn post_of_class(class: &str) -> Option<u64> {
    class.strip_prefix("postid-")?.parse().ok()
}

fn named(node: &Node, meta: &mut Meta) {
    let names = ["property", "name", "itemprop"].into_iter().find_map(|a| node.attribute(a));
    let (Some(name), Some(content)) = (names, node.attribute("content")) else { return };
    let name = name.trim().to_ascii_lowercase();
    let content = content.split_whitespace().collect::<Vec<_>>().join(" ");
    let is = |list: &[&str]| list.contains(&name.as_str()) && !content.is_empty();
    if is(&TITLES) {
        meta.titles.push(content);
    } else if is(&DATES) {
        meta.published = meta.published.take().or_else(|| dated(&content));
    } else if is(&AUTHORS) {
        meta.author = meta.author.take().or(Some(content)).filter(|a| is_name(a));
    } else if is(&SITES) {
        meta.site = Some(content);
    }
}

/// An author may be given as an address, which names nobody.
fn is_name(author: &str) -> bool {
    !author.contains("://") && author.chars().any(char::is_alphabetic) && author.split_whitespace().count() <= 12
}

/// The day of a time in ISO 8601; the day as written there, in its own time zone.
pub(super) fn day(written: &str) -> Option<Edtf> {
    let written = written.trim();
    let day = written.get(..10).unwrap_or(written);
    let rest = written.get(day.len()..).unwrap_or_default();
    let known = rest.is_empty() || rest.starts_with(['T', 't', ' ', '+', 'Z']);
    day.replace('/', "-").parse::<Edtf>().ok().filter(|d| known && d.as_day().is_some())
}

fn dated(written: &str) -> Option<(String, Edtf)> {
    let date = day(written)?;
    Some((written.trim().get(..10)?.to_owned(), date))
}

fn linked(node: &Node, meta: &mut Meta) {
    let (Some(rel), Some(href)) = (node.attribute("rel"), node.attribute("href")) else { return };
    let found = link::of_address(href.trim());
    let rel = |name: &str| rel.split_whitespace().any(|r| r.eq_ignore_ascii_case(name));
    if rel("shortlink") || rel("canonical") && found.short {
        meta.short_link = meta.short_link.take().or_else(|| Some(href.trim().to_owned()).filter(|h| h.contains("://")));
        meta.post_id = found.post.or(meta.post_id);
    }
}

/// Linked data of schema.org: the first article in it.
fn data(dom: &Dom, at: usize, meta: &mut Meta) {
    let whole: String = dom.inner(at).iter().map(|n| n.text.as_str()).collect();
    let Ok(value) = serde_json::from_str::<Value>(&whole) else { return };
    let Some(article) = article(&value) else { return };
    let words = |name: &str| article.get(name).and_then(Value::as_str);
    meta.titles.extend(words("headline").map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")));
    meta.published = meta.published.take().or_else(|| words("datePublished").and_then(dated));
    meta.author = meta.author.take().or_else(|| article.get("author").and_then(author)).filter(|a| is_name(a));
}

/// The first object that is dated and has a headline, else the first that is dated.
fn article(value: &Value) -> Option<&Value> {
    let mut objects = Vec::new();
    gather(value, &mut objects);
    let dated = || objects.iter().copied().filter(|o| o.get("datePublished").is_some());
    dated().find(|o| o.get("headline").is_some()).or_else(|| dated().next())
}

/// Linked data nests little, and the parser of JSON refuses what nests deep.
fn gather<'a>(value: &'a Value, out: &mut Vec<&'a Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|i| gather(i, out)),
        Value::Object(fields) => {
            out.push(value);
            fields.values().for_each(|v| gather(v, out));
        }
        _ => {}
    }
}

fn author(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.trim().to_owned()),
        Value::Array(all) => all.first().and_then(author),
        Value::Object(fields) => fields.get("name").and_then(Value::as_str).map(|n| n.trim().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Meta {
        read(&Dom::parse(html))
    }

    #[test]
    fn the_head_is_read() {
        let meta = of(r#"<html lang="en-GB"><head><title> A  pact </title><meta property="og:title" content="The pact">
            <meta property="article:published_time" content="2025-02-27T22:10:00+00:00"><meta name="author" content="A. Writer">
            <link rel="shortlink" href="https://example.org/?p=12"></head><body class="single postid-12">x</body></html>"#);
        assert_eq!(meta.titles, ["A pact", "The pact"]);
        assert_eq!(meta.published.map(|p| p.0), Some("2025-02-27".to_owned()));
        assert_eq!((meta.author.as_deref(), meta.post_id), (Some("A. Writer"), Some(12)));
        assert_eq!((meta.short_link.as_deref(), meta.language), (Some("https://example.org/?p=12"), Some(Language::En)));
    }

    #[test]
    fn linked_data_is_read_and_broken_data_is_not() {
        let graph = r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"S"},{"@type":"Article",
            "headline":"H","datePublished":"2024-06-10","author":[{"name":"N"}]}]}</script>"#;
        let meta = of(graph);
        assert_eq!((meta.titles, meta.author), (vec!["H".to_owned()], Some("N".to_owned())));
        assert_eq!(of(r#"<script type="application/ld+json">{"datePublished":</script>"#), Meta::default());
        assert_eq!(
            of(r#"<meta name="date" content="yesterday"><meta name="author" content="https://x.example/a">"#),
            Meta::default()
        );
    }
}
