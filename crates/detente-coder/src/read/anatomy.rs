//! The parts of a page: title, date, byline, headings and body, once its furniture is known.

use detente_codebook::{Edtf, Furniture, FurnitureKind, Published, Span, Text};

use super::furniture::{self, Marks};
use super::unit::{Ending, Source, Tag, Unit};
use super::{Paragraph, ReadError, dates, lists, title};

/// The parts of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// The title line, its category included.
    pub(super) title: Option<Span>,
    /// The question in it.
    pub(super) question: Option<Span>,
    /// The category before it.
    pub(super) category: Option<Span>,
    /// Who wrote it.
    pub(super) byline: Option<Span>,
    /// The short address.
    pub(super) short_link: Option<Span>,
    /// The number of the post.
    pub(super) post_id: Option<u64>,
    /// The day of publication as the page writes it.
    pub(super) published: Option<Published>,
    /// The furniture, in order.
    pub(super) furniture: Vec<Furniture>,
    /// The body.
    pub(super) paragraphs: Vec<Paragraph>,
}

impl Parts {
    /// From the first paragraph to the last.
    pub(super) fn body(&self) -> Option<Span> {
        let (first, last) = self.paragraphs.first().zip(self.paragraphs.last())?;
        Some(first.span.to(last.span))
    }
}

struct Finder<'a> {
    text: &'a Text,
    units: &'a [Unit],
    marks: Marks,
    /// For each unit, whether a part of the head has claimed it.
    claimed: Vec<bool>,
    parts: Parts,
}

/// Finds the parts of a page.
pub(super) fn find(source: &Source) -> Result<Parts, ReadError> {
    if source.units.is_empty() {
        return Err(ReadError::Empty);
    }
    let marks = furniture::find(source);
    let claimed = marks.taken.clone();
    let mut finder = Finder { text: &source.text, units: &source.units, marks, claimed, parts: Parts::default() };
    finder.links();
    finder.parts.post_id = finder.parts.post_id.or(source.meta.post_id);
    finder.head(&source.meta.titles);
    finder.body();
    finder.leftovers();
    let mut parts = finder.parts;
    parts.furniture.sort_by_key(|f| (f.quote.start, f.quote.end, f.kind));
    if parts.paragraphs.is_empty() && parts.title.is_none() { Err(ReadError::OnlyFurniture) } else { Ok(parts) }
}

