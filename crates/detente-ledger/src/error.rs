//! What can go wrong with a ledger, where, and how to mend it.

use std::path::PathBuf;

use detente_codebook::RecordId;
use jiff::civil::Date;

use crate::{OpId, SourceId};

/// Why a ledger could not be opened, asked or added to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// No file stands at the path.
    #[error("no ledger at {path}: there is no such file; make one with `detente ledger init {path}`")]
    NotFound {
        /// The path that was asked for.
        path: String,
    },
    /// The file is something else: a text, another database, an empty file.
    #[error("{path} is not a ledger: {found}; give the path of a ledger, or make a new one with `detente ledger init FILE`")]
    NotALedger {
        /// The path that was asked for.
        path: String,
        /// What was found there.
        found: &'static str,
    },
    /// A file stands already where a new ledger was to be made.
    #[error("{path} is a ledger already and is left as it is; add to it, or choose another path for a new one")]
    Exists {
        /// The path of the ledger.
        path: String,
    },
    /// A later release wrote the ledger.
    #[error(
        "{path} is a ledger of format {found}, and this release reads up to format {known}; use a later release of détente, which also reads older ledgers"
    )]
    TooNew {
        /// The path of the ledger.
        path: String,
        /// The format found.
        found: i64,
        /// The latest format that this release reads.
        known: i64,
    },
    /// Another process held the ledger for longer than the ledger waits.
    #[error(
        "{path} is being written by another process and did not become free in {seconds} seconds; nothing was changed; try again when that process is done"
    )]
    Busy {
        /// The path of the ledger.
        path: String,
        /// How long the ledger waited.
        seconds: u64,
    },
    /// The file is damaged.
    #[error("{path} is damaged: {what}; bring back a copy, or save what can be read with `detente ledger export {path}`")]
    Damaged {
        /// The path of the ledger.
        path: String,
        /// What `SQLite` or the reader says.
        what: String,
    },
    /// The file cannot be reached or written.
    #[error("{path}: {what}; see that the folder exists, that it may be written to and that the disk has room")]
    Io {
        /// The path of the ledger.
        path: String,
        /// What the system says.
        what: String,
    },
    /// `SQLite` refused for another reason.
    #[error("{path}: SQLite says: {what}; nothing was changed; `detente ledger verify {path}` tells whether the ledger is whole")]
    Sqlite {
        /// The path of the ledger.
        path: String,
        /// What `SQLite` says.
        what: String,
    },
    /// An export could not be written out.
    #[error("the export could not be written: {0}; the ledger is unchanged")]
    Output(#[from] std::io::Error),
    /// The ledger has no record of that id.
    #[error("no record `{0}` in the ledger; `detente ledger search` and `export` list ids")]
    NoRecord(RecordId),
    /// The ledger has no operation of that number.
    #[error("no operation {0} in the ledger; `detente ledger log` lists them")]
    NoOperation(OpId),
    /// The ledger has no text of that digest.
    #[error("no source {0} in the ledger; add the text before records that rest on it")]
    NoSource(SourceId),
    /// A record of that id stands already.
    #[error(
        "record `{id}` is in the ledger already (operation {operation}); nothing is overwritten: correct it, or give the new record an id of its own"
    )]
    RecordExists {
        /// The id.
        id: RecordId,
        /// The operation that recorded it.
        operation: OpId,
    },
    /// The record was corrected before.
    #[error("record `{id}` was corrected in operation {operation} and now reads as `{by}`; correct that one")]
    Superseded {
        /// The id.
        id: RecordId,
        /// The record that stands in its place.
        by: RecordId,
        /// The operation that corrected it.
        operation: OpId,
    },
    /// The operation that recorded it was undone.
    #[error("record `{id}` was withdrawn when operation {operation} was undone; add it again before it is corrected")]
    Withdrawn {
        /// The id.
        id: RecordId,
        /// The operation that was undone.
        operation: OpId,
    },
    /// The operation was undone before.
    #[error("operation {operation} was undone before, in operation {by}; undo operation {by} to bring it back")]
    AlreadyUndone {
        /// The operation.
        operation: OpId,
        /// The operation that undid it.
        by: OpId,
    },
    /// Bringing records back would give two of one id.
    #[error("operation {operation} cannot be undone: record `{id}` would then stand twice; undo the later one first")]
    StandsTwice {
        /// The operation.
        operation: OpId,
        /// The id.
        id: RecordId,
    },
    /// The quote of a record is not in the text that it names.
    #[error(
        "record `{id}` quotes “{exact}” at code points {start} to {end}, and its source does not have these words there; a quote must be the very words of the text as captured"
    )]
    QuoteNotInSource {
        /// The record.
        id: RecordId,
        /// The words.
        exact: String,
        /// First code point.
        start: usize,
        /// One past the last code point.
        end: usize,
    },
    /// The record names no source.
    #[error("record `{0}` names no source and is refused; give its source a title or an address, or add the text it rests on")]
    Unsourced(RecordId),
    /// The stamp of the change is not complete.
    #[error("a change needs {what}, not `{given}`")]
    Stamp {
        /// What is needed.
        what: &'static str,
        /// What was given.
        given: String,
    },
    /// The change is dated before the last one.
    #[error(
        "the ledger holds operation {operation} of {last}, and this change is dated {given}; what was known on a past day does not change, so set the clock right"
    )]
    DayGoesBack {
        /// The day given.
        given: Date,
        /// The last operation.
        operation: OpId,
        /// Its day.
        last: Date,
    },
    /// A change or a record could not be written as JSON.
    #[error("{0} cannot be written as JSON: {1}; correct the value and add it again")]
    Json(String, String),
    /// The site refused.
    #[error(transparent)]
    Site(#[from] crate::site::SiteError),
}

