//! How often obligations of a kind were kept when a war put them to the test.

use detente_codebook::{ClauseType, Confidence, Phrase, RecordId, Source};
use jiff::civil::Date;
use serde::Deserialize;

use crate::{Entry, HistoryError, embedded::DataFile};

/// One row of `data/base/kept_rates.toml`; a case is one alliance in one war.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptRate {
    /// Its id: `base:rate:<type>:<grouping>:<period>`.
    pub id: RecordId,
    /// The kind of obligation; none for all kinds together.
    pub kind: Option<ClauseType>,
    /// Which alliances are counted: all, bilateral, multilateral …
    pub grouping: String,
    /// How many cases.
    pub n: u64,
    /// In how many of them the obligation was kept.
    pub kept: u64,
    /// The share kept, in \[0, 1\].
    pub rate: f64,
    /// The 95 % interval of the share.
    pub ci95: [f64; 2],
    /// The first and the last year of the cases.
    pub years: (i16, i16),
    /// Where it was computed from.
    pub source: String,
    /// How it was counted.
    pub note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RateFile {
    #[serde(default)]
    rate: Vec<RateRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RateRow {
    #[serde(rename = "type")]
    kind: RateKind,
    grouping: String,
    n: u64,
    kept: u64,
    rate: f64,
    ci95: [f64; 2],
    period: String,
    source: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RateKind {
    One(ClauseType),
    Any(Any),
}

#[derive(Deserialize)]
enum Any {
    #[serde(rename = "ANY")]
    Any,
}

fn slug(text: &str) -> String {
    let keep = |c: char| {
        if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }
    };
    let words: String = text.chars().map(keep).collect();
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

fn years(period: &str) -> Option<(i16, i16)> {
    let (from, to) = period.split_once('-')?;
    let years = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (years.0 <= years.1).then_some(years)
}

impl RateRow {
    fn rate(self) -> Option<KeptRate> {
        let kind = match self.kind {
            RateKind::One(kind) => Some(kind),
            RateKind::Any(Any::Any) => None,
        };
        let years = years(&self.period)?;
        let name = kind.map_or("ANY", ClauseType::name);
        let id = format!("base:rate:{name}:{}:{}-{}", slug(&self.grouping), years.0, years.1);
        let [low, high] = self.ci95;
        let sound = 0.0 <= low && low <= self.rate && self.rate <= high && high <= 1.0;
        (sound && self.kept <= self.n).then_some(KeptRate {
            id: RecordId(id),
            kind,
            grouping: self.grouping,
            n: self.n,
            kept: self.kept,
            rate: self.rate,
            ci95: self.ci95,
            years,
            source: self.source,
            note: self.note,
        })
    }
}

impl KeptRate {
    /// Whether the row's years are those of `day`'s era: up to 1944, or from 1945.
    fn of_era(&self, day: Date) -> bool {
        let modern = day.year() >= 1945;
        if modern { self.years.0 >= 1945 } else { self.years.1 < 1945 }
    }

    /// The row as evidence; its figures read alike in both languages.
    pub(crate) fn entry(&self) -> Entry {
        let name = self.kind.map_or("ANY", ClauseType::name);
        let (from, to) = self.years;
        let figures = format!("{name}, {}, {from}–{to}: {}/{}", self.grouping, self.kept, self.n);
        Entry {
            id: self.id.clone(),
            kind: "rate".to_owned(),
            source: Source { title: self.source.clone(), url: None, date: None, digest: None },
            text: Phrase { ar: figures.clone(), en: figures },
            confidence: Confidence::Cited,
            known: None,
        }
    }
}

/// The rates of the file, in its order.
pub(crate) fn read(file: &DataFile) -> Result<Vec<KeptRate>, HistoryError> {
    let rows: RateFile = file.parse()?;
    let checked = |row: RateRow| {
        let what = format!("rate {}, {}: counts, share, interval or period do not fit", row.grouping, row.period);
        row.rate().ok_or_else(|| file.wrong(what))
    };
    rows.rate.into_iter().map(checked).collect()
}

/// The row that fits an obligation best: same kind, same era, and its number of parties if that
/// was counted apart.
pub(crate) fn best(rates: &[KeptRate], kind: ClauseType, bilateral: bool, day: Date) -> Option<&KeptRate> {
    let parties = if bilateral { "bilateral" } else { "multilateral" };
    let row = |grouping: &str| rates.iter().find(|r| r.kind == Some(kind) && r.grouping == grouping && r.of_era(day));
    row(parties).or_else(|| row("all"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> DataFile {
        DataFile { name: "base/kept_rates.toml".to_owned(), text: text.to_owned().leak() }
    }

    fn row(kind: &str, grouping: &str, period: &str) -> String {
        format!(
            "[[rate]]\ntype = \"{kind}\"\ngrouping = \"{grouping}\"\nn = 4\nkept = 1\nrate = 0.25\nci95 = [0.1, 0.6]\nperiod = \"{period}\"\nsource = \"s\"\n"
        )
    }

    #[test]
    fn the_row_of_the_same_era_and_number_of_parties_is_taken() {
        let text = [
            row("ANY", "all", "1945-2003"),
            row("DEFENSE", "all", "1816-2003"),
            row("DEFENSE", "all", "1945-2003"),
            row("DEFENSE", "bilateral", "1945-2003"),
            row("DEFENSE", "bilateral", "1816-1944"),
        ];
        let rates = read(&file(&text.concat())).unwrap();
        let id = |kind, bilateral, year| {
            let day = Date::constant(year, 1, 1);
            best(&rates, kind, bilateral, day).map(|r| r.id.0.clone())
        };
        let defence = ClauseType::Defense;
        assert_eq!(id(defence, true, 2025).unwrap(), "base:rate:DEFENSE:bilateral:1945-2003");
        assert_eq!(id(defence, false, 2025).unwrap(), "base:rate:DEFENSE:all:1945-2003");
        assert_eq!(id(defence, true, 1914).unwrap(), "base:rate:DEFENSE:bilateral:1816-1944");
        assert_eq!(id(ClauseType::NonSubversion, true, 2025), None);
    }

    #[test]
    fn a_share_outside_its_interval_is_refused() {
        let text = row("DEFENSE", "all", "1945-2003").replace("0.25", "0.7");
        assert!(read(&file(&text)).is_err());
    }
}
