//! What the supposed shift does to duties: which become likelier to be called on, and what does not
//! follow from it.
//!
//! A shift in words is no treaty: it adds none and ends none. What it moves is the occasion. A rupture
//! makes an attack within the shifted relation likelier, and with it the duties that such an attack
//! would set off; a rapprochement makes it rarer.

use detente_history::{Standing, TreatyText, View};

use super::attack::book;
use super::duty::treaties;
use super::engine::Book;
use super::war::{War, names, records};
use crate::{Arg, Claim, Direction, Inquiry, Message};

/// The claims of the shift.
pub(super) fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let mut out: Vec<Claim> = book(inquiry).map(|b| called(inquiry, &b)).unwrap_or_default();
    out.extend(leaves(inquiry));
    out.extend(views(inquiry));
    out
}

/// The duties that an attack of either member of the shift on the other would set off.
fn called(inquiry: &Inquiry, book: &Book) -> Vec<Claim> {
    let dyad = &inquiry.question.shift.dyad;
    let orders = [(&dyad.a, &dyad.b), (&dyad.b, &dyad.a)];
    let wars = orders.into_iter().filter_map(|(attacker, victim)| War::of(inquiry, book, attacker, victim));
    wars.filter_map(|war| call(inquiry, &war)).collect()
}

fn call(inquiry: &Inquiry, war: &War) -> Option<Claim> {
    let (states, texts) = war.called();
    let (attacker, victim) = war.sides();
    let dyad = Arg::Dyad(inquiry.question.shift.dyad.clone());
    let message = match inquiry.question.shift.direction {
        Direction::Worsens => Message::new("treaty-shift-likelier")
            .with("dyad", dyad)
            .with("attacker", attacker)
            .with("victim", victim)
            .with("count", Arg::count(states))
            .with("treaties", names(&texts)),
        Direction::Improves => Message::new("treaty-shift-rarer")
            .with("dyad", dyad)
            .with("attacker", attacker)
            .with("victim", victim)
            .with("count", Arg::count(states))
            .with("treaties", names(&texts)),
    };
    (states > 0).then(|| Claim::new(message, records(&texts)))
}

/// What is in force in the target relation and stays so.
fn leaves(inquiry: &Inquiry) -> Option<Claim> {
    let (target, shift) = (&inquiry.question.target, &inquiry.question.shift.dyad);
    let in_force = treaties(inquiry, target).filter(|(_, s)| *s == Standing::InForce);
    let texts: Vec<&TreatyText> = in_force.map(|(t, _)| t).collect();
    let message = Message::new("treaty-shift-leaves")
        .with("shift", Arg::Dyad(shift.clone()))
        .with("target", Arg::Dyad(target.clone()))
        .with("treaties", names(&texts));
    (!texts.is_empty() && shift != target).then(|| Claim::new(message, records(&texts)))
}

/// Where those who are asked about do not agree on the standing of a treaty among them.
fn views(inquiry: &Inquiry) -> Vec<Claim> {
    let (actors, day) = (inquiry.question.actors(), inquiry.question.as_of);
    let begun = |v: &&View| v.from.and_then(|f| f.first()).is_none_or(|f| f <= day);
    let holds = |v: &View| v.holders.iter().any(|h| actors.contains(h));
    let concerns = |t: &&TreatyText| {
        let among = t.parties.iter().filter(|p| actors.contains(&p.code)).count() > 1;
        among && t.views.iter().any(|v| begun(&v) && holds(v))
    };
    let claim = |t: &TreatyText, v: &View| {
        let message = Message::new("treaty-view")
            .with("treaty", Arg::Phrase(t.short.clone()))
            .with("holders", Arg::List(v.holders.iter().map(|h| Arg::Actor(h.clone())).collect()))
            .with("view", Arg::Phrase(v.text.clone()));
        Claim::new(message, vec![t.record.clone()])
    };
    let known = inquiry.base.treaties().iter().filter(|t| t.standing(day) != Standing::Future).filter(concerns);
    known.flat_map(|t| t.views.iter().filter(begun).map(move |v| claim(t, v))).collect()
}
