//! Units: the lines and blocks of a page, before it is told what each of them is.

use detente_codebook::{Edtf, FurnitureKind, Language, Span, Text};

use super::{dates, lists, phrase};
use crate::token::{Token, TokenKind, tokens};

/// How a unit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A full stop, an exclamation or an ellipsis.
    Stop,
    /// A question mark.
    Question,
    /// A colon.
    Colon,
    /// None of these.
    Open,
}

/// What the mark-up says of a unit; nothing for plain text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tag {
    /// Nothing.
    #[default]
    None,
    /// The first heading.
    Title,
    /// A heading below it.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// The day of publication, in words and in figures.
    Date(Edtf),
    /// Who wrote.
    Byline,
    /// The section of the title.
    Category,
    /// A block beside the article (menu, side bar, footer, form), with the kind it is marked as.
    Aside(FurnitureKind),
}

impl Tag {
    /// Whether it is beside the article.
    pub(super) fn is_aside(self) -> bool {
        matches!(self, Self::Aside(_))
    }

    /// Whether it is a part of the head of an article.
    pub(super) fn is_head(self) -> bool {
        matches!(self, Self::Date(_) | Self::Byline | Self::Category)
    }
}

/// One line or block.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Where it stands, without white space around it.
    pub(super) span: Span,
    /// Its words, numbers and marks.
    pub(super) tokens: Vec<Token>,
    /// How it ends.
    pub(super) ending: Ending,
    /// What the mark-up says.
    pub(super) tag: Tag,
}

/// What the head of an HTML page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    /// Its titles, which may go on with the name of the site.
    pub(super) titles: Vec<String>,
    /// The day of publication, as written and as read.
    pub(super) published: Option<(String, Edtf)>,
    /// Who wrote.
    pub(super) author: Option<String>,
    /// The name of the site.
    pub(super) site: Option<String>,
    /// The short address.
    pub(super) short_link: Option<String>,
    /// The number of the post.
    pub(super) post_id: Option<u64>,
    /// The language.
    pub(super) language: Option<Language>,
}

/// A text with its units and what its head says.
#[derive(Clone, Debug, Default)]
pub(super) struct Source {
    /// The text.
    pub(super) text: Text,
    /// Its units in order, none of them empty.
    pub(super) units: Vec<Unit>,
    /// The head.
    pub(super) meta: Meta,
}

impl Unit {
    /// The unit at a span; `None` when nothing stands there.
    pub(super) fn new(text: &Text, span: Span, tag: Tag) -> Option<Self> {
        let span = text.trim(span);
        let words = text.get(span).filter(|w| !w.is_empty())?;
        Some(Self { span, tokens: tokens(text, span), ending: ending(words), tag })
    }

    /// Its words and numbers.
    pub(super) fn words(&self) -> Vec<&Token> {
        phrase::words(&self.tokens)
    }

    /// How many words and numbers it has.
    pub(super) fn count(&self) -> usize {
        self.tokens.iter().filter(|t| t.kind != TokenKind::Mark).count()
    }

    /// Whether a full stop or its like ends it.
    pub(super) fn is_stopped(&self) -> bool {
        self.ending == Ending::Stop
    }

    /// Whether it is certainly a paragraph of running text.
    pub(super) fn is_long(&self) -> bool {
        let count = self.count();
        count >= 25 || (self.is_stopped() && count >= 10) || (self.ending == Ending::Question && count >= 20)
    }

    /// Whether it may be the last paragraph of a body.
    pub(super) fn is_closed(&self) -> bool {
        let stopped = matches!(self.ending, Ending::Stop | Ending::Question);
        (stopped && self.count() >= 3) || self.count() >= 13
    }

    /// Whether it begins like an item of a list.
    pub(super) fn is_item(&self) -> bool {
        let mut tokens = self.tokens.iter();
        let first = tokens.next();
        let dash = ['-', '–', '—', '•', '*', '·', '▪', '●', '◦', '■', '‣', '○', '✓', 'ـ'];
        first.is_some_and(|t| dash.iter().any(|d| t.is_mark(*d))) || self.is_numbered()
    }

