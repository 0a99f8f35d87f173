//! Facts of the base: wars, sanctions, rivalries and ties, as `data/base/*.toml` writes them.

use detente_codebook::{ActorCode, BaseFact, Confidence, Edtf, Item, Period, Phrase, Record, RecordId, Sign, Source};
use serde::Deserialize;

use crate::{Entry, HistoryError, embedded::DataFile};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactFile {
    #[serde(default)]
    fact: Vec<FactRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactRow {
    id: String,
    kind: String,
    a: Vec<ActorCode>,
    b: Vec<ActorCode>,
    sign: Sign,
    weight: u8,
    start: Edtf,
    end: Option<Edtf>,
    en: String,
    ar: String,
    source: String,
    url: Option<String>,
    confidence: Confidence,
    #[serde(rename = "note")]
    _note: Option<String>,
}

impl FactRow {
    fn wrong(&self) -> Option<&'static str> {
        let backwards = self.end.and_then(Edtf::first) < self.start.first();
        let shared = self.a.iter().any(|a| self.b.contains(a));
        match () {
            () if !(1..=3).contains(&self.weight) => Some("a weight is 1, 2 or 3"),
            () if self.a.is_empty() || self.b.is_empty() => Some("both sides need an actor"),
            () if shared => Some("an actor stands on both sides"),
            () if self.end.is_some() && backwards => Some("it ends before it starts"),
            () => None,
        }
    }

    fn record(self) -> Record {
        let fact = BaseFact {
            kind: self.kind,
            a: self.a,
            b: self.b,
            sign: self.sign,
            weight: self.weight,
            held: Period { start: Some(self.start), end: self.end },
            text: Phrase { ar: self.ar, en: self.en },
        };
        Record {
            id: RecordId(format!("base:{}", self.id)),
            item: Item::Base(fact),
            source: Source { title: self.source, url: self.url, date: None, digest: None },
            confidence: self.confidence,
            known: Some(self.start),
        }
    }
}

/// The facts of one file, in its order.
pub(crate) fn read(file: &DataFile) -> Result<Vec<Record>, HistoryError> {
    let rows: FactFile = file.parse()?;
    let checked = |row: FactRow| match row.wrong() {
        Some(what) => Err(file.wrong(format!("fact `{}`: {what}", row.id))),
        None => Ok(row.record()),
    };
    rows.fact.into_iter().map(checked).collect()
}

/// A fact as evidence.
pub(crate) fn entry(record: &Record) -> Option<Entry> {
    let Item::Base(fact) = &record.item else {
        return None;
    };
    Some(Entry {
        id: record.id.clone(),
        kind: fact.kind.clone(),
        source: record.source.clone(),
        text: fact.text.clone(),
        confidence: record.confidence,
        known: record.known,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = r#"[[fact]]
id = "x"
kind = "rivalry"
a = ["AAA"]
b = ["BBB"]
sign = "-"
weight = 2
start = "1990"
end = "2000-01-01"
en = "e"
ar = "a"
source = "s"
confidence = "cited"
"#;

    fn file(text: &str) -> DataFile {
        DataFile { name: "base/x.toml".to_owned(), text: text.to_owned().leak() }
    }

    #[test]
    fn a_fact_reads() {
        let facts = read(&file(ROW)).unwrap();
        assert_eq!(facts.len(), 1);
        assert_eq!(facts[0].id.0, "base:x");
        assert_eq!(entry(&facts[0]).unwrap().kind, "rivalry");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let said = |from: &str, to: &str| read(&file(&ROW.replace(from, to))).unwrap_err().to_string();
        assert!(said("weight = 2", "weight = 9").contains("fact `x`: a weight is"));
        assert!(said("\"BBB\"", "\"AAA\"").contains("both sides"));
        assert!(said("\"2000-01-01\"", "\"1980-01-01\"").contains("ends before"));
        assert!(said("kind", "knid").contains("base/x.toml"));
    }
}
