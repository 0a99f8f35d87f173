//! Transfers of arms and aid: who gives what to whom, and how far it has come.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, Certainty, Language, Span, Text, Transfer, TransferStatus};
use serde::Deserialize;

use crate::clause::{Clauses, Wall};
use crate::clitic::without_article;
use crate::event::certainty;
use crate::frame::{Frame, Part, Trigger};
use crate::mood::{Mood, mood};
use crate::order::{complete, followed, is_dropped, the_rest};
use crate::party::{Naming, Party};
use crate::phrase::Phrases;
use crate::token::{Token, form};

#[derive(Deserialize)]
struct ItemRow {
    category: String,
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct ItemFile {
    item: Vec<ItemRow>,
    when: When,
}

#[derive(Deserialize)]
struct When {
    en: Vec<String>,
    ar: Vec<String>,
}

/// What a sentence inherits from the text before it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before<'a> {
    /// The transfer spoken of last.
    pub(crate) last: Option<&'a Transfer>,
    /// Of whom the sentence before speaks.
    pub(crate) subject: Option<&'a ActorCode>,
}

pub(crate) const FILE: &str = include_str!("../../../data/arms/items.toml");

/// The items of a language by their first word: the words behind it, and the category.
type Items = BTreeMap<String, Vec<(Vec<String>, String)>>;

static ITEMS: LazyLock<[Items; 2]> = LazyLock::new(|| {
    let rows = detente_codebook::embedded::<ItemFile>(FILE).map(|f| f.item).unwrap_or_default();
    [true, false].map(|arabic| {
        let mut out = Items::new();
        for row in &rows {
            for words in if arabic { &row.ar } else { &row.en } {
                let mut folds = form(words).into_iter().map(|t| bare(&t.fold, arabic).to_owned());
                let first = folds.next().unwrap_or_default();
                out.entry(first).or_default().push((folds.collect(), row.category.clone()));
            }
        }
        out
    })
});

/// Words of time, which end the name of an item; for Arabic and for English.
static WHEN: LazyLock<[Phrases<()>; 2]> = LazyLock::new(|| {
    let when = detente_codebook::embedded::<ItemFile>(FILE).map(|f| f.when).ok();
    let of = |language, list: Option<&Vec<String>>| Phrases::new(language, list.into_iter().flatten().map(|w| (w.clone(), ())));
    [of(Language::Ar, when.as_ref().map(|w| &w.ar)), of(Language::En, when.as_ref().map(|w| &w.en))]
});

/// The names of all items of arms; aid, money and fuel are none.
pub(crate) fn names(language: Language) -> Vec<String> {
    let rows = detente_codebook::embedded::<ItemFile>(FILE).map(|f| f.item).unwrap_or_default();
    let arms = rows.into_iter().filter(|r| ARMS.contains(&r.category.as_str()));
    arms.flat_map(|r| if language == Language::Ar { r.ar } else { r.en }).collect()
}

/// The categories of items that are arms.
const ARMS: [&str; 9] = ["uav", "aircraft", "air defence", "missile", "artillery", "armour", "ship", "ammunition", "arms"];

/// Whether a word names a category of items.
pub(crate) fn is_category(word: &str) -> bool {
    ITEMS.iter().flat_map(BTreeMap::values).flatten().any(|(_, category)| category == word)
}

fn bare(fold: &str, arabic: bool) -> &str {
    if arabic { without_article(fold) } else { fold }
}

/// An item that a sentence names.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// How many characters of the first word do not belong to it: a conjunction, a preposition.
    skip: usize,
    pub(crate) category: String,
}

/// A transfer with what later words of the sentence may refer to.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) transfer: Transfer,
    pub(crate) used: bool,
}

/// The transfers of one sentence, prepared with the frames of giving.
pub(crate) fn transfers(text: &Text, clauses: &Clauses<'_>, reported: bool, prior: Before<'_>) -> Vec<Transfer> {
    let mut out: Vec<Given> = Vec::new();
    for trigger in &clauses.triggers {
        let Some(frame) = clauses.frames.list.get(trigger.frame) else { continue };
        let found = match frame.id.as_str() {
            "block" => Vec::new(),
            "use" => used(text, clauses, trigger, frame),
            _ => given(text, clauses, trigger, frame, &out, prior),
        };
        out.extend(found);
    }
    let more = in_the_same_field(text, clauses, &out);
    out.extend(more);
    let rest = the_rest(text, clauses, out.last().map(|g| &g.transfer).or(prior.last));
    out.extend(rest);
    out.into_iter().map(|g| g.transfer).map(|t| if reported { as_reported(t) } else { t }).collect()
}

