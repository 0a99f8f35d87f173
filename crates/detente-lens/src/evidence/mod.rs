//! What the sources say for and against an effect of the shift on the target.
//!
//! # Method
//! The lens reads the records of texts and sorts them by what they say, without a forecast of its
//! own. *For* means: says or implies that the target comes under strain or changes when the shift
//! happens. *Against* means: says or implies that the target holds.
//!
//! | record | stance |
//! |---|---|
//! | conditional naming both sides of the shift and a further member of the target | for |
//! | hostile tie or hostile event of the target; hedge on the target with a word of strain | for |
//! | friendly tie, friendly event, transfer or treaty of the target | against |
//! | conditional on the target alone or the shift alone; hedge; statement naming the target | neither |
//! | what is only reported, alleged, denied or hypothetical | neither |
//! | ties and events of the shift itself | neither |
//!
//! A conditional whose if-part is about the target alone is not one about the shift. Passages of
//! the same kind and holder make one claim, with their number. Events older than five years say
//! nothing of the present.
//!
//! Where no text speaks of the target, the facts of the base do, one claim each: hostile ones for,
//! friendly ones against. Without these the lens has no grounds.

mod deeds;
mod facts;
mod named;
mod passage;
mod ties;
mod words;

use detente_codebook::{Quote, Record, RecordId};

use crate::finding::each_once;
use crate::{Arg, Claim, Finding, Inquiry, Lens, LensError, Message, Stance};

/// The evidence lens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence;

impl Lens for Evidence {
    fn name(&self) -> &'static str {
        "evidence"
    }

    fn examine(&self, inquiry: &Inquiry) -> Result<Finding, LensError> {
        let claims = claims(inquiry);
        Ok(Finding {
            lens: self.name().to_owned(),
            grounds: !claims.is_empty(),
            forecast: None,
            n: None,
            assumptions: assumptions(&claims),
            unknown: unknown(inquiry),
            claims,
            method: Message::new("evidence-method"),
            network: None,
        })
    }
}

fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let on_target = on_target(inquiry);
    if on_target.is_empty() {
        return Vec::new();
    }
    let mut out = vec![summary(inquiry, &on_target)];
    out.extend(on_target);
    out.extend(on_shift(inquiry));
    out
}

/// Claims on the target: for, against, neither.
fn on_target(inquiry: &Inquiry) -> Vec<Claim> {
    let mut out = words::conditionals(inquiry);
    out.extend(words::strain(inquiry));
    out.extend(ties::on_target(inquiry));
    out.extend(deeds::on_target(inquiry));
    out.extend(words::hedges(inquiry));
    out.extend(words::statements(inquiry));
    if out.is_empty() {
        out = facts::on_target(inquiry);
    }
    out.sort_by_key(|c| c.stance);
    out
}

fn on_shift(inquiry: &Inquiry) -> Vec<Claim> {
    let shift = &inquiry.question.shift.dyad;
    if *shift == inquiry.question.target {
        return Vec::new();
    }
    let mut out = ties::on_shift(inquiry);
    out.extend(deeds::on_shift(inquiry));
    if out.is_empty() {
        out = facts::on_shift(inquiry);
    }
    out
}

fn summary(inquiry: &Inquiry, claims: &[Claim]) -> Claim {
    let records = |stance: Stance| {
        let of = claims.iter().filter(|c| c.stance == stance).flat_map(|c| c.evidence.clone());
        each_once(of)
    };
    let (with, against) = (records(Stance::For), records(Stance::Against));
    let message =
        Message::new("evidence-summary").with("for", passages(inquiry, &with)).with("against", passages(inquiry, &against));
    let spoken = each_once(with.into_iter().chain(against));
    let all = || each_once(claims.iter().flat_map(|c| c.evidence.clone()));
    Claim::new(message, if spoken.is_empty() { all() } else { spoken })
}

fn assumptions(claims: &[Claim]) -> Vec<Message> {
    let conditional = claims.iter().any(|c| c.message.id.starts_with("evidence-conditional-effect"));
    let read = Message::new("evidence-assumes-effect");
    if conditional { vec![read] } else { Vec::new() }
}

fn unknown(inquiry: &Inquiry) -> Vec<Message> {
    let silent = |dyad: &detente_codebook::Dyad| inquiry.about(dyad).next().is_none();
    let of = |dyad: &detente_codebook::Dyad| Message::new("evidence-unknown-dyad").with("dyad", Arg::Dyad(dyad.clone()));
    let mut dyads = vec![&inquiry.question.target, &inquiry.question.shift.dyad];
    dyads.dedup();
    dyads.into_iter().filter(|d| silent(d)).map(of).collect()
}

/// How many passages the records rest on.
fn passages(inquiry: &Inquiry, ids: &[RecordId]) -> Arg {
    Arg::count(passage::passages(inquiry, ids))
}

/// A claim that counts passages, with its stance.
fn counted(message: Message, n: Arg, evidence: Vec<RecordId>, stance: Stance) -> Claim {
    let n = if let Arg::Count(n) = n { Some(n) } else { None };
    Claim { stance, n, ..Claim::new(message, evidence) }
}

/// Whose words a claim gives: a name, or the text itself.
fn holder(name: Option<&str>) -> Arg {
    match name.map(str::trim) {
        Some(name) if !is_text(name) => Arg::Text(name.to_owned()),
        _ => Arg::Message(Box::new(Message::new("evidence-text-itself"))),
    }
}

fn is_text(name: &str) -> bool {
    name.is_empty() || name.eq_ignore_ascii_case("article")
}

/// The words of a record, with the source in which they stand.
fn same_text<'a>(a: &'a Record, b: &Record) -> Option<&'a Quote> {
    (a.source == b.source).then(|| a.item.quote())?
}
