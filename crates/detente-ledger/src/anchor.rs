//! Where the quotes of new records stand in their snapshots.

use std::collections::BTreeMap;

use detente_codebook::{Quote, Record, Selector, Text};
use rusqlite::Connection;

use crate::{LedgerError, SourceId, error::Fault, json, snapshot::Stored, words::quotes};

/// The texts that the records of one change rest on, each read once.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    texts: BTreeMap<String, Shelved>,
    /// The digest of the text that the whole change is about.
    own: Option<String>,
}

#[derive(Debug)]
struct Shelved {
    snapshot: i64,
    text: Text,
}

/// A record's snapshot, and the selectors of its quotes.
#[derive(Debug)]
pub(crate) struct Anchored {
    pub(crate) snapshot: Option<i64>,
    pub(crate) selectors: Vec<Selector>,
}

impl Shelf {
    /// A shelf with the text that a change is about.
    pub(crate) fn with(own: Option<&Stored>) -> Self {
        let mut shelf = Self { texts: BTreeMap::new(), own: own.map(|s| s.digest.clone()) };
        if let Some(stored) = own {
            shelf.put(stored);
        }
        shelf
    }

    fn put(&mut self, stored: &Stored) {
        let shelved = Shelved { snapshot: stored.id, text: Text::new(&stored.text) };
        self.texts.insert(stored.digest.clone(), shelved);
    }

    /// The snapshot and the selectors of a record; refused where a quote is not in its source,
    /// and where there is no source at all.
    pub(crate) fn anchor(&mut self, db: &Connection, record: &Record) -> Result<Anchored, Fault> {
        match self.text_of(db, record)? {
            None if is_unsourced(record) => Err(LedgerError::Unsourced(record.id.clone()).into()),
            None => Ok(Anchored { snapshot: None, selectors: quotes(&record.item).into_iter().map(bare).collect() }),
            Some(on) => {
                let selectors = quotes(&record.item).into_iter().map(|q| on.select(record, q));
                Ok(Anchored { snapshot: Some(on.snapshot), selectors: selectors.collect::<Result<_, _>>()? })
            }
        }
    }

    fn text_of(&mut self, db: &Connection, record: &Record) -> Result<Option<&Shelved>, Fault> {
        let named = || record.source.digest.as_ref().map(|d| d.as_str().to_owned());
        let Some(digest) = self.own.clone().or_else(named) else {
            return Ok(None);
        };
        if !self.texts.contains_key(&digest) {
            let stored = Stored::of_digest(db, &digest)?;
            self.put(&stored.ok_or(LedgerError::NoSource(SourceId(json::digest(&digest)?)))?);
        }
        Ok(self.texts.get(&digest))
    }
}

impl Shelved {
    fn select(&self, record: &Record, quote: &Quote) -> Result<Selector, LedgerError> {
        let found = Selector::of(&self.text, quote.span()).filter(|s| s.exact == quote.exact);
        found.ok_or_else(|| LedgerError::QuoteNotInSource {
            id: record.id.clone(),
            exact: quote.exact.clone(),
            start: quote.start,
            end: quote.end,
        })
    }
}

/// The selector of a quote whose text the ledger does not have: nothing stands around it.
fn bare(quote: &Quote) -> Selector {
    let (prefix, suffix) = (String::new(), String::new());
    Selector { exact: quote.exact.clone(), prefix, suffix, start: quote.start, end: quote.end }
}

fn is_unsourced(record: &Record) -> bool {
    let source = &record.source;
    source.title.trim().is_empty() && source.url.as_ref().is_none_or(|u| u.trim().is_empty())
}
