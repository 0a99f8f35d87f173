//! The tables of a site: briefs with frozen versions, reader services, accounts, forecasts.
//!
//! They stand in the file of the ledger and have their own version, so that a ledger without a site
//! stays as it is, and a site is backed up in one piece with the records that its briefs rest on.
//! Every change is one transaction with one line in the audit log.

mod account;
mod appearance;
mod audit;
mod backup;
mod brief;
mod error;
mod forecast;
mod list;
mod mail;
mod open;
mod poll;
mod publish;
mod search;
mod subscriber;

use rusqlite::Transaction;

pub use account::{Account, Role, Session};
pub use appearance::Appearance;
pub use audit::Audited;
pub use brief::{BriefId, Desk, Draft, Head, State, Topic, Version};
pub use error::SiteError;
pub use forecast::{Criteria, Outcome, Registered, Verdict};
pub use list::{Listed, Wanted};
pub use mail::{Envelope, Letter, LetterKind};
pub use poll::{Count, Poll, Vote};
pub use search::Found;
pub use subscriber::{Subscriber, Subscription};

use crate::{Ledger, LedgerError, Stamp, error::Fault};

/// A site: its ledger and the tables beside it, over one connection.
#[derive(Debug)]
pub struct Site {
    ledger: Ledger,
}

impl Site {
    /// The ledger of the site.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The ledger, to be added to.
    pub const fn ledger_mut(&mut self) -> &mut Ledger {
        &mut self.ledger
    }

    /// One change of the site and its line in the audit log; all of it, or nothing.
    fn change<T>(
        &mut self,
        stamp: &Stamp,
        action: &str,
        work: impl FnOnce(&Transaction<'_>) -> Result<(T, String), Fault>,
    ) -> Result<T, LedgerError> {
        self.ledger.change(|tx| {
            stamp.check()?;
            let (made, object) = work(tx)?;
            audit::note(tx, stamp, action, &object)?;
            Ok(made)
        })
    }

    /// A number that changes when another connection, of this program or another, changes the file.
    ///
    /// # Errors
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn changes_of_others(&self) -> Result<i64, LedgerError> {
        self.ledger.outside(|db| Ok(db.pragma_query_value(None, "data_version", |row| row.get(0))?))
    }

    /// The value of a setting.
    ///
    /// # Errors
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, LedgerError> {
        use rusqlite::OptionalExtension as _;
        self.ledger.ask(|db| {
            let mut query = db.prepare_cached("SELECT value FROM site_setting WHERE key = ?")?;
            Ok(query.query_row([key], |row| row.get(0)).optional()?)
        })
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// [`LedgerError::Stamp`] without who and why, else as SQLite fails.
    pub fn set(&mut self, key: &str, value: &str, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "setting", |tx| {
            tx.execute("INSERT OR REPLACE INTO site_setting (key, value) VALUES (?, ?)", [key, value])?;
            Ok(((), key.to_owned()))
        })
    }
}
