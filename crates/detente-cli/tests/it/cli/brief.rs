//! `detente brief`, `ask` and `why`: from an article to a claim and back to its sentence.

use serde_json::Value;

use crate::run::{Desk, Ran};

const ARTICLE: &str = "examples/rapprochement.en.txt";

fn desk() -> Desk {
    let desk = Desk::new();
    let state = desk.path("state");
    let desk = desk.with("XDG_STATE_HOME", &state.to_string_lossy());
    desk.fetch(ARTICLE, "article.txt");
    desk
}

fn json(ran: &Ran) -> Value {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_brief_is_the_same_twice_and_by_every_route() {
    let desk = desk();
    let first = desk.run(&["brief", "article.txt", "--format", "json"]);
    assert_eq!(desk.run(&["brief", "article.txt", "--format", "json"]).out, first.out);
    let mut through = json(&desk.run(&["brief", "article.txt", "--format", "json", "--ledger", "my.ledger"]));
    let again = desk.run(&["brief", "article.txt", "--format", "json", "--ledger", "my.ledger"]);
    assert_eq!(json(&again), through, "the ledger holds the article once");
    through["made_with"] = json(&first)["made_with"].clone();
    assert_eq!(through, json(&first), "the ledger changes nothing of what the article says");
}

#[test]
fn a_brief_speaks_the_language_of_its_article_unless_told_otherwise() {
    let desk = desk();
    desk.fetch("examples/rapprochement.ar.txt", "ar.txt");
    let arabic = |text: &str| text.chars().filter(|c| ('\u{0621}'..='\u{064A}').contains(c)).count();
    let (ar, en) = (desk.run(&["brief", "ar.txt"]).out, desk.run(&["brief", "ar.txt", "--lang", "en"]).out);
    assert!(arabic(&ar) > 2 * arabic(&en), "{} and {}", arabic(&ar), arabic(&en));
    assert!(en.contains("If the United States–Russia relation improves"));
}

#[test]
fn why_walks_from_the_printed_brief_to_the_words_and_from_a_saved_one_too() {
    let desk = desk();
    let brief = json(&desk.run(&["brief", "article.txt", "--format", "json"]));
    let claim = brief["findings"][0]["claims"][1]["id"].as_str().unwrap();
    let kept = desk.run(&["why", claim]);
    assert_eq!(kept.code, 0, "{}", kept.err);
    assert!(kept.out.contains("code points") && kept.out.contains("https://example.org/?p=1002"), "{}", kept.out);
    assert_eq!(desk.run(&["brief", "article.txt", "--out", "saved.json"]).out, "");
    let elsewhere = Desk::new();
    elsewhere.put("saved.json", std::fs::read(desk.path("saved.json")).unwrap());
    assert_eq!(elsewhere.run(&["why", claim]).code, 3);
    assert_eq!(elsewhere.run(&["why", claim, "--brief", "saved.json"]).out, kept.out);
    let chain = json(&elsewhere.run(&["why", claim, "--brief", "saved.json", "--json"]));
    assert_eq!(chain["claim"]["id"], claim);
    assert!(!chain["chain"].as_array().unwrap().is_empty());
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let desk = desk();
    let ran = desk.run(&["brief", "article.txt", "--out", "missing/brief.html"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(!desk.path("missing").exists());
    assert_eq!(desk.run(&["brief", "article.txt", "--out", "brief.html"]).code, 0);
    let html = std::fs::read_to_string(desk.path("brief.html")).unwrap();
    assert!(html.trim_end().ends_with("</html>"));
    assert!(!desk.path("brief.html.part").exists());
}

#[test]
fn an_article_without_a_question_is_read() {
    let desk = desk();
    desk.put("plain.txt", "Russia and Iran signed a treaty on 17 January 2025. The United States imposed sanctions on Iran.\n");
    let ran = desk.run(&["brief", "plain.txt", "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let brief: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(brief["question"].is_null() && !brief["questions"].as_array().unwrap().is_empty());
    assert!(ran.err.starts_with("note: "), "{}", ran.err);
}

/// Questions that cannot be answered: what is wrong, and how to mend it.
#[test]
fn questions_that_are_refused() {
    let desk = desk();
    desk.put("letter.txt", "Dear Sir, this is no ledger.");
    let on = ["--on", "RUS-IRN"];
    let runs: [(&[&str], i32); 11] = [
        (&["ask"], 2),
        (&["ask", ""], 4),
        (&["ask", "What about Narnia and Mordor?"], 4),
        (&["ask", "Does the rapprochement between Trump and Putin matter?", "--as-of", "2025"], 4),
        (&["ask", "--shift", "USA-RUS:improves", "--on", "USA-RUS"], 4),
        (&["ask", "--shift", "USA-RUS:better", on[0], on[1]], 4),
        (&["ask", "--shift", "USA-QQQ:improves", on[0], on[1]], 4),
        (&["ask", "--shift", "USA-SUN:improves", on[0], on[1], "--as-of", "2024"], 4),
        (&["ask", "--shift", "USA-RUS:improves", on[0], on[1], "--horizon", "0"], 4),
        (&["ask", "--shift", "USA-RUS:improves", on[0], on[1], "--lens", "tarot"], 2),
        (&["ask", "--shift", "USA-RUS:improves", on[0], on[1], "--ledger", "letter.txt"], 4),
    ];
    let said: Vec<String> = runs
        .iter()
        .map(|(arguments, code)| {
            let ran = desk.run(arguments);
            assert_eq!((ran.code, ran.out.as_str()), (*code, ""), "{arguments:?}: {}", ran.err);
            format!("$ detente {}\n{}", arguments.join(" "), ran.err)
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_day_after_today_is_refused() {
    let desk = desk();
    let ran = desk.run(&["ask", "--shift", "USA-RUS:improves", "--on", "RUS-IRN", "--as-of", "9000-01-01"]);
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("nothing is known of a day after today") && ran.err.contains("mend:"), "{}", ran.err);
    desk.put("later.txt", "Does the rapprochement between Trump and Putin affect relations between Russia and Iran?\n\nMarch 3, 2099\n\nRussia and Iran met.\n");
    let ran = desk.run(&["brief", "later.txt"]);
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("the article is dated 2099-03-03"), "{}", ran.err);
}
