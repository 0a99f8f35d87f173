//! The command over a ledger in a folder of its own, with a coder that quotes every word.

use std::path::PathBuf;

use clap::{CommandFactory as _, Parser};
use detente_codebook::{Confidence, Hedge, Item, Record, RecordId, Source, Span, Text};
use detente_ledger::Snapshot;
use tempfile::TempDir;

use super::{LedgerArgs, LedgerCommand, LedgerCommandError, LedgerEnv, run};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    args: LedgerArgs,
}

struct Desk {
    folder: TempDir,
    today: jiff::civil::Date,
}

/// A coder: every line is a hedge; a text without one cannot be coded.
fn code(bytes: &[u8], path: &str) -> Result<(Snapshot, Vec<Record>), String> {
    let text = std::str::from_utf8(bytes).map_err(|e| e.to_string())?;
    let source = Source { title: path.rsplit('/').next().unwrap_or(path).to_owned(), url: None, date: None, digest: None };
    let indexed = Text::new(text);
    let lines = indexed.lines().into_iter().filter(|line| !line.is_empty());
    let records: Vec<Record> = lines.map(|line| hedge(&indexed, line, &source)).collect();
    if records.is_empty() {
        return Err("nothing to code".to_owned());
    }
    Ok((Snapshot::of_text(source, text), records))
}

fn hedge(text: &Text, line: Span, source: &Source) -> Record {
    let quote = text.quote(line).unwrap();
    Record {
        id: RecordId(format!("{}:{}", source.title, line.start)),
        item: Item::Hedge(Hedge { marker: "may".into(), holder: "article".into(), quote }),
        source: source.clone(),
        confidence: Confidence::Cited,
        known: None,
    }
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), today: jiff::civil::date(2025, 3, 1) };
        desk.says("init L").unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Runs a line; `L` is the ledger, and words with a dot are files of the folder.
    fn says(&self, line: &str) -> Result<String, LedgerCommandError> {
        let place = |word: &str| match word {
            "L" => self.path("my.ledger").display().to_string(),
            w if w.ends_with(".txt") || w.ends_with(".json") => self.path(w).display().to_string(),
            w => w.to_owned(),
        };
        let words = std::iter::once("ledger".to_owned()).chain(line.split(' ').map(place));
        let args = Line::try_parse_from(words).unwrap().args;
        let now_time = format!("{}T08:00:00Z", self.today);
        let env = LedgerEnv { now_time, today: self.today, user: "salma".into(), code: &code };
        let mut out = Vec::new();
        let done = run(&args, &env, &mut out);
        let said = String::from_utf8(out).unwrap();
        done.map(|()| said)
    }
}

#[test]
fn an_article_goes_in_is_found_and_shown() {
    let desk = Desk::new();
    desk.write("a.txt", "Moscow may agree.\nTehran\u{202E} may not.");
    assert!(desk.says("add L a.txt").unwrap().contains("2 records"));
    assert!(desk.says("add L a.txt").unwrap().contains("already"));
    assert!(desk.says("search L tehran").unwrap().contains("a.txt:18"));
    let shown = desk.says("show L a.txt:18").unwrap();
    assert!(shown.contains("Tehran⟨U+202E⟩ may not.") && shown.contains("salma: read from"));
    assert!(desk.says("log L").unwrap().starts_with("1  2025-03-01T08:00:00Z  article (2 records)"));
    assert!(desk.says("verify L").unwrap().starts_with("2 of 2 quotes found"));
    assert_eq!(desk.says("export L").unwrap().lines().count(), 5);
}

#[test]
fn a_past_day_keeps_its_answer() {
    let mut desk = Desk::new();
    desk.write("a.txt", "Moscow may agree.");
    desk.write("b.txt", "Paris may agree.");
    desk.says("add L a.txt").unwrap();
    let then = desk.says("records L --as-of 2025-03-01 --json").unwrap();
    desk.today = jiff::civil::date(2025, 3, 5);
    desk.says("add L b.txt --actor omar --reason press").unwrap();
    desk.says("undo L 1").unwrap();
    assert_eq!(desk.says("records L --as-of 2025-03-01 --json").unwrap(), then);
    assert!(!desk.says("records L").unwrap().contains("Moscow"));
    assert_eq!(desk.says("records L --as-of 2025-02").unwrap(), "");
    assert_eq!(desk.says("log L --as-of 2025-03-04").unwrap().lines().count(), 1);
    let log = desk.says("log L").unwrap();
    assert!(log.contains("omar: press") && log.contains("[undone in 3]"), "{log}");
}

