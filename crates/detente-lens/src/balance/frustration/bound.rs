//! Branch and bound: actors are placed one by one, best connected first, and a branch is left when
//! it cannot undercut the best division found.
//!
//! What a branch must cost at least is what its placed actors cost, and for every actor not yet
//! placed the cheaper of its two camps, seen from the placed ones.

use super::{Frustration, SignedGraph};

struct Search<'a> {
    graph: &'a SignedGraph,
    order: Vec<usize>,
    camps: Vec<Option<bool>>,
    best: Vec<bool>,
    index: u32,
    steps: u64,
    cut_short: bool,
}

/// The index by branch and bound. After `steps` the best division so far is given, with a lower
/// bound of 0 as far as nothing is proved.
#[must_use]
pub fn branch_and_bound(graph: &SignedGraph, steps: u64) -> Frustration {
    let mut search = Search::new(graph, steps);
    search.place(0, 0);
    let proved = if search.cut_short { 0 } else { search.index };
    let first = search.best.first().copied().unwrap_or_default();
    Frustration {
        index: search.index,
        lower_bound: proved,
        camps: search.best.iter().map(|c| *c != first).collect(),
        optima: None,
    }
}

impl<'a> Search<'a> {
    fn new(graph: &'a SignedGraph, steps: u64) -> Self {
        let best = climbed(graph);
        Self {
            order: order(graph),
            camps: vec![None; graph.len()],
            index: graph.cost(&best),
            best,
            graph,
            steps,
            cut_short: false,
        }
    }

    fn place(&mut self, depth: usize, cost: u32) {
        let Some(actor) = self.order.get(depth).copied() else {
            return self.keep(cost);
        };
        if self.steps == 0 {
            self.cut_short = true;
            return;
        }
        self.steps -= 1;
        if cost + self.to_come(depth) >= self.index {
            return;
        }
        let price = |camp| self.price(actor, camp);
        let cheap = price(true) < price(false);
        for camp in [cheap, !cheap].into_iter().take(if depth == 0 { 1 } else { 2 }) {
            let price = self.price(actor, camp);
            self.set(actor, Some(camp));
            self.place(depth + 1, cost + price);
            self.set(actor, None);
        }
    }

    fn set(&mut self, actor: usize, camp: Option<bool>) {
        if let Some(own) = self.camps.get_mut(actor) {
            *own = camp;
        }
    }

    /// The ties with placed actors that `camp` would frustrate.
    fn price(&self, actor: usize, camp: bool) -> u32 {
        let placed = |other: usize| self.camps.get(other).copied().flatten();
        let frustrated = |&(other, friendly): &(usize, bool)| placed(other).map(|o| u32::from((o == camp) != friendly));
        self.graph.near(actor).iter().filter_map(frustrated).sum()
    }

    fn to_come(&self, depth: usize) -> u32 {
        let rest = self.order.iter().skip(depth);
        rest.map(|a| self.price(*a, false).min(self.price(*a, true))).sum()
    }

    fn keep(&mut self, cost: u32) {
        if cost < self.index {
            self.index = cost;
            self.best = self.camps.iter().map(|c| c.unwrap_or_default()).collect();
        }
    }
}

/// The actors, each after the one that most of its ties lead to; ties of rank go by number.
fn order(graph: &SignedGraph) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut left: Vec<usize> = (0..graph.len()).collect();
    while !left.is_empty() {
        let rank = |a: usize| {
            let placed = graph.near(a).iter().filter(|(o, _)| out.contains(o)).count();
            (placed, graph.near(a).len(), std::cmp::Reverse(a))
        };
        let next = left.iter().copied().max_by_key(|a| rank(*a)).unwrap_or_default();
        left.retain(|a| *a != next);
        out.push(next);
    }
    out
}

/// A division that no single move improves: where the search starts from.
fn climbed(graph: &SignedGraph) -> Vec<bool> {
    let mut camps = vec![false; graph.len()];
    while let Some(mover) = (0..graph.len()).find(|a| gains(graph, &camps, *a)) {
        if let Some(own) = camps.get_mut(mover) {
            *own = !*own;
        }
    }
    camps
}

fn gains(graph: &SignedGraph, camps: &[bool], actor: usize) -> bool {
    let camp = |a: usize| camps.get(a).copied().unwrap_or_default();
    let frustrated = |t: &&(usize, bool)| (camp(actor) == camp(t.0)) != t.1;
    graph.near(actor).iter().filter(frustrated).count() * 2 > graph.near(actor).len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{SignedGraph, exhaustive};
    use super::branch_and_bound;

    fn graphs() -> impl Strategy<Value = SignedGraph> {
        (1usize..=11).prop_flat_map(|n| {
            let signs = proptest::collection::vec(0u8..4, n * (n - 1) / 2);
            signs.prop_map(move |signs| {
                let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
                let tie = |((a, b), s): ((usize, usize), u8)| (s > 0).then_some((a, b, s == 1));
                SignedGraph::new(n, pairs.zip(signs).filter_map(tie).collect()).unwrap()
            })
        })
    }

    proptest! {
        #[test]
        fn branch_and_bound_agrees_with_trying_everything(graph in graphs()) {
            let (plain, fast) = (exhaustive(&graph), branch_and_bound(&graph, u64::MAX));
            prop_assert_eq!(plain.index, fast.index);
            prop_assert!(plain.is_proved() && fast.is_proved());
            for found in [plain, fast] {
                prop_assert_eq!(graph.cost(&found.camps), found.index);
                prop_assert_eq!(found.camps.first(), Some(&false));
            }
        }

        #[test]
        fn a_search_cut_short_claims_no_proof(graph in graphs(), steps in 0u64..6) {
            let found = branch_and_bound(&graph, steps);
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
        assert_eq!(index(0, &[]), 0);
    }
}