/// What a speaker says of a transfer is his word.
fn as_reported(mut transfer: Transfer) -> Transfer {
    if transfer.certainty == Certainty::Asserted {
        transfer.certainty = Certainty::Reported;
    }
    transfer
}

fn items(clauses: &Clauses<'_>, from: usize, to: usize) -> Vec<Item> {
    let mut out = Vec::new();
    let mut at = from;
    while at < to {
        match item_at(clauses, at) {
            Some(item) => {
                at = item.to;
                out.push(item);
            }
            None => at += 1,
        }
    }
    out
}

fn item_at(clauses: &Clauses<'_>, at: usize) -> Option<Item> {
    let [ar, en] = &*ITEMS;
    let arabic = clauses.language == Language::Ar;
    let list = if arabic { ar } else { en };
    let token = clauses.tokens.get(at)?;
    let stems = token.heads().filter(|s| !s.future).map(|s| (bare(s.stem, arabic), token.before(s.stem)));
    let same = |(t, w): (&Token, &String)| bare(&t.fold, arabic) == w || t.fold == *w;
    let fits = |rest: &[String]| clauses.tokens.len() > at + rest.len() && clauses.tokens.iter().skip(at + 1).zip(rest).all(same);
    let found = stems.filter_map(|(s, skip)| list.get(s).map(|l| (l, skip)));
    let fitting = found.flat_map(|(l, skip)| l.iter().map(move |i| (i, skip))).filter(|((rest, _), _)| fits(rest));
    let ((rest, category), skip) = fitting.max_by_key(|((rest, _), skip)| (rest.len(), std::cmp::Reverse(*skip)))?;
    Some(Item { from: at, to: at + rest.len() + 1, skip, category: category.clone() })
}

/// The item with the words that describe it, without what is written before its first word.
fn item_span(clauses: &Clauses<'_>, item: &Item) -> Span {
    let [ar, en] = &*WHEN;
    let when = if clauses.language == Language::Ar { ar } else { en };
    let stop = |i: &usize| {
        let token = clauses.tokens.get(*i);
        let walled = clauses.walls.get(*i).is_some_and(Option::is_some);
        let end = token.is_none_or(|t| ".,،;".chars().any(|c| t.is_mark(c)));
        end || walled
            || clauses.grammar.prepositions.behind(&clauses.tokens, *i) > 0
                && token.is_some_and(|t| t.fold != "من" && t.fold != "of")
            || clauses.grammar.places.at(&clauses.tokens, *i) > 0
            || clauses.grammar.and.at(&clauses.tokens, *i) > 0
            || clauses.parties.iter().any(|p| p.from == *i)
            || clauses.grammar.be.at(&clauses.tokens, *i) > 0
            || clauses.grammar.have.at(&clauses.tokens, *i) > 0
            || when.stands(&clauses.tokens, *i)
            || item_at(clauses, *i).is_some_and(|next| next.skip > 0)
    };
    let to = (item.to..item.to + 9).find(stop).unwrap_or(item.to);
    let whole = clauses.span_of(item.from..to);
    Span::new((whole.start + item.skip).min(whole.end), whole.end)
}

fn item_words(text: &Text, clauses: &Clauses<'_>, item: &Item) -> String {
    text.slice(item_span(clauses, item))
}

pub(crate) fn state(party: &Party) -> Option<ActorCode> {
    (!party.code.is_unknown()).then(|| party.code.state())
}

fn status(frame: &Frame, mood: Mood) -> Option<TransferStatus> {
    match (frame.id.as_str(), mood) {
        (_, Mood::Conditional | Mood::Threat) => None,
        (_, Mood::Negated | Mood::Refused) => Some(TransferStatus::Denied),
        (id, Mood::Plain) if !id.ends_with("planned") && id != "sale-noun" && id != "purchase-noun" => {
            Some(TransferStatus::Delivered)
        }
        _ => Some(TransferStatus::Planned),
    }
}

