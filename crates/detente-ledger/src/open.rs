//! Opening a ledger, and making a new one.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::{Ledger, LedgerError, error::Fault, error::shown};

/// The mark of a ledger in the header of an `SQLite` file: the letters `DTNT`.
const APPLICATION_ID: i64 = 0x4454_4E54;
/// The latest format that this release reads and writes.
pub(crate) const FORMAT: i64 = 1;
/// How long a writer waits for another one.
pub(crate) const PATIENCE_SECONDS: u64 = 30;

const SCHEMA: &str = include_str!("schema.sql");

/// What a file turned out to be.
enum Found {
    /// A ledger of a format that this release reads.
    Ledger,
    /// An empty database, as a process leaves it that was killed before its first ledger stood.
    Empty,
}

impl Ledger {
    /// Makes a new, empty ledger.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Exists`] when a ledger stands there, [`LedgerError::NotALedger`] when
    /// something else does, [`LedgerError::Io`] when the file cannot be made.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        let path = path.as_ref();
        let (mut ledger, found) = connect(path, OpenFlags::SQLITE_OPEN_CREATE)?;
        let made = match found {
            Found::Ledger => false,
            Found::Empty => ledger.within(initialise)?,
        };
        if made { ready(ledger) } else { Err(LedgerError::Exists { path: shown(path) }) }
    }

    /// Opens a ledger.
    ///
    /// # Errors
    ///
    /// [`LedgerError::NotFound`], [`LedgerError::NotALedger`] or [`LedgerError::TooNew`], each
    /// with the path and the way to mend it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        let path = path.as_ref();
        if !path.exists() {
            return Err(LedgerError::NotFound { path: shown(path) });
        }
        match connect(path, OpenFlags::empty())? {
            (ledger, Found::Ledger) => ready(ledger),
            (_, Found::Empty) => Err(LedgerError::NotALedger { path: shown(path), found: "it is empty" }),
        }
    }

    /// Opens the ledger, or makes it when none is there.
    ///
    /// # Errors
    ///
    /// As [`Ledger::open`] and [`Ledger::create`], other than that the file may or may not exist.
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        let (mut ledger, found) = connect(path.as_ref(), OpenFlags::SQLITE_OPEN_CREATE)?;
        if matches!(found, Found::Empty) {
            ledger.within(initialise)?;
        }
        ready(ledger)
    }

    /// A ledger in memory, gone when it is dropped.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Sqlite`] when memory runs out.
    pub fn in_memory() -> Result<Self, LedgerError> {
        let path = "the ledger in memory";
        let db = Connection::open_in_memory().map_err(|e| Fault::from(e).at(path))?;
        let mut ledger = Self::over(db, path.to_owned());
        ledger.within(|db| settle(db).map_err(Fault::from))?;
        ledger.within(initialise)?;
        Ok(ledger)
    }
}

fn connect(path: &Path, more: OpenFlags) -> Result<(Ledger, Found), LedgerError> {
    if path.is_dir() {
        return Err(LedgerError::NotALedger { path: shown(path), found: "it is a folder" });
    }
    // SQLite takes a file of one byte for an empty one and would write over it.
    if path.metadata().is_ok_and(|file| file.len() == 1) {
        return Err(LedgerError::NotALedger { path: shown(path), found: "it is a file of one byte" });
    }
    // A relative path is spelt out, so that no name has a meaning of its own for SQLite.
    let file = if path.is_relative() { Path::new(".").join(path) } else { path.to_owned() };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let db = Connection::open_with_flags(file, flags).map_err(|e| Fault::from(e).at(&shown(path)))?;
    let mut ledger = Ledger::over(db, shown(path));
    let found = ledger.within(|db| {
        db.busy_timeout(Duration::from_secs(PATIENCE_SECONDS))?;
        settle(db)?;
        let tx = db.transaction()?;
        Ok(identify(&tx)?)
    });
    let named = |found: Identity| found.named(path);
    Ok((ledger, found.and_then(named)?))
}

/// What the header and the tables of a file say.
struct Identity {
    application: i64,
    format: i64,
    n_tables: i64,
}

/// Reads the identity; within a transaction, so that all of it is of one moment.
fn identify(db: &Connection) -> rusqlite::Result<Identity> {
    Ok(Identity {
        application: db.pragma_query_value(None, "application_id", |row| row.get(0))?,
        format: db.pragma_query_value(None, "user_version", |row| row.get(0))?,
        n_tables: db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?,
    })
}

impl Identity {
    fn named(self, path: &Path) -> Result<Found, LedgerError> {
        let path = shown(path);
        match self {
            Self { application: APPLICATION_ID, format: 1..=FORMAT, .. } => Ok(Found::Ledger),
            Self { application: APPLICATION_ID, format: found, .. } if found > FORMAT => {
                Err(LedgerError::TooNew { path, found, known: FORMAT })
            }
            Self { application: 0, format: 0, n_tables: 0 } => Ok(Found::Empty),
            _ => Err(LedgerError::NotALedger { path, found: "it is an SQLite database of another program" }),
        }
    }
}

/// Settings that belong to a connection, not to the file.
fn settle(db: &Connection) -> rusqlite::Result<()> {
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    // In kibibytes: the inner pages of the trees of a large ledger stay at hand.
    db.pragma_update(None, "cache_size", -8_000)?;
    db.set_prepared_statement_cache_capacity(64);
    db.pragma_update(None, "trusted_schema", false)
}

/// Lays the tables out in one transaction; false when another process was first.
fn initialise(db: &mut Connection) -> Result<bool, Fault> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let first = identify(&tx)?.n_tables == 0;
    if first {
        tx.execute_batch(SCHEMA)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", FORMAT)?;
    }
    tx.commit()?;
    Ok(first)
}

fn ready(mut ledger: Ledger) -> Result<Ledger, LedgerError> {
    ledger.within(log_ahead)?;
    Ok(ledger)
}

/// Turns on write-ahead logging, in which readers do not wait for a writer. It stays on in the
/// file. When another process is at work just now the older way of writing serves as safely, and
/// the next one to open the ledger tries again.
fn log_ahead(db: &mut Connection) -> Result<(), Fault> {
    match db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())) {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
        tried => Ok(tried?),
    }
}
