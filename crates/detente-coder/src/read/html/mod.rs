//! HTML: the text that a page shows, its lines, and what its elements say of them.
//!
//! All quotes are of the text made here: the visible lines of the page in document order, furniture
//! included, a blank line between blocks, one line for each line break, white space made one, in
//! NFC. Scripts, styles, hidden elements and fields of forms are not in it. Direction controls stay,
//! for they are part of what was sent.
//!
//! What only the head of the page says (title, day, author, short link) is written above the visible
//! lines, each on a line of its own, when the visible text lacks it: so every quote is in the text.

mod blocks;
mod depth;
mod dom;
mod head;
mod markup;
mod measure;
mod title;

use detente_codebook::{Span, Text};

use unicode_normalization::UnicodeNormalization as _;

use super::ReadError;
use super::unit::{Meta, Source, Tag, Unit, flush};
use blocks::Block;

/// A page taken apart, not yet written as one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Extract {
    blocks: Vec<Block>,
    /// What the head says.
    pub(super) meta: Meta,
}

/// What the visible text lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lacks {
    /// A title.
    pub(super) title: bool,
    /// A day of publication.
    pub(super) date: bool,
    /// A line that says who wrote.
    pub(super) byline: bool,
    /// A short link.
    pub(super) link: bool,
}

/// Takes a page apart.
pub(super) fn extract(received: &str) -> Result<Extract, ReadError> {
    depth::check(received)?;
    let dom = dom::Dom::parse(received);
    let measure = measure::Measure::of(&dom);
    let meta = head::read(&dom);
    let blocks = blocks::of(&dom, &measure, &meta);
    Ok(Extract { blocks, meta })
}

impl Extract {
    /// Whether the page shows nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The text and its units; what is lacking stands first, as the head says it.
    pub(super) fn source(&self, lacks: Lacks) -> Source {
        let mut lines = self.head_lines(lacks);
        lines.extend(self.blocks.iter().cloned());
        let spans = spans(&lines);
        let text = Text::new(&written(&lines));
        let mut units = Vec::new();
        let mut group: Vec<Unit> = Vec::new();
        for (line, span) in lines.iter().zip(spans) {
            if !line.broken {
                flush(&text, &mut group, &mut units);
            }
            group.extend(Unit::new(&text, span, line.tag));
        }
        flush(&text, &mut group, &mut units);
        Source { text, units, meta: self.meta.clone() }
    }

    fn head_lines(&self, lacks: Lacks) -> Vec<Block> {
        let meta = &self.meta;
        let line = |text: &str, tag: Tag| Block { text: text.nfc().collect(), tag, broken: false };
        let title = meta.titles.iter().min_by_key(|t| t.chars().count()).filter(|_| lacks.title);
        let date = meta.published.as_ref().filter(|_| lacks.date);
        let author = meta.author.as_ref().filter(|_| lacks.byline);
        let link = meta.short_link.as_ref().filter(|_| lacks.link);
        let title = title.map(|t| line(t, Tag::Title));
        let date = date.map(|(words, date)| line(words, Tag::Date(*date)));
        let author = author.map(|a| line(a, Tag::Byline));
        let link = link.map(|l| line(l, Tag::None));
        [title, date, author, link].into_iter().flatten().collect()
    }
}

fn gap(line: &Block) -> &'static str {
    if line.broken { "\n" } else { "\n\n" }
}

fn written(lines: &[Block]) -> String {
    let mut out = String::new();
    for (at, line) in lines.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { gap(line) });
        out.push_str(&line.text);
    }
    out
}

fn spans(lines: &[Block]) -> Vec<Span> {
    let mut at = 0;
    let place = |(n, line): (usize, &Block)| {
        let start = at + if n == 0 { 0 } else { gap(line).len() };
        at = start + line.text.chars().count();
        Span::new(start, at)
    };
    lines.iter().enumerate().map(place).collect()
}
