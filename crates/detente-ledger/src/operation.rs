//! Operations: the changes of a ledger, in order.

use detente_codebook::Digest;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use crate::{Ledger, LedgerError, OpId, SourceId, error::Fault, json, standing::Standing};

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OperationKind {
    /// Adds a text and the records coded from it.
    Article,
    /// Adds a text alone.
    Source,
    /// Adds records.
    Add,
    /// Adds a record that supersedes another.
    Correct,
    /// Withdraws what an earlier operation did.
    Undo,
}

impl OperationKind {
    /// The name of the kind.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Source => "source",
            Self::Add => "add",
            Self::Correct => "correct",
            Self::Undo => "undo",
        }
    }
}

/// One change of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Operation {
    /// Its number.
    pub id: OpId,
    /// What it does.
    pub kind: OperationKind,
    /// The moment, RFC 3339 in UTC.
    pub time: String,
    /// The day from which it counts.
    pub day: Date,
    /// Who made it.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// The text it is about.
    pub source: Option<SourceId>,
    /// How many records it added.
    pub n_records: i64,
    /// The operation that it undoes.
    pub undoes: Option<OpId>,
    /// The operation that undid it, when that still counts.
    pub undone_by: Option<OpId>,
    /// The digest that seals it and every operation before it.
    pub hash: Digest,
}

/// An operation as its table holds it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: i64,
    pub(crate) kind: String,
    pub(crate) time: String,
    pub(crate) day: String,
    pub(crate) actor: String,
    pub(crate) reason: String,
    pub(crate) undoes: Option<i64>,
    pub(crate) source: Option<i64>,
    pub(crate) previous: String,
    pub(crate) hash: String,
}

const COLUMNS: &str = "SELECT id, kind, time, day, actor, reason, undoes, source, previous, hash FROM operation";

impl Row {
    fn of_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            kind: row.get(1)?,
            time: row.get(2)?,
            day: row.get(3)?,
            actor: row.get(4)?,
            reason: row.get(5)?,
            undoes: row.get(6)?,
            source: row.get(7)?,
            previous: row.get(8)?,
            hash: row.get(9)?,
        })
    }

    /// Every operation, in order.
    pub(crate) fn all(db: &Connection) -> Result<Vec<Self>, Fault> {
        let mut query = db.prepare(&format!("{COLUMNS} ORDER BY id"))?;
        let rows = query.query_map([], Self::of_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The operation of that number.
    pub(crate) fn numbered(db: &Connection, id: OpId) -> Result<Option<Self>, Fault> {
        let mut query = db.prepare_cached(&format!("{COLUMNS} WHERE id = ?"))?;
        Ok(query.query_row([id.0], Self::of_row).optional()?)
    }

    /// The latest operation.
    pub(crate) fn last(db: &Connection) -> Result<Option<Self>, Fault> {
        let mut query = db.prepare_cached(&format!("{COLUMNS} ORDER BY id DESC LIMIT 1"))?;
        Ok(query.query_row([], Self::of_row).optional()?)
    }

    /// Writes the row down.
    pub(crate) fn keep(&self, db: &Connection) -> Result<(), Fault> {
        let mut insert = db.prepare_cached(
            "INSERT INTO operation (id, kind, time, day, actor, reason, undoes, source, previous, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?;
        insert.execute(params![
            self.id,
            self.kind,
            self.time,
            self.day,
            self.actor,
            self.reason,
            self.undoes,
            self.source,
            self.previous,
            self.hash
        ])?;
        Ok(())
    }

    /// The day on which it was made.
    pub(crate) fn civil_day(&self) -> Result<Date, Fault> {
        let wrong = |e| Fault::Stored(format!("the day of operation {} cannot be read ({e})", self.id));
        self.day.parse().map_err(wrong)
    }

    /// The operation as callers see it.
    pub(crate) fn shown(self, db: &Connection, standing: &Standing) -> Result<Operation, Fault> {
        let digest = "SELECT digest FROM snapshot WHERE id = ?";
        let source = self.source.map(|id| db.query_row(digest, [id], |row| row.get(0))).transpose()?;
        let count = "SELECT count(*) FROM record WHERE operation = ?";
        Ok(Operation {
            id: OpId(self.id),
            kind: json::named("the kind of an operation", &self.kind)?,
            day: self.civil_day()?,
            source: source.map(|s: String| json::digest(&s).map(SourceId)).transpose()?,
            n_records: db.query_row(count, [self.id], |row| row.get(0))?,
            undoes: self.undoes.map(OpId),
            undone_by: standing.withdrawn_by(OpId(self.id)),
            hash: json::digest(&self.hash)?,
            time: self.time,
            actor: self.actor,
            reason: self.reason,
        })
    }
}

impl Ledger {
    /// Every operation, the first one first.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn log(&self) -> Result<Vec<Operation>, LedgerError> {
        self.ask(|db| {
            let standing = Standing::now(db)?;
            Row::all(db)?.into_iter().map(|row| row.shown(db, &standing)).collect()
        })
    }
}
