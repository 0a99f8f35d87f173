//! `detente bargain`: models, seeds, several files, pictures, and files that are no issues.

use serde_json::Value;

use crate::house::files;
use crate::run::Desk;

const ISSUE: &str = r#"{"title": "A line", "scale": {"min": 0, "max": 10, "unit": "km"}, "actors": [
  {"name": "East", "position": 8, "capability": 3, "salience": 0.5},
  {"name": "West", "position": 2, "capability": 1, "salience": 1},
  {"name": "River", "position": 4, "capability": 1, "salience": 0.25}]}"#;

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("line.json", ISSUE);
    desk
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let ran = desk.run(arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn the_mean_is_the_headline() {
    let answer = json(&desk(), &["bargain", "line.json", "--json"]);
    let mean = &answer["models"][0];
    assert_eq!((mean["model"].as_str(), mean["kind"].as_str()), (Some("mean"), Some("headline")));
    assert!((mean["forecast"].as_f64().unwrap() - 15.0 / 2.75).abs() < 1e-12);
    let ends = |level: &str| mean["interval"][level].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect::<Vec<_>>();
    assert!(ends("80")[0] <= ends("50")[0] && ends("50")[1] <= ends("80")[1]);
}

#[test]
fn only_the_model_asked_for() {
    let answer = json(&desk(), &["bargain", "line.json", "--model", "smp", "--json"]);
    assert_eq!(answer["models"].as_array().unwrap().len(), 1);
    assert_eq!(answer["models"][0]["rounds"][0]["positions"]["East"], 8.0);
    let refused = desk().run(&["bargain", "line.json", "--model", "oracle"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("oracle") && refused.err.contains("eum"), "{}", refused.err);
    let alone = desk().run(&["bargain", "line.json", "--model", "exchange"]);
    assert_eq!(alone.code, 2, "{}", alone.err);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let desk = desk();
    let run = |seed: &str| desk.run(&["bargain", "line.json", "--simulate", "300", "--seed", seed, "--json"]).out;
    assert_eq!(run("7"), run("7"));
    assert_ne!(run("7"), run("8"));
}

#[test]
fn several_files_give_a_line_each() {
    let desk = desk();
    desk.put("other.json", ISSUE.replace("A line", "Another line"));
    let ran = desk.run(&["bargain", "line.json", "other.json", "--json"]);
    let titles: Vec<Value> = ran.out.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["title"].clone()).collect();
    assert_eq!(titles, ["A line", "Another line"]);
}

#[test]
fn a_what_if_moves_the_mean_its_way() {
    let answer = json(&desk(), &["bargain", "line.json", "--set", "East.salience=0.9", "--json"]);
    let what_if = &answer["what_if"];
    assert!(what_if["after"].as_f64() > what_if["before"].as_f64());
    assert_eq!(what_if["share_toward_max"], 1.0);
    for (set, code) in [("East.salience", 2), ("East.salience=1.5", 4), ("North.salience=1", 4)] {
        assert_eq!(desk().run(&["bargain", "line.json", "--set", set]).code, code, "{set}");
    }
}

#[test]
fn a_picture_is_drawn() {
    let desk = desk();
    desk.put("odd.json", ISSUE.replace("River", "<b>\\u202e&\\\"x"));
    assert_eq!(desk.run(&["bargain", "line.json", "odd.json", "--svg", "picture.svg"]).code, 0);
    let svg = std::fs::read_to_string(desk.path("picture.svg")).unwrap();
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n") && svg.contains("East"));
    assert!(!svg.contains("<b>") && !svg.contains('\u{202e}') && svg.contains("&lt;b&gt;"));
}

#[test]
fn the_listing_draws_the_axis() {
    let ran = desk().run(&["bargain", "line.json"]);
    let east = ran.out.lines().find(|l| l.contains("East")).unwrap();
    let west = ran.out.lines().find(|l| l.contains("West")).unwrap();
    assert!(east.find('@') > west.find('@'), "{}", ran.out);
    assert!(ran.out.contains("5.45 km"), "{}", ran.out);
}

#[test]
fn files_that_are_no_issues() {
    let desk = desk();
    desk.put("empty.json", "");
    desk.put("nan.json", ISSUE.replace("8", "NaN"));
    desk.put("far.json", ISSUE.replace("8", "80"));
    desk.put("bytes.json", b"\xff\xfe\x00");
    for (file, code, word) in [
        ("missing.json", 3, "missing.json"),
        ("empty.json", 4, "JSON"),
        ("nan.json", 4, "NaN"),
        ("far.json", 4, "actors[0].position: 80"),
        ("bytes.json", 4, "UTF-8"),
    ] {
        let ran = desk.run(&["bargain", file, "--json"]);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{file}");
        assert!(ran.err.contains(word), "{file}: {}", ran.err);
    }
}

/// The worked issues that ship are answered, and those with linked issues trade.
#[test]
fn worked_issues_are_answered() {
    let desk = Desk::new();
    let issues: Vec<String> = files("examples/issues").into_iter().filter(|p| p.ends_with(".json")).collect();
    assert!(issues.len() >= 4, "{issues:?}");
    for path in issues {
        desk.fetch(&path, "issue.json");
        let answer = json(&desk, &["bargain", "issue.json", "--simulate", "200", "--json"]);
        if path.contains("iran") {
            assert!(!answer["exchange"][0]["exchanges"].as_array().unwrap().is_empty(), "{path}");
        } else {
            assert!(answer["models"][0]["forecast"].is_number(), "{path}");
        }
    }
}
