//! Copies of a site, and bringing one back.

use std::path::Path;

use super::{Site, SiteError};
use crate::{LedgerError, error::shown};

impl Site {
    /// Writes a whole copy of the site and its ledger, as of one moment, while others read and write.
    ///
    /// # Errors
    /// [`SiteError::Invalid`] when a file stands there already; else as SQLite fails.
    pub fn back_up(&self, path: impl AsRef<Path>) -> Result<(), LedgerError> {
        let path = path.as_ref();
        if path.exists() {
            let why = format!("{} is there already; choose another name", shown(path));
            return Err(LedgerError::Site(SiteError::Invalid { what: "copy", why }));
        }
        let part = path.with_extension("part");
        let failed = |e: std::io::Error| LedgerError::Io { path: shown(path), what: e.to_string() };
        if part.exists() {
            std::fs::remove_file(&part).map_err(failed)?;
        }
        self.ledger.outside(|db| Ok(db.execute("VACUUM INTO ?", [shown(&part)]).map(|_| ())?))?;
        std::fs::rename(&part, path).map_err(failed)
    }

    /// Puts a copy in the place of a site that no program has open. The copy is checked first: every
    /// page of the file, every seal and every quote of its ledger.
    ///
    /// # Errors
    /// [`SiteError::Invalid`] when the copy is not whole; nothing is changed then.
    pub fn restore(copy: impl AsRef<Path>, path: impl AsRef<Path>) -> Result<(), LedgerError> {
        let (copy, path) = (copy.as_ref(), path.as_ref());
        let part = path.with_extension("restoring");
        let failed = |e: std::io::Error| LedgerError::Io { path: shown(path), what: e.to_string() };
        std::fs::copy(copy, &part).map_err(failed)?;
        whole(&part)?;
        for beside in ["-wal", "-shm"] {
            let old = format!("{}{beside}", shown(path));
            if Path::new(&old).exists() {
                std::fs::remove_file(&old).map_err(failed)?;
            }
        }
        std::fs::rename(&part, path).map_err(failed)
    }
}

fn whole(path: &Path) -> Result<(), LedgerError> {
    let mut site = Site::open(path)?;
    let said: String = site.ledger.ask(|db| Ok(db.query_row("PRAGMA integrity_check", [], |r| r.get(0))?))?;
    let report = site.ledger.verify()?;
    if said != "ok" || !report.is_whole() {
        let why = format!("{} is not whole: {said}, {} problems in the ledger", shown(path), report.problems.len());
        return Err(LedgerError::Site(SiteError::Invalid { what: "copy", why }));
    }
    site.ledger.within(|db| Ok(db.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?))
}
