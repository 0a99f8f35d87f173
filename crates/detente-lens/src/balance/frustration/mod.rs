//! The frustration index of a signed network, exactly.
//!
//! # Method
//! Put every actor into one of two camps. A friendly tie between the camps and a hostile tie within
//! one are frustrated. The frustration index (line index of balance) is the least number of
//! frustrated ties over all ways to form the camps: Cartwright & Harary 1956 call a network
//! balanced when it is 0; Aref & Wilson 2018 discuss it as a measure of partial balance.
//!
//! Small networks are solved by trying every division, which is its own proof and also counts how
//! many divisions are equally good; larger ones by branch and bound, which says whether it proved
//! its answer. Both stand behind [`solve`]; a third way would too.

mod bound;
mod exhaustive;
mod graph;

pub use bound::branch_and_bound;
pub use exhaustive::exhaustive;
pub use graph::{GraphError, SignedGraph};

/// Up to this many actors every division is tried.
pub const EXHAUSTIVE: usize = 16;

/// A division into two camps and what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frustration {
    /// How many ties this division frustrates.
    pub index: u32,
    /// What no division can undercut; equal to `index` when the answer is proved.
    pub lower_bound: u32,
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

/// Branch and bound gives up after this many steps and says so in `lower_bound`.
const STEPS: u64 = 50_000_000;

/// The frustration index and a division that reaches it.
#[must_use]
pub fn solve(graph: &SignedGraph) -> Frustration {
    if graph.len() <= EXHAUSTIVE { exhaustive(graph) } else { branch_and_bound(graph, STEPS) }
}
