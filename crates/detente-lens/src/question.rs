//! What is asked: a shift of one dyad, and the dyad it may move.

use detente_codebook::Dyad;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The direction in which a relation moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// It becomes friendlier.
    Improves,
    /// It becomes more hostile.
    Worsens,
}

/// The supposed shift.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Whose relation moves.
    pub dyad: Dyad,
    /// How.
    pub direction: Direction,
}

/// A question in formal terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The words in which it was asked, if any.
    pub text: Option<String>,
    /// The shift that is supposed.
    pub shift: Shift,
    /// The dyad asked about.
    pub target: Dyad,
    /// The day as of which the world is known.
    pub as_of: Date,
    /// Over how many years the answer reaches.
    pub horizon_years: u8,
}

impl Question {
    /// The actors of the question, shift first, each once.
    #[must_use]
    pub fn actors(&self) -> Vec<detente_codebook::ActorCode> {
        let mut out = Vec::new();
        for actor in [&self.shift.dyad.a, &self.shift.dyad.b, &self.target.a, &self.target.b] {
            if !out.contains(actor) {
                out.push(actor.clone());
            }
        }
        out
    }
}
