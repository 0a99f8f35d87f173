//! What the records of a text say of a tie.

use detente_codebook::{Certainty, Dyad, Event, Item, RecordId, Sign, TransferStatus};
use jiff::civil::Date;

use super::{Origin, Reason};
use crate::inquiry::dyads;

const TIE: f64 = 1.0;
const DEED: f64 = 0.5;
const PLAN: f64 = 0.25;

/// Over how many years a dated event still speaks of the present.
const MEMORY_YEARS: i16 = 5;

/// Milder scores than this say nothing of a tie: visits and remarks.
const MILD: f64 = 2.0;

/// The reasons of one record, by dyad.
pub(super) fn reasons(id: &RecordId, item: &Item, day: Date) -> Vec<(Dyad, Reason)> {
    let Some((sign, weight)) = weigh(item, day) else {
        return Vec::new();
    };
    let reason = Reason::new(id, sign, weight, Origin::Text);
    dyads(item).into_iter().map(|d| (d, reason.clone())).collect()
}

fn weigh(item: &Item, day: Date) -> Option<(Sign, f64)> {
    match item {
        Item::Tie(tie) => Some((tie.sign, TIE)),
        Item::Event(event) if recent(event, day) => event_sign(event).zip(certain(event.certainty)),
        Item::Transfer(transfer) => {
            certain(transfer.certainty)?;
            Some((Sign::Positive, delivered(transfer.status)?))
        }
        Item::Treaty(treaty) if treaty.clauses.iter().any(|c| c.present) => Some((Sign::Positive, DEED)),
        _ => None,
    }
}

/// The sign of an event by its Goldstein score; none for scores between -2 and 2.
pub(crate) fn event_sign(event: &Event) -> Option<Sign> {
    match event.goldstein? {
        score if score >= MILD => Some(Sign::Positive),
        score if score <= -MILD => Some(Sign::Negative),
        _ => None,
    }
}

/// Whether an event lies in the years before `day` that still speak of the present. What a text
/// does not date is of its own time, and what is planned may lie ahead.
pub(crate) fn recent(event: &Event, day: Date) -> bool {
    let Some(date) = event.date else { return true };
    let begun = date.first().is_none_or(|d| d <= day) || event.certainty == Certainty::Planned;
    let oldest = day.year().saturating_sub(MEMORY_YEARS);
    begun && date.last().is_none_or(|d| d.year() >= oldest)
}

const fn certain(certainty: Certainty) -> Option<f64> {
    match certainty {
        Certainty::Asserted => Some(DEED),
        Certainty::Planned => Some(PLAN),
        Certainty::Reported | Certainty::Alleged | Certainty::Denied | Certainty::Hypothetical => None,
    }
}

const fn delivered(status: TransferStatus) -> Option<f64> {
    match status {
        TransferStatus::Delivered => Some(DEED),
        TransferStatus::Planned => Some(PLAN),
        TransferStatus::Alleged | TransferStatus::Denied => None,
    }
}