#[test]
fn a_record_is_corrected_from_what_show_prints() {
    let desk = Desk::new();
    desk.write("a.txt", "Moscow may agree.");
    desk.says("add L a.txt").unwrap();
    let shown = desk.says("show L a.txt:0 --json").unwrap();
    desk.write("new.json", &shown.replace("\"marker\":\"may\"", "\"marker\":\"may agree\""));
    desk.says("correct L a.txt:0 new.json").unwrap();
    let shown = desk.says("show L a.txt:0 --json").unwrap();
    assert!(shown.starts_with("{\"schema\":\"detente.ledger-record/1\"") && shown.contains("may agree\""));
    desk.write("wrong.json", "{}");
    assert_eq!(desk.says("correct L a.txt:0 wrong.json").unwrap_err().exit_code(), 4);
}

#[test]
fn the_other_articles_are_added_when_one_fails() {
    let desk = Desk::new();
    desk.write("a.txt", "Moscow may agree.");
    desk.write("empty.txt", "");
    let error = desk.says("add L empty.txt a.txt none.txt").unwrap_err();
    assert_eq!(error.exit_code(), 4);
    let said = error.to_string();
    assert!(said.contains("2 of 3") && said.contains("nothing to code") && said.contains("none.txt"), "{said}");
    assert!(desk.says("records L").unwrap().contains("Moscow"));
}

#[test]
fn every_failure_has_its_exit_code() {
    let desk = Desk::new();
    desk.write("notes.txt", "not a ledger at all");
    desk.write("a.txt", "Moscow may agree.");
    let code = |line: &str| desk.says(line).unwrap_err().exit_code();
    assert_eq!(code("show L none"), 3);
    assert_eq!(code("undo L 9"), 3);
    assert_eq!(code("log none.txt"), 3);
    assert_eq!(code("add L none.txt"), 3);
    assert_eq!(code("verify notes.txt"), 4);
    assert_eq!(code("add notes.txt a.txt"), 4);
    assert_eq!(code("init L"), 1);
}

#[test]
fn a_quote_that_is_gone_ends_with_four_and_is_named() {
    let desk = Desk::new();
    desk.write("a.txt", "Moscow may agree.\nParis will not.");
    desk.says("add L a.txt").unwrap();
    // The text changes on the disk behind the back of the ledger, the quotes do not.
    let path = desk.path("my.ledger");
    let mut bytes = std::fs::read(&path).unwrap();
    let at = |bytes: &[u8]| bytes.windows(8).position(|w| w == b".\nParis ");
    while let Some(n) = at(&bytes) {
        bytes[n + 2..n + 7].copy_from_slice(b"Cairo");
    }
    std::fs::write(&path, bytes).unwrap();
    let error = desk.says("verify L").unwrap_err();
    assert_eq!(error.exit_code(), 4);
    assert!(matches!(error, LedgerCommandError::NotWhole { n, .. } if n >= 1));
}

#[test]
fn the_usual_ledger_is_meant_when_none_is_named() {
    let read = |line: &str| Line::try_parse_from(line.split(' ')).map(|line| line.args.command);
    let show = read("ledger show a:1").unwrap();
    assert!(matches!(show, LedgerCommand::Show { file, id } if file == "detente.ledger" && id == "a:1"));
    let undo = read("ledger undo my.ledger 3").unwrap();
    assert!(matches!(undo, LedgerCommand::Undo { file, operation: 3 } if file == "my.ledger"));
    assert!(read("ledger add my.ledger").is_err() && read("ledger undo three").is_err());
    Line::command().debug_assert();
}
