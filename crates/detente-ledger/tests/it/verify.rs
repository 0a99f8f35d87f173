//! A ledger that was tampered with says so, and where.

use std::path::Path;

use detente_ledger::{Ledger, OpId, Problem, Report};

use crate::fixture::{TEXT, event, id, praise, quote, snapshot, stamp};

/// A ledger on disk with two operations, changed by `change` behind its back.
fn tampered(change: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ledger");
    let mut ledger = Ledger::create(&path).unwrap();
    let records = [praise("a"), event("b", quote(TEXT, "روسيا"))];
    let _added = ledger.add_article(&snapshot(TEXT), &records, &stamp(1)).unwrap();
    ledger.correct(&id("a"), &praise("c"), &stamp(2)).unwrap();
    drop(ledger);
    force(&path, change);
    Ledger::open(&path).unwrap().verify().unwrap()
}

fn force(path: &Path, change: &str) {
    let db = rusqlite::Connection::open(path).unwrap();
    for table in ["operation", "snapshot", "record", "quote"] {
        for kind in ["changed", "deleted", "replaced"] {
            db.execute_batch(&format!("DROP TRIGGER {table}_is_not_{kind}")).unwrap();
        }
    }
    db.execute_batch(&format!("PRAGMA foreign_keys = OFF; {change}")).unwrap();
}

#[test]
fn a_ledger_left_alone_is_whole() {
    let report = tampered("");
    assert!(report.is_whole(), "{:?}", report.problems);
    assert_eq!((report.checked, report.moved, report.n_operations), (3, 0, 2));
}

#[test]
fn every_quote_that_is_gone_is_named() {
    let report = tampered("UPDATE snapshot SET text = replace(text, 'Tehran', 'Téhéran')");
    let gone = |p: &Problem| matches!(p, Problem::QuoteNotFound { exact, .. } if exact == "Moscow praised Tehran");
    assert_eq!(report.problems.iter().filter(|p| gone(p)).count(), 2);
    assert!(report.problems.iter().any(|p| matches!(p, Problem::SnapshotChanged { .. })));
    assert_eq!(report.problems.len(), 3);
    assert!(report.problems.iter().any(|p| p.to_string().starts_with("not found: c")));
}

#[test]
fn a_quote_that_only_moved_is_found() {
    let report = tampered("UPDATE snapshot SET text = 'x' || text");
    assert_eq!(report.moved, 3);
    assert!(matches!(report.problems.as_slice(), [Problem::SnapshotChanged { .. }]));
}

#[test]
fn text_that_is_no_longer_text_hides_nothing_else() {
    let report = tampered("UPDATE snapshot SET text = CAST(replace(text, 'Moscow', x'ff') AS TEXT)");
    let gone = report.problems.iter().filter(|p| matches!(p, Problem::QuoteNotFound { .. })).count();
    assert_eq!(gone, 2, "{:?}", report.problems);
}

#[test]
fn a_changed_operation_breaks_the_chain_where_it_stands() {
    for change in [
        "UPDATE operation SET reason = 'none' WHERE id = 1",
        "UPDATE operation SET day = '2024-01-01' WHERE id = 1",
        "UPDATE record SET body = replace(body, 'IRN', 'IRQ') WHERE entry = 1",
        "DELETE FROM record WHERE id = 'b'",
        "UPDATE quote SET selector = replace(selector, 'Moscow', 'Madrid') WHERE entry = 1",
        "UPDATE snapshot SET source = replace(source, 'A report', 'Another')",
    ] {
        let report = tampered(change);
        let broken = |p: &Problem| *p == Problem::ChainBroken { operation: OpId(1) };
        assert!(report.problems.iter().any(broken), "{change}: {:?}", report.problems);
    }
}

#[test]
fn a_removed_operation_breaks_the_chain() {
    let report = tampered("DELETE FROM record WHERE operation = 1; DELETE FROM operation WHERE id = 1");
    assert!(report.problems.contains(&Problem::ChainBroken { operation: OpId(2) }));
}

#[test]
fn damaged_pages_are_reported_not_fatal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ledger");
    let mut ledger = Ledger::create(&path).unwrap();
    let long = format!("{TEXT}{}", " word".repeat(9000));
    let _added = ledger.add_article(&snapshot(&long), &[praise("a")], &stamp(1)).unwrap();
    drop(ledger);
    let whole = std::fs::read(&path).unwrap();
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..page * 4096 + 64].fill(0xA5);
        std::fs::write(&path, bytes).unwrap();
        let found = Ledger::open(&path).and_then(|ledger| ledger.verify());
        assert!(found.is_err() || found.is_ok_and(|report| !report.is_whole()), "page {page}");
    }
}
