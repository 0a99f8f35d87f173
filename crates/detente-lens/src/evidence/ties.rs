//! Signed mentions of the target and of the shift.

use std::collections::BTreeMap;

use detente_codebook::{Dyad, Item, Record, RecordId, Sign};

use super::{counted, holder, passages as n_passages, same_text};
use crate::{Arg, Claim, Inquiry, Message, Stance};

/// Who says it, when it stands within the words of a speaker.
fn speaker<'a>(inquiry: &'a Inquiry, record: &Record) -> Option<&'a str> {
    let words = record.item.quote()?.span();
    inquiry.records.iter().find_map(|r| match &r.item {
        Item::Statement(said) if same_text(r, record)?.span().holds(words) => Some(said.speaker_name.as_str()),
        _ => None,
    })
}

type Passages<'a> = BTreeMap<(bool, Option<&'a str>), Vec<RecordId>>;

/// The ties of a dyad by sign, hostile first, and by holder.
fn passages<'a>(inquiry: &'a Inquiry, dyad: &Dyad) -> Passages<'a> {
    let mut out = Passages::new();
    for record in inquiry.about(dyad) {
        if let Item::Tie(tie) = &record.item {
            let key = (tie.sign == Sign::Positive, speaker(inquiry, record));
            out.entry(key).or_default().push(record.id.clone());
        }
    }
    out
}

/// Hostile mentions of the target for strain, friendly ones against it.
pub(super) fn on_target(inquiry: &Inquiry) -> Vec<Claim> {
    let target = &inquiry.question.target;
    let claim = |((friendly, who), ids): ((bool, Option<&str>), Vec<RecordId>)| {
        let (dyad, n, who) = (Arg::Dyad(target.clone()), n_passages(inquiry, &ids), holder(who));
        if friendly {
            let message = Message::new("evidence-tie-friendly").with("dyad", dyad).with("count", n.clone()).with("holder", who);
            counted(message, n, ids, Stance::Against)
        } else {
            let message = Message::new("evidence-tie-hostile").with("dyad", dyad).with("count", n.clone()).with("holder", who);
            counted(message, n, ids, Stance::For)
        }
    };
    passages(inquiry, target).into_iter().map(claim).collect()
}

/// What the texts say of the shift itself: context.
pub(super) fn on_shift(inquiry: &Inquiry) -> Vec<Claim> {
    let shift = &inquiry.question.shift.dyad;
    let claim = |((friendly, who), ids): ((bool, Option<&str>), Vec<RecordId>)| {
        let (dyad, n, who) = (Arg::Dyad(shift.clone()), n_passages(inquiry, &ids), holder(who));
        let message = if friendly {
            Message::new("evidence-shift-friendly").with("dyad", dyad).with("count", n.clone()).with("holder", who)
        } else {
            Message::new("evidence-shift-hostile").with("dyad", dyad).with("count", n.clone()).with("holder", who)
        };
        counted(message, n, ids, Stance::Neither)
    };
    passages(inquiry, shift).into_iter().map(claim).collect()
}
