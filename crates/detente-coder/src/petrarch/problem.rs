//! What is wrong with a line of a dictionary.

use std::fmt;

/// A line that does not keep the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong, and what was expected.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// What a dictionary file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Names with the codes of actors.
    Actors,
    /// Roles beside an actor.
    Agents,
    /// Verbs and patterns with event codes.
    Verbs,
    /// Phrases that keep a sentence or a story from being coded.
    Discards,
    /// Topics.
    Issues,
}

/// What a file holds, told from its name; `None` when the name does not say it.
///
/// ```
/// use detente_coder::petrarch::{Kind, kind_of};
///
/// assert_eq!(kind_of("Phoenix.Countries.actors.txt"), Some(Kind::Actors));
/// assert_eq!(kind_of("notes.txt"), None);
/// ```
#[must_use]
pub fn kind_of(name: &str) -> Option<Kind> {
    let lower = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    match () {
        () if has(&["actor"]) => Some(Kind::Actors),
        () if has(&["agent"]) => Some(Kind::Agents),
        () if has(&["discard"]) => Some(Kind::Discards),
        () if has(&["issue"]) => Some(Kind::Issues),
        () if has(&["verb", "cameo.2", "cameo.ar"]) => Some(Kind::Verbs),
        () => None,
    }
}
