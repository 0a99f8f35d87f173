//! Casus foederis: whom a treaty binds if a member of the shift attacked a member of the target.

use detente_codebook::{ActorCode, ClauseType};
use detente_history::{ClauseText, Standing, Strength, TreatyText, Trigger};

use super::duty::{article, is_defence};
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

/// The duties that an attack would set off, each with those it binds.
fn duties<'a>(inquiry: &'a Inquiry, attack: &Attack) -> Vec<(&'a TreatyText, &'a ClauseText, Vec<&'a ActorCode>)> {
    let day = inquiry.question.as_of;
    let mut out = Vec::new();
    for treaty in inquiry.base.treaties().iter().filter(|t| t.standing(day) == Standing::InForce) {
        let members = treaty.members(day);
        if !members.contains(&&attack.victim) || members.contains(&&attack.attacker) {
            continue;
        }
        for clause in treaty.clauses.iter().filter(|c| sets_off(c, attack)) {
            let bound = |m: &&&ActorCode| clause.binds(m) && owes_victim(treaty, inquiry, m, attack);
            let bound: Vec<&ActorCode> = members.iter().filter(bound).copied().collect();
            if !bound.is_empty() {
                out.push((treaty, clause, bound));
            }
        }
    }
    out
}

/// Whether the treaty is in force between `member` and the victim.
fn owes_victim(treaty: &TreatyText, inquiry: &Inquiry, member: &ActorCode, attack: &Attack) -> bool {
    treaty.standing_between(inquiry.question.as_of, member, &attack.victim) == Some(Standing::InForce)
}

fn sets_off(clause: &ClauseText, attack: &Attack) -> bool {
    let kind = is_defence(clause) || clause.kind == ClauseType::Neutral;
    let simple = matches!(clause.when, Trigger::Attacked | Trigger::Always | Trigger::AtWar);
    kind && simple && !clause.by_all_states && clause.protects(&attack.victim) && clause.covers_attacker(&attack.attacker)
}

/// A claim for every duty that such an attack would set off.
pub(super) fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let mut out = Vec::new();
    for attack in attacks(inquiry) {
        let found = duties(inquiry, &attack);
        out.extend(found.into_iter().map(|(t, c, bound)| claim(&attack, t, c, &bound)));
    }
    out
}

fn claim(attack: &Attack, treaty: &TreatyText, clause: &ClauseText, bound: &[&ActorCode]) -> Claim {
    let (attacker, victim) = (Arg::Actor(attack.attacker.clone()), Arg::Actor(attack.victim.clone()));
    let who = || Arg::List(bound.iter().map(|a| Arg::Actor((*a).clone())).collect());
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
    Claim { n: Some(n), ..Claim::new(message, vec![clause.record.clone(), treaty.record.clone()]) }
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
    let none = |a: &Attack| !duties(inquiry, a).iter().any(|(_, c, _)| is_defence(c));
    let said = |a: Attack| {
        Message::new("treaty-attack-nobody").with("attacker", Arg::Actor(a.attacker)).with("victim", Arg::Actor(a.victim))
    };
    attacks(inquiry).into_iter().filter(none).map(said).collect()
}
