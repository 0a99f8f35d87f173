//! Partitions into more than two blocs.
//!
//! # Method
//! With k blocs, a friendly tie between blocs and a hostile tie within one are frustrated: clusters
//! in the sense of Davis 1967, who lets the enemy of an enemy be an enemy. The search moves one
//! actor at a time to another bloc (the relocation of Doreian & Mrvar 1996), with a tabu list and
//! from several starts drawn by a fixed recurrence. It proves nothing by itself; beside it stands a
//! bound that holds for any number of blocs: cycles with exactly one hostile tie that share no
//! weight, each of which must have a frustrated tie.

use std::collections::VecDeque;

use super::frustration::SignedGraph;

/// So many starts are tried.
const STARTS: u64 = 8;

/// A partition into blocs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocs {
    /// The bloc of every actor, from 0; the first actor is in bloc 0, and blocs are numbered as they appear.
    pub of: Vec<usize>,
    /// What the frustrated ties weigh.
    pub cost: u64,
    /// What no partition into any number of blocs can undercut.
    pub lower_bound: u64,
}

/// A good partition into at most `k` blocs; two camps that are known to be good are a start of their own, so that with
/// two blocs or more the answer is never worse than they are.
#[must_use]
pub fn blocs(graph: &SignedGraph, k: usize, camps: &[bool]) -> Blocs {
    let k = k.max(1);
    let two = (0..graph.len()).map(|v| usize::from(k > 1 && camps.get(v) == Some(&true))).collect();
    let starts = std::iter::once(two).chain((0..STARTS).map(|start| begin(graph.len(), k, start)));
    let best = starts.map(|start| relocate(graph, start, k)).min_by_key(|b| cost(graph, b));
    let of = numbered(&best.unwrap_or_default());
    Blocs { cost: cost(graph, &of), lower_bound: bound(graph), of }
}

/// What a partition costs.
fn cost(graph: &SignedGraph, of: &[usize]) -> u64 {
    let wrong = |t: &&(usize, usize, i64)| (of.get(t.0) == of.get(t.1)) != (t.2 > 0);
    graph.ties().iter().filter(wrong).map(|t| t.2.unsigned_abs()).sum()
}

fn draw(state: &mut u64, below: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap_or_default() % below.max(1)
}

/// All together at first, then by lot.
fn begin(n: usize, k: usize, start: u64) -> Vec<usize> {
    let mut state = start;
    (0..n).map(|_| if start == 0 { 0 } else { draw(&mut state, k) }).collect()
}

/// Moves actors while that helps, and for a while when it does not.
fn relocate(graph: &SignedGraph, mut of: Vec<usize>, k: usize) -> Vec<usize> {
    let n = of.len();
    // What an actor would save in each bloc, up to a constant: its friendly weight there less its hostile weight.
    let mut pull = vec![vec![0i64; k]; n];
    for &(a, b, weight) in graph.ties() {
        pull[a][of[b]] += weight;
        pull[b][of[a]] += weight;
    }
    let (mut now, mut state) = (cost(graph, &of), 1);
    let (mut best, mut least, mut free) = (of.clone(), now, vec![0; n]);
    for step in 1..=100 + 10 * n {
        let gains = (0..n).flat_map(|v| (0..k).map(move |c| (v, c))).filter(|(v, c)| of[*v] != *c);
        let gain = |v: usize, c: usize| pull[v][c] - pull[v][of[v]];
        let may = |(v, c): &(usize, usize)| free[*v] <= step || now.saturating_add_signed(-gain(*v, *c)) < least;
        let Some((mover, to)) = gains.filter(may).max_by_key(|(v, c)| gain(*v, *c)) else { break };
        now = now.saturating_add_signed(-gain(mover, to));
        let from = std::mem::replace(&mut of[mover], to);
        for &(other, weight) in graph.near(mover) {
            pull[other][from] -= weight;
            pull[other][to] += weight;
        }
        free[mover] = step + 3 + draw(&mut state, 8);
        if now < least {
            (best, least) = (of.clone(), now);
        }
    }
    best
}

/// Blocs numbered as they appear.
fn numbered(of: &[usize]) -> Vec<usize> {
    let mut seen: Vec<usize> = Vec::new();
    let mut number = |bloc: &usize| {
        seen.iter().position(|s| s == bloc).unwrap_or_else(|| {
            seen.push(*bloc);
            seen.len() - 1
        })
    };
    of.iter().map(&mut number).collect()
}

/// Packs cycles with exactly one hostile tie, the shortest first for each such tie.
fn bound(graph: &SignedGraph) -> u64 {
    let mut left: Vec<u64> = graph.ties().iter().map(|t| t.2.unsigned_abs()).collect();
    let mut near = vec![Vec::new(); graph.len()];
    for (n, &(a, b, weight)) in graph.ties().iter().enumerate().filter(|(_, t)| t.2 > 0) {
        debug_assert!(weight > 0);
        near[a].push((b, n));
        near[b].push((a, n));
    }
    let mut sum = 0;
    for (n, tie) in graph.ties().iter().enumerate().filter(|(_, t)| t.2 < 0) {
        while left[n] > 0 {
            let Some(way) = way(&near, &left, tie.0, tie.1) else { break };
            let weight = way.iter().map(|e| left[*e]).min().unwrap_or(0).min(left[n]);
            way.iter().chain([&n]).for_each(|e| left[*e] -= weight);
            sum += weight;
        }
    }
    sum
}

/// The ties of a shortest way that has weight left.
fn way(near: &[Vec<(usize, usize)>], left: &[u64], from: usize, to: usize) -> Option<Vec<usize>> {
    let mut came: Vec<Option<(usize, usize)>> = vec![None; near.len()];
    let mut open = VecDeque::from([from]);
    while let Some(actor) = open.pop_front() {
        if actor == to {
            let mut way = Vec::new();
            let mut at = to;
            while let Some((before, tie)) = came[at].filter(|_| at != from) {
                way.push(tie);
                at = before;
            }
            return Some(way);
        }
        for &(other, tie) in near[actor].iter().filter(|(_, t)| left[*t] > 0) {
            if came[other].is_none() && other != from {
                came[other] = Some((actor, tie));
                open.push_back(other);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::frustration::exhaustive;
    use super::*;

    fn graph(signs: &[i64]) -> SignedGraph {
        let pairs = (0..8usize).flat_map(|a| (a + 1..8).map(move |b| (a, b)));
        let ties = pairs.zip(signs).filter(|(_, s)| **s != 0).map(|((a, b), s)| (a, b, *s)).collect();
        SignedGraph::weighted(8, ties).unwrap()
    }

    fn every(graph: &SignedGraph, k: usize) -> u64 {
        let division = |n: usize| (0..8u32).map(|v| n / k.pow(v) % k).collect::<Vec<_>>();
        (0..k.pow(8)).map(|n| cost(graph, &division(n))).min().unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn small_partitions_are_the_best_there_are(signs in proptest::collection::vec(-2i64..=2, 28)) {
            let graph = graph(&signs);
            for k in [2, 3] {
                let found = blocs(&graph, k, &[]);
                prop_assert_eq!(found.cost, every(&graph, k));
                prop_assert_eq!(cost(&graph, &found.of), found.cost);
                prop_assert!(found.lower_bound <= found.cost);
            }
            prop_assert_eq!(blocs(&graph, 2, &[]).cost, exhaustive(&graph).index);
        }
    }
}
