//! Exports: complete, readable, the same every time.

use detente_ledger::{Ledger, OpId, Snapshot};
use serde_json::Value;

use crate::fixture::{TEXT, id, one, praise, source, stamp};

fn export(ledger: &Ledger) -> String {
    let mut out = Vec::new();
    ledger.export(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn an_export_has_every_operation_text_and_record() {
    let mut ledger = one();
    ledger.correct(&id("a"), &praise("b"), &stamp(2)).unwrap();
    ledger.undo(OpId(2), &stamp(3)).unwrap();
    let text = export(&ledger);
    let lines: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines[0]["schema"], "detente.ledger/1");
    assert_eq!(lines[0]["operations"], 3);
    let count = |key: &str| lines.iter().filter(|l| l.get(key).is_some()).count();
    assert_eq!((count("operation"), count("snapshot"), count("record")), (3, 1, 2));
    assert_eq!(lines[2]["snapshot"]["text"], TEXT);
    let stands: Vec<&Value> = lines.iter().filter_map(|l| l.get("record")).map(|r| &r["stands"]).collect();
    assert_eq!(stands, [&Value::Bool(true), &Value::Bool(false)]);
    assert_eq!(export(&ledger), text);
}

#[test]
fn bytes_that_are_not_the_text_are_kept() {
    let mut ledger = Ledger::in_memory().unwrap();
    let page = Snapshot { source: source("page"), text: "Tehran".into(), received: b"<p>Tehran</p>\xff".to_vec() };
    ledger.add_source(&page, &stamp(1)).unwrap();
    assert!(export(&ledger).contains("3c703e54656872616e3c2f703eff"));
    assert!(ledger.verify().unwrap().is_whole());
}

#[test]
fn an_empty_ledger_exports_its_schema() {
    let ledger = Ledger::in_memory().unwrap();
    assert_eq!(export(&ledger), "{\"schema\":\"detente.ledger/1\",\"operations\":0,\"head\":null}\n");
}
