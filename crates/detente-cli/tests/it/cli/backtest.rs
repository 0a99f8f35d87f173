//! `detente backtest`: what a model of these rows has to reach, and the schema.

use serde_json::Value;

use crate::run::Desk;
use crate::schema::fits;

/// The score of a model on a target.
fn score<'a>(found: &'a Value, target: &str, name: &str) -> &'a Value {
    let models = found["models"].as_array().unwrap();
    models.iter().find(|m| m["target"] == target && m["name"] == name).unwrap()
}

fn figure(score: &Value, name: &str) -> f64 {
    score[name].as_f64().unwrap()
}

/// The bounds are those set for peers on the same rows, out of sample, 1980-2005.
#[test]
fn the_model_does_what_is_asked_of_it() {
    let found = fits(&Desk::new(), &["backtest", "--json"], "detente.backtest.1");
    for (target, n) in [("change", 60_161), ("turn_negative", 57_114), ("pact_lost", 27_740)] {
        let ours = score(&found, target, "detente");
        let off = (figure(ours, "mean_forecast") - figure(ours, "observed_rate")).abs();
        assert!(off <= 0.01, "{target} is off in level: {ours}");
        assert!(figure(ours, "log_loss") <= figure(score(&found, target, "ten_year_rate"), "log_loss"), "{target}");
        assert_eq!(ours["n"], n, "{target}");
    }
    let change = score(&found, "change", "detente");
    assert!(figure(change, "log_loss") <= 0.153 && figure(change, "brier") <= 0.0390, "{change}");
    let hostile = score(&found, "turn_negative", "detente");
    assert!(figure(hostile, "log_loss") <= 0.0520 && figure(hostile, "auc") >= 0.88, "{hostile}");
    assert!(figure(score(&found, "pact_lost", "detente"), "log_loss") <= 0.0870);
    pool(&found["synthesis"]);
}

/// The pool is better than either of its parts, and far better than the rates of the sign.
fn pool(synthesis: &Value) {
    let scores = synthesis["scores"].as_array().unwrap();
    let loss = |name: &str| figure(scores.iter().find(|s| s["name"] == name).unwrap(), "log_loss");
    assert!(loss("synthesis") <= loss("analogues") && loss("synthesis") < loss("base_rate"), "{scores:?}");
    let weights = synthesis["weights"].as_array().unwrap();
    assert_eq!(weights[0]["history"], 0.5, "at the first origin no outcome is known");
    assert!(weights.iter().all(|w| (figure(w, "history") + figure(w, "analogues") - 1.0).abs() < 1e-9));
}
