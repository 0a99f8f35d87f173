//! When, by whom and why a ledger is changed.

use std::fmt;

use detente_codebook::Digest;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::LedgerError;

/// The time, the actor and the reason of a change. Time is an argument: the ledger reads no clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The moment, RFC 3339 in UTC: `2025-03-01T09:30:00Z`.
    pub time: String,
    /// The day on which the ledger learns of it: what `as_of` is compared with.
    pub day: Date,
    /// Who makes the change.
    pub actor: String,
    /// Why.
    pub reason: String,
}

impl Stamp {
    /// Refuses a stamp that leaves out the time, the actor or the reason.
    pub(crate) fn check(&self) -> Result<(), LedgerError> {
        let refuse = |what, given: &str| Err(LedgerError::Stamp { what, given: given.to_owned() });
        if self.time.parse::<Timestamp>().is_err() {
            return refuse("a time in RFC 3339 such as 2025-03-01T09:30:00Z", &self.time);
        }
        if self.day.year() < 0 {
            return refuse("a day from the year 0 on", &self.day.to_string());
        }
        if self.actor.trim().is_empty() {
            return refuse("the name of who makes it", &self.actor);
        }
        if self.reason.trim().is_empty() {
            return refuse("a reason", &self.reason);
        }
        Ok(())
    }
}

/// The number of an operation: 1 for the first, without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OpId(pub i64);

impl fmt::Display for OpId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The id of a captured text: the SHA-256 of its bytes as received.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceId(pub Digest);

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