/// The kinds of error that a caller tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The file, record, operation or source does not exist.
    NotFound,
    /// What was given is no ledger, or cannot be recorded as it is.
    Invalid,
    /// A claim without a source, or with a quote that its source does not have.
    Refused,
    /// Anything else: the disk, another process, damage.
    Failed,
}

impl LedgerError {
    /// The kind of the error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::NotFound { .. } | Self::NoRecord(_) | Self::NoOperation(_) | Self::NoSource(_) => ErrorKind::NotFound,
            Self::Site(error) => of_site(error),
            Self::QuoteNotInSource { .. } | Self::Unsourced(_) => ErrorKind::Refused,
            Self::NotALedger { .. } | Self::TooNew { .. } | Self::Stamp { .. } | Self::Json(..) => ErrorKind::Invalid,
            _ => ErrorKind::Failed,
        }
    }
}

const fn of_site(error: &crate::site::SiteError) -> ErrorKind {
    use crate::site::SiteError as Error;
    match error {
        Error::Missing { .. } => ErrorKind::NotFound,
        Error::Unsourced { .. } | Error::Step { .. } => ErrorKind::Refused,
        Error::Invalid { .. } | Error::TooNew { .. } => ErrorKind::Invalid,
        Error::Stale { .. } => ErrorKind::Failed,
    }
}

/// An error on the way up: the path of the ledger is filled in where the ledger is left.
#[derive(Debug)]
pub(crate) enum Fault {
    /// From `SQLite`.
    Sqlite(rusqlite::Error),
    /// A stored value that cannot be read.
    Stored(String),
    /// Complete already.
    Ledger(LedgerError),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}
impl From<LedgerError> for Fault {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

impl Fault {
    /// The error with the path of the ledger.
    pub(crate) fn at(self, path: &str) -> LedgerError {
        let path = path.to_owned();
        match self {
            Self::Ledger(error) => error,
            Self::Stored(what) => LedgerError::Damaged { path, what },
            Self::Sqlite(error) => of_sqlite(&error, path),
        }
    }
}

fn of_sqlite(error: &rusqlite::Error, path: String) -> LedgerError {
    use rusqlite::ErrorCode as Code;
    let what = error.to_string();
    match error.sqlite_error_code() {
        Some(Code::NotADatabase) => LedgerError::NotALedger { path, found: "it is not an SQLite database" },
        Some(Code::DatabaseCorrupt) => LedgerError::Damaged { path, what },
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => LedgerError::Busy { path, seconds: crate::open::PATIENCE_SECONDS },
        Some(Code::CannotOpen | Code::ReadOnly | Code::PermissionDenied | Code::DiskFull | Code::SystemIoFailure) => {
            LedgerError::Io { path, what }
        }
        _ => LedgerError::Sqlite { path, what },
    }
}

/// The path as errors show it.
pub(crate) fn shown(path: &std::path::Path) -> String {
    PathBuf::from(path).display().to_string()
}
