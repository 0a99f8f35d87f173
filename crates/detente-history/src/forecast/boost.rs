//! Gradient-boosted trees for a yes or no, over binned features: deterministic, no seed.

/// How trees are grown.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How many trees.
    pub trees: usize,
    /// How much of each tree counts.
    pub rate: f64,
    /// The most leaves of a tree.
    pub leaves: usize,
    /// The fewest rows of a leaf.
    pub rows: usize,
    /// The ridge on the value of a leaf.
    pub ridge: f64,
}

/// The most bins of a feature.
const BINS: usize = 64;

#[derive(Clone, Debug)]
enum Node {
    Leaf(f64),
    Split { feature: usize, most: f32, low: usize, high: usize },
}

/// Trees that add up to log-odds.
#[derive(Clone, Debug)]
pub struct Booster {
    base: f64,
    trees: Vec<Vec<Node>>,
}

/// The features of the rows at hand as bins.
struct Binned {
    columns: Vec<usize>,
    bins: Vec<Vec<u8>>,
    edges: Vec<Vec<f32>>,
}

impl Binned {
    fn new(features: &[Vec<f32>], columns: &[usize], rows: &[usize]) -> Self {
        let mut out = Self { columns: columns.to_vec(), bins: Vec::new(), edges: Vec::new() };
        for column in columns {
            let values: Vec<f32> = rows.iter().map(|r| features[*column][*r]).collect();
            let edges = edges(&values);
            let bin = |v: &f32| u8::try_from(edges.partition_point(|e| e < v)).unwrap_or(u8::MAX);
            out.bins.push(values.iter().map(bin).collect());
            out.edges.push(edges);
        }
        out
    }
}

/// The upper ends of all bins but the last: every value when there are few, quantiles when there are many.
fn edges(values: &[f32]) -> Vec<f32> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
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

/// Sums of gradients, of curvatures, and of rows.
#[derive(Clone, Copy, Default)]
struct Sums {
    gradient: f64,
    curvature: f64,
    rows: u32,
}

impl Sums {
    fn add(&mut self, gradient: f64, curvature: f64) {
        self.gradient += gradient;
        self.curvature += curvature;
        self.rows += 1;
    }

    fn less(self, other: Self) -> Self {
        Self {
            gradient: self.gradient - other.gradient,
            curvature: self.curvature - other.curvature,
            rows: self.rows - other.rows,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            gradient: self.gradient + other.gradient,
            curvature: self.curvature + other.curvature,
            rows: self.rows + other.rows,
        }
    }

    fn score(self, ridge: f64) -> f64 {
        self.gradient * self.gradient / (self.curvature + ridge)
    }
}

type Histogram = Vec<[Sums; BINS]>;

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
struct Ground<'a> {
    binned: &'a Binned,
    gradients: &'a [f64],
    curvatures: &'a [f64],
    settings: Settings,
}

impl Ground<'_> {
    fn histogram(&self, rows: &[u32]) -> Histogram {
        let mut out = vec![[Sums::default(); BINS]; self.binned.bins.len()];
        for (bins, sums) in self.binned.bins.iter().zip(&mut out) {
            for row in rows {
                let row = *row as usize;
                sums[usize::from(bins[row]) % BINS].add(self.gradients[row], self.curvatures[row]);
            }
        }
        out
    }

    fn best(&self, histogram: &[[Sums; BINS]]) -> Option<Split> {
        let (ridge, fewest) = (self.settings.ridge, self.settings.rows);
        let mut best: Option<Split> = None;
        for (column, sums) in histogram.iter().enumerate() {
            let all = sums.iter().fold(Sums::default(), |a, b| a.plus(*b));
            let mut low = Sums::default();
            for (bin, sum) in sums.iter().enumerate().take(self.binned.edges[column].len()) {
                low = low.plus(*sum);
                let high = all.less(low);
                if (low.rows as usize) < fewest || (high.rows as usize) < fewest {
                    continue;
                }
                let gain = low.score(ridge) + high.score(ridge) - all.score(ridge);
                if gain > best.map_or(1e-9, |b| b.gain) {
                    best = Some(Split { gain, column, bin });
                }
            }
        }
        best
    }

    fn leaf(&self, node: usize, rows: Vec<u32>, histogram: Histogram) -> Leaf {
        let best = self.best(&histogram);
        Leaf { node, rows, histogram, best }
    }

    fn value(&self, leaf: &Leaf) -> f64 {
        let all = leaf.histogram[0].iter().fold(Sums::default(), |a, b| a.plus(*b));
        -self.settings.rate * all.gradient / (all.curvature + self.settings.ridge)
    }

    /// Grows a tree, the leaf that gains most first; `margins` are moved by its values.
    fn tree(&self, margins: &mut [f64]) -> Vec<Node> {
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
        let mut large = leaf.histogram;
        for (large, small) in large.iter_mut().flatten().zip(small.iter().flatten()) {
            *large = large.less(*small);
        }
        let (of_low, of_high) = if low.len() <= high.len() { (small, large) } else { (large, small) };
        leaves.push(self.leaf(first, low, of_low));
        leaves.push(self.leaf(first + 1, high, of_high));
    }
}

