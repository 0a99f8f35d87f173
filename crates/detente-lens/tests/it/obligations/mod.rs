//! The obligations engine: one scenario for each item of the clause model, properties, bad input.

mod cascade;
mod clauses;
mod muster;
mod properties;
mod security;
mod wars;

use detente_history::{TreatyText, base, treaty_of_toml};
use detente_lens::treaty::engine::{Answer, Book, Query};

use crate::world::code;

/// A treaty in our own form: `head` is further lines of it, `parts` its parties and clauses.
pub(crate) fn treaty(id: &str, dates: [&str; 2], head: &str, parts: &str) -> TreatyText {
    let ended = if dates[1].is_empty() { String::new() } else { format!("ended = \"{}\"\n", dates[1]) };
    let text = format!(
        "id = \"{id}\"\nen = \"{id}\"\nar = \"{id}\"\nshort_en = \"{id}\"\nshort_ar = \"{id}\"\nkind = \"treaty\"\nsubject = \"alliance\"\nstage = \"in_force\"\nsigned = \"{0}\"\nin_force = \"{0}\"\n{ended}confidence = \"cited\"\n{head}\n{parts}",
        dates[0]
    );
    treaty_of_toml(id, &text).unwrap()
}

/// Parties by code.
pub(crate) fn parties(codes: &str) -> String {
    codes.split(' ').map(|c| format!("[[party]]\ncode = \"{c}\"\n")).collect()
}

/// A clause: its type, its duty, what sets it off, and further lines.
pub(crate) fn clause(kind: &str, duty: &str, when: &str, more: &str) -> String {
    format!("[[clause]]\ntype = \"{kind}\"\nduty = \"{duty}\"\nwhen = \"{when}\"\nen = \"{duty}\"\nar = \"{duty}\"\n{more}\n")
}

/// A pact of mutual defence.
pub(crate) fn pact(id: &str, codes: &str, more: &str) -> TreatyText {
    treaty(id, ["1950-01-01", ""], "", &(parties(codes) + &clause("DEFENSE", "defence", "attacked", more)))
}

pub(crate) fn query(attackers: &str, targets: &str, day: &str) -> Query {
    let all = |s: &str| s.split(' ').map(code).collect();
    Query { attackers: all(attackers), targets: all(targets), day: day.parse().unwrap(), place: None, help_requested: false }
}

pub(crate) fn ask(treaties: Vec<TreatyText>, query: &Query) -> Answer {
    Book::new(treaties).unwrap().answer(query, base().unwrap()).unwrap()
}

pub(crate) fn ask_base(query: &Query) -> Answer {
    Book::of_base(base().unwrap()).unwrap().answer(query, base().unwrap()).unwrap()
}

/// The obligations as `STATE duty treaty grade`, sorted.
pub(crate) fn lines(answer: &Answer) -> Vec<String> {
    let line = |o: &detente_lens::treaty::engine::Obligation| format!("{} {} {} {}", o.state, o.duty, o.treaty, o.grade.word());
    let mut out: Vec<String> = answer.obligations.iter().map(line).collect();
    out.sort();
    out
}

pub(crate) fn states(answer: &Answer) -> Vec<&str> {
    let mut out: Vec<&str> = answer.obligations.iter().map(|o| o.state.as_str()).collect();
    out.sort_unstable();
    out.dedup();
    out
}
