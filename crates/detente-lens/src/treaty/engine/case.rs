//! Whether a clause is set off towards one partner: the test of its conditions, one by one.

use detente_codebook::ActorCode;
use detente_history::{ClauseText, Duty, Trigger};

use super::book::Alive;
use super::scene::Scene;
use super::zone::{Within, anywhere};

/// A clause that is set off towards a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Case {
    /// Whether it is not settled to whom the place belongs.
    pub(super) open_place: bool,
}

/// The first condition that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Miss {
    /// The clause is not owed to the partner.
    NotOwed,
    /// The partner is the attacker, and the clause is for one attacked.
    Attacks,
    /// The attacker is a party, and the clause looks outward.
    CoMember,
    /// The clause is limited to other adversaries.
    Adversary,
    /// The clause leaves this adversary out.
    Excluded,
    /// Too few great powers attack.
    TooFewPowers,
    /// Too few enemies.
    TooFewEnemies,
    /// The Security Council has authorised force against the partner.
    Authorised,
    /// The place lies outside the area.
    Area,
    /// The place lies on the territory of another state.
    Foreign,
    /// The words of the area could not be read.
    AreaUnread,
    /// The clause is about another conflict.
    Conflict,
    /// What sets it off is no attack, or is not told by the question.
    Trigger,
}

/// The case of a clause towards `partner`.
pub(super) fn case(alive: &Alive, clause: &ClauseText, at: usize, partner: &ActorCode, scene: &Scene) -> Result<Case, Miss> {
    match clause.when {
        Trigger::Attacked | Trigger::Threatened | Trigger::AttackedByTwoGreatPowers => {
            attacked(alive, clause, at, partner, scene)
        }
        Trigger::AtWar | Trigger::AtWarWithTwo => at_war(alive, clause, at, partner, scene),
        Trigger::Breach => breach(alive, clause, partner, scene),
        Trigger::PartyActs => acts(alive, clause, at, partner, scene),
        Trigger::Always if clause.duty == Duty::AidNonmilitary => attacked(alive, clause, at, partner, scene),
        Trigger::Always | Trigger::ThreatenedAndMakesWar | Trigger::Mobilisation | Trigger::NuclearUse => Err(Miss::Trigger),
    }
}

const OK: Case = Case { open_place: false };

/// The attackers that the clause is about.
fn covered<'s>(alive: &Alive, clause: &ClauseText, scene: &'s Scene) -> Result<Vec<&'s ActorCode>, Miss> {
    let outside = |a: &&ActorCode| covers_members(alive, clause) || !alive.has(a);
    let open: Vec<&ActorCode> = scene.attackers.iter().filter(outside).collect();
    if open.is_empty() {
        return Err(Miss::CoMember);
    }
    let named: Vec<&ActorCode> = open.into_iter().filter(|a| clause.covers_attacker(a)).collect();
    match named.is_empty() {
        false => Ok(named),
        true if clause.against.is_empty() => Err(Miss::Excluded),
        true => Err(Miss::Adversary),
    }
}

/// Whether an attack by a party sets the clause off. Where the file does not say: a treaty that
/// forbids force among its parties looks outward with its duties of help, and a breach is its answer
/// to force within; a clause by which some stand for another holds against each of them.
pub(super) fn covers_members(alive: &Alive, clause: &ClauseText) -> bool {
    let directed = !clause.obliged.is_empty() && clause.beneficiary.iter().any(|b| !clause.obliged.contains(b));
    clause.co_members.unwrap_or(directed || !alive.forbids_force)
}

fn attacked(alive: &Alive, clause: &ClauseText, at: usize, partner: &ActorCode, scene: &Scene) -> Result<Case, Miss> {
    if !alive.protects(clause, partner) {
        return Err(Miss::NotOwed);
    }
    if !scene.victims.contains(partner) {
        return Err(Miss::Attacks);
    }
    if scene.begun(partner).is_some_and(|b| b.authorised) {
        return Err(Miss::Authorised);
    }
    let by = covered(alive, clause, scene)?;
    let powers = by.iter().filter(|a| scene.map.is_power(a, scene.day) && !alive.has(a)).count();
    if clause.when == Trigger::AttackedByTwoGreatPowers && powers < 2 {
        return Err(Miss::TooFewPowers);
    }
    place(alive, clause, at, partner, scene)
}

