//! What the names of elements and classes say: furniture, hidden matter, parts of the head.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use detente_codebook::FurnitureKind;
use serde::Deserialize;

use super::dom::Node;

const MARKUP: &str = include_str!("../../../../../data/furniture/markup.toml");

/// Elements whose content is never read: code, pictures, choices, and what stands in for scripts.
const UNREAD: [&str; 22] = [
    "script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video",
    "select", "datalist", "textarea", "map", "picture", "frameset", "noframes", "noembed", "dialog",
];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 50] = [
    "html",
    "body",
    "article",
    "section",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hgroup",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "form",
    "fieldset",
    "legend",
    "address",
    "center",
    "details",
    "summary",
    "hr",
    "button",
    "label",
    "input",
    "menu",
    "dir",
    "search",
];
/// Elements that are furniture by themselves.
const BESIDE: [&str; 9] = ["nav", "aside", "footer", "form", "button", "menu", "figcaption", "search", "label"];
const ROLES: [&str; 8] = ["navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alertdialog", "menubar"];

/// A part of the head of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Date,
    Byline,
    Category,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Forms {
    words: String,
    names: String,
}

#[derive(Default)]
struct Names {
    words: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Names {
    fn of(forms: &Forms) -> Self {
        let set = |list: &str| list.lines().map(|l| l.trim().to_ascii_lowercase()).filter(|l| !l.is_empty()).collect();
        Self { words: set(&forms.words), names: set(&forms.names) }
    }

    fn has(&self, node: &Node) -> bool {
        node.classes().any(|c| self.names.contains(&c.to_ascii_lowercase()) || words(c).any(|w| self.words.contains(&w)))
    }
}

struct Lists {
    kinds: Vec<(FurnitureKind, Names)>,
    parts: BTreeMap<String, Names>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(lists);

/// A malformed compiled-in list is empty; a test reads it, so none is shipped.
fn lists() -> Lists {
    let tables: BTreeMap<String, Forms> = detente_codebook::embedded(MARKUP).unwrap_or_default();
    let mut lists = Lists { kinds: Vec::new(), parts: BTreeMap::new() };
    for (name, forms) in &tables {
        match kind(name) {
            Some(kind) => lists.kinds.push((kind, Names::of(forms))),
            None => drop(lists.parts.insert(name.clone(), Names::of(forms))),
        }
    }
    lists.kinds.sort_by_key(|(kind, _)| *kind);
    lists
}

fn kind(name: &str) -> Option<FurnitureKind> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

/// The parts of a class name: `entryShare-bar` has three.
fn words(name: &str) -> impl Iterator<Item = String> {
    let mut parts = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        if c == '-' || c == '_' || c == ':' || (small && c.is_ascii_uppercase()) {
            parts.push(String::new());
        }
        small = c.is_ascii_lowercase();
        if let Some(last) = parts.last_mut().filter(|_| c.is_alphanumeric()) {
            last.push(c.to_ascii_lowercase());
        }
    }
    parts.into_iter().filter(|p| !p.is_empty())
}

fn listed(part: &str, node: &Node) -> bool {
    LISTS.parts.get(part).is_some_and(|names| names.has(node))
}

/// Whether an element is not shown, or not meant to be read.
pub(super) fn is_hidden(node: &Node) -> bool {
    let style = node.attribute("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    node.is(&UNREAD)
        || node.attribute("hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || node.attribute("aria-hidden") == Some("true") && !node.is(&["div", "main", "article", "section", "body"])
        || node.is(&["input"]) && shown_value(node).is_none()
        || listed("hidden", node)
}

/// What a field of a form shows: the words of a button, or an address to be copied.
pub(super) fn shown_value(node: &Node) -> Option<&str> {
    let value = node.attribute("value").filter(|v| !v.trim().is_empty())?;
    match node.attribute("type").unwrap_or("text") {
        "submit" | "button" => Some(value),
        "text" | "url" if value.contains("://") => Some(value),
        _ => None,
    }
}

/// Whether an element stands on lines of its own.
pub(super) fn is_block(node: &Node) -> bool {
    node.is(&BLOCKS)
}

/// The kind of furniture that an element is marked as.
pub(super) fn furniture(node: &Node) -> Option<FurnitureKind> {
    let by_class = LISTS.kinds.iter().find(|(_, names)| names.has(node)).map(|(kind, _)| *kind);
    let role = node.attribute("role").is_some_and(|r| ROLES.contains(&r.trim()));
    by_class.or_else(|| (node.is(&BESIDE) || role).then_some(FurnitureKind::Other))
}

/// The part of the head of an article that an element is marked as.
pub(super) fn part(node: &Node) -> Option<Part> {
    let author = node.attribute("rel").is_some_and(|r| r.split_whitespace().any(|r| r == "author"));
    if node.is(&["time"]) || listed("date", node) {
        Some(Part::Date)
    } else if author || listed("byline", node) {
        Some(Part::Byline)
    } else if listed("category", node) {
        Some(Part::Category)
    } else {
        None
    }
}

/// Whether an element says when the article was changed, not when it was published.
pub(super) fn is_update(node: &Node) -> bool {
    listed("updated", node) && !node.classes().any(|c| c == "published" || c == "datePublished")
}

/// Whether a class marks the title.
pub(super) fn is_title(node: &Node) -> bool {
    listed("title", node)
}

#[cfg(test)]
mod tests {
    use super::super::dom::Dom;
    use super::*;

    fn node(tag: &str) -> Node {
        Dom::parse(tag).nodes.into_iter().rfind(|n| n.is(&["div", "span", "section", "p"])).unwrap()
    }

    #[test]
    fn the_list_is_read() {
        let tables: BTreeMap<String, Forms> = toml::from_str(MARKUP).unwrap();
        let known = ["hidden", "date", "updated", "byline", "category", "title"];
        assert!(tables.keys().all(|k| kind(k).is_some() || known.contains(&k.as_str())), "{:?}", tables.keys());
        assert!(LISTS.kinds.len() >= 8 && LISTS.parts.len() == known.len());
    }

    #[test]
    fn class_names_are_taken_apart() {
        assert_eq!(furniture(&node("<div class='entryShare-buttons'>")), Some(FurnitureKind::ShareBar));
        assert_eq!(furniture(&node("<div id='comments'>")), Some(FurnitureKind::Comments));
        assert_eq!(furniture(&node("<div class='elementor-widget-container'>")), None);
        assert_eq!(furniture(&node("<div class='shareholders'>")), None);
        assert_eq!(part(&node("<span class='posted-on'>")), Some(Part::Date));
        assert!(is_hidden(&node("<p style='display: none'>")) && !is_hidden(&node("<p>")));
    }
}
