//! The picture of the issues of a call.

use detente_lens::bargaining::{Drawing, ModelError, picture as draw};

use super::{Report, json};

/// The issues one below the other.
pub(crate) fn picture(issues: &[&Report]) -> String {
    let bands = |r: &Report| json::outcome(r).map(|d| ModelError::fitted().intervals(&d));
    let drawings: Vec<Drawing<'_>> =
        issues.iter().map(|r| Drawing { case: &r.case, answers: &r.answers, bands: bands(r) }).collect();
    draw(&drawings)
}
