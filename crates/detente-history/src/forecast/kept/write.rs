//! Training: every origin fitted, and written down.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::YEARS;
use crate::forecast::boost::{Booster, Node};
use crate::forecast::feature::FEATURES;
use crate::forecast::logit::Logit;
use crate::forecast::model::{Fitted, cases, training, within};
use crate::forecast::ours::{Ours, With};
use crate::forecast::outcomes::Fate;
use crate::forecast::pool::{known, weight};
use crate::forecast::reliability::bins;
use crate::forecast::rows::{Rows, Target};
use crate::forecast::run::{Run, Told, run};
use crate::signed::Signed;

/// The years at whose end models are kept; each serves until the next.
const ORIGINS: [i16; 8] = [1980, 1985, 1990, 1995, 2000, 2005, 2010, 2014];
/// How many years before the first origin are read.
const BEFORE: i16 = 40;

/// Trains all models on a panel; gives the text of the file that [`super`] describes. The same panel gives the same text.
#[must_use]
pub fn train(signed: &Signed) -> String {
    let rows = Rows::new(signed, YEARS.0 - BEFORE);
    let runs = run(&rows, &ORIGINS);
    let mut out = String::from("# Fitted forecasts; see forecast.origin.toml.\n");
    for (n, of) in runs.iter().enumerate() {
        let until = ORIGINS.get(n + 1).map_or(YEARS.1, |next| next - 1);
        let _ = writeln!(out, "origin {} {}", of.origin, weight(&rows, &runs, of.origin));
        tested(&rows, &runs, of.origin, &mut out);
        usual(&rows, of.origin, &mut out);
        of.fitted.iter().zip(Target::ALL).for_each(|(fitted, target)| model(&fitted.ours, target, &mut out));
        (of.origin..=until).for_each(|year| served(&rows, of, year, &mut out));
    }
    out
}

fn tested(rows: &Rows, runs: &[Run], origin: i16, out: &mut String) {
    let told: Vec<&Told> = known(rows, runs, origin).collect();
    for (sign, fate) in [(1, Fate::Worse), (0, Fate::Worse), (0, Fate::Better), (-1, Fate::Better)] {
        let held = told.iter().filter(|t| t.sign == sign);
        let each: Vec<(f64, bool, (u16, u16))> = held.map(|t| (t.ours.of_fate(fate), t.fate == fate, rows.pair[t.row])).collect();
        for t in bins(&each) {
            let ([low, high], [from, to]) = (t.bin, t.interval);
            let (name, predicted, observed) = (name(fate), t.predicted, t.observed);
            let (n, dyads) = (t.n, t.dyads);
            let _ = writeln!(out, "bin {sign} {name} {low} {high} {n} {dyads} {predicted:.5} {observed:.5} {from:.5} {to:.5}");
        }
    }
}

/// The word for a fate in the file.
pub(super) fn name(fate: Fate) -> &'static str {
    match fate {
        Fate::Worse => "worse",
        Fate::Held => "held",
        Fate::Better => "better",
    }
}

/// The median of every feature, by sign.
fn usual(rows: &Rows, origin: i16, out: &mut String) {
    let train = training(rows, Target::Change, origin);
    for sign in [-1, 0, 1] {
        let own: Vec<usize> = train.iter().copied().filter(|r| rows.sign[*r] == sign).collect();
        let _ = write!(out, "usual {sign}");
        for feature in 0..FEATURES.len() {
            let mut values: Vec<f32> = own.iter().map(|r| rows.features[feature][*r]).collect();
            values.sort_unstable_by(f32::total_cmp);
            let _ = write!(out, " {}", values.get(values.len() / 2).copied().unwrap_or_default());
        }
        out.push('\n');
    }
}

fn model(ours: &Ours, target: Target, out: &mut String) {
    let _ = writeln!(out, "model {}", target.name());
    trees(&ours.full, out);
    match &ours.with {
        With::Trees(short) => trees(short, out),
        With::Logit(of) => logit(of, out),
        With::Level => {}
    }
}

fn trees(of: &Booster, out: &mut String) {
    let _ = writeln!(out, "trees {}", of.base);
    for tree in &of.trees {
        out.push('t');
        node(tree, 0, out);
        out.push('\n');
    }
}

fn node(tree: &[Node], at: usize, out: &mut String) {
    match &tree[at] {
        // A millionth of a log-odds is nothing, and a line a third as long something.
        Node::Leaf(value) => drop(write!(out, " l {value:.6}")),
        Node::Split { feature, most, low, high } => {
            let _ = write!(out, " s {feature} {most}");
            node(tree, *low, out);
            node(tree, *high, out);
        }
    }
}

fn logit(of: &Logit, out: &mut String) {
    let _ = writeln!(out, "logit {}", of.weights.first().copied().unwrap_or_default());
    let each = of.columns.iter().zip(&of.means).zip(of.spreads.iter().zip(of.weights.iter().skip(1)));
    for ((column, mean), (spread, weight)) in each {
        let _ = writeln!(out, "c {column} {mean} {spread} {weight}");
    }
}

fn served(rows: &Rows, of: &Run, year: i16, out: &mut String) {
    let target = Target::PactLost;
    let shift = of.fitted.last().map_or(0.0, |f: &Fitted| f.ours(rows, year, &within(rows, target, year, year)).1);
    let _ = writeln!(out, "year {year} {shift:.6}");
    let counts: BTreeMap<_, _> = cases(rows, year).counts;
    for ((sign, state), c) in counts {
        let _ = writeln!(out, "case {sign} {state} {} {} {}", c.n, c.worse, c.better);
    }
}
