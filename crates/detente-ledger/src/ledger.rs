//! The ledger itself.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{LedgerError, error::Fault};

/// An open ledger.
///
/// Several processes may have one ledger open: readers never wait, and writers queue.
///
/// ```
/// use detente_codebook::Source;
/// use detente_ledger::{Ledger, LedgerError, Snapshot, Stamp};
///
/// let mut ledger = Ledger::in_memory()?;
/// let source = Source { title: "A report".into(), url: None, date: None, digest: None };
/// let stamp = Stamp {
///     time: "2025-03-01T09:30:00Z".into(),
///     day: jiff::civil::date(2025, 3, 1),
///     actor: "analyst".into(),
///     reason: "first reading".into(),
/// };
/// ledger.add_article(&Snapshot::of_text(source.clone(), "Moscow spoke."), &[], &stamp)?;
/// assert_eq!(ledger.log()?.len(), 1);
///
/// // A change without a reason is refused.
/// let silent = Stamp { reason: " ".into(), ..stamp };
/// let refused = ledger.add_source(&Snapshot::of_text(source, "Tehran spoke."), &silent);
/// assert!(matches!(refused, Err(LedgerError::Stamp { .. })));
/// # Ok::<(), LedgerError>(())
/// ```
#[derive(Debug)]
pub struct Ledger {
    db: Connection,
    path: String,
}

impl Ledger {
    /// The ledger over an open connection; `path` is for errors.
    pub(crate) const fn over(db: Connection, path: String) -> Self {
        Self { db, path }
    }

    /// The path as errors show it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Runs `work` on the connection.
    pub(crate) fn within<T>(&mut self, work: impl FnOnce(&mut Connection) -> Result<T, Fault>) -> Result<T, LedgerError> {
        work(&mut self.db).map_err(|fault| fault.at(&self.path))
    }

    /// Asks within one read transaction, so that everything asked is of one state.
    pub(crate) fn ask<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, LedgerError> {
        let asked = || {
            let tx = self.db.unchecked_transaction()?;
            work(&tx)
        };
        asked().map_err(|fault| fault.at(&self.path))
    }

    /// Runs `work` on the connection outside of a transaction.
    pub(crate) fn outside<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, LedgerError> {
        work(&self.db).map_err(|fault| fault.at(&self.path))
    }

    /// Makes one change: all of it, or nothing when `work` fails or the process ends.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, LedgerError> {
        self.within(|db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let made = work(&tx)?;
            tx.commit()?;
            Ok(made)
        })
    }
}
