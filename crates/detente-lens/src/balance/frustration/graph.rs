//! A signed network of numbered actors.

/// The weights of all ties together stay below this, so that they are exact as floating point numbers.
pub const HEAVIEST: u64 = 1 << 50;

/// What is no signed network.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
#[non_exhaustive]
pub enum GraphError {
    /// A tie names an actor beyond the last.
    #[error("a tie joins {0} and {1}, but the actors are numbered 0 to {2}")]
    Actor(usize, usize, usize),
    /// A tie of an actor with itself.
    #[error("actor {0} has a tie with itself; leave such ties out")]
    Loop(usize),
    /// A tie of weight 0, or weights too great to add up.
    #[error(
        "the tie of {0} and {1} has a weight that cannot be counted: weights are not 0, and all together stay below {HEAVIEST}"
    )]
    Weight(usize, usize),
}

/// Actors 0 to n - 1 and the signed ties among them. A tie of weight 2 is friendly and costs 2 when
/// it is frustrated; one of weight -2 is hostile and costs as much.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedGraph {
    ties: Vec<(usize, usize, i64)>,
    near: Vec<Vec<(usize, i64)>>,
}

impl SignedGraph {
    /// The network of `n` actors with these ties of weight 1; `true` is friendly.
    ///
    /// # Errors
    /// [`GraphError`] for a tie with an actor that is not there, or of an actor with itself.
    pub fn new(n: usize, ties: Vec<(usize, usize, bool)>) -> Result<Self, GraphError> {
        Self::weighted(n, ties.into_iter().map(|(a, b, friendly)| (a, b, if friendly { 1 } else { -1 })).collect())
    }

    /// The network of `n` actors with ties of any weight.
    ///
    /// # Errors
    /// [`GraphError`] as for [`SignedGraph::new`], and for weights that are 0 or too great.
    pub fn weighted(n: usize, ties: Vec<(usize, usize, i64)>) -> Result<Self, GraphError> {
        let mut near = vec![Vec::new(); n];
        let mut total = 0u64;
        for &(a, b, weight) in &ties {
            if a == b {
                return Err(GraphError::Loop(a));
            }
            total = total.saturating_add(weight.unsigned_abs());
            if weight == 0 || total >= HEAVIEST {
                return Err(GraphError::Weight(a, b));
            }
            let beyond = || GraphError::Actor(a, b, n.saturating_sub(1));
            near.get_mut(a).ok_or_else(beyond)?.push((b, weight));
            near.get_mut(b).ok_or_else(beyond)?.push((a, weight));
        }
        Ok(Self { ties, near })
    }

    /// How many actors.
    #[must_use]
    pub fn len(&self) -> usize {
        self.near.len()
    }

    /// Whether there are no actors.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.near.is_empty()
    }

    /// The ties.
    #[must_use]
    pub fn ties(&self) -> &[(usize, usize, i64)] {
        &self.ties
    }

    /// The other ends of an actor's ties.
    #[must_use]
    pub fn near(&self, actor: usize) -> &[(usize, i64)] {
        self.near.get(actor).map_or(&[], Vec::as_slice)
    }

    /// What the ties weigh together.
    #[must_use]
    pub fn weight(&self) -> u64 {
        self.ties.iter().map(|t| t.2.unsigned_abs()).sum()
    }

    /// What the ties that a division frustrates weigh together; without weights, how many they are.
    #[must_use]
    pub fn cost(&self, camps: &[bool]) -> u64 {
        self.frustrated(camps).iter().filter_map(|t| self.ties.get(*t)).map(|t| t.2.unsigned_abs()).sum()
    }

    /// The numbers of the ties that a division frustrates.
    #[must_use]
    pub fn frustrated(&self, camps: &[bool]) -> Vec<usize> {
        let camp = |actor: usize| camps.get(actor).copied().unwrap_or_default();
        let wrong = |(_, t): &(usize, &(usize, usize, i64))| (camp(t.0) == camp(t.1)) != (t.2 > 0);
        self.ties.iter().enumerate().filter(wrong).map(|(n, _)| n).collect()
    }
}
