//! A tie after the end of the panel, carried on to a day by the built-in base.
//!
//! The two are coded in different ways, so levels come from the panel and changes from the base: a tie goes on as it
//! was in 2014 (rivalries as in 2020, where their list ends), a duty that the base has known since is added, one that
//! it knows to have ended is taken away, and a war or fighting of the base counts as fatal force in its years. What no
//! entry of the base tells goes on unchanged: that is an assumption, and every number that rests on it says so.

use detente_codebook::{ActorCode, BaseFact, ClauseType, Edtf, Item, Record, RecordId};
use jiff::civil::Date;

use crate::chronicle::{Chronicle, FIRST};
use crate::signed::{Cell, LAST, Signed};
use crate::{Base, ClauseText, Standing, TreatyText};

/// The last year of the list of rivalries.
const RIVALS: i16 = 2020;

/// A tie of two actors, who are states of the chronicle by number.
#[derive(Clone, Copy, Debug)]
pub struct Tie<'a> {
    /// One actor.
    pub a: &'a ActorCode,
    /// The other.
    pub b: &'a ActorCode,
    /// Their numbers in the chronicle.
    pub states: (usize, usize),
}

/// The years after the panel, and the entries of the base that changed something in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Later {
    pub(super) cells: Vec<Cell>,
    pub(super) records: Vec<RecordId>,
}

/// The years from 2015 to that of the day, the last as it stands on the day.
pub(super) fn later(chronicle: &Chronicle, base: &Base, tie: Tie<'_>, day: Date) -> Later {
    let mut out = Later::default();
    let signed = Signed::of_two(chronicle, tie.states, &[]);
    let last = *signed.cell(tie.states.0, tie.states.1, crate::signed::YEARS - 1);
    for year in LAST + 1..=day.year() {
        let end = end_of(year).min(day);
        let mut cell = Cell { hostility: 0, fatality: 0, force: 0, ..last };
        duties(base, tie, end, &mut cell, &mut out.records);
        rivals(chronicle, base, tie, end, &mut cell, &mut out.records);
        force(base, tie, end, &mut cell, &mut out.records);
        out.cells.push(cell);
    }
    let mut seen = Vec::new();
    out.records.retain(|id| !seen.contains(id) && (seen.push(id.clone()), true).1);
    out
}

fn end_of(year: i16) -> Date {
    Date::new(year, 12, 31).unwrap_or(Date::MAX)
}

/// The duties that a treaty lays between two states, as ATOP counts them.
fn bits(treaty: &TreatyText, tie: Tie<'_>, day: Date) -> u8 {
    if treaty.standing_between(day, tie.a, tie.b) != Some(Standing::InForce) {
        return 0;
    }
    let owes = |c: &ClauseText, x, y| c.binds(x) && c.protects(y);
    let between = |c: &&ClauseText| !c.by_all_states && (owes(c, tie.a, tie.b) || owes(c, tie.b, tie.a));
    treaty.clauses.iter().filter(between).fold(0, |bits, c| bits | bit(c.kind))
}

const fn bit(kind: ClauseType) -> u8 {
    match kind {
        ClauseType::Defense | ClauseType::Guarantee => 1,
        ClauseType::Offense => 1 << 1,
        ClauseType::Neutral | ClauseType::NoHostileAlliance => 1 << 2,
        ClauseType::Nonagg | ClauseType::NonSubversion => 1 << 3,
        ClauseType::Consul => 1 << 4,
        _ => 0,
    }
}

fn duties(base: &Base, tie: Tie<'_>, day: Date, cell: &mut Cell, records: &mut Vec<RecordId>) {
    let (mut then, mut now) = (0, 0);
    for treaty in base.treaties() {
        let (before, after) = (bits(treaty, tie, end_of(LAST)), bits(treaty, tie, day));
        then |= before;
        now |= after;
        if before != after {
            records.push(treaty.record.clone());
        }
    }
    cell.duties = (cell.duties & !(then & !now)) | (now & !then);
}

