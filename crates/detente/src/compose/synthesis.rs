//! The lenses taken together: a weighted pool of those that forecast, and where they disagree.

use std::collections::BTreeMap;

use detente_codebook::Phrase;
use detente_history::forecast::weight;
use detente_lens::{Arg, Finding, Forecast, Message, Stance};
use jiff::civil::Date;

use crate::brief::Synthesis;
use crate::words::both;

/// The lens whose weight the backtest gives; what is left is that of the others.
const WEIGHED: &str = "history";

/// The pool of the forecasts, weighed as the backtest of `day` has it; `stem` begins the ids of the brief.
pub(super) fn synthesis(findings: &[Finding], day: Date, stem: &str) -> Synthesis {
    let forecasts: Vec<(&str, Forecast)> = findings.iter().filter_map(|f| Some((f.lens.as_str(), f.forecast?))).collect();
    let weights = weights(&forecasts, weight(day).ok().flatten().unwrap_or(0.5));
    Synthesis {
        forecast: pool(&forecasts, &weights),
        disagreement: disagreement(findings),
        note: both(&note(&forecasts, stem)),
        weights,
    }
}

fn note(forecasts: &[(&str, Forecast)], stem: &str) -> Message {
    let id = Arg::Text(crate::why::synthesis_id(stem));
    match forecasts {
        [] => Message::new("synthesis-none"),
        [_] => Message::new("synthesis-one").with("id", id),
        _ => Message::new("synthesis-pool").with("id", id),
    }
}

/// The lens that was weighed has its weight, the others share what is left; all of it when one stands alone.
fn weights(forecasts: &[(&str, Forecast)], weighed: f64) -> BTreeMap<String, f64> {
    let others = forecasts.iter().filter(|(lens, _)| *lens != WEIGHED).fold(0.0, |n, _| n + 1.0_f64);
    let there = forecasts.iter().any(|(lens, _)| *lens == WEIGHED);
    let of = |lens: &str| match (lens == WEIGHED, there) {
        (true, _) if others == 0.0 => 1.0,
        (true, _) => weighed,
        (false, true) => (1.0 - weighed) / others,
        (false, false) => 1.0 / others,
    };
    forecasts.iter().map(|(lens, _)| ((*lens).to_owned(), of(lens))).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    const EVEN: Forecast = Forecast { worsens: 0.25, holds: 0.5, improves: 0.25 };
    const SURE: Forecast = Forecast { worsens: 0.0, holds: 1.0, improves: 0.0 };

    #[test]
    fn weights_are_those_of_the_backtest_and_add_up() {
        let both = [("analogues", EVEN), ("history", SURE)];
        let of = weights(&both, 0.75);
        assert_eq!((of["history"], of["analogues"]), (0.75, 0.25));
        assert_eq!(pool(&both, &of).unwrap(), Forecast { worsens: 0.0625, holds: 0.875, improves: 0.0625 });
        assert_eq!(weights(&both[..1], 0.75)["analogues"], 1.0);
        assert_eq!(weights(&both[1..], 0.75)["history"], 1.0);
        assert!(pool(&[], &weights(&[], 0.75)).is_none());
    }
}
