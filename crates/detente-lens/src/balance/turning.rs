//! What one tie does to the whole.
//!
//! # Method
//! A tie is turned, friendly to hostile or the reverse, and the frustration index is found anew.
//! Turning a tie of weight w moves the index by w at most, because every division changes by w. So
//! a tie that is frustrated in a best division relaxes the network by all it can, and among these
//! the one in most unbalanced triangles stands first. In the same way ties that would frustrate
//! are tried from the one in most balanced triangles on, until one raises the index by all it can.

use super::frustration::{Effort, Frustration, SignedGraph, exact};

/// One tie turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turning {
    /// The number of the tie.
    pub tie: usize,
    /// The index after the turn less the index before it.
    pub change: i64,
    /// Unbalanced triangles after the turn less those before it.
    pub triangles: i64,
    /// Whether the change is proved, or only the best found.
    pub proved: bool,
}

/// The tie whose turning relaxes a network most and the one whose turning strains it most.
#[must_use]
pub fn turnings(graph: &SignedGraph, known: &Frustration, effort: &mut Effort<'_>) -> (Option<Turning>, Option<Turning>) {
    let strain = strain(graph);
    let wrong = graph.frustrated(&known.camps);
    let best = wrong.iter().copied().max_by_key(|t| (weight(graph, *t), -strain[*t], std::cmp::Reverse(*t)));
    let relaxes = best.map(|tie| Turning { tie, change: -weight(graph, tie), triangles: strain[tie], proved: known.is_proved() });
    let mut right: Vec<usize> = (0..graph.ties().len()).filter(|t| !wrong.contains(t)).collect();
    right.sort_by_key(|t| (-weight(graph, *t), -strain[*t], *t));
    (relaxes, strains_most(graph, known, &right, &strain, effort))
}

/// So many ties are tried.
const TRIED: usize = 40;

fn strains_most(
    graph: &SignedGraph,
    known: &Frustration,
    ties: &[usize],
    strain: &[i64],
    effort: &mut Effort<'_>,
) -> Option<Turning> {
    let mut best: Option<Turning> = None;
    for &tie in ties.iter().take(TRIED) {
        if best.is_some_and(|b| b.change >= weight(graph, tie)) {
            break;
        }
        let found = turned(graph, tie, known, effort);
        let found = Turning { triangles: strain[tie], ..found };
        if best.is_none_or(|b| found.change > b.change) {
            best = Some(found);
        }
    }
    best
}

/// What turning one tie does to the index.
#[must_use]
pub fn turned(graph: &SignedGraph, tie: usize, known: &Frustration, effort: &mut Effort<'_>) -> Turning {
    let turn = |(n, t): (usize, &(usize, usize, i64))| (t.0, t.1, if n == tie { -t.2 } else { t.2 });
    let ties = graph.ties().iter().enumerate().map(turn).collect();
    // The same ties with another sign make a graph as the first did.
    let after = exact(&SignedGraph::weighted(graph.len(), ties).unwrap_or_default(), effort);
    let change = after.index.cast_signed() - known.index.cast_signed();
    Turning { tie, change, triangles: 0, proved: after.is_proved() && known.is_proved() }
}

fn weight(graph: &SignedGraph, tie: usize) -> i64 {
    graph.ties().get(tie).map_or(0, |t| t.2.abs())
}

/// For every tie, its balanced triangles less its unbalanced ones: what turning it adds to the unbalanced.
fn strain(graph: &SignedGraph) -> Vec<i64> {
    let mut signs = vec![0i64; graph.len()];
    let mut out = Vec::with_capacity(graph.ties().len());
    for &(a, b, weight) in graph.ties() {
        for (other, w) in graph.near(a) {
            signs[*other] = w.signum();
        }
        let common = graph.near(b).iter().map(|(other, w)| signs[*other] * w.signum());
        out.push(common.sum::<i64>() * weight.signum());
        for (other, _) in graph.near(a) {
            signs[*other] = 0;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::frustration::exhaustive;
    use super::*;

    #[test]
    fn the_tie_that_relaxes_and_the_one_that_strains_are_found() {
        // Two friends with a common enemy, who is the friend of a fourth: balanced but for 1-3.
        let ties = vec![(0, 1, true), (0, 2, false), (1, 2, false), (2, 3, true), (0, 3, false), (1, 3, true)];
        let graph = SignedGraph::new(4, ties).unwrap();
        let known = exhaustive(&graph);
        assert_eq!(known.index, 1);
        let (relaxes, strains) = turnings(&graph, &known, &mut Effort::new(1_000_000, &|| false));
        let relaxes = relaxes.unwrap();
        assert_eq!((relaxes.tie, relaxes.change, relaxes.triangles, relaxes.proved), (5, -1, -2, true));
        let strains = strains.unwrap();
        let plain = |tie| turned(&graph, tie, &known, &mut Effort::new(1_000_000, &|| false)).change;
        assert_eq!(strains.change, (0..6).map(plain).max().unwrap());
    }
}
