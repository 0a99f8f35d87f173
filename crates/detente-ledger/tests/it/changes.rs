//! Adding, correcting and undoing, and what past days answer.

use detente_ledger::{ErrorKind, EventSource as _, Ledger, LedgerError, OpId, OperationKind, Outcome, Stamp};

use crate::fixture::{TEXT, day, event, id, ids, one, praise, quote, snapshot, source, stamp};

#[test]
fn a_record_reads_back_as_it_was_added() {
    let ledger = one();
    assert_eq!(ledger.records(None).unwrap(), [praise("a")]);
    assert!(ledger.records(Some(day(1).yesterday().unwrap())).unwrap().is_empty());
}

#[test]
fn the_same_article_is_stored_once() {
    let mut ledger = one();
    let again = ledger.add_article(&snapshot(TEXT), &[praise("b")], &stamp(2)).unwrap();
    assert!(matches!(again, Outcome::AlreadyThere { operation: OpId(1), .. }));
    let source = ledger.add_source(&snapshot(TEXT), &stamp(2)).unwrap();
    assert_eq!(source, snapshot(TEXT).id());
    assert_eq!((ledger.log().unwrap().len(), ledger.records(None).unwrap().len()), (1, 1));
}

#[test]
fn an_article_comes_back_after_it_was_undone() {
    let mut ledger = one();
    ledger.undo(OpId(1), &stamp(2)).unwrap();
    assert!(ledger.records(None).unwrap().is_empty());
    let again = ledger.add_article(&snapshot(TEXT), &[praise("a")], &stamp(3)).unwrap();
    assert!(matches!(again, Outcome::Added { operation: OpId(3), .. }));
    assert_eq!(ledger.records(None).unwrap().len(), 1);
    // The first one cannot come back beside it.
    let twice = ledger.undo(OpId(2), &stamp(3));
    assert!(matches!(twice, Err(LedgerError::StandsTwice { .. })));
    assert_eq!(ledger.log().unwrap().len(), 3);
}

#[test]
fn a_source_alone_takes_its_records_later() {
    let mut ledger = Ledger::in_memory().unwrap();
    let source = ledger.add_source(&snapshot(TEXT), &stamp(1)).unwrap();
    let added = ledger.add_article(&snapshot(TEXT), &[praise("a")], &stamp(1)).unwrap();
    assert!(matches!(added, Outcome::Added { .. }));
    ledger.add(Some(&source), &[praise("b")], &stamp(1)).unwrap();
    assert_eq!(ids(&ledger.records(None).unwrap()), ["a", "b"]);
}

#[test]
fn a_correction_supersedes_and_the_past_keeps_its_answer() {
    let mut ledger = one();
    let mut new = praise("a");
    new.known = "2025-03-02".parse().ok();
    ledger.correct(&id("a"), &new, &stamp(3)).unwrap();
    assert_eq!(ledger.records(Some(day(2))).unwrap(), [praise("a")]);
    assert_eq!(ledger.records(Some(day(3))).unwrap(), std::slice::from_ref(&new));
    let shown = ledger.show(&id("a")).unwrap().unwrap();
    assert_eq!((shown.record, shown.earlier.len(), shown.operation.kind), (new, 1, OperationKind::Correct));
    ledger.undo(OpId(2), &stamp(4)).unwrap();
    assert_eq!(ledger.records(None).unwrap(), [praise("a")]);
}

#[test]
fn a_corrected_record_names_the_one_in_its_place() {
    let mut ledger = one();
    ledger.correct(&id("a"), &praise("b"), &stamp(1)).unwrap();
    ledger.correct(&id("b"), &praise("c"), &stamp(1)).unwrap();
    let shown = ledger.show(&id("a")).unwrap().unwrap();
    assert_eq!(shown.superseded_by, Some(id("c")));
    let again = ledger.correct(&id("a"), &praise("d"), &stamp(1));
    assert!(matches!(again, Err(LedgerError::Superseded { by, .. }) if by == id("c")));
    // With the middle one withdrawn the last still stands for the first.
    ledger.undo(OpId(2), &stamp(2)).unwrap();
    assert_eq!(ids(&ledger.records(None).unwrap()), ["c"]);
}

#[test]
fn two_corrections_of_one_record_never_stand_together() {
    let mut ledger = one();
    ledger.correct(&id("a"), &praise("b"), &stamp(1)).unwrap();
    ledger.undo(OpId(2), &stamp(1)).unwrap();
    ledger.correct(&id("a"), &praise("c"), &stamp(1)).unwrap();
    let forked = ledger.undo(OpId(3), &stamp(1));
    assert!(matches!(forked, Err(LedgerError::StandsTwice { .. })));
    assert_eq!(ids(&ledger.records(None).unwrap()), ["c"]);
}

