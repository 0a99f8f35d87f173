//! Connections to the database: a few for reading, one for writing.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use detente_ledger::{LedgerError, site::Site};

/// At most so many connections are kept for reading.
const KEPT: usize = 8;

/// The connections of a site.
#[derive(Debug)]
pub(crate) struct Store {
    path: PathBuf,
    readers: Mutex<Vec<Site>>,
    writer: Mutex<Site>,
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that panicked left a whole database behind: every change is one transaction.
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    pub(crate) fn open(path: &Path) -> Result<Self, LedgerError> {
        let writer = Mutex::new(Site::open(path)?);
        Ok(Self { path: path.to_owned(), readers: Mutex::new(Vec::new()), writer })
    }

    pub(crate) fn read<T, E: From<LedgerError>>(&self, ask: impl FnOnce(&Site) -> Result<T, E>) -> Result<T, E> {
        let idle = held(&self.readers).pop();
        let site = match idle {
            Some(site) => site,
            None => Site::open(&self.path)?,
        };
        let asked = ask(&site);
        let mut readers = held(&self.readers);
        if readers.len() < KEPT {
            readers.push(site);
        }
        asked
    }

    /// A number that changes when another program changes the database; none while a change is under way.
    pub(crate) fn changes_of_others(&self) -> Option<i64> {
        self.writer.try_lock().ok()?.changes_of_others().ok()
    }

    pub(crate) fn write<T, E>(&self, change: impl FnOnce(&mut Site) -> Result<T, E>) -> Result<T, E> {
        change(&mut held(&self.writer))
    }
}
