//! An issue attached to a question.

use serde_json::Value;

use crate::run::{Desk, Ran};

const ASK: [&str; 9] = ["ask", "--shift", "USA-RUS:improves", "--on", "RUS-IRN", "--as-of", "2025-02-27", "--format", "json"];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.fetch("examples/issues/iran-nuclear-2025-02.json", "before.json");
    desk.fetch("examples/issues/iran-nuclear-2025-02-settled.json", "after.json");
    desk.fetch("examples/rapprochement.en.txt", "article.txt");
    desk
}

fn ask(desk: &Desk, more: &[&str]) -> Ran {
    desk.run(&ASK.iter().chain(more).copied().collect::<Vec<_>>())
}

fn brief(ran: &Ran) -> Value {
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn bargaining(brief: &Value) -> &Value {
    brief["findings"].as_array().unwrap().iter().find(|f| f["lens"] == "bargaining").unwrap()
}

#[test]
fn a_file_is_examined_before_and_after() {
    let desk = desk();
    let brief = brief(&ask(&desk, &["--issue", "before.json", "--issue-after", "after.json"]));
    let found = bargaining(&brief);
    assert_eq!(found["grounds"], true);
    let id = found["claims"][0]["evidence"][0].as_str().unwrap();
    let source = brief["evidence"].as_array().unwrap().iter().find(|e| e["id"] == id).unwrap();
    assert_eq!((source["kind"].as_str(), source["source"]["title"].as_str()), (Some("issue"), Some("before.json")));
    assert!(found["claims"][0]["interval"].is_array() && found["claims"][0]["text"]["ar"] != found["claims"][0]["text"]["en"]);
    assert_eq!(ask(&desk, &["--issue", "before.json"]).out, ask(&desk, &["--issue", "before.json"]).out);
    let without = self::brief(&ask(&desk, &[]));
    assert!(without["findings"].as_array().unwrap().iter().all(|f| f["lens"] != "bargaining"));
    assert_ne!(brief["id"], without["id"]);
}

#[test]
fn what_the_shift_changes_may_be_said() {
    let desk = desk();
    let mean = |more: &[&str]| {
        let all: Vec<&str> = ["--issue", "before.json"].iter().chain(more).copied().collect();
        bargaining(&brief(&ask(&desk, &all)))["claims"][0]["value"].as_f64().unwrap()
    };
    assert!(mean(&["--issue-set", "Iran.position=20"]) < mean(&["--issue-set", "Iran.position=70"]));
    assert_ne!(mean(&["--issue-step", "0"]), mean(&["--issue-step", "1"]));
}

#[test]
fn what_is_no_issue_is_refused() {
    let desk = desk();
    desk.put(
        "bad.json",
        r#"{"scale": {"min": 0, "max": 1}, "actors": [{"name": "A", "position": 5, "capability": 1, "salience": 1}]}"#,
    );
    let code = |more: &[&str]| ask(&desk, more).code;
    let bad = ask(&desk, &["--issue", "bad.json"]);
    assert_eq!(bad.code, 4);
    assert!(bad.err.contains("bad.json: actors[0].position: 5 is outside"), "{}", bad.err);
    assert_eq!(code(&["--issue", "none.json"]), 3);
    assert_eq!(code(&["--issue-after", "after.json"]), 2);
    assert_eq!(code(&["--issue", "before.json", "--issue-set", "Moon.position=1"]), 4);
    assert_eq!(code(&["--issue", "before.json", "--issue-step", "2"]), 2);
    assert_eq!(code(&["--issue", "records", "--issue-out", "draft.json"]), 3);
}

#[test]
fn an_article_gives_a_draft_that_reads_back() {
    let desk = desk();
    desk.put("talks.txt", TALKS);
    let ran = ask(&desk, &["--source", "talks.txt", "--issue", "records", "--issue-out", "draft.json"]);
    let from_records = bargaining(&brief(&ran)).clone();
    assert_eq!(from_records["grounds"], true);
    assert!(from_records["claims"][0]["evidence"].as_array().unwrap().len() > 1);
    assert_eq!(desk.run(&["bargain", "draft.json"]).code, 0);
    let again = brief(&ask(&desk, &["--source", "talks.txt", "--issue", "draft.json"]));
    assert_eq!(bargaining(&again)["claims"][0]["value"], from_records["claims"][0]["value"]);
}

const TALKS: &str = "Moscow and Tehran\n\n20 February 2025\n\nRussia praised Iran on Monday. Iran criticized Russia on Tuesday. \
Russia signed an agreement with Iran on Wednesday.\n";
