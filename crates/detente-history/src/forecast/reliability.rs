//! How forecasts of about the same size turned out, with an interval that knows which rows are one tie.

use std::collections::BTreeMap;

use super::kept::Tested;

/// The upper ends of the bins.
const ENDS: [f64; 10] = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0];
/// A bin with fewer forecasts is joined with the next.
const FEWEST: u64 = 50;
/// Of a normal distribution 95 % lie within so many deviations.
const Z: f64 = 1.96;

/// A forecast, whether it came true, and of which tie it was.
type One = (f64, bool, (u16, u16));

/// The bins of some forecasts, each with 50 of them and more.
pub(super) fn bins(all: &[One]) -> Vec<Tested> {
    let mut out: Vec<Tested> = Vec::new();
    let (mut low, mut held): (f64, Vec<One>) = (0.0, Vec::new());
    let mut from = 0.0;
    for high in ENDS {
        held.extend(all.iter().filter(|(p, _, _)| *p >= from && (*p < high || high >= 1.0)));
        from = high;
        let enough = u64::try_from(held.len()).is_ok_and(|n| n >= FEWEST);
        if enough {
            out.extend(tested([low, high], &held));
            (low, held) = (high, Vec::new());
        }
    }
    // What is left at the end is too little by itself.
    if held.is_empty() {
        return out;
    }
    if let Some(last) = out.pop() {
        let joined: Vec<One> = all.iter().filter(|(p, _, _)| *p >= last.bin[0]).copied().collect();
        out.extend(tested([last.bin[0], 1.0], &joined));
    }
    out
}

fn tested(bin: [f64; 2], held: &[One]) -> Option<Tested> {
    let n = held.iter().fold(0.0, |n, _| n + 1.0_f64);
    let observed = held.iter().map(|(_, came, _)| f64::from(u8::from(*came))).sum::<f64>() / n;
    let mut by_dyad: BTreeMap<(u16, u16), f64> = BTreeMap::new();
    for (_, came, dyad) in held {
        *by_dyad.entry(*dyad).or_default() += f64::from(u8::from(*came)) - observed;
    }
    let dyads = by_dyad.values().fold(0.0, |n, _| n + 1.0_f64);
    let clustered = by_dyad.values().map(|rest| rest * rest).sum::<f64>() / (n * n);
    (n > 0.0).then(|| Tested {
        bin,
        n: u64::try_from(held.len()).unwrap_or(u64::MAX),
        dyads: u64::try_from(by_dyad.len()).unwrap_or(u64::MAX),
        predicted: held.iter().map(|(p, _, _)| p).sum::<f64>() / n,
        observed,
        interval: wilson(observed, effective(n, dyads, observed, clustered)),
    })
}

/// How many independent rows are worth the same (Kish 1965): the variance of a share of independent rows over that of
/// a share of clusters, at least one row a cluster. Where nothing or everything came, clusters are counted.
fn effective(n: f64, clusters: f64, share: f64, clustered: f64) -> f64 {
    let alone = share * (1.0 - share) / n;
    if alone > 0.0 && clustered > 0.0 { (n * alone / clustered).clamp(1.0, n) } else { clusters }
}

/// The interval of a share (Wilson 1927).
fn wilson(share: f64, n: f64) -> [f64; 2] {
    let scale = 1.0 + Z * Z / n;
    let middle = (share + Z * Z / (2.0 * n)) / scale;
    let half = Z / scale * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    [(middle - half).max(0.0), (middle + half).min(1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_tie_count_as_one() {
        // A hundred ties of ten equal years each: worth a hundred rows.
        let each = (0..1000u16).map(|n| (0.15, n / 10 % 5 == 0, (n / 10, 0)));
        let [bin] = bins(&each.collect::<Vec<One>>())[..] else { panic!("one bin") };
        assert_eq!((bin.n, bin.dyads, bin.observed), (1000, 100, 0.2));
        let [low, high] = wilson(0.2, 100.0);
        assert!((bin.interval[0] - low).abs() < 1e-9 && (bin.interval[1] - high).abs() < 1e-9);
    }

    #[test]
    fn small_bins_are_joined_and_cover_everything() {
        let each: Vec<One> = (0..90u16).map(|n| (f64::from(n) / 100.0, false, (n, 1))).collect();
        let bins = bins(&each);
        assert_eq!(bins.iter().map(|b| b.n).sum::<u64>(), 90);
        assert_eq!((bins.first().unwrap().bin[0], bins.last().unwrap().bin[1]), (0.0, 1.0));
    }

    #[test]
    fn an_interval_of_wilson() {
        // Wilson 1927 by hand: 10 of 100.
        let [low, high] = wilson(0.1, 100.0);
        assert!((low - 0.0552).abs() < 1e-3 && (high - 0.1744).abs() < 1e-3);
    }
}
