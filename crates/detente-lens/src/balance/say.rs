//! What the balance lens says.

use detente_codebook::{ActorCode, Dyad, RecordId};

use super::frustration::Frustration;
use super::network::{Moment, SignedNetwork};
use super::triad::{Triad, triads};
use crate::finding::each_once;
use crate::relations::TieSign;
use crate::{Arg, Claim, Direction, Inquiry, Message, Stance};

/// A triad cites so many records of each of its ties.
const PER_TIE: usize = 2;

/// Every claim of the lens; none without a triad through the target.
pub(super) fn claims(inquiry: &Inquiry, network: &SignedNetwork) -> Vec<Claim> {
    let triads = triads(network, &inquiry.question.target);
    if triads.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for triad in triads.iter().filter(|t| t.is_moved()) {
        out.extend(moved(network, triad));
        out.extend(ways(inquiry, network, triad));
    }
    out.push(census(inquiry, network, &triads));
    out.push(frustration(network));
    out.extend(camps(network, Moment::Before));
    out.extend(camps(network, Moment::After));
    out.extend(pressure(inquiry, network));
    out.retain(|c| !c.evidence.is_empty());
    out
}

fn cited(network: &SignedNetwork, triad: &Triad) -> Vec<RecordId> {
    each_once(triad.dyads.iter().flat_map(|d| network.evidence(d, PER_TIE)))
}

fn signed(dyad: &Dyad, sign: i8) -> Arg {
    let dyad = Arg::Dyad(dyad.clone());
    Arg::Message(Box::new(match sign {
        1 => Message::new("balance-tie-friendly").with("dyad", dyad),
        -1 => Message::new("balance-tie-hostile").with("dyad", dyad),
        _ => Message::new("balance-tie-open").with("dyad", dyad),
    }))
}

fn signs(triad: &Triad, signs: [i8; 3]) -> Arg {
    Arg::List(triad.dyads.iter().zip(signs).map(|(d, s)| signed(d, s)).collect())
}

fn members(triad: &Triad) -> Arg {
    let target = &triad.dyads[0];
    Arg::List([&target.a, &target.b, &triad.third].map(|a| Arg::Actor(a.clone())).to_vec())
}

/// A triad one of whose signs the shift changes.
fn moved(network: &SignedNetwork, triad: &Triad) -> Option<Claim> {
    let (actors, before, after) = (members(triad), signs(triad, triad.before), signs(triad, triad.after));
    let (message, stance) = match (triad.balanced_before(), triad.balanced_after()?) {
        (Some(true), false) => (Message::new("balance-triad-strained"), Stance::For),
        (Some(false), true) => (Message::new("balance-triad-settled"), Stance::Against),
        (_, false) => (Message::new("balance-triad-now-unbalanced"), Stance::For),
        (_, true) => (Message::new("balance-triad-now-balanced"), Stance::Against),
    };
    let message = message.with("actors", actors).with("before", before).with("after", after);
    Some(Claim { stance, ..Claim::new(message, cited(network, triad)) })
}

fn turned(dyad: &Dyad, sign: i8) -> Arg {
    let dyad = Arg::Dyad(dyad.clone());
    Arg::Message(Box::new(if sign > 0 {
        Message::new("balance-turns-hostile").with("dyad", dyad)
    } else {
        Message::new("balance-turns-friendly").with("dyad", dyad)
    }))
}

/// How a triad that the shift leaves unbalanced would be balanced again.
fn ways(inquiry: &Inquiry, network: &SignedNetwork, triad: &Triad) -> Option<Claim> {
    let shift = &inquiry.question.shift.dyad;
    let others = triad.dyads.iter().zip(triad.after).filter(|(d, _)| *d != shift);
    let [first, second] = others.map(|(d, s)| turned(d, s)).collect::<Vec<_>>().try_into().ok()?;
    let message = Message::new("balance-triad-ways").with("actors", members(triad)).with("first", first).with("second", second);
    (triad.balanced_after() == Some(false)).then(|| Claim::new(message, cited(network, triad)))
}

/// How many triads through the target are balanced, before and after.
fn census(inquiry: &Inquiry, network: &SignedNetwork, triads: &[Triad]) -> Claim {
    let balanced = |of: fn(&Triad) -> Option<bool>| triads.iter().filter(|t| of(t) == Some(true)).count();
    let message = Message::new("balance-census")
        .with("dyad", Arg::Dyad(inquiry.question.target.clone()))
        .with("count", Arg::count(triads.len()))
        .with("before", Arg::count(balanced(Triad::balanced_before)))
        .with("after", Arg::count(balanced(Triad::balanced_after)));
    let evidence = triads.iter().flat_map(|t| t.dyads.iter().flat_map(|d| network.evidence(d, 1)));
    let n = u64::try_from(triads.len()).ok();
    Claim { n, ..Claim::new(message, each_once(evidence)) }
}