/// The facts of the base about a tie.
fn facts<'a>(base: &'a Base, tie: Tie<'a>) -> impl Iterator<Item = (&'a Record, &'a BaseFact)> {
    let of = |r: &'a Record| match &r.item {
        Item::Base(fact) => Some((r, fact)),
        _ => None,
    };
    let about = move |f: &BaseFact| {
        let sides = |x, y| f.a.contains(x) && f.b.contains(y);
        sides(tie.a, tie.b) || sides(tie.b, tie.a)
    };
    base.facts().iter().filter_map(of).filter(move |(_, f)| about(f))
}

fn rivals(chronicle: &Chronicle, base: &Base, tie: Tie<'_>, day: Date, cell: &mut Cell, records: &mut Vec<RecordId>) {
    let year = u16::try_from(day.year().min(RIVALS)).unwrap_or(FIRST);
    let (low, high) = (tie.states.0.min(tie.states.1), tie.states.0.max(tie.states.1));
    let listed = |p: &&crate::chronicle::Pair| (p.a, p.b, p.kind) == (low, high, 1) && p.span.from <= year && year <= p.span.to;
    let mut rivals = chronicle.rivalries().iter().any(|p| listed(&p));
    for (record, fact) in facts(base, tie).filter(|(_, f)| f.kind == "rivalry") {
        let (then, now) = (fact.held.has(end_of(RIVALS)), fact.held.has(day));
        if day.year() > RIVALS && then != now && rivals != now {
            rivals = now;
            records.push(record.id.clone());
        }
    }
    cell.rivals = (cell.rivals & !1) | u8::from(rivals);
}

/// War and fighting within the year, until the day.
fn force(base: &Base, tie: Tie<'_>, day: Date, cell: &mut Cell, records: &mut Vec<RecordId>) {
    let begins = Date::new(day.year(), 1, 1).unwrap_or(day);
    let within = |f: &BaseFact| {
        let begun = f.held.start.and_then(Edtf::first).is_some_and(|s| s <= day);
        begun && f.held.end.and_then(Edtf::first).is_none_or(|e| e > begins)
    };
    for (record, fact) in facts(base, tie).filter(|(_, f)| matches!(f.kind.as_str(), "war" | "hostilities") && within(f)) {
        cell.hostility = cell.hostility.max(if fact.kind == "war" { 5 } else { 4 });
        cell.fatality = cell.fatality.max(1);
        cell.force = cell.force.saturating_add(1);
        records.push(record.id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronicle::chronicle;
    use crate::signed::Sign;

    fn carried(a: &str, b: &str, cow: (u16, u16), day: &str) -> (Later, i8) {
        let (chronicle, base) = (chronicle().unwrap(), crate::base().unwrap());
        let (a, b): (ActorCode, ActorCode) = (a.parse().unwrap(), b.parse().unwrap());
        let states = (chronicle.number(cow.0).unwrap(), chronicle.number(cow.1).unwrap());
        let later = later(chronicle, base, Tie { a: &a, b: &b, states }, day.parse().unwrap());
        let signed = Signed::of_two(chronicle, states, &later.cells);
        let sign = signed.sign(states.0, states.1, signed.years() - 1, Sign::C);
        (later, sign)
    }

    #[test]
    fn a_war_since_the_panel_is_seen_and_named() {
        let (later, sign) = carried("RUS", "UKR", (365, 369), "2024-06-01");
        assert_eq!((later.cells.len(), sign), (10, -1));
        assert!(later.records.iter().any(|r| r.0.contains("war")), "{:?}", later.records);
    }

    #[test]
    fn a_treaty_since_the_panel_is_seen_and_named() {
        let (later, sign) = carried("RUS", "IRN", (365, 630), "2026-01-01");
        assert_eq!(sign, 1);
        assert!(later.records.iter().any(|r| r.0.contains("rus_irn_2025")), "{:?}", later.records);
        assert!(!carried("RUS", "IRN", (365, 630), "2024-06-01").0.records.iter().any(|r| r.0.contains("rus_irn_2025")));
    }
}