impl Booster {
    /// Fits the trees on some rows with their outcomes and weights, over some features.
    #[must_use]
    pub fn fit(
        features: &[Vec<f32>],
        columns: &[usize],
        rows: &[usize],
        outcomes: &[bool],
        weights: &[f64],
        settings: Settings,
    ) -> Self {
        let binned = Binned::new(features, columns, rows);
        let (all, yes) =
            weights.iter().zip(outcomes).fold((1e-9, 1e-9), |(all, yes), (w, o)| (all + w, yes + f64::from(u8::from(*o)) * w));
        let share = (yes / all).clamp(1e-6, 1.0 - 1e-6);
        let base = (share / (1.0 - share)).ln();
        let mut margins = vec![base; rows.len()];
        let mut out = Self { base, trees: Vec::new() };
        for _ in 0..settings.trees {
            let likely: Vec<f64> = margins.iter().map(|m| 1.0 / (1.0 + (-m).exp())).collect();
            let each = likely.iter().zip(outcomes).zip(weights);
            let gradients: Vec<f64> = each.clone().map(|((p, o), w)| (p - f64::from(u8::from(*o))) * w).collect();
            let curvatures: Vec<f64> = each.map(|((p, _), w)| p * (1.0 - p) * w).collect();
            let ground = Ground { binned: &binned, gradients: &gradients, curvatures: &curvatures, settings };
            out.trees.push(ground.tree(&mut margins));
        }
        out
    }

    /// The log-odds of a row.
    #[must_use]
    pub fn margin(&self, features: &[Vec<f32>], row: usize) -> f64 {
        self.base + self.trees.iter().map(|tree| value(tree, features, row)).sum::<f64>()
    }
}

fn value(tree: &[Node], features: &[Vec<f32>], row: usize) -> f64 {
    let mut at = 0;
    loop {
        match &tree[at] {
            Node::Leaf(value) => return *value,
            Node::Split { feature, most, low, high } => at = if features[*feature][row] <= *most { *low } else { *high },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interaction_is_learned() {
        // Yes exactly when one of two features is set: no sum of them tells it.
        let n = 4000;
        let bit = |row: usize, n: usize| f32::from(u8::from(row >> n & 1 == 1));
        let features = vec![(0..n).map(|r| bit(r, 0)).collect::<Vec<f32>>(), (0..n).map(|r| bit(r, 1)).collect()];
        let outcomes: Vec<bool> = (0..n).map(|r| (r & 1 == 1) != (r >> 1 & 1 == 1) || r % 97 == 0).collect();
        let rows: Vec<usize> = (0..n).collect();
        let settings = Settings { trees: 60, rate: 0.2, leaves: 4, rows: 20, ridge: 1.0 };
        let fitted = Booster::fit(&features, &[0, 1], &rows, &outcomes, &vec![1.0; n], settings);
        assert!(fitted.margin(&features, 1) > 3.0 && fitted.margin(&features, 3) < -3.0);
    }

    #[test]
    fn edges_part_few_values_and_many() {
        assert_eq!(edges(&[1.0, 0.0, 1.0, 5.0]), [0.0, 1.0]);
        let many: Vec<f32> = (0..1000u16).map(f32::from).collect();
        assert_eq!(edges(&many).len(), 63);
    }
}
