//! Forecasts on the command line, from registration to score.

use serde_json::Value;

use crate::run::Desk;

fn register(desk: &Desk, closes: &str, chance: &str) -> i32 {
    let line =
        ["forecast", "register", "a.db", "--question", "Q?", "--criteria", "C", "--closes", closes, "--probability", chance];
    desk.run(&line).code
}

fn json(desk: &Desk, line: &[&str]) -> Value {
    let ran = desk.run(line);
    assert_eq!(ran.code, 0, "{line:?}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn from_registration_to_score() {
    let desk = Desk::new();
    assert_eq!([register(&desk, "2099-12-31", "0.3"), register(&desk, "2098", "0.9")], [0, 0]);
    let no = desk.run(&["forecast", "resolve", "a.db", "1", "no", "--source", "x"]);
    assert_eq!(no.code, 4, "until its day it may still happen: {}", no.err);
    assert_eq!(desk.run(&["forecast", "resolve", "a.db", "1", "yes", "--source", "https://example.org/r"]).code, 0);
    assert_eq!(desk.run(&["forecast", "resolve", "a.db", "2", "void", "--source", "called off"]).code, 0);
    let listed = json(&desk, &["forecast", "list", "a.db", "--json"]);
    assert_eq!(listed["schema"], "detente.forecasts/1");
    let states: Vec<&str> = listed["items"].as_array().unwrap().iter().map(|i| i["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["yes", "void"]);
    assert_eq!(listed["items"][1]["closes"], "2098-12-31");
    assert!(listed["items"].as_array().unwrap().iter().all(|i| i["hash_holds"] == true));
    let early = json(&desk, &["forecast", "score", "a.db", "--json"]);
    assert_eq!((early["n"].as_u64(), early["brier"].is_null(), early["void"].as_u64()), (Some(0), true, Some(1)));
    let late = json(&desk, &["forecast", "score", "a.db", "--as-of", "2100-01-01", "--json"]);
    assert_eq!(late["n"], 1);
    assert!((late["brier"].as_f64().unwrap() - 0.49).abs() < 1e-12);
    assert_eq!(late["calibration"][0]["n"], 1);
}

#[test]
fn what_will_not_do_is_refused() {
    let desk = Desk::new();
    assert_eq!(register(&desk, "2099-12-31", "1.3"), 4);
    assert_eq!(register(&desk, "2001-12-31", "0.3"), 4, "a closing day that has passed");
    assert_eq!(desk.run(&["forecast", "list", "none.db"]).code, 3);
    assert_eq!(register(&desk, "2099-12-31", "0.3"), 0);
    assert_eq!(desk.run(&["forecast", "resolve", "a.db", "9", "yes", "--source", "x"]).code, 3);
    assert_eq!(desk.run(&["forecast", "resolve", "a.db", "1", "yes", "--source", " "]).code, 4);
}
