//! The actors that the words of a record name, when its article is not at hand.

use detente_codebook::{ActorCode, Item};
use jiff::civil::Date;

use crate::question::actors_in;

/// The states and organisations named in the quote of an item, each once, in order.
pub(crate) fn named_in(item: &Item, day: Date) -> Vec<ActorCode> {
    let words: Vec<&str> = match item {
        Item::Conditional(c) => vec![&c.antecedent.exact, &c.consequent.exact],
        other => other.quote().map(|q| q.exact.as_str()).into_iter().collect(),
    };
    let mut out: Vec<ActorCode> = Vec::new();
    for code in words.iter().flat_map(|w| actors_in(w, day)) {
        if !out.contains(&code) {
            out.push(code);
        }
    }
    out
}
