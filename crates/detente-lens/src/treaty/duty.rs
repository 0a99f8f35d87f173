//! Treaties and duties between two actors.

use detente_codebook::{ClauseType, Dyad};
use detente_history::{ClauseText, Standing, TreatyText};

use crate::{Arg, Inquiry, Message};

/// The treaties of a dyad on the day of the question, with their standing between the two, those
/// between the two alone first, the newest first.
pub(super) fn treaties<'a>(inquiry: &'a Inquiry, dyad: &Dyad) -> impl Iterator<Item = (&'a TreatyText, Standing)> + use<'a> {
    let pair = [dyad.a.clone(), dyad.b.clone()];
    let all = inquiry.base.treaties_among(inquiry.question.as_of, &pair);
    let mut out: Vec<_> = all.into_iter().filter(|(t, _)| clauses(t, dyad).next().is_some()).collect();
    out.sort_by_key(|(t, _)| (!t.is_bilateral(), std::cmp::Reverse(t.signed), t.id.clone()));
    out.into_iter()
}

/// The duties that one member of a dyad owes the other; those owed by all states are left out.
pub(super) fn clauses<'a>(treaty: &'a TreatyText, dyad: &'a Dyad) -> impl Iterator<Item = &'a ClauseText> {
    let owes = |c: &ClauseText, x, y| c.binds(x) && c.protects(y);
    let (a, b) = (&dyad.a, &dyad.b);
    treaty.clauses.iter().filter(move |c| !c.by_all_states && (owes(c, a, b) || owes(c, b, a)))
}

/// Whether a treaty in force binds one member of the dyad to defend the other.
pub(super) fn has_defence(inquiry: &Inquiry, dyad: &Dyad) -> bool {
    let in_force = treaties(inquiry, dyad).filter(|(_, s)| *s == Standing::InForce);
    in_force.flat_map(|(t, _)| clauses(t, dyad)).any(is_defence)
}

/// Whether a duty is to fight for the victim of an attack.
pub(super) const fn is_defence(clause: &ClauseText) -> bool {
    matches!(clause.kind, ClauseType::Defense | ClauseType::Guarantee)
}

/// Whether a duty ties the parties to each other, as arms control, referral to the United Nations
/// and promises of conduct do not.
pub(super) const fn is_bond(clause: &ClauseText) -> bool {
    !matches!(
        clause.kind,
        ClauseType::ArmsControl | ClauseType::Assurance | ClauseType::UnscReferral | ClauseType::StraitsClosure
    )
}

/// The article of a duty as an argument, or that it is not on record.
pub(crate) fn article(clause: &ClauseText) -> Arg {
    let number = |a: &String| Message::new("treaty-article").with("number", Arg::Text(a.clone()));
    let message = clause.article.as_ref().map_or_else(|| Message::new("treaty-article-unknown"), number);
    Arg::Message(Box::new(message))
}

/// The kinds of duty of a treaty between two actors, each once, in the order of the text.
pub(super) fn kinds(treaty: &TreatyText, dyad: &Dyad) -> Arg {
    let mut kinds: Vec<ClauseType> = Vec::new();
    for clause in clauses(treaty, dyad) {
        if !kinds.contains(&clause.kind) {
            kinds.push(clause.kind);
        }
    }
    Arg::List(kinds.into_iter().map(Arg::Clause).collect())
}
