//! The lines of a page, each with what its elements say of it.

use detente_codebook::FurnitureKind;
use unicode_normalization::UnicodeNormalization as _;

use super::super::unit::{Meta, Tag};
use super::dom::{Dom, Node};
use super::head;
use super::markup::{self, Part};
use super::measure::Measure;

/// A line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its text in NFC, white space made one, never empty.
    pub(super) text: String,
    /// What its elements say.
    pub(super) tag: Tag,
    /// Whether only a line break parts it from the line before.
    pub(super) broken: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    end: usize,
    tag: Tag,
    preformatted: bool,
}

struct Walker<'a> {
    dom: &'a Dom,
    measure: &'a Measure,
    /// The element of the title.
    title: Option<usize>,
    /// The element of the article, where the mark-up has one.
    article: Option<usize>,
    open: Vec<Open>,
    line: String,
    /// Whether the line begins after a line break.
    broken: bool,
    blocks: Vec<Block>,
}

/// A part of the head has so many letters at most; a container may be named after its parts.
const PART: usize = 120;
/// So many nodes within it are searched.
const WITHIN: usize = 100;
/// A line of the head has so many; beyond, a date within it is of a paragraph.
const HEAD_LINE: usize = 300;
/// An element with more of the running text than this, in percent, is no furniture.
const MOST: usize = 50;
/// An article with the title in it holds at least so much of the running text, in percent.
const SHARE: usize = 30;

/// The lines of a page in document order.
pub(super) fn of(dom: &Dom, measure: &Measure, meta: &Meta) -> Vec<Block> {
    let title = super::title::find(dom, measure, meta);
    let article = article(dom, measure, title);
    let (open, line, blocks) = (Vec::new(), String::new(), Vec::new());
    let mut walker = Walker { dom, measure, title, article, open, line, broken: false, blocks };
    for (at, node) in dom.nodes.iter().enumerate() {
        walker.close(at);
        if !measure.is_hidden(at) {
            walker.enter(at, node);
        }
    }
    walker.close(dom.nodes.len());
    walker.flush();
    walker.blocks
}

/// The innermost element for an article that holds the title or most of the running text.
fn article(dom: &Dom, measure: &Measure, title: Option<usize>) -> Option<usize> {
    let is = |i: &usize| dom.nodes.get(*i).is_some_and(is_article) && !measure.is_hidden(*i);
    let holds = |i: usize| title.is_some_and(|t| i < t && dom.nodes.get(i).is_some_and(|n| t < n.end));
    let fits = |i: &usize| measure.holds_over(dom, *i, if holds(*i) { SHARE } else { MOST });
    (0..dom.nodes.len()).rev().find(|i| is(i) && fits(i))
}

fn is_article(node: &Node) -> bool {
    let body = node.attribute("itemprop") == Some("articleBody");
    node.is(&["article", "main"]) || node.attribute("role") == Some("main") || body
}

