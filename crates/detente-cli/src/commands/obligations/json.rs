//! The answer as JSON, schema detente.obligations/1.

use detente::words::{both, say};
use detente_codebook::Language;
use detente_history::KeptRate;
use detente_lens::Message;
use detente_lens::treaty::engine::{Answer, Conflict, Join, NotBound, Obligation, Query, Sample};
use serde_json::{Value, json};

use crate::CliError;

pub(super) fn write(query: &Query, answer: &Answer, sample: Option<&Sample>, language: Language) -> Result<String, CliError> {
    let duties = |all: &[Obligation]| all.iter().map(|o| obligation(o, language)).collect::<Vec<_>>();
    let document = json!({
        "schema": "detente.obligations/1",
        "query": {
            "attackers": query.attackers, "targets": query.targets, "on": query.day.to_string(),
            "place": query.place, "help_requested": query.help_requested,
        },
        "obligations": duties(&answer.obligations),
        "attacker_breaches": answer.breaches.iter().map(|b| json!({
            "state": b.state, "treaty": b.treaty, "type": b.duty.word(), "article": b.article, "toward": b.toward,
            "why": say(&b.why, language),
        })).collect::<Vec<_>>(),
        "conflicts": answer.conflicts.iter().map(|c| conflict(c, language)).collect::<Vec<_>>(),
        "cascade": answer.cascade.iter().map(|j| join(j, language)).collect::<Vec<_>>(),
        "not_bound": answer.not_bound.iter().map(|n| not_bound(n, language)).collect::<Vec<_>>(),
        "live_consultations": duties(&answer.live),
        "leads": duties(&answer.leads),
        "sample": sample.map(drawn),
        "notes": answer.notes.iter().map(|n| say(n, language)).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&document).map_err(|e| CliError::Failed(format!("cannot write JSON: {e}")))
}

fn reasons(why: &Message) -> Value {
    let both = both(why);
    json!({"ar": both.ar, "en": both.en})
}

fn obligation(o: &Obligation, language: Language) -> Value {
    json!({
        "state": o.state, "type": o.duty.word(), "treaty": o.treaty, "article": o.article, "toward": o.toward,
        "grade": o.grade.word(), "why": say(&o.why, language), "kept_rate": o.kept.as_ref().map(rate),
        "reasons": reasons(&o.why), "record": o.record,
    })
}

fn rate(kept: &KeptRate) -> Value {
    json!({
        "rate": kept.rate, "n": kept.n, "ci95": kept.ci95, "group": kept.grouping,
        "years": [kept.years.0, kept.years.1], "unit": "one alliance in one war", "record": kept.id,
    })
}

fn conflict(c: &Conflict, language: Language) -> Value {
    json!({"state": c.state, "treaties": c.treaties, "why": say(&c.why, language), "reasons": reasons(&c.why)})
}

fn join(j: &Join, language: Language) -> Value {
    json!({"round": j.round, "state": j.state, "joins": j.joins, "treaty": j.treaty, "because": say(&j.because, language)})
}

fn not_bound(n: &NotBound, language: Language) -> Value {
    json!({"state": n.state, "treaty": n.treaty, "why": say(&n.why, language), "reasons": reasons(&n.why)})
}

fn drawn(sample: &Sample) -> Value {
    json!({
        "times": sample.times, "seed": sample.seed,
        "nobody_joins": sample.nobody,
        "joins": sample.joins.iter().map(|(state, share)| json!({"state": state, "share": share})).collect::<Vec<_>>(),
        "size": {"mean": sample.mean, "p10": sample.quantiles[0], "p50": sample.quantiles[1], "p90": sample.quantiles[2]},
        "rates": sample.rates.iter().map(rate).collect::<Vec<_>>(),
        "assumption": "each duty to fight is kept at a rate drawn from Beta(kept + 1, n - kept + 1) of the row of its kind; duties of one row share the draw",
    })
}
