//! Why *not*: those whom a reader would expect to be bound, and the condition that fails.

use std::collections::{BTreeMap, BTreeSet};

use detente_codebook::ActorCode;
use detente_history::{ClauseText, Standing, TreatyText};

use super::book::{Bound, Day};
use super::case::{Miss, case};
use super::due::Due;
use super::scene::Scene;
use super::{NotBound, Query, say};

/// The nearest that a treaty came to binding somebody, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// The treaty is over.
    Ended,
    /// The treaty is signed and not in force.
    Signed,
    /// The victim is not, or no longer, a party.
    NotParty,
    /// The treaty is suspended between the two.
    Suspended,
    /// No clause of it promises help.
    NoHelp,
    /// A condition of the nearest clause fails.
    Failed(Miss),
}

/// Treaties between a victim and others that do not bind, and great powers that no treaty binds.
pub(super) fn refusals(day: &Day, query: &Query, scene: &Scene, dues: &[Due]) -> Vec<NotBound> {
    let mut out = Vec::new();
    for victim in scene.victims {
        for index in day.book.of(victim) {
            let bound = &day.book.treaties[*index];
            if let Some(why) = treaty(day, bound, victim, scene, dues) {
                out.push(say::refused(&bound.text, victim, why, query));
            }
        }
        out.extend(suspended(day, victim));
    }
    out.extend(powers(day, scene, dues));
    out
}

/// Why a treaty with promises of help binds nobody to help the victim; none when it does, or when it
/// is of another kind.
fn treaty(day: &Day, bound: &Bound, victim: &ActorCode, scene: &Scene, dues: &[Due]) -> Option<Why> {
    let text = &bound.text;
    let helps = |c: &&ClauseText| c.duty.fights();
    let fires = dues.iter().any(|d| day.alive[d.treaty].text.id == text.id && d.toward == victim && d.clause.duty.fights());
    if fires || text.lead {
        return None;
    }
    if !text.clauses.iter().any(|c| helps(&c)) {
        let partnership = text.subject == "partnership" && text.is_bilateral();
        return (partnership && text.standing(day.day) == Standing::InForce).then_some(Why::NoHelp);
    }
    match text.standing(day.day) {
        Standing::Future => None,
        Standing::Ended => recent(text, day).then_some(Why::Ended),
        Standing::Signed => Some(Why::Signed),
        Standing::Suspended => Some(Why::Suspended),
        Standing::InForce => nearest(day, text, victim, scene).map(Why::Failed).or(Some(Why::NotParty)),
    }
}

/// Over how many years a treaty that is over may still be expected to bind.
const REMEMBERED: i16 = 10;

fn recent(text: &TreatyText, day: &Day) -> bool {
    text.ended.and_then(|e| e.last()).is_some_and(|e| day.day.year() - e.year() <= REMEMBERED)
}

/// The condition that the nearest clause fails; none when the victim is no party.
fn nearest(day: &Day, text: &TreatyText, victim: &ActorCode, scene: &Scene) -> Option<Miss> {
    let alive = day.alive.iter().find(|a| a.text.id == text.id)?;
    let miss = |(at, clause): (usize, &ClauseText)| case(alive, clause, at, victim, scene).err();
    let found = text.clauses.iter().enumerate().filter(|(_, c)| c.duty.fights()).filter_map(miss);
    found.filter(|m| *m != Miss::NotOwed).max()
}

/// Members of a treaty in force that is suspended between them and the victim.
fn suspended(day: &Day, victim: &ActorCode) -> Vec<NotBound> {
    let mut out = Vec::new();
    for index in day.of(victim) {
        let alive = &day.alive[*index];
        let off = alive.members.iter().filter(|m| alive.off(day.day, m, victim));
        out.extend(off.map(|m| say::suspended(alive.text, m, victim)));
    }
    out
}

/// Great powers of the day that are bound to nothing.
fn powers(day: &Day, scene: &Scene, dues: &[Due]) -> Vec<NotBound> {
    let busy: BTreeSet<&ActorCode> = scene.belligerents();
    let bound: BTreeMap<&ActorCode, ()> = dues.iter().filter(|d| d.clause.duty.fights()).map(|d| (d.who, ())).collect();
    let free = |p: &&ActorCode| !busy.contains(*p) && !bound.contains_key(*p);
    scene.map.powers(day.day).into_iter().filter(free).map(|p| say::no_treaty(p, scene.victims)).collect()
}
