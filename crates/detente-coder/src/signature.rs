//! Signatures: the treaties that the events of a sentence conclude.

use std::collections::BTreeSet;

use detente_codebook::{ActorCode, Certainty, Edtf, Language, Span};

use crate::clause::Clauses;
use crate::event::Found;
use crate::frame::Trigger;
use crate::treaty::name_around;

/// How far the noun may stand before or behind the verb that concludes the treaty.
const REACH: usize = 12;

/// A treaty that a sentence says was concluded.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    /// The parties, sorted.
    pub(crate) parties: Vec<ActorCode>,
    /// The date of signature.
    pub(crate) date: Option<Edtf>,
    /// The words that say so.
    pub(crate) words: Span,
    /// The tokens of the name.
    pub(crate) name: Option<(usize, usize)>,
}

/// The signatures of a sentence, one a verb or noun of signing, in order.
pub(crate) fn signatures(clauses: &Clauses<'_>, found: &[Found]) -> Vec<Signature> {
    let places: BTreeSet<usize> = found.iter().filter(|f| is_signature(clauses, f)).map(|f| f.at).collect();
    places.into_iter().filter_map(|at| signature(clauses, found, at)).collect()
}

fn is_signature(clauses: &Clauses<'_>, found: &Found) -> bool {
    let done = matches!(found.event.certainty, Certainty::Asserted | Certainty::Reported);
    let agreed = || found.event.cameo.as_str() == "030" && is_agreed_text(clauses, found.at);
    done && (found.event.cameo.as_str().starts_with("057") || agreed())
}

/// `agreed on a new pact`: a text that both sides agree on is one, whether signed or not (English).
fn is_agreed_text(clauses: &Clauses<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let Some(trigger) = clauses.verbs().find(|t| t.from == at && clauses.language == Language::En) else { return false };
    let to = |t: &crate::token::Token| t.fold == "to";
    let text = (trigger.to..trigger.to + NEAR).find(|i| clauses.class_at(*i, "treaty").is_some());
    text.is_some_and(|i| !clauses.tokens.get(trigger.from..i).unwrap_or_default().iter().any(to))
}

fn signature(clauses: &Clauses<'_>, found: &[Found], at: usize) -> Option<Signature> {
    let trigger = clauses.triggers.iter().find(|t| t.from == at)?;
    let of: Vec<&Found> = found.iter().filter(|f| f.at == at && is_signature(clauses, f)).collect();
    let parties: BTreeSet<ActorCode> = of.iter().flat_map(|f| [f.event.source.state(), f.event.target.state()]).collect();
    let words = of.iter().map(|f| f.event.quote.span()).reduce(Span::to)?;
    let standing = clauses.frames.list.get(trigger.frame).is_some_and(|f| f.standing);
    let date = of.iter().find_map(|f| f.event.date).filter(|_| !standing);
    let name = noun_of(clauses, trigger).map(|n| name_around(clauses, n));
    let whole = name.map_or(words, |(a, b)| words.to(clauses.span_of(a..b)));
    let spoken_of = standing && date.is_none() && name.is_none();
    (parties.len() >= 2 && !spoken_of && (name.is_some() || date.is_some())).then(|| Signature {
        parties: parties.into_iter().collect(),
        date,
        words: whole,
        name,
    })
}

/// The noun that is signed: the one of the pattern, else the nearest before a relative clause or behind.
fn noun_of(clauses: &Clauses<'_>, trigger: &Trigger) -> Option<usize> {
    let is_noun = |i: &usize| clauses.class_at(*i, "treaty").is_some();
    if let Some(class) = trigger.class.filter(|i| is_noun(i)) {
        return Some(class);
    }
    let behind = (trigger.to..clauses.clause(trigger.from).end.min(trigger.to + REACH)).find(is_noun);
    behind.or_else(|| (trigger.from.saturating_sub(REACH)..trigger.from).rev().find(is_noun))
}
