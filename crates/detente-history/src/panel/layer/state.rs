//! A data set of state-years, added to the state or to both members of a dyad.

use super::Layer;
use crate::panel::PanelError;
use crate::panel::block::{BlockId, Blocks, Elsewhere};
use crate::panel::column::{Column, both_sides};
use crate::panel::line::Line;
use crate::panel::place::Place;
use crate::panel::row::Row;
use crate::panel::system::{CODES, SystemKind};

/// The first year that a panel may have.
const FIRST: i16 = 1816;
/// How many years there may be.
const SPAN: usize = 285;

/// Blocks by state and year.
pub(crate) struct StateTable {
    pub(crate) blocks: Blocks,
    pub(crate) elsewhere: Elsewhere,
    slots: Vec<u16>,
    cells: Vec<(BlockId, u32)>,
}

impl StateTable {
    pub(crate) fn new(width: usize) -> Self {
        let blocks = Blocks::new(width);
        Self { blocks, elsewhere: Elsewhere::default(), slots: vec![0; CODES], cells: Vec::new() }
    }

    /// The place of a state-year, made when there is none; none for years that no panel has.
    fn cell(&mut self, code: u16, year: i16) -> Option<&mut (BlockId, u32)> {
        let year = usize::try_from(year - FIRST).ok().filter(|y| *y < SPAN)?;
        let slot = self.slots.get_mut(usize::from(code))?;
        if *slot == 0 {
            self.cells.resize(self.cells.len() + SPAN, (0, 0));
            *slot = u16::try_from(self.cells.len() / SPAN).ok()?;
        }
        self.cells.get_mut((usize::from(*slot) - 1) * SPAN + year)
    }

    /// Sets the block of a state-year that may be set again.
    pub(crate) fn set(&mut self, code: u16, year: i16, block: BlockId) {
        if let Some(cell) = self.cell(code, year) {
            *cell = (block, u32::MAX);
        }
    }

    /// Sets the block of a row's state-year, which no other row may have.
    pub(crate) fn add(&mut self, row: &Row, column: usize, code: u16, year: i16, block: BlockId) -> Result<(), PanelError> {
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        let Some(cell) = self.cell(code, year) else { return Ok(()) };
        if cell.1 != 0 {
            return Err(twice(row, column, format!("{code} in {year}"), cell.1));
        }
        *cell = (block, line);
        Ok(())
    }

    /// The block of a state-year.
    pub(crate) fn block(&self, code: u16, year: i16) -> BlockId {
        let found = usize::try_from(year - FIRST).ok().filter(|y| *y < SPAN).and_then(|year| {
            let slot = usize::from(*self.slots.get(usize::from(code))?).checked_sub(1)?;
            self.cells.get(slot * SPAN + year).filter(|cell| cell.1 != 0).map(|cell| cell.0)
        });
        found.unwrap_or_else(|| self.elsewhere.block(year))
    }
}

/// The error of a row whose key stands already in another.
pub(crate) fn twice(row: &Row, column: usize, key: String, first: u32) -> PanelError {
    let column = row.table.header[column].clone();
    let file = row.table.name.clone();
    PanelError::Twice { file, line: row.line, column, key, first: usize::try_from(first).unwrap_or(0) }
}

/// The layer of a table of state-years.
pub(crate) struct StateLayer {
    table: StateTable,
    system: SystemKind,
    sides: usize,
    columns: Vec<Column>,
}

impl StateLayer {
    /// One side for state-years, two for dyad-years, whose columns are numbered.
    pub(crate) fn new(table: StateTable, system: SystemKind, sides: usize, columns: Vec<Column>) -> Self {
        let columns = if sides == 2 { both_sides(&columns) } else { columns };
        Self { table, system, sides, columns }
    }
}

impl Layer for StateLayer {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn write(&mut self, place: &mut Place, line: &mut Line) -> Result<bool, PanelError> {
        let codes = match self.system {
            SystemKind::Cow => place.cow,
            SystemKind::Gw => place.gw,
        };
        for code in codes.iter().take(self.sides) {
            let block = if *code == 0 { 0 } else { self.table.block(*code, place.year) };
            self.table.blocks.write(block, line);
        }
        Ok(true)
    }
}
