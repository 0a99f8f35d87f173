//! The audit log: who did what, when and why.

use rusqlite::{Connection, params};
use serde::Serialize;

use super::Site;
use crate::{LedgerError, Stamp, error::Fault};

/// One line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Audited {
    /// Its number.
    pub id: i64,
    /// When.
    pub time: String,
    /// Who.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub object: String,
    /// Why.
    pub reason: String,
}

/// Writes a line.
pub(super) fn note(db: &Connection, stamp: &Stamp, action: &str, object: &str) -> Result<(), Fault> {
    let mut insert = db.prepare_cached("INSERT INTO site_audit (time, actor, action, object, reason) VALUES (?, ?, ?, ?, ?)")?;
    insert.execute(params![stamp.time, stamp.actor, action, object, stamp.reason])?;
    Ok(())
}

impl Site {
    /// The lines before `before`, the latest first.
    ///
    /// # Errors
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn audit(&self, before: i64, limit: u32) -> Result<Vec<Audited>, LedgerError> {
        self.ledger.ask(|db| {
            let mut query = db.prepare_cached(
                "SELECT id, time, actor, action, object, reason FROM site_audit WHERE id < ? ORDER BY id DESC LIMIT ?",
            )?;
            let line = |row: &rusqlite::Row<'_>| {
                Ok(Audited {
                    id: row.get(0)?,
                    time: row.get(1)?,
                    actor: row.get(2)?,
                    action: row.get(3)?,
                    object: row.get(4)?,
                    reason: row.get(5)?,
                })
            };
            Ok(query.query_map(params![before, limit], line)?.collect::<Result<_, _>>()?)
        })
    }

    /// Notes something that changes no table of its own, such as a login.
    ///
    /// # Errors
    /// [`LedgerError::Stamp`] without who and why, else as SQLite fails.
    pub fn note(&mut self, stamp: &Stamp, action: &str, object: &str) -> Result<(), LedgerError> {
        self.change(stamp, action, |_| Ok(((), object.to_owned())))
    }
}
