//! Fits the error of the weighted mean on decided issues, and scores it on proposals left out.
//!
//! usage: `bargaining_fit ISSUES.json [MODEL_ERROR.toml]`
//!
//! The first argument is a file of decided issues (`issues` with `proposal`, `outcome`, and `actors`
//! with `pos`, `sal` 0-100 and `votes`). Every figure is measured on proposals that took no part in
//! the fit. With a second argument the fit on all of them is written there.

#![expect(clippy::print_stdout, reason = "a program that prints figures")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;

use detente_lens::bargaining::{Distribution, ModelError, Stand, mean, median, mended_forecast};
use serde_json::Value;

/// A name and how its rule is fitted to the decided issues.
type Attempt = (&'static str, fn(&[&Decided]) -> Rule);

/// A decided issue on the unit axis.
struct Decided {
    proposal: String,
    outcome: f64,
    reference: Option<f64>,
    /// Procedure and voting rule, such as `COD QMV`.
    rule: String,
    stands: Vec<Stand>,
    names: Vec<String>,
}

impl Decided {
    fn mean(&self) -> f64 {
        centre(&self.stands, mean)
    }
}

fn centre(stands: &[Stand], of: fn(&[f64], &[f64]) -> f64) -> f64 {
    let (x, w): (Vec<f64>, Vec<f64>) = stands.iter().map(|s| (s.position, s.weight())).unzip();
    of(&x, &w)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("usage: bargaining_fit ISSUES.json [MODEL_ERROR.toml]")?;
    let issues = read(&std::fs::read_to_string(path)?)?;
    report_distribution(&issues);
    report_attempts(&issues);
    if let Some(out) = args.next() {
        std::fs::write(out, data_file(&fit(&issues.iter().collect::<Vec<_>>())))?;
    }
    Ok(())
}

fn read(text: &str) -> Result<Vec<Decided>, Box<dyn Error>> {
    let file: Value = serde_json::from_str(text)?;
    let list = file["issues"].as_array().ok_or("no `issues`")?;
    list.iter().map(decided).collect::<Option<Vec<_>>>().ok_or_else(|| "an issue lacks a field".into())
}

fn decided(v: &Value) -> Option<Decided> {
    let actors = v["actors"].as_array()?;
    let stand = |a: &Value| {
        let number = |name: &str| a[name].as_f64();
        Some(Stand { position: number("pos")? / 100.0, capability: number("votes")?, salience: number("sal")? / 100.0 })
    };
    Some(Decided {
        proposal: v["proposal"].as_str()?.to_owned(),
        outcome: v["outcome"].as_f64()? / 100.0,
        reference: v["reference_point"].as_f64().map(|r| r / 100.0),
        rule: format!("{} {}", v["procedure"].as_str()?, v["council_rule"].as_str()?),
        stands: actors.iter().map(stand).collect::<Option<_>>()?,
        names: actors.iter().map(|a| a["a"].as_str().map(str::to_owned)).collect::<Option<_>>()?,
    })
}

/// For every proposal: the issues of all others, and its own.
fn folds(issues: &[Decided]) -> Vec<(Vec<&Decided>, Vec<&Decided>)> {
    let proposals: BTreeSet<&str> = issues.iter().map(|i| i.proposal.as_str()).collect();
    proposals.into_iter().map(|p| issues.iter().partition(|i| i.proposal != p)).collect()
}

fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The error of the weighted mean on these issues.
fn fit(issues: &[&Decided]) -> ModelError {
    let least_spread = 0.1;
    let mut deviations: Vec<f64> = issues
        .iter()
        .map(|i| {
            let m = i.mean();
            let (square, w): (Vec<f64>, Vec<f64>) = i.stands.iter().map(|s| ((s.position - m).powi(2), s.weight())).unzip();
            (i.outcome - m).abs() / mean(&square, &w).sqrt().max(least_spread)
        })
        .collect();
    deviations.sort_by(f64::total_cmp);
    let n = u64::try_from(issues.len()).unwrap_or(u64::MAX);
    let at =
        |held: f64| ModelError { held, least_spread, tail_50: 0.25, tail_80: 0.1, issues: n, deviations: deviations.clone() };
    let score = |held: f64| average(&issues.iter().map(|i| at(held).outcome(&i.stands).crps(i.outcome)).collect::<Vec<_>>());
    let held = (0..=20).map(|k| f64::from(k) * 0.05).min_by(|a, b| score(*a).total_cmp(&score(*b))).unwrap_or(0.0);
    let mut error = at(held);
    let mut depths: Vec<f64> = issues.iter().map(|i| depth(&error.outcome(&i.stands), i.outcome)).collect();
    depths.sort_by(f64::total_cmp);
    (error.tail_50, error.tail_80) = (quantile(&depths, 0.5), quantile(&depths, 0.2));
    error
}

/// The greatest tail for which the central interval still holds the outcome.
fn depth(d: &Distribution, outcome: f64) -> f64 {
    d.up_to(outcome).min(d.from(outcome))
}

#[expect(clippy::cast_possible_truncation, reason = "an index")]
fn quantile(sorted: &[f64], p: f64) -> f64 {
    sorted[((sorted.len() as f64 * p) as usize).min(sorted.len() - 1)]
}

fn report_distribution(issues: &[Decided]) {
    let (mut crps, mut half, mut most, mut error, mut wide) = (vec![], vec![], vec![], vec![], vec![]);
    for (others, own) in folds(issues) {
        let model = fit(&others);
        for i in own {
            let d = model.outcome(&i.stands);
            let [a, b] = model.intervals(&d);
            let inside = |x: [f64; 2]| f64::from(u8::from(x[0] - 1e-9 <= i.outcome && i.outcome <= x[1] + 1e-9));
            crps.push(d.crps(i.outcome) * 100.0);
            half.push(inside(a));
            most.push(inside(b));
            wide.push((b[1] - b[0]) * 100.0);
            error.push((i.mean() - i.outcome).abs() * 100.0);
        }
    }
    println!("leave one proposal out, {} issues", issues.len());
    println!("  headline mean absolute error {:.3}", average(&error));
    println!("  crps                         {:.3}", average(&crps));
    println!("  coverage of the 50 % interval {:.3}", average(&half));
    println!("  coverage of the 80 % interval {:.3} (mean width {:.1})", average(&most), average(&wide));
}

/// A way to forecast a point, learnt from other issues.
type Rule = Box<dyn Fn(&Decided) -> f64>;

fn report_attempts(issues: &[Decided]) {
    println!("attempts to beat the mean, leave one proposal out: mean absolute error, difference [95 % by proposal]");
    let attempts: Vec<Attempt> = vec![
        ("weighted mean", |_| Box::new(Decided::mean)),
        ("weighted median", |_| Box::new(|i| centre(&i.stands, median))),
        ("between mean and median (mended)", |_| Box::new(|i| mended_forecast(&i.stands))),
        ("drawn to the reference point", toward_reference),
        ("drawn to it by procedure", toward_reference_by_rule),
        ("Commission and Parliament reweighed by procedure", reweighed),
        ("drawn to the middle of the axis", toward_middle),
        ("nearest held position", |_| Box::new(nearest)),
        ("median of the distribution", |others| {
            let model = fit(others);
            Box::new(move |i| model.outcome(&i.stands).median())
        }),
        ("likeliest held position where spread is small", snapped),
    ];
    for (name, learn) in attempts {
        let mut by_proposal: Vec<Vec<(f64, f64)>> = Vec::new();
        for (others, own) in folds(issues) {
            let rule = learn(&others);
            by_proposal
                .push(own.iter().map(|i| ((rule(i) - i.outcome).abs() * 100.0, (i.mean() - i.outcome).abs() * 100.0)).collect());
        }
        let all: Vec<(f64, f64)> = by_proposal.iter().flatten().copied().collect();
        let (low, high) = interval(&by_proposal);
        let (mae, base) =
            (average(&all.iter().map(|e| e.0).collect::<Vec<_>>()), average(&all.iter().map(|e| e.1).collect::<Vec<_>>()));
        println!("  {name:50} {mae:7.3} {:+7.3} [{low:+.3}, {high:+.3}]", mae - base);
    }
}

/// The clustered jackknife over proposals, two standard errors either way.
fn interval(by_proposal: &[Vec<(f64, f64)>]) -> (f64, f64) {
    let sum = |p: &Vec<(f64, f64)>| p.iter().map(|e| e.0 - e.1).sum::<f64>();
    let (total, n) = (by_proposal.iter().map(sum).sum::<f64>(), by_proposal.iter().map(Vec::len).sum::<usize>() as f64);
    let left: Vec<f64> = by_proposal.iter().map(|p| (total - sum(p)) / (n - p.len() as f64)).collect();
    let (k, centre) = (left.len() as f64, average(&left));
    let variance = left.iter().map(|x| (x - centre).powi(2)).sum::<f64>() * (k - 1.0) / k;
    (total / n - 1.96 * variance.sqrt(), total / n + 1.96 * variance.sqrt())
}

/// The share of the way to a target that errs least on these issues.
fn best_share(issues: &[&Decided], target: impl Fn(&Decided) -> Option<f64>) -> f64 {
    let error = |a: f64| issues.iter().map(|i| (blend(i, a, target(i)) - i.outcome).abs()).sum::<f64>();
    (-10..=20).map(|k| f64::from(k) * 0.05).min_by(|a, b| error(*a).total_cmp(&error(*b))).unwrap_or(0.0)
}

fn blend(i: &Decided, share: f64, target: Option<f64>) -> f64 {
    target.map_or_else(|| i.mean(), |t| (i.mean() + share * (t - i.mean())).clamp(0.0, 1.0))
}

fn toward_reference(others: &[&Decided]) -> Rule {
    let share = best_share(others, |i| i.reference);
    Box::new(move |i| blend(i, share, i.reference))
}

fn toward_reference_by_rule(others: &[&Decided]) -> Rule {
    let rules: BTreeSet<&String> = others.iter().map(|i| &i.rule).collect();
    let of = |r: &String| best_share(&others.iter().copied().filter(|i| &i.rule == r).collect::<Vec<_>>(), |i| i.reference);
    let shares: BTreeMap<String, f64> = rules.into_iter().map(|r| (r.clone(), of(r))).collect();
    Box::new(move |i| blend(i, shares.get(&i.rule).copied().unwrap_or(0.0), i.reference))
}

fn toward_middle(others: &[&Decided]) -> Rule {
    let share = best_share(others, |_| Some(0.5));
    Box::new(move |i| blend(i, share, Some(0.5)))
}

/// Multiplies the capability of the Commission and of the Parliament by a factor of its own for
/// every procedure.
fn reweighed(others: &[&Decided]) -> Rule {
    let grid = [0.25, 0.5, 1.0, 2.0, 4.0];
    let rules: BTreeSet<&String> = others.iter().map(|i| &i.rule).collect();
    let best = |r: &String| {
        let error = |(a, b): (f64, f64)| {
            others.iter().filter(|i| &i.rule == r).map(|i| (factored(i, a, b) - i.outcome).abs()).sum::<f64>()
        };
        let pairs = grid.iter().flat_map(|a| grid.iter().map(move |b| (*a, *b)));
        pairs.min_by(|x, y| error(*x).total_cmp(&error(*y))).unwrap_or((1.0, 1.0))
    };
    let factors: BTreeMap<String, (f64, f64)> = rules.into_iter().map(|r| (r.clone(), best(r))).collect();
    Box::new(move |i| {
        let (a, b) = factors.get(&i.rule).copied().unwrap_or((1.0, 1.0));
        factored(i, a, b)
    })
}

fn factored(i: &Decided, commission: f64, parliament: f64) -> f64 {
    let factor = |name: &str| match name {
        "com" => commission,
        "ep" => parliament,
        _ => 1.0,
    };
    let stand = |(s, n): (&Stand, &String)| Stand { capability: s.capability * factor(n), ..*s };
    centre(&i.stands.iter().zip(&i.names).map(stand).collect::<Vec<_>>(), mean)
}

fn nearest(i: &Decided) -> f64 {
    let m = i.mean();
    let held = i.stands.iter().map(|s| s.position);
    held.min_by(|a, b| (a - m).abs().total_cmp(&(b - m).abs())).unwrap_or(m)
}

/// The held position of most weight where it has at least a learnt share of it, else the mean.
fn snapped(others: &[&Decided]) -> Rule {
    let error = |t: f64| others.iter().map(|i| (snap(i, t) - i.outcome).abs()).sum::<f64>();
    let least = (10..=20).map(|k| f64::from(k) * 0.05).min_by(|a, b| error(*a).total_cmp(&error(*b))).unwrap_or(1.0);
    Box::new(move |i| snap(i, least))
}

fn snap(i: &Decided, least: f64) -> f64 {
    let total: f64 = i.stands.iter().map(Stand::weight).sum();
    let share = |x: f64| i.stands.iter().filter(|s| (s.position - x).abs() < 1e-9).map(Stand::weight).sum::<f64>() / total;
    let heaviest = i.stands.iter().map(|s| s.position).max_by(|a, b| share(*a).total_cmp(&share(*b)));
    heaviest.filter(|x| share(*x) >= least).unwrap_or_else(|| i.mean())
}

fn data_file(error: &ModelError) -> String {
    let mut out = String::from("# Errors of the weighted mean on decided issues; see the origin file beside this one.\n");
    let _ = writeln!(out, "held = {:.2}", error.held);
    let _ = writeln!(out, "least_spread = {:.2}", error.least_spread);
    let _ = writeln!(out, "tail_50 = {:.4}\ntail_80 = {:.4}", error.tail_50, error.tail_80);
    let _ = writeln!(out, "issues = {}\ndeviations = [", error.issues);
    for row in error.deviations.chunks(12) {
        let row: Vec<String> = row.iter().map(|z| format!("{z:.3}")).collect();
        let _ = writeln!(out, "  {},", row.join(", "));
    }
    out.push_str("]\n");
    out
}
