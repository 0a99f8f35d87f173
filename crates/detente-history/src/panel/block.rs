//! Cells that are written many times, kept as the bytes and the numbers they are written as.
//!
//! A state's seven figures of one year stand in some two hundred rows of a dyad-year panel. They
//! are rendered once, here, and copied from then on.

use std::collections::HashMap;

use super::PanelError;
use super::column::Kind;
use super::line::Line;
use super::row::Row;

/// The number of a block; 0 is the one whose cells are all missing.
pub(crate) type BlockId = u32;

/// Blocks of the same columns.
#[derive(Default)]
pub(crate) struct Blocks {
    width: usize,
    text: Vec<u8>,
    ends: Vec<usize>,
    values: Vec<f64>,
    words: HashMap<String, u32>,
    small: Vec<BlockId>,
}

impl Blocks {
    /// No blocks but the missing one.
    pub(crate) fn new(width: usize) -> Self {
        let mut blocks = Self { width, ..Self::default() };
        for _ in 0..width {
            blocks.missing();
        }
        blocks.close();
        blocks
    }

    /// Appends a block to a line.
    pub(crate) fn write(&self, id: BlockId, line: &mut Line) {
        let n = id as usize;
        let start = if n == 0 { 0 } else { self.ends[n - 1] };
        line.text.extend_from_slice(&self.text[start..self.ends[n]]);
        line.values.extend_from_slice(&self.values[n * self.width..(n + 1) * self.width]);
    }

    /// The value of one cell of a block; NaN when it is missing.
    pub(crate) fn value(&self, id: BlockId, column: usize) -> f64 {
        self.values[id as usize * self.width + column]
    }

    /// A cell without a value.
    pub(crate) fn missing(&mut self) {
        self.text.push(b',');
        self.values.push(f64::NAN);
    }

    /// A cell with a whole number.
    pub(crate) fn whole(&mut self, n: i64) {
        self.text.push(b',');
        self.text.extend_from_slice(n.to_string().as_bytes());
        self.values.push(n as f64);
    }

    /// A cell with a whole number, if there is one.
    pub(crate) fn maybe(&mut self, n: Option<i64>) {
        match n {
            None => self.missing(),
            Some(n) => self.whole(n),
        }
    }

    /// A cell with a number.
    pub(crate) fn number(&mut self, n: f64) {
        self.text.push(b',');
        if !n.is_nan() {
            self.text.extend_from_slice(n.to_string().as_bytes());
        }
        self.values.push(n);
    }

    /// A cell with a text; its value is a number that is the same for the same text.
    pub(crate) fn word(&mut self, word: &str) {
        self.text.push(b',');
        if word.contains([',', '"', '\n']) {
            self.text.extend_from_slice(format!("\"{}\"", word.replace('"', "\"\"")).as_bytes());
        } else {
            self.text.extend_from_slice(word.as_bytes());
        }
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX) + 1;
        let id = *self.words.entry(word.to_owned()).or_insert(next);
        self.values.push(f64::from(id));
    }

    /// A cell as it stands in a file.
    pub(crate) fn copy(&mut self, row: &Row, column: usize, kind: Kind) -> Result<(), PanelError> {
        match kind {
            Kind::Text if row.fields[column].is_empty() => self.missing(),
            Kind::Text => self.word(&row.text(column)?),
            Kind::Integer | Kind::Number => match row.number(column)? {
                None => self.missing(),
                Some(n) => {
                    self.text.push(b',');
                    self.text.extend_from_slice(row.fields[column]);
                    self.values.push(n);
                }
            },
        }
        Ok(())
    }

    /// Ends the block whose cells were added last.
    pub(crate) fn close(&mut self) -> BlockId {
        self.ends.push(self.text.len());
        u32::try_from(self.ends.len() - 1).unwrap_or(0)
    }

    /// A block of cells that all hold this number.
    pub(crate) fn filled(&mut self, n: i64) -> BlockId {
        for _ in 0..self.width {
            self.whole(n);
        }
        self.close()
    }

    /// The block of one small whole number, made once.
    pub(crate) fn small(&mut self, n: i64) -> BlockId {
        let Some(slot) = usize::try_from(n).ok().filter(|n| *n < 4096) else { return self.filled(n) };
        if self.small.len() <= slot {
            self.small.resize(slot + 1, 0);
        }
        if self.small[slot] == 0 {
            self.small[slot] = self.filled(n);
        }
        self.small[slot]
    }
}

/// Which block stands where a data set has no row: inside its span that is often an honest zero.
#[derive(Default)]
pub(crate) struct Elsewhere(Vec<(i16, i16, BlockId)>);

impl Elsewhere {
    /// The block of these years, missing in all others.
    pub(crate) fn within(from: i16, to: i16, block: BlockId) -> Self {
        Self(vec![(from, to, block)])
    }

    /// One more span of years.
    pub(crate) fn and(mut self, from: i16, to: i16, block: BlockId) -> Self {
        self.0.push((from, to, block));
        self
    }

    /// The block of a year.
    pub(crate) fn block(&self, year: i16) -> BlockId {
        self.0.iter().find(|(from, to, _)| (*from..=*to).contains(&year)).map_or(0, |(_, _, block)| *block)
    }
}