impl Finder<'_> {
    fn free(&self, at: usize) -> bool {
        !self.claimed.get(at).copied().unwrap_or(true)
    }

    fn claim(&mut self, at: usize) {
        if let Some(slot) = self.claimed.get_mut(at) {
            *slot = true;
        }
    }

    fn unit(&self, at: usize) -> Option<&Unit> {
        self.units.get(at)
    }

    fn links(&mut self) {
        self.parts.short_link = self.marks.link.map(|l| l.span);
        self.parts.post_id = self.marks.link.and_then(|l| l.post);
        self.parts.furniture = std::mem::take(&mut self.marks.items);
    }

    /// The first unit of running text: what stands before it is the head of the page.
    fn first_text(&self) -> usize {
        let heading = |u: &Unit| matches!(u.tag, Tag::Title | Tag::Heading) || u.tag.is_head();
        let running = |u: &Unit| {
            !heading(u) && (u.is_long() || u.is_stopped() && u.count() >= 4) && !dates::is_date_line(u) && !is_byline(u)
        };
        let stands = |i: &usize| self.free(*i) && self.unit(*i).is_some_and(running) && !self.is_long_title(*i);
        (0..self.units.len()).find(stands).unwrap_or(self.units.len())
    }

    /// Whether a long line is a title: one sentence with a known section before it and a question in
    /// it, or with a date or a byline right below it.
    fn is_long_title(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at).filter(|u| may_be_title(u) && u.tag != Tag::Paragraph) else { return false };
        let asks = unit.ending == Ending::Question && title::has_category(unit);
        let below = (at + 1..at + 3).filter_map(|i| self.unit(i)).take_while(|u| u.count() <= 25 && !u.is_stopped());
        asks || below.into_iter().any(|u| is_date(u) || is_byline(u))
    }

    fn head(&mut self, titles: &[String]) {
        let end = self.first_text();
        self.dates(end);
        self.bylines(end);
        self.title(end, titles);
    }

    /// The date line of the head, else the last of the page.
    fn dates(&mut self, end: usize) {
        let is_date = |i: &usize| self.free(*i) && self.unit(*i).is_some_and(is_date);
        let head: Vec<usize> = (0..end).filter(is_date).collect();
        let tail = (end..self.units.len()).rev().find(is_date);
        let chosen = head.first().copied().or(tail);
        let found = chosen.and_then(|i| self.unit(i)).and_then(|u| date_of(self.text, u));
        self.parts.published = found.and_then(|(span, date)| Some(Published { date, quote: self.text.quote(span)? }));
        head.into_iter().chain(tail).for_each(|i| self.claim(i));
    }

    fn bylines(&mut self, end: usize) {
        let claims = |i: &usize| self.free(*i) && self.unit(*i).is_some_and(is_byline);
        let found: Vec<usize> = (0..end).filter(claims).collect();
        let says = found.iter().copied().find(|i| self.unit(*i).is_some_and(says_who));
        let below = self.first_line(end);
        let signs = found.iter().copied().rfind(|i| below.is_some_and(|b| b < *i));
        let found: Vec<usize> = if says.or(signs).is_none() { self.names(end) } else { found };
        self.parts.byline = says.or(signs).or(found.first().copied()).and_then(|i| self.unit(i)).map(|u| u.span);
        found.into_iter().for_each(|i| self.claim(i));
    }

    /// A name alone on the line above or below the date.
    fn names(&self, end: usize) -> Vec<usize> {
        let is = |i: &usize| self.free(*i) && self.unit(*i).is_some_and(is_name);
        let date = (0..end).find(|i| self.unit(*i).is_some_and(is_date));
        let beside = date.into_iter().flat_map(|d| [d + 1, d.wrapping_sub(1)]);
        let titled = |i: usize| (0..i).any(|t| self.free(t) && self.unit(t).is_some_and(|u| may_be_title(u) && u.count() >= 3));
        beside.filter(|i| is(i) && titled(*i)).take(1).collect()
    }

    /// The first line of the head that is a date or may be a title: an institution named above it is
    /// the name of the site.
    fn first_line(&self, end: usize) -> Option<usize> {
        let titled = |u: &Unit| may_be_title(u) && u.count() >= 3 && !is_byline(u) && !title::is_category(u);
        let dated = (0..end).find(|i| self.unit(*i).is_some_and(is_date));
        let titled = (0..end).find(|i| self.free(*i) && self.unit(*i).is_some_and(titled));
        dated.into_iter().chain(titled).min()
    }

    /// The title: what the mark-up says, what the head of the page repeats, a line with a category or
    /// a question, else the first line that is left.
    fn title(&mut self, end: usize, titles: &[String]) {
        let may = |i: &usize| self.free(*i) && self.unit(*i).is_some_and(may_be_title);
        let open: Vec<usize> = (0..end).filter(may).collect();
        let pick = |test: &dyn Fn(&Unit) -> bool| open.iter().copied().find(|i| self.unit(*i).is_some_and(test));
        let repeated = |u: &Unit| u.count() >= 3 && titles.iter().any(|t| t.contains(&self.text.slice(u.span)));
        let chosen = pick(&|u| u.tag == Tag::Title)
            .or_else(|| pick(&repeated))
            .or_else(|| pick(&title::has_category))
            .or_else(|| pick(&|u| u.ending == Ending::Question))
            .or_else(|| pick(&|u| u.count() >= 3 && !title::is_category(u)));
        let chosen = chosen.filter(|i| self.is_head(*i, end));
        let Some(at) = chosen else { return };
        let Some(unit) = self.unit(at) else { return };
        let parts = title::parts(self.text, unit);
        let span = unit.span;
        let alone = self.category_beside(at, end);
        let category = parts.category.or_else(|| alone.and_then(|i| self.unit(i)).map(|u| u.span));
        self.parts.title = Some(span);
        self.parts.question = parts.question;
        self.parts.category = category;
        self.claim(at);
        alone.into_iter().for_each(|i| self.claim(i));
    }

    /// A category on a line of its own: above the title, or where the mark-up says so, below it.
    fn category_beside(&self, title: usize, end: usize) -> Option<usize> {
        let is = |i: &usize, test: fn(&Unit) -> bool| self.free(*i) && self.unit(*i).is_some_and(test);
        let above = (0..title).rev().find(|i| is(i, |u| title::is_category(u) || u.tag == Tag::Category));
        above.or_else(|| (title + 1..end).find(|i| is(i, |u| u.tag == Tag::Category)))
    }

    /// A title has something beneath it.
    fn is_head(&self, at: usize, end: usize) -> bool {
        end < self.units.len() || (at + 1..self.units.len()).any(|i| self.free(i)) || self.parts.published.is_some()
    }

    fn body(&mut self) {
        let open: Vec<usize> = (0..self.units.len()).filter(|i| self.free(*i)).collect();
        let title_end = self.parts.title.map_or(0, |t| t.end);
        let text = self.first_text();
        let from = open.iter().position(|i| *i >= text || self.opens_body(*i, title_end, text));
        let Some(from) = from else {
            self.parts.paragraphs =
                open.iter().filter_map(|i| self.unit(*i)).map(|u| Paragraph { span: u.span, heading: false }).collect();
            open.into_iter().for_each(|i| self.claim(i));
            return;
        };
        let open = open.get(from..).unwrap_or_default().to_vec();
        let cut = open.iter().position(|i| self.unit(*i).is_some_and(ends_article)).filter(|n| *n > 0).unwrap_or(open.len());
        let open = open.get(..cut).unwrap_or_default();
        let last = open
            .iter()
            .rposition(|i| self.unit(*i).is_some_and(|u| u.is_closed() || u.tag == Tag::Paragraph))
            .map_or(open.len(), |n| n + 1);
        let open = open.get(..last).unwrap_or_default();
        for (n, at) in open.iter().enumerate() {
            let Some(unit) = self.unit(*at) else { continue };
            let below = open.get(n + 1).and_then(|i| self.unit(*i));
            let heading = below.is_some_and(|b| is_heading(unit) || is_numbered_heading(unit, b));
            let span = unit.span;
            self.parts.paragraphs.push(Paragraph { span, heading });
            self.claim(*at);
        }
    }

    /// A heading right before the first paragraph, below the title.
    fn opens_body(&self, at: usize, title_end: usize, text: usize) -> bool {
        let heads = |u: &Unit| is_heading(u) || self.unit(text).is_some_and(|below| is_numbered_heading(u, below));
        let below = self.unit(at).is_some_and(|u| title_end > 0 && u.span.start > title_end && heads(u));
        let dated = self.parts.published.as_ref().is_none_or(|p| self.unit(at).is_some_and(|u| u.span.start > p.quote.start));
        below && dated && (at + 1..text).all(|i| !self.free(i))
    }

    /// Short lines that belong to nothing are furniture of no known kind.
    fn leftovers(&mut self) {
        for at in 0..self.units.len() {
            if !self.free(at) {
                continue;
            }
            let quote = self.unit(at).and_then(|u| self.text.quote(u.span));
            self.parts.furniture.extend(quote.map(|quote| Furniture { kind: FurnitureKind::Other, quote }));
        }
    }
}

