//! The furniture of a page: newsletter, buttons to follow and share, poll, loading, links, menus.

use detente_codebook::{Furniture, FurnitureKind, Span, Text};

use super::link::{self, Link};
use super::lists;
use super::unit::{Ending, Source, Tag, Unit};
use crate::token::{Token, TokenKind};

/// What the furniture of a page leaves for the article.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// The furniture, in order.
    pub(super) items: Vec<Furniture>,
    /// For each unit, whether it is taken by furniture or a link.
    pub(super) taken: Vec<bool>,
    /// For each unit, the kind that took it.
    pub(super) kinds: Vec<Option<FurnitureKind>>,
    /// The short link of the page.
    pub(super) link: Option<Link>,
    /// The units that hold the short link.
    pub(super) link_units: Vec<usize>,
}

struct Marker<'a> {
    text: &'a Text,
    units: &'a [Unit],
    marks: Marks,
}

/// A phrase of one word marks only a short line; one of more words a longer line too.
const SHORT: usize = 8;
const LINE: usize = 30;

/// Finds the furniture of a page.
pub(super) fn find(source: &Source) -> Marks {
    let count = source.units.len();
    let marks = Marks { taken: vec![false; count], kinds: vec![None; count], ..Marks::default() };
    let mut marker = Marker { text: &source.text, units: &source.units, marks };
    for at in 0..count {
        if !marker.is_taken(at) {
            marker.mark(at);
        }
    }
    marker.asides();
    marker.marks.items.sort_by_key(|f| (f.quote.start, f.quote.end, f.kind));
    marker.marks
}