/// Duties to fight, and to consult on a threat to the partner, ask for an attack on it at home; others
/// ask where only if their text names an area.
pub(super) fn place(alive: &Alive, clause: &ClauseText, at: usize, partner: &ActorCode, scene: &Scene) -> Result<Case, Miss> {
    let Some(site) = scene.site(partner) else { return Ok(OK) };
    let zone = alive.zones.get(at).and_then(Option::as_ref);
    let within = match zone {
        Some(zone) => zone.holds(partner, site),
        None if clause.duty.fights() || clause.when == Trigger::Threatened => anywhere(partner, site),
        None => Within::Yes,
    };
    match within {
        Within::Yes => Ok(OK),
        Within::Open => Ok(Case { open_place: true }),
        Within::No => Err(Miss::Area),
        Within::Foreign => Err(Miss::Foreign),
        Within::Unread => Err(Miss::AreaUnread),
    }
}

fn at_war(alive: &Alive, clause: &ClauseText, at: usize, partner: &ActorCode, scene: &Scene) -> Result<Case, Miss> {
    if !alive.protects(clause, partner) || !scene.at_war(partner) {
        return Err(Miss::NotOwed);
    }
    let enemies = scene.enemies(partner);
    if !enemies.iter().any(|e| clause.covers_attacker(e)) {
        return Err(if clause.against.is_empty() { Miss::Excluded } else { Miss::Adversary });
    }
    if clause.when == Trigger::AtWarWithTwo && enemies.len() < 2 {
        return Err(Miss::TooFewEnemies);
    }
    let conflict = alive.zones.get(at).and_then(|z| z.as_ref()?.conflict.as_ref());
    match conflict {
        Some((a, b)) if !(scene.belligerents().contains(a) && scene.belligerents().contains(b)) => Err(Miss::Conflict),
        _ => Ok(OK),
    }
}

/// A breach of the treaty: an attacker that owes the partner peace, or stands for its safety, under it.
fn breach(alive: &Alive, clause: &ClauseText, partner: &ActorCode, scene: &Scene) -> Result<Case, Miss> {
    if !alive.protects(clause, partner) || !scene.victims.contains(partner) {
        return Err(Miss::NotOwed);
    }
    let broken = |a: &ActorCode| alive.text.clauses.iter().any(|c| breaks(alive, c, a, partner));
    if scene.attackers.iter().any(|a| alive.has(a) && broken(a)) { Ok(OK) } else { Err(Miss::Trigger) }
}

/// Whether force by `attacker` against `victim` breaks a clause of a treaty in force.
pub(super) fn breaks(alive: &Alive, clause: &ClauseText, attacker: &ActorCode, victim: &ActorCode) -> bool {
    let peace = clause.duty == Duty::Nonaggression && !clause.by_all_states;
    let stands_for = clause.duty == Duty::Guarantee && clause.obliged.contains(attacker);
    (peace || stands_for) && alive.has(attacker) && clause.binds(attacker) && alive.protects(clause, victim)
}

/// One of those bound acts in the area itself.
fn acts(alive: &Alive, clause: &ClauseText, at: usize, partner: &ActorCode, scene: &Scene) -> Result<Case, Miss> {
    if !scene.attackers.contains(partner) || !alive.has(partner) || !clause.binds(partner) {
        return Err(Miss::NotOwed);
    }
    let zone = alive.zones.get(at).and_then(Option::as_ref);
    let inside = |v: &ActorCode| {
        let site = scene.site(v);
        site.is_some_and(|s| zone.is_none_or(|z| z.holds(v, s) == Within::Yes))
    };
    if scene.victims.iter().any(inside) { Ok(OK) } else { Err(Miss::Area) }
}
