//! What the lens says of an issue that is attached to a question: before and after the supposed shift.

use detente_codebook::RecordId;

use super::case::Case;
use super::lever::levers;
use super::model::{Model, Standing};
use super::outcome::{Distribution, ModelError};
use crate::{Arg, Claim, Finding, Message};

/// The finding for an issue of one dimension, as it stands and as it would be after the shift. Claims
/// rest on the records given, such as that of the issue file; without any there are no grounds.
///
/// The lens gives no forecast of {worsens, holds, improves}: where an issue ends does not say by itself
/// what becomes of a relation.
pub fn issue_finding(before: &Case, after: &Case, evidence: &[RecordId]) -> Finding {
    let grounds = !evidence.is_empty() && before.dimensions() == 1 && after.dimensions() == 1;
    let claims = if grounds { claims(before, after, evidence) } else { Vec::new() };
    Finding {
        lens: "bargaining".to_owned(),
        grounds,
        forecast: None,
        n: None,
        claims,
        assumptions: vec![Message::new("bargaining-assumes-estimates"), Message::new("bargaining-assumes-record")],
        unknown: Vec::new(),
        method: Message::new("bargaining-method"),
        network: None,
    }
}

fn claims(before: &Case, after: &Case, evidence: &[RecordId]) -> Vec<Claim> {
    let mut out = vec![forecast(before, after, evidence), spread(after, evidence)];
    out.extend(lever(after, evidence));
    out.extend(disagreement(after, evidence));
    out
}

fn title(case: &Case) -> Arg {
    Arg::Text(case.title.clone().or_else(|| case.id.clone()).unwrap_or_default())
}

fn number(x: f64) -> Arg {
    Arg::Number(x, 2)
}

/// Where the issue may end, in its own units.
fn outcome(case: &Case) -> Distribution {
    ModelError::fitted().outcome(&case.stands(0)).map(|x| case.scale.clamp(case.scale.at(x)))
}

fn mean(case: &Case) -> f64 {
    Model::Mean.solve(case, 0).ok().and_then(|a| a.forecast.first().copied()).unwrap_or(f64::NAN)
}

fn with_figure(claim: Claim, case: &Case, value: f64, interval: Option<[f64; 2]>) -> Claim {
    let interval = interval.map(|[a, b]| [a.min(b), a.max(b)]);
    let n = interval.map(|_| ModelError::fitted().issues);
    Claim { value: Some(value), unit: case.scale.unit.clone(), interval, n, ..claim }
}

fn forecast(before: &Case, after: &Case, evidence: &[RecordId]) -> Claim {
    let (x, y) = (mean(before), mean(after));
    let message =
        Message::new("bargaining-forecast").with("issue", title(before)).with("before", number(x)).with("after", number(y));
    let [_, most] = ModelError::fitted().intervals(&outcome(after));
    with_figure(Claim::new(message, evidence.to_vec()), after, y, Some(most))
}

fn spread(after: &Case, evidence: &[RecordId]) -> Claim {
    let [half, _] = ModelError::fitted().intervals(&outcome(after));
    let message = Message::new("bargaining-spread")
        .with("low", number(half[0].min(half[1])))
        .with("high", number(half[0].max(half[1])))
        .with("issues", Arg::Count(ModelError::fitted().issues));
    with_figure(Claim::new(message, evidence.to_vec()), after, mean(after), Some(half))
}

/// Whose movement counts most.
fn lever(after: &Case, evidence: &[RecordId]) -> Option<Claim> {
    let most = levers(after, 0).into_iter().max_by(|a, b| a.position.total_cmp(&b.position))?;
    let message = Message::new("bargaining-lever").with("actor", Arg::Text(most.actor)).with("share", Arg::Share(most.position));
    Some(with_figure(Claim::new(message, evidence.to_vec()), after, most.position, None))
}

/// How far the path scenarios lie apart.
fn disagreement(after: &Case, evidence: &[RecordId]) -> Option<Claim> {
    let paths = Model::ALL.into_iter().filter(|m| m.standing() == Standing::PathScenario);
    let ends: Vec<f64> = paths.filter_map(|m| m.solve(after, 1).ok()).filter_map(|a| a.forecast.first().copied()).collect();
    let low = ends.iter().copied().min_by(f64::total_cmp)?;
    let high = ends.iter().copied().max_by(f64::total_cmp)?;
    let message = Message::new("bargaining-disagreement").with("low", number(low)).with("high", number(high));
    Some(Claim::new(message, evidence.to_vec()))
}
