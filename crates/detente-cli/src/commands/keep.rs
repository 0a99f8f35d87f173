//! Briefs that were printed on this computer, kept so that `why` can walk back from their claims.
//!
//! They stand in `$XDG_STATE_HOME/detente/briefs`, else in `~/.local/state/detente/briefs`, one JSON
//! file each, the hundred newest. Where nothing can be written nothing is kept, and nothing fails.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use detente::Brief;

use crate::CliError;

/// How many briefs are kept.
const MOST: usize = 100;

fn folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let state = set("XDG_STATE_HOME").or_else(|| set("HOME").map(|home| home.join(".local").join("state")))?;
    state.is_absolute().then(|| state.join("detente").join("briefs"))
}

/// Keeps a brief under its id; one that is there already is written anew.
pub(crate) fn keep(brief: &Brief) {
    let (Some(folder), Ok(text)) = (folder(), serde_json::to_vec(brief)) else { return };
    if std::fs::create_dir_all(&folder).is_err() {
        return;
    }
    let part = folder.join(format!(".{}.{}", brief.id, std::process::id()));
    let written = std::fs::write(&part, text).and_then(|()| std::fs::rename(&part, folder.join(format!("{}.json", brief.id))));
    if written.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    forget(&folder);
}

/// Removes all but the newest briefs.
fn forget(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut files: Vec<(SystemTime, PathBuf)> = entries
        .flatten()
        .filter(|e| e.path().extension().is_some_and(|x| x == "json"))
        .filter_map(|e| Some((e.metadata().ok()?.modified().ok()?, e.path())))
        .collect();
    files.sort();
    let surplus = files.len().saturating_sub(MOST);
    for (_, path) in files.into_iter().take(surplus) {
        let _ = std::fs::remove_file(path);
    }
}

/// The bytes of the kept brief that a claim belongs to.
pub(crate) fn kept(claim: &str) -> Result<Vec<u8>, CliError> {
    let id = claim.split_once('-').map_or(claim, |(id, _)| id);
    let plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_hexdigit());
    if !plain {
        return Err(CliError::Invalid(format!(
            "`{claim}` is not the id of a claim: it reads like 4f1c09aa-t2 and stands beside the claim in a brief"
        )));
    }
    let missing = || {
        let mend = "print the brief again on this computer, or save it with --format json and give --brief FILE";
        CliError::NotFound(format!("no brief {id} is kept here\n  mend: {mend}"))
    };
    std::fs::read(folder().ok_or_else(missing)?.join(format!("{id}.json"))).map_err(|_| missing())
}
