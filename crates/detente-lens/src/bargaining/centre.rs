//! The centre of a set of weighted positions: mean and median.

/// The mean of positions with weights, and whether the weights counted: when all are zero, nobody
/// has more say than another, and the plain mean is given. Both lists have one length, not zero.
#[must_use]
pub fn mean(positions: &[f64], weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().sum();
    if total > 0.0 {
        positions.iter().zip(weights).map(|(x, w)| x * (w / total)).sum()
    } else {
        positions.iter().sum::<f64>() / count(positions.len())
    }
}

/// Which position is the lower weighted median: the first, from the low end of the axis, at which
/// half of the weight is reached. It beats or ties every other held position in a weighted vote.
#[must_use]
pub fn median_index(positions: &[f64], weights: &[f64]) -> usize {
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by(|a, b| positions[*a].total_cmp(&positions[*b]));
    let total: f64 = weights.iter().sum();
    let weight = |i: usize| if total > 0.0 { weights[i] / total } else { 1.0 / count(positions.len()) };
    let mut reached = 0.0;
    for &i in &order {
        reached += weight(i);
        // Half is half, whatever the order of summing did to the last digits.
        if reached >= 0.5 - 1e-12 {
            return i;
        }
    }
    order.last().copied().unwrap_or(0)
}

/// The lower weighted median.
#[must_use]
pub fn median(positions: &[f64], weights: &[f64]) -> f64 {
    positions.get(median_index(positions, weights)).copied().unwrap_or(f64::NAN)
}

/// A count as a number; counts here are far below the limit of exact integers.
pub(crate) const fn count(n: usize) -> f64 {
    n as f64
}
