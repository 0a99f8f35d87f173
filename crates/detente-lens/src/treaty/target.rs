//! What the members of the target owe each other, and what they do not.

use detente_codebook::{Dyad, RecordId};
use detente_history::{Absent, ClauseText, Standing, TreatyText};

use super::duty::{article, clauses, has_defence, is_bond, treaties};
use super::others::other;
use crate::{Arg, Claim, Inquiry, Message, Stance};

/// Every duty of the target, then what its treaties do not contain. Treaties that form no bond
/// between the two, such as those on arms, have one claim each.
pub(super) fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let target = &inquiry.question.target;
    let found: Vec<_> = treaties(inquiry, target).collect();
    let mut out: Vec<Claim> = Vec::new();
    for (treaty, standing) in &found {
        let duties = clauses(treaty, target).filter(|c| is_bond(c));
        out.extend(duties.map(|c| duty(target, treaty, *standing, c)));
        out.extend(treaty.absent.iter().map(|a| absent(treaty, a)));
    }
    if !found.is_empty() && !has_defence(inquiry, target) {
        out.push(no_defence(target, found.iter().map(|(t, _)| t.record.clone()).collect()));
    }
    let loose = found.iter().filter(|(t, _)| !clauses(t, target).any(is_bond));
    out.extend(loose.map(|(t, s)| other(target, t, *s)));
    out
}

fn duty(target: &Dyad, treaty: &TreatyText, standing: Standing, clause: &ClauseText) -> Claim {
    let (dyad, name) = (Arg::Dyad(target.clone()), Arg::Phrase(treaty.short.clone()));
    let (kind, text) = (Arg::Clause(clause.kind), Arg::Phrase(clause.text.clone()));
    let message = match (standing, treaty.in_force) {
        (Standing::InForce, Some(since)) => Message::new("treaty-duty-in-force")
            .with("dyad", dyad)
            .with("treaty", name)
            .with("since", Arg::Date(since))
            .with("clause", kind)
            .with("article", article(clause))
            .with("text", text),
        (Standing::InForce, None) => Message::new("treaty-duty-in-force-undated")
            .with("dyad", dyad)
            .with("treaty", name)
            .with("clause", kind)
            .with("article", article(clause))
            .with("text", text),
        (Standing::Suspended, _) => Message::new("treaty-duty-suspended")
            .with("dyad", dyad)
            .with("treaty", name)
            .with("clause", kind)
            .with("article", article(clause))
            .with("text", text),
        (Standing::Signed, Some(later)) => Message::new("treaty-duty-signed-later")
            .with("dyad", dyad)
            .with("treaty", name)
            .with("signed", Arg::Date(treaty.signed))
            .with("later", Arg::Date(later))
            .with("clause", kind)
            .with("article", article(clause))
            .with("text", text),
        _ => Message::new("treaty-duty-signed")
            .with("dyad", dyad)
            .with("treaty", name)
            .with("signed", Arg::Date(treaty.signed))
            .with("clause", kind)
            .with("article", article(clause))
            .with("text", text),
    };
    let stance = if standing == Standing::InForce { Stance::Against } else { Stance::Neither };
    Claim { stance, ..Claim::new(message, vec![clause.record.clone(), treaty.record.clone()]) }
}

fn absent(treaty: &TreatyText, absent: &Absent) -> Claim {
    let message = Message::new("treaty-absent")
        .with("treaty", Arg::Phrase(treaty.short.clone()))
        .with("clause", Arg::Clause(absent.kind))
        .with("text", Arg::Phrase(absent.text.clone()));
    Claim::new(message, vec![absent.record.clone(), treaty.record.clone()])
}

fn no_defence(target: &Dyad, evidence: Vec<RecordId>) -> Claim {
    Claim::new(Message::new("treaty-no-defence").with("dyad", Arg::Dyad(target.clone())), evidence)
}
