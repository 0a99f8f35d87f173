//! Search over the folded words of the records that stand.

use detente_codebook::{
    Item, Quote, RecordId, Selector,
    fold::{Folded, folded},
};
use rusqlite::Connection;
use serde::Serialize;

use crate::{
    Ledger, LedgerError,
    error::Fault,
    json, read,
    seal::selectors,
    standing::{Entry, Standing},
    words::terms,
};

/// A record that has all the words that were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// What kind of record.
    pub kind: &'static str,
    /// The words of its quote around the first word found, as they stand in the source.
    pub snippet: String,
    /// The whole quote.
    pub quote: Option<Quote>,
    /// The title of its source.
    pub source: String,
}

/// At most so many of the records that match are weighed; of more, the latest are shown. Weighing
/// reads every match, and a word that stands in a million records weighs next to nothing.
const WEIGHED: u32 = 2_000;
/// How many code points a snippet has at most.
const SNIPPET: usize = 160;

impl Ledger {
    /// Records that stand and have all of `words`, the best first, at most `limit`.
    ///
    /// Spelling is folded on both sides: hamza, alef, ya and ta marbuta, vowel marks, accents and
    /// capitals make no difference, nor does the Arabic article. Actor codes are words too.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, LedgerError> {
        let terms = terms(words);
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        self.ask(|db| {
            let found = matching(db, &terms, limit)?;
            found.into_iter().map(|entry| hit(db, entry, &terms)).collect()
        })
    }
}

fn matching(db: &Connection, terms: &[String], limit: usize) -> Result<Vec<Entry>, Fault> {
    let standing = Standing::now(db)?;
    // Terms hold letters and digits only, so quotation marks make each of them a plain string.
    let asked = terms.iter().map(|t| format!("\"{t}\"")).collect::<Vec<_>>().join(" ");
    let order = if is_common(db, &asked)? { "folded.rowid DESC" } else { "rank, entry" };
    let mut query = db.prepare_cached(&format!(
        "SELECT entry, operation FROM folded JOIN record ON entry = folded.rowid WHERE folded MATCH ? ORDER BY {order}"
    ))?;
    let mut rows = query.query([&asked])?;
    let mut found = Vec::new();
    while found.len() < limit
        && let Some(row) = rows.next()?
    {
        let entry = row.get(0)?;
        if standing.stands(entry, row.get(1)?) {
            found.push(entry);
        }
    }
    Ok(found)
}

/// Whether more records match than are weighed.
fn is_common(db: &Connection, asked: &str) -> Result<bool, Fault> {
    let some = "SELECT count(*) FROM (SELECT 1 FROM folded WHERE folded MATCH ? LIMIT ?)";
    let n: u32 = db.prepare_cached(some)?.query_row(rusqlite::params![asked, WEIGHED + 1], |row| row.get(0))?;
    Ok(n > WEIGHED)
}

fn hit(db: &Connection, entry: Entry, terms: &[String]) -> Result<Hit, Fault> {
    let record = read::record(db, entry)?;
    let read = |s: String| json::read::<Selector>("a quote", &s);
    let quotes = selectors(db, entry)?.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let best = quotes.iter().find(|q| first(&q.exact, terms).is_some()).or(quotes.first());
    let text = best.map_or_else(|| plain(&record.item, terms), |q| q.exact.clone());
    Ok(Hit {
        kind: record.item.kind(),
        snippet: snippet(&text, first(&text, terms).unwrap_or(0)),
        quote: best.map(|q| Quote { exact: q.exact.clone(), start: q.start, end: q.end }),
        source: record.source.title,
        record: record.id,
    })
}

/// The sentence of a fact without a quote, in the language of the words asked for.
fn plain(item: &Item, terms: &[String]) -> String {
    let Item::Base(fact) = item else {
        return String::new();
    };
    let text = if first(&fact.text.ar, terms).is_some() { &fact.text.ar } else { &fact.text.en };
    text.clone()
}

/// The code point at which the first of `terms` stands in `text`.
fn first(text: &str, terms: &[String]) -> Option<usize> {
    let Folded { text, origin } = folded(text);
    let byte = terms.iter().filter_map(|t| text.find(t.as_str())).min()?;
    origin.get(text.get(..byte)?.chars().count()).copied()
}

/// At most [`SNIPPET`] code points around code point `at`, with marks where words are left out.
fn snippet(text: &str, at: usize) -> String {
    let n = text.chars().count();
    let from = if n <= SNIPPET { 0 } else { at.saturating_sub(SNIPPET / 2).min(n - SNIPPET) };
    let words: String = text.chars().skip(from).take(SNIPPET).collect();
    let (before, after) = (from > 0, from + SNIPPET < n);
    format!("{}{words}{}", if before { "…" } else { "" }, if after { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_snippet_is_part_of_its_text(text in "\\PC{0,400}", at in 0usize..500) {
            let cut = snippet(&text, at);
            prop_assert!(cut.chars().count() <= SNIPPET + 2);
            prop_assert!(text.contains(cut.trim_matches('…')) || text.contains('…'));
        }

        #[test]
        fn the_place_of_a_term_is_in_the_text(text in "\\PC{0,40}", word in "\\PC{1,3}") {
            let found = first(&text, &terms(&word));
            prop_assert!(found.is_none_or(|at| at < text.chars().count()));
        }
    }
}
