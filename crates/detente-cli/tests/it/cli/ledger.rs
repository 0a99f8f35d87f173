//! `detente ledger` from an empty file to an export, as a user goes.

use crate::run::{Desk, Ran};

/// Times, days and digests differ from run to run; words and order do not.
fn filters() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "[time]");
    settings.add_filter(r#""day":"\d{4}-\d\d-\d\d""#, r#""day":"[day]""#);
    settings.add_filter(r"\b[0-9a-f]{64}\b", "[sha256]");
    settings
}

fn said(desk: &Desk, lines: &[&[&str]]) -> String {
    let shown = |arguments: &&[&str]| format!("$ detente {}\n{}\n", arguments.join(" "), desk.run(arguments).shown());
    lines.iter().map(shown).collect()
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("one.txt", "A meeting\n\nMarch 3, 2025\n\nRussia and Iran met in Moscow on 2 March 2025.\n");
    desk.put("two.txt", "A threat\n\nMarch 5, 2025\n\nIsrael threatened Iran on 4 March 2025.\n");
    desk
}

#[test]
fn a_round_trip() {
    let desk = desk();
    let lines: [&[&str]; 10] = [
        &["ledger", "init", "my.ledger"],
        &["ledger", "add", "my.ledger", "one.txt", "two.txt", "--reason", "press of the week"],
        &["ledger", "add", "my.ledger", "one.txt"],
        &["ledger", "log", "my.ledger"],
        &["ledger", "records", "my.ledger"],
        &["ledger", "search", "my.ledger", "threatened"],
        &["ledger", "undo", "my.ledger", "2", "--reason", "wrong page", "--actor", "Omar"],
        &["ledger", "records", "my.ledger"],
        &["ledger", "log", "my.ledger", "--json"],
        &["ledger", "verify", "my.ledger"],
    ];
    filters().bind(|| insta::assert_snapshot!(said(&desk, &lines)));
}

/// What one command prints, another reads.
#[test]
fn a_record_shown_can_be_corrected_and_asked_for_as_it_was() {
    let desk = desk();
    let run = |arguments: &[&str]| -> Ran {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        ran
    };
    run(&["ledger", "init", "l"]);
    run(&["ledger", "add", "l", "two.txt"]);
    let id = run(&["ledger", "records", "l"]).out.split_whitespace().next().unwrap().to_owned();
    let shown = run(&["ledger", "show", "l", &id, "--json"]).out;
    desk.put("record.json", shown.replace("\"target\":\"IRN\"", "\"target\":\"IRQ\""));
    run(&["ledger", "correct", "l", &id, "record.json", "--reason", "the target is Iraq"]);
    assert!(run(&["ledger", "records", "l"]).out.contains("ISR-IRQ"));
    run(&["ledger", "undo", "l", "2"]);
    assert!(run(&["ledger", "records", "l"]).out.contains("ISR-IRN"));
    assert!(run(&["ledger", "records", "l", "--as-of", "2020"]).out.trim().is_empty());
}

#[test]
fn a_file_left_by_another_program_is_found_out() {
    let desk = desk();
    for arguments in [&["ledger", "init", "l"][..], &["ledger", "add", "l", "one.txt"]] {
        assert_eq!(desk.run(arguments).code, 0);
    }
    let mut bytes = std::fs::read(desk.path("l")).unwrap();
    let words = b"Russia and Iran met in Moscow";
    let places: Vec<usize> = (0..bytes.len() - words.len()).filter(|at| bytes[*at..].starts_with(words)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at] = b'P';
    }
    desk.put("l", bytes);
    let ran = desk.run(&["ledger", "verify", "l"]);
    assert_eq!(ran.code, 4, "{}", ran.shown());
}
