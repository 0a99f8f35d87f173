//! An unordered pair of actors.

use serde::{Deserialize, Serialize};

use crate::{ActorCode, CodebookError};

/// Two actors whose relation is asked about; order is kept as asked, equality ignores it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "[ActorCode; 2]", into = "[ActorCode; 2]")]
pub struct Dyad {
    /// The actor named first.
    pub a: ActorCode,
    /// The actor named second.
    pub b: ActorCode,
}

impl Dyad {
    /// The dyad of two actors.
    #[must_use]
    pub const fn new(a: ActorCode, b: ActorCode) -> Self {
        Self { a, b }
    }

    /// Both codes in alphabetical order.
    #[must_use]
    pub fn key(&self) -> (&ActorCode, &ActorCode) {
        if self.a <= self.b { (&self.a, &self.b) } else { (&self.b, &self.a) }
    }

    /// Whether `actor` is one of the two.
    #[must_use]
    pub fn has(&self, actor: &ActorCode) -> bool {
        self.a == *actor || self.b == *actor
    }
}

impl PartialEq for Dyad {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}
impl Eq for Dyad {}
impl PartialOrd for Dyad {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Dyad {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl From<[ActorCode; 2]> for Dyad {
    fn from([a, b]: [ActorCode; 2]) -> Self {
        Self { a, b }
    }
}
impl From<Dyad> for [ActorCode; 2] {
    fn from(d: Dyad) -> Self {
        [d.a, d.b]
    }
}

impl std::fmt::Display for Dyad {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.a, self.b)
    }
}

impl std::str::FromStr for Dyad {
    type Err = CodebookError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let wrong = || CodebookError::Dyad(s.to_owned());
        let (a, b) = s.split_once(['-', '–']).ok_or_else(wrong)?;
        let dyad = Self::new(a.trim().parse()?, b.trim().parse()?);
        if dyad.a == dyad.b { Err(wrong()) } else { Ok(dyad) }
    }
}
