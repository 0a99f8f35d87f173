//! Speeds, printed on request: `cargo test --release -p detente-lens speeds -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use detente_lens::bargaining::smp::{SmpInput, SmpOptions, smp};
use detente_lens::bargaining::{EumOptions, ModelError, Stand, eum, simulate};

use super::case;

/// Actors spread by two irrational steps, so that no positions meet.
fn spread(n: u32) -> Vec<Stand> {
    let part = |i: u32, step: f64| (f64::from(i) * step).fract();
    (0..n)
        .map(|i| Stand {
            position: part(i + 1, 0.618_033_988_7),
            capability: 1.0 + part(i + 1, 0.414_213_562_4),
            salience: 0.2 + 0.75 * part(i + 1, 0.732_050_807_6),
        })
        .collect()
}

/// The least of five runs.
fn time(mut run: impl FnMut()) -> Duration {
    let mut once = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

#[test]
#[ignore = "a measurement, of use only in a release build on a quiet machine"]
fn speeds() {
    let thirty = case(&spread(30));
    let simulation = time(|| drop(simulate(&thirty, 0, 10_000, 1, ModelError::fitted())));
    let options = EumOptions { rounds: 10, ..EumOptions::default() };
    let utility = time(|| drop(eum(&spread(30), &options)));
    let spatial = |n| time(|| drop(smp(&SmpInput::of(&case(&spread(n))), &SmpOptions::default())));
    let (forty, many) = (spatial(40), spatial(160));
    eprintln!("10,000 draws with Sobol indices, 30 actors: {simulation:?}");
    eprintln!("expected utility, 10 rounds, 30 actors:     {utility:?}");
    eprintln!("spatial model to its end, 40 actors:        {forty:?}; 160 actors: {many:?}");
    assert!(simulation < Duration::from_millis(500) && many < Duration::from_secs(10));
}
