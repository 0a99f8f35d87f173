//! Treaties as texts describe them, beside those of the base.

use detente_codebook::{ActorCode, Clause, Confidence, Edtf, Item, Phrase, Record, RecordId, Treaty};
use detente_history::{Base, ClauseText, Duty, Party, TreatyText, Trigger};

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

/// The treaties that the texts describe and the base does not have, as entries that the engine reads:
/// what they say of area or adversary is not coded, so their duties are taken as general.
pub(super) fn provisional_treaties(inquiry: &Inquiry) -> Vec<TreatyText> {
    let new = told(inquiry).filter(|(_, t)| matched(inquiry.base, t).is_none() && parties(t).len() >= 2);
    new.map(|(record, treaty)| entry(inquiry, &record.id, treaty)).collect()
}

fn entry(inquiry: &Inquiry, record: &RecordId, treaty: &Treaty) -> TreatyText {
    let known = treaty.name.as_ref().map_or_else(|| treaty.quote.exact.clone(), |n| n.exact.clone());
    let name = Phrase { ar: known.clone(), en: known };
    let signed = treaty.signed.or(treaty.in_force).unwrap_or_else(|| Edtf::day(inquiry.question.as_of));
    let party = |code: ActorCode| Party { code, from: None, to: None, role: None };
    TreatyText {
        id: format!("text_{}", record.0),
        record: record.clone(),
        short: name.clone(),
        name,
        names_en: Vec::new(),
        names_ar: Vec::new(),
        form: "text".to_owned(),
        subject: "alliance".to_owned(),
        binding: None,
        stage: treaty.stage,
        signed,
        in_force: treaty.in_force,
        ended: treaty.ended,
        term_years: treaty.term_years,
        term: None,
        parties_complete: true,
        parties: parties(treaty).into_iter().map(party).collect(),
        clauses: treaty.clauses.iter().filter(|c| c.present).map(|c| promise(record, c)).collect(),
        absent: Vec::new(),
        suspensions: Vec::new(),
        views: Vec::new(),
        sources: Vec::new(),
        confidence: Confidence::Cited,
        prevails: None,
        lead: false,
    }
}

fn promise(record: &RecordId, clause: &Clause) -> ClauseText {
    let duty = Duty::of(clause.kind);
    ClauseText {
        record: record.clone(),
        kind: clause.kind,
        duty,
        article: clause.article.clone(),
        unnumbered: false,
        text: Phrase { ar: clause.quote.exact.clone(), en: clause.quote.exact.clone() },
        obliged: Vec::new(),
        by_all_states: false,
        beneficiary: Vec::new(),
        against: Vec::new(),
        not_against: Vec::new(),
        when: match duty {
            Duty::Offence => Trigger::AtWar,
            Duty::Consultation => Trigger::Threatened,
            Duty::Defence | Duty::NonAssistance | Duty::Guarantee => Trigger::Attacked,
            _ => Trigger::Always,
        },
        automatic: None,
        area: None,
        zone: Vec::new(),
        co_members: None,
        aimed_at: Vec::new(),
        by_party_request: false,
        caveat: None,
        scope: None,
        request_required: false,
        unprovoked: false,
    }
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
