//! Every division, one after the other.
//!
//! Divisions are visited in Gray code order, so that each differs from the one before by one actor,
//! and only the ties of that actor are counted anew. The first actor stays where it is: swapping
//! the camps changes nothing.

use super::{Frustration, SignedGraph};

/// The index by trying every division; the cost doubles with every actor.
#[must_use]
pub fn exhaustive(graph: &SignedGraph) -> Frustration {
    let mut camps = vec![false; graph.len()];
    let mut cost = graph.cost(&camps);
    let mut best = Frustration { index: cost, lower_bound: cost, camps: camps.clone(), optima: Some(1) };
    let divisions = 1u64.checked_shl(bits(graph)).unwrap_or(u64::MAX);
    for step in 1..divisions {
        let mover = usize::try_from(step.trailing_zeros()).unwrap_or_default() + 1;
        cost = moved(graph, &mut camps, mover, cost);
        keep(&mut best, &camps, cost);
    }
    Frustration { lower_bound: best.index, ..best }
}

fn bits(graph: &SignedGraph) -> u32 {
    u32::try_from(graph.len().saturating_sub(1)).unwrap_or(u32::MAX)
}

/// The cost after `mover` changes its camp.
fn moved(graph: &SignedGraph, camps: &mut [bool], mover: usize, cost: u64) -> u64 {
    let Some(camp) = camps.get(mover).copied() else {
        return cost;
    };
    let (mut gone, mut come) = (0, 0);
    for &(other, weight) in graph.near(mover) {
        let frustrated = camps.get(other).is_some_and(|o| (*o == camp) != (weight > 0));
        *if frustrated { &mut gone } else { &mut come } += weight.unsigned_abs();
    }
    if let Some(own) = camps.get_mut(mover) {
        *own = !camp;
    }
    cost + come - gone
}

/// Keeps a better division; of equally good ones, the first in the order of the actors.
fn keep(best: &mut Frustration, camps: &[bool], cost: u64) {
    if cost < best.index {
        *best = Frustration { index: cost, lower_bound: cost, camps: camps.to_vec(), optima: Some(1) };
    } else if cost == best.index {
        best.optima = best.optima.map(|n| n + 1);
        if camps < best.camps.as_slice() {
            best.camps = camps.to_vec();
        }
    }
}
