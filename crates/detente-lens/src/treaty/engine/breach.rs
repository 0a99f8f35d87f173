//! What the attack itself breaks, and which duties cannot all be kept.

use std::collections::{BTreeMap, BTreeSet};

use detente_codebook::ActorCode;
use detente_history::{ClauseText, Duty, TreatyText};

use super::book::{Alive, Day};
use super::case::breaks;
use super::due::{Doubt, Due};
use super::scene::Scene;

/// A clause that an attacker breaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Broken<'a> {
    pub(super) who: &'a ActorCode,
    pub(super) toward: &'a ActorCode,
    pub(super) treaty: &'a TreatyText,
    pub(super) clause: &'a ClauseText,
}

/// Every clause that the first attack breaks.
pub(super) fn breaches<'a>(day: &'a Day<'a>, scene: &'a Scene<'a>) -> Vec<Broken<'a>> {
    let mut out: Vec<Broken> = Vec::new();
    for who in &scene.attackers {
        for toward in scene.victims {
            for index in day.of(who) {
                let alive = &day.alive[*index];
                let broken = |c: &&ClauseText| breaks(alive, c, who, toward) && !alive.off(day.day, who, toward);
                let found = alive.text.clauses.iter().filter(broken);
                out.extend(found.map(|clause| Broken { who, toward, treaty: alive.text, clause }));
            }
        }
    }
    let mut seen = BTreeSet::new();
    out.retain(|b| seen.insert((b.who, &b.treaty.id, b.clause.duty)));
    out
}

/// Why two undertakings cannot both be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// Bound to help the victim, and bound to the attacker.
    BothSides,
    /// Bound to give the attacker no help, and close to it by treaty.
    NoHelp,
    /// The attacker is itself bound to stand by its victim.
    OwnWard,
    /// Bound to help one who is found to have begun the wider war.
    Aggressor,
}

/// Undertakings of one actor that cannot all be kept.
#[derive(Clone, Debug)]
pub(super) struct Conflict<'a> {
    pub(super) who: &'a ActorCode,
    pub(super) treaties: Vec<&'a TreatyText>,
    pub(super) toward: &'a ActorCode,
    pub(super) against: Option<&'a ActorCode>,
    pub(super) clash: Clash,
}

/// The conflicts that the attack brings about.
pub(super) fn conflicts<'a>(day: &'a Day<'a>, scene: &'a Scene<'a>, dues: &[Due<'a>]) -> Vec<Conflict<'a>> {
    let mut out = between(day, scene, dues);
    out.extend(own_wards(day, scene));
    let began = dues.iter().filter(|d| d.doubt == Some(Doubt::Began) && d.clause.duty.fights());
    out.extend(began.map(|d| Conflict {
        who: d.who,
        treaties: vec![day.alive[d.treaty].text],
        toward: d.toward,
        against: None,
        clash: Clash::Aggressor,
    }));
    out
}

/// Conflicts between a duty that is set off and what its bearer owes an attacker.
fn between<'a>(day: &'a Day<'a>, scene: &'a Scene<'a>, dues: &[Due<'a>]) -> Vec<Conflict<'a>> {
    let mut found: BTreeMap<(&ActorCode, &ActorCode, &ActorCode, Clash), Vec<&TreatyText>> = BTreeMap::new();
    for due in dues {
        let Some(clash) = clash(due.clause.duty) else { continue };
        for attacker in scene.attackers.iter().filter(|a| *a != due.toward && !scene.attackers.contains(due.toward)) {
            let bonds = bonds(day, due, attacker, clash);
            if bonds.is_empty() {
                continue;
            }
            let all = found.entry((due.who, due.toward, attacker, clash)).or_default();
            for text in std::iter::once(day.alive[due.treaty].text).chain(bonds) {
                if !all.iter().any(|t| t.id == text.id) {
                    all.push(text);
                }
            }
        }
    }
    let conflict = |((who, toward, attacker, clash), treaties): ((_, _, &'a ActorCode, _), _)| Conflict {
        who,
        treaties,
        toward,
        against: Some(attacker),
        clash,
    };
    found.into_iter().map(conflict).collect()
}

const fn clash(duty: Duty) -> Option<Clash> {
    match duty {
        Duty::Defence | Duty::Offence | Duty::Guarantee | Duty::Neutrality => Some(Clash::BothSides),
        Duty::NonAssistance => Some(Clash::NoHelp),
        _ => None,
    }
}

/// The treaties by which the bearer of a duty is bound to an attacker.
fn bonds<'a>(day: &'a Day<'a>, due: &Due<'a>, attacker: &ActorCode, clash: Clash) -> Vec<&'a TreatyText> {
    let other = |i: &&usize| **i != due.treaty && !day.alive[**i].text.lead && day.alive[**i].has(due.who);
    let bound =
        |i: &&usize| is_bond(&day.alive[**i], due.who, attacker, clash) && !day.alive[**i].off(day.day, due.who, attacker);
    day.of(attacker).iter().filter(other).filter(bound).map(|i| day.alive[*i].text).collect()
}

/// Peace alone stands against a duty to fight only between two states; among many it is a general rule
/// that the right of collective self-defence sets aside.
fn is_bond(alive: &Alive, who: &ActorCode, attacker: &ActorCode, clash: Clash) -> bool {
    let close = |c: &ClauseText| match c.duty {
        Duty::Defence | Duty::Offence | Duty::NoHostileAlliance | Duty::NonAssistance | Duty::Neutrality => true,
        Duty::Nonaggression => clash == Clash::BothSides && alive.members.len() == 2,
        Duty::AidNonmilitary => clash == Clash::NoHelp,
        _ => false,
    };
    alive.has(attacker) && alive.text.clauses.iter().any(|c| close(c) && c.binds(who) && alive.protects(c, attacker))
}

/// Attackers that are themselves bound to stand by the victim.
fn own_wards<'a>(day: &'a Day<'a>, scene: &'a Scene<'a>) -> Vec<Conflict<'a>> {
    let mut out = Vec::new();
    for who in &scene.attackers {
        for toward in scene.victims {
            let stands = |i: &&usize| {
                let alive = &day.alive[**i];
                let duty = |c: &&ClauseText| c.duty.fights() && c.binds(who) && alive.protects(c, toward);
                alive.has(who) && !alive.text.lead && alive.text.clauses.iter().any(|c| duty(&c))
            };
            let treaties: Vec<&TreatyText> = day.of(who).iter().filter(stands).map(|i| day.alive[*i].text).collect();
            if !treaties.is_empty() {
                out.push(Conflict { who, treaties, toward, against: Some(who), clash: Clash::OwnWard });
            }
        }
    }
    out
}
