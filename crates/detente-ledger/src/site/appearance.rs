//! Appearances on television and elsewhere.

use detente_codebook::{Language, Phrase};
use jiff::civil::Date;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::Site;
use super::error::invalid;
use crate::{LedgerError, Stamp, json};

/// One appearance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appearance {
    /// The day.
    pub day: Date,
    /// Who spoke.
    pub who: Phrase,
    /// The programme and its channel.
    pub programme: Phrase,
    /// What about.
    pub subject: Phrase,
    /// Where it can be seen.
    pub url: Option<String>,
    /// The language spoken.
    pub language: Language,
}

impl Site {
    /// Adds an appearance.
    ///
    /// # Errors
    /// [`super::SiteError::Invalid`] for an address that is not http or https.
    pub fn add_appearance(&mut self, appearance: &Appearance, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "appearance", |tx| {
            let web = |u: &String| u.starts_with("https://") || u.starts_with("http://");
            if !appearance.url.as_ref().is_none_or(web) {
                return Err(invalid("address", "it begins with https:// or http://"));
            }
            tx.execute(
                "INSERT INTO site_appearance (day, language, body) VALUES (?, ?, ?)",
                params![appearance.day.to_string(), appearance.language.tag(), json::write("an appearance", appearance)?],
            )?;
            Ok(((), appearance.day.to_string()))
        })
    }

    /// The appearances, the latest first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn appearances(&self, limit: u32) -> Result<Vec<Appearance>, LedgerError> {
        self.ledger.ask(|db| {
            let mut query = db.prepare_cached("SELECT body FROM site_appearance ORDER BY day DESC, id DESC LIMIT ?")?;
            let rows: Vec<String> = query.query_map([limit], |r| r.get(0))?.collect::<Result<_, _>>()?;
            rows.iter().map(|r| json::read("an appearance", r)).collect()
        })
    }
}
