//! The frustration index of a signed network, exactly.
//!
//! # Method
//! Put every actor into one of two camps. A friendly tie between the camps and a hostile tie within
//! one are frustrated. The frustration index (line index of balance) is the least number of
//! frustrated ties over all ways to form the camps, or, of a weighted network, the least weight:
//! Cartwright & Harary 1956 call a network balanced when it is 0; Aref & Wilson 2018 discuss it as
//! a measure of partial balance. It is as hard as max-cut, but real networks are mild.
//!
//! [`exact`] shrinks the network, splits it into blocks, divides each well, and proves the division
//! by packing negative cycles; where that leaves a gap it branches. What it says is proved is
//! proved in whole numbers. [`exhaustive()`] tries every division: its own proof, a count of the
//! divisions that are equally good, and what `exact` is tested against. [`solve`] chooses.

mod block;
mod climb;
mod cycles;
mod effort;
mod exhaustive;
mod graph;
mod kernel;
mod packing;
mod search;
mod simplex;

pub use effort::Effort;
pub use exhaustive::exhaustive;
pub use graph::{GraphError, HEAVIEST, SignedGraph};

use kernel::Kernel;

/// Up to this many actors every division is tried.
pub const EXHAUSTIVE: usize = 16;

/// [`solve`] gives up after this many steps and says so in `lower_bound`: some seconds.
pub const STEPS: u64 = 2_000_000_000;

/// A division into two camps and what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frustration {
    /// How many ties this division frustrates, or what they weigh.
    pub index: u64,
    /// What no division can undercut; equal to `index` when the answer is proved.
    pub lower_bound: u64,
    /// The camp of each actor; the first actor is in the camp `false`.
    pub camps: Vec<bool>,
    /// How many divisions are as good, this one included; counted by trying all only.
    pub optima: Option<u64>,
}

impl Frustration {
    /// Whether no better division exists.
    #[must_use]
    pub const fn is_proved(&self) -> bool {
        self.index == self.lower_bound
    }
}

/// The frustration index and a division that reaches it.
#[must_use]
pub fn solve(graph: &SignedGraph) -> Frustration {
    if graph.len() <= EXHAUSTIVE { exhaustive(graph) } else { exact(graph, &mut Effort::new(STEPS, &|| false)) }
}

/// The index by packing and branching, with as much proof as the effort allows.
#[must_use]
pub fn exact(graph: &SignedGraph, effort: &mut Effort<'_>) -> Frustration {
    let scale = scale(graph);
    let number = |v: usize| u32::try_from(v).unwrap_or(u32::MAX);
    let ties = graph.ties().iter().map(|&(a, b, weight)| (number(a), number(b), weight * scale));
    let known = search::settle(Kernel::new(graph.len(), ties), u64::MAX, effort);
    let first = known.camps.first().copied().unwrap_or_default();
    Frustration {
        index: graph.cost(&known.camps),
        // No division costs a fraction.
        lower_bound: known.lower.div_ceil(scale.unsigned_abs()),
        camps: known.camps.iter().map(|c| *c != first).collect(),
        optima: None,
    }
}

/// Weights are counted in fractions of this many, so that halves and packed shares stay whole.
fn scale(graph: &SignedGraph) -> i64 {
    let room = HEAVIEST / graph.weight().max(1);
    1 << room.max(1).ilog2().min(20)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Graphs of 2 to 13 actors, thin and dense, of few and many hostile ties, with weights and without.
    fn graphs() -> impl Strategy<Value = SignedGraph> {
        let shape = (2usize..=13, 1u32..100, 0u32..100, prop_oneof![Just(1i64), 2i64..9]);
        shape.prop_flat_map(|(n, dense, hostile, heavy)| {
            let tie = (0u32..100, 0u32..100, 1..=heavy);
            let ties = proptest::collection::vec(tie, n * (n - 1) / 2);
            ties.prop_map(move |ties| {
                let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
                let there = pairs.zip(ties).filter(|(_, t)| t.0 < dense);
                let signed = there.map(|((a, b), t)| (a, b, if t.1 < hostile { -t.2 } else { t.2 }));
                SignedGraph::weighted(n, signed.collect()).unwrap()
            })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]
        #[test]
        fn packing_and_branching_agree_with_trying_everything(graph in graphs()) {
            let (plain, fast) = (exhaustive(&graph), exact(&graph, &mut Effort::new(u64::MAX, &|| false)));
            prop_assert_eq!(plain.index, fast.index);
            prop_assert!(plain.is_proved() && fast.is_proved());
            for found in [plain, fast] {
                prop_assert_eq!(graph.cost(&found.camps), found.index);
                prop_assert_eq!(found.camps.first(), Some(&false));
            }
        }
    }

    proptest! {
        #[test]
        fn a_search_cut_short_claims_no_more_than_it_proved(graph in graphs(), steps in 0u64..3000) {
            let found = exact(&graph, &mut Effort::new(steps, &|| false));
            prop_assert!(found.lower_bound <= exhaustive(&graph).index);
            prop_assert_eq!(graph.cost(&found.camps), found.index);
        }
    }

    #[test]
    fn known_networks_have_their_index() {
        let index = |n, ties: &[(usize, usize, bool)]| exhaustive(&SignedGraph::new(n, ties.to_vec()).unwrap()).index;
        assert_eq!(index(3, &[(0, 1, false), (0, 2, false), (1, 2, true)]), 0);
        assert_eq!(index(3, &[(0, 1, true), (0, 2, false), (1, 2, true)]), 1);
        // Five actors who all hate each other: the best camps are two and three.
        let all: Vec<_> = (0..5).flat_map(|a| (a + 1..5).map(move |b| (a, b, false))).collect();
        assert_eq!(index(5, &all), 4);
        assert!(SignedGraph::new(2, vec![(0, 2, true)]).is_err());
        assert!(SignedGraph::new(2, vec![(1, 1, true)]).is_err());
        assert!(SignedGraph::weighted(2, vec![(0, 1, 0)]).is_err());
        assert!(SignedGraph::weighted(2, vec![(0, 1, i64::MIN)]).is_err());
        assert_eq!(index(0, &[]), 0);
    }

    #[test]
    fn twenty_who_all_hate_each_other_split_in_halves() {
        let all = (0..20).flat_map(|a| (a + 1..20).map(move |b| (a, b, false))).collect();
        let found = exact(&SignedGraph::new(20, all).unwrap(), &mut Effort::new(u64::MAX, &|| false));
        assert_eq!((found.index, found.is_proved()), (90, true));
    }
}
