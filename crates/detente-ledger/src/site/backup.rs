//! Copies of a site, and bringing one back.

use std::path::Path;

use super::{Site, SiteError};
use crate::{Ledger, LedgerError, error::Fault, error::shown};

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
        std::fs::rename(&part, path).and_then(|()| sync_folder(path)).map_err(failed)
    }

    /// Puts a copy in the place of a site that no program has open. The copy is checked first: every
    /// page of the file, every seal and every quote of its ledger. Killed at any moment, it leaves
    /// the old site or the new one, whole.
    ///
    /// # Errors
    /// [`SiteError::Invalid`] when the copy is not whole or the site is in use; nothing is changed then.
    pub fn restore(copy: impl AsRef<Path>, path: impl AsRef<Path>) -> Result<(), LedgerError> {
        let (copy, path) = (copy.as_ref(), path.as_ref());
        let part = path.with_extension("restoring");
        let failed = |e: std::io::Error| LedgerError::Io { path: shown(path), what: e.to_string() };
        // What an earlier attempt left that was killed would be taken for changes of this one.
        clear_logs(&part).map_err(failed)?;
        std::fs::copy(copy, &part).map_err(failed)?;
        whole(&part)?;
        std::fs::File::open(&part).and_then(|f| f.sync_all()).map_err(failed)?;
        fold_in(path)?;
        std::fs::rename(&part, path).map_err(failed)?;
        sync_folder(path).map_err(failed)
    }
}

/// Takes the log of changes and its index away that stand beside a database.
fn clear_logs(path: &Path) -> std::io::Result<()> {
    for beside in ["-wal", "-shm", "-journal"] {
        match std::fs::remove_file(format!("{}{beside}", path.display())) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    Ok(())
}

/// Writes the changes that stand in the log of the old site into its file, so that no log is left
/// that would be read into the new one. A file that is no site any more has nothing to be kept.
fn fold_in(path: &Path) -> Result<(), LedgerError> {
    let failed = |e: std::io::Error| LedgerError::Io { path: shown(path), what: e.to_string() };
    let alone = || Ledger::open(path)?.within(|db| without_log(db));
    match alone() {
        Err(LedgerError::Busy { .. }) | Ok(false) => {
            let why = format!("{} is in use; stop the program that has it open", shown(path));
            Err(LedgerError::Site(SiteError::Invalid { what: "site", why }))
        }
        Ok(true) => Ok(()),
        Err(_) => clear_logs(path).map_err(failed),
    }
}

/// Leaves write-ahead logging; false while another program has the file open.
fn without_log(db: &rusqlite::Connection) -> Result<bool, Fault> {
    let mode: String = db.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    Ok(mode == "delete")
}

/// A new name in a folder is safe once the folder itself is.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) { std::fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

fn whole(path: &Path) -> Result<(), LedgerError> {
    let mut site = Site::open(path)?;
    let said: String = site.ledger.ask(|db| Ok(db.query_row("PRAGMA integrity_check", [], |r| r.get(0))?))?;
    let report = site.ledger.verify()?;
    if said != "ok" || !report.is_whole() {
        let why = format!("{} is not whole: {said}, {} problems in the ledger", shown(path), report.problems.len());
        return Err(LedgerError::Site(SiteError::Invalid { what: "copy", why }));
    }
    site.ledger.within(|db| without_log(db)).map(|_| ())
}
