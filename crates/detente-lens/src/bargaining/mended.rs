//! Our own variant: contests of pairs with third parties on the right side, and an end that nobody
//! can overturn.
//!
//! A position costs an actor its distance to the power 3/2. In a contest every third party puts its
//! weight, times what it would lose, on the side it prefers, so an ally never lowers the odds. The
//! forecast is the one point that wins or ties against every other: the least weighted sum of costs.
//! It moves toward an actor whose weight grows, and it is the same on every axis; `method.md` shows
//! why. The path is how actors get there: the less one cares, and the worse its odds against that
//! point, the faster it yields.

use super::case::Stand;

/// The power of distance in the cost of a position: between the median (1) and the mean (2). It is
/// chosen as the middle of the two, not fitted.
const POWER: f64 = 1.5;

/// How many rounds the path is followed.
const ROUNDS: usize = 12;

fn cost(from: f64, to: f64) -> f64 {
    (from - to).abs().powf(POWER)
}

/// The point on the unit axis that no other beats.
#[must_use]
pub fn mended_forecast(stands: &[Stand]) -> f64 {
    let total: f64 = stands.iter().map(Stand::weight).sum();
    let weight = |s: &Stand| if total > 0.0 { s.weight() } else { 1.0 };
    let pull = |x: f64| -> f64 {
        let each = |s: &Stand| weight(s) * (s.position - x).signum() * (s.position - x).abs().powf(POWER - 1.0);
        stands.iter().map(each).sum()
    };
    let mut low = stands.iter().map(|s| s.position).fold(f64::INFINITY, f64::min);
    let mut high = stands.iter().map(|s| s.position).fold(f64::NEG_INFINITY, f64::max);
    // The pull falls from one end to the other; sixty halvings leave less than the last digit.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if pull(middle) > 0.0 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// The chance that position `a` beats position `b`: the weighted losses avoided by those who prefer
/// it, over those of all. One half where nobody cares.
#[must_use]
pub fn mended_chance(stands: &[Stand], a: f64, b: f64) -> f64 {
    let (mut ours, mut theirs) = (0.0, 0.0);
    for s in stands {
        let vote = s.weight() * (cost(s.position, b) - cost(s.position, a));
        ours += vote.max(0.0);
        theirs += (-vote).max(0.0);
    }
    if ours + theirs > 0.0 { ours / (ours + theirs) } else { 0.5 }
}

/// The positions after each round, on the unit axis.
#[must_use]
pub fn mended_path(stands: &[Stand], forecast: f64) -> Vec<Vec<f64>> {
    let yielding: Vec<f64> =
        stands.iter().map(|s| (1.0 - s.salience) * (1.0 - mended_chance(stands, s.position, forecast))).collect();
    let mut positions: Vec<f64> = stands.iter().map(|s| s.position).collect();
    let mut next = || {
        positions.iter_mut().zip(&yielding).for_each(|(x, y)| *x += (forecast - *x) * y);
        positions.clone()
    };
    (0..ROUNDS).map(|_| next()).collect()
}
