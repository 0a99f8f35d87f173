//! What a panel of dyad-years costs, from the public files beside the repository.
//!
//! The field's package takes 24.8 CPU seconds and 2.4 GB for the same rows (R 4.6.1, peacesciencer
//! 1.2.9). Where the files are not there, nothing is measured.

use std::hint::black_box;
use std::path::Path;

use detente_history::panel::{Folder, Request, SystemKind, Unit, Wish};

use crate::Failure;

/// How many rows the panel has.
pub const DYAD_YEARS: usize = 918_315;

const LAYERS: [&str; 9] =
    ["atop_alliance", "cow_mids", "nmc", "contiguity", "capital_distance", "strategic_rivalries", "democracy", "igos", "spells"];

fn folder() -> Option<Folder> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/history");
    path.is_dir().then(|| Folder::new(&path))
}

fn request(add: Vec<Wish>) -> Request {
    Request { unit: Unit::DyadYears, system: Some(SystemKind::Cow), from: 1816, to: 2014, directed: false, add }
}

/// Non-directed dyad-years 1816-2014 with eight data sets and peace spells, written as CSV into nothing.
///
/// # Errors
/// When a file is malformed.
pub fn panel() -> Result<(), Failure> {
    let Some(folder) = folder() else { return Ok(()) };
    let mut panel = request(LAYERS.iter().map(|l| Wish::new(l)).collect()).open(&folder)?;
    let rows = panel.write(&mut std::io::sink(), &mut || ())?;
    if usize::try_from(rows) != Ok(DYAD_YEARS) {
        return Err(format!("{rows} rows, not {DYAD_YEARS}").into());
    }
    Ok(())
}

/// The same rows without any data set.
///
/// # Errors
/// When a file is malformed.
pub fn panel_plain() -> Result<(), Failure> {
    let Some(folder) = folder() else { return Ok(()) };
    let _ = black_box(request(Vec::new()).open(&folder)?.write(&mut std::io::sink(), &mut || ())?);
    Ok(())
}
