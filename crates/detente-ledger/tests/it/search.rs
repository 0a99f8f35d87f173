//! Search goes through spelling, not past it.

use detente_ledger::{Ledger, OpId};

use crate::fixture::{TEXT, event, id, one, quote, snapshot, stamp};

fn ledger() -> Ledger {
    let mut ledger = one();
    let arabic = event("b", quote(TEXT, TEXT.lines().next().unwrap()));
    ledger.add(Some(&snapshot(TEXT).id()), &[arabic], &stamp(1)).unwrap();
    ledger
}

fn found(ledger: &Ledger, words: &str) -> Vec<String> {
    ledger.search(words, 10).unwrap().into_iter().map(|h| h.record.0).collect()
}

#[test]
fn spellings_meet_in_both_directions() {
    let ledger = ledger();
    for words in ["ايران", "إيران", "علاقات", "العلاقات", "والعلاقات", "وقعت", "معاهده"]
    {
        assert_eq!(found(&ledger, words), ["b"], "{words}");
    }
    assert_eq!(found(&ledger, "tehran MOSCOW"), ["a"]);
    assert_eq!(found(&ledger, "irn").len(), 2);
}

#[test]
fn all_words_must_be_there_and_nothing_is_an_operator() {
    let ledger = ledger();
    assert!(found(&ledger, "Moscow Paris").is_empty());
    for words in ["", " ", "\"", "NOT", "a OR b", "words:", "*", "(", "NEAR(a b)", "\u{0}"] {
        assert!(found(&ledger, words).is_empty(), "{words}");
    }
    assert_eq!(ledger.search("irn", 1).unwrap().len(), 1);
    assert!(ledger.search("irn", 0).unwrap().is_empty());
}

#[test]
fn a_hit_shows_the_words_as_they_stand_in_the_source() {
    let ledger = ledger();
    let [hit] = ledger.search("ايران", 10).unwrap().try_into().unwrap();
    assert!(hit.snippet.contains("إيران"));
    assert_eq!((hit.source.as_str(), hit.kind), ("A report", "event"));
}

#[test]
fn what_no_longer_stands_is_not_found() {
    let mut ledger = ledger();
    ledger.correct(&id("a"), &event("c", quote(TEXT, "Friday")), &stamp(1)).unwrap();
    assert!(found(&ledger, "Moscow").is_empty());
    assert_eq!(found(&ledger, "friday"), ["c"]);
    ledger.undo(OpId(3), &stamp(1)).unwrap();
    assert_eq!(found(&ledger, "Moscow"), ["a"]);
}
