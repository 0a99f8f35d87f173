//! What lenses ask of any store of records: the ledger, and archives of events beside it.

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, Certainty, Edtf, Event, Item, Record};
use jiff::civil::Date;
use serde::Serialize;

use crate::{Ledger, LedgerError};

/// A store that knows records as of a day.
pub trait EventSource {
    /// The records that stood on a day, in a fixed order; with no day, those that stand now.
    ///
    /// # Errors
    ///
    /// [`LedgerError`] when the store cannot be read.
    fn records(&self, as_of: Option<Date>) -> Result<Vec<Record>, LedgerError>;

    /// Interactions between states as of a day, by directed dyad and month, sorted.
    ///
    /// # Errors
    ///
    /// [`LedgerError`] when the store cannot be read.
    fn counts(&self, as_of: Option<Date>) -> Result<Vec<Interactions>, LedgerError>;
}

/// How often one state acted on another in a month: the directed dyad-month of the field.
///
/// A month that is not listed was not covered: it is unknown, not zero.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Interactions {
    /// The state or organisation that acted, without roles.
    pub source: ActorCode,
    /// The one acted on.
    pub target: ActorCode,
    /// The month; none for events whose date is not known to the month.
    pub month: Option<Edtf>,
    /// Events with a Goldstein score above zero.
    pub cooperative: u64,
    /// Events with a Goldstein score below zero.
    pub hostile: u64,
    /// Events with a score of zero.
    pub neutral: u64,
    /// Events whose code has no score.
    pub unscored: u64,
}

impl EventSource for Ledger {
    fn records(&self, as_of: Option<Date>) -> Result<Vec<Record>, LedgerError> {
        Self::records(self, as_of)
    }

    fn counts(&self, as_of: Option<Date>) -> Result<Vec<Interactions>, LedgerError> {
        Ok(Interactions::of(&Self::records(self, as_of)?))
    }
}

impl Interactions {
    /// Counts the events among `records`.
    ///
    /// Events that were asserted or reported count; what is planned, alleged, denied or supposed
    /// is no interaction. An actor's deeds towards itself or towards an unknown one do not count.
    #[must_use]
    pub fn of(records: &[Record]) -> Vec<Self> {
        let events = records.iter().filter_map(|r| if let Item::Event(e) = &r.item { Some(e) } else { None });
        let mut counts = BTreeMap::new();
        for event in events.filter(|e| is_interaction(e)) {
            let none = Self::none(event);
            let key = (none.source.clone(), none.target.clone(), none.month);
            counts.entry(key).or_insert(none).count(event.goldstein);
        }
        counts.into_values().collect()
    }

    fn none(event: &Event) -> Self {
        Self {
            source: event.source.state(),
            target: event.target.state(),
            month: event.date.and_then(month),
            cooperative: 0,
            hostile: 0,
            neutral: 0,
            unscored: 0,
        }
    }

    fn count(&mut self, goldstein: Option<f64>) {
        let place = match goldstein {
            None => &mut self.unscored,
            Some(score) if score > 0.0 => &mut self.cooperative,
            Some(score) if score < 0.0 => &mut self.hostile,
            Some(_) => &mut self.neutral,
        };
        *place += 1;
    }
}

fn is_interaction(event: &Event) -> bool {
    let (source, target) = (event.source.state(), event.target.state());
    let known = !source.is_unknown() && !target.is_unknown();
    known && source != target && matches!(event.certainty, Certainty::Asserted | Certainty::Reported)
}

/// The month that a date lies in; none when it is known less well.
fn month(date: Edtf) -> Option<Edtf> {
    let (first, last) = (date.first()?, date.last()?);
    let within = (first.year(), first.month()) == (last.year(), last.month());
    within.then(|| Edtf::month(first.year(), first.month()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_a_month_only_when_it_is_known() {
        let of = |s: &str| month(s.parse().unwrap()).map(|m| m.to_string());
        assert_eq!(of("2025-01-17").as_deref(), Some("2025-01"));
        assert_eq!(of("2025-01-17/2025-01-20").as_deref(), Some("2025-01"));
        assert_eq!((of("2025"), of("2025-01/2025-02"), of("2025-01/..")), (None, None, None));
    }
}
