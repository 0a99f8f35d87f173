//! Changes: each is one operation in one transaction.

use std::collections::BTreeSet;

use detente_codebook::{Record, RecordId};
use jiff::civil::Date;
use rusqlite::{Connection, params};
use serde::Serialize;

use crate::{
    Ledger, LedgerError, OpId, OperationKind, Snapshot, SourceId, Stamp,
    anchor::Shelf,
    error::Fault,
    json,
    operation::Row,
    read,
    seal::seal,
    snapshot::Stored,
    standing::{Entry, Standing},
    words,
};

/// What became of a text that was added with its records.
#[must_use = "it tells whether anything was added"]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It was added.
    Added {
        /// The operation.
        operation: OpId,
        /// The text.
        source: SourceId,
    },
    /// The same bytes were added before; nothing was changed.
    AlreadyThere {
        /// The operation that added them.
        operation: OpId,
        /// The text.
        source: SourceId,
    },
}

/// A change before it is written down.
struct Draft<'a> {
    kind: OperationKind,
    source: Option<&'a Stored>,
    undoes: Option<OpId>,
    records: &'a [Record],
    supersedes: Option<Entry>,
}

impl Ledger {
    /// Adds a text alone. The same bytes are recognised and stored once, without an operation.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Stamp`] or [`LedgerError::DayGoesBack`] when the stamp will not do.
    pub fn add_source(&mut self, snapshot: &Snapshot, stamp: &Stamp) -> Result<SourceId, LedgerError> {
        let id = snapshot.id();
        self.change(|db| {
            if last_on(db, &id, false)?.is_none() {
                let stored = Stored::keep(db, snapshot)?;
                append(db, &Draft { source: Some(&stored), ..Draft::of(OperationKind::Source) }, stamp)?;
            }
            Ok(())
        })?;
        Ok(id)
    }

    /// Adds records. Their quotes are looked up in `source`; with none given, in the text whose
    /// digest the record names.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NoSource`] for a text that was not added, [`LedgerError::RecordExists`] for
    /// an id that stands, [`LedgerError::QuoteNotInSource`] and [`LedgerError::Unsourced`] for
    /// claims without ground; nothing is added then.
    pub fn add(&mut self, source: Option<&SourceId>, records: &[Record], stamp: &Stamp) -> Result<OpId, LedgerError> {
        self.change(|db| {
            let stored = source.map(|id| stored(db, id)).transpose()?;
            free_ids(db, records, None)?;
            append(db, &Draft { source: stored.as_ref(), records, ..Draft::of(OperationKind::Add) }, stamp)
        })
    }

    /// Adds a text and the records coded from it, in one operation. Bytes that were added before
    /// with their records are left alone.
    ///
    /// # Errors
    ///
    /// As [`Ledger::add`].
    pub fn add_article(&mut self, snapshot: &Snapshot, records: &[Record], stamp: &Stamp) -> Result<Outcome, LedgerError> {
        let source = snapshot.id();
        self.change(|db| {
            if let Some(operation) = last_on(db, &source, true)? {
                return Ok(Outcome::AlreadyThere { operation, source });
            }
            free_ids(db, records, None)?;
            let stored = Stored::keep(db, snapshot)?;
            let draft = Draft { source: Some(&stored), records, ..Draft::of(OperationKind::Article) };
            Ok(Outcome::Added { operation: append(db, &draft, stamp)?, source })
        })
    }

    /// Corrects a record: `new` stands in its place from now on, under the same id or its own.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NoRecord`], [`LedgerError::Superseded`] or [`LedgerError::Withdrawn`] when
    /// `id` does not stand; else as [`Ledger::add`].
    pub fn correct(&mut self, id: &RecordId, new: &Record, stamp: &Stamp) -> Result<OpId, LedgerError> {
        self.change(|db| {
            let old = read::standing_entry(db, id)?;
            let records = std::slice::from_ref(new);
            free_ids(db, records, Some(old.entry))?;
            let keeps = new.source.digest.is_none();
            let stored = old.snapshot.filter(|_| keeps).map(|n| Stored::numbered(db, n)).transpose()?;
            let draft = Draft { records, supersedes: Some(old.entry), ..Draft::of(OperationKind::Correct) };
            append(db, &Draft { source: stored.as_ref(), ..draft }, stamp)
        })
    }

    /// Undoes an operation: from now on its records are withdrawn, and what they superseded
    /// stands again. Past days keep their answers. An undoing can itself be undone.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NoOperation`], [`LedgerError::AlreadyUndone`], or
    /// [`LedgerError::StandsTwice`] when a record would come back beside a later one of its id.
    pub fn undo(&mut self, operation: OpId, stamp: &Stamp) -> Result<OpId, LedgerError> {
        self.change(|db| {
            let row = Row::numbered(db, operation)?.ok_or(LedgerError::NoOperation(operation))?;
            if let Some(by) = Standing::now(db)?.withdrawn_by(operation) {
                return Err(LedgerError::AlreadyUndone { operation: OpId(row.id), by }.into());
            }
            let draft = Draft { undoes: Some(operation), ..Draft::of(OperationKind::Undo) };
            let undone = append(db, &draft, stamp)?;
            no_twins(db, operation)?;
            Ok(undone)
        })
    }
}

impl Draft<'_> {
    const fn of(kind: OperationKind) -> Self {
        Self { kind, source: None, undoes: None, records: &[], supersedes: None }
    }
}

