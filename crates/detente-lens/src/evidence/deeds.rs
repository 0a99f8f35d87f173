//! Events, transfers and treaties that texts tell of.

use detente_codebook::{Certainty, Dyad, Item, Record, RecordId, Sign, TransferStatus};

use super::{counted, passages};
use crate::relations::{event_sign, recent};
use crate::{Arg, Claim, Inquiry, Message, Stance};

/// What became of one record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Friendly,
    Hostile,
    Treaty,
    Unsure,
}

fn deed(inquiry: &Inquiry, record: &Record) -> Option<Deed> {
    match &record.item {
        Item::Event(event) if !recent(event, inquiry.question.as_of) => None,
        Item::Event(event) => Some(sure(event.certainty, signed(event_sign(event)?))),
        Item::Transfer(transfer) if is_open(transfer.status) => Some(Deed::Unsure),
        Item::Transfer(transfer) => Some(sure(transfer.certainty, Deed::Friendly)),
        Item::Treaty(_) => Some(Deed::Treaty),
        _ => None,
    }
}

const fn signed(sign: Sign) -> Deed {
    match sign {
        Sign::Positive => Deed::Friendly,
        Sign::Negative => Deed::Hostile,
    }
}

const fn is_open(status: TransferStatus) -> bool {
    matches!(status, TransferStatus::Alleged | TransferStatus::Denied)
}

const fn sure(certainty: Certainty, deed: Deed) -> Deed {
    match certainty {
        Certainty::Asserted | Certainty::Planned => deed,
        _ => Deed::Unsure,
    }
}

fn records(inquiry: &Inquiry, dyad: &Dyad, wanted: Deed) -> Vec<RecordId> {
    let of = |r: &&Record| deed(inquiry, r) == Some(wanted);
    inquiry.about(dyad).filter(of).map(|r| r.id.clone()).collect()
}

/// A claim on the records of one kind, if there are any.
fn claim(inquiry: &Inquiry, ids: Vec<RecordId>, stance: Stance, message: impl FnOnce(Arg) -> Message) -> Option<Claim> {
    let n = passages(inquiry, &ids);
    (!ids.is_empty()).then(|| counted(message(n.clone()), n, ids, stance))
}

/// Deeds of the target: hostile ones for strain, friendly ones and treaties against it.
pub(super) fn on_target(inquiry: &Inquiry) -> Vec<Claim> {
    let target = &inquiry.question.target;
    let dyad = || Arg::Dyad(target.clone());
    let of = |wanted| records(inquiry, target, wanted);
    let claims = [
        claim(inquiry, of(Deed::Hostile), Stance::For, |n| {
            Message::new("evidence-deed-hostile").with("dyad", dyad()).with("count", n)
        }),
        claim(inquiry, of(Deed::Friendly), Stance::Against, |n| {
            Message::new("evidence-deed-friendly").with("dyad", dyad()).with("count", n)
        }),
        claim(inquiry, of(Deed::Treaty), Stance::Against, |n| {
            Message::new("evidence-deed-treaty").with("dyad", dyad()).with("count", n)
        }),
        claim(inquiry, of(Deed::Unsure), Stance::Neither, |n| {
            Message::new("evidence-deed-unsure").with("dyad", dyad()).with("count", n)
        }),
    ];
    claims.into_iter().flatten().collect()
}

/// Deeds of the shift: context.
pub(super) fn on_shift(inquiry: &Inquiry) -> Vec<Claim> {
    let shift = &inquiry.question.shift.dyad;
    let dyad = || Arg::Dyad(shift.clone());
    let of = |wanted| records(inquiry, shift, wanted);
    let claims = [
        claim(inquiry, of(Deed::Hostile), Stance::Neither, |n| {
            Message::new("evidence-deed-hostile").with("dyad", dyad()).with("count", n)
        }),
        claim(inquiry, of(Deed::Friendly), Stance::Neither, |n| {
            Message::new("evidence-deed-friendly").with("dyad", dyad()).with("count", n)
        }),
    ];
    claims.into_iter().flatten().collect()
}
