//! The fitted model as a brief cites it.

use std::sync::LazyLock;

use detente_codebook::{Confidence, Phrase, RecordId, Source};

use crate::Entry;

/// The id under which the model is cited.
pub const RECORD: &str = "base:forecast";

/// The id as a record's.
#[must_use]
pub fn record_id() -> RecordId {
    RecordId(RECORD.to_owned())
}

static WORDS: &str = include_str!("../../../../data/history/forecast.toml");
static ENTRY: LazyLock<Option<Entry>> = LazyLock::new(|| {
    let text: Phrase = toml::from_str(WORDS).ok()?;
    let title =
        "Détente, fitted forecasts (data/history/forecast.gz), made by `detente history train`, tested by `detente backtest`";
    Some(Entry {
        id: record_id(),
        kind: "forecast".to_owned(),
        source: Source { title: title.to_owned(), url: None, date: None, digest: None },
        text,
        confidence: Confidence::Cited,
        known: None,
    })
});

/// What a brief shows of the model; none for any other id.
pub(crate) fn record(id: &RecordId) -> Option<&'static Entry> {
    if id.0 == RECORD { ENTRY.as_ref() } else { None }
}
