//! The actor at whose level relations are kept.

use detente_codebook::{ActorCode, ActorKind, ActorTable, Dyad};

/// The state behind a code with a role: `RUSGOV` gives `RUS`. Groups of the codebook, such as
/// `PSEREBHMS`, are no part of the state whose letters they carry and stay themselves.
pub(crate) fn seat(code: &ActorCode) -> ActorCode {
    let group = |t: &ActorTable| t.get(code).is_some_and(|a| a.code == *code && a.kind == ActorKind::Group);
    if ActorTable::builtin().is_ok_and(group) { code.clone() } else { code.state() }
}

/// The dyad of the seats of both; none when they are one actor, or one is unknown.
pub(crate) fn seated(dyad: &Dyad) -> Option<Dyad> {
    let (a, b) = (seat(&dyad.a), seat(&dyad.b));
    (a != b && !a.is_unknown() && !b.is_unknown()).then_some(Dyad::new(a, b))
}
