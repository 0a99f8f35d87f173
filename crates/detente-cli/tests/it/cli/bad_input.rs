//! Bad input: what happened, where, how to mend it, and the exit code. Never a panic.

use crate::run::{Desk, Ran};

/// Runs that must fail: the whole of what they say is compared.
fn refused(desk: &Desk, arguments: &[&str], code: i32) -> String {
    let ran = desk.run(arguments);
    assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{arguments:?}: {}", ran.err);
    assert!(ran.err.starts_with("error: "), "{arguments:?}: {}", ran.err);
    format!("$ detente {}\n{}", arguments.join(" "), ran.err)
}

fn all(desk: &Desk, runs: &[(&[&str], i32)]) -> String {
    let said: Vec<String> = runs.iter().map(|(arguments, code)| refused(desk, arguments, *code)).collect();
    said.join("\n")
}

#[test]
fn articles_that_are_none() {
    let desk = Desk::new();
    desk.put("empty.txt", "");
    desk.put("blank.txt", " \n\t\n\u{a0}\n");
    desk.put("binary.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0");
    desk.put("furniture.txt", "Follow us on X\n\nSubscribe to our free newsletter\n\nLoading...\n");
    desk.put("big.txt", "a".repeat(20_000_001));
    let runs: [(&[&str], i32); 7] = [
        (&["code", "missing.txt"], 3),
        (&["code", "empty.txt"], 4),
        (&["code", "blank.txt"], 4),
        (&["code", "binary.txt"], 4),
        (&["code", "furniture.txt"], 4),
        (&["code", "big.txt"], 4),
        (&["code", "-"], 4),
    ];
    insta::assert_snapshot!(all(&desk, &runs));
}

#[test]
fn words_that_are_no_command() {
    let desk = Desk::new();
    desk.put("a.txt", "Russia and Iran met.");
    let runs: [(&[&str], i32); 6] = [
        (&["nonsense"], 2),
        (&["code", "a.txt", "--lang", "fr"], 2),
        (&["code", "a.txt", "--date", "2025-13-40"], 2),
        (&["code", "a.txt", "b.txt"], 2),
        (&["ledger", "add"], 2),
        (&["completions", "cmd"], 2),
    ];
    insta::assert_snapshot!(all(&desk, &runs));
}

#[test]
fn ledgers_that_are_none() {
    let desk = Desk::new();
    desk.put("letter.txt", "Dear Sir, this is no ledger.");
    desk.put("empty.txt", "");
    desk.put("record.json", "{}");
    assert_eq!(desk.run(&["ledger", "init", "good"]).code, 0);
    later(&desk);
    let before = std::fs::read(desk.path("letter.txt")).unwrap();
    let runs: [(&[&str], i32); 9] = [
        (&["ledger", "log", "missing"], 3),
        (&["ledger", "log", "letter.txt"], 4),
        (&["ledger", "add", "letter.txt", "letter.txt"], 4),
        (&["ledger", "verify", "later"], 4),
        (&["ledger", "init", "good"], 1),
        (&["ledger", "add", "good", "empty.txt"], 4),
        (&["ledger", "undo", "good", "7"], 3),
        (&["ledger", "show", "good", "src:0:e1"], 3),
        (&["ledger", "correct", "good", "src:0:e1", "record.json"], 4),
    ];
    insta::assert_snapshot!(all(&desk, &runs));
    assert_eq!(std::fs::read(desk.path("letter.txt")).unwrap(), before, "a file that is no ledger is left as it is");
}

#[test]
fn questions_that_are_none() {
    let desk = Desk::new();
    desk.put("empty.txt", "");
    desk.put("letter.txt", "Dear Sir, this is no ledger.");
    desk.fetch("examples/rapprochement.en.txt", "article.txt");
    assert_eq!(desk.run(&["ledger", "init", "good"]).code, 0);
    later(&desk);
    let formal = |shift: &'static str, on: &'static str| ["ask", "--shift", shift, "--on", on];
    let runs: [(&[&str], i32); 14] = [
        (&["brief", "missing.txt"], 3),
        (&["brief", "empty.txt"], 4),
        (&["brief", "article.txt", "--ledger", "letter.txt"], 4),
        (&["brief", "article.txt", "--ledger", "later"], 4),
        (&["brief", "article.txt", "--format", "pdf"], 2),
        (&["brief", "article.txt", "--lens", "crystal"], 2),
        (&["brief", "article.txt", "--out", "nowhere/brief.html"], 3),
        (&["ask"], 2),
        (&["ask", "hello"], 4),
        (&formal("RUS:improves", "RUS-IRN"), 4),
        (&formal("AAA-BBB:improves", "RUS-IRN"), 4),
        (&formal("USA-RUS:improves", "RUS-USA"), 4),
        (&["why", "nonsense"], 4),
        (&["why", "00000000-t1"], 3),
    ];
    insta::assert_snapshot!(all(&desk, &runs));
    assert!(!desk.path("nowhere").exists() && !desk.path("brief.html.part").exists());
}

/// The day named in the message is today, so the words are looked at apart.
#[test]
fn a_day_to_come_is_refused() {
    let desk = Desk::new();
    let line = ["ask", "--shift", "USA-RUS:improves", "--on", "RUS-IRN", "--as-of", "2999-01-01"];
    assert!(refused(&desk, &line, 4).contains("2999-01-01, and nothing is known of a day after today"));
}

/// A ledger of a format to come: the number stands in the file header of SQLite, bytes 60 to 63.
fn later(desk: &Desk) {
    let mut bytes = std::fs::read(desk.path("good")).unwrap();
    bytes[60..64].copy_from_slice(&99u32.to_be_bytes());
    desk.put("later", bytes);
}

fn codes(ran: &Ran) {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("actor      IRN"), "{}", ran.out);
}

/// What looks bad and is not: other encodings, deep nesting, a line without end.
#[test]
fn odd_input_is_read() {
    let desk = Desk::new();
    desk.put("deep.html", format!("{}Russia and Iran met.{}", "<div>".repeat(10_000), "</div>".repeat(10_000)));
    desk.put("latin.txt", b"Russia\x92s partner is Iran \x97 for now.");
    desk.put("utf16.txt", "\u{feff}Russia and Iran met.".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    desk.put("line.txt", "Russia and Iran met. ".repeat(2_000));
    for file in ["deep.html", "latin.txt", "utf16.txt", "line.txt"] {
        codes(&desk.run(&["code", file]));
    }
}

/// A reader that has seen enough closes the pipe: no complaint, no failure.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new();
    desk.put("line.txt", "Russia and Iran met. ".repeat(2_000));
    for arguments in ["code line.txt --json", "--help", "man"] {
        let line = format!("{{ {} {arguments}; echo $? >&2; }} | true", crate::run::DETENTE);
        let ran = std::process::Command::new("/bin/sh").args(["-c", &line]).current_dir(desk.path("")).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ran.stderr), "0\n", "{arguments}");
    }
}
