//! Questions and records for the tests.

use detente_codebook::{ActorCode, Confidence, Dyad, Edtf, Item, Quote, Record, RecordId, Sign, Source, Tie};
use detente_lens::{Direction, Finding, Inquiry, Question, Shift, lenses};
use jiff::civil::{Date, date};

pub(crate) const DAY: Date = date(2025, 2, 27);

pub(crate) fn code(s: &str) -> ActorCode {
    s.parse().unwrap()
}

pub(crate) fn dyad(s: &str) -> Dyad {
    s.parse().unwrap()
}

pub(crate) fn question(shift: &str, direction: Direction, target: &str) -> Question {
    Question { text: None, shift: Shift { dyad: dyad(shift), direction }, target: dyad(target), as_of: DAY, horizon_years: 5 }
}

/// The seed question: USA–RUS improves, what of RUS–IRN?
pub(crate) fn thaw() -> Question {
    question("USA-RUS", Direction::Improves, "RUS-IRN")
}

pub(crate) fn inquiry(question: Question, records: Vec<Record>) -> Inquiry {
    Inquiry::new(question, records, detente_history::base().unwrap())
}

pub(crate) fn quote(exact: &str, start: usize) -> Quote {
    Quote { exact: exact.to_owned(), start, end: start + exact.chars().count() }
}

pub(crate) fn record(id: &str, item: Item) -> Record {
    Record {
        id: RecordId(format!("src:0:{id}")),
        item,
        source: Source { title: "A text".to_owned(), url: None, date: None, digest: None },
        confidence: Confidence::Cited,
        known: Some(Edtf::day(DAY)),
    }
}

pub(crate) fn tie(id: &str, pair: &str, sign: Sign) -> Record {
    record(id, Item::Tie(Tie { dyad: dyad(pair), sign, quote: quote("words", 10) }))
}

pub(crate) fn finding(inquiry: &Inquiry, name: &str) -> Finding {
    lenses().iter().find(|l| l.name() == name).unwrap().examine(inquiry).unwrap()
}

pub(crate) fn ids(finding: &Finding) -> Vec<&str> {
    finding.claims.iter().map(|c| c.message.id.as_str()).collect()
}

/// Every claim rests on records that resolve, and grounds go with claims.
pub(crate) fn check(inquiry: &Inquiry, finding: &Finding) {
    assert_eq!(finding.grounds, !finding.claims.is_empty(), "{}", finding.lens);
    for claim in &finding.claims {
        assert!(!claim.evidence.is_empty(), "{}", claim.message.id);
        for id in &claim.evidence {
            assert!(inquiry.resolves(id), "{} rests on {id}", claim.message.id);
        }
    }
}
