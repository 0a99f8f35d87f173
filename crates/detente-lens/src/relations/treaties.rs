//! What treaties say of the tie between their parties.

use detente_codebook::{ActorCode, ClauseType, Dyad, Sign};
use detente_history::{Base, ClauseText, Standing, TreatyText};
use jiff::civil::Date;

use super::{Origin, Reason};

/// The reasons that the treaties of the base give on a day.
pub(super) fn reasons(base: &Base, day: Date) -> Vec<(Dyad, Reason)> {
    base.treaties().iter().flat_map(|t| of_treaty(t, day)).collect()
}

/// The reasons that the treaties of the base give on a day for one dyad.
pub(super) fn between_two(base: &Base, day: Date, dyad: &Dyad) -> Vec<Reason> {
    let reason = |t: &TreatyText| {
        let members = t.members(day);
        let both = members.contains(&&dyad.a) && members.contains(&&dyad.b);
        let weight = if both { weight(t, day, &dyad.a, &dyad.b) } else { 0.0 };
        (weight > 0.0).then(|| Reason::new(&t.record, Sign::Positive, weight, Origin::Treaty))
    };
    base.treaties().iter().filter_map(reason).collect()
}

fn of_treaty(treaty: &TreatyText, day: Date) -> Vec<(Dyad, Reason)> {
    let members = treaty.members(day);
    let mut out = Vec::new();
    for (i, a) in members.iter().copied().enumerate() {
        for b in members.iter().copied().skip(i + 1) {
            let weight = weight(treaty, day, a, b);
            if weight > 0.0 {
                let reason = Reason::new(&treaty.record, Sign::Positive, weight, Origin::Treaty);
                out.push((Dyad::new(a.clone(), b.clone()), reason));
            }
        }
    }
    out
}

fn weight(treaty: &TreatyText, day: Date, a: &ActorCode, b: &ActorCode) -> f64 {
    match treaty.standing_between(day, a, b) {
        Some(Standing::InForce) => strength(treaty, a, b),
        Some(Standing::Signed) => strength(treaty, a, b) / 2.0,
        _ => 0.0,
    }
}

/// Whether one of the two owes the other this duty.
fn between(clause: &ClauseText, a: &ActorCode, b: &ActorCode) -> bool {
    let owes = |x, y| clause.binds(x) && clause.protects(y);
    !clause.by_all_states && (owes(a, b) || owes(b, a))
}

fn strength(treaty: &TreatyText, a: &ActorCode, b: &ActorCode) -> f64 {
    let close = matches!(treaty.subject.as_str(), "partnership" | "alliance");
    let of = |c: &ClauseText| match (kind_strength(c.kind), close) {
        (strength, true) if strength >= 1.0 => strength.max(2.0),
        (strength, _) => strength,
    };
    treaty.clauses.iter().filter(|c| between(c, a, b)).map(of).fold(0.0, f64::max)
}

const fn kind_strength(kind: ClauseType) -> f64 {
    match kind {
        ClauseType::Defense | ClauseType::Offense => 3.0,
        ClauseType::Guarantee => 2.0,
        ClauseType::Neutral
        | ClauseType::Consul
        | ClauseType::NonSubversion
        | ClauseType::NoHostileAlliance
        | ClauseType::AidNonmilitary => 1.0,
        ClauseType::Nonagg => 0.5,
        ClauseType::Assurance | ClauseType::UnscReferral | ClauseType::ArmsControl | ClauseType::StraitsClosure => 0.0,
    }
}
