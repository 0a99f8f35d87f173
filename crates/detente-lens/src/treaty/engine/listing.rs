//! Which of the duties set off stand for themselves.
//!
//! A stronger duty of the same treaty towards the same partner takes the place of a weaker one: who
//! must fight need not be told to stay neutral. Consultation stands for itself where it is all that
//! the treaty promises, where it is the first step of help by joint decision, where the same article
//! promises both, and where a breach or an attack is what sets it off; else it is merely live.

use std::collections::BTreeSet;

use detente_codebook::ActorCode;
use detente_history::{ClauseText, Duty, Trigger};

use super::book::{Alive, Day};
use super::due::{Allies, Due, by_decision};
use super::scene::Scene;

/// Marks what is merely live, drops what is superseded, and keeps each duty of a treaty once.
pub(super) fn settle<'a>(dues: &mut Vec<Due<'a>>, day: &Day<'a>) {
    let fights: BTreeSet<(usize, &ActorCode, &ActorCode)> =
        dues.iter().filter(|d| d.clause.duty.fights()).map(|d| (d.treaty, d.who, d.toward)).collect();
    let fights_for: BTreeSet<(&ActorCode, &ActorCode)> = fights.iter().map(|(_, who, toward)| (*who, *toward)).collect();
    dues.retain(|d| {
        let weaker = matches!(d.clause.duty, Duty::Neutrality | Duty::NonAssistance);
        !(weaker && fights.contains(&(d.treaty, d.who, d.toward)))
    });
    let firsts: Vec<(usize, &'a ActorCode, &'a ActorCode, &'a ClauseText)> =
        dues.iter().filter(|d| d.clause.duty.fights()).map(|d| (d.treaty, d.who, d.toward, d.clause)).collect();
    for due in dues.iter_mut().filter(|d| d.clause.duty == Duty::Consultation) {
        let beside = firsts.iter().filter(|(t, w, p, _)| (*t, *w, *p) == (due.treaty, due.who, due.toward));
        let helps: Vec<&ClauseText> = beside.map(|(.., c)| *c).collect();
        due.listed = stands(due, &day.alive[due.treaty], &helps, fights_for.contains(&(due.who, due.toward)));
    }
    once(dues);
}

/// Whether a consultation stands for itself, given the duties to fight of the same treaty that are set off.
fn stands(due: &Due, alive: &Alive, helps: &[&ClauseText], fights_elsewhere: bool) -> bool {
    let clause = due.clause;
    let promises_help = alive.text.clauses.iter().any(|c| c.duty.fights() && alive.protects(c, due.toward));
    match clause.when {
        _ if clause.by_party_request => helps.is_empty(),
        Trigger::Attacked | Trigger::Breach | Trigger::PartyActs => true,
        _ if promises_help => helps.iter().any(|h| by_decision(h) || same_article(h, clause)),
        _ => due.doubt.is_none() && !fights_elsewhere && !leaves_attack_to_others(alive),
    }
}

/// Whether the treaty has a clause on attack that only points elsewhere, to a right or to special
/// treaties: its answer to an attack is then theirs.
fn leaves_attack_to_others(alive: &Alive) -> bool {
    let points = |c: &ClauseText| c.duty == Duty::Assurance && c.when == Trigger::Attacked && c.beneficiary.is_empty();
    alive.text.clauses.iter().any(points)
}

fn same_article(a: &ClauseText, b: &ClauseText) -> bool {
    (a.article.is_some() && a.article == b.article) || (a.unnumbered && b.unnumbered)
}

/// Whether a war lies at the border of a party: of one that borders an attacker and is attacked itself
/// or borders the victim, and is no ally of the attacker. A treaty that has an attacker among its
/// parties does not count.
pub(super) fn at_the_border(alive: &Alive, scene: &Scene, allies: &Allies) -> bool {
    let near = |a: &ActorCode, b: &ActorCode| scene.map.neighbours(a, b);
    let at = |m: &&&ActorCode| {
        let attacked = scene.victims.contains(m);
        let beside = scene.victims.iter().any(|v| near(m, v));
        scene.attackers.iter().any(|a| near(m, a)) && (attacked || beside) && !allies.has(m)
    };
    !scene.attackers.iter().any(|a| alive.has(a)) && alive.members.iter().any(|m| at(&m))
}

/// One entry for each duty of a treaty that somebody owes a partner: the surest.
fn once(dues: &mut Vec<Due>) {
    let mut best: Vec<Due> = Vec::with_capacity(dues.len());
    for due in dues.drain(..) {
        let same =
            |d: &&mut Due| (d.treaty, d.who, d.toward, d.clause.duty) == (due.treaty, due.who, due.toward, due.clause.duty);
        match best.iter_mut().find(same) {
            Some(old) if (due.listed, std::cmp::Reverse(due.grade())) > (old.listed, std::cmp::Reverse(old.grade())) => {
                *old = due
            }
            Some(_) => {}
            None => best.push(due),
        }
    }
    *dues = best;
}