    /// Whether it begins with a number and a mark.
    pub(super) fn is_numbered(&self) -> bool {
        let mut tokens = self.tokens.iter();
        let number = tokens.next().is_some_and(|t| t.kind == TokenKind::Number && t.raw.chars().count() <= 2);
        number && tokens.next().is_some_and(|t| t.kind == TokenKind::Mark && t.raw.starts_with(['.', ')', '-', 'ـ', '–']))
    }
}

fn ending(words: &str) -> Ending {
    let closing = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '“' | '’' | '»' | '«' | ')' | ']' | '*' | '_');
    let bare = words.trim_end_matches(|c| closing(c) || detente_codebook::fold::is_invisible(c));
    match bare.chars().next_back() {
        Some('.' | '!' | '…' | '۔') => Ending::Stop,
        Some('?' | '؟') => Ending::Question,
        Some(':') => Ending::Colon,
        _ => Ending::Open,
    }
}

/// The units of a plain text: its lines, and as one unit the lines of a paragraph broken by width.
pub(super) fn plain(received: &str) -> Source {
    let text = Text::new(received);
    let mut units = Vec::new();
    let mut block: Vec<Unit> = Vec::new();
    for line in text.lines() {
        match Unit::new(&text, line, Tag::None) {
            Some(unit) => block.push(unit),
            None => flush(&text, &mut block, &mut units),
        }
    }
    flush(&text, &mut block, &mut units);
    Source { text, units, meta: Meta::default() }
}

/// Ends a block of lines: one unit when they are a paragraph broken by width, else one for each.
pub(super) fn flush(text: &Text, block: &mut Vec<Unit>, units: &mut Vec<Unit>) {
    let lines = std::mem::take(block);
    let ends = lines.first().zip(lines.last()).map(|(a, b)| (a.span.to(b.span), a.tag));
    let joined = ends.filter(|_| is_broken_by_width(&lines)).and_then(|(s, tag)| Unit::new(text, s, tag));
    match joined {
        Some(paragraph) => units.push(paragraph),
        None => units.extend(lines),
    }
}

/// The least length of a line that was broken by width, and the greatest.
const WIDTH: std::ops::RangeInclusive<usize> = 45..=125;

fn is_broken_by_width(lines: &[Unit]) -> bool {
    let Some((last, full)) = lines.split_last() else { return false };
    let longest = lines.iter().map(|l| l.span.len()).max().unwrap_or_default();
    let even = full.iter().all(|l| WIDTH.contains(&l.span.len()) && l.span.len() * 5 >= longest * 3);
    let runs_on = full.iter().any(|l| l.ending == Ending::Open);
    let running = lines.iter().all(|l| !l.is_item() && !is_marked(l));
    !full.is_empty() && even && runs_on && running && last.span.len() <= *WIDTH.end()
}

/// Whether a line is known by itself: a date, or furniture.
fn is_marked(unit: &Unit) -> bool {
    let words = unit.words();
    lists::furniture().line.is_whole(&words)
        || lists::furniture().starts.longest(&words, 0).is_some()
        || lists::anatomy().byline.longest(&words, 0).is_some() && unit.count() <= 12
        || dates::is_date_line(unit)
        || unit.tokens.iter().any(|t| t.fold == "https" || t.fold == "http")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(s: &str) -> Vec<String> {
        let source = plain(s);
        source.units.iter().map(|u| source.text.slice(u.span)).collect()
    }

    #[test]
    fn lines_are_units_and_crlf_is_no_part_of_them() {
        assert_eq!(lines("One.\r\n\r\n  Two. \r\nThree"), ["One.", "Two.", "Three"]);
    }

    #[test]
    fn a_paragraph_broken_by_width_is_one_unit() {
        let s = "The government said on the first day that it would\nnot sign the treaty before the end of the month and\nthat talks went on.\n\nNext.";
        assert_eq!(lines(s).len(), 2);
    }

    #[test]
    fn endings_look_through_closing_marks() {
        assert_eq!(ending("متقبلة لهذا الأمر”."), Ending::Stop);
        assert_eq!(ending("he said.”"), Ending::Stop);
        assert_eq!(ending("Why? »"), Ending::Question);
        assert_eq!(ending("A title"), Ending::Open);
    }
}
