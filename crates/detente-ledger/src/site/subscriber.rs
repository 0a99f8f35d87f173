//! Readers of the newsletter: double opt-in, one-click out, export and erasure.

use detente_codebook::Language;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Serialize;

use super::Site;
use super::error::invalid;
use crate::{LedgerError, Stamp, error::Fault, json};

/// How long a confirmation is waited for.
const PATIENCE_SECONDS: i64 = 48 * 3600;
/// How long a second confirmation letter to the same address waits.
const PAUSE_SECONDS: i64 = 3600;
/// After so many bounces in a row no more letters go out.
const MOST_BOUNCES: i64 = 3;

/// What is kept of a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subscriber {
    /// The number.
    pub id: i64,
    /// The address.
    pub address: String,
    /// The language of the letters.
    pub language: Language,
    /// `pending`, `active` or `gone`.
    pub state: String,
    /// When it was asked for, in seconds from 1970.
    pub asked: i64,
    /// When it was confirmed or ended.
    pub settled: Option<i64>,
    /// Bounces in a row.
    pub bounces: i64,
}

/// What asking for the newsletter led to. The reader is told the same in every case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subscription {
    /// A confirmation is to be sent to this subscriber.
    Confirm(i64),
    /// Nothing is to be sent: it is known, or a confirmation went out just now.
    Quiet,
}

const COLUMNS: &str = "SELECT id, address, language, state, asked, settled, bounces FROM site_subscriber";

fn raw(row: &Row<'_>) -> rusqlite::Result<(Subscriber, String)> {
    let subscriber = Subscriber {
        id: row.get(0)?,
        address: row.get(1)?,
        language: Language::En,
        state: row.get(3)?,
        asked: row.get(4)?,
        settled: row.get(5)?,
        bounces: row.get(6)?,
    };
    Ok((subscriber, row.get(2)?))
}

pub(super) fn one(db: &Connection, rest: &str, value: impl rusqlite::ToSql) -> Result<Option<Subscriber>, Fault> {
    let mut query = db.prepare_cached(&format!("{COLUMNS} {rest}"))?;
    let Some((mut subscriber, language)) = query.query_row([value], raw).optional()? else { return Ok(None) };
    subscriber.language = json::named("a language", &language)?;
    Ok(Some(subscriber))
}

/// The address as it is kept: without spaces around, its domain in small letters.
fn normal(address: &str) -> Result<String, Fault> {
    let wrong = || invalid("address", "it reads like name@example.org");
    let (name, domain) = address.trim().rsplit_once('@').ok_or_else(wrong)?;
    let plain = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_graphic() && !"<>()[],;:\\\"@".contains(c));
    let dotted = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.') && !domain.contains("..");
    if plain(name) && plain(domain) && dotted && name.len() <= 64 && domain.len() <= 255 {
        Ok(format!("{name}@{}", domain.to_ascii_lowercase()))
    } else {
        Err(wrong())
    }
}

impl Site {
    /// Asks for the newsletter. `token` is the digest of the secret in the confirmation letter.
    ///
    /// # Errors
    /// [`super::SiteError::Invalid`] when the address cannot be one.
    pub fn subscribe(&mut self, address: &str, language: Language, token: &str, now: i64) -> Result<Subscription, LedgerError> {
        self.ledger.change(|tx| {
            let address = normal(address)?;
            let known = one(tx, "WHERE address = ?", &address)?;
            let quiet =
                known.as_ref().is_some_and(|s| s.state == "active" || (s.state == "pending" && now - s.asked < PAUSE_SECONDS));
            if quiet {
                return Ok(Subscription::Quiet);
            }
            tx.execute(
                "INSERT INTO site_subscriber (address, language, state, asked, token) VALUES (?1, ?2, 'pending', ?3, ?4)
                 ON CONFLICT (address) DO UPDATE SET language = ?2, state = 'pending', asked = ?3, token = ?4, settled = NULL",
                params![address, language.tag(), now, token],
            )?;
            let id = tx.query_row("SELECT id FROM site_subscriber WHERE address = ?", [&address], |r| r.get(0))?;
            Ok(Subscription::Confirm(id))
        })
    }

    /// Confirms by the digest of a secret, once and within 48 hours; false when it will not do.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn confirm(&mut self, token: &str, now: i64) -> Result<bool, LedgerError> {
        self.ledger.change(|tx| {
            let n = tx.execute(
                "UPDATE site_subscriber SET state = 'active', settled = ?1, token = NULL, bounces = 0
                 WHERE token = ?2 AND state = 'pending' AND asked > ?3",
                params![now, token, now - PATIENCE_SECONDS],
            )?;
            Ok(n == 1)
        })
    }

    /// Ends the letters to a subscriber; what still waits for them is taken away. Asking twice is no error.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn unsubscribe(&mut self, id: i64, now: i64) -> Result<(), LedgerError> {
        self.ledger.change(|tx| {
            tx.execute("UPDATE site_subscriber SET state = 'gone', settled = ?, token = NULL WHERE id = ?", params![now, id])?;
            tx.execute("DELETE FROM site_queue WHERE subscriber = ? AND state = 'waiting'", [id])?;
            Ok(())
        })
    }

    /// Notes that a letter came back; after three in a row no more are sent.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn bounced(&mut self, id: i64, now: i64) -> Result<(), LedgerError> {
        self.ledger.change(|tx| {
            tx.execute("UPDATE site_subscriber SET bounces = bounces + 1 WHERE id = ?", [id])?;
            tx.execute(
                "UPDATE site_subscriber SET state = 'gone', settled = ?1 WHERE id = ?2 AND bounces >= ?3",
                params![now, id, MOST_BOUNCES],
            )?;
            Ok(())
        })
    }

    /// Everything kept of an address.
    ///
    /// # Errors
    /// [`super::SiteError::Invalid`] when the address cannot be one.
    pub fn subscriber(&self, address: &str) -> Result<Option<Subscriber>, LedgerError> {
        self.ledger.ask(|db| one(db, "WHERE address = ?", normal(address)?))
    }

    /// A subscriber by number.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn subscriber_numbered(&self, id: i64) -> Result<Option<Subscriber>, LedgerError> {
        self.ledger.ask(|db| one(db, "WHERE id = ?", id))
    }

    /// Erases an address and everything kept of it; false when nothing was.
    ///
    /// # Errors
    /// [`LedgerError::Stamp`] without who and why.
    pub fn erase(&mut self, address: &str, stamp: &Stamp) -> Result<bool, LedgerError> {
        self.change(stamp, "erase subscriber", |tx| {
            let n = tx.execute("DELETE FROM site_subscriber WHERE address = ?", [normal(address)?])?;
            Ok((n == 1, "a subscriber".to_owned()))
        })
    }

    /// How many read the newsletter.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn n_subscribers(&self) -> Result<u32, LedgerError> {
        self.ledger.ask(|db| Ok(db.query_row("SELECT count(*) FROM site_subscriber WHERE state = 'active'", [], |r| r.get(0))?))
    }
}
