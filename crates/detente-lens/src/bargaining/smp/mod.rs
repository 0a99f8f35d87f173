//! The Spatial Model of Politics as the program KTAB computes it, its defects included.
//!
//! KTAB-compatible only: it is here to compare with published runs, not to forecast. Its third-party
//! rule lowers the odds of the side that is joined, and its answer depends on where the axis begins;
//! `super::mended` is our variant without these defects. Steps and names follow `method.md`.

mod bargain;
mod challenge;
mod choice;
mod options;
mod space;

use super::case::{Case, Stand};

pub use options::{Adjust, Commitment, Election, Halves, RiskRange, SmpOptions, Victory, Voting};

use bargain::Bargain;
use space::Space;

/// The actors as KTAB takes them: positions and saliences in \[0, 1\] by actor, then dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct SmpInput {
    /// How many dimensions.
    pub dimensions: usize,
    /// Capability by actor.
    pub capability: Vec<f64>,
    /// Positions, all dimensions of an actor together.
    pub positions: Vec<f64>,
    /// Saliences, likewise.
    pub salience: Vec<f64>,
}

impl SmpInput {
    /// The best guesses of a case. Unless the file is already on KTAB's own scale, the greatest
    /// capability is set to 100 as its users do, since small constants in it are absolute.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let dimensions = case.dimensions();
        let by_dimension: Vec<Vec<Stand>> = (0..dimensions).map(|k| case.stands(k)).collect();
        let most = case.actors.iter().map(|a| a.capability.best).fold(0.0, f64::max);
        let factor = if case.ktab || most <= 0.0 { 1.0 } else { 100.0 / most };
        let each = |f: fn(&Stand) -> f64| {
            let actors = 0..case.actors.len();
            actors.flat_map(|i| by_dimension.iter().map(move |d| f(&d[i]))).collect()
        };
        Self {
            dimensions,
            capability: case.actors.iter().map(|a| a.capability.best * factor).collect(),
            positions: each(|s| s.position),
            salience: each(|s| s.salience),
        }
    }

    /// How many actors.
    #[must_use]
    pub fn actors(&self) -> usize {
        self.capability.len()
    }
}

/// The positions at the start and after each turn, on the unit axis.
#[must_use]
pub fn smp(input: &SmpInput, options: &SmpOptions) -> Vec<Vec<f64>> {
    let mut turns = vec![input.positions.clone()];
    let mut first = 0.0;
    for turn in 1..=options.most_turns {
        let before = turns[turn - 1].clone();
        let after = one_turn(input, before.clone(), options);
        let step: f64 = before.iter().zip(&after).map(|(a, b)| (a - b).abs()).sum();
        turns.push(after);
        if turn == 1 {
            first = step;
        } else if step / (first + 1e-4) < 0.02 {
            break;
        }
    }
    turns
}

fn one_turn(input: &SmpInput, positions: Vec<f64>, options: &SmpOptions) -> Vec<f64> {
    let space = Space::new(input, positions, options);
    let initiatives: Vec<Option<Bargain>> = (0..space.n()).map(|i| challenge::initiative(&space, i)).collect();
    choice::moves(&space, &initiatives)
}
