//! What is printed as JSON fits the schemas of `schemas/`.

mod check;

use serde_json::{Value, json};

use crate::house::{files, root, text};
use crate::run::Desk;
use check::faults;

fn schema(name: &str) -> Value {
    serde_json::from_str(&text(&format!("schemas/{name}.json")).unwrap()).unwrap()
}

/// Runs a line on the desk and holds its answer against a schema.
pub(crate) fn fits(desk: &Desk, arguments: &[&str], name: &str) -> Value {
    let ran = desk.run(arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    let faults = faults(&schema(name), &answer);
    assert!(faults.is_empty(), "{arguments:?} against {name}:\n{}", faults.join("\n"));
    answer
}

/// Holds a coding that another test has made against its schema.
pub(crate) fn fits_coding(answer: &Value) {
    let faults = faults(&schema("detente.coding.1"), answer);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Articles of ours in both languages, and the same text as a page.
fn articles(desk: &Desk) -> Vec<String> {
    let texts = [files("examples"), files("gold/articles")].concat().into_iter().filter(|p| p.ends_with(".txt"));
    let mut names = Vec::new();
    for path in texts {
        let name = path.replace('/', "-");
        desk.fetch(&path, &name);
        names.push(name);
    }
    let page = std::fs::read_to_string(root().join("examples/rapprochement.en.txt")).unwrap().replace("\n\n", "</p>\n<p>");
    desk.put("page.html", format!("<!doctype html><html lang=en><title>A page</title><body><p>{page}</p></body></html>"));
    names.push("page.html".to_owned());
    names
}

#[test]
fn codings_fit() {
    let desk = Desk::new();
    let names = articles(&desk);
    assert!(names.len() >= 9, "{names:?}");
    for name in &names {
        fits(&desk, &["code", name, "--json"], "detente.coding.1");
    }
}

#[test]
fn lints_fit() {
    let desk = Desk::new();
    desk.put("ours.actors.txt", "ARDANIA_ [ARD]\nBELMORA [\n");
    desk.put("ours.verbs.txt", "--- HELP [070] ---\nHELP\n");
    desk.put("numbers.ontology.txt", "070:0x0040\n");
    let ran = desk.run(&["dictionary", "lint", "ours.actors.txt", "ours.verbs.txt", "numbers.ontology.txt", "--json"]);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, faults(&schema("detente.lint.1"), &answer)), (4, Vec::new()));
    let found: Vec<&Value> = answer["files"].as_array().unwrap().iter().map(|f| &f["problems"]).collect();
    assert_eq!(found.iter().map(|p| p.as_array().unwrap().len()).collect::<Vec<_>>(), [1, 0, 0]);
}

#[test]
fn briefs_fit() {
    let desk = Desk::new();
    for name in articles(&desk).iter().filter(|n| n.starts_with("examples-")) {
        let brief = fits(&desk, &["brief", name, "--format", "json"], "detente.brief.1");
        let found = brief["findings"].as_array().is_some_and(|f| !f.is_empty());
        assert_eq!(found, brief["question"].is_object(), "{name}");
    }
    let question = ["ask", "--shift", "USA-RUS:improves", "--on", "RUS-IRN", "--as-of", "2025-02-27", "--format", "json"];
    fits(&desk, &question, "detente.brief.1");
}

#[test]
fn analogues_fit() {
    let desk = Desk::new();
    let questions = [
        ("USA-RUS:improves", "RUS-IRN", "2025-02-27"),
        ("IND-PAK:worsens", "PAK-CHN", "2025-06-01"),
        ("FRA-DEU:improves", "USA-IRN", "1962-06-01"),
        ("GBR-FRA:improves", "FRA-RUS", "1903-06-01"),
    ];
    for (shift, on, day) in questions {
        fits(&desk, &["analogues", "--shift", shift, "--on", on, "--as-of", day, "--json"], "detente.analogues.1");
    }
}

#[test]
fn balances_fit() {
    let desk = Desk::new();
    desk.fetch("examples/networks/europe-1914.csv", "ties.csv");
    fits(&desk, &["balance", "--edges", "ties.csv", "--json"], "detente.balance.1");
    fits(&desk, &["balance", "--year", "1914", "--json"], "detente.balance.1");
    fits(&desk, &["balance", "--edges", "ties.csv", "--turns", "--blocs", "3", "--weighted", "--json"], "detente.balance.1");
}

#[test]
fn bargains_fit() {
    let desk = Desk::new();
    for path in files("examples/issues").into_iter().filter(|p| p.ends_with(".json")) {
        desk.fetch(&path, "issue.json");
        let plain = fits(&desk, &["bargain", "issue.json", "--json"], "detente.bargain.1");
        fits(&desk, &["bargain", "issue.json", "--simulate", "50", "--json"], "detente.bargain.1");
        if let Some(actor) = plain["levers"][0]["actor"].as_str() {
            fits(&desk, &["bargain", "issue.json", "--set", &format!("{actor}.salience=0.5"), "--json"], "detente.bargain.1");
        }
    }
}

