//! Casus foederis: whom a treaty binds if a member of the shift attacked a member of the target.

use std::borrow::Cow;

use detente_codebook::{ActorCode, ClauseType};
use detente_history::{ClauseText, Strength, TreatyText};

use super::duty::{article, is_defence};
use super::engine::{Answer, Book};
use super::told;
use super::war::War;
use crate::{Arg, Claim, Inquiry, Message};

/// With more states than this the number is said, and the names are left to the treaty.
const NAMED: usize = 6;

/// An attack that the question makes one think of.
struct Attack {
    attacker: ActorCode,
    victim: ActorCode,
}

/// A member of the shift against a member of the target.
fn attacks(inquiry: &Inquiry) -> Vec<Attack> {
    let (shift, target) = (&inquiry.question.shift.dyad, &inquiry.question.target);
    let pairs = [&shift.a, &shift.b].into_iter().flat_map(|x| [(x, &target.a), (x, &target.b)]);
    let attack = |(x, y): (&ActorCode, &ActorCode)| Attack { attacker: x.clone(), victim: y.clone() };
    pairs.filter(|(x, y)| x != y).map(attack).collect()
}

/// A duty that an attack would set off, with those whom it binds.
struct Bound<'b> {
    treaty: &'b TreatyText,
    clause: &'b ClauseText,
    who: Vec<ActorCode>,
}

/// The treaties of the base, and those that the texts describe beside it.
pub(super) fn book(inquiry: &Inquiry) -> Option<Cow<'static, Book>> {
    let book = Book::builtin().ok()?;
    let more = told::provisional_treaties(inquiry);
    if more.is_empty() { Some(Cow::Borrowed(book)) } else { book.clone().with(more).ok().map(Cow::Owned) }
}

/// The duties to fight, or to give the attacker no help, that an attack would set off.
fn duties<'b>(book: &'b Book, answer: &Answer) -> Vec<Bound<'b>> {
    let mut out: Vec<Bound> = Vec::new();
    for found in answer.obligations.iter().filter(|o| o.duty.fights() || o.duty.kind() == ClauseType::Neutral) {
        if let Some(known) = out.iter_mut().find(|b| b.clause.record == found.record && b.treaty.id == found.treaty) {
            known.who.push(found.state.clone());
            continue;
        }
        let treaty = book.treaties().find(|t| t.id == found.treaty);
        let clause = treaty.and_then(|t| Some((t, t.clauses.iter().find(|c| c.record == found.record && c.duty == found.duty)?)));
        out.extend(clause.map(|(treaty, clause)| Bound { treaty, clause, who: vec![found.state.clone()] }));
    }
    out
}

/// A claim for every duty that such an attack would set off, then what else follows from it.
pub(super) fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let Some(book) = book(inquiry) else { return Vec::new() };
    let of = |attack: Attack| {
        let Some(war) = War::of(inquiry, &book, &attack.attacker, &attack.victim) else { return Vec::new() };
        let found = duties(&book, &war.answer);
        let mut out: Vec<Claim> = found.iter().map(|b| claim(&attack, b.treaty, b.clause, &b.who)).collect();
        out.extend(war.claims());
        out
    };
    attacks(inquiry).into_iter().flat_map(of).collect()
}

fn claim(attack: &Attack, treaty: &TreatyText, clause: &ClauseText, bound: &[ActorCode]) -> Claim {
    let (attacker, victim) = (Arg::Actor(attack.attacker.clone()), Arg::Actor(attack.victim.clone()));
    let who = || Arg::List(bound.iter().map(|a| Arg::Actor(a.clone())).collect());
    let n = u64::try_from(bound.len()).unwrap_or(u64::MAX);
    let name = Arg::Phrase(treaty.short.clone());
    let message = match () {
        () if clause.kind == ClauseType::Neutral => Message::new("treaty-attack-no-help")
            .with("attacker", attacker)
            .with("victim", victim)
            .with("bound", who())
            .with("treaty", name)
            .with("article", article(clause)),
        () if bound.len() > NAMED => Message::new("treaty-attack-defence-many")
            .with("attacker", attacker)
            .with("victim", victim)
            .with("count", Arg::Count(n))
            .with("treaty", name)
            .with("article", article(clause))
            .with("limits", limits(clause)),
        () => Message::new("treaty-attack-defence")
            .with("attacker", attacker)
            .with("victim", victim)
            .with("bound", who())
            .with("treaty", name)
            .with("article", article(clause))
            .with("limits", limits(clause)),
    };
    let mut evidence = vec![clause.record.clone(), treaty.record.clone()];
    evidence.dedup();
    Claim::new(message, evidence)
}

/// What leaves the duty open: the place of the attack, or the judgement of the one who owes it.
fn limits(clause: &ClauseText) -> Arg {
    let choice = clause.automatic.is_some_and(|a| a != Strength::Automatic);
    Arg::Message(Box::new(match (clause.area.is_some(), choice) {
        (true, true) => Message::new("treaty-limits-area-and-choice"),
        (true, false) => Message::new("treaty-limits-area"),
        (false, true) => Message::new("treaty-limits-choice"),
        (false, false) => Message::new("treaty-limits-none"),
    }))
}

/// The attacks for which no treaty of the list binds anybody to defend the victim.
pub(super) fn nobody(inquiry: &Inquiry) -> Vec<Message> {
    let Some(book) = book(inquiry) else { return Vec::new() };
    let none = |a: &Attack| {
        let war = War::of(inquiry, &book, &a.attacker, &a.victim);
        !war.is_some_and(|w| duties(&book, &w.answer).iter().any(|b| is_defence(b.clause)))
    };
    let said = |a: Attack| {
        Message::new("treaty-attack-nobody").with("attacker", Arg::Actor(a.attacker)).with("victim", Arg::Actor(a.victim))
    };
    attacks(inquiry).into_iter().filter(none).map(said).collect()
}
