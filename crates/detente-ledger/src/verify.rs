//! Whether a ledger is whole, and every quote in it true.

use std::{collections::BTreeMap, fmt};

use detente_codebook::{Anchor, RecordId, Selector, Text};
use rusqlite::Connection;
use serde::Serialize;

use crate::{
    Ledger, LedgerError, OpId, SourceId,
    error::Fault,
    json,
    operation::Row,
    seal,
    snapshot::{Stored, lossy},
};

/// What was checked, and what is wrong.
#[must_use = "it tells whether the ledger can be trusted"]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How many quotes were looked for in their texts.
    pub checked: usize,
    /// How many of them stand elsewhere than recorded, between the same words.
    pub moved: usize,
    /// How many quotes rest on a text that the ledger does not hold: they were not checked.
    pub without_text: usize,
    /// How many operations the chain has.
    pub n_operations: usize,
    /// The digest that seals them all: note it down, and a later ledger can be compared with it.
    pub head: Option<String>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong with a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Problem {
    /// The file itself is damaged.
    Damaged {
        /// What `SQLite` says.
        what: String,
    },
    /// An operation, or a record of it, was changed after it was written.
    ChainBroken {
        /// The operation.
        operation: OpId,
    },
    /// A captured text, or its bytes, were changed after it was stored.
    SnapshotChanged {
        /// The text.
        source: SourceId,
    },
    /// The words are not in the text that they are quoted from.
    QuoteNotFound {
        /// The record.
        record: RecordId,
        /// The words.
        exact: String,
        /// First code point.
        start: usize,
        /// One past the last code point.
        end: usize,
        /// The text.
        source: SourceId,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { what } => write!(f, "damaged: {what}"),
            Self::ChainBroken { operation } => {
                write!(f, "changed since it was written: operation {operation} or a record of it")
            }
            Self::SnapshotChanged { source } => {
                write!(f, "changed since it was captured: text {source}")
            }
            Self::QuoteNotFound { record, exact, start, end, source } => {
                write!(f, "not found: {record}, code points {start} to {end} of text {source}: “{exact}”")
            }
        }
    }
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }

    /// How many quotes were not found.
    #[must_use]
    pub fn n_not_found(&self) -> usize {
        let gone = |p: &&Problem| matches!(p, Problem::QuoteNotFound { .. });
        self.problems.iter().filter(gone).count()
    }

    fn damaged(&mut self, what: impl Into<String>) {
        self.problems.push(Problem::Damaged { what: what.into() });
    }
}

/// A stage of the check: it adds to the report, and fails only where the file cannot be read.
type Stage = fn(&Connection, &mut Report) -> Result<(), Fault>;

impl Ledger {
    /// Checks the file, the chain of operations, every captured text and every quote.
    ///
    /// A quote counts as found at its place, or where the same words stand between the same
    /// surroundings exactly once (W3C `TextQuoteSelector`). What cannot be read is a problem in
    /// the report, so that one damaged page does not hide the rest.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Busy`] when the file cannot be reached at all.
    pub fn verify(&self) -> Result<Report, LedgerError> {
        let stages: [Stage; 4] = [integrity, chain, snapshots, quotes];
        self.ask(|db| {
            let mut report = Report::default();
            for stage in stages {
                if let Err(fault) = stage(db, &mut report) {
                    report.damaged(reach(fault.at(self.path()))?);
                }
            }
            Ok(report)
        })
    }
}

/// The words of an error that is damage; an error of reaching the file stays an error.
fn reach(error: LedgerError) -> Result<String, Fault> {
    if matches!(error, LedgerError::Busy { .. }) { Err(error.into()) } else { Ok(error.to_string()) }
}

fn integrity(db: &Connection, report: &mut Report) -> Result<(), Fault> {
    let mut query = db.prepare("PRAGMA integrity_check")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let said: String = row.get(0)?;
        if said != "ok" {
            report.damaged(said);
        }
    }
    let mut query = db.prepare("PRAGMA foreign_key_check")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        report.damaged(format!("a {table} names a {parent} that is missing"));
    }
    Ok(())
}

fn chain(db: &Connection, report: &mut Report) -> Result<(), Fault> {
    let mut previous = String::new();
    for (number, row) in (1..).zip(Row::all(db)?) {
        let sealed = row.id == number && row.previous == previous && seal::seal(db, &row).is_ok_and(|s| s == row.hash);
        if !sealed {
            report.problems.push(Problem::ChainBroken { operation: OpId(row.id) });
        }
        previous = row.hash;
        report.n_operations += 1;
    }
    report.head = Some(previous).filter(|hash| !hash.is_empty());
    Ok(())
}

fn snapshots(db: &Connection, report: &mut Report) -> Result<(), Fault> {
    for number in Stored::numbers(db)? {
        let stored = Stored::numbered(db, number)?;
        if !stored.is_whole() {
            let source = SourceId(json::digest(&stored.digest)?);
            report.problems.push(Problem::SnapshotChanged { source });
        }
    }
    Ok(())
}

/// A quote as recorded, and what record it belongs to.
struct Recorded {
    record: RecordId,
    selector: String,
}

fn quotes(db: &Connection, report: &mut Report) -> Result<(), Fault> {
    let mut found = BTreeMap::new();
    let mut query = db.prepare("SELECT snapshot, id, selector FROM quote JOIN record USING (entry) ORDER BY entry, position")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let recorded = Recorded { record: RecordId(lossy(row, 1)?), selector: lossy(row, 2)? };
        let Some(snapshot) = row.get::<_, Option<i64>>(0)? else {
            report.without_text += 1;
            continue;
        };
        found.entry(snapshot).or_insert_with(Vec::new).push(recorded);
    }
    found.into_iter().try_for_each(|(snapshot, quotes)| anchored(db, snapshot, &quotes, report))
}

fn anchored(db: &Connection, snapshot: i64, quotes: &[Recorded], report: &mut Report) -> Result<(), Fault> {
    let stored = Stored::numbered(db, snapshot)?;
    let (text, source) = (Text::new(&stored.text), SourceId(json::digest(&stored.digest)?));
    for Recorded { record, selector } in quotes {
        report.checked += 1;
        let Ok(selector) = json::read::<Selector>("a quote", selector) else {
            report.damaged(format!("a quote of {record} cannot be read"));
            continue;
        };
        match selector.anchor(&text) {
            Anchor::Here(_) => {}
            Anchor::Moved(_) => report.moved += 1,
            Anchor::NotFound => report.problems.push(not_found(record, selector, &source)),
        }
    }
    Ok(())
}

fn not_found(record: &RecordId, selector: Selector, source: &SourceId) -> Problem {
    let Selector { exact, start, end, .. } = selector;
    Problem::QuoteNotFound { record: record.clone(), exact, start, end, source: source.clone() }
}
