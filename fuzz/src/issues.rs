//! What must hold for any issue file: shared by the fuzz target and by the test that runs its corpus.

use detente_lens::bargaining::{Case, IssueFile, Model, mean, parse};

/// Any bytes are an issue or are refused; every model that takes an issue ends on its axis, and twice at
/// the same place.
pub fn bargain(data: &[u8]) {
    let Ok(file) = parse(&String::from_utf8_lossy(data)) else { return };
    let cases = match file {
        IssueFile::One(case) => vec![*case],
        IssueFile::Linked(cases) => cases,
    };
    cases.iter().filter(|c| c.actors.len() <= 12).for_each(hold_case);
}

fn hold_case(case: &Case) {
    let (least, most) = (case.scale.min.min(case.scale.max), case.scale.min.max(case.scale.max));
    let slack = case.scale.width() * 1e-9;
    for model in Model::ALL {
        let Ok(answer) = model.solve(case, 7) else { continue };
        assert!(answer.forecast.iter().all(|x| (least - slack..=most + slack).contains(x)), "{model:?} leaves the axis");
        assert_eq!(model.solve(case, 7).map(|a| a.forecast), Ok(answer.forecast), "{model:?} is not the same twice");
    }
    for dimension in 0..case.dimensions() {
        let stands = case.stands(dimension);
        let (positions, weights): (Vec<f64>, Vec<f64>) = stands.iter().map(|s| (s.position, s.weight())).unzip();
        assert!((-1e-9..=1.0 + 1e-9).contains(&mean(&positions, &weights)), "the mean leaves the axis");
    }
}
