//! What the members of the target have promised others, and not each other.

use detente_codebook::{ActorCode, RecordId};
use detente_history::{ClauseText, Standing, TreatyText};

use super::duty::{article, has_defence, is_defence, treaties};
use crate::{Arg, Claim, Inquiry, Message};

/// Duties of defence in force between a member of the target and third parties, where the members
/// owe each other none. A treaty of the same name has a claim of its own.
pub(super) fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let target = &inquiry.question.target;
    let found: Vec<&TreatyText> = treaties(inquiry, target).map(|(t, _)| t).collect();
    if found.is_empty() || has_defence(inquiry, target) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for member in [&target.a, &target.b] {
        let (alike, others): (Vec<_>, Vec<_>) =
            elsewhere(inquiry, member).into_iter().partition(|(t, _)| found.iter().any(|f| f.is_namesake(t)));
        out.extend(alike.into_iter().map(|(t, c)| namesake(inquiry, member, t, c)));
        out.extend(rest(member, &others));
    }
    out
}

/// The duties of defence that `member` and third parties owe each other, one of each treaty.
fn elsewhere<'a>(inquiry: &'a Inquiry, member: &ActorCode) -> Vec<(&'a TreatyText, &'a ClauseText)> {
    let (day, target) = (inquiry.question.as_of, &inquiry.question.target);
    let held = |t: &TreatyText| {
        t.standing(day) == Standing::InForce
            && t.is_party(member, day)
            && !(t.is_party(&target.a, day) && t.is_party(&target.b, day))
    };
    let concerns = |c: &&ClauseText| is_defence(c) && (c.binds(member) || c.protects(member));
    let clause = |t: &'a TreatyText| t.clauses.iter().find(concerns).map(|c| (t, c));
    inquiry.base.treaties().iter().filter(|t| held(t)).filter_map(clause).collect()
}

fn partners(inquiry: &Inquiry, member: &ActorCode, treaty: &TreatyText) -> Arg {
    let others = treaty.members(inquiry.question.as_of).into_iter().filter(|m| *m != member);
    Arg::List(others.map(|m| Arg::Actor(m.clone())).collect())
}

fn namesake(inquiry: &Inquiry, member: &ActorCode, treaty: &TreatyText, clause: &ClauseText) -> Claim {
    let message = Message::new("treaty-contrast-namesake")
        .with("actor", Arg::Actor(member.clone()))
        .with("partners", partners(inquiry, member, treaty))
        .with("treaty", Arg::Phrase(treaty.short.clone()))
        .with("clause", Arg::Clause(clause.kind))
        .with("article", article(clause))
        .with("text", Arg::Phrase(clause.text.clone()));
    Claim::new(message, vec![clause.record.clone(), treaty.record.clone()])
}

fn rest(member: &ActorCode, found: &[(&TreatyText, &ClauseText)]) -> Option<Claim> {
    let names = found.iter().map(|(t, _)| Arg::Phrase(t.short.clone())).collect();
    let evidence: Vec<RecordId> = found.iter().map(|(_, c)| c.record.clone()).collect();
    let n = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let message = Message::new("treaty-contrast-others")
        .with("actor", Arg::Actor(member.clone()))
        .with("count", Arg::Count(n))
        .with("treaties", Arg::List(names));
    (!found.is_empty()).then(|| Claim { n: Some(n), ..Claim::new(message, evidence) })
}