#[test]
fn obligations_and_treaties_fit() {
    let desk = Desk::new();
    let wars =
        [("DEU", "BEL", "1914-08-04"), ("IRQ", "KWT", "1990-08-02"), ("UKR", "RUS", "2024-08-06"), ("ISR", "IRN", "2025-06-13")];
    for (attacker, target, day) in wars {
        let line = ["obligations", "--attacker", attacker, "--target", target, "--on", day, "--sample", "50", "--json"];
        fits(&desk, &line, "detente.obligations.1");
    }
    let listed = fits(&desk, &["treaties", "list", "--party", "RUS", "--on", "2025-02-27", "--json"], "detente.treaties.1");
    assert!(listed["treaties"].as_array().is_some_and(|t| t.len() > 10));
    fits(&desk, &["treaties", "show", "rus_irn_2025", "--json"], "detente.treaty.1");
    for path in files("docs/guide").iter().filter(|p| p.ends_with(".toml")) {
        desk.fetch(path, "scheme.toml");
        fits(&desk, &["security", "scheme.toml", "--json"], "detente.security.1");
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn citations_and_panels_fit() {
    let desk = Desk::new();
    let all = fits(&desk, &["cite", "--json"], "detente.cite.1");
    assert!(all["sources"].as_array().is_some_and(|s| s.len() > 15));
    let public = root().join("../shared/history");
    if !public.is_dir() {
        eprintln!("skipped: {} is not there", public.display());
        return;
    }
    let folder = public.to_string_lossy();
    let line = ["panel", "state-years", "--history", &folder, "--to", "2014", "--add", "nmc", "cow_majors", "--summary"];
    let panel = fits(&desk, &line, "detente.panel.1");
    assert_eq!(panel["columns"][1]["type"], "utf8");
}

#[test]
fn forecasts_fit() {
    let desk = Desk::new();
    let register = [
        "forecast",
        "register",
        "a.db",
        "--question",
        "Q?",
        "--criteria",
        "C",
        "--closes",
        "2099",
        "--probability",
        "0.3",
        "--json",
    ];
    fits(&desk, &register, "detente.forecasts.1");
    assert_eq!(desk.run(&["forecast", "resolve", "a.db", "1", "yes", "--source", "x"]).code, 0);
    fits(&desk, &["forecast", "list", "a.db", "--json"], "detente.forecasts.1");
    fits(&desk, &["forecast", "score", "a.db", "--json"], "detente.forecast-score.1");
    let late = fits(&desk, &["forecast", "score", "a.db", "--as-of", "2100-01-01", "--json"], "detente.forecast-score.1");
    assert_eq!(late["n"], 1);
}

/// Every schema is one of ours, names itself, and uses only keywords that the check knows.
#[test]
fn schemas_are_whole() {
    let names: Vec<String> = files("schemas").into_iter().filter(|p| p.ends_with(".json")).collect();
    assert!(names.len() >= 2);
    for path in names {
        let schema: Value = serde_json::from_str(&text(&path).unwrap()).unwrap();
        let name = path.trim_start_matches("schemas/").trim_end_matches(".1.json");
        assert_eq!(schema["properties"]["schema"], json!({"const": format!("{name}/1")}), "{path}");
        assert!(schema["$id"].as_str().unwrap().ends_with(&path), "{path}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{path}");
        assert_eq!(check::unknown(&schema), Vec::<String>::new(), "{path}");
    }
}

/// A schema that lets everything pass is worth nothing: each of these must be found.
#[test]
fn broken_answers_are_found() {
    let desk = Desk::new();
    desk.fetch("examples/saudi-iran-beijing.en.txt", "article.txt");
    let good = fits(&desk, &["code", "article.txt", "--json"], "detente.coding.1");
    let breakages: [(&str, Value); 7] = [
        ("/schema", json!("detente.coding/2")),
        ("/events/0/source", json!("Iran")),
        ("/events/0/date", json!("10 March 2023")),
        ("/events/0/quote/start", json!(-1)),
        ("/events/0/certainty", json!("sure")),
        ("/events/0/goldstein", json!(11)),
        ("/document", json!([])),
    ];
    for (place, value) in breakages {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not there")) = value;
        let found = faults(&schema("detente.coding.1"), &bad);
        assert!(found.iter().any(|f| f.starts_with(place)), "{place} passes: {found:?}");
    }
    let mut bad = good;
    bad.as_object_mut().unwrap().remove("gaps");
    assert_eq!(faults(&schema("detente.coding.1"), &bad), ["/: lacks `gaps`"]);
}
