//! The cascade: duties that are kept widen the war, and the wider war sets off further duties.
//!
//! Each round adds those who keep a duty to fight, on the side of whom they owe it, and tests every
//! clause again. Whoever joins the victims is at war and not thereby attacked, so a duty of defence
//! towards a helper is not set off by its help; clauses on being at war, and on the number of enemies,
//! are. Whoever joins the attackers attacks the victims. The sides only grow, so the rounds end.

use std::collections::BTreeSet;

use detente_codebook::ActorCode;
use detente_history::Duty;

use super::book::Day;
use super::due::{Allies, Due, Grade, dues};
use super::scene::Scene;

/// One step of the cascade.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'a> {
    /// The round, from 1.
    pub(super) round: u32,
    /// The duty that brings its bearer in.
    pub(super) due: Due<'a>,
    /// Whether it joins those who attack.
    pub(super) attacks: bool,
}

/// The cascade of a war.
#[derive(Clone, Debug, Default)]
pub(super) struct Cascade<'a> {
    pub(super) steps: Vec<Step<'a>>,
    /// Those who are bound on both sides at once: each with the side not taken.
    pub(super) torn: BTreeSet<&'a ActorCode>,
}

/// Plays the rounds. `keeps` says whether a duty is kept; in the worst case each is.
pub(super) fn play<'a>(
    day: &'a Day<'a>,
    mut scene: Scene<'a>,
    first: Vec<Due<'a>>,
    mut keeps: impl FnMut(&Due<'a>) -> bool,
) -> Cascade<'a> {
    let mut out = Cascade::default();
    let mut found = first;
    // A duty is kept or failed once: later rounds do not ask again.
    let mut decided: BTreeSet<(usize, &ActorCode, &ActorCode, Duty)> = BTreeSet::new();
    for round in 1.. {
        let mut joined = false;
        for due in found {
            if !calls(&due, &scene) {
                if sides(&due, &scene) == Sides::Other && due.clause.duty.fights() {
                    out.torn.insert(due.who);
                }
                continue;
            }
            let asked_before = !decided.insert((due.treaty, due.who, due.toward, due.clause.duty));
            if asked_before || !keeps(&due) {
                continue;
            }
            let attacks = joins_attack(&due, &scene);
            let side = if attacks { &mut scene.attackers } else { &mut scene.helpers };
            side.push(due.who.clone());
            out.steps.push(Step { round, due, attacks });
            joined = true;
        }
        if !joined {
            break;
        }
        let allies = Allies::of(day, &scene.attackers);
        found = dues(day, &scene, &allies);
    }
    out
}

/// Whether a duty calls somebody into the war who is not in it yet.
fn calls(due: &Due, scene: &Scene) -> bool {
    let asked = due.grade() != Grade::OnRequest || scene.help_requested;
    due.clause.duty.fights() && asked && !scene.at_war(due.who)
}

/// Whether keeping the duty means to stand with those who attack.
fn joins_attack(due: &Due, scene: &Scene) -> bool {
    scene.attackers.contains(due.toward)
}

#[derive(PartialEq, Eq)]
enum Sides {
    Same,
    Other,
}

fn sides(due: &Due, scene: &Scene) -> Sides {
    let attacks = scene.attackers.contains(due.who);
    if attacks == scene.attackers.contains(due.toward) || due.clause.duty == Duty::Neutrality {
        Sides::Same
    } else {
        Sides::Other
    }
}
