//! Stamps, texts and records for the tests.

use detente_codebook::{Certainty, Confidence, Event, Item, Quote, Record, RecordId, Source, Span, Text};
use detente_ledger::{Ledger, Snapshot, Stamp};
use jiff::civil::{Date, date};

/// A text with an Arabic and an English sentence.
pub(crate) const TEXT: &str = "وقّعت روسيا وإيران معاهدة، وتطورت العلاقات.\nMoscow praised Tehran on Friday.";

pub(crate) fn day(number: i8) -> Date {
    date(2025, 3, number)
}

pub(crate) fn stamp(number: i8) -> Stamp {
    Stamp { time: format!("2025-03-{number:02}T09:30:00Z"), day: day(number), actor: "analyst".into(), reason: "reading".into() }
}

pub(crate) fn source(title: &str) -> Source {
    Source { title: title.into(), url: None, date: None, digest: None }
}

pub(crate) fn snapshot(text: &str) -> Snapshot {
    Snapshot::of_text(source("A report"), text)
}

/// The quote of `words` in `text`.
pub(crate) fn quote(text: &str, words: &str) -> Quote {
    let text = Text::new(text);
    let span: Span = *text.find_all(words).first().unwrap();
    text.quote(span).unwrap()
}

/// An event of Moscow praising Tehran.
pub(crate) fn event(id: &str, quote: Quote) -> Record {
    let event = Event {
        id: id.into(),
        date: "2025-02-28".parse().ok(),
        source: "RUSGOV".parse().unwrap(),
        target: "IRN".parse().unwrap(),
        cameo: "051".parse().unwrap(),
        plover: detente_codebook::Plover::Support,
        certainty: Certainty::Asserted,
        holder: None,
        goldstein: Some(3.4),
        quote,
        also: Vec::new(),
        rule: "test".into(),
    };
    Record {
        id: RecordId(id.into()),
        item: Item::Event(event),
        source: source("A report"),
        confidence: Confidence::Cited,
        known: None,
    }
}

/// An event that quotes the English sentence of [`TEXT`].
pub(crate) fn praise(id: &str) -> Record {
    event(id, quote(TEXT, "Moscow praised Tehran"))
}

/// A ledger with [`TEXT`] and one record, `a`, added on the first day.
pub(crate) fn one() -> Ledger {
    let mut ledger = Ledger::in_memory().unwrap();
    let _added = ledger.add_article(&snapshot(TEXT), &[praise("a")], &stamp(1)).unwrap();
    ledger
}

pub(crate) fn id(id: &str) -> RecordId {
    RecordId(id.into())
}

pub(crate) fn ids(records: &[Record]) -> Vec<&str> {
    records.iter().map(|r| r.id.0.as_str()).collect()
}
