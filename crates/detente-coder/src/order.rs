//! What the text around a transfer says of it: the rest of an order, an order given up, the side that
//! the sentence leaves open.

use std::sync::LazyLock;

use detente_codebook::{ActorCode, Certainty, Language, Text, Transfer, TransferStatus};
use serde::Deserialize;

use crate::clause::Clauses;
use crate::frame::{Part, Trigger};
use crate::party::Party;
use crate::phrase::Phrases;
use crate::transfer::{Before, FILE, Given, end_of, pronoun_after, state};

#[derive(Deserialize)]
struct OrderFile {
    rest: Rest,
}

#[derive(Deserialize)]
struct Rest {
    en: Vec<String>,
    ar: Vec<String>,
    dropped_en: Vec<String>,
    dropped_ar: Vec<String>,
    again_en: Vec<String>,
    again_ar: Vec<String>,
}

/// Words about the rest of an order, about orders given up, and about what goes to the same receiver.
struct Orders {
    rest: Phrases<()>,
    dropped: Phrases<()>,
    again: Phrases<()>,
}

static ORDERS: LazyLock<[Option<Orders>; 2]> = LazyLock::new(|| {
    let file = detente_codebook::embedded::<OrderFile>(FILE).ok();
    let phrases = |list: &[String], language| Phrases::new(language, list.iter().map(|w| (w.clone(), ())));
    let of = |r: &Rest, language: Language| {
        let (rest, dropped, again) =
            if language == Language::Ar { (&r.ar, &r.dropped_ar, &r.again_ar) } else { (&r.en, &r.dropped_en, &r.again_en) };
        Orders { rest: phrases(rest, language), dropped: phrases(dropped, language), again: phrases(again, language) }
    };
    [Language::Ar, Language::En].map(|l| file.as_ref().map(|f| of(&f.rest, l)))
});

fn orders(language: Language) -> Option<&'static Orders> {
    let [ar, en] = &*ORDERS;
    if language == Language::Ar { ar.as_ref() } else { en.as_ref() }
}

/// A side that the clause leaves open, from the words around it and from what was told before.
pub(crate) fn complete(
    clauses: &Clauses<'_>,
    trigger: &Trigger,
    (from, to): (&mut Vec<ActorCode>, &mut Vec<ActorCode>),
    last: Option<&Transfer>,
    prior: Before<'_>,
) {
    if let Some(last) = last.filter(|_| pronoun_after(clauses, trigger.to, end_of(clauses, trigger))) {
        if to.is_empty() {
            to.push(last.to.clone());
        }
        if from.is_empty() {
            from.push(last.from.clone());
        }
    }
    if from.is_empty() && last.is_some_and(|l| to.contains(&l.to)) {
        from.extend(last.map(|l| l.from.clone()));
    }
    if to.is_empty() && !from.is_empty() {
        to.extend(customer(clauses, trigger).or_else(|| same_receiver(clauses, last.or(prior.last))));
    }
    if to.is_empty() && trigger.part == Part::Noun && !from.is_empty() {
        to.extend(prior.subject.map(ActorCode::state));
    }
}

/// `the jets were delivered`: the same giver and receiver as when the text spoke of such an item before.
pub(crate) fn followed(from: &mut Vec<ActorCode>, to: &mut Vec<ActorCode>, last: Option<&Transfer>) {
    let Some(last) = last else { return };
    let same = |list: &[ActorCode], code: &ActorCode| list.is_empty() || list.contains(code);
    if (from.is_empty() || to.is_empty()) && same(from, &last.from) && same(to, &last.to) {
        *from = vec![last.from.clone()];
        *to = vec![last.to.clone()];
    }
}

/// `Russia, India's main supplier`: whom the giver supplies.
fn customer(clauses: &Clauses<'_>, trigger: &Trigger) -> Option<ActorCode> {
    let aside = |p: &&Party| p.owner && p.to < trigger.from && trigger.from - p.to <= 8;
    clauses.parties.iter().rev().find(aside).and_then(state)
}

/// `sent drones as well`: to whom the transfer before went.
fn same_receiver(clauses: &Clauses<'_>, last: Option<&Transfer>) -> Option<ActorCode> {
    let again = !orders(clauses.language)?.again.find(&clauses.tokens).is_empty();
    last.filter(|_| again).map(|l| l.to.clone())
}

/// `a plan to buy … was abandoned`.
pub(crate) fn is_dropped(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let Some(orders) = orders(clauses.language).filter(|_| trigger.part == Part::Noun) else { return false };
    let end = clauses.clause(trigger.from).end;
    (trigger.to..end).any(|i| orders.dropped.stands(&clauses.tokens, i))
}

/// `three more are awaited`: the rest of what was told of last.
pub(crate) fn the_rest(text: &Text, clauses: &Clauses<'_>, last: Option<&Transfer>) -> Option<Given> {
    let last = last?;
    let (from, to, ()) = orders(clauses.language)?.rest.find(&clauses.tokens).into_iter().next()?;
    let quote = text.quote(clauses.span_of(from.saturating_sub(1)..to))?;
    let transfer = Transfer { status: TransferStatus::Planned, certainty: Certainty::Planned, quote, ..last.clone() };
    Some(Given { transfer, used: false })
}
