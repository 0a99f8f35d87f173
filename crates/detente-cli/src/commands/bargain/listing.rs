//! `detente bargain` on the terminal.

use detente_lens::bargaining::Model;

use super::{Report, Reports};

/// The text of a file.
pub(crate) fn text(reports: &Reports) -> String {
    format!("{}", reports.issues.len())
}

/// The models whose forecasts are farthest apart, if there are two.
pub(crate) fn apart(r: &Report) -> Option<((Model, f64), (Model, f64))> {
    let mut all: Vec<(Model, f64)> = Vec::new();
    for a in &r.answers {
        if let [x] = a.forecast[..] {
            all.push((a.model, x));
        }
    }
    all.sort_by(|a, b| a.1.total_cmp(&b.1));
    all.first().copied().zip(all.last().copied()).filter(|_| all.len() > 1)
}
