//! The duties to fight of one day, by number: how every war of that day would spread.
//!
//! [`Day::spread`] asks every clause anew in each round. Here each clause is taken apart once: a *call*
//! is one clause towards one partner, with the set of those who owe it, filed under the partner whose
//! being attacked, or being at war, sets it off. A question then touches only the calls of those at
//! war, each until it is met; whoever owes it has entered then. Conditions that are rare are left to
//! the plain test, and a property test holds both ways against each other.

use std::collections::{BTreeMap, BTreeSet};

use detente_codebook::ActorCode;
use detente_history::{ClauseText, Trigger};
use fixedbitset::FixedBitSet;

use super::book::{Alive, Day};
use super::case::covers_members;

/// The duties to fight of one day, ready for many questions.
#[derive(Debug)]
pub struct Muster<'a> {
    pub(super) actors: Vec<&'a ActorCode>,
    pub(super) numbers: BTreeMap<&'a ActorCode, usize>,
    pub(super) clauses: Vec<Heard<'a>>,
    /// In the order in which the plain way meets them.
    pub(super) calls: Vec<Call>,
    /// By the number of the partner: what an attack on it sets off.
    pub(super) attacked: Vec<Vec<usize>>,
    /// By the number of the partner: what its being at war sets off.
    pub(super) at_war: Vec<Vec<usize>>,
    /// Whether any call needs the plain test.
    pub(super) any_plain: bool,
}

/// A clause that asks its bearers to fight.
#[derive(Debug)]
pub(super) struct Heard<'a> {
    pub(super) alive: &'a Alive<'a>,
    pub(super) at: usize,
    pub(super) clause: &'a ClauseText,
    /// The adversaries that it is about.
    pub(super) about: FixedBitSet,
    /// Whether it is about adversaries that no treaty names.
    pub(super) about_strangers: bool,
    pub(super) test: Test,
    /// Whether help must be asked for.
    pub(super) on_request: bool,
}

/// What must hold in a round, beside what is settled before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// One of the attackers is an adversary that the clause is about.
    Attacked,
    /// One of the partner's enemies is, and there are so many of them.
    AtWar { enemies: usize },
    /// More than that.
    Plain,
}

/// A clause towards one partner.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) clause: usize,
    pub(super) partner: usize,
    pub(super) owed_by: FixedBitSet,
}

impl Day<'_> {
    /// The duties to fight of the day, ready for many questions.
    #[must_use]
    pub fn muster(&self) -> Muster<'_> {
        let mut out = Muster::of(named(self));
        for alive in self.alive.iter().filter(|a| !a.text.lead) {
            for (at, clause) in alive.text.clauses.iter().enumerate().filter(|(_, c)| c.duty.fights()) {
                if let Some(test) = test(alive, at, clause) {
                    out.hear(self, out.heard(alive, at, clause, test));
                }
            }
        }
        out
    }
}

/// Everyone whom a treaty in force names.
fn named<'a>(day: &'a Day) -> BTreeSet<&'a ActorCode> {
    let clauses = day.alive.iter().flat_map(|a| &a.text.clauses);
    let others = clauses.flat_map(|c| c.beneficiary.iter().chain(&c.against).chain(&c.not_against));
    day.alive.iter().flat_map(|a| a.members.iter().copied()).chain(others).collect()
}

/// Of what kind a clause is; none for what no attack sets off.
fn test(alive: &Alive, at: usize, clause: &ClauseText) -> Option<Test> {
    let one_conflict = alive.zones.get(at).and_then(|z| z.as_ref()?.conflict.as_ref()).is_some();
    match clause.when {
        Trigger::Attacked | Trigger::Threatened => Some(Test::Attacked),
        Trigger::AtWar | Trigger::AtWarWithTwo if one_conflict => Some(Test::Plain),
        Trigger::AtWar => Some(Test::AtWar { enemies: 1 }),
        Trigger::AtWarWithTwo => Some(Test::AtWar { enemies: 2 }),
        Trigger::AttackedByTwoGreatPowers | Trigger::Breach | Trigger::PartyActs => Some(Test::Plain),
        Trigger::Always | Trigger::ThreatenedAndMakesWar | Trigger::Mobilisation | Trigger::NuclearUse => None,
    }
}

/// Whether a clause is set off by what the partner does, and not by an attack on it.
const fn hears_of_war(clause: &ClauseText) -> bool {
    matches!(clause.when, Trigger::AtWar | Trigger::AtWarWithTwo | Trigger::PartyActs)
}

/// Those towards whom a clause may be due.
fn partners<'a>(alive: &'a Alive, clause: &'a ClauseText) -> Vec<&'a ActorCode> {
    let members = alive.members.iter().copied();
    match clause.when {
        Trigger::PartyActs => members.collect(),
        Trigger::AtWar | Trigger::AtWarWithTwo => members.filter(|m| alive.protects(clause, m)).collect(),
        _ if clause.beneficiary.is_empty() => members.collect(),
        _ => clause.beneficiary.iter().collect(),
    }
}

impl<'a> Muster<'a> {
    fn of(actors: BTreeSet<&'a ActorCode>) -> Self {
        let actors: Vec<&ActorCode> = actors.into_iter().collect();
        let numbers = actors.iter().enumerate().map(|(n, a)| (*a, n)).collect();
        let files = vec![Vec::new(); actors.len()];
        let (attacked, at_war) = (files.clone(), files);
        Self { actors, numbers, clauses: Vec::new(), calls: Vec::new(), attacked, at_war, any_plain: false }
    }

    fn heard(&self, alive: &'a Alive<'a>, at: usize, clause: &'a ClauseText, test: Test) -> Heard<'a> {
        let about = |a: &&ActorCode| {
            let outward = test != Test::Attacked || covers_members(alive, clause) || !alive.has(a);
            outward && clause.covers_attacker(a)
        };
        let about = self.set(self.actors.iter().copied().filter(about));
        let on_request = clause.request_required || clause.by_party_request;
        Heard { alive, at, clause, about, about_strangers: clause.against.is_empty(), test, on_request }
    }

    /// Files a clause under each partner.
    fn hear(&mut self, day: &Day, heard: Heard<'a>) {
        let (alive, clause) = (heard.alive, heard.clause);
        self.any_plain |= heard.test == Test::Plain;
        for partner in partners(alive, clause) {
            let owes = |m: &&ActorCode| *m != partner && clause.binds(m) && !alive.off(day.day, m, partner);
            let owed_by = self.set(alive.members.iter().copied().filter(owes));
            let Some(number) = self.numbers.get(partner).copied().filter(|_| !clause.by_all_states) else { continue };
            let file = if hears_of_war(clause) { &mut self.at_war } else { &mut self.attacked };
            file[number].push(self.calls.len());
            self.calls.push(Call { clause: self.clauses.len(), partner: number, owed_by });
        }
        self.clauses.push(heard);
    }

    pub(super) fn set<'c>(&self, actors: impl Iterator<Item = &'c ActorCode>) -> FixedBitSet {
        let mut out = FixedBitSet::with_capacity(self.actors.len());
        actors.filter_map(|a| self.numbers.get(a)).for_each(|n| out.insert(*n));
        out
    }
}