impl Marker<'_> {
    fn is_taken(&self, at: usize) -> bool {
        self.marks.taken.get(at).copied().unwrap_or(true)
    }

    fn take(&mut self, at: usize, kind: Option<FurnitureKind>) {
        if let (Some(taken), Some(slot)) = (self.marks.taken.get_mut(at), self.marks.kinds.get_mut(at)) {
            *taken = true;
            *slot = slot.or(kind);
        }
    }

    fn push(&mut self, kind: FurnitureKind, span: Span) {
        if let Some(quote) = self.text.quote(self.text.trim(span)).filter(|q| !q.exact.is_empty()) {
            self.marks.items.push(Furniture { kind, quote });
        }
    }

    fn put(&mut self, at: usize, kind: FurnitureKind) {
        let Some(unit) = self.units.get(at) else { return };
        self.push(kind, unit.span);
        self.take(at, Some(kind));
    }

    fn mark(&mut self, at: usize) {
        let Some(unit) = self.units.get(at) else { return };
        if unit.tag == Tag::Title || unit.tag.is_head() {
            return;
        }
        if self.link(at, unit) || self.loading(at, unit) || self.pieces(at, unit) {
            return;
        }
        match kinds(unit).as_slice() {
            [] => {}
            // What the mark-up says is more than a word that may stand in any menu.
            [FurnitureKind::Other] if unit.tag.is_aside() => {}
            [FurnitureKind::OpinionPoll] => self.poll(at, unit),
            [FurnitureKind::RelatedHeadlines] => self.related(at, unit),
            found => found.iter().for_each(|kind| self.put(at, *kind)),
        }
    }

    /// A label and the address after it, or an address alone on its line.
    fn link(&mut self, at: usize, unit: &Unit) -> bool {
        let words = unit.words();
        let label = starts(&words, FurnitureKind::ShortLinkLabel);
        let found = link::first(self.text, unit.span);
        match (label, found) {
            (true, Some(link)) => self.labelled(at, Span::new(unit.span.start, link.span.start), link),
            (true, None) if unit.count() <= SHORT => return self.label_alone(at, unit),
            (false, Some(link)) if link.span.len() + 3 >= unit.span.len() => self.linked(at, link, link.short),
            _ => return false,
        }
        true
    }

    fn labelled(&mut self, at: usize, label: Span, link: Link) {
        self.push(FurnitureKind::ShortLinkLabel, label);
        self.linked(at, link, true);
        self.take(at, Some(FurnitureKind::ShortLinkLabel));
    }

    fn linked(&mut self, at: usize, link: Link, short: bool) {
        if short {
            self.marks.link = self.marks.link.filter(|l| l.post.is_some() || link.post.is_none()).or(Some(link));
            self.marks.link_units.push(at);
        }
        self.take(at, None);
    }

    /// A label whose address stands on the next line; without one it is a button.
    fn label_alone(&mut self, at: usize, unit: &Unit) -> bool {
        let next = self.units.get(at + 1).and_then(|u| link::first(self.text, u.span).map(|l| (u, l)));
        match next.filter(|(u, l)| l.span.len() + 3 >= u.span.len()) {
            Some((_, link)) => {
                self.linked(at + 1, link, true);
                self.put(at, FurnitureKind::ShortLinkLabel);
                true
            }
            None if lists::furniture().line.is_whole(&unit.words()) || unit.count() <= 3 && !unit.is_stopped() => {
                self.put(at, FurnitureKind::ShareBar);
                true
            }
            None => false,
        }
    }

    /// Each “loading…” of a line is one item.
    fn loading(&mut self, at: usize, unit: &Unit) -> bool {
        let words = unit.words();
        let spots = spots(&words, FurnitureKind::LoadingPlaceholder);
        let covered: usize = spots.iter().map(|(from, to)| to - from).sum();
        if spots.is_empty() || covered + 3 < words.len() {
            return false;
        }
        for (n, (from, to)) in spots.iter().enumerate() {
            let next = spots.get(n + 1).and_then(|(f, _)| words.get(*f)).map_or(unit.span.end, |t| t.span.start);
            let start = words.get(*from).map_or(unit.span.start, |t| t.span.start);
            let last = words.get(to.saturating_sub(1)).map_or(start, |t| t.span.end);
            let end = with_dots(self.text, last, next);
            self.push(FurnitureKind::LoadingPlaceholder, Span::new(start, end));
        }
        self.take(at, Some(FurnitureKind::LoadingPlaceholder));
        true
    }

    /// A line of buttons: pieces between bars, each of them furniture.
    fn pieces(&mut self, at: usize, unit: &Unit) -> bool {
        let Some(words) = self.text.get(unit.span) else { return false };
        let cuts = ['|', '•', '·', '¦', '/', '»', '›', '>', '→', '←', '\n', '\t'];
        let pieces = cut(unit.span, words, &cuts);
        let parts: Vec<Unit> = pieces.iter().filter_map(|s| Unit::new(self.text, *s, unit.tag)).collect();
        let found: Vec<(Span, Vec<FurnitureKind>)> = parts.iter().map(|u| (u.span, kinds(u))).collect();
        let hits = found.iter().filter(|(_, k)| !k.is_empty()).count();
        let wordy = parts.iter().any(|p| p.count() > SHORT || p.is_stopped() && p.count() > 3);
        if parts.len() < 2 || hits * 2 <= parts.len() || wordy {
            return false;
        }
        for (span, kinds) in found {
            let kinds = if kinds.is_empty() { vec![FurnitureKind::Other] } else { kinds };
            kinds.into_iter().for_each(|k| self.push(k, span));
        }
        self.take(at, Some(FurnitureKind::Other));
        true
    }

    /// A poll: its heading, its question, the answers to choose from.
    fn poll(&mut self, at: usize, unit: &Unit) {
        let question = self.poll_question(at + 1);
        let loads = self.units.get(at + 1).is_some_and(is_loading);
        if unit.count() < 2 && question.is_none() && !loads {
            return;
        }
        self.put(at, FurnitureKind::OpinionPoll);
        let Some(asked) = question else { return };
        self.put(asked, FurnitureKind::PollQuestion);
        for answer in asked + 1..self.answers_end(asked + 1) {
            self.put(answer, FurnitureKind::Other);
        }
    }

    /// The question right after the heading; never the title, which a date or a byline follows.
    fn poll_question(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at).filter(|u| u.count() <= 30 && u.tag != Tag::Title)?;
        let asks = unit.ending == Ending::Question;
        let answered = self.units.get(at + 1).is_some_and(|u| is_loading(u) || is_answer(u));
        let dated = self.units.get(at + 1).is_some_and(super::dates::is_date_line);
        ((asks && !dated) || (answered && !unit.is_long() && kinds(unit).is_empty())).then_some(at)
    }

    /// Where the answers end: at “loading”, at a button, or with the last word of agreement.
    fn answers_end(&self, from: usize) -> usize {
        let short = |u: &&Unit| u.count() <= SHORT && !u.is_stopped() && u.ending != Ending::Question;
        let run = self.units.iter().skip(from).take(8).take_while(|u| short(u) && !is_loading(u)).count();
        let closed = self.units.get(from + run).is_some_and(is_loading);
        let voted = (from..from + run).rev().find(|i| self.units.get(*i).is_some_and(is_answer));
        if closed { from + run } else { voted.map_or(from, |last| last + 1) }
    }

    /// A heading over headlines of other articles, and those headlines.
    fn related(&mut self, at: usize, unit: &Unit) {
        self.put(at, FurnitureKind::RelatedHeadlines);
        if !lists::furniture().line.is_whole(&unit.words()) {
            return;
        }
        let end = self.headlines_end(at + 1, unit.tag.is_aside());
        for headline in at + 1..end {
            if !self.is_taken(headline) && self.units.get(headline).is_some_and(|u| kinds(u).is_empty()) {
                self.put(headline, FurnitureKind::RelatedHeadlines);
            }
        }
    }

    /// Headlines run on to the next paragraph; a very short last one is a heading of the body.
    fn headlines_end(&self, from: usize, aside: bool) -> usize {
        let marked = |u: &Unit| u.tag.is_aside() != aside || u.tag == Tag::Title || u.tag.is_head();
        let headline =
            |u: &&Unit| !u.is_stopped() && u.count() <= 22 && kinds(u).is_empty() && !super::dates::is_date_line(u) && !marked(u);
        let run = self.units.iter().skip(from).take(12).take_while(headline).count();
        let end = from + run;
        let into_body = self.units.get(end).is_some_and(Unit::is_long);
        let last = end.checked_sub(1).and_then(|i| self.units.get(i));
        let heading = into_body && run >= 2 && last.is_some_and(|u| u.count() <= 4);
        if heading { end - 1 } else { end }
    }

    /// What the mark-up sets beside the article and no list knows.
    fn asides(&mut self) {
        for at in 0..self.units.len() {
            let Some(Tag::Aside(kind)) = self.units.get(at).map(|u| u.tag) else { continue };
            if !self.is_taken(at) {
                self.put(at, kind);
            }
        }
    }
}

