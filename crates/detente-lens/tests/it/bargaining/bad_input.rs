//! Issue files that are none, and those that only look it.

use detente_lens::bargaining::{CaseError, Model, parse};
use proptest::prelude::*;

use super::one;

fn actor(name: &str, rest: &str) -> String {
    format!(r#"{{"name": "{name}", {rest}}}"#)
}

fn file(actors: &[String]) -> String {
    format!(r#"{{"scale": {{"min": 4, "max": 10}}, "actors": [{}]}}"#, actors.join(", "))
}

const GOOD: &str = r#""position": 5, "capability": 1, "salience": 0.5"#;

fn refused(text: &str) -> String {
    parse(text).unwrap_err().to_string()
}

#[test]
fn wrong_files_are_refused_with_the_place() {
    let with = |rest: &str| refused(&file(&[actor("A", GOOD), actor("B", rest)]));
    assert!(
        with(r#""position": 12, "capability": 1, "salience": 0.5"#)
            .starts_with("actors[1].position: 12 is outside the scale 4 to 10")
    );
    assert!(with(r#""position": NaN, "capability": 1, "salience": 0.5"#).starts_with("not a JSON document"));
    assert!(with(r#""position": 1e999, "capability": 1, "salience": 0.5"#).starts_with("not a JSON document"));
    assert!(
        with(r#""position": "5", "capability": 1, "salience": 0.5"#)
            .contains("actors[1].position: expected a number, found \"5\"")
    );
    assert!(with(r#""position": 5, "capability": -1, "salience": 0.5"#).contains("actors[1].capability: -1"));
    assert!(with(r#""position": 5, "capability": 1, "salience": 101"#).contains("actors[1].salience"));
    assert!(with(r#""position": 5, "capability": 1"#).contains("actors[1].salience: expected a value, found nothing"));
    assert!(
        with(r#""position": [5, 6], "capability": 1, "salience": 0.5"#).contains("2 numbers where the issue has 1 dimensions")
    );
    assert!(with(r#""position": {"low": 7, "high": 6}, "capability": 1, "salience": 0.5"#).contains("swap the two"));
    assert!(
        with(r#""position": {"low": 5, "best": 9, "high": 6}, "capability": 1, "salience": 0.5"#).contains("within the range")
    );
    assert_eq!(parse(&file(&[])).unwrap_err(), CaseError::Nobody);
    assert_eq!(parse(&file(&[actor("A", GOOD), actor("A", GOOD)])).unwrap_err(), CaseError::Twice("A".to_owned()));
    assert_eq!(parse(r#"{"scale": [3, 3], "actors": []}"#).unwrap_err(), CaseError::Flat(3.0));
    for text in ["", "[]", "null", "{}", r#"{"actors": 3}"#, r#"{"cases": []}"#, r#"{"cases": [1]}"#, r#"{"actors": [[]]}"#] {
        assert!(!refused(text).is_empty());
    }
}

#[test]
fn what_looks_odd_and_is_right_is_answered() {
    let alone = one(&file(&[actor("A", GOOD)]));
    let same = one(&file(&[actor("A", GOOD), actor("B", GOOD), actor("C", GOOD)]));
    let powerless = one(&file(&[
        actor("A", r#""position": 4, "capability": 0, "salience": 1"#),
        actor("B", r#""position": 8, "capability": 3, "salience": 0"#),
    ]));
    for model in Model::ALL {
        assert!((model.solve(&alone, 1).unwrap().forecast[0] - 5.0).abs() < 1e-9, "{model:?}");
        assert!((model.solve(&same, 1).unwrap().forecast[0] - 5.0).abs() < 1e-9, "{model:?}");
        let x = model.solve(&powerless, 1).unwrap().forecast[0];
        assert!((4.0..=8.0).contains(&x), "{model:?}: {x}");
    }
    let mean = Model::Mean.solve(&powerless, 1).unwrap();
    assert!((mean.forecast[0] - 6.0).abs() < 1e-9 && mean.note.is_some());
}

#[test]
fn saliences_above_one_are_percent() {
    let text = file(&[actor("A", GOOD), actor("B", r#""position": 9, "capability": 1, "salience": 50"#)]);
    let case = one(&text);
    assert!((case.actors[1].salience[0].best - 0.5).abs() < 1e-12 && (case.actors[0].salience[0].best - 0.005).abs() < 1e-12);
    assert_eq!(case.notes.len(), 1);
}

#[test]
fn ten_thousand_actors() {
    let actors: Vec<String> = (0..10_000).map(|i| actor(&i.to_string(), GOOD)).collect();
    let case = one(&file(&actors));
    for model in Model::ALL {
        match model.solve(&case, 1) {
            Ok(answer) => assert!((answer.forecast[0] - 5.0).abs() < 1e-6, "{model:?}"),
            Err(e) => assert!(matches!(e, CaseError::TooMany { actors: 10_000, .. }), "{model:?}: {e}"),
        }
    }
}

/// A small change anywhere in a file.
fn bruised() -> impl Strategy<Value = String> {
    let whole =
        file(&[actor("A", GOOD), actor("B", r#""position": {"low": 4, "best": 5, "high": 6}, "capability": 2, "salience": 1"#)]);
    let bits =
        prop::sample::select(vec!["", "\"", "{", "}", "[", "]", ",", ":", "-", "9", "1e308", "null", "NaN", "\u{202e}", "\0"]);
    (0..whole.len(), 0usize..12, bits).prop_map(move |(at, cut, put)| {
        let end = (at + cut).min(whole.len());
        format!("{}{put}{}", &whole[..at], &whole[end..])
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_bruised_file_is_refused_or_answered(text in bruised()) {
        let Ok(file) = parse(&text) else { return Ok(()) };
        let detente_lens::bargaining::IssueFile::One(case) = file else { return Ok(()) };
        for model in [Model::Mean, Model::Median, Model::Mended, Model::Eum, Model::Smp] {
            if let Ok(answer) = model.solve(&case, 1) {
                prop_assert!(answer.forecast.iter().all(|x| x.is_finite()), "{model:?} of {text}");
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in ".{0,200}") {
        let _ = parse(&text);
    }
}
