//! The bargaining models: symmetries, published figures, plain versions, bad input.

mod anchors;
mod attached;
mod bad_input;
mod distribution;
mod plain;
mod symmetry;

use detente_lens::bargaining::{Actor, Case, Estimate, IssueFile, Scale, Stand, parse};
use proptest::prelude::*;

/// The one issue of a text.
fn one(text: &str) -> Case {
    match parse(text).unwrap() {
        IssueFile::One(case) => *case,
        IssueFile::Linked(_) => panic!("linked issues"),
    }
}

fn scale() -> Scale {
    Scale { min: 0.0, max: 100.0, unit: None }
}

fn case(stands: &[Stand]) -> Case {
    let actor = |(i, s): (usize, &Stand)| Actor {
        name: format!("actor {i}"),
        position: vec![Estimate::point(scale().at(s.position))],
        capability: Estimate::point(s.capability),
        salience: vec![Estimate::point(s.salience)],
    };
    Case {
        id: None,
        title: None,
        scale: scale(),
        actors: stands.iter().enumerate().map(actor).collect(),
        uncertainty: None,
        reference_point: None,
        ktab: false,
        notes: Vec::new(),
    }
}

/// Actors on a grid of hundredths, so that ties and shared positions are common.
fn stands(most: usize) -> impl Strategy<Value = Vec<Stand>> {
    let stand = (0u8..=100, 0u8..=50, 0u8..=20).prop_map(|(x, c, s)| Stand {
        position: f64::from(x) / 100.0,
        capability: f64::from(c),
        salience: f64::from(s) / 20.0,
    });
    prop::collection::vec(stand, 1..=most)
}

/// Actors in general position, where nothing ties.
fn loose(most: usize) -> impl Strategy<Value = Vec<Stand>> {
    let stand =
        (0.0..=1.0, 0.1..=50.0, 0.05..=1.0).prop_map(|(position, capability, salience)| Stand { position, capability, salience });
    prop::collection::vec(stand, 1..=most)
}