/// The kinds of furniture that a unit is; more than one only for the buttons to follow.
fn kinds(unit: &Unit) -> Vec<FurnitureKind> {
    let words = unit.words();
    let lists = lists::furniture();
    let bare = without_count(&words);
    let whole = lists.line.at(bare, 0).into_iter().filter(|(end, ..)| *end == bare.len());
    let starts = lists.starts.at(&words, 0).into_iter().filter(|(_, phrase, _)| fits(unit, phrase.named()));
    let opens = lists.opens.at(&words, 0).into_iter().filter(|(end, ..)| is_opening(unit, &words, *end));
    let mut all: Vec<(usize, FurnitureKind)> = whole.chain(starts).chain(opens).map(|(end, _, k)| (end, *k)).collect();
    all.retain(|(_, k)| !matches!(k, FurnitureKind::ShortLinkLabel));
    // The longest phrase says most: an address that is asked for may belong to a comment.
    all.sort_by_key(|(end, kind)| (std::cmp::Reverse(*end), *kind));
    let mut found: Vec<FurnitureKind> = all.into_iter().map(|(_, k)| k).collect();
    if found.is_empty() && words.len() <= 16 {
        found.extend(within(unit, &words));
    }
    settle(found)
}

/// The words of a line without a count before or after them: `3 comments`.
fn without_count<'a, 'b>(words: &'b [&'a Token]) -> &'b [&'a Token] {
    let counts = |t: &&Token| t.kind == TokenKind::Number;
    match words {
        [first, rest @ ..] if counts(first) && !rest.is_empty() => rest,
        [rest @ .., last] if counts(last) && !rest.is_empty() => rest,
        _ => words,
    }
}

