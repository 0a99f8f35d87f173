//! The answer as JSON, schema detente.analogues/1.

use detente::words::both;
use detente_history::Fate;
use detente_history::chronicle::FIRST;
use detente_lens::analogues::{BaseRate, Comparison, NamedCase, Near, Outcome, Study, What, came, verdict};
use detente_lens::states::codes;
use detente_lens::{Direction, Inquiry};
use serde_json::{Value, json};

use crate::CliError;

pub(super) fn write(inquiry: &Inquiry, study: &Study) -> Result<String, CliError> {
    let q = &inquiry.question;
    let words = both(&verdict(study));
    let document = json!({
        "schema": "detente.analogues/1",
        "question": {
            "shift": {"dyad": [q.shift.dyad.a, q.shift.dyad.b], "direction": direction(q.shift.direction)},
            "target": [q.target.a, q.target.b], "as_of": q.as_of.to_string(), "horizon_years": q.horizon_years,
        },
        "sought": sought(study),
        "base_rate": {
            "era": [study.of.from, study.until[0]], "sign": study.sign, "years": study.years, "unit": "dyad-years",
            "worse": rate(&study.base[0]), "hostile": rate(&study.base[1]), "better": rate(&study.base[2]),
        },
        "counted": {
            "unit": "A-B episodes", "set_aside_same_dispute": {"moved": study.same_dispute[0], "unmoved": study.same_dispute[1]},
            "all_years": comparison(&study.pooled), "era": comparison(&study.era),
            "cases": study.nearest.iter().map(|n| near(study, n)).collect::<Vec<_>>(),
        },
        "named": {
            "unit": "third states of chosen turns", "n": study.shares.n, "turns": study.shares.turns,
            "worse": study.shares.worse, "held": study.shares.held, "better": study.shares.better,
            "ci95_worse": study.shares.interval.map(rounded),
            "cases": study.named.iter().map(|c| named(inquiry, c)).collect::<Vec<_>>(),
        },
        "verdict": {"ar": words.ar, "en": words.en},
    });
    serde_json::to_string_pretty(&document).map_err(|e| CliError::Failed(format!("cannot write JSON: {e}")))
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Improves => "improves",
        Direction::Worsens => "worsens",
    }
}

/// The question as a triad; null when shift and target share no single state.
fn sought(study: &Study) -> Value {
    study.asked.as_ref().map_or(Value::Null, |q| {
        json!({
            "a": q.a, "b": q.b, "c": q.c, "signs": study.definition.letter(),
            "ab": q.sought.ab, "bc": q.sought.bc, "ac": q.sought.ac,
            "visible": q.is_visible(), "crosses_seam": !q.from_chronicle,
        })
    })
}

fn rounded(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}

fn rate(rate: &BaseRate) -> Value {
    json!({"rate": rounded(rate.rate()), "n": rate.n, "met": rate.met})
}

fn comparison(of: &Comparison) -> Value {
    let one = |c: &detente_lens::analogues::Compared| {
        json!({
            "tie": if c.outcome.target { "B-C" } else { "A-C" }, "what": what(c.outcome.what), "years": c.outcome.years,
            "moved": rounded(c.moved), "unmoved": rounded(c.unmoved), "difference": rounded(c.difference()),
            "ci95": c.interval.map(rounded), "distinguishable": c.is_measurable(),
        })
    };
    json!({
        "triads": of.moved, "controls": of.unmoved, "episodes": of.episodes, "matched": of.matched,
        "outcomes": of.outcomes.iter().map(one).collect::<Vec<_>>(),
    })
}

const fn what(what: What) -> &'static str {
    match what {
        What::Worse => "worse",
        What::Hostile => "hostile",
        What::Better => "better_at_end",
    }
}

fn near(study: &Study, near: &Near) -> Value {
    let t = &near.triad;
    let names = codes(study.chronicle, t.year - 1);
    let name = |state: usize| names.get(state).cloned().flatten().map(|c| c.to_string());
    let met = |target: bool, what| {
        study.asked.as_ref().is_some_and(|q| came(study.chronicle, &q.sought, t, Outcome { target, what, years: study.years }))
    };
    let tie = |target| json!({"worse": met(target, What::Worse), "hostile": met(target, What::Hostile), "better_at_end": met(target, What::Better)});
    json!({
        "year": t.year + usize::from(FIRST), "a": name(t.a), "b": name(t.b), "c": name(t.c),
        "distance": rounded(near.distance), "target": tie(true), "third": tie(false),
    })
}

fn named(inquiry: &Inquiry, case: &NamedCase<'_>) -> Value {
    let (a, b) = case.sides();
    let day = inquiry.question.as_of;
    let fates = [1, 5, 10].map(|years| fate(case.fate(years, day)));
    json!({
        "id": case.turn.id, "name": case.turn.name, "date": case.turn.decisive_act.date.to_string(),
        "a": a, "b": b, "c": case.third.c, "distance": rounded(case.distance),
        "target": {"y1": fates[0], "y5": fates[1], "y10": fates[2]}, "record": case.turn.record(),
    })
}

const fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Better => "better",
        Fate::Held => "held",
        Fate::Worse => "worse",
        Fate::Unknown => "unknown",
        Fate::Ended => "ended",
        Fate::Pending => "pending",
    }
}
