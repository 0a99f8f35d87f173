//! `detente backtest`: forecasts of the past, made from what was known, and how good they were.

use std::fmt::Write as _;

use clap::Args;
use detente_history::forecast::{Backtest, Group, ModelScore, Pool, Score, Target, backtest};
use serde_json::{Value, json};

use crate::commands::history_folder::signed;
use crate::{CliError, output};

/// What `detente backtest` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente backtest\n  detente backtest --json > backtest.json\n  detente backtest --history ~/data/peace"
)]
pub struct BacktestArgs {
    /// Read the record from the public files of this folder instead of the built-in one.
    #[arg(long, value_name = "DIR")]
    pub history: Option<String>,
    /// Print JSON (schema detente.backtest/1).
    #[arg(long)]
    pub json: bool,
}

const SPLIT: &str = "rolling origin: fitted at the end of 1980, 1985 ... 2005 on the thirty years whose five-year outcomes were known; \
                     forecasts at the end of each year 1980-2005; 2006-2009 once, after the model was settled; sign c";

/// Runs the command.
///
/// # Errors
/// When the public files are not there or malformed.
pub fn run(args: &BacktestArgs) -> Result<(), CliError> {
    let signed = signed(args.history.as_deref())?;
    let test = backtest(&signed);
    if args.json { output::answer(&document(&test).to_string()) } else { output::answer(&words(&test)) }
}

/// A number as it is printed, so that a second run prints the same.
fn short(value: f64) -> Value {
    if value.is_nan() { Value::Null } else { json!((value * 1e6).round() / 1e6) }
}

fn model(m: &ModelScore) -> Value {
    let mut out = score(m.target, &m.score);
    out["name"] = json!(m.name);
    out["skill"] = short(m.skill);
    out
}

fn score(target: Target, s: &Score) -> Value {
    json!({
        "target": target.name(), "n": s.n, "events": s.events, "brier": short(s.brier), "log_loss": short(s.log_loss),
        "auc": short(s.auc), "mean_forecast": short(s.mean_forecast), "observed_rate": short(s.observed_rate)
    })
}

fn group(g: &Group) -> Value {
    let mut out = score(g.target, &g.score);
    out["by"] = json!(g.by);
    out["group"] = json!(g.group);
    out
}

fn document(test: &Backtest) -> Value {
    let calibration = test.calibration.iter().map(|c| {
        let (predicted, observed) = (short(c.predicted), short(c.observed));
        json!({"target": c.target.name(), "name": c.name, "bin": c.bin, "n": c.n, "predicted": predicted, "observed": observed})
    });
    json!({
        "schema": "detente.backtest/1",
        "split": SPLIT,
        "models": test.models.iter().map(model).collect::<Vec<Value>>(),
        "calibration": calibration.collect::<Vec<Value>>(),
        "groups": test.groups.iter().map(group).collect::<Vec<Value>>(),
        "last": test.last.iter().map(model).collect::<Vec<Value>>(),
        "synthesis": synthesis(&test.pool),
    })
}

/// The three outcomes that a brief forecasts, and the weights of its pool.
fn synthesis(pool: &Pool) -> Value {
    let weights =
        pool.weights.iter().map(|(origin, w)| json!({"origin": origin, "history": short(*w), "analogues": short(1.0 - w)}));
    let scores =
        pool.scores.iter().map(|s| json!({"name": s.name, "n": s.n, "log_loss": short(s.log_loss), "brier": short(s.brier)}));
    json!({"weights": weights.collect::<Vec<Value>>(), "scores": scores.collect::<Vec<Value>>()})
}

const HEAD: &str = "log loss    Brier     AUC   mean forecast  observed";

fn words(test: &Backtest) -> String {
    let mut out = format!("{SPLIT}\n");
    for (title, models) in [("1980-2005", &test.models), ("2006-2009, once", &test.last)] {
        for target in Target::ALL {
            let of: Vec<&ModelScore> = models.iter().filter(|m| m.target == target).collect();
            let n = of.first().map_or((0, 0), |m| (m.score.n, m.score.events));
            let _ = writeln!(out, "\n{} {title} (n {}, {} came)\n  {:<24}{HEAD}", target.name(), n.0, n.1, "");
            of.iter().for_each(|m| row(&mut out, m.name, &m.score));
        }
    }
    out.push_str("\nreliability of detente: forecast, n, mean forecast, observed\n");
    for c in test.calibration.iter().filter(|c| c.name == "detente") {
        let _ = writeln!(out, "  {:<14} {:<10} {:>7}  {:.4}  {:.4}", c.target.name(), c.bin, c.n, c.predicted, c.observed);
    }
    let _ = writeln!(out, "\ndetente by part\n  {:<24}{HEAD}", "");
    for g in &test.groups {
        row(&mut out, &format!("{} {}", g.target.name(), g.group), &g.score);
    }
    triads(test, &mut out);
    pooled(&test.pool, &mut out);
    out
}

fn pooled(pool: &Pool, out: &mut String) {
    out.push_str("\nworsens, holds, improves as a brief forecasts them, 1980-2005 (log loss, Brier of three outcomes)\n");
    for s in &pool.scores {
        let _ = writeln!(out, "  {:<14} {:>7}  {:.4}  {:.4}", s.name, s.n, s.log_loss, s.brier);
    }
    let weights: Vec<String> = pool.weights.iter().map(|(origin, w)| format!("{origin} {w:.2}")).collect();
    let _ = writeln!(out, "  weight of the model in the synthesis, by origin: {}", weights.join(", "));
}

fn row(out: &mut String, name: &str, s: &Score) {
    let (loss, brier, auc, mean, rate) = (s.log_loss, s.brier, s.auc, s.mean_forecast, s.observed_rate);
    let _ = writeln!(out, "  {name:<38}{loss:>8.4}  {brier:>7.4}  {auc:>6.3}  {mean:>13.4}  {rate:>8.4}");
}

/// What features of triads add, whatever it is.
fn triads(test: &Backtest, out: &mut String) {
    out.push_str("\nwhat triads add to trees (log loss and Brier saved)\n");
    let of = |target: Target, name: &str| test.models.iter().find(|m| m.target == target && m.name == name).map(|m| m.score);
    for target in Target::ALL {
        if let (Some(without), Some(with)) = (of(target, "trees_without_triads"), of(target, "trees")) {
            let (loss, brier) = (without.log_loss - with.log_loss, without.brier - with.brier);
            let _ = writeln!(out, "  {:<14} {loss:+.4}  {brier:+.5}", target.name());
        }
    }
}
