//! A signed network of numbered actors.

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
}

/// Actors 0 to n - 1 and the signed ties among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedGraph {
    ties: Vec<(usize, usize, bool)>,
    near: Vec<Vec<(usize, bool)>>,
}

impl SignedGraph {
    /// The network of `n` actors with these ties; `true` is friendly.
    ///
    /// # Errors
    /// [`GraphError`] for a tie with an actor that is not there, or of an actor with itself.
    pub fn new(n: usize, ties: Vec<(usize, usize, bool)>) -> Result<Self, GraphError> {
        let mut near = vec![Vec::new(); n];
        for &(a, b, friendly) in &ties {
            if a == b {
                return Err(GraphError::Loop(a));
            }
            let beyond = || GraphError::Actor(a, b, n.saturating_sub(1));
            near.get_mut(a).ok_or_else(beyond)?.push((b, friendly));
            near.get_mut(b).ok_or_else(beyond)?.push((a, friendly));
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
    pub fn ties(&self) -> &[(usize, usize, bool)] {
        &self.ties
    }

    /// The other ends of an actor's ties.
    #[must_use]
    pub fn near(&self, actor: usize) -> &[(usize, bool)] {
        self.near.get(actor).map_or(&[], Vec::as_slice)
    }

    /// How many ties a division frustrates.
    #[must_use]
    pub fn cost(&self, camps: &[bool]) -> u32 {
        let camp = |actor: usize| camps.get(actor).copied().unwrap_or_default();
        self.ties.iter().map(|&(a, b, friendly)| u32::from((camp(a) == camp(b)) != friendly)).sum()
    }
}
