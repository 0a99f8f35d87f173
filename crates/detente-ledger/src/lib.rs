//! The sourced, append-only ledger of Détente on SQLite: the only crate that knows SQL.
//!
//! A ledger holds captured texts ([`Snapshot`]), the records that rest on them, and the
//! operations that brought them in. Every change is one operation with a time, an actor and a
//! reason ([`Stamp`]), written in one transaction: it stands whole or not at all.
//!
//! Nothing is overwritten. A correction is a record that supersedes another; undoing an operation
//! is an operation of its own, from which on the records of the first are withdrawn. So the state
//! of every past day can be asked again with [`Ledger::records`], and the answer stays the same
//! whatever is added later. Triggers in the file refuse changes by other programs, and a chain of
//! SHA-256 digests over the operations shows changes that were made all the same
//! ([`Ledger::verify`]).
//!
//! Three rules decide what stands on a day:
//!
//! - an operation counts from its day on; a day never lies before that of the operation before;
//! - an operation that was undone does not count, unless the undoing was itself undone;
//! - a record that was corrected does not stand while the correction, or a correction of that
//!   correction, does.
//!
//! A quote is kept with the 32 code points on either side of it, and is refused when its source
//! does not have these very words at that place.

mod anchor;
mod error;
mod events;
mod export;
mod json;
mod ledger;
mod open;
mod operation;
mod read;
mod seal;
mod search;
pub mod site;
mod snapshot;
mod stamp;
mod standing;
mod verify;
mod words;
mod write;

pub use error::{ErrorKind, LedgerError};
pub use events::{EventSource, Interactions};
pub use ledger::Ledger;
pub use operation::{Operation, OperationKind};
pub use read::{Earlier, Shown};
pub use search::Hit;
pub use snapshot::Snapshot;
pub use stamp::{OpId, SourceId, Stamp};
pub use verify::{Problem, Report};
pub use write::Outcome;
