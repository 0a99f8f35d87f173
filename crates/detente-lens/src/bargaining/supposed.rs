//! An issue after the supposed shift.
//!
//! A rapprochement brings the positions of its two members nearer by a share of the distance between
//! them, a rupture drives them apart by as much, never beyond the axis. How far is an assumption that the
//! answer names and that whoever asks may change, or replace by changes of his own.

use detente_codebook::{ActorCode, ActorTable};

use super::case::{Actor, Case};
use super::what_if::{Attribute, Change};
use crate::{Direction, Shift};

/// The share of the distance by which each member of the shift moves, unless something else is asked for.
pub const STEP: f64 = 0.25;

/// What the shift would change in an issue: nothing when not both of its members take part.
#[must_use]
pub fn supposed(case: &Case, shift: &Shift, step: f64) -> Vec<Change> {
    let (Some(a), Some(b)) = (seat(case, &shift.dyad.a), seat(case, &shift.dyad.b)) else { return Vec::new() };
    let sign = match shift.direction {
        Direction::Improves => step,
        Direction::Worsens => -step,
    };
    vec![moved(case, a, b, sign), moved(case, b, a, sign)]
}

fn moved(case: &Case, who: &Actor, other: &Actor, step: f64) -> Change {
    let (from, to) = (best(who), best(other));
    let to = case.scale.clamp(from + step * (to - from));
    Change { actor: who.name.clone(), attribute: Attribute::Position, to }
}

fn best(actor: &Actor) -> f64 {
    actor.position.first().map_or(0.0, |p| p.best)
}

/// The actor of an issue that stands for a state: named by its code or by one of its names.
fn seat<'c>(case: &'c Case, state: &ActorCode) -> Option<&'c Actor> {
    let known = ActorTable::builtin().ok().and_then(|t| t.get(state));
    let named = |a: &&Actor| {
        let is = |name: &String| name.to_lowercase() == a.name.to_lowercase();
        let names = known.into_iter().flat_map(|k| k.en.names.iter().chain(&k.ar.names));
        a.name == state.as_str() || names.into_iter().any(is)
    };
    case.actors.iter().find(named)
}
