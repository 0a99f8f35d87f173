//! How often duties like those in force were kept when war put them to the test.

use detente_codebook::{ClauseType, RecordId};
use detente_history::{KeptRate, Standing, TreatyText};

use super::duty::{clauses, treaties};
use crate::{Arg, Claim, Inquiry, Message};

/// The rates for the duties of the target and for those that an attack would set off, each once.
pub(super) fn claims(inquiry: &Inquiry, said: &[Claim]) -> Vec<Claim> {
    let mut seen: Vec<&RecordId> = Vec::new();
    let mut out = Vec::new();
    for (kind, treaty) in in_play(inquiry, said) {
        let rate = inquiry.base.kept_rate(kind, treaty.is_bilateral(), inquiry.question.as_of);
        if let Some(rate) = rate.filter(|r| !seen.contains(&&r.id)) {
            seen.push(&rate.id);
            out.push(claim(kind, rate));
        }
    }
    out
}

/// The kinds of duty that are in force for the target or would be set off.
fn in_play<'a>(inquiry: &'a Inquiry, said: &[Claim]) -> Vec<(ClauseType, &'a TreatyText)> {
    let target = &inquiry.question.target;
    let in_force = treaties(inquiry, target).filter(|(_, s)| *s == Standing::InForce);
    let mut out: Vec<_> = in_force.flat_map(|(t, _)| clauses(t, target).map(move |c| (c.kind, t))).collect();
    let attack = said.iter().filter(|c| c.message.id.starts_with("treaty-attack-"));
    let cited: Vec<&RecordId> = attack.flat_map(|c| &c.evidence).collect();
    for treaty in inquiry.base.treaties() {
        out.extend(treaty.clauses.iter().filter(|c| cited.contains(&&c.record)).map(|c| (c.kind, treaty)));
    }
    out
}

fn claim(kind: ClauseType, rate: &KeptRate) -> Claim {
    let [low, high] = rate.ci95;
    let years = |y: i16| Arg::Text(y.to_string());
    let message = Message::new("treaty-kept-rate")
        .with("clause", Arg::Clause(kind))
        .with("group", group(&rate.grouping))
        .with("from", years(rate.years.0))
        .with("to", years(rate.years.1))
        .with("kept", Arg::Count(rate.kept))
        .with("count", Arg::Count(rate.n))
        .with("rate", Arg::Share(rate.rate))
        .with("low", Arg::Share(low))
        .with("high", Arg::Share(high));
    Claim {
        value: Some(rate.rate),
        unit: Some("share".to_owned()),
        interval: Some(rate.ci95),
        n: Some(rate.n),
        ..Claim::new(message, vec![rate.id.clone()])
    }
}

fn group(grouping: &str) -> Arg {
    Arg::Message(Box::new(match grouping {
        "bilateral" => Message::new("treaty-group-bilateral"),
        "multilateral" => Message::new("treaty-group-multilateral"),
        _ => Message::new("treaty-group-all"),
    }))
}
