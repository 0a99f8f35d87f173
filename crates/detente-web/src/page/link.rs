//! Addresses of pages.

use detente_codebook::{ActorCode, Dyad, Language};
use detente_ledger::site::{BriefId, Head};

use crate::words::{encoded, slug};

/// The address of a brief below its language: `/b/7/who-gains`.
pub(crate) fn brief(id: BriefId, head: &Head, language: Language) -> String {
    let own = head.slug.get(language).trim();
    let made = if own.is_empty() { slug(head.title.get(language)) } else { own.to_owned() };
    if made.is_empty() { format!("/b/{id}") } else { format!("/b/{id}/{}", encoded(&made)) }
}

/// The address of a frozen version.
pub(crate) fn version(id: BriefId, number: i64) -> String {
    format!("/b/{id}/v/{number}")
}

/// The address of a dyad, its codes in the order of the alphabet.
pub(crate) fn dyad(dyad: &Dyad) -> String {
    let (a, b) = dyad.key();
    format!("/d/{a}-{b}")
}

/// The address of an actor.
pub(crate) fn actor(code: &ActorCode) -> String {
    format!("/a/{code}")
}

/// The address of a treaty.
pub(crate) fn treaty(id: &str) -> String {
    format!("/t/{id}")
}