fn given(
    text: &Text,
    clauses: &Clauses<'_>,
    trigger: &Trigger,
    frame: &Frame,
    before: &[Given],
    prior: Before<'_>,
) -> Vec<Given> {
    let Some(status) = status(frame, mood(clauses, trigger)) else { return Vec::new() };
    let status = if is_dropped(clauses, trigger) { TransferStatus::Denied } else { status };
    let found = items_of(clauses, trigger);
    let Some(first) = found.first() else { return Vec::new() };
    if trigger.part == Part::Noun && is_told(clauses, before, first) {
        return Vec::new();
    }
    let slots = clauses.slots(trigger, frame);
    let side =
        |list: &[usize]| -> Vec<ActorCode> { list.iter().filter_map(|i| clauses.parties.get(*i)).filter_map(state).collect() };
    let (mut from, mut to) = (side(&slots.sources), side(&slots.targets));
    let last = before.last().map(|g| &g.transfer);
    if is_definite(clauses, first) {
        followed(&mut from, &mut to, prior.last.filter(|l| l.category == first.category));
    }
    complete(clauses, trigger, (&mut from, &mut to), last, prior);
    let words = clauses.span_of(trigger.from..trigger.to).to(clauses.span_of(first.from..first.to));
    let mut out = Vec::new();
    for a in &from {
        for b in to.iter().filter(|b| *b != a) {
            let spans = slots.sources.iter().chain(&slots.targets).filter_map(|i| clauses.parties.get(*i)).map(|p| p.span);
            let span = spans.fold(words, Span::to);
            for item in &found {
                let given = one(text, clauses, trigger, (a, b), item, status, span.to(item_span(clauses, item)));
                let same = |g: &Given| out.iter().any(|o: &Given| o.transfer == g.transfer);
                let given = given.filter(|g| !same(g));
                out.extend(given);
            }
        }
    }
    out
}

/// The items that a trigger speaks of: behind it with those joined to the first, before it when they are what is
/// given, or before the relative clause that it stands in.
fn items_of(clauses: &Clauses<'_>, trigger: &Trigger) -> Vec<Item> {
    let mut behind: Vec<Item> = items(clauses, trigger.from, end_of(clauses, trigger));
    let joined = behind.windows(2).take_while(|w| matches!(w, [a, b] if is_joined(clauses, a, b))).count();
    behind.truncate(joined + 1);
    if !behind.is_empty() {
        return behind;
    }
    let relative = trigger.pronoun || matches!(clauses.opened(trigger.from), Some((Wall::Relative | Wall::That, _)));
    let before = items(clauses, trigger.from.saturating_sub(10), trigger.from).into_iter().next_back();
    before.filter(|item| relative || is_given(clauses, item, trigger)).into_iter().collect()
}

/// `the jets were delivered`: only forms of `be` and `have` between the item and the verb.
fn is_given(clauses: &Clauses<'_>, item: &Item, trigger: &Trigger) -> bool {
    let g = clauses.grammar;
    let is = |words: &crate::grammar::Words, i: usize| words.at(&clauses.tokens, i) > 0;
    let only = (item.to..trigger.from).all(|i| is(&g.be, i) || is(&g.have, i) || is(&g.time, i));
    clauses.language == Language::En && only && (item.to..trigger.from).any(|i| is(&g.be, i))
}

/// `tanks and jets`: a conjunction, a comma or both between two items, and no more than their adjectives.
fn is_joined(clauses: &Clauses<'_>, a: &Item, b: &Item) -> bool {
    let between = clauses.tokens.get(a.to..b.from).unwrap_or_default();
    let written = clauses.language == Language::Ar && clauses.tokens.get(b.from).is_some_and(|t| t.fold.starts_with('و'));
    let said = between.iter().any(|t| clauses.grammar.and.has(&t.fold) || t.is_mark(',') || t.is_mark('،'));
    let verb = clauses.verbs().any(|t| (a.to..b.from).contains(&t.from));
    between.len() <= 3 && (written || said) && !verb
}

/// Whether a transfer of the same item was told already by the words around.
fn is_told(clauses: &Clauses<'_>, before: &[Given], item: &Item) -> bool {
    let span = item_span(clauses, item);
    before.iter().any(|g| g.transfer.quote.span().holds(span))
}

/// Whether an item has the article of what was spoken of before.
fn is_definite(clauses: &Clauses<'_>, item: &Item) -> bool {
    let token = |i: usize| clauses.tokens.get(i);
    match clauses.language {
        Language::Ar => token(item.from).is_some_and(|t| t.fold.starts_with("ال")),
        Language::En => {
            item.from.checked_sub(1).and_then(token).is_some_and(|t| matches!(t.fold.as_str(), "the" | "these" | "those"))
        }
    }
}

/// The clause of the trigger, up to the next one that gives or takes.
pub(crate) fn end_of(clauses: &Clauses<'_>, trigger: &Trigger) -> usize {
    let next = clauses.triggers.iter().filter(|t| t.from > trigger.from && matches!(t.part, Part::Verb(_))).map(|t| t.from).min();
    clauses.clause(trigger.to.saturating_sub(1)).end.min(next.unwrap_or(usize::MAX))
}

