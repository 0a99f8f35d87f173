//! Relations as of a day, and the frustration index.

use std::hint::black_box;

use detente_lens::Relations;
use detente_lens::balance::frustration::{self, SignedGraph};

use crate::Failure;

/// Derives the relations of one day from the built-in base.
///
/// # Errors
/// When the base cannot be read.
pub fn relations() -> Result<(), Failure> {
    let base = detente_history::base()?;
    let _ = black_box(Relations::derive(&[], base, jiff::civil::date(2025, 3, 3)));
    Ok(())
}

/// Walks over the facts of the base that held on the day, and does nothing with them.
///
/// # Errors
/// When the base cannot be read.
pub fn relations_plain() -> Result<(), Failure> {
    let base = detente_history::base()?;
    let _ = black_box(base.facts().iter().filter(|r| r.known.is_some()).count());
    Ok(())
}

/// A dense network of `n` actors whose signs come from a fixed recurrence.
///
/// # Errors
/// Never for `n` of two or more.
pub fn network(n: usize) -> Result<SignedGraph, Failure> {
    let mut state = 2_463_534_242_u64;
    let mut ties = Vec::new();
    for a in 0..n {
        for b in a + 1..n {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // Three pairs in four are tied; of these, half are friendly.
            if state >> 62 != 0 {
                ties.push((a, b, (state >> 61) & 1 == 1));
            }
        }
    }
    Ok(SignedGraph::new(n, ties)?)
}

/// The index by branch and bound.
///
/// # Errors
/// As for [`network`].
pub fn bound(n: usize) -> Result<(), Failure> {
    let _ = black_box(frustration::branch_and_bound(&network(n)?, u64::MAX));
    Ok(())
}

/// The index by every division, each one step from the one before.
///
/// # Errors
/// As for [`network`].
pub fn exhaustive(n: usize) -> Result<(), Failure> {
    let _ = black_box(frustration::exhaustive(&network(n)?));
    Ok(())
}

/// The index by every division, each counted from nothing.
///
/// # Errors
/// As for [`network`].
pub fn plain(n: usize) -> Result<(), Failure> {
    let graph = network(n)?;
    let cost = |division: u64| {
        let frustrated =
            |&&(a, b, friendly): &&(usize, usize, bool)| ((division >> a) ^ (division >> b)) & 1 == u64::from(friendly);
        graph.ties().iter().filter(frustrated).count()
    };
    let _ = black_box((0..1u64 << (n - 1)).map(|division| cost(division << 1)).min());
    Ok(())
}
