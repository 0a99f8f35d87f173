//! Features as bins, kept row by row without what is common.

/// The most bins of a feature, and the step from one feature to the next in a histogram.
pub(super) const BINS: usize = 64;

/// The features of some rows as bins.
///
/// Most features of most ties have one and the same value: nothing there, never, none. Only the others are listed,
/// row by row, so that a histogram costs what a row has to say; the common bin is what is left of the whole.
pub(super) struct Binned {
    /// Which feature each column is.
    pub(super) columns: Vec<usize>,
    /// The upper ends of all bins of a column but the last.
    pub(super) edges: Vec<Vec<f32>>,
    /// The bin of every row, column by column.
    pub(super) bins: Vec<Vec<u8>>,
    /// The most frequent bin of each column.
    pub(super) common: Vec<u8>,
    starts: Vec<u32>,
    cells: Vec<u16>,
}

impl Binned {
    /// The bins of `columns` for `rows`.
    pub(super) fn new(features: &[Vec<f32>], columns: &[usize], rows: &[usize]) -> Self {
        let (mut all_edges, mut bins) = (Vec::new(), Vec::new());
        for column in columns {
            let values: Vec<f32> = rows.iter().map(|r| features[*column][*r]).collect();
            let edges = edges(&values);
            let bin = |v: &f32| u8::try_from(edges.partition_point(|e| e < v)).unwrap_or(u8::MAX);
            bins.push(values.iter().map(bin).collect::<Vec<u8>>());
            all_edges.push(edges);
        }
        let common = bins.iter().map(|b| most_frequent(b)).collect();
        let mut out = Self { columns: columns.to_vec(), edges: all_edges, bins, common, starts: vec![0], cells: Vec::new() };
        (0..rows.len()).for_each(|row| out.list(row));
        out
    }

    fn list(&mut self, row: usize) {
        for (column, bins) in self.bins.iter().enumerate() {
            if bins[row] != self.common[column] {
                self.cells.push(u16::try_from(column * BINS + usize::from(bins[row])).unwrap_or(u16::MAX));
            }
        }
        self.starts.push(u32::try_from(self.cells.len()).unwrap_or(u32::MAX));
    }

    /// Where in a histogram a row stands, common bins left out.
    #[inline]
    pub(super) fn cells(&self, row: usize) -> &[u16] {
        &self.cells[self.starts[row] as usize..self.starts[row + 1] as usize]
    }
}

fn most_frequent(bins: &[u8]) -> u8 {
    let mut counts = [0u32; BINS];
    bins.iter().for_each(|b| counts[usize::from(*b) % BINS] += 1);
    let most = (0..BINS).reduce(|a, b| if counts[b] > counts[a] { b } else { a }).unwrap_or(0);
    u8::try_from(most).unwrap_or(0)
}

/// The upper ends of all bins but the last: every value when there are few, quantiles when there are many.
fn edges(values: &[f32]) -> Vec<f32> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f32::total_cmp);
    let mut distinct = sorted.clone();
    distinct.dedup();
    if distinct.len() > BINS {
        distinct = (1..BINS).map(|q| sorted[q * sorted.len() / BINS]).collect();
        distinct.dedup();
    } else {
        distinct.pop();
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_part_few_values_and_many() {
        assert_eq!(edges(&[1.0, 0.0, 1.0, 5.0]), [0.0, 1.0]);
        let many: Vec<f32> = (0..1000u16).map(f32::from).collect();
        assert_eq!(edges(&many).len(), 63);
    }

    #[test]
    fn only_what_is_not_common_is_listed() {
        let binned = Binned::new(&[vec![0.0, 7.0, 0.0], vec![1.0, 1.0, 1.0]], &[0, 1], &[0, 1, 2]);
        assert_eq!(binned.common, [0, 0]);
        assert_eq!((binned.cells(0), binned.cells(1), binned.cells(2)), (&[][..], &[1][..], &[][..]));
    }
}
