//! The lenses taken together: a weighted pool of those that forecast, and where they disagree.

use std::collections::BTreeMap;

use detente_codebook::Phrase;
use detente_lens::{Arg, Finding, Forecast, Message, Stance};

use crate::brief::Synthesis;
use crate::words::both;

/// The pool of the forecasts, all lenses weighing alike as long as no backtest has weighed them.
pub(super) fn synthesis(findings: &[Finding]) -> Synthesis {
    let forecasts: Vec<(&str, Forecast)> = findings.iter().filter_map(|f| Some((f.lens.as_str(), f.forecast?))).collect();
    let weights = weights(&forecasts);
    let note = if forecasts.is_empty() { "synthesis-none" } else { "synthesis-pool" };
    Synthesis {
        forecast: pool(&forecasts, &weights),
        weights,
        disagreement: disagreement(findings),
        note: both(&Message::new(note)),
    }
}

fn weights(forecasts: &[(&str, Forecast)]) -> BTreeMap<String, f64> {
    let n = u32::try_from(forecasts.len()).map_or(1.0, f64::from);
    forecasts.iter().map(|(lens, _)| ((*lens).to_owned(), 1.0 / n)).collect()
}

fn pool(forecasts: &[(&str, Forecast)], weights: &BTreeMap<String, f64>) -> Option<Forecast> {
    if forecasts.is_empty() {
        return None;
    }
    let sum = |part: fn(&Forecast) -> f64| {
        forecasts.iter().map(|(lens, f)| weights.get(*lens).copied().unwrap_or_default() * part(f)).sum::<f64>()
    };
    Some(Forecast { worsens: sum(|f| f.worsens), holds: sum(|f| f.holds), improves: sum(|f| f.improves) })
}

/// Which way a lens leans by the stance of its claims: towards an effect, against one, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lean {
    For,
    Against,
    Both,
}

fn lean(finding: &Finding) -> Option<Lean> {
    let any = |stance: Stance| finding.claims.iter().any(|c| c.stance == stance);
    match (any(Stance::For), any(Stance::Against)) {
        (true, true) => Some(Lean::Both),
        (true, false) => Some(Lean::For),
        (false, true) => Some(Lean::Against),
        (false, false) => None,
    }
}

/// Where lenses point in different ways, or one lens points both ways; none when they agree.
fn disagreement(findings: &[Finding]) -> Option<Phrase> {
    let of = |wanted: Lean| -> Vec<Arg> {
        let leaning = findings.iter().filter(|f| lean(f) == Some(wanted));
        leaning.map(|f| Arg::Message(Box::new(Message::new(&format!("lens-{}", f.lens))))).collect()
    };
    let (with, against, torn) = (of(Lean::For), of(Lean::Against), of(Lean::Both));
    let message = match (with.is_empty(), against.is_empty(), torn.is_empty()) {
        (false, false, true) => Message::new("lenses-disagree").with("for", Arg::List(with)).with("against", Arg::List(against)),
        (false, false, false) => Message::new("lenses-disagree-and-torn")
            .with("for", Arg::List(with))
            .with("against", Arg::List(against))
            .with("both", Arg::List(torn)),
        (false, true, false) => Message::new("lenses-for-and-torn").with("for", Arg::List(with)).with("both", Arg::List(torn)),
        (true, false, false) => {
            Message::new("lenses-against-and-torn").with("against", Arg::List(against)).with("both", Arg::List(torn))
        }
        (true, true, false) => Message::new("lenses-torn").with("both", Arg::List(torn)),
        _ => return None,
    };
    Some(both(&message))
}
