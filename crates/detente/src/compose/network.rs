//! The network of a finding, with names.

use detente_codebook::Phrase;
use detente_lens::{Arg, Message, Network, NetworkTie, Question};

use crate::brief::{NetworkView, Node, TieView};
use crate::words::both;

pub(super) fn view(network: &Network, question: &Question) -> NetworkView {
    let asked = question.actors();
    let node = |code: &detente_codebook::ActorCode| Node { code: code.clone(), name: name(code), asked: asked.contains(code) };
    let tie = |t: &NetworkTie| TieView { dyad: t.dyad.clone(), before: t.before, after: t.after, evidence: t.evidence.clone() };
    NetworkView { actors: network.actors.iter().map(node).collect(), ties: network.ties.iter().map(tie).collect() }
}

/// The name of an actor in both languages.
pub(super) fn name(code: &detente_codebook::ActorCode) -> Phrase {
    both(&Message::new("actor-named").with("actor", Arg::Actor(code.clone())))
}
