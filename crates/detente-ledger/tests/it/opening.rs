//! What is said of a file that is no ledger, or not one of ours.

use std::{fs, path::PathBuf};

use detente_ledger::{ErrorKind, Ledger, LedgerError};
use tempfile::TempDir;

use crate::fixture::{TEXT, snapshot, stamp};

fn place(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    (folder, path)
}

#[test]
fn a_text_file_is_no_ledger_and_is_left_alone() {
    let long = "a longer text\n".repeat(400);
    for text in ["x", "title: notes\n", long.as_str()] {
        let (_folder, path) = place("notes.txt");
        fs::write(&path, text).unwrap();
        for opened in [Ledger::open(&path), Ledger::create(&path), Ledger::open_or_create(&path)] {
            let error = opened.unwrap_err();
            assert!(matches!(error, LedgerError::NotALedger { .. }), "{error:?}");
            assert!(error.to_string().contains("notes.txt") && error.to_string().contains("ledger init"));
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn a_later_format_is_named() {
    let (_folder, path) = place("new.ledger");
    drop(Ledger::create(&path).unwrap());
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 7).unwrap();
    drop(db);
    let error = Ledger::open(&path).unwrap_err();
    assert!(matches!(error, LedgerError::TooNew { found: 7, known: 1, .. }));
    assert!(error.to_string().contains("later release"));
    assert!(matches!(Ledger::open_or_create(&path), Err(LedgerError::TooNew { .. })));
}

#[test]
fn another_programs_database_is_left_alone() {
    let (_folder, path) = place("other.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("CREATE TABLE bookmark (name TEXT)").unwrap();
    drop(db);
    let before = fs::read(&path).unwrap();
    assert!(matches!(Ledger::open_or_create(&path), Err(LedgerError::NotALedger { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_not_there_is_not_made_by_opening() {
    let (folder, path) = place("none.ledger");
    let error = Ledger::open(&path).unwrap_err();
    assert_eq!((error.kind(), path.exists()), (ErrorKind::NotFound, false));
    assert!(matches!(Ledger::open(folder.path()), Err(LedgerError::NotALedger { .. })));
    assert!(matches!(Ledger::create(folder.path().join("no/such/a.ledger")), Err(LedgerError::Io { .. })));
}

#[test]
fn an_empty_file_becomes_a_ledger_only_when_asked() {
    let (_folder, path) = place("empty.ledger");
    fs::write(&path, "").unwrap();
    assert!(matches!(Ledger::open(&path), Err(LedgerError::NotALedger { .. })));
    drop(Ledger::create(&path).unwrap());
    assert!(matches!(Ledger::create(&path), Err(LedgerError::Exists { .. })));
    assert!(Ledger::open(&path).is_ok());
}

#[test]
fn a_ledger_keeps_what_it_holds_when_it_is_opened_again() {
    let (_folder, path) = place("kept.ledger");
    let mut ledger = Ledger::create(&path).unwrap();
    ledger.add_source(&snapshot(TEXT), &stamp(1)).unwrap();
    let log = ledger.log().unwrap();
    drop(ledger);
    assert_eq!(Ledger::open(&path).unwrap().log().unwrap(), log);
    assert_eq!(Ledger::open_or_create(&path).unwrap().log().unwrap(), log);
}

#[test]
fn a_name_that_sqlite_would_read_otherwise_is_a_name() {
    for name in [":memory:", "file:a?mode=memory", "a.ledger?mode=ro", ""] {
        let opened = Ledger::open(name);
        assert!(opened.is_err(), "{name}");
    }
}

#[test]
fn the_tables_refuse_change() {
    let (_folder, path) = place("sealed.ledger");
    let mut ledger = Ledger::create(&path).unwrap();
    let _added = ledger.add_article(&snapshot(TEXT), &[crate::fixture::praise("a")], &stamp(1)).unwrap();
    let db = rusqlite::Connection::open(&path).unwrap();
    for table in ["operation", "snapshot", "record", "quote"] {
        let column = if table == "quote" { "selector" } else { "id" };
        for change in [
            format!("DELETE FROM {table}"),
            format!("UPDATE {table} SET {column} = {column}"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            let refused = db.execute(&change, []).unwrap_err();
            assert!(refused.to_string().contains("append-only"), "{change}: {refused}");
        }
    }
    assert!(ledger.verify().unwrap().is_whole());
}
