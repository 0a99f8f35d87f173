//! Facts of the base, where no text speaks.

use detente_codebook::{BaseFact, Dyad, Edtf, Item, Record, Sign};

use crate::inquiry::dyads;
use crate::relations::SUPPOSITION;
use crate::{Arg, Claim, Inquiry, Message, Stance};

fn facts<'a>(inquiry: &'a Inquiry, dyad: &'a Dyad) -> impl Iterator<Item = (&'a Record, &'a BaseFact)> {
    let day = inquiry.question.as_of;
    inquiry.base.facts().iter().chain(&inquiry.records).filter_map(move |r| match &r.item {
        Item::Base(f) if f.kind != SUPPOSITION && f.held.has(day) && dyads(&r.item).contains(dyad) => Some((r, f)),
        _ => None,
    })
}

fn message(dyad: &Dyad, fact: &BaseFact) -> Message {
    let (dyad, text) = (Arg::Dyad(dyad.clone()), Arg::Phrase(fact.text.clone()));
    match fact.held.start {
        Some(start) => {
            Message::new("evidence-fact-since").with("dyad", dyad).with("since", Arg::Date(first_point(start))).with("fact", text)
        }
        None => Message::new("evidence-fact").with("dyad", dyad).with("fact", text),
    }
}

/// The beginning of an interval, as precise as it was given; points stay themselves.
fn first_point(date: Edtf) -> Edtf {
    match date {
        Edtf::Interval(Some(point), _) => Edtf::Point(point),
        other => other,
    }
}

/// Facts of the target: hostile ones for strain, friendly ones against it.
pub(super) fn on_target(inquiry: &Inquiry) -> Vec<Claim> {
    let target = &inquiry.question.target;
    let claim = |(record, fact): (&Record, &BaseFact)| {
        let stance = match fact.sign {
            Sign::Negative => Stance::For,
            Sign::Positive => Stance::Against,
        };
        Claim { stance, ..Claim::new(message(target, fact), vec![record.id.clone()]) }
    };
    facts(inquiry, target).map(claim).collect()
}

/// Facts of the shift: context.
pub(super) fn on_shift(inquiry: &Inquiry) -> Vec<Claim> {
    let shift = &inquiry.question.shift.dyad;
    facts(inquiry, shift).map(|(r, f)| Claim::new(message(shift, f), vec![r.id.clone()])).collect()
}
