//! The answer as JSON, schema detente.balance/1.

use detente_lens::balance::{Named, Turning};
use serde_json::{Map, Value, json};

use super::Report;

pub(super) fn document(report: &Report) -> Value {
    let (network, found) = (&report.network, &report.found);
    let weight = |w: u64| number(network, w.cast_signed());
    let hostile = network.graph.ties().iter().filter(|t| t.2 < 0).count();
    let ties = |all: Vec<usize>| all.into_iter().map(|t| tie(network, t)).collect::<Vec<_>>();
    let mut out = json!({
        "schema": "detente.balance/1",
        "network": network.name,
        "n": network.graph.len(),
        "m_positive": network.graph.ties().len() - hostile,
        "m_negative": hostile,
        "frustration": weight(found.index),
        "lower_bound": weight(found.lower_bound),
        "optimal": found.is_proved(),
        "partition": camps(network, &found.camps),
        "frustrated_edges": ties(network.graph.frustrated(&found.camps)),
        "triangles": triangles(report.census.by_hostile),
    });
    if let (Some(blocs), Some(map)) = (&report.blocs, out.as_object_mut()) {
        let of: Map<String, Value> = network.actors.iter().cloned().zip(blocs.of.iter().map(|b| json!(b))).collect();
        let proved = blocs.cost == blocs.lower_bound;
        map.insert(
            "blocs".to_owned(),
            json!({"frustration": weight(blocs.cost), "lower_bound": weight(blocs.lower_bound), "optimal": proved, "partition": of}),
        );
    }
    if let (Some((relaxes, strains)), Some(map)) = (&report.turns, out.as_object_mut()) {
        map.insert("relaxes_most".to_owned(), relaxes.as_ref().map_or(Value::Null, |t| turning(network, t)));
        map.insert("strains_most".to_owned(), strains.as_ref().map_or(Value::Null, |t| turning(network, t)));
    }
    if let Some(map) = out.as_object_mut() {
        map.insert("seconds".to_owned(), json!((report.seconds * 1e6).round() / 1e6));
    }
    out
}

/// A whole number, unless weights have decimals.
fn number(network: &Named, weight: i64) -> Value {
    if network.decimals == 0 { json!(weight) } else { json!(unit(network, weight)) }
}

#[expect(clippy::cast_precision_loss, reason = "weights stay below 2^50")]
fn unit(network: &Named, weight: i64) -> f64 {
    weight as f64 / 10f64.powi(network.decimals.cast_signed())
}

fn tie(network: &Named, tie: usize) -> Value {
    let name = |a: usize| network.actors.get(a).cloned().unwrap_or_default();
    let (a, b, weight) = network.graph.ties().get(tie).copied().unwrap_or_default();
    json!([name(a), name(b), number(network, weight)])
}

fn camps(network: &Named, camps: &[bool]) -> Map<String, Value> {
    network.actors.iter().cloned().zip(camps.iter().map(|c| json!(u8::from(*c)))).collect()
}

fn triangles([none, one, two, three]: [u64; 4]) -> Value {
    json!({"+++": none, "++-": one, "+--": two, "---": three})
}

fn turning(network: &Named, t: &Turning) -> Value {
    json!({
        "edge": tie(network, t.tie), "change": number(network, t.change), "unbalanced_triangles": t.triangles, "proved": t.proved,
    })
}
