//! The seal of an operation: a digest of its content and of the seal before it.

use detente_codebook::Digest;
use rusqlite::Connection;
use serde::Serialize;

use crate::{error::Fault, json, open::FORMAT, operation::Row, snapshot::Stored};

/// What a seal covers, in the order in which it is written.
#[derive(Serialize)]
struct Content<'a> {
    format: i64,
    previous: &'a str,
    operation: i64,
    kind: &'a str,
    time: &'a str,
    day: &'a str,
    actor: &'a str,
    reason: &'a str,
    undoes: Option<i64>,
    source: Option<SealedSource>,
    records: Vec<SealedRecord>,
}

/// A text by its digests: the digests bind the text itself.
#[derive(Serialize)]
struct SealedSource {
    digest: String,
    text_digest: String,
    source: String,
}

/// A record as its table holds it.
#[derive(Serialize)]
pub(crate) struct SealedRecord {
    pub(crate) entry: i64,
    pub(crate) id: String,
    pub(crate) supersedes: Option<i64>,
    pub(crate) text_digest: Option<String>,
    pub(crate) body: String,
    pub(crate) quotes: Vec<String>,
}

/// The seal of an operation whose records are written down.
pub(crate) fn seal(db: &Connection, row: &Row) -> Result<String, Fault> {
    let content = Content {
        format: FORMAT,
        previous: &row.previous,
        operation: row.id,
        kind: &row.kind,
        time: &row.time,
        day: &row.day,
        actor: &row.actor,
        reason: &row.reason,
        undoes: row.undoes,
        source: row.source.map(|id| source(db, id)).transpose()?,
        records: records(db, row.id)?,
    };
    let written = json::write("an operation", &content)?;
    Ok(Digest::of(written.as_bytes()).to_string())
}

fn source(db: &Connection, id: i64) -> Result<SealedSource, Fault> {
    let Stored { digest, text_digest, source, .. } = Stored::numbered(db, id)?;
    Ok(SealedSource { digest, text_digest, source })
}

/// The records that an operation added, in order.
pub(crate) fn records(db: &Connection, operation: i64) -> Result<Vec<SealedRecord>, Fault> {
    let mut query = db.prepare_cached(
        "SELECT entry, record.id, supersedes, text_digest, body
         FROM record LEFT JOIN snapshot ON snapshot.id = record.snapshot
         WHERE operation = ? ORDER BY entry",
    )?;
    let rows = query.query_map([operation], |row| {
        Ok(SealedRecord {
            entry: row.get(0)?,
            id: row.get(1)?,
            supersedes: row.get(2)?,
            text_digest: row.get(3)?,
            body: row.get(4)?,
            quotes: Vec::new(),
        })
    })?;
    let mut records = rows.collect::<Result<Vec<_>, _>>()?;
    for record in &mut records {
        record.quotes = selectors(db, record.entry)?;
    }
    Ok(records)
}

/// The selectors of an entry as written, in order.
pub(crate) fn selectors(db: &Connection, entry: i64) -> Result<Vec<String>, Fault> {
    let mut query = db.prepare_cached("SELECT selector FROM quote WHERE entry = ? ORDER BY position")?;
    let written = query.query_map([entry], |row| row.get(0))?;
    Ok(written.collect::<Result<_, _>>()?)
}
