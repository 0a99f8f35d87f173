//! Logistic regression with a ridge, fitted by Newton's method.

use super::feature::LOGGED;

/// A fitted regression over standardised features.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Logit {
    pub(super) columns: Vec<usize>,
    pub(super) means: Vec<f64>,
    pub(super) spreads: Vec<f64>,
    /// The constant, then one weight for each column.
    pub(super) weights: Vec<f64>,
}

fn raw(value: f32, column: usize) -> f64 {
    let value = f64::from(value);
    if LOGGED.contains(&column) { value.max(0.0).ln_1p() } else { value }
}

impl Logit {
    /// Fits on some rows with their outcomes; `ridge` is on every weight but the constant.
    pub(super) fn fit(features: &[Vec<f32>], columns: &[usize], rows: &[usize], outcomes: &[bool], ridge: f64) -> Self {
        let n = rows.iter().fold(1e-9, |n, _| n + 1.0);
        let mean = |c: &usize| rows.iter().map(|r| raw(features[*c][*r], *c)).sum::<f64>() / n;
        let means: Vec<f64> = columns.iter().map(mean).collect();
        let spread =
            |(c, m): (&usize, &f64)| (rows.iter().map(|r| (raw(features[*c][*r], *c) - m).powi(2)).sum::<f64>() / n).sqrt();
        let spreads = columns.iter().zip(&means).map(spread).map(|s| if s > 1e-9 { s } else { 1.0 }).collect();
        let weights = vec![0.0; columns.len() + 1];
        let mut out = Self { columns: columns.to_vec(), means, spreads, weights };
        let table: Vec<Vec<f64>> = rows.iter().map(|r| out.terms(|c| features[c][*r])).collect();
        for _ in 0..25 {
            if out.step(&table, outcomes, ridge) < 1e-8 {
                break;
            }
        }
        out
    }

    /// A regression without any feature yet.
    pub(super) fn of_constant(constant: f64) -> Self {
        Self { columns: Vec::new(), means: Vec::new(), spreads: Vec::new(), weights: vec![constant] }
    }

    /// Adds a feature: its column, mean, spread and weight.
    pub(super) fn add(&mut self, (column, mean, spread, weight): (usize, f64, f64, f64)) {
        self.columns.push(column);
        self.means.push(mean);
        self.spreads.push(spread);
        self.weights.push(weight);
    }

    /// 1 and the standardised features.
    fn terms(&self, feature: impl Fn(usize) -> f32) -> Vec<f64> {
        let each = self.columns.iter().zip(self.means.iter().zip(&self.spreads));
        std::iter::once(1.0).chain(each.map(|(c, (m, s))| (raw(feature(*c), *c) - m) / s)).collect()
    }

    /// One step; gives the greatest move of a weight.
    fn step(&mut self, table: &[Vec<f64>], outcomes: &[bool], ridge: f64) -> f64 {
        let k = self.weights.len();
        let (mut slope, mut bend) = (vec![0.0; k], vec![vec![0.0; k]; k]);
        for (terms, outcome) in table.iter().zip(outcomes) {
            let p = 1.0 / (1.0 + (-dot(&self.weights, terms)).exp());
            let (rest, v) = (f64::from(u8::from(*outcome)) - p, p * (1.0 - p));
            for (a, x) in terms.iter().enumerate() {
                slope[a] += rest * x;
                for (b, y) in terms.iter().enumerate().take(a + 1) {
                    bend[a][b] += v * x * y;
                }
            }
        }
        for (a, weight) in self.weights.iter().enumerate().skip(1) {
            slope[a] -= ridge * weight;
            bend[a][a] += ridge;
        }
        bend[0][0] += 1e-9;
        let moves = solve(bend, slope);
        self.weights.iter_mut().zip(&moves).for_each(|(w, m)| *w += m);
        moves.iter().fold(0.0, |most, m| m.abs().max(most))
    }

    /// The log-odds of something with these features.
    pub(super) fn margin_of(&self, feature: impl Fn(usize) -> f32) -> f64 {
        dot(&self.weights, &self.terms(feature))
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Solves a symmetric positive system whose lower half is given, by Cholesky's method.
fn solve(mut m: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for i in 0..n {
        for j in 0..=i {
            let sum = m[i][j] - (0..j).map(|k| m[i][k] * m[j][k]).sum::<f64>();
            m[i][j] = if i == j { sum.max(1e-12).sqrt() } else { sum / m[j][j] };
        }
    }
    for (i, row) in m.iter().enumerate() {
        b[i] = (b[i] - (0..i).map(|k| row[k] * b[k]).sum::<f64>()) / row[i];
    }
    for i in (0..n).rev() {
        b[i] = (b[i] - (i + 1..n).map(|k| m[k][i] * b[k]).sum::<f64>()) / m[i][i];
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        let x = solve(vec![vec![4.0, 0.0], vec![2.0, 3.0]], vec![2.0, 5.0]);
        assert!((x[0] + 0.5).abs() < 1e-9 && (x[1] - 2.0).abs() < 1e-9);
    }
}