#[test]
fn an_undoing_can_be_undone() {
    let mut ledger = one();
    let undone = ledger.undo(OpId(1), &stamp(2)).unwrap();
    assert!(matches!(ledger.undo(OpId(1), &stamp(2)), Err(LedgerError::AlreadyUndone { .. })));
    ledger.undo(undone, &stamp(3)).unwrap();
    assert_eq!(ids(&ledger.records(None).unwrap()), ["a"]);
    assert!(ledger.records(Some(day(2))).unwrap().is_empty());
    let log = ledger.log().unwrap();
    assert_eq!((log[0].undone_by, log[1].undone_by), (None, Some(OpId(3))));
}

#[test]
fn a_record_counts_from_the_day_it_was_known() {
    let mut ledger = Ledger::in_memory().unwrap();
    let mut later = praise("a");
    later.known = "2025-03".parse().ok();
    let _added = ledger.add_article(&snapshot(TEXT), &[later], &stamp(1)).unwrap();
    assert!(ledger.records(Some(day(30))).unwrap().is_empty());
    assert_eq!(ledger.records(Some(day(31))).unwrap().len(), 1);
    assert_eq!(ledger.records(None).unwrap().len(), 1);
}

#[test]
fn a_change_dated_before_the_last_one_is_refused() {
    let mut ledger = one();
    let next = |n: i8, text: &str, ledger: &mut Ledger| ledger.add_source(&snapshot(text), &stamp(n));
    next(9, "later", &mut ledger).unwrap();
    let back = next(7, "earlier", &mut ledger);
    assert!(matches!(back, Err(LedgerError::DayGoesBack { .. })));
    // A day apart is a matter of time zones: it counts from the later day on.
    next(8, "zone", &mut ledger).unwrap();
    assert_eq!(ledger.log().unwrap()[2].day, day(9));
}

#[test]
fn claims_without_ground_are_refused_whole() {
    let mut ledger = one();
    let mut false_quote = quote(TEXT, "Moscow");
    false_quote.exact = "Mascow".into();
    let mixed = [praise("b"), event("c", false_quote)];
    let refused = ledger.add(Some(&snapshot(TEXT).id()), &mixed, &stamp(1)).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Refused);
    let mut bare = praise("d");
    bare.source = source(" ");
    assert!(matches!(ledger.add(None, &[bare], &stamp(1)), Err(LedgerError::Unsourced(_))));
    assert_eq!(ledger.log().unwrap().len(), 1);
    assert_eq!(ids(&ledger.records(None).unwrap()), ["a"]);
}

#[test]
fn what_does_not_exist_is_named() {
    let mut ledger = one();
    let absent = snapshot("another text").id();
    assert!(matches!(ledger.add(Some(&absent), &[praise("b")], &stamp(1)), Err(LedgerError::NoSource(_))));
    assert!(matches!(ledger.undo(OpId(7), &stamp(1)), Err(LedgerError::NoOperation(OpId(7)))));
    assert!(matches!(ledger.correct(&id("z"), &praise("z"), &stamp(1)), Err(LedgerError::NoRecord(_))));
    assert_eq!(ledger.show(&id("z")).unwrap(), None);
    let known = snapshot(TEXT).id();
    assert!(matches!(ledger.add(Some(&known), &[praise("a")], &stamp(1)), Err(LedgerError::RecordExists { .. })));
    let twice = [praise("t"), praise("t")];
    assert!(matches!(ledger.add(Some(&known), &twice, &stamp(1)), Err(LedgerError::RecordExists { .. })));
}

#[test]
fn a_stamp_must_be_complete() {
    let mut ledger = one();
    let cases = [
        Stamp { time: "yesterday".into(), ..stamp(1) },
        Stamp { actor: String::new(), ..stamp(1) },
        Stamp { reason: "\t".into(), ..stamp(1) },
        Stamp { day: jiff::civil::date(-1, 1, 1), ..stamp(1) },
    ];
    for wrong in cases {
        assert!(matches!(ledger.undo(OpId(1), &wrong), Err(LedgerError::Stamp { .. })), "{wrong:?}");
    }
}

#[test]
fn events_are_counted_by_dyad_and_month() {
    let mut ledger = one();
    ledger.add(Some(&snapshot(TEXT).id()), &[praise("b")], &stamp(2)).unwrap();
    let counts = ledger.counts(Some(day(1))).unwrap();
    assert_eq!(counts[0].cooperative, 1);
    let [now] = ledger.counts(None).unwrap().try_into().unwrap();
    assert_eq!((now.source.as_str(), now.target.as_str(), now.cooperative), ("RUS", "IRN", 2));
    assert_eq!(now.month.map(|m| m.to_string()).as_deref(), Some("2025-02"));
}
