//! What stands on a day: which operations are withdrawn, and which entries are superseded.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::Connection;

use crate::{OpId, error::Fault};

/// The number of a record's place in the ledger. One record id may have several entries, of which
/// at most one stands.
pub(crate) type Entry = i64;

/// What no longer counts as of an operation, and why.
#[derive(Debug)]
pub(crate) struct Standing {
    /// The last operation that counts.
    last: i64,
    /// Operations that were undone, with the operation that did so.
    withdrawn: BTreeMap<i64, i64>,
    /// Entries that were corrected, with the entry that took their place.
    superseded: BTreeMap<Entry, Entry>,
    /// An entry that two corrections claim to replace.
    forked: Option<Entry>,
}

impl Standing {
    /// The standing after every operation.
    pub(crate) fn now(db: &Connection) -> Result<Self, Fault> {
        Self::after(db, i64::MAX)
    }

    /// The standing at the end of a day; of today, with no day.
    ///
    /// Days never go back from one operation to the next, so the last one of the day bounds all.
    pub(crate) fn as_of(db: &Connection, day: Option<Date>) -> Result<Self, Fault> {
        let Some(day) = day else { return Self::now(db) };
        let last = "SELECT ifnull(max(id), 0) FROM operation WHERE day <= ?";
        // Days before the year 0 are written with a sign, which sorts before every digit.
        Self::after(db, db.query_row(last, [day.to_string()], |row| row.get(0))?)
    }

    fn after(db: &Connection, last: i64) -> Result<Self, Fault> {
        let mut standing = Self { last, withdrawn: BTreeMap::new(), superseded: BTreeMap::new(), forked: None };
        standing.withdraw(db)?;
        standing.supersede(db)?;
        Ok(standing)
    }

    /// From the latest undoing backwards: one that was itself undone does not count.
    fn withdraw(&mut self, db: &Connection) -> Result<(), Fault> {
        // Few operations undo another. Left to itself, SQLite reads all of them, to have them in order.
        let undoings = "SELECT id, undoes FROM operation INDEXED BY operation_by_undoes
                        WHERE undoes IS NOT NULL AND id <= ? ORDER BY id DESC";
        let mut query = db.prepare_cached(undoings)?;
        let mut rows = query.query([self.last])?;
        while let Some(row) = rows.next()? {
            let (by, undone): (i64, i64) = (row.get(0)?, row.get(1)?);
            if !self.withdrawn.contains_key(&by) {
                self.withdrawn.insert(undone, by);
            }
        }
        Ok(())
    }

    /// From the latest correction backwards: one counts that is not withdrawn, and one that a
    /// later correction stands upon.
    fn supersede(&mut self, db: &Connection) -> Result<(), Fault> {
        let corrections = "SELECT entry, supersedes, operation FROM record INDEXED BY record_by_supersedes
                           WHERE supersedes IS NOT NULL AND operation <= ? ORDER BY entry DESC";
        let mut query = db.prepare_cached(corrections)?;
        let mut rows = query.query([self.last])?;
        while let Some(row) = rows.next()? {
            let (by, old, operation): (Entry, Entry, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if self.superseded.contains_key(&by) || !self.withdrawn.contains_key(&operation) {
                let other = self.superseded.insert(old, by);
                self.forked = self.forked.or(other);
            }
        }
        Ok(())
    }

    /// An entry that stands beside another correction of the same record.
    pub(crate) const fn forked(&self) -> Option<Entry> {
        self.forked
    }

    /// The last operation that counts.
    pub(crate) const fn last(&self) -> i64 {
        self.last
    }

    /// Whether an entry stands.
    pub(crate) fn stands(&self, entry: Entry, operation: i64) -> bool {
        operation <= self.last && !self.withdrawn.contains_key(&operation) && !self.superseded.contains_key(&entry)
    }

    /// The operation that undid this one.
    pub(crate) fn withdrawn_by(&self, operation: OpId) -> Option<OpId> {
        self.withdrawn.get(&operation.0).copied().map(OpId)
    }

    /// The entry that took the place of this one, at the end of the chain of corrections.
    pub(crate) fn superseded_by(&self, entry: Entry) -> Option<Entry> {
        let mut end = None;
        let mut at = entry;
        while let Some(next) = self.superseded.get(&at) {
            at = *next;
            end = Some(at);
        }
        end
    }
}
