//! The whole ledger as JSON lines.
//!
//! The first line names the schema, `detente.ledger/1`, and the number of operations with the
//! digest that seals the last one. Then come the operations in order, each followed by its text,
//! where it is the first on that text, and by its records. The key of a line says what it is:
//! `operation`, `snapshot` or `record`. Same ledger, same bytes.

use std::{collections::BTreeSet, io};

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{
    Ledger, LedgerError, OpId,
    error::Fault,
    json::lenient,
    operation::Row,
    seal::{SealedRecord, records},
    snapshot::Stored,
    standing::Standing,
};

/// The name of the schema.
const SCHEMA: &str = "detente.ledger/1";

impl Ledger {
    /// Writes the whole ledger, past and present, as JSON lines.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Output`] when `out` fails, [`LedgerError::Damaged`] or
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn export(&self, out: &mut dyn io::Write) -> Result<(), LedgerError> {
        self.ask(|db| {
            let rows = Row::all(db)?;
            let head = rows.last().map(|row| row.hash.clone());
            line(out, &json!({"schema": SCHEMA, "operations": rows.len(), "head": head}))?;
            let standing = Standing::now(db)?;
            let mut written = BTreeSet::new();
            rows.iter().try_for_each(|row| operation(db, row, &standing, &mut written, out))
        })
    }
}

fn operation(
    db: &Connection,
    row: &Row,
    standing: &Standing,
    written: &mut BTreeSet<i64>,
    out: &mut dyn io::Write,
) -> Result<(), Fault> {
    let stored = row.source.map(|id| Stored::numbered(db, id)).transpose()?;
    line(
        out,
        &json!({"operation": {
            "id": row.id, "kind": row.kind, "time": row.time, "day": row.day, "actor": row.actor,
            "reason": row.reason, "undoes": row.undoes, "undone_by": standing.withdrawn_by(OpId(row.id)),
            "source": stored.as_ref().map(|s| s.digest.as_str()),
            "text_digest": stored.as_ref().map(|s| s.text_digest.as_str()),
            "previous": row.previous, "hash": row.hash,
        }}),
    )?;
    if let Some(stored) = stored.filter(|s| written.insert(s.id)) {
        line(out, &snapshot(&stored))?;
    }
    records(db, row.id)?.iter().try_for_each(|r| line(out, &record(r, row, standing)))
}

fn snapshot(stored: &Stored) -> Value {
    let hexadecimal = |bytes: &Vec<u8>| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    json!({"snapshot": {
        "digest": stored.digest, "text_digest": stored.text_digest, "source": lenient(&stored.source),
        "text": stored.text, "received": stored.received.as_ref().map(hexadecimal),
    }})
}

fn record(record: &SealedRecord, row: &Row, standing: &Standing) -> Value {
    json!({"record": {
        "entry": record.entry, "id": record.id, "operation": row.id, "supersedes": record.supersedes,
        "superseded_by": standing.superseded_by(record.entry),
        "stands": standing.stands(record.entry, row.id), "text_digest": record.text_digest,
        "quotes": record.quotes.iter().map(|q| lenient(q)).collect::<Vec<_>>(),
        "content": lenient(&record.body),
    }})
}

fn line(out: &mut dyn io::Write, value: &Value) -> Result<(), Fault> {
    writeln!(out, "{value}").map_err(|e| LedgerError::Output(e).into())
}
