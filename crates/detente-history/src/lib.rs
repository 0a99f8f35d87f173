//! The historical record: the embedded base of treaties, wars, sanctions, rivalries and ties.
//!
//! [`base`] reads the files of `data/treaties` and `data/base`, which are compiled in, once. Every
//! fact, treaty, clause and rate has a [`RecordId`](detente_codebook::RecordId) that
//! [`Base::record`] turns back into what a brief shows as evidence. [`chronicle::chronicle`] opens
//! two centuries of states, obligations, disputes and rivalries, year by year; [`turns()`] the curated
//! record of rapprochements and ruptures.

mod base;
pub mod chronicle;
mod duty;
mod embedded;
mod entry;
mod fact;
pub mod forecast;
pub mod panel;
mod rate;
pub mod signed;
mod standing;
mod treaty_atop;
mod treaty_ids;
mod treaty_json;
mod treaty_text;
mod turns;

pub use base::{Base, base};
pub use duty::{Duty, Strength, Trigger};
pub use entry::Entry;
pub use rate::KeptRate;
pub use standing::Standing;
pub use treaty_atop::treaties_of_atop;
pub use treaty_ids::treaty_of_toml;
pub use treaty_json::treaties_of_json;
pub use treaty_text::{Absent, ClauseText, Party, Suspension, TreatySource, TreatyText, View};
pub use turns::{Act, Before, Fate, Third, Turn, TurnKind, TurnTie, Turns, turns};

/// Opens what is compiled in, each part on a thread of its own, so that nobody waits for one after another. What is wrong
/// with a part is said by the function that gives it.
pub fn open_all() {
    std::thread::scope(|scope| {
        let spawn = |of: fn()| drop(std::thread::Builder::new().spawn_scoped(scope, of));
        spawn(|| drop(chronicle::chronicle()));
        spawn(|| drop(turns()));
        drop(base());
    });
}

/// What keeps the embedded base from being read.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
#[non_exhaustive]
pub enum HistoryError {
    /// A compiled-in data file is malformed.
    #[error("data file {file}: {what}; mend the file and build again")]
    Data {
        /// The file, relative to `data/`.
        file: String,
        /// What is wrong and where.
        what: String,
    },
    /// A file of treaties that the user gives is malformed.
    #[error("{file}: {what}")]
    Treaties {
        /// The file as the user names it.
        file: String,
        /// What is wrong, with line and field.
        what: String,
    },
    /// Two entries of the base share an id.
    #[error("data file {file}: the id `{id}` is used twice; every id of the base is unique")]
    Twice {
        /// The file of the second entry, relative to `data/`.
        file: String,
        /// The id.
        id: String,
    },
}
