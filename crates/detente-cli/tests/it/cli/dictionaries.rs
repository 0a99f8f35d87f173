//! `detente code` with dictionaries, on parsed sentences of our own.

use serde_json::{Value, json};

use crate::run::Desk;

const PARSE: &str = "1\tArdania\tArdania\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\thelped\thelp\tVERB\t_\t_\t0\troot\t_\t_\n\
                     3\tBelmora\tBelmora\tPROPN\t_\t_\t2\tobj\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("ours.actors.txt", "ARDANIA_ [ARD]\nBELMORA_ [BEL]\nCARDUM [\n");
    desk.put("ours.verbs.txt", "--- HELP [070] ---\nHELP\n");
    desk.put("parsed.conllu", PARSE);
    let record = |id: &str| json!({"id": id, "lang": "en", "text": "Ardania helped Belmora.", "conllu": PARSE}).to_string();
    desk.put("lines.jsonl", format!("{}\n{}\n", record("a"), json!({"id": "b", "conllu": "1\tone\n"})));
    desk
}

fn triples(line: &str) -> Vec<String> {
    let answer: Value = serde_json::from_str(line).unwrap();
    let short = |e: &Value| format!("{} {} {}", e["source"], e["target"], e["cameo"]).replace('"', "");
    answer["events"].as_array().unwrap().iter().map(short).collect()
}

#[test]
fn records_are_coded_by_the_dictionaries_given() {
    let desk = desk();
    let plain = desk.run(&["code", "lines.jsonl", "--from", "jsonl"]);
    assert_eq!(triples(plain.out.lines().next().unwrap()), [] as [&str; 0], "the built-in names know no Ardania");
    for option in ["--dictionaries", "--only-dictionaries"] {
        let ran = desk.run(&["code", "lines.jsonl", "--from", "jsonl", option, "ours.actors.txt", option, "ours.verbs.txt"]);
        let lines: Vec<&str> = ran.out.lines().collect();
        assert_eq!(triples(lines[0]), ["ARD BEL 070"], "{option}");
        let answer: Value = serde_json::from_str(lines[0]).unwrap();
        assert_eq!(answer["events"][0]["rule"], "ours.verbs.txt:2 HELP");
        assert!(lines[1].contains("line 1 of the CoNLL-U"), "{}", lines[1]);
        assert!(ran.err.contains("ours.actors.txt:3: left out"), "{}", ran.err);
    }
}

#[test]
fn reasons_are_shown_and_wrong_paths_are_named() {
    let desk = desk();
    let ran = desk.run(&["code", "parsed.conllu", "--from", "conllu", "--only-dictionaries", ".", "--explain"]);
    insta::assert_snapshot!("code-dictionaries-explain", ran.shown());
    let wrong = desk.run(&["code", "parsed.conllu", "--from", "conllu", "--dictionaries", "none"]);
    assert_eq!(wrong.code, 3, "{}", wrong.err);
}
