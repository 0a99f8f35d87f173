//! Contested issues: draws with indices, and the models that follow a path.

use std::hint::black_box;

use detente_lens::bargaining::smp::{SmpInput, SmpOptions, smp};
use detente_lens::bargaining::{Actor, Case, Estimate, EumOptions, ModelError, Scale, Stand, eum, mean, simulate};

use crate::Failure;

/// Actors spread by irrational steps, so that no positions meet.
fn stands(n: u32) -> Vec<Stand> {
    let part = |i: u32, step: f64| (f64::from(i + 1) * step).fract();
    let stand = |i| Stand {
        position: part(i, 0.618_033_988_7),
        capability: 1.0 + part(i, 0.414_213_562_4),
        salience: 0.2 + 0.75 * part(i, 0.732_050_807_6),
    };
    (0..n).map(stand).collect()
}

fn case(n: u32) -> Case {
    let actor = |(i, s): (usize, Stand)| Actor {
        name: format!("actor {i}"),
        position: vec![Estimate::point(s.position)],
        capability: Estimate::point(s.capability),
        salience: vec![Estimate::point(s.salience)],
    };
    Case {
        id: None,
        title: None,
        scale: Scale { min: 0.0, max: 1.0, unit: None },
        actors: stands(n).into_iter().enumerate().map(actor).collect(),
        uncertainty: None,
        reference_point: None,
        ktab: false,
        notes: Vec::new(),
    }
}

/// 10,000 draws of 30 actors, with Sobol indices.
///
/// # Errors
/// Never.
pub fn draws() -> Result<(), Failure> {
    let _ = black_box(simulate(&case(30), 0, 10_000, 1, ModelError::fitted()));
    Ok(())
}

/// The weighted mean of 30 actors 10,000 times, and nothing else.
///
/// # Errors
/// Never.
pub fn draws_plain() -> Result<(), Failure> {
    let (positions, weights): (Vec<f64>, Vec<f64>) = stands(30).iter().map(|s| (s.position, s.weight())).unzip();
    for _ in 0..10_000 {
        black_box(mean(black_box(&positions), black_box(&weights)));
    }
    Ok(())
}

/// The expected-utility path of 30 actors over ten rounds.
///
/// # Errors
/// Never.
pub fn expected_utility() -> Result<(), Failure> {
    let _ = black_box(eum(&stands(30), &EumOptions { rounds: 10, ..EumOptions::default() }));
    Ok(())
}

/// The same for one round.
///
/// # Errors
/// Never.
pub fn expected_utility_once() -> Result<(), Failure> {
    let _ = black_box(eum(&stands(30), &EumOptions { rounds: 1, ..EumOptions::default() }));
    Ok(())
}

/// The KTAB-compatible path of `n` actors to its end.
///
/// # Errors
/// Never.
pub fn spatial(n: u32) -> Result<(), Failure> {
    let _ = black_box(smp(&SmpInput::of(&case(n)), &SmpOptions::default()));
    Ok(())
}