/// The weightiest record of every signed tie.
fn whole(network: &SignedNetwork) -> Vec<RecordId> {
    let ties = network.picture().ties;
    let signed = ties.iter().filter(|t| t.before != 0 || t.after != 0);
    each_once(signed.flat_map(|t| network.evidence(&t.dyad, 1)))
}

fn frustration(network: &SignedNetwork) -> Claim {
    let index = |moment| network.frustration(moment, None).index;
    let (before, after) = (index(Moment::Before), index(Moment::After));
    let ties = network.n_ties(Moment::After);
    let message = Message::new("balance-frustration")
        .with("actors", Arg::count(network.actors().len()))
        .with("ties", Arg::count(ties))
        .with("before", Arg::Count(before))
        .with("after", Arg::Count(after));
    Claim {
        value: figure(after.cast_signed()),
        unit: Some("ties".to_owned()),
        n: u64::try_from(ties).ok(),
        ..Claim::new(message, whole(network))
    }
}

fn camp(network: &SignedNetwork, found: &Frustration, side: bool) -> Vec<Arg> {
    let of = network.actors().iter().zip(&found.camps).filter(|(_, c)| **c == side);
    of.map(|(a, _): (&ActorCode, _)| Arg::Actor(a.clone())).collect()
}

/// The two camps that frustrate the fewest ties.
fn camps(network: &SignedNetwork, moment: Moment) -> Option<Claim> {
    let found = network.frustration(moment, None);
    let (first, second) = (camp(network, &found, false), camp(network, &found, true));
    let when = Arg::Message(Box::new(match moment {
        Moment::Before => Message::new("balance-before"),
        Moment::After => Message::new("balance-after"),
    }));
    let message = match found.optima {
        _ if second.is_empty() => Message::new("balance-camp-one").with("when", when).with("first", Arg::List(first)),
        Some(optima) if optima > 1 => Message::new("balance-camps-open")
            .with("when", when)
            .with("first", Arg::List(first))
            .with("second", Arg::List(second))
            .with("count", Arg::Count(optima)),
        _ => Message::new("balance-camps").with("when", when).with("first", Arg::List(first)).with("second", Arg::List(second)),
    };
    found.is_proved().then(|| Claim::new(message, whole(network)))
}

/// What keeping the target costs over turning it, at a moment; less than 0 when turning costs more.
fn strain(network: &SignedNetwork, target: &Dyad, moment: Moment) -> i64 {
    let keep = network.frustration(moment, None).index;
    keep.cast_signed() - network.frustration(moment, Some(target)).index.cast_signed()
}

/// Whether the shift puts the target under pressure to turn.
fn pressure(inquiry: &Inquiry, network: &SignedNetwork) -> Option<Claim> {
    let target = &inquiry.question.target;
    if network.sign(target, Moment::After) == 0 {
        return None;
    }
    let (before, after) = (strain(network, target, Moment::Before), strain(network, target, Moment::After));
    let fewer = || Arg::Count(after.unsigned_abs());
    let dyad = Arg::Dyad(target.clone());
    let (message, stance) = match () {
        () if after <= 0 => (Message::new("balance-pressure-none").with("dyad", dyad), Stance::Against),
        () if after > before => (Message::new("balance-pressure-new").with("dyad", dyad).with("count", fewer()), Stance::For),
        () => (Message::new("balance-pressure-standing").with("dyad", dyad).with("count", fewer()), Stance::Neither),
    };
    let evidence = whole(network);
    Some(Claim { stance, unit: Some("ties".to_owned()), value: figure(after), ..Claim::new(message, evidence) })
}

fn figure(ties: i64) -> Option<f64> {
    i32::try_from(ties).ok().map(f64::from)
}

/// What the lens takes for granted.
pub(super) fn assumptions(inquiry: &Inquiry, grounds: bool) -> Vec<Message> {
    let dyad = Arg::Dyad(inquiry.question.shift.dyad.clone());
    let shift = match inquiry.question.shift.direction {
        Direction::Improves => Message::new("balance-assumes-friendly").with("dyad", dyad),
        Direction::Worsens => Message::new("balance-assumes-hostile").with("dyad", dyad),
    };
    if grounds {
        vec![shift, Message::new("balance-assumes-rest"), Message::new("balance-assumes-no-history")]
    } else {
        Vec::new()
    }
}

/// The ties among the actors of the question that have no sign.
pub(super) fn unknown(inquiry: &Inquiry) -> Vec<Message> {
    let of = |dyad: Dyad| match inquiry.relations.sign(&dyad) {
        TieSign::Unknown => Some(Message::new("balance-unknown-dyad").with("dyad", Arg::Dyad(dyad))),
        TieSign::Mixed => Some(Message::new("balance-mixed-dyad").with("dyad", Arg::Dyad(dyad))),
        TieSign::Friendly | TieSign::Hostile => None,
    };
    inquiry.pairs().into_iter().filter_map(of).collect()
}
