//! The duties that an attack sets off.

use std::collections::BTreeSet;

use detente_codebook::{ActorCode, Edtf};
use detente_history::{ClauseText, Duty, Strength, Trigger};

use super::book::{Alive, Day};
use super::case::{Case, case};
use super::listing::at_the_border;
use super::scene::Scene;

/// A duty that is set off, towards one partner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Due<'a> {
    pub(super) who: &'a ActorCode,
    pub(super) toward: &'a ActorCode,
    /// The treaty, by its place among those in force.
    pub(super) treaty: usize,
    pub(super) clause: &'a ClauseText,
    pub(super) doubt: Option<Doubt>,
    /// Whether it stands for itself, or is only live beside a stronger duty.
    pub(super) listed: bool,
}

/// Why a duty that is set off is contested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doubt {
    /// The partner is found to have begun the wider war.
    Began,
    /// Whoever owes it is an ally of the attacker.
    Ally,
    /// Whoever owes it, or whom it is owed, holds that the treaty is not in force.
    Standing,
    /// The treaty, or a membership, ended on that very day.
    LastDay,
    /// The military agreement beside it is about another adversary.
    Aimed,
    /// A party has reserved its own reading.
    Caveat,
    /// It is not settled to whom the place belongs.
    Place,
}

/// How sure a duty is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// By the text.
    Firm,
    /// Parties or scholars disagree.
    Contested,
    /// Only if the victim asks.
    OnRequest,
}

impl Grade {
    /// The word of the interface.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Contested => "contested",
            Self::OnRequest => "on_request",
        }
    }
}

impl Due<'_> {
    pub(super) fn grade(&self) -> Grade {
        match self.doubt {
            _ if self.clause.request_required || self.clause.by_party_request => Grade::OnRequest,
            Some(_) => Grade::Contested,
            None => Grade::Firm,
        }
    }
}

/// Every duty set off in a scene, in the order of treaties, partners and names. What is known from
/// memory only has no part in it.
pub(super) fn dues<'a>(day: &'a Day<'a>, scene: &Scene<'a>, allies: &Allies<'a>) -> Vec<Due<'a>> {
    found(day, scene, allies, false)
}

/// The same by treaties that are known from memory only.
pub(super) fn leads<'a>(day: &'a Day<'a>, scene: &Scene<'a>, allies: &Allies<'a>) -> Vec<Due<'a>> {
    found(day, scene, allies, true)
}

fn found<'a>(day: &'a Day<'a>, scene: &Scene<'a>, allies: &Allies<'a>, lead: bool) -> Vec<Due<'a>> {
    let mut out = Vec::new();
    for index in concerned(day, scene) {
        let alive = &day.alive[index];
        if alive.text.lead != lead {
            continue;
        }
        for (at, clause) in alive.text.clauses.iter().enumerate() {
            if !may_be_due(clause, scene) {
                continue;
            }
            if clause.by_party_request {
                on_request(&mut out, alive, index, clause, scene, allies);
                continue;
            }
            for partner in partners(alive, clause, scene) {
                if let Ok(found) = case(alive, clause, at, partner, scene) {
                    bound(&mut out, day, index, clause, partner, found, scene, allies);
                }
            }
        }
    }
    super::listing::settle(&mut out, day);
    out
}

/// Consultation at a party's request: it needs the request, and a war at the border of a party. It is
/// owed on account of those attacked, whether they are parties or not.
fn on_request<'a>(
    out: &mut Vec<Due<'a>>,
    alive: &Alive<'a>,
    index: usize,
    clause: &'a ClauseText,
    scene: &Scene<'a>,
    allies: &Allies,
) {
    let Some(toward) = scene.victims.first().filter(|_| scene.help_requested && at_the_border(alive, scene, allies)) else {
        return;
    };
    let free = |m: &&&ActorCode| clause.binds(m) && **m != toward;
    let due = |who: &&'a ActorCode| Due { who, toward, treaty: index, clause, doubt: None, listed: true };
    out.extend(alive.members.iter().filter(free).map(due));
}