fn stored(db: &Connection, id: &SourceId) -> Result<Stored, Fault> {
    let found = Stored::of_digest(db, id.0.as_str())?;
    Ok(found.ok_or_else(|| LedgerError::NoSource(id.clone()))?)
}

/// The last operation on a text that counts; with `coded`, one that is about its records too.
fn last_on(db: &Connection, id: &SourceId, coded: bool) -> Result<Option<OpId>, Fault> {
    let standing = Standing::now(db)?;
    let mut query = db.prepare_cached(
        "SELECT operation.id FROM operation JOIN snapshot ON snapshot.id = operation.source
         WHERE digest = ?1 AND (kind IN ('article', 'add') OR (kind = 'source' AND NOT ?2))
         ORDER BY operation.id DESC",
    )?;
    let found = query.query_map(params![id.0.as_str(), coded], |row| row.get(0).map(OpId))?;
    let counts = |op: &OpId| standing.withdrawn_by(*op).is_none();
    let found = found.collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().find(counts))
}

/// Refuses an id that is taken: by a record that stands, by one that was corrected, or twice over
/// in the same change. `old` is the entry that a correction replaces.
fn free_ids(db: &Connection, records: &[Record], old: Option<Entry>) -> Result<(), Fault> {
    let standing = Standing::now(db)?;
    let mut seen = BTreeSet::new();
    for record in records {
        let taken = read::entries(db, &record.id)?.into_iter().rev().find(|e| {
            let replaced = standing.superseded_by(e.entry).is_some();
            let counts = standing.withdrawn_by(OpId(e.operation)).is_none();
            old.is_none_or(|old| old != e.entry && !replaced) && counts
        });
        let id = || record.id.clone();
        if let Some(entry) = taken {
            return Err(LedgerError::RecordExists { id: id(), operation: OpId(entry.operation) }.into());
        }
        if !seen.insert(&record.id) {
            let operation = OpId(Row::last(db)?.map_or(1, |row| row.id + 1));
            return Err(LedgerError::RecordExists { id: id(), operation }.into());
        }
    }
    Ok(())
}

/// Refuses a state in which one id stands twice, or two corrections of one record do.
fn no_twins(db: &Connection, operation: OpId) -> Result<(), Fault> {
    let standing = Standing::now(db)?;
    let mut query = db.prepare("SELECT entry, operation, id FROM record ORDER BY entry")?;
    let mut rows = query.query([])?;
    let mut seen = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (entry, by, id): (Entry, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let twice = standing.forked() == Some(entry) || standing.stands(entry, by) && seen.contains(&id);
        if twice {
            return Err(LedgerError::StandsTwice { operation, id: RecordId(id) }.into());
        }
        if standing.stands(entry, by) {
            seen.insert(id);
        }
    }
    Ok(())
}

/// Writes a change down and seals it.
fn append(db: &Connection, draft: &Draft<'_>, stamp: &Stamp) -> Result<OpId, Fault> {
    stamp.check()?;
    let last = Row::last(db)?;
    let id = last.as_ref().map_or(1, |row| row.id + 1);
    let mut shelf = Shelf::with(draft.source);
    for record in draft.records {
        put(db, id, &mut shelf, record, draft.supersedes)?;
    }
    let mut row = Row {
        id,
        kind: draft.kind.name().to_owned(),
        time: stamp.time.clone(),
        day: day_after(last.as_ref(), stamp)?.to_string(),
        actor: stamp.actor.clone(),
        reason: stamp.reason.clone(),
        undoes: draft.undoes.map(|op| op.0),
        source: draft.source.map(|s| s.id),
        previous: last.map(|row| row.hash).unwrap_or_default(),
        hash: String::new(),
    };
    row.hash = seal(db, &row)?;
    row.keep(db)?;
    Ok(OpId(id))
}

/// The day of a change. Clocks and time zones may differ by a day between two writers, and a
/// change that waited over midnight is known from the next day on; more than that is refused, as
/// it would alter what was known on a past day.
fn day_after(last: Option<&Row>, stamp: &Stamp) -> Result<Date, Fault> {
    let Some(row) = last else {
        return Ok(stamp.day);
    };
    let last = row.civil_day()?;
    let close = stamp.day.tomorrow().is_ok_and(|next| next >= last);
    if close {
        return Ok(stamp.day.max(last));
    }
    Err(LedgerError::DayGoesBack { given: stamp.day, operation: OpId(row.id), last }.into())
}

fn put(db: &Connection, operation: i64, shelf: &mut Shelf, record: &Record, supersedes: Option<Entry>) -> Result<(), Fault> {
    let anchored = shelf.anchor(db, record)?;
    let mut insert =
        db.prepare_cached("INSERT INTO record (operation, id, supersedes, snapshot, body) VALUES (?, ?, ?, ?, ?)")?;
    let body = json::write("a record", record)?;
    let entry = insert.insert(params![operation, record.id.0, supersedes, anchored.snapshot, body])?;
    let mut insert = db.prepare_cached("INSERT INTO quote (entry, position, selector) VALUES (?, ?, ?)")?;
    for (position, selector) in (0_i64..).zip(&anchored.selectors) {
        insert.execute(params![entry, position, json::write("a quote", selector)?])?;
    }
    let mut insert = db.prepare_cached("INSERT INTO folded (rowid, words) VALUES (?, ?)")?;
    insert.execute(params![entry, words::searchable(record)])?;
    Ok(())
}
