//! Scores of forecasts that were answered by yes or no.
//!
//! # Method
//! The Brier score is the mean of (p − o)², with the probability p of yes and the outcome o of 1 for
//! yes and 0 for no: 0 is perfect, and saying one half each time gives 0.25. Source: G. W. Brier,
//! *Verification of forecasts expressed in terms of probability*, Monthly Weather Review 78 (1950),
//! equation 2, here in its half scale for two outcomes.
//!
//! Calibration puts forecasts into ten bins by probability, and compares the mean probability of a
//! bin with the share of yes in it. A bin without its number of cases says nothing, so both stand together.

use serde::Serialize;

/// The score of a set of forecasts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// How many forecasts count.
    pub n: u64,
    /// The Brier score, from 0 (perfect) to 1; none without a forecast.
    pub brier: Option<f64>,
    /// The share of yes: what a forecaster without knowledge would have said at best.
    pub base: Option<f64>,
    /// The bins that have a forecast, in order.
    pub bins: Vec<Bin>,
}

/// One bin of the calibration.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bin {
    /// The least probability, included.
    pub from: f64,
    /// The greatest, left out but in the last bin.
    pub to: f64,
    /// How many forecasts it has.
    pub n: u64,
    /// Their mean probability.
    pub predicted: f64,
    /// The share of yes among them.
    pub observed: f64,
}

fn mean(values: impl Iterator<Item = f64>) -> Option<(u64, f64)> {
    let (n, sum) = values.fold((0_u32, 0.0), |(n, sum), x| (n + 1, sum + x));
    (n > 0).then(|| (u64::from(n), sum / f64::from(n)))
}

const fn one(yes: bool) -> f64 {
    if yes { 1.0 } else { 0.0 }
}

/// Scores forecasts: the probability of yes, and whether it came to be.
#[must_use]
pub fn score(forecasts: &[(f64, bool)]) -> Score {
    let brier = mean(forecasts.iter().map(|(p, yes)| (p - one(*yes)).powi(2)));
    let base = mean(forecasts.iter().map(|(_, yes)| one(*yes)));
    Score {
        n: brier.map_or(0, |(n, _)| n),
        brier: brier.map(|(_, b)| b),
        base: base.map(|(_, b)| b),
        bins: (0..10).filter_map(|tenth| bin(forecasts, tenth)).collect(),
    }
}

fn bin(forecasts: &[(f64, bool)], tenth: u8) -> Option<Bin> {
    let (from, to) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
    let inside = |p: f64| p >= from && (p < to || tenth == 9);
    let own = || forecasts.iter().filter(|(p, _)| inside(*p));
    let (n, predicted) = mean(own().map(|(p, _)| *p))?;
    let (_, observed) = mean(own().map(|(_, yes)| one(*yes)))?;
    Some(Bin { from, to, n, predicted, observed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_forecast_stands_in_one_bin(all in proptest::collection::vec((0.0_f64..=1.0, any::<bool>()), 0..60)) {
            let score = score(&all);
            prop_assert_eq!(score.bins.iter().map(|b| b.n).sum::<u64>(), all.len() as u64);
            prop_assert!(score.brier.is_none_or(|b| (0.0..=1.0).contains(&b)));
        }
    }

    #[test]
    fn a_coin_gives_a_quarter_and_certainty_nought_or_one() {
        assert_eq!(score(&[(0.5, true), (0.5, false)]).brier, Some(0.25));
        assert_eq!(score(&[(1.0, true), (0.0, false)]).brier, Some(0.0));
        assert_eq!(score(&[(1.0, false)]).brier, Some(1.0));
        assert_eq!(score(&[]), Score::default());
    }

    #[test]
    fn a_bin_says_how_many_it_has() {
        let bins = score(&[(0.7, true), (0.75, false), (1.0, true)]).bins;
        assert_eq!(bins.len(), 2);
        assert_eq!((bins[0].n, bins[0].observed), (2, 0.5));
        assert!((bins[0].predicted - 0.725).abs() < 1e-12);
        assert_eq!((bins[1].from, bins[1].n), (0.9, 1));
    }
}