/// The duties to fight alone, without doubts: enough to see how a war spreads.
pub(super) fn fights<'a>(day: &'a Day<'a>, scene: &Scene<'a>) -> Vec<Due<'a>> {
    let (mut out, allies) = (Vec::new(), Allies::default());
    for index in concerned(day, scene) {
        let alive = &day.alive[index];
        for (at, clause) in alive.text.clauses.iter().enumerate().filter(|(_, c)| c.duty.fights() && !alive.text.lead) {
            for partner in partners(alive, clause, scene) {
                if let Ok(found) = case(alive, clause, at, partner, scene) {
                    bound(&mut out, day, index, clause, partner, found, scene, &allies);
                }
            }
        }
    }
    out
}

/// The treaties of those attacked, and those of the others at war that hear of war as such; where
/// somebody has asked for consultation, all that provide for it.
fn concerned(day: &Day, scene: &Scene) -> BTreeSet<usize> {
    let mut out: BTreeSet<usize> = scene.victims.iter().flat_map(|v| day.of(v)).copied().collect();
    let others = scene.attackers.iter().chain(&scene.helpers).flat_map(|b| day.of(b));
    out.extend(others.filter(|i| day.alive[**i].hears_of_war));
    if scene.help_requested {
        let asks = |i: &usize| day.alive[*i].text.clauses.iter().any(|c| c.by_party_request);
        out.extend((0..day.alive.len()).filter(asks));
    }
    out
}

/// Whether a clause is of a kind that an attack can set off.
fn may_be_due(clause: &ClauseText, scene: &Scene) -> bool {
    match clause.duty {
        Duty::Defence | Duty::Offence | Duty::Guarantee | Duty::Neutrality | Duty::NonAssistance | Duty::Consultation => true,
        Duty::Assurance | Duty::UnscReferral => matches!(clause.when, Trigger::Attacked | Trigger::Threatened),
        Duty::AidNonmilitary => true,
        Duty::StraitsClosure => scene.help_requested,
        Duty::Nonaggression | Duty::NoHostileAlliance | Duty::NoTerritoryUse | Duty::ArmsControl => false,
    }
}

/// Those towards whom a clause may be due: those at war where it asks for war, else those attacked.
fn partners<'a>(alive: &Alive<'a>, clause: &'a ClauseText, scene: &Scene<'a>) -> Vec<&'a ActorCode> {
    match (clause.when, clause.duty) {
        // The passage is that of the parties: a war concerns it when both sides are among them.
        (_, Duty::StraitsClosure) if !scene.attackers.iter().any(|a| alive.has(a)) => Vec::new(),
        (_, Duty::StraitsClosure) => scene.victims.iter().filter(|v| alive.has(v)).collect(),
        (Trigger::AtWar | Trigger::AtWarWithTwo | Trigger::PartyActs, _) => {
            alive.members.iter().copied().filter(|m| scene.at_war(m)).collect()
        }
        (_, Duty::Assurance | Duty::AidNonmilitary) => scene.victims.iter().filter(|v| is_for(clause, v)).collect(),
        _ => scene.victims.iter().filter(|v| alive.protects(clause, v)).collect(),
    }
}

/// Whether a clause is a promise of some for another, who is named.
fn is_for(clause: &ClauseText, partner: &ActorCode) -> bool {
    clause.beneficiary.contains(partner) && !clause.obliged.is_empty() && !clause.obliged.contains(partner)
}

#[expect(clippy::too_many_arguments, reason = "the one place where a duty is put together from all that bears on it")]
fn bound<'a>(
    out: &mut Vec<Due<'a>>,
    day: &'a Day<'a>,
    index: usize,
    clause: &'a ClauseText,
    partner: &'a ActorCode,
    found: Case,
    scene: &Scene<'a>,
    allies: &Allies<'a>,
) {
    let alive = &day.alive[index];
    let free = |m: &&&ActorCode| may_owe(clause, m, partner, scene) && !alive.off(day.day, m, partner);
    for who in alive.members.iter().filter(free) {
        let doubt = doubt(day, index, clause, who, partner, found, scene, allies);
        out.push(Due { who, toward: partner, treaty: index, clause, doubt, listed: true });
    }
}

