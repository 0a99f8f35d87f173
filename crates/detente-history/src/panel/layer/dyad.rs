//! A data set of dyad-years.

use super::Layer;
use crate::panel::PanelError;
use crate::panel::block::{BlockId, Blocks, Elsewhere};
use crate::panel::column::Column;
use crate::panel::line::Line;
use crate::panel::place::Place;
use crate::panel::system::CODES;

/// What a data set says of one dyad in one year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) a: u16,
    pub(crate) b: u16,
    pub(crate) year: i16,
    pub(crate) block: BlockId,
    pub(crate) line: u32,
}

impl Entry {
    pub(crate) fn key(&self) -> (u16, u16, i16) {
        (self.a, self.b, self.year)
    }
}

/// The layer of such a data set.
pub(crate) struct DyadLayer {
    blocks: Blocks,
    elsewhere: Elsewhere,
    columns: Vec<Column>,
    /// Whether the rows of the data set have no direction: the lower code stands first.
    undirected: bool,
    years: Vec<(i16, BlockId)>,
    index: Index,
    pair: (u16, u16),
    year: i16,
    range: (usize, usize),
}

/// Where the years of a dyad stand, by the two codes.
struct Index {
    slots: Vec<u16>,
    width: usize,
    ranges: Vec<(u32, u32)>,
}

impl Index {
    fn new(entries: &[Entry]) -> Self {
        let mut slots = vec![0u16; CODES];
        let mut next = 0;
        for code in entries.iter().flat_map(|e| [e.a, e.b]) {
            let slot = &mut slots[usize::from(code) % CODES];
            if *slot == 0 {
                next += 1;
                *slot = next;
            }
        }
        let width = usize::from(next) + 1;
        let mut index = Self { slots, width, ranges: vec![(0, 0); width * width] };
        for (n, entry) in entries.iter().enumerate() {
            let n = u32::try_from(n).unwrap_or(u32::MAX);
            let at = index.at(entry.a, entry.b);
            let range = &mut index.ranges[at];
            *range = if range.1 == 0 { (n, n + 1) } else { (range.0, n + 1) };
        }
        index
    }

    fn at(&self, a: u16, b: u16) -> usize {
        let slot = |code: u16| usize::from(self.slots[usize::from(code) % CODES]);
        slot(a) * self.width + slot(b)
    }

    /// The years of a dyad. Slot 0 is that of codes which the data set does not have.
    fn range(&self, a: u16, b: u16) -> (usize, usize) {
        let (from, to) = self.ranges[self.at(a, b)];
        (usize::try_from(from).unwrap_or(0), usize::try_from(to).unwrap_or(0))
    }
}

impl DyadLayer {
    /// The layer of entries, one for a dyad-year; `file` and `column` are named when there are two.
    pub(crate) fn new(
        blocks: Blocks,
        elsewhere: Elsewhere,
        columns: Vec<Column>,
        mut entries: Vec<Entry>,
        file: &str,
    ) -> Result<Self, PanelError> {
        if !entries.is_sorted_by_key(Entry::key) {
            entries.sort_by_key(Entry::key);
        }
        if let Some(pair) = entries.windows(2).find(|w| w[0].key() == w[1].key()) {
            return Err(twice(file, pair));
        }
        let index = Index::new(&entries);
        let years = entries.iter().map(|e| (e.year, e.block)).collect();
        Ok(Self { blocks, elsewhere, columns, undirected: false, years, index, pair: (0, 0), year: 0, range: (0, 0) })
    }

    /// The same layer, read without direction.
    pub(crate) fn undirected(mut self) -> Self {
        self.undirected = true;
        self
    }

    fn block(&mut self, place: &Place) -> BlockId {
        let [a, b] = place.cow;
        if a == 0 || b == 0 {
            return 0;
        }
        let pair = if self.undirected && a > b { (b, a) } else { (a, b) };
        if pair != self.pair || place.year < self.year {
            self.pair = pair;
            self.range = self.index.range(pair.0, pair.1);
        }
        self.year = place.year;
        let years = &self.years[self.range.0..self.range.1];
        // Rows come by year within a dyad: what is past is not looked at again.
        match years.first() {
            Some((first, _)) if *first > place.year => self.elsewhere.block(place.year),
            None => self.elsewhere.block(place.year),
            Some((first, block)) if *first == place.year => *block,
            Some(_) => match years.binary_search_by_key(&place.year, |y| y.0) {
                Ok(n) => {
                    self.range.0 += n;
                    years[n].1
                }
                Err(n) => {
                    self.range.0 += n.min(years.len());
                    self.elsewhere.block(place.year)
                }
            },
        }
    }
}

fn twice(file: &str, pair: &[Entry]) -> PanelError {
    let (first, second) = (pair[0].line.min(pair[1].line), pair[0].line.max(pair[1].line));
    let key = format!("{}-{} in {}", pair[0].a, pair[0].b, pair[0].year);
    let line = |n: u32| usize::try_from(n).unwrap_or(0);
    PanelError::Twice { file: file.to_owned(), line: line(second), column: "year".to_owned(), key, first: line(first) }
}

impl Layer for DyadLayer {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn write(&mut self, place: &mut Place, line: &mut Line) -> Result<bool, PanelError> {
        let block = self.block(place);
        self.blocks.write(block, line);
        Ok(true)
    }
}
