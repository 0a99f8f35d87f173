//! Major powers of the Correlates of War: tenures spread over their years.

use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::block::Elsewhere;
use crate::panel::column::{Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::system::{System, SystemKind};

/// The layer `cow_majors`: 1 for a major power, 0 for any other state.
pub(crate) fn majors(sides: usize, folder: &Folder, cow: &System) -> Result<StateLayer, PanelError> {
    let file = folder.table("majors.csv")?;
    let c = file.all(&["ccode", "styear", "endyear"])?;
    let mut spans = Vec::new();
    file.each(|row| {
        let (from, to) = (row.year(c[1])?, row.year(c[2])?);
        spans.push((row.member(c[0], from, cow)?, from, to));
        Ok(())
    })?;
    let mut table = StateTable::new(1);
    let (major, minor) = (table.blocks.filled(1), table.blocks.filled(0));
    table.elsewhere = Elsewhere::within(i16::MIN, i16::MAX, minor);
    // A power that was one when the list was cut is taken to be one ever since.
    let cut = spans.iter().map(|(_, _, to)| *to).max().unwrap_or(0);
    for (code, from, to) in spans {
        (from..=if to == cut { 2100 } else { to }).for_each(|year| table.set(code, year, major));
    }
    Ok(StateLayer::new(table, SystemKind::Cow, sides, columns("cow_majors", &[("cowmaj", Kind::Integer)])))
}
