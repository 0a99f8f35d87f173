//! The exact lever: what one step of each actor does to the weighted mean.

use super::case::{Case, Stand};
use super::centre::{count, mean};

/// What a step of one actor does to the weighted mean, all else as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// The actor.
    pub actor: String,
    /// Units of the issue for one unit of movement of the actor: its share of all weight.
    pub position: f64,
    /// Units of the issue for one per cent more capability.
    pub capability: f64,
    /// Units of the issue for one hundredth more salience.
    pub salience: f64,
}

/// The levers of one dimension, in the order of the file.
#[must_use]
pub fn levers(case: &Case, dimension: usize) -> Vec<Lever> {
    let stands = case.stands(dimension);
    let weights: Vec<f64> = stands.iter().map(Stand::weight).collect();
    let given: Vec<f64> = case.actors.iter().map(|a| a.position[dimension].best).collect();
    let total: f64 = weights.iter().sum();
    let centre = mean(&given, &weights);
    let lever = |i: usize| {
        let pull = if total > 0.0 { (given[i] - centre) / total } else { 0.0 };
        Lever {
            actor: case.actors[i].name.clone(),
            position: if total > 0.0 { weights[i] / total } else { 1.0 / count(stands.len()) },
            capability: 0.01 * weights[i] * pull,
            salience: 0.01 * stands[i].capability * pull,
        }
    };
    (0..stands.len()).map(lever).collect()
}