fn may_be_title(unit: &Unit) -> bool {
    let marked = matches!(unit.tag, Tag::Item | Tag::Aside(_)) || unit.tag.is_head();
    unit.tag == Tag::Title || unit.count() <= 40 && !unit.is_stopped() && !marked
}

fn is_date(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::Date(_)) || unit.tag != Tag::Title && dates::is_date_line(unit)
}

/// The words of a date, and the day: in figures where the mark-up gives it, else as it is written.
fn date_of(text: &Text, unit: &Unit) -> Option<(Span, Edtf)> {
    let written = dates::date_in_line(text, unit);
    match unit.tag {
        Tag::Date(day) => Some((written.map_or(unit.span, |(span, _)| span), day)),
        _ => written,
    }
}

/// Whether a line begins like a byline, or is marked as one.
fn says_who(unit: &Unit) -> bool {
    unit.tag == Tag::Byline || lists::anatomy().byline.longest(&unit.words(), 0).is_some()
}

/// A byline begins like one, is marked as one, or names an institution.
fn is_byline(unit: &Unit) -> bool {
    if matches!(unit.tag, Tag::Title | Tag::Date(_) | Tag::Category) {
        return false;
    }
    let words = unit.words();
    let short = unit.count() <= 25 && !unit.is_stopped() && unit.ending != Ending::Question;
    let institution = lists::anatomy().institution.has(&words) && unit.count() <= 16;
    short && (says_who(unit) || institution)
}

fn is_heading(unit: &Unit) -> bool {
    let tagged = matches!(unit.tag, Tag::Heading);
    let plain = matches!(unit.tag, Tag::None | Tag::Paragraph) && unit.count() <= 12 && !unit.is_item();
    let open = matches!(unit.ending, Ending::Open)
        || unit.ending == Ending::Question && unit.count() <= 12
        || unit.ending == Ending::Colon && unit.count() <= 8;
    tagged || plain && open
}

/// A numbered line is a heading, not an item, when a paragraph follows it.
fn is_numbered_heading(unit: &Unit, below: &Unit) -> bool {
    let plain = matches!(unit.tag, Tag::None | Tag::Paragraph) && unit.count() <= 12;
    plain && unit.is_numbered() && unit.ending == Ending::Open && below.is_long() && !below.is_numbered()
}

/// Two to six words, each with a capital: the name of a person in Latin letters.
fn is_name(unit: &Unit) -> bool {
    let words = unit.words();
    let listed = |w: &str| lists::anatomy().starter.iter().any(|s| s == w);
    let capital = words.iter().all(|t| t.is_word() && (t.is_capital() || t.fold == "and" || t.fold == "de" || t.fold == "van"));
    let plain = matches!(unit.tag, Tag::None | Tag::Paragraph) && unit.ending == Ending::Open;
    plain && (2..=6).contains(&words.len()) && capital && !words.first().is_some_and(|w| listed(&w.fold))
}

fn ends_article(unit: &Unit) -> bool {
    unit.count() <= 6 && lists::anatomy().ends.is_whole(&unit.words())
}
