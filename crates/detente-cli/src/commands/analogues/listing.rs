//! The answer for people: the sentences that the lens says in a brief.

use detente::words::say;
use detente_codebook::Language;
use detente_lens::analogues::{Study, finding};
use detente_lens::{Inquiry, Message};

pub(super) fn write(inquiry: &Inquiry, study: &Study, language: Language) -> String {
    let found = finding(inquiry, Some(study));
    let words = |m: &Message| say(m, language).trim().to_owned();
    let mut out: Vec<String> = found.claims.iter().map(|c| words(&c.message)).collect();
    out.extend(found.assumptions.iter().chain(&found.unknown).map(|m| format!("({})", words(m))));
    out.join("\n")
}
