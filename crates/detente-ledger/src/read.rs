//! Asking the ledger: records as of a day, and one record with its past.

use detente_codebook::{Edtf, Record, RecordId, Selector, Source};
use jiff::civil::Date;
use rusqlite::Connection;
use serde::Serialize;

use crate::{
    Ledger, LedgerError, OpId, Operation,
    error::Fault,
    json,
    operation::Row,
    seal::selectors,
    snapshot::Stored,
    standing::{Entry, Standing},
};

/// One record, what brought it in and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shown {
    /// The record.
    pub record: Record,
    /// The operation that recorded it; its `undone_by` tells whether it was withdrawn.
    pub operation: Operation,
    /// The record that stands in its place.
    pub superseded_by: Option<RecordId>,
    /// The quote it rests on with its surroundings.
    pub selector: Option<Selector>,
    /// The text it rests on, with its digest where the ledger has the text.
    pub source: Source,
    /// Records of the same id that stood before it, the latest first.
    pub earlier: Vec<Earlier>,
}

/// A former record of the same id.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Earlier {
    /// The operation that recorded it.
    pub operation: OpId,
    /// The record as it was.
    pub record: Record,
}

/// An entry without its content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) entry: Entry,
    pub(crate) operation: i64,
    pub(crate) snapshot: Option<i64>,
}

/// Every entry of an id, in order.
pub(crate) fn entries(db: &Connection, id: &RecordId) -> Result<Vec<Place>, Fault> {
    let places = "SELECT entry, operation, snapshot FROM record WHERE id = ? ORDER BY entry";
    let mut query = db.prepare_cached(places)?;
    let rows = query.query_map([&id.0], |row| Ok(Place { entry: row.get(0)?, operation: row.get(1)?, snapshot: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The entry of an id that stands, or why none does.
pub(crate) fn standing_entry(db: &Connection, id: &RecordId) -> Result<Place, Fault> {
    let standing = Standing::now(db)?;
    let places = entries(db, id)?;
    if let Some(place) = places.iter().find(|p| standing.stands(p.entry, p.operation)) {
        return Ok(*place);
    }
    let Some(last) = places.last() else {
        return Err(LedgerError::NoRecord(id.clone()).into());
    };
    Err(match standing.superseded_by(last.entry) {
        Some(by) => {
            let (by, operation) = who(db, by)?;
            LedgerError::Superseded { id: id.clone(), by, operation }.into()
        }
        None => LedgerError::Withdrawn { id: id.clone(), operation: OpId(last.operation) }.into(),
    })
}

/// The id and the operation of an entry.
fn who(db: &Connection, entry: Entry) -> Result<(RecordId, OpId), Fault> {
    let query = "SELECT id, operation FROM record WHERE entry = ?";
    Ok(db.query_row(query, [entry], |row| Ok((RecordId(row.get(0)?), OpId(row.get(1)?))))?)
}

/// The record of an entry.
pub(crate) fn record(db: &Connection, entry: Entry) -> Result<Record, Fault> {
    let mut query = db.prepare_cached("SELECT body FROM record WHERE entry = ?")?;
    let body: String = query.query_row([entry], |row| row.get(0))?;
    json::read("a record", &body)
}

/// The records that stand as of a day.
pub(crate) fn records(db: &Connection, as_of: Option<Date>) -> Result<Vec<Record>, Fault> {
    let standing = Standing::as_of(db, as_of)?;
    let mut query = db.prepare_cached("SELECT entry, operation, body FROM record WHERE operation <= ? ORDER BY entry")?;
    let mut rows = query.query([standing.last()])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        if standing.stands(row.get(0)?, row.get(1)?) {
            let body: String = row.get(2)?;
            records.push(json::read("a record", &body)?);
        }
    }
    records.retain(|r: &Record| as_of.is_none_or(|day| was_known(r.known, day)));
    Ok(records)
}

/// Whether a fact was known on a day. A month or a year counts once it is over: nothing may rest
/// on a fact before it was known, and no earlier day is certain.
fn was_known(known: Option<Edtf>, day: Date) -> bool {
    let from = known.and_then(|k| match k {
        Edtf::Point(point) => Some(point.last()),
        Edtf::Interval(from, to) => from.or(to).map(|p| p.last()),
    });
    from.is_none_or(|from| from <= day)
}

impl Ledger {
    /// The records that stood on a day, in the order in which they were recorded; with no day,
    /// those that stand now.
    ///
    /// A record counts when its operation is of that day or before and was not undone by then,
    /// when it was not corrected by then, and when it was itself known by then.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn records(&self, as_of: Option<Date>) -> Result<Vec<Record>, LedgerError> {
        self.ask(|db| records(db, as_of))
    }

    /// How many records were ever recorded, those that were corrected or withdrawn among them.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn n_records(&self) -> Result<i64, LedgerError> {
        self.ask(|db| Ok(db.query_row("SELECT ifnull(max(entry), 0) FROM record", [], |row| row.get(0))?))
    }

    /// One record: the one that stands under the id, else the last one that did.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn show(&self, id: &RecordId) -> Result<Option<Shown>, LedgerError> {
        self.ask(|db| {
            let standing = Standing::now(db)?;
            let places = entries(db, id)?;
            let stands = places.iter().find(|p| standing.stands(p.entry, p.operation));
            let Some(place) = stands.or(places.last()) else {
                return Ok(None);
            };
            shown(db, &standing, *place, &places).map(Some)
        })
    }
}

fn shown(db: &Connection, standing: &Standing, place: Place, all: &[Place]) -> Result<Shown, Fault> {
    let record = record(db, place.entry)?;
    let missing = || Fault::Stored(format!("operation {} is missing", place.operation));
    let row = Row::numbered(db, OpId(place.operation))?.ok_or_else(missing)?;
    let by = standing.superseded_by(place.entry).map(|by| who(db, by)).transpose()?;
    let first = selectors(db, place.entry)?.into_iter().next();
    let source = place.snapshot.map(|n| Stored::numbered(db, n)?.named()).transpose()?;
    Ok(Shown {
        operation: row.shown(db, standing)?,
        superseded_by: by.map(|(id, _)| id),
        selector: first.map(|s| json::read("a quote", &s)).transpose()?,
        source: source.unwrap_or_else(|| record.source.clone()),
        earlier: earlier(db, place, all)?,
        record,
    })
}

fn earlier(db: &Connection, place: Place, all: &[Place]) -> Result<Vec<Earlier>, Fault> {
    let before = all.iter().rev().filter(|p| p.entry < place.entry);
    let former = |p: &Place| Ok(Earlier { operation: OpId(p.operation), record: record(db, p.entry)? });
    before.map(former).collect()
}
