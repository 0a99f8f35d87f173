//! Reading every public file of a folder once, strictly, before anything is built on it.

use serde::Serialize;

use super::PanelError;
use super::folder::Folder;
use super::frame::Unit;
use super::request::Request;
use super::source::{Source, sources};
use super::system::SystemKind;
use super::wish::Wish;

/// What was found of a data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// The name of the data set.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// The first and last year it covers.
    pub covers: [i16; 2],
    /// How many rows its files have; none when a file is not there.
    pub rows: Option<u64>,
}

/// Reads every file of every data set; `each` hears of a data set when it is done.
///
/// # Errors
/// [`PanelError`] at the first fault of a file that is there. A file that is not there is none:
/// a user may have only some of them, but the list of states must be there.
pub fn check(folder: &Folder, each: &mut dyn FnMut(&Checked)) -> Result<Vec<Checked>, PanelError> {
    let mut out = Vec::new();
    for source in sources() {
        let there = source.name == "system" || source.files.iter().all(|f| folder.has(f));
        let rows = if there { Some(rows(source, folder)?) } else { None };
        if there {
            trial(source, folder)?;
        }
        let checked = Checked {
            name: source.name.clone(),
            title: source.title.clone(),
            version: source.version.clone(),
            covers: source.covers,
            rows,
        };
        each(&checked);
        out.push(checked);
    }
    Ok(out)
}

fn rows(source: &Source, folder: &Folder) -> Result<u64, PanelError> {
    let mut sum = 0;
    for file in &source.files {
        sum += folder.table(file)?.each(|_| Ok(()))?;
    }
    Ok(u64::try_from(sum).unwrap_or(u64::MAX))
}

/// Opens a panel for every unit that the data set fits; that reads each of its cells.
fn trial(source: &Source, folder: &Folder) -> Result<(), PanelError> {
    if source.name == "system" {
        return Ok(());
    }
    for (unit, system) in [
        (Unit::DyadYears, SystemKind::Cow),
        (Unit::StateYears, SystemKind::Cow),
        (Unit::DyadYears, SystemKind::Gw),
        (Unit::StateYears, SystemKind::Gw),
    ] {
        let add = vec![Wish::new(&source.name)];
        let request = Request { unit, system: Some(system), from: 1816, to: 1816, directed: true, add };
        match request.open(folder) {
            Ok(_) | Err(PanelError::Unit { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
