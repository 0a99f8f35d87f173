//! Why a question could not be read, and what can be asked instead.

use std::fmt;

use detente_codebook::{ActorCode, ActorTable, Dyad, Language};
use detente_lens::{Direction, Shift};

/// A question that can be asked as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is supposed.
    pub shift: Shift,
    /// What is asked about.
    pub target: Dyad,
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "detente ask --shift {}:{} --on {}", self.shift.dyad, word(self.shift.direction), self.target)
    }
}

/// The word for a direction in commands and JSON.
pub(crate) const fn word(direction: Direction) -> &'static str {
    match direction {
        Direction::Improves => "improves",
        Direction::Worsens => "worsens",
    }
}

/// The actors that were found in a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found(pub Vec<ActorCode>);

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("no actor was found");
        }
        let names = |c: &ActorCode| {
            let name = ActorTable::builtin().map(|t| t.name(c, Language::En)).unwrap_or_default();
            format!("{c} ({name})")
        };
        write!(f, "found {}", self.0.iter().map(names).collect::<Vec<_>>().join(", "))
    }
}

/// What keeps a question from being read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// There are no words.
    #[error("the question is empty; ask for example: {}", example())]
    Empty,
    /// Fewer than two actors are named.
    #[error("the question names no two actors: {found}; name states by name, capital or leader, or ask formally: {}", example())]
    NoActors {
        /// Who was found.
        found: Found,
    },
    /// Nothing says how a relation moves.
    #[error("the question does not say how a relation moves: {found}; say that it improves or worsens{}", list(suggestions))]
    NoDirection {
        /// Who was found.
        found: Found,
        /// What can be asked.
        suggestions: Vec<Suggestion>,
    },
    /// It is not clear whose relation is supposed to move.
    #[error("it is not clear whose relation is supposed to move: {found}; name both sides{}", list(suggestions))]
    NoShift {
        /// Who was found.
        found: Found,
        /// What can be asked.
        suggestions: Vec<Suggestion>,
    },
    /// It is not clear which relation is asked about.
    #[error(
        "{} is supposed, and it is not clear which relation is asked about: {found}; name both sides{}",
        said(shift),
        list(suggestions)
    )]
    NoTarget {
        /// What is supposed.
        shift: Shift,
        /// Who was found.
        found: Found,
        /// What can be asked.
        suggestions: Vec<Suggestion>,
    },
    /// The dyad that moves is the dyad asked about.
    #[error("{} is supposed and asked about; ask about another relation{}", said(shift), list(suggestions))]
    SameDyad {
        /// What is supposed.
        shift: Shift,
        /// What can be asked.
        suggestions: Vec<Suggestion>,
    },
    /// A formal shift that cannot be read.
    #[error("`{0}` is not a shift: write two codes and a direction, such as USA-RUS:improves or SAU-IRN:worsens")]
    Shift(String),
    /// A formal dyad that cannot be read.
    #[error("`{0}` is not a dyad: write two different codes, such as RUS-IRN")]
    Dyad(String),
    /// A code that the codebook does not know.
    #[error("`{0}` is not an actor of the codebook: use ISO 3166 alpha-3 codes such as RUS, IRN, SAU")]
    UnknownActor(String),
    /// A state or organisation that is not there on the day.
    #[error(
        "{code} ({name}) does not exist on {day}: the codebook has it {held}; ask as of another day, or name who was there then"
    )]
    NotThen {
        /// Whose code.
        code: ActorCode,
        /// Its name.
        name: String,
        /// The day asked about.
        day: jiff::civil::Date,
        /// The years it exists, EDTF.
        held: String,
    },
    /// A horizon of no years.
    #[error("a horizon of {0} years cannot be asked about: give 1 to 50")]
    Horizon(u8),
}

impl QuestionError {
    /// The questions that can be asked instead, ready to be run.
    #[must_use]
    pub fn suggestions(&self) -> &[Suggestion] {
        match self {
            Self::NoDirection { suggestions, .. }
            | Self::NoShift { suggestions, .. }
            | Self::NoTarget { suggestions, .. }
            | Self::SameDyad { suggestions, .. } => suggestions,
            _ => &[],
        }
    }
}

const fn example() -> &'static str {
    "detente ask --shift USA-RUS:improves --on RUS-IRN"
}

fn said(shift: &Shift) -> String {
    format!("{}:{}", shift.dyad, word(shift.direction))
}

fn list(suggestions: &[Suggestion]) -> String {
    let lines: String = suggestions.iter().map(|s| format!("\n  {s}")).collect();
    if lines.is_empty() { format!(", for example: {}", example()) } else { format!(", or ask one of these:{lines}") }
}