impl Walker<'_> {
    fn tag(&self) -> Tag {
        self.open.last().map_or(Tag::None, |o| o.tag)
    }

    fn close(&mut self, at: usize) {
        while self.open.last().is_some_and(|o| o.end <= at) {
            self.flush();
            self.open.pop();
        }
    }

    fn enter(&mut self, at: usize, node: &Node) {
        if !node.text.is_empty() {
            return self.write(&node.text);
        }
        if node.is(&["br"]) {
            return self.line_break();
        }
        let part = self.part(at, node);
        if part.is_some() || markup::is_block(node) || self.aside(at, node).is_some() || Some(at) == self.title {
            self.flush();
            let tag = self.tag_of(at, node, part);
            let preformatted = node.is(&["pre"]) || self.open.last().is_some_and(|o| o.preformatted);
            self.open.push(Open { end: node.end, tag, preformatted });
        }
        if let Some(value) = markup::shown_value(node).filter(|_| node.is(&["input"])) {
            self.write(value);
        }
    }

    fn write(&mut self, text: &str) {
        let keeps = self.open.last().is_some_and(|o| o.preformatted);
        for c in text.chars() {
            match c {
                '\n' if keeps => self.line_break(),
                // A soft hyphen says where a word may be broken; it is no letter of it.
                '\u{AD}' => {}
                c if c.is_ascii_whitespace() => self.space(),
                c => self.line.push(c),
            }
        }
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    /// A heading goes on after a line break; other lines end, and two breaks end a paragraph.
    fn line_break(&mut self) {
        if matches!(self.tag(), Tag::Title | Tag::Heading) {
            return self.space();
        }
        let wrote = !self.line.trim().is_empty();
        self.flush();
        self.broken = wrote;
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text: String = line.trim().nfc().collect();
        let broken = std::mem::take(&mut self.broken);
        if text.chars().any(char::is_alphanumeric) {
            self.blocks.push(Block { text, tag: self.tag(), broken: broken && !self.blocks.is_empty() });
        }
    }

    fn tag_of(&self, at: usize, node: &Node, part: Option<Part>) -> Tag {
        if Some(at) == self.title {
            return Tag::Title;
        }
        if let Some(kind) = self.aside(at, node) {
            return Tag::Aside(kind);
        }
        match (self.tag(), part) {
            (Tag::Aside(kind), _) => Tag::Aside(kind),
            (Tag::Title, _) => Tag::Title,
            (_, Some(Part::Date)) => self.date(at).map_or(Tag::None, Tag::Date),
            (_, Some(Part::Byline)) => Tag::Byline,
            (_, Some(Part::Category)) => Tag::Category,
            (around, None) => self.of_element(at, node, around),
        }
    }

    /// The kind of furniture that an element opens; the more telling one when it stands in another.
    fn aside(&self, at: usize, node: &Node) -> Option<FurnitureKind> {
        if self.holds_title(at, node) {
            return None;
        }
        let marked = markup::furniture(node).filter(|_| !self.measure.holds_over(self.dom, at, MOST));
        let menu = node.is(&["ul", "ol", "dl", "div", "section", "table", "p", "td"]) && self.measure.is_menu(self.dom, at);
        let outer = matches!(self.tag(), Tag::Aside(kind) if kind != FurnitureKind::Other);
        let own = marked.or(menu.then_some(FurnitureKind::Other));
        let own = own.filter(|kind| !(outer && *kind == FurnitureKind::Other));
        own.or_else(|| self.is_outside(at, node).then_some(FurnitureKind::Other).filter(|_| !self.tag().is_aside()))
    }

    fn holds_title(&self, at: usize, node: &Node) -> bool {
        self.title.is_some_and(|t| at <= t && t < node.end)
    }

    /// Whether an element stands after the article, or before one that holds its own title.
    fn is_outside(&self, at: usize, node: &Node) -> bool {
        let Some((from, article)) = self.article.and_then(|i| Some((i, self.dom.nodes.get(i)?))) else { return false };
        let titled = self.title.is_some_and(|t| from < t && t < article.end);
        at >= article.end || titled && node.end <= from
    }

    /// The part of a head that an element is: short, and in no paragraph.
    fn part(&self, at: usize, node: &Node) -> Option<Part> {
        let part = markup::part(node).filter(|_| !node.is(&["body", "html", "article", "main"]))?;
        let within = matches!(self.tag(), Tag::Title | Tag::Heading | Tag::Date(_) | Tag::Category)
            || self.tag() == Tag::Byline && part != Part::Date;
        let around = node.parent.map_or(0, |p| self.measure.text(self.dom, p));
        let own = self.measure.text(self.dom, at);
        let inline = !markup::is_block(node) && around > HEAD_LINE && self.tag() == Tag::Paragraph;
        (!within && own > 0 && own <= PART && !inline).then_some(part)
    }

    /// The first time within an element that is not of a change.
    fn date(&self, at: usize) -> Option<detente_codebook::Edtf> {
        let end = self.dom.nodes.get(at)?.end;
        let mut times = self.dom.nodes.get(at..end)?.iter().take(WITHIN).filter(|n| !markup::is_update(n));
        times.find_map(|n| n.attribute("datetime").or_else(|| n.attribute("content")).and_then(head::day))
    }

    fn of_element(&self, at: usize, node: &Node, around: Tag) -> Tag {
        match node.name.as_str() {
            _ if around == Tag::Item => Tag::Item,
            "p" => Tag::Paragraph,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading,
            "li" | "dt" | "dd" | "caption" => Tag::Item,
            "td" | "th" if self.measure.is_data(self.dom, at) => Tag::Item,
            "td" | "th" => Tag::None,
            _ if matches!(around, Tag::Paragraph | Tag::Heading) => around,
            _ => Tag::None,
        }
    }
}
