//! The relations among the actors of a question, as they are and as supposed.

use detente_codebook::{ActorCode, Dyad, RecordId};
use detente_lens::Direction;

use crate::brief::{Asking, NetworkView, TieView};

/// What a relation is to the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Role {
    /// It is supposed to change.
    Shift,
    /// It is asked about.
    Target,
    /// It stands between two other actors of the question.
    Other,
}

/// A relation of the question in both columns; a sign that is not known is none.
#[derive(Clone, Debug)]
pub(in crate::render) struct Related<'a> {
    /// Whose relation.
    pub(in crate::render) dyad: Dyad,
    /// What it is to the question.
    pub(in crate::render) role: Role,
    /// Its sign as of the day.
    pub(in crate::render) before: Option<i8>,
    /// Its sign after the supposed shift.
    pub(in crate::render) after: Option<i8>,
    /// What it rests on.
    pub(in crate::render) evidence: &'a [RecordId],
}

/// The shift, the target, then every other pair of the question's actors.
pub(in crate::render) fn related<'a>(view: &'a NetworkView, asking: &Asking) -> Vec<Related<'a>> {
    let mut out = vec![one(view, asking, &asking.shift.dyad, Role::Shift)];
    if asking.target != asking.shift.dyad {
        out.push(one(view, asking, &asking.target, Role::Target));
    }
    for dyad in pairs(&asked(asking)) {
        if out.iter().all(|r| r.dyad != dyad) {
            out.push(one(view, asking, &dyad, Role::Other));
        }
    }
    out
}

/// The actors of a question, each once, the shift's first.
pub(super) fn asked(asking: &Asking) -> Vec<ActorCode> {
    let mut out: Vec<ActorCode> = Vec::new();
    for code in [&asking.shift.dyad.a, &asking.shift.dyad.b, &asking.target.a, &asking.target.b] {
        if !out.contains(code) {
            out.push(code.clone());
        }
    }
    out
}

fn pairs(codes: &[ActorCode]) -> Vec<Dyad> {
    let after = |n: usize| codes.iter().skip(n + 1);
    codes.iter().enumerate().flat_map(|(n, a)| after(n).map(|b| Dyad::new(a.clone(), b.clone()))).collect()
}

fn one<'a>(view: &'a NetworkView, asking: &Asking, dyad: &Dyad, role: Role) -> Related<'a> {
    let tie = view.ties.iter().find(|t| t.dyad == *dyad);
    let supposed = (role == Role::Shift).then(|| supposed(asking.shift.direction));
    Related {
        dyad: dyad.clone(),
        role,
        before: tie.map(|t| t.before),
        after: tie.map(|t| t.after).or(supposed),
        evidence: tie.map_or(&[], |t: &TieView| &t.evidence),
    }
}

/// The sign that a supposed shift ends in.
const fn supposed(direction: Direction) -> i8 {
    match direction {
        Direction::Improves => 1,
        Direction::Worsens => -1,
    }
}
