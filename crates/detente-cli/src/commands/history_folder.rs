//! Where the public files of the user are: told on the command line, or remembered from an import.

use std::path::{Path, PathBuf};

use detente_history::chronicle::chronicle;
use detente_history::panel::{Folder, PanelError};
use detente_history::signed::Signed;

use crate::CliError;

/// The folder that is told, or the one remembered.
pub(crate) fn folder(told: Option<&str>) -> Result<Folder, CliError> {
    let path = told.map(PathBuf::from).or_else(remembered);
    let path = path.ok_or_else(|| {
        CliError::NotFound("no public files are known: run `detente history import DIR` once, or give --history DIR".to_owned())
    })?;
    if !path.is_dir() {
        return Err(CliError::NotFound(format!("{}: no such folder; give --history DIR or import again", path.display())));
    }
    Ok(Folder::new(&path))
}

/// The signed panel of the public files in a folder, or the built-in one.
pub(crate) fn signed(told: Option<&str>) -> Result<Signed, CliError> {
    match told {
        Some(told) => Signed::read(&folder(Some(told))?).map_err(said),
        None => Ok(Signed::of_chronicle(chronicle().map_err(|e| CliError::Failed(e.to_string()))?)),
    }
}

/// The folder of the last import, if there was one.
pub(crate) fn remembered() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("DETENTE_HISTORY") {
        return Some(PathBuf::from(path));
    }
    let text = std::fs::read_to_string(note()?).ok()?;
    Some(PathBuf::from(text.trim()))
}

/// Remembers a folder; gives where, or none when this user has no home.
pub(crate) fn remember(path: &Path) -> Result<Option<PathBuf>, CliError> {
    let Some(note) = note() else { return Ok(None) };
    let wrong = |what: std::io::Error| CliError::File { path: note.display().to_string(), what };
    if let Some(parent) = note.parent() {
        std::fs::create_dir_all(parent).map_err(wrong)?;
    }
    std::fs::write(&note, format!("{}\n", path.display())).map_err(wrong)?;
    Ok(Some(note))
}

fn note() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let data = set("XDG_DATA_HOME").or_else(|| Some(set("HOME")?.join(".local/share")))?;
    Some(data.join("detente").join("history"))
}

/// An error of the public files, with the exit code it calls for.
pub(crate) fn said(error: PanelError) -> CliError {
    match error {
        PanelError::File { file, what } => CliError::File { path: file, what },
        PanelError::Write(what) => CliError::Write(what),
        PanelError::Name { .. } => CliError::NotFound(error.to_string()),
        PanelError::Unit { .. } | PanelError::Clash { .. } | PanelError::Unknown { .. } => CliError::Usage(error.to_string()),
        other => CliError::Invalid(other.to_string()),
    }
}
