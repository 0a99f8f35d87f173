//! Measures the bargaining models: `cargo run --release -p detente-lens --example bargaining_speed`.

#![expect(clippy::print_stdout, reason = "a program that prints figures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use detente_lens::bargaining::smp::{SmpInput, SmpOptions, smp};
use detente_lens::bargaining::{Actor, Case, Estimate, EumOptions, ModelError, Scale, Stand, eum, simulate};

/// Actors spread by irrational steps, so that no positions meet.
fn spread(n: u32) -> Vec<Stand> {
    let part = |i: u32, step: f64| (f64::from(i + 1) * step).fract();
    let stand = |i| Stand {
        position: part(i, 0.618_033_988_7),
        capability: 1.0 + part(i, 0.414_213_562_4),
        salience: 0.2 + 0.75 * part(i, 0.732_050_807_6),
    };
    (0..n).map(stand).collect()
}

fn case(stands: &[Stand]) -> Case {
    let actor = |(i, s): (usize, &Stand)| Actor {
        name: format!("actor {i}"),
        position: vec![Estimate::point(s.position)],
        capability: Estimate::point(s.capability),
        salience: vec![Estimate::point(s.salience)],
    };
    Case {
        id: None,
        title: None,
        scale: Scale { min: 0.0, max: 1.0, unit: None },
        actors: stands.iter().enumerate().map(actor).collect(),
        uncertainty: None,
        reference_point: None,
        ktab: false,
        notes: Vec::new(),
    }
}

/// The least of three runs.
fn time<T>(mut run: impl FnMut() -> T) -> Duration {
    let mut once = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

fn main() {
    let thirty = case(&spread(30));
    println!("10,000 draws with Sobol indices, 30 actors   {:?}", time(|| simulate(&thirty, 0, 10_000, 1, ModelError::fitted())));
    let options = EumOptions { rounds: 10, ..EumOptions::default() };
    println!("eum, 10 rounds, 30 actors                    {:?}", time(|| eum(&spread(30), &options)));
    for n in [40, 160] {
        let input = SmpInput::of(&case(&spread(n)));
        let turns = smp(&input, &SmpOptions::default()).len() - 1;
        println!("smp, {n} actors, {turns} turns                     {:?}", time(|| smp(&input, &SmpOptions::default())));
    }
}