/// An attacker owes its victim no help, and whoever is at war already cannot be called into it; those
/// attacked together owe each other what they would owe if one of them were attacked.
fn may_owe(clause: &ClauseText, who: &ActorCode, partner: &ActorCode, scene: &Scene) -> bool {
    let calls_into_war = matches!(clause.when, Trigger::AtWar | Trigger::AtWarWithTwo);
    let busy = scene.attackers.contains(who) || calls_into_war && scene.at_war(who);
    who != partner && clause.binds(who) && !busy && !clause.by_all_states
}

#[expect(clippy::too_many_arguments, reason = "doubts of every kind are weighed in one place, the gravest first")]
fn doubt(
    day: &Day,
    index: usize,
    clause: &ClauseText,
    who: &ActorCode,
    partner: &ActorCode,
    found: Case,
    scene: &Scene,
    allies: &Allies,
) -> Option<Doubt> {
    let text = day.alive[index].text;
    let is_day = |d: Option<Edtf>| d.and_then(Edtf::as_day) == Some(day.day);
    let leaves = |p: &detente_history::Party| (p.code == *who || p.code == *partner) && is_day(p.to);
    let for_attacked = !matches!(clause.when, Trigger::AtWar | Trigger::AtWarWithTwo | Trigger::Breach | Trigger::PartyActs);
    let helps = clause.duty.fights() || clause.duty == Duty::Neutrality;
    match () {
        () if for_attacked && scene.begun(partner).is_some() => Some(Doubt::Began),
        () if helps && for_attacked && allies.other_than(who, index) => Some(Doubt::Ally),
        () if day.alive[index].is_disputed(day.day, who, partner) => Some(Doubt::Standing),
        () if is_day(text.ended) || text.parties.iter().any(leaves) => Some(Doubt::LastDay),
        () if !clause.aimed_at.is_empty() && !clause.aimed_at.iter().any(|a| scene.attackers.contains(a)) => Some(Doubt::Aimed),
        () if clause.caveat.is_some() => Some(Doubt::Caveat),
        () if found.open_place => Some(Doubt::Place),
        () => None,
    }
}

/// Who is bound to fight beside one of the attackers, and by which treaties. Treaties that forbid force
/// among their parties are left out: their help looks outward, and ends where a party attacks.
#[derive(Debug, Default)]
pub(super) struct Allies<'a>(std::collections::BTreeMap<&'a ActorCode, BTreeSet<usize>>);

impl<'a> Allies<'a> {
    pub(super) fn of(day: &'a Day<'a>, attackers: &[ActorCode]) -> Self {
        let mut out = Self::default();
        for attacker in attackers {
            for index in day.of(attacker) {
                let alive = &day.alive[*index];
                if alive.forbids_force || alive.text.lead {
                    continue;
                }
                for clause in alive.text.clauses.iter().filter(|c| c.duty.fights() && alive.protects(c, attacker)) {
                    let bound = |m: &&&ActorCode| **m != attacker && clause.binds(m) && !alive.off(day.day, m, attacker);
                    for member in alive.members.iter().filter(bound) {
                        out.0.entry(member).or_default().insert(*index);
                    }
                }
            }
        }
        out
    }

    /// Whether `who` is an ally of an attacker.
    pub(super) fn has(&self, who: &ActorCode) -> bool {
        self.0.contains_key(who)
    }

    /// Whether `who` is an ally of an attacker under another treaty than this.
    fn other_than(&self, who: &ActorCode, treaty: usize) -> bool {
        self.0.get(who).is_some_and(|t| t.iter().any(|i| *i != treaty))
    }
}

/// Whether help is decided on together, so that consultation is the first step of the duty.
pub(super) fn by_decision(clause: &ClauseText) -> bool {
    clause.automatic == Some(Strength::Decision) && !clause.request_required
}