/// `to it`, `لها`: the one who was given something before.
pub(crate) fn pronoun_after(clauses: &Clauses<'_>, from: usize, to: usize) -> bool {
    let english = ["it", "them"];
    let arabic = |f: &str| matches!(f, "لها" | "له" | "لهم" | "اليها" | "اليه" | "اليهم");
    clauses.tokens.iter().take(to).skip(from).take(6).any(|t| english.contains(&t.fold.as_str()) || arabic(&t.fold))
}

fn one(
    text: &Text,
    clauses: &Clauses<'_>,
    trigger: &Trigger,
    (a, b): (&ActorCode, &ActorCode),
    item: &Item,
    status: TransferStatus,
    span: Span,
) -> Option<Given> {
    let quoted = clauses.quoted.get(trigger.from).copied().unwrap_or(false);
    let standing = certainty(clauses, trigger, mood(clauses, trigger), quoted);
    let transfer = Transfer {
        from: a.clone(),
        to: b.clone(),
        item: item_words(text, clauses, item),
        category: item.category.clone(),
        status,
        certainty: standing,
        quote: text.quote(span)?,
    };
    Some(Given { transfer, used: false })
}

/// Whoever uses another's arms has received them.
fn used(text: &Text, clauses: &Clauses<'_>, trigger: &Trigger, frame: &Frame) -> Vec<Given> {
    if mood(clauses, trigger) != Mood::Plain {
        return Vec::new();
    }
    let slots = clauses.slots(trigger, frame);
    let Some(user) = slots.sources.first().and_then(|i| clauses.parties.get(*i)).and_then(state) else { return Vec::new() };
    let mut out = Vec::new();
    for (maker, item) in made_abroad(clauses, trigger.to, end_of(clauses, trigger)) {
        let Some(from) = state(maker).filter(|m| *m != user) else { continue };
        let span = clauses.span_of(trigger.from..item.to).to(maker.span);
        let span = slots.sources.first().and_then(|i| clauses.parties.get(*i)).map_or(span, |p| span.to(p.span));
        let found = one(text, clauses, trigger, (&from, &user), &item, TransferStatus::Delivered, span);
        out.extend(found.map(|g| Given { used: true, ..g }));
    }
    out
}

/// Items beside an adjective or an owner that says who made them.
fn made_abroad<'c>(clauses: &'c Clauses<'_>, from: usize, to: usize) -> Vec<(&'c Party, Item)> {
    let beside = |item: &Item, p: &Party| match clauses.language {
        Language::Ar => p.from >= item.to && p.from - item.to <= 2,
        Language::En => {
            p.to <= item.from && item.from - p.to <= 2
                || p.from >= item.to && p.from - item.to <= 2 && p.mark.as_deref() == Some("from")
        }
    };
    let body = |item: &Item, p: &Party| p.naming == Naming::Body && p.from < item.to && item.from < p.to;
    let maker = |item: &Item| {
        clauses.parties.iter().find(|p| {
            body(item, p) || beside(item, p) && (p.naming == Naming::Adjective || p.owner || p.mark.as_deref() == Some("from"))
        })
    };
    items(clauses, from, to).into_iter().filter_map(|i| maker(&i).map(|m| (m, i))).collect()
}

/// Arms of another state named on the same field, in the sentence that says who uses such arms.
fn in_the_same_field(text: &Text, clauses: &Clauses<'_>, before: &[Given]) -> Vec<Given> {
    let Some(user) = before.iter().find(|g| g.used) else { return Vec::new() };
    let known: Vec<&ActorCode> = before.iter().map(|g| &g.transfer.from).collect();
    let mut out = Vec::new();
    for (maker, item) in made_abroad(clauses, 0, clauses.tokens.len()) {
        let Some(from) = state(maker).filter(|m| !known.contains(&m) && *m != user.transfer.to) else { continue };
        let Some(quote) = text.quote(clauses.span_of(item.from..item.to).to(maker.span)) else { continue };
        let transfer = Transfer {
            from,
            to: user.transfer.to.clone(),
            item: item_words(text, clauses, &item),
            category: item.category.clone(),
            status: TransferStatus::Alleged,
            certainty: Certainty::Reported,
            quote,
        };
        out.push(Given { transfer, used: false });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_are_read() {
        assert!(toml::from_str::<ItemFile>(FILE).is_ok());
    }
}
