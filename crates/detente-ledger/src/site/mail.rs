//! The queue of letters: resumable, and no letter goes to one reader twice.
//!
//! A line is taken (`sending`) before it is handed over and settled (`sent`) after. One that is still
//! `sending` when the program starts was cut off in between. A sink that recognises a letter it has
//! already may be given it again; with any other it is given up, since a letter twice is worse than none.

use rusqlite::{OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use super::subscriber::{Subscriber, one};
use super::{Site, Subscription};
use crate::{LedgerError, error::Fault, json};

/// How often a letter that was refused is tried again.
const MOST_TRIES: i64 = 5;

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterKind {
    /// A new brief.
    Brief,
    /// A confirmation that the newsletter was asked for.
    Confirm,
}

/// A letter before it is addressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What it is about.
    pub kind: LetterKind,
    /// The brief it is about.
    pub brief: Option<i64>,
    /// The secret of a confirmation; it leaves the file with the letter.
    pub secret: Option<String>,
}

/// A letter that is to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The number of the letter.
    pub letter: i64,
    /// What it says.
    pub body: Letter,
    /// When it was queued.
    pub time: String,
    /// To whom.
    pub to: Subscriber,
}

impl Site {
    /// Queues a letter on a brief for every reader, once: a second call changes nothing.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn queue_brief(&mut self, brief: i64, time: &str) -> Result<u64, LedgerError> {
        let letter = Letter { kind: LetterKind::Brief, brief: Some(brief), secret: None };
        self.ledger.change(|tx| {
            let key = format!("brief {brief}");
            let body = json::write("a letter", &letter)?;
            let sql = "INSERT OR IGNORE INTO site_letter (kind, key, time, body) VALUES ('brief', ?, ?, ?)";
            if tx.execute(sql, params![key, time, body])? == 0 {
                return Ok(0);
            }
            let id = tx.last_insert_rowid();
            let n = tx.execute(
                "INSERT INTO site_queue (letter, subscriber, state)
                 SELECT ?, id, 'waiting' FROM site_subscriber WHERE state = 'active'",
                [id],
            )?;
            Ok(u64::try_from(n).unwrap_or(u64::MAX))
        })
    }

    /// Queues the confirmation letter of a subscription.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn queue_confirmation(&mut self, to: Subscription, secret: &str, digest: &str, time: &str) -> Result<(), LedgerError> {
        let Subscription::Confirm(subscriber) = to else { return Ok(()) };
        let letter = Letter { kind: LetterKind::Confirm, brief: None, secret: Some(secret.to_owned()) };
        self.ledger.change(|tx| {
            let body = json::write("a letter", &letter)?;
            let sql = "INSERT INTO site_letter (kind, key, time, body) VALUES ('confirm', ?, ?, ?)";
            tx.execute(sql, params![format!("confirm {digest}"), time, body])?;
            let sql = "INSERT INTO site_queue (letter, subscriber, state) VALUES (?, ?, 'waiting')";
            tx.execute(sql, params![tx.last_insert_rowid(), subscriber])?;
            Ok(())
        })
    }

    /// Takes the next letter that is due.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn take_letter(&mut self, now: i64) -> Result<Option<Envelope>, LedgerError> {
        self.ledger.change(|tx| {
            let sql = "SELECT q.letter, q.subscriber, l.body, l.time FROM site_queue q JOIN site_letter l ON l.id = q.letter
                       WHERE q.state = 'waiting' AND q.due <= ? ORDER BY q.due, q.letter, q.subscriber LIMIT 1";
            type Row = (i64, i64, String, String);
            let row: Option<Row> = tx.query_row(sql, [now], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))).optional()?;
            let Some((letter, subscriber, body, time)) = row else { return Ok(None) };
            let sql = "UPDATE site_queue SET state = 'sending', tries = tries + 1 WHERE letter = ? AND subscriber = ?";
            tx.execute(sql, params![letter, subscriber])?;
            let lost = || Fault::Stored(format!("subscriber {subscriber} is missing"));
            let to = one(tx, "WHERE id = ?", subscriber)?.ok_or_else(lost)?;
            Ok(Some(Envelope { letter, body: json::read("a letter", &body)?, time, to }))
        })
    }

    /// Settles a letter: handed over, or why not and when to try again.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn settle_letter(&mut self, envelope: &Envelope, refused: Option<(&str, i64)>) -> Result<(), LedgerError> {
        let (letter, to) = (envelope.letter, envelope.to.id);
        self.ledger.change(|tx| {
            match refused {
                None => tx.execute(
                    "UPDATE site_queue SET state = 'sent', what = NULL WHERE letter = ? AND subscriber = ?",
                    params![letter, to],
                )?,
                Some((why, due)) => tx.execute(
                    "UPDATE site_queue SET state = CASE WHEN tries >= ?3 THEN 'failed' ELSE 'waiting' END, what = ?4, due = ?5
                     WHERE letter = ?1 AND subscriber = ?2",
                    params![letter, to, MOST_TRIES, why, due],
                )?,
            };
            if envelope.body.kind == LetterKind::Confirm && refused.is_none() {
                let spent = Letter { secret: None, ..envelope.body.clone() };
                tx.execute("UPDATE site_letter SET body = ? WHERE id = ?", params![json::write("a letter", &spent)?, letter])?;
            }
            Ok(())
        })
    }

    /// Settles what was cut off: queued again when the sink recognises what it has, else given up.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn resume_letters(&mut self, recognises: bool) -> Result<u64, LedgerError> {
        self.ledger.change(|tx| {
            let sql = if recognises {
                "UPDATE site_queue SET state = 'waiting' WHERE state = 'sending'"
            } else {
                "UPDATE site_queue SET state = 'failed', what = 'cut off while being sent; not sent again' WHERE state = 'sending'"
            };
            Ok(u64::try_from(tx.execute(sql, [])?).unwrap_or(u64::MAX))
        })
    }

    /// How many lines of the queue stand in each state, sorted by name.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn queue(&self) -> Result<Vec<(String, u32)>, LedgerError> {
        self.ledger.ask(|db| {
            let mut query = db.prepare_cached("SELECT state, count(*) FROM site_queue GROUP BY state ORDER BY state")?;
            Ok(query.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?)
        })
    }
}
