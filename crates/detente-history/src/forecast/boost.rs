//! Gradient-boosted trees for a yes or no, over binned features: deterministic, no seed.

use super::bins::Binned;
use super::grow::{Ground, Sums};

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

/// A node of a tree; a split sends what is at most `most` to the low side.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Leaf(f64),
    Split { feature: usize, most: f32, low: usize, high: usize },
}

/// Trees that add up to log-odds.
#[derive(Clone, Debug, PartialEq)]
pub struct Booster {
    pub(super) base: f64,
    pub(super) trees: Vec<Vec<Node>>,
}

impl Booster {
    /// Fits the trees on some rows with their outcomes and weights, over some features; no weight is above 1.
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
        let base = log_odds(outcomes, weights);
        let mut margins = vec![base; rows.len()];
        let mut out = Self { base, trees: Vec::new() };
        for _ in 0..settings.trees {
            let sums = sums(&margins, outcomes, weights);
            out.trees.push(Ground { binned: &binned, sums: &sums, settings }.tree(&mut margins));
        }
        out
    }

    /// The log-odds of a row.
    #[must_use]
    pub fn margin(&self, features: &[Vec<f32>], row: usize) -> f64 {
        self.margin_of(|feature| features[feature][row])
    }

    /// The log-odds of something with these features.
    pub(super) fn margin_of(&self, feature: impl Fn(usize) -> f32) -> f64 {
        self.base + self.trees.iter().map(|tree| value(tree, &feature)).sum::<f64>()
    }
}

/// The log-odds of the weighted share of yes.
fn log_odds(outcomes: &[bool], weights: &[f64]) -> f64 {
    let (all, yes) =
        weights.iter().zip(outcomes).fold((1e-9, 1e-9), |(all, yes), (w, o)| (all + w, yes + f64::from(u8::from(*o)) * w));
    let share = (yes / all).clamp(1e-6, 1.0 - 1e-6);
    (share / (1.0 - share)).ln()
}

/// Slope and curvature of the loss of every row.
fn sums(margins: &[f64], outcomes: &[bool], weights: &[f64]) -> Vec<Sums> {
    let each = margins.iter().zip(outcomes).zip(weights);
    let row = |((margin, outcome), weight): ((&f64, &bool), &f64)| {
        let p = 1.0 / (1.0 + (-margin).exp());
        Sums::row((p - f64::from(u8::from(*outcome))) * weight, p * (1.0 - p) * weight)
    };
    each.map(row).collect()
}

fn value(tree: &[Node], feature: impl Fn(usize) -> f32) -> f64 {
    let mut at = 0;
    loop {
        match &tree[at] {
            Node::Leaf(value) => return *value,
            Node::Split { feature: of, most, low, high } => at = if feature(*of) <= *most { *low } else { *high },
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
}
