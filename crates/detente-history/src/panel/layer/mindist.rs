//! Minimum distances between states, as CShapes measures them.

use super::Layer;
use super::dyad::{DyadLayer, Entry};
use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::block::{Blocks, Elsewhere};
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::{System, SystemKind};

const NAME: &str = "minimum_distance";

/// The layer `minimum_distance`: of a dyad, or the least of a state to any other.
pub(crate) fn minimum_distance(sides: usize, folder: &Folder, cow: &System) -> Result<Box<dyn Layer>, PanelError> {
    let file = folder.table("mindist_cow.csv")?;
    let c = file.all(&["ccode1", "ccode2", "year", "mindist"])?;
    let mut blocks = Blocks::new(1);
    let mut entries = Vec::new();
    file.each(|row| {
        let year = row.year(c[2])?;
        let (a, b) = (row.member(c[0], year, cow)?, row.member(c[1], year, cow)?);
        blocks.copy(row, c[3], Kind::Number)?;
        let block = blocks.close();
        entries.push(Entry { a: a.min(b), b: a.max(b), year, block, line: u32::try_from(row.line).unwrap_or(u32::MAX) });
        Ok(())
    })?;
    if sides == 1 {
        return Ok(Box::new(least(&blocks, &entries)));
    }
    let columns = columns(NAME, &[("mindist", Kind::Number)]);
    Ok(Box::new(DyadLayer::new(blocks, Elsewhere::default(), columns, entries, &file.name)?.undirected()))
}

fn least(blocks: &Blocks, entries: &[Entry]) -> StateLayer {
    let mut table = StateTable::new(1);
    let mut all: Vec<(u16, i16, f64)> = Vec::with_capacity(entries.len() * 2);
    for entry in entries {
        let distance = blocks.value(entry.block, 0);
        all.extend([(entry.a, entry.year, distance), (entry.b, entry.year, distance)]);
    }
    all.retain(|e| !e.2.is_nan());
    all.sort_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(x.2.total_cmp(&y.2)));
    all.dedup_by_key(|e| (e.0, e.1));
    for (code, year, distance) in all {
        table.blocks.number(distance);
        let block = table.blocks.close();
        table.set(code, year, block);
    }
    StateLayer::new(table, SystemKind::Cow, 1, columns(NAME, &[("minmindist", Kind::Number)]))
}
