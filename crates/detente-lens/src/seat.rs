//! The actor at whose level relations are kept.

use detente_codebook::{ActorCode, ActorKind, ActorTable, Dyad};

/// The state behind a code with a role: `RUSGOV` gives `RUS`. Groups of the codebook that are no
/// organ of a state, such as `PSEREBHMS`, are no part of the state whose letters they carry and
/// stay themselves.
pub(crate) fn seat(code: &ActorCode) -> ActorCode {
    let group = |t: &ActorTable| t.get(code).is_some_and(|a| a.code == *code && a.kind == ActorKind::Group);
    let apart = !is_organ(code.role()) && ActorTable::builtin().is_ok_and(group);
    if apart { code.clone() } else { code.state() }
}

/// Whether a role is one of a state's own: its government, parliament, courts, police, services,
/// or any of its forces. A government with letters of its own, as `LBYGOVGNU`, is one among rivals
/// or of a part of the state, and is not taken for the whole.
fn is_organ(role: &str) -> bool {
    matches!(role, "GOV" | "LEG" | "JUD" | "COP") || role.starts_with("MIL") || role.starts_with("SPY")
}

/// The dyad of the seats of both; none when they are one actor, or one is unknown.
pub(crate) fn seated(dyad: &Dyad) -> Option<Dyad> {
    let (a, b) = (seat(&dyad.a), seat(&dyad.b));
    (a != b && !a.is_unknown() && !b.is_unknown()).then_some(Dyad::new(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str) -> String {
        seat(&code.parse().unwrap()).to_string()
    }

    #[test]
    fn organs_act_for_their_state_and_other_groups_for_themselves() {
        assert_eq!(["RUSGOV", "IRNMIL", "IRNMILRGC", "USALEG"].map(of), ["RUS", "IRN", "IRN", "USA"]);
        assert_eq!(["PSEREBHMS", "LBYGOVGNU", "USAPTYDEM"].map(of), ["PSEREBHMS", "LBYGOVGNU", "USAPTYDEM"]);
    }
}