/// A phrase within a line marks it when the line is no sentence; cookies mark a sentence too.
fn within(unit: &Unit, words: &[&Token]) -> Vec<FurnitureKind> {
    let lists = lists::furniture();
    let hits = (0..words.len()).flat_map(|at| lists.has.at(words, at)).map(|(_, _, k)| *k);
    let mut found: Vec<FurnitureKind> = hits.filter(|k| *k != FurnitureKind::LoadingPlaceholder).collect();
    found.retain(|k| *k == FurnitureKind::CookieNotice || unit.ending != Ending::Question);
    found
}

fn fits(unit: &Unit, named: usize) -> bool {
    let count = unit.count();
    if named > 1 { count <= LINE } else { count <= SHORT && !unit.is_stopped() }
}

/// A label, a colon or dash after it, and a headline.
fn is_opening(unit: &Unit, words: &[&Token], end: usize) -> bool {
    let after = words.get(end.saturating_sub(1)).map_or(0, |w| w.span.end);
    let next = unit.tokens.iter().find(|t| t.span.start >= after);
    let cut = next.is_some_and(|t| [':', '-', '–', '—', 'ـ', '|', '.', '…', '»', '>', '؛'].iter().any(|m| t.is_mark(*m)));
    words.len() > end && cut && unit.count() <= LINE
}

/// Of several kinds the follow buttons are all kept, of the others the first.
fn settle(mut found: Vec<FurnitureKind>) -> Vec<FurnitureKind> {
    let follows = |k: &FurnitureKind| matches!(k, FurnitureKind::FollowTwitter | FurnitureKind::FollowFacebook);
    if found.iter().any(follows) {
        found.retain(follows);
        found.sort_unstable();
        found.dedup();
    } else {
        found.truncate(1);
    }
    found
}

fn starts(words: &[&Token], kind: FurnitureKind) -> bool {
    lists::furniture().starts.at(words, 0).iter().any(|(_, _, k)| **k == kind)
}

/// Every place of a phrase of `kind` within the words, not overlapping.
fn spots(words: &[&Token], kind: FurnitureKind) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let here = lists::furniture().has.at(words, at);
        let end = here.iter().filter(|(_, _, k)| **k == kind).map(|(end, ..)| *end).max();
        out.extend(end.map(|end| (at, end)));
        at = end.unwrap_or(at + 1);
    }
    out
}

fn is_loading(unit: &Unit) -> bool {
    let words = unit.words();
    words.len() <= 12 && !spots(&words, FurnitureKind::LoadingPlaceholder).is_empty()
}

/// Whether every word is one of agreement or doubt, as under a poll.
fn is_answer(unit: &Unit) -> bool {
    let words = unit.words();
    let known = lists::furniture().line.at(&words, 0);
    let other = |(_, _, k): &(usize, &super::phrase::Phrase, &FurnitureKind)| **k == FurnitureKind::Other;
    words.len() <= SHORT && known.iter().any(other)
}

/// The end of the dots that follow `from`, at most at `limit`.
fn with_dots(text: &Text, from: usize, limit: usize) -> usize {
    let rest = text.get(Span::new(from, limit)).unwrap_or_default();
    let dots = rest.chars().take_while(|c| c.is_whitespace() || matches!(c, '.' | '…')).count();
    text.trim(Span::new(from, from + dots)).end.max(from)
}

fn cut(span: Span, words: &str, cuts: &[char]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = span.start;
    for (at, c) in words.chars().enumerate() {
        if cuts.contains(&c) {
            out.push(Span::new(start, span.start + at));
            start = span.start + at + 1;
        }
    }
    out.push(Span::new(start, span.end));
    out
}
