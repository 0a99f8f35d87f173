//! The codes of the other state system, and what they open: layers in those codes.

use std::collections::BTreeMap;

use super::Layer;
use super::state::{StateLayer, StateTable};
use crate::panel::PanelError;
use crate::panel::column::{Column, Kind, columns};
use crate::panel::folder::Folder;
use crate::panel::line::Line;
use crate::panel::place::Place;
use crate::panel::system::{System, SystemKind};

/// State-years of one system with the code of the other: of several, the greatest.
pub(crate) type Pairs = BTreeMap<(u16, i16), u16>;

/// Which state of the other system a state of `from` is, by year.
pub(crate) fn pairs(from: SystemKind, folder: &Folder, own: &System, other: &System) -> Result<Pairs, PanelError> {
    let name = if from == SystemKind::Cow { "cow_ccode_gw_year.csv" } else { "gw_cow_year.csv" };
    let file = folder.table(name)?;
    let c = file.all(&[own.kind.column(), other.kind.column(), "year"])?;
    let mut out = Pairs::new();
    file.each(|row| {
        // A state-year of the other system alone has no code here.
        if row.maybe(c[0])?.is_none() || row.maybe(c[1])?.is_none() {
            return Ok(());
        }
        let (code, year) = (row.code(c[0], own)?, row.year(c[2])?);
        let twin = row.code(c[1], other)?;
        let kept = out.entry((code, year)).or_insert(twin);
        *kept = twin.max(*kept);
        Ok(())
    })?;
    Ok(out)
}

/// The layers `gwcode_to_cow` and `ccode_to_gw`.
pub(crate) struct Codes {
    cells: StateLayer,
    pairs: Pairs,
    from: SystemKind,
}

/// The layer that adds to a panel of `own` the codes of `other`.
pub(crate) fn codes(sides: usize, folder: &Folder, own: &System, other: &System) -> Result<Codes, PanelError> {
    let pairs = pairs(own.kind, folder, own, other)?;
    let mut table = StateTable::new(1);
    for ((code, year), twin) in &pairs {
        let block = table.blocks.small(i64::from(*twin));
        table.set(*code, *year, block);
    }
    let name = if own.kind == SystemKind::Cow { "gwcode_to_cow" } else { "ccode_to_gw" };
    let columns = columns(name, &[(other.kind.column(), Kind::Integer)]);
    Ok(Codes { cells: StateLayer::new(table, own.kind, sides, columns), pairs, from: own.kind })
}

impl Layer for Codes {
    fn columns(&self) -> &[Column] {
        self.cells.columns()
    }

    fn write(&mut self, place: &mut Place, line: &mut Line) -> Result<bool, PanelError> {
        let twin = |code: u16, year: i16| self.pairs.get(&(code, year)).copied().unwrap_or(0);
        match self.from {
            SystemKind::Cow => place.gw = place.cow.map(|c| twin(c, place.year)),
            SystemKind::Gw => place.cow = place.gw.map(|c| twin(c, place.year)),
        }
        self.cells.write(place, line)
    }
}
