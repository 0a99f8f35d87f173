//! How good forecasts of a yes or no were.

/// Scores over some rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// How many forecasts.
    pub n: u64,
    /// How often the answer was yes.
    pub events: u64,
    /// The mean squared error (Brier 1950); 0 is perfect.
    pub brier: f64,
    /// The mean negative log-likelihood.
    pub log_loss: f64,
    /// How often a yes had the higher forecast than a no; NaN when all answers are the same.
    pub auc: f64,
    /// The mean forecast.
    pub mean_forecast: f64,
    /// The share of yes.
    pub observed_rate: f64,
}

impl Score {
    /// The scores of forecasts and answers.
    #[must_use]
    pub fn of(pairs: &[(f64, bool)]) -> Self {
        let n = pairs.iter().fold(0.0, |n, _| n + 1.0_f64).max(1.0);
        let mean = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(p, y)| of(*p, f64::from(u8::from(*y)))).sum::<f64>() / n;
        let events = pairs.iter().filter(|(_, y)| *y).count();
        Self {
            n: u64::try_from(pairs.len()).unwrap_or(u64::MAX),
            events: u64::try_from(events).unwrap_or(u64::MAX),
            brier: mean(&|p, y| (p - y).powi(2)),
            log_loss: mean(&|p, y| -likelihood(p, y).ln()),
            auc: auc(pairs),
            mean_forecast: mean(&|p, _| p),
            observed_rate: mean(&|_, y| y),
        }
    }
}

fn likelihood(p: f64, y: f64) -> f64 {
    let p = p.clamp(1e-6, 1.0 - 1e-6);
    y * p + (1.0 - y) * (1.0 - p)
}

/// The area under the curve from ranks, ties shared (Mann and Whitney 1947).
fn auc(pairs: &[(f64, bool)]) -> f64 {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut ranks, mut yes, mut before) = (0.0, 0.0, 0.0);
    for same in sorted.chunk_by(|a, b| a.0 == b.0) {
        let k = same.iter().fold(0.0, |k, _| k + 1.0);
        let events = same.iter().filter(|(_, y)| *y).fold(0.0, |k, _| k + 1.0);
        ranks += events * (before + (k + 1.0) / 2.0);
        yes += events;
        before += k;
    }
    let no = before - yes;
    if yes == 0.0 || no == 0.0 { f64::NAN } else { (ranks - yes * (yes + 1.0) / 2.0) / (yes * no) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_scores() {
        let score = Score::of(&[(0.9, true), (0.1, false), (0.5, true), (0.5, false)]);
        assert_eq!((score.n, score.events, score.auc), (4, 2, 0.875));
        assert!((score.brier - 0.13).abs() < 1e-12 && (score.mean_forecast - 0.5).abs() < 1e-12);
    }
}
