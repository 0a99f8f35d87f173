//! Treaties between the members of the shift, and between the remaining pairs of actors.

use detente_codebook::{Dyad, RecordId};
use detente_history::{ClauseText, Standing, TreatyText};

use super::duty::{clauses, is_bond, kinds, treaties};
use crate::{Arg, Claim, Direction, Inquiry, Message};

/// Treaties that the shift would build on or put at stake; none when shift and target are one.
pub(super) fn shift(inquiry: &Inquiry) -> Vec<Claim> {
    let shift = &inquiry.question.shift;
    if shift.dyad == inquiry.question.target {
        return Vec::new();
    }
    let found = treaties(inquiry, &shift.dyad);
    let mut out: Vec<Claim> = found.map(|(t, s)| between(shift.direction, &shift.dyad, t, s)).collect();
    out.extend(bounds(inquiry));
    out
}

fn evidence(treaty: &TreatyText, dyad: &Dyad) -> Vec<RecordId> {
    let duties = clauses(treaty, dyad).map(|c| c.record.clone());
    std::iter::once(treaty.record.clone()).chain(duties).collect()
}

fn between(direction: Direction, dyad: &Dyad, treaty: &TreatyText, standing: Standing) -> Claim {
    let (who, name, duties) = (Arg::Dyad(dyad.clone()), Arg::Phrase(treaty.short.clone()), kinds(treaty, dyad));
    let bond = clauses(treaty, dyad).any(is_bond);
    let message = match (standing, direction) {
        (Standing::InForce, _) if !bond => return other(dyad, treaty, standing),
        (Standing::InForce, Direction::Improves) => {
            Message::new("treaty-shift-builds-on").with("dyad", who).with("treaty", name).with("clauses", duties)
        }
        (Standing::InForce, Direction::Worsens) => {
            Message::new("treaty-shift-at-stake").with("dyad", who).with("treaty", name).with("clauses", duties)
        }
        _ => not_in_force(dyad, treaty),
    };
    Claim::new(message, evidence(treaty, dyad))
}

fn not_in_force(dyad: &Dyad, treaty: &TreatyText) -> Message {
    Message::new("treaty-between-not-in-force")
        .with("dyad", Arg::Dyad(dyad.clone()))
        .with("treaty", Arg::Phrase(treaty.short.clone()))
        .with("clauses", kinds(treaty, dyad))
}

/// What a member of both dyads already owes the rest of the target, and so may not agree to in a
/// closer tie with the other member of the shift: an alliance against it, or the use of territory.
fn bounds(inquiry: &Inquiry) -> Vec<Claim> {
    let (shift, target) = (&inquiry.question.shift, &inquiry.question.target);
    if shift.direction == Direction::Worsens {
        return Vec::new();
    }
    let limits = |c: &&ClauseText| {
        use detente_codebook::ClauseType::{Neutral, NoHostileAlliance, NonSubversion};
        matches!(c.kind, Neutral | NoHostileAlliance | NonSubversion)
    };
    let shared = [&target.a, &target.b].into_iter().find(|m| shift.dyad.has(m));
    let Some(member) = shared else {
        return Vec::new();
    };
    let in_force = treaties(inquiry, target).filter(|(_, s)| *s == Standing::InForce);
    let duties = in_force.flat_map(|(t, _)| clauses(t, target).filter(limits).map(move |c| (t, c)));
    let claim = |(treaty, clause): (&TreatyText, &ClauseText)| {
        let message = Message::new("treaty-shift-bounded")
            .with("actor", Arg::Actor(member.clone()))
            .with("dyad", Arg::Dyad(shift.dyad.clone()))
            .with("treaty", Arg::Phrase(treaty.short.clone()))
            .with("clause", Arg::Clause(clause.kind));
        Claim::new(message, vec![clause.record.clone()])
    };
    duties.filter(|(_, c)| c.binds(member)).map(claim).collect()
}

/// Treaties between pairs of actors that are neither the target nor the shift.
pub(super) fn rest(inquiry: &Inquiry) -> Vec<Claim> {
    let (target, shift) = (&inquiry.question.target, &inquiry.question.shift.dyad);
    let pairs = inquiry.pairs().into_iter().filter(|d| d != target && d != shift);
    let of = |dyad: Dyad| treaties(inquiry, &dyad).map(|(t, s)| other(&dyad, t, s)).collect::<Vec<_>>();
    pairs.flat_map(of).collect()
}

/// A treaty in one claim, with the kinds of its duties.
pub(super) fn other(dyad: &Dyad, treaty: &TreatyText, standing: Standing) -> Claim {
    let message = if standing == Standing::InForce {
        Message::new("treaty-between-in-force")
            .with("dyad", Arg::Dyad(dyad.clone()))
            .with("treaty", Arg::Phrase(treaty.short.clone()))
            .with("clauses", kinds(treaty, dyad))
    } else {
        not_in_force(dyad, treaty)
    };
    Claim::new(message, evidence(treaty, dyad))
}
