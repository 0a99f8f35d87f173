//! The network of states in one year, and what moves its index from year to year.
//!
//! # Method
//! The ties of a year are the signs of the chronicle under one definition; states without any are
//! left out. Between two years the index moves because ties come, go and turn. Those that moved it
//! are told by the best divisions of both years: ties that changed and are frustrated now, and ties
//! that were frustrated and have changed. Where several divisions are equally good, so may be the lists.

use std::collections::BTreeMap;

use detente_history::chronicle::{Chronicle, Definition};

use super::frustration::{Frustration, GraphError, SignedGraph};
use super::table::Named;
use crate::states::codes;

/// The network of a year, counted from the first of the chronicle.
///
/// # Errors
/// [`GraphError`], which a chronicle that could be opened does not give.
pub fn network_of_year(chronicle: &Chronicle, year: usize, definition: Definition) -> Result<Named, GraphError> {
    let names = codes(chronicle, year);
    let name = |state: usize| names.get(state).cloned().flatten().map_or_else(|| state.to_string(), |c| c.to_string());
    let sign = |&&(a, b): &&(usize, usize)| chronicle.sign(a, b, year, definition) != 0;
    let signed: Vec<(usize, usize)> = chronicle.dyads().iter().filter(sign).copied().collect();
    let mut numbers: BTreeMap<usize, usize> = signed.iter().flat_map(|(a, b)| [(*a, 0), (*b, 0)]).collect();
    numbers.values_mut().zip(0..).for_each(|(own, n)| *own = n);
    let tie =
        |(a, b): (usize, usize)| Some((*numbers.get(&a)?, *numbers.get(&b)?, i64::from(chronicle.sign(a, b, year, definition))));
    let graph = SignedGraph::weighted(numbers.len(), signed.into_iter().filter_map(tie).collect())?;
    Ok(Named { name: String::new(), actors: numbers.keys().map(|s| name(*s)).collect(), graph, decimals: 0 })
}

/// A tie that changed and what it was and is: 1, 0 or -1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// Its two ends, sorted.
    pub ends: (String, String),
    /// Its sign before.
    pub before: i8,
    /// Its sign now.
    pub now: i8,
}

/// The ties that moved an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Ties that changed and are frustrated now.
    pub strained: Vec<Changed>,
    /// Ties that were frustrated and have changed.
    pub eased: Vec<Changed>,
}

/// What moved the index from one network to the next.
#[must_use]
pub fn moved(before: (&Named, &Frustration), now: (&Named, &Frustration)) -> Moved {
    let (old, new) = (signs(before.0), signs(now.0));
    let changed = |ends: &(String, String)| {
        let at = |of: &BTreeMap<(String, String), i8>| of.get(ends).copied().unwrap_or_default();
        let (before, now) = (at(&old), at(&new));
        (before != now).then(|| Changed { ends: ends.clone(), before, now })
    };
    let frustrated = |(network, found): (&Named, &Frustration)| -> Vec<Changed> {
        let mut ties: Vec<(String, String)> =
            network.graph.frustrated(&found.camps).into_iter().filter_map(|t| ends(network, t)).collect();
        ties.sort();
        ties.iter().filter_map(changed).collect()
    };
    Moved { strained: frustrated(now), eased: frustrated(before) }
}

fn ends(network: &Named, tie: usize) -> Option<(String, String)> {
    let (a, b, _) = network.graph.ties().get(tie)?;
    let (a, b) = (network.actors.get(*a)?.clone(), network.actors.get(*b)?.clone());
    Some(if a < b { (a, b) } else { (b, a) })
}

fn signs(network: &Named) -> BTreeMap<(String, String), i8> {
    let sign = |w: i64| if w > 0 { 1 } else { -1 };
    let all = network.graph.ties().iter().enumerate();
    all.filter_map(|(n, t)| Some((ends(network, n)?, sign(t.2)))).collect()
}
