//! A panel: rows of a unit with the columns of data sets, streamed one after the other.

use std::collections::HashSet;
use std::io::Write;

use serde::Serialize;

use super::PanelError;
use super::column::{Column, Kind};
use super::frame::Frame;
use super::layer::Layer;
use super::line::Line;

/// A panel that is ready to be written. Only its data sets are in memory, never its rows.
pub struct Panel {
    frame: Frame,
    layers: Vec<Box<dyn Layer>>,
    columns: Vec<Column>,
}

/// What a column holds, over all rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// The column.
    pub column: Column,
    /// The sum of its numbers.
    pub sum: f64,
    /// The sum of their absolute values: the scale against which a difference of sums is small.
    pub scale: f64,
    /// How many cells are missing.
    pub missing: u64,
    /// How many cells hold a number other than 0.
    pub nonzero: u64,
    /// How many different texts there are; none for numbers.
    pub distinct: Option<u64>,
}

impl Panel {
    pub(crate) fn new(frame: Frame) -> Self {
        let columns = frame.columns.clone();
        Self { frame, layers: Vec::new(), columns }
    }

    pub(crate) fn add(&mut self, layer: Box<dyn Layer>) -> Result<(), PanelError> {
        for column in layer.columns() {
            if let Some(first) = self.columns.iter().find(|c| c.name == column.name) {
                let (first, second) = (first.source.clone(), column.source.clone());
                return Err(PanelError::Clash { column: column.name.clone(), first, second });
            }
        }
        self.columns.extend(layer.columns().iter().cloned());
        self.layers.push(layer);
        Ok(())
    }

    /// Where a column stands.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The columns, in order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows the frame has; filters may leave fewer.
    ///
    /// # Errors
    /// When the frame cannot be walked through.
    pub fn frame_rows(&self) -> Result<u64, PanelError> {
        self.frame.rows()
    }

    /// Visits every row; `seen` hears of every row of the frame, kept or not. Gives how many stay.
    ///
    /// # Errors
    /// When a row cannot be built, or `visit` fails.
    pub fn each(
        &mut self,
        seen: &mut dyn FnMut(),
        visit: &mut dyn FnMut(&Line) -> Result<(), PanelError>,
    ) -> Result<u64, PanelError> {
        let (layers, mut rows) = (&mut self.layers, 0);
        self.frame.each(&mut |mut place, line| {
            seen();
            for layer in layers.iter_mut() {
                if !layer.write(&mut place, line)? {
                    return Ok(());
                }
            }
            rows += 1;
            visit(line)
        })?;
        Ok(rows)
    }

    /// Writes the panel as CSV, header first; a missing cell is empty. Gives the number of rows.
    ///
    /// # Errors
    /// When a row cannot be built or written.
    pub fn write(&mut self, out: &mut dyn Write, seen: &mut dyn FnMut()) -> Result<u64, PanelError> {
        let names: Vec<&str> = self.columns.iter().map(|c| c.name.as_str()).collect();
        writeln!(out, "{}", names.join(","))?;
        let mut page: Vec<u8> = Vec::with_capacity(PAGE + 4096);
        let rows = self.each(seen, &mut |line| {
            page.extend_from_slice(line.csv());
            page.push(b'\n');
            if page.len() >= PAGE {
                out.write_all(&page)?;
                page.clear();
            }
            Ok(())
        })?;
        out.write_all(&page)?;
        out.flush()?;
        Ok(rows)
    }

    /// Sums and counts of every column. Gives the number of rows with them.
    ///
    /// # Errors
    /// When a row cannot be built.
    pub fn summary(&mut self) -> Result<(u64, Vec<Summary>), PanelError> {
        let mut tallies: Vec<Tally> = self.columns.iter().map(Tally::of).collect();
        let rows = self.each(&mut || (), &mut |line| {
            tallies.iter_mut().zip(line.values()).for_each(|(tally, value)| tally.take(*value));
            Ok(())
        })?;
        let columns = self.columns.iter().zip(tallies);
        Ok((rows, columns.map(|(column, tally)| tally.summary(column)).collect()))
    }
}

/// How many bytes are written at once.
const PAGE: usize = 1 << 18;

/// A running sum, compensated (Neumaier 1974) so that millions of terms do not wear it down.
struct Tally {
    sum: f64,
    rest: f64,
    scale: f64,
    missing: u64,
    nonzero: u64,
    words: Option<HashSet<u64>>,
}

impl Tally {
    fn of(column: &Column) -> Self {
        let words = (column.kind == Kind::Text).then(HashSet::new);
        Self { sum: 0.0, rest: 0.0, scale: 0.0, missing: 0, nonzero: 0, words }
    }

    fn take(&mut self, value: f64) {
        if value.is_nan() {
            self.missing += 1;
        } else if let Some(words) = &mut self.words {
            words.insert(value.to_bits());
        } else if value != 0.0 {
            self.nonzero += 1;
            self.scale += value.abs();
            let sum = self.sum + value;
            let (more, less) = if self.sum.abs() >= value.abs() { (self.sum, value) } else { (value, self.sum) };
            self.rest += (more - sum) + less;
            self.sum = sum;
        }
    }

    fn summary(self, column: &Column) -> Summary {
        let distinct = self.words.map(|w| u64::try_from(w.len()).unwrap_or(u64::MAX));
        let (sum, scale) = (self.sum + self.rest, self.scale);
        Summary { column: column.clone(), sum, scale, missing: self.missing, nonzero: self.nonzero, distinct }
    }
}
