//! Treaties as texts describe them, beside those of the base.

use detente_codebook::{ActorCode, Clause, Edtf, Item, Record, RecordId, Treaty};
use detente_history::{Base, TreatyText};

use crate::seat::seat;
use crate::{Arg, Claim, Inquiry, Message};

/// The treaties that the texts describe.
fn told(inquiry: &Inquiry) -> impl Iterator<Item = (&Record, &Treaty)> {
    inquiry.records.iter().filter_map(|r| match &r.item {
        Item::Treaty(t) => Some((r, t)),
        _ => None,
    })
}

/// How many actors of the question are parties.
fn concerned(inquiry: &Inquiry, treaty: &Treaty) -> usize {
    let actors = inquiry.question.actors();
    parties(treaty).iter().filter(|p| actors.contains(p)).count()
}

fn parties(treaty: &Treaty) -> Vec<ActorCode> {
    let mut out: Vec<ActorCode> = treaty.parties.iter().map(seat).collect();
    out.sort();
    out.dedup();
    out
}

/// The one treaty of the base with these parties, signed in the same year. A text may name only
/// some parties of a treaty of many; where two treaties would fit, none is taken.
fn matched<'a>(base: &'a Base, treaty: &Treaty) -> Option<&'a TreatyText> {
    let named = parties(treaty);
    let year = treaty.signed.or(treaty.in_force).and_then(Edtf::first_year)?;
    let has = |t: &TreatyText, p: &ActorCode| t.parties.iter().any(|q| q.code == *p);
    let fits = |t: &&TreatyText| t.signed.first_year() == Some(year) && named.iter().all(|p| has(t, p));
    let all: Vec<&TreatyText> = base.treaties().iter().filter(fits).collect();
    let exact: Vec<&TreatyText> = all.iter().copied().filter(|t| t.parties.len() == named.len()).collect();
    match (exact.as_slice(), all.as_slice()) {
        ([only], _) | ([], [only]) => Some(only),
        _ => None,
    }
}

/// Adds the record of a matching text to every claim that rests on the treaty or a clause of it.
pub(super) fn cite(inquiry: &Inquiry, claims: &mut [Claim]) {
    for (record, treaty) in told(inquiry) {
        let Some(base) = matched(inquiry.base, treaty) else {
            continue;
        };
        for claim in claims.iter_mut().filter(|c| rests_on(c, base)) {
            if !claim.evidence.contains(&record.id) {
                claim.evidence.push(record.id.clone());
            }
        }
    }
}

fn rests_on(claim: &Claim, treaty: &TreatyText) -> bool {
    let clause = |id: &RecordId| treaty.clauses.iter().any(|c| c.record == *id);
    claim.evidence.iter().any(|id| *id == treaty.record || clause(id))
}

/// Where a text goes beyond the base: a treaty among actors of the question that the base does not
/// have, or a duty on which the two differ.
pub(super) fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let of = |(record, treaty): (&Record, &Treaty)| match matched(inquiry.base, treaty) {
        Some(base) if concerned(inquiry, treaty) >= 1 => {
            treaty.clauses.iter().filter_map(|c| differs(&record.id, base, c)).collect()
        }
        None if concerned(inquiry, treaty) >= 2 => vec![provisional(&record.id, treaty)],
        _ => Vec::new(),
    };
    told(inquiry).flat_map(of).collect()
}

fn differs(record: &RecordId, base: &TreatyText, clause: &Clause) -> Option<Claim> {
    let held = base.clauses_of(clause.kind).next().is_some();
    let (name, kind) = (Arg::Phrase(base.short.clone()), Arg::Clause(clause.kind));
    let message = if clause.present {
        Message::new("treaty-text-adds").with("treaty", name).with("clause", kind)
    } else {
        Message::new("treaty-text-denies").with("treaty", name).with("clause", kind)
    };
    (held != clause.present).then(|| Claim::new(message, vec![record.clone(), base.record.clone()]))
}

fn provisional(record: &RecordId, treaty: &Treaty) -> Claim {
    let who = Arg::List(parties(treaty).into_iter().map(Arg::Actor).collect());
    let kinds: Vec<Arg> = treaty.clauses.iter().filter(|c| c.present).map(|c| Arg::Clause(c.kind)).collect();
    let message = match (&treaty.name, kinds.is_empty()) {
        (Some(name), false) => Message::new("treaty-provisional-named")
            .with("name", Arg::Text(name.exact.clone()))
            .with("parties", who)
            .with("clauses", Arg::List(kinds)),
        (Some(name), true) => {
            Message::new("treaty-provisional-named-bare").with("name", Arg::Text(name.exact.clone())).with("parties", who)
        }
        (None, false) => Message::new("treaty-provisional").with("parties", who).with("clauses", Arg::List(kinds)),
        (None, true) => Message::new("treaty-provisional-bare").with("parties", who),
    };
    Claim::new(message, vec![record.clone()])
}
