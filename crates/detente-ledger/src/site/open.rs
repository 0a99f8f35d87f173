//! Opening a site, and laying out its tables.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use super::{Site, SiteError};
use crate::{Ledger, LedgerError, error::Fault};

const SCHEMA: &str = include_str!("schema.sql");
/// The latest version of the tables that this release reads and writes.
const VERSION: i64 = 1;

impl Site {
    /// Opens the site of a ledger; makes the ledger, or the tables of the site, where they are missing.
    ///
    /// # Errors
    /// As [`Ledger::open_or_create`]; [`SiteError::TooNew`] when a later release wrote the tables.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::over(Ledger::open_or_create(path)?)
    }

    /// A site in memory, gone when it is dropped.
    ///
    /// # Errors
    /// As [`Ledger::in_memory`].
    pub fn in_memory() -> Result<Self, LedgerError> {
        Self::over(Ledger::in_memory()?)
    }

    fn over(mut ledger: Ledger) -> Result<Self, LedgerError> {
        ledger.within(lay)?;
        Ok(Self { ledger })
    }
}

/// Lays the tables out in one transaction, unless they stand.
fn lay(db: &mut Connection) -> Result<(), Fault> {
    if version(db)? == Some(VERSION) {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    match version(&tx)? {
        None => {
            tx.execute_batch(SCHEMA)?;
            tx.execute("INSERT INTO site_setting (key, value) VALUES ('version', ?)", [VERSION.to_string()])?;
        }
        Some(VERSION) => {}
        Some(found) => return Err(SiteError::TooNew { found, known: VERSION }.into()),
    }
    Ok(tx.commit()?)
}

fn version(db: &Connection) -> Result<Option<i64>, Fault> {
    let table = "SELECT count(*) FROM sqlite_schema WHERE name = 'site_setting'";
    if db.query_row(table, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(None);
    }
    let found: Option<String> =
        db.query_row("SELECT value FROM site_setting WHERE key = 'version'", [], |row| row.get(0)).optional()?;
    let wrong = || Fault::Stored("the version of the tables of the site is missing".to_owned());
    found.and_then(|v| v.parse().ok()).map(Some).ok_or_else(wrong)
}
