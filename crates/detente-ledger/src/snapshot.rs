//! A text as it was captured.

use detente_codebook::{Digest, Source};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::{SourceId, error::Fault, json};

/// A captured text: where it is from, its bytes, and the text that quotes count code points of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Title, address and date.
    pub source: Source,
    /// The text that quotes are taken from: the text as received, or as taken out of HTML.
    pub text: String,
    /// The bytes as received; their SHA-256 is the id of the source.
    pub received: Vec<u8>,
}

impl Snapshot {
    /// The id: the digest of the bytes as received.
    #[must_use]
    pub fn id(&self) -> SourceId {
        SourceId(Digest::of(&self.received))
    }

    /// A plain text whose bytes are its own UTF-8.
    #[must_use]
    pub fn of_text(source: Source, text: &str) -> Self {
        Self { source, text: text.to_owned(), received: text.as_bytes().to_vec() }
    }
}

impl crate::Ledger {
    /// The captured text of a digest: that of the bytes as received, or that of the text itself.
    ///
    /// # Errors
    /// [`crate::LedgerError::Damaged`] or [`crate::LedgerError::Sqlite`] when the file cannot be read.
    pub fn captured(&self, digest: &str) -> Result<Option<Snapshot>, crate::LedgerError> {
        self.ask(|db| {
            let query = format!("{COLUMNS} WHERE digest = ?1 OR text_digest = ?1 ORDER BY id DESC LIMIT 1");
            let stored = db.query_row(&query, [digest], Stored::of_row).optional()?;
            stored.map(|s| s.snapshot()).transpose()
        })
    }
}

/// A snapshot as it stands in the ledger.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) id: i64,
    pub(crate) digest: String,
    pub(crate) text_digest: String,
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) received: Option<Vec<u8>>,
}

/// A text of a row. Where a damaged file holds bytes that are no text, marks stand for them, so
/// that the check can name what else is wrong.
pub(crate) fn lossy(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(column)?.as_bytes()?).into_owned())
}

const COLUMNS: &str = "SELECT id, digest, text_digest, source, text, received FROM snapshot";

impl Stored {
    fn of_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            digest: row.get(1)?,
            text_digest: row.get(2)?,
            source: row.get(3)?,
            text: lossy(row, 4)?,
            received: row.get(5)?,
        })
    }

    /// The snapshot of that number.
    pub(crate) fn numbered(db: &Connection, id: i64) -> Result<Self, Fault> {
        Ok(db.query_row(&format!("{COLUMNS} WHERE id = ?"), [id], Self::of_row)?)
    }

    /// The latest snapshot of the bytes of that digest.
    pub(crate) fn of_digest(db: &Connection, digest: &str) -> Result<Option<Self>, Fault> {
        let query = format!("{COLUMNS} WHERE digest = ? ORDER BY id DESC LIMIT 1");
        Ok(db.query_row(&query, [digest], Self::of_row).optional()?)
    }

    /// Every number, in order.
    pub(crate) fn numbers(db: &Connection) -> Result<Vec<i64>, Fault> {
        let mut query = db.prepare("SELECT id FROM snapshot ORDER BY id")?;
        let numbers = query.query_map([], |row| row.get(0))?;
        Ok(numbers.collect::<Result<_, _>>()?)
    }

    /// The snapshot as stored; the same bytes and text are stored once.
    pub(crate) fn keep(db: &Connection, snapshot: &Snapshot) -> Result<Self, Fault> {
        let digest = Digest::of(&snapshot.received);
        let text_digest = Digest::of(snapshot.text.as_bytes());
        let known = format!("{COLUMNS} WHERE digest = ? AND text_digest = ?");
        let keys = params![digest.as_str(), text_digest.as_str()];
        if let Some(stored) = db.query_row(&known, keys, Self::of_row).optional()? {
            return Ok(stored);
        }
        let other = snapshot.received != snapshot.text.as_bytes();
        db.execute(
            "INSERT INTO snapshot (digest, text_digest, source, text, received) VALUES (?, ?, ?, ?, ?)",
            params![
                digest.as_str(),
                text_digest.as_str(),
                json::write("source", &snapshot.source)?,
                snapshot.text,
                other.then_some(&snapshot.received),
            ],
        )?;
        Self::numbered(db, db.last_insert_rowid())
    }

    /// The snapshot as it was given.
    fn snapshot(self) -> Result<Snapshot, Fault> {
        let source = json::read("a source", &self.source)?;
        let received = self.received.unwrap_or_else(|| self.text.as_bytes().to_vec());
        Ok(Snapshot { source, text: self.text, received })
    }

    /// The source, with the digest of the bytes.
    pub(crate) fn named(&self) -> Result<Source, Fault> {
        let mut source: Source = json::read("a source", &self.source)?;
        source.digest = Some(json::digest(&self.digest)?);
        Ok(source)
    }

    /// Whether the bytes and the text are those that were recorded.
    pub(crate) fn is_whole(&self) -> bool {
        let bytes = self.received.as_deref().unwrap_or(self.text.as_bytes());
        Digest::of(bytes).as_str() == self.digest && Digest::of(self.text.as_bytes()).as_str() == self.text_digest
    }
}
