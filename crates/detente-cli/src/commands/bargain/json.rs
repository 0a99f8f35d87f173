//! The JSON of `detente bargain`, schema `detente.bargain/1`.

use detente_lens::bargaining::{Answer, Case, Distribution, Model, ModelError, Round, Share, Standing, levers};
use serde_json::{Map, Value, json};

use super::{Report, Reports, deal, name};

/// The document of a file.
pub(crate) fn document(reports: &Reports) -> Value {
    let mut out = Map::new();
    out.insert("schema".to_owned(), json!("detente.bargain/1"));
    let Some(rounds) = &reports.linked else {
        if let [one] = &reports.issues[..] {
            out.extend(issue(one));
        } else {
            out.insert("issues".to_owned(), reports.issues.iter().map(|r| Value::Object(issue(r))).collect());
        }
        return Value::Object(out);
    };
    out.insert("issues".to_owned(), reports.issues.iter().map(|r| Value::Object(issue(r))).collect());
    let exchange = rounds.iter().enumerate().map(|(i, r)| {
        let exchanges = r.exchanges.iter().map(|e| json!({"text": deal(&reports.issues, e), "gain": e.gain}));
        json!({"round": i, "preference": r.preference, "voting": r.voting, "exchanges": exchanges.collect::<Vec<_>>()})
    });
    out.insert("exchange".to_owned(), exchange.collect());
    Value::Object(out)
}

fn issue(r: &Report) -> Map<String, Value> {
    let mut models: Vec<Value> = r.answers.iter().map(|a| model(r, a)).collect();
    models.extend(r.exchange.map(|(before, after)| {
        let note = "linked issues; the weighted mean of what the actors vote for after the first round of exchanges";
        json!({"model": "exchange", "kind": "path scenario", "forecast": after, "rounds": [], "interval": null, "before": before, "note": note})
    }));
    let doubt = r.case.doubt();
    let assumed = r.case.uncertainty.is_none();
    let document = json!({
        "id": r.case.id, "title": name(&r.case),
        "scale": {"min": r.case.scale.min, "max": r.case.scale.max, "unit": r.case.scale.unit},
        "seed": r.seed,
        "models": models,
        "distribution": distribution(r),
        "sensitivity": sensitivity(r),
        "levers": lever_list(&r.case),
        "what_if": what_if(r),
        "disagreement": disagreement(r),
        "assumptions": {"uncertainty": {"position": doubt.position, "capability_share": doubt.capability, "salience": doubt.salience, "assumed": assumed}},
        "notes": r.case.notes.iter().chain(&r.left_out).collect::<Vec<_>>(),
    });
    match document {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn one_or_list(values: &[f64]) -> Value {
    if let [one] = values { json!(one) } else { json!(values) }
}

fn model(r: &Report, a: &Answer) -> Value {
    let kind = match a.model.standing() {
        Standing::Headline => "headline",
        Standing::Baseline => "baseline",
        Standing::PathScenario => "path scenario",
    };
    let headline = a.model.standing() == Standing::Headline;
    let interval = if headline { outcome(r).map(|d| intervals(&d)) } else { None };
    let mut out = json!({
        "model": a.model.name(), "kind": kind, "forecast": one_or_list(&a.forecast),
        "rounds": a.rounds.iter().map(|x| round(&r.case, x)).collect::<Vec<_>>(),
        "interval": interval, "note": a.note,
    });
    if let (Some(table), Value::Object(map)) = (&a.probabilities, &mut out) {
        map.insert("probabilities".to_owned(), probabilities(&r.case, table));
    }
    out
}

fn round(case: &Case, r: &Round) -> Value {
    let positions: Map<String, Value> =
        case.actors.iter().zip(&r.positions).map(|(a, x)| (a.name.clone(), one_or_list(x))).collect();
    json!({"round": r.round, "positions": positions, "mean": one_or_list(&r.mean), "median": one_or_list(&r.median)})
}

fn probabilities(case: &Case, table: &[Vec<f64>]) -> Value {
    let row = |own: usize, chances: &[f64]| -> Map<String, Value> {
        let others = case.actors.iter().zip(chances).enumerate().filter(|(i, _)| *i != own);
        others.map(|(_, (b, p))| (b.name.clone(), json!(p))).collect()
    };
    let rows = case.actors.iter().zip(table).enumerate();
    Value::Object(rows.map(|(i, (a, chances))| (a.name.clone(), Value::Object(row(i, chances)))).collect())
}

/// The distribution of the outcome: with uncertain inputs where they were drawn.
pub(crate) fn outcome(r: &Report) -> Option<Distribution> {
    r.simulation.as_ref().map_or_else(|| model_error(r), |s| Some(s.total.clone()))
}

/// The distribution of the outcome, were the inputs known exactly.
fn model_error(r: &Report) -> Option<Distribution> {
    let flat = r.case.dimensions() == 1;
    flat.then(|| ModelError::fitted().outcome(&r.case.stands(0)).map(|x| r.case.scale.clamp(r.case.scale.at(x))))
}

fn intervals(d: &Distribution) -> Value {
    let [half, most] = ModelError::fitted().intervals(d);
    json!({"50": half, "80": most})
}

fn distribution(r: &Report) -> Value {
    let part = |d: &Distribution| json!({"mean": d.mean(), "median": d.median(), "sd": d.sd(), "interval": intervals(d)});
    let plain = |d: &Distribution| json!({"mean": d.mean(), "median": d.median(), "sd": d.sd(), "interval": {"50": d.interval(0.25), "80": d.interval(0.1)}});
    let fitted = ModelError::fitted();
    json!({
        "model_error": model_error(r).map(|d| part(&d)),
        "input": r.simulation.as_ref().map(|s| plain(&s.input)),
        "total": r.simulation.as_ref().map(|s| part(&s.total)),
        "draws": r.simulation.as_ref().map(|s| s.draws),
        "fitted_on": {"issues": fitted.issues, "what": "decided issues of the European Union, 1999-2019"},
    })
}

fn sensitivity(r: &Report) -> Value {
    let Some(s) = &r.simulation else { return Value::Null };
    let map = |shares: &[Share]| -> Map<String, Value> {
        shares.iter().map(|x| (x.name.clone(), json!({"S1": x.first, "ST": x.total}))).collect()
    };
    json!({"model": Model::Mean.name(), "draws": s.draws, "by_actor": map(&s.by_actor), "by_attribute": map(&s.by_attribute)})
}

fn lever_list(case: &Case) -> Value {
    if case.dimensions() != 1 {
        return Value::Null;
    }
    let one = |l: detente_lens::bargaining::Lever| json!({"actor": l.actor, "per_unit_of_position": l.position, "per_percent_of_capability": l.capability, "per_hundredth_of_salience": l.salience});
    levers(case, 0).into_iter().map(one).collect()
}

fn what_if(r: &Report) -> Value {
    let Some(w) = &r.what_if else { return Value::Null };
    json!({
        "model": Model::Mean.name(), "before": w.forecast[0], "after": w.forecast[1],
        "difference": {"mean": w.difference.mean(), "interval": {"50": w.difference.interval(0.25), "80": w.difference.interval(0.1)}},
        "share_toward_max": w.moves[0], "share_toward_min": w.moves[1],
    })
}

/// The models farthest apart.
fn disagreement(r: &Report) -> Value {
    let Some((low, high)) = super::listing::apart(r) else { return Value::Null };
    let side = |(model, x): (Model, f64)| json!({"model": model.name(), "forecast": x});
    json!({"lowest": side(low), "highest": side(high), "share_of_axis": (high.1 - low.1).abs() / r.case.scale.width()})
}
