//! Dictionaries in the format of the PETRARCH family: actors, agents, verbs, discards and issues.
//!
//! The files are read strictly. A line that does not keep the format is left out and reported with
//! its number; the rest of the file is used. `#` and `<!-- … -->` are comments.
//!
//! Sources: Norris, Schrodt & Beieler, PETRARCH2 (2017), and the documentation of its dictionaries.

mod actors;
mod agents;
mod kind;
mod lines;
mod lists;
mod ontology;
mod problem;
mod verbs;

pub use actors::{Actor, ActorCodes, Validity, actors, code_on};
pub use agents::{Agent, Agents, agents};
pub use kind::{Kind, kind_in, kind_of};
pub use lines::Phrase;
pub use lists::{Discard, Issue, discards, issues};
pub use ontology::ontology;
pub use problem::Problem;
pub use verbs::{Codes, Element, Pattern, Transformation, Verb, Verbs, verbs};

/// One dictionary file as read: what it holds, and what in it could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Read<T> {
    /// What it holds.
    pub entries: T,
    /// The lines that do not keep the format, in order.
    pub problems: Vec<Problem>,
}

/// Reads one file for its faults alone.
///
/// `kind` says what the file holds; [`kind_of`] tells it from the name.
#[must_use]
pub fn lint(text: &str, kind: Kind) -> (usize, Vec<Problem>) {
    match kind {
        Kind::Actors => counted(actors(text), |a| a.len()),
        Kind::Agents => counted(agents(text), |a| a.list.len()),
        Kind::Verbs => counted(verbs(text), |v| v.list.len()),
        Kind::Discards => counted(discards(text), |d| d.len()),
        Kind::Issues => counted(issues(text), |i| i.len()),
        Kind::Ontology => counted(ontology(text), |o| o.len()),
    }
}

fn counted<T>(read: Read<T>, count: impl Fn(&T) -> usize) -> (usize, Vec<Problem>) {
    (count(&read.entries), read.problems)
}
