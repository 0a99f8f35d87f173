//! Shared memberships of international organisations.

use super::dyad::{DyadLayer, Entry};
use crate::panel::PanelError;
use crate::panel::block::{Blocks, Elsewhere};
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::System;

/// The layer `igos` of dyad-years: where the file has no row, nothing is known.
pub(crate) fn igos(folder: &Folder, cow: &System) -> Result<DyadLayer, PanelError> {
    let file = folder.table("igo_dyad_years.csv")?;
    let c = file.all(&["ccode1", "ccode2", "year", "dyadigos"])?;
    let mut blocks = Blocks::new(1);
    let mut entries = Vec::with_capacity(1 << 20);
    file.each(|row| {
        let year = row.year(c[2])?;
        let (a, b) = (row.member(c[0], year, cow)?, row.member(c[1], year, cow)?);
        let block = row.maybe(c[3])?.map_or(0, |n| blocks.small(n));
        entries.push(Entry { a: a.min(b), b: a.max(b), year, block, line: u32::try_from(row.line).unwrap_or(u32::MAX) });
        Ok(())
    })?;
    let columns = columns("igos", &[("dyadigos", Kind::Integer)]);
    Ok(DyadLayer::new(blocks, Elsewhere::default(), columns, entries, &file.name)?.undirected())
}
