//! `detente analogues`: counted and named cases, the seam, knowledge of the day, and what is no question.

use serde_json::{Value, json};

use crate::run::Desk;

fn answer(arguments: &[&str]) -> Value {
    let desk = Desk::new();
    let all: Vec<&str> = [&["analogues"], arguments, &["--json"]].concat();
    let (one, two) = (desk.run(&all), desk.run(&all));
    assert_eq!((one.code, one.err.as_str()), (0, ""), "{arguments:?}");
    assert_eq!(one.out, two.out, "the same question, the same bytes");
    serde_json::from_str(&one.out).unwrap()
}

const THAW: [&str; 4] = ["--shift", "USA-RUS:improves", "--on", "RUS-IRN"];

#[test]
fn the_question_of_the_seed() {
    let found = answer(&[&THAW[..], &["--as-of", "2025-02-27"]].concat());
    let sought = &found["sought"];
    assert_eq!([&sought["a"], &sought["b"], &sought["c"]], [&json!("USA"), &json!("RUS"), &json!("IRN")]);
    assert_eq!([&sought["ab"], &sought["bc"], &sought["ac"]], [&json!(-1), &json!(1), &json!(-1)]);
    assert_eq!((&sought["visible"], &sought["crosses_seam"]), (&json!(true), &json!(true)));
    assert_eq!(found["base_rate"]["era"], json!([1990, 2009]));
    let cases = found["named"]["cases"].as_array().unwrap();
    assert!(cases.len() >= 5 && cases.iter().all(|c| c["date"].as_str() < Some("2025-02-27")));
    assert!(found["counted"]["cases"].as_array().unwrap().len() >= 5);
    let verdict = found["verdict"]["en"].as_str().unwrap();
    assert!(verdict.contains("cannot be distinguished from the base rate"), "{verdict}");
}

#[test]
fn the_counts_of_the_published_definition() {
    let found = answer(&[&THAW[..], &["--as-of", "2025-02-27", "--signs", "a"]].concat());
    let all = &found["counted"]["all_years"];
    assert_eq!([&all["triads"], &all["controls"], &all["episodes"], &all["matched"]], [873, 10_619, 341, 772]);
    let lost = &all["outcomes"][0];
    assert_eq!((&lost["moved"], &lost["unmoved"], &lost["difference"]), (&json!(0.2163), &json!(0.1893), &json!(0.027)));
    assert_eq!((&lost["ci95"], &lost["distinguishable"]), (&json!([-0.0627, 0.1094]), &json!(false)));
    assert_eq!(found["counted"]["set_aside_same_dispute"]["moved"], 1362);
}

#[test]
fn nothing_that_came_later_is_used() {
    let found = answer(&["--shift", "USA-CHN:improves", "--on", "USA-RUS", "--as-of", "1971-07-01"]);
    assert_eq!(found["sought"]["crosses_seam"], false);
    let later = |c: &&Value| c["year"].as_u64().is_some_and(|y| y + 10 > 1970);
    assert_eq!(found["counted"]["cases"].as_array().unwrap().iter().filter(later).count(), 0);
    for case in found["named"]["cases"].as_array().unwrap() {
        let year: u32 = case["date"].as_str().unwrap()[..4].parse().unwrap();
        assert!(year <= 1971 && (year + 10 <= 1971 || case["target"]["y10"] == "pending"), "{case}");
    }
}

#[test]
fn sentences_in_both_languages() {
    let run = |lang| Desk::new().run(&[&["analogues"], &THAW[..], &["--as-of", "2025-02-27", "--lang", lang]].concat()).out;
    let (en, ar) = (run("en"), run("ar"));
    assert!(en.contains("Base rate of the era") && en.contains("no measurable spill-over law"), "{en}");
    assert_eq!(en.lines().count(), ar.lines().count());
    assert!(!ar.contains("base rate"));
}

#[test]
fn what_is_no_question() {
    let desk = Desk::new();
    for (arguments, code) in [
        (&["analogues", "--shift", "USA-RUS:improves"][..], 2),
        (&["analogues", "--shift", "USA-RUS", "--on", "RUS-IRN"], 4),
        (&["analogues", "--shift", "USA-RUS:improves", "--on", "RUS-ZZZ"], 4),
        (&["analogues", "--shift", "USA-RUS:improves", "--on", "RUS-IRN", "--horizon", "11"], 2),
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {}{}", ran.out, ran.err);
    }
}
