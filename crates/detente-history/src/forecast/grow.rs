//! One tree, grown on histograms of whole numbers: the same sums in whatever order they are made.

use super::bins::{BINS, Binned};
use super::boost::{Node, Settings};

/// Gradient, and curvature with the number of rows above it, in fixed point.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    gradient: i64,
    curvature: i64,
}

/// The unit of gradients, which lie in -1 to 1.
const GRADIENT: f64 = 1_073_741_824.0;
/// The unit of curvatures, which lie in 0 to 1/4.
const CURVATURE: f64 = 268_435_456.0;
/// Where the number of rows begins: a million curvatures stay below it.
const ROWS: u32 = 46;

#[expect(clippy::cast_possible_truncation, reason = "bounded by the weight of a row, which is at most 1")]
#[inline]
fn fixed(value: f64, unit: f64) -> i64 {
    (value * unit) as i64
}

#[expect(clippy::cast_precision_loss, reason = "sums stay below 2^53")]
#[inline]
fn float(value: i64, unit: f64) -> f64 {
    value as f64 / unit
}

impl Sums {
    /// One row.
    pub(super) fn row(gradient: f64, curvature: f64) -> Self {
        Self { gradient: fixed(gradient, GRADIENT), curvature: fixed(curvature, CURVATURE) + (1 << ROWS) }
    }

    #[inline]
    fn add(&mut self, other: Self) {
        self.gradient += other.gradient;
        self.curvature += other.curvature;
    }

    #[inline]
    fn less(self, other: Self) -> Self {
        Self { gradient: self.gradient - other.gradient, curvature: self.curvature - other.curvature }
    }

    #[inline]
    fn rows(self) -> i64 {
        self.curvature >> ROWS
    }

    #[inline]
    fn gradient(self) -> f64 {
        float(self.gradient, GRADIENT)
    }

    #[inline]
    fn curvature(self) -> f64 {
        float(self.curvature & ((1 << ROWS) - 1), CURVATURE)
    }

    #[inline]
    fn score(self, ridge: f64) -> f64 {
        self.gradient().powi(2) / (self.curvature() + ridge)
    }
}

/// The sums of every bin of every column, and of all rows.
struct Histogram {
    sums: Vec<Sums>,
    all: Sums,
}

/// A leaf that may still be split.
struct Leaf {
    node: usize,
    rows: Vec<u32>,
    histogram: Histogram,
    best: Option<Split>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    column: usize,
    bin: usize,
}

/// What a tree is grown from.
pub(super) struct Ground<'a> {
    pub(super) binned: &'a Binned,
    pub(super) sums: &'a [Sums],
    pub(super) settings: Settings,
}

impl Ground<'_> {
    fn histogram(&self, rows: &[u32]) -> Histogram {
        let mut sums = vec![Sums::default(); self.binned.columns.len() * BINS];
        let mut all = Sums::default();
        for row in rows {
            let row = *row as usize;
            let own = self.sums[row];
            all.add(own);
            for cell in self.binned.cells(row) {
                sums[usize::from(*cell)].add(own);
            }
        }
        for (column, common) in sums.chunks_exact_mut(BINS).zip(&self.binned.common) {
            let rest = column.iter().fold(all, |rest, s| rest.less(*s));
            column[usize::from(*common)] = rest;
        }
        Histogram { sums, all }
    }

    fn best(&self, histogram: &Histogram) -> Option<Split> {
        let mut best: Option<Split> = None;
        for (column, sums) in histogram.sums.chunks_exact(BINS).enumerate() {
            self.best_of(histogram.all, column, &sums[..self.binned.edges[column].len()], &mut best);
        }
        best
    }

    fn best_of(&self, all: Sums, column: usize, sums: &[Sums], best: &mut Option<Split>) {
        let (ridge, fewest) = (self.settings.ridge, i64::try_from(self.settings.rows).unwrap_or(i64::MAX));
        let whole = all.score(ridge);
        let mut low = Sums::default();
        for (bin, sum) in sums.iter().enumerate().filter(|(_, s)| s.curvature != 0) {
            low.add(*sum);
            let high = all.less(low);
            if low.rows() < fewest || high.rows() < fewest {
                continue;
            }
            let gain = low.score(ridge) + high.score(ridge) - whole;
            if gain > best.map_or(1e-9, |b| b.gain) {
                *best = Some(Split { gain, column, bin });
            }
        }
    }

    fn leaf(&self, node: usize, rows: Vec<u32>, histogram: Histogram) -> Leaf {
        let best = self.best(&histogram);
        Leaf { node, rows, histogram, best }
    }

    fn value(&self, leaf: &Leaf) -> f64 {
        let all = leaf.histogram.all;
        -self.settings.rate * all.gradient() / (all.curvature() + self.settings.ridge)
    }

    /// Grows a tree, the leaf that gains most first; `margins` are moved by its values.
    pub(super) fn tree(&self, margins: &mut [f64]) -> Vec<Node> {
        let rows: Vec<u32> = (0..u32::try_from(margins.len()).unwrap_or(u32::MAX)).collect();
        let histogram = self.histogram(&rows);
        let mut nodes = vec![Node::Leaf(0.0)];
        let mut leaves = vec![self.leaf(0, rows, histogram)];
        while leaves.len() < self.settings.leaves {
            let gain = |leaf: &Leaf| leaf.best.map_or(0.0, |b| b.gain);
            let Some(at) = (0..leaves.len())
                .filter(|n| leaves[*n].best.is_some())
                .reduce(|a, b| if gain(&leaves[b]) > gain(&leaves[a]) { b } else { a })
            else {
                break;
            };
            let leaf = leaves.swap_remove(at);
            self.split(leaf, &mut nodes, &mut leaves);
        }
        for leaf in &leaves {
            let value = self.value(leaf);
            nodes[leaf.node] = Node::Leaf(value);
            leaf.rows.iter().for_each(|row| margins[*row as usize] += value);
        }
        nodes
    }

    fn split(&self, leaf: Leaf, nodes: &mut Vec<Node>, leaves: &mut Vec<Leaf>) {
        let Some(split) = leaf.best else { return };
        let bins = &self.binned.bins[split.column];
        let (low, high): (Vec<u32>, Vec<u32>) = leaf.rows.iter().partition(|row| usize::from(bins[**row as usize]) <= split.bin);
        let (feature, most) = (self.binned.columns[split.column], self.binned.edges[split.column][split.bin]);
        let first = nodes.len();
        nodes[leaf.node] = Node::Split { feature, most, low: first, high: first + 1 };
        nodes.extend([Node::Leaf(0.0), Node::Leaf(0.0)]);
        // Only the smaller side is counted; the other is what is left.
        let small = self.histogram(if low.len() <= high.len() { &low } else { &high });
        let large = leaf.histogram.without(&small);
        let (of_low, of_high) = if low.len() <= high.len() { (small, large) } else { (large, small) };
        leaves.push(self.leaf(first, low, of_low));
        leaves.push(self.leaf(first + 1, high, of_high));
    }
}

impl Histogram {
    fn without(mut self, part: &Self) -> Self {
        for (whole, part) in self.sums.iter_mut().zip(&part.sums) {
            *whole = whole.less(*part);
        }
        self.all = self.all.less(part.all);
        self
    }
}
