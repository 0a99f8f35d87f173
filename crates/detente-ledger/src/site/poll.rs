//! Polls: a question, its answers, and one vote a token.

use detente_codebook::Phrase;
use rusqlite::{OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use super::Site;
use super::error::{invalid, missing};
use crate::{LedgerError, Stamp, json};

/// A poll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// What is asked.
    pub question: Phrase,
    /// What can be answered.
    pub answers: Vec<Phrase>,
}

/// A poll with its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Its number.
    pub id: i64,
    /// The poll.
    pub poll: Poll,
    /// Votes, one number an answer.
    pub votes: Vec<u32>,
    /// Whether votes are still taken.
    pub open: bool,
}

impl Count {
    /// How many voted.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.votes.iter().sum()
    }
}

/// What became of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// It counts.
    Counted,
    /// The token has voted before; nothing was changed.
    Before,
    /// The poll takes no votes any more.
    Closed,
}

impl Site {
    /// Opens a poll.
    ///
    /// # Errors
    /// [`super::SiteError::Invalid`] with fewer than two answers, or more than twelve.
    pub fn open_poll(&mut self, poll: &Poll, stamp: &Stamp) -> Result<i64, LedgerError> {
        self.change(stamp, "open poll", |tx| {
            if !(2..=12).contains(&poll.answers.len()) {
                return Err(invalid("poll", "it has from two to twelve answers"));
            }
            let body = json::write("a poll", poll)?;
            tx.execute("INSERT INTO site_poll (opened, body) VALUES (?, ?)", params![stamp.time, body])?;
            let id = tx.last_insert_rowid();
            Ok((id, format!("poll {id}")))
        })
    }

    /// Ends the voting.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] when there is no such poll.
    pub fn close_poll(&mut self, id: i64, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "close poll", |tx| {
            let n = tx.execute("UPDATE site_poll SET closed = ? WHERE id = ?", params![stamp.time, id])?;
            if n == 0 { Err(missing("poll", id)) } else { Ok(((), format!("poll {id}"))) }
        })
    }

    /// Counts one vote. `token` is a digest: who votes is not kept, and a token votes once.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] or [`super::SiteError::Invalid`] for a poll or answer that is not there.
    pub fn vote(&mut self, id: i64, token: &str, answer: usize) -> Result<Vote, LedgerError> {
        self.ledger.change(|tx| {
            let sql = "SELECT body, closed IS NOT NULL FROM site_poll WHERE id = ?";
            let row = tx.query_row(sql, [id], |r| Ok((r.get::<_, String>(0)?, r.get::<_, bool>(1)?))).optional()?;
            let Some((body, closed)) = row else { return Err(missing("poll", id)) };
            let poll: Poll = json::read("a poll", &body)?;
            if answer >= poll.answers.len() {
                return Err(invalid("answer", "the poll has no such answer"));
            }
            if closed {
                return Ok(Vote::Closed);
            }
            let answer = i64::try_from(answer).unwrap_or(i64::MAX);
            let n =
                tx.execute("INSERT OR IGNORE INTO site_vote (poll, token, answer) VALUES (?, ?, ?)", params![id, token, answer])?;
            Ok(if n == 1 { Vote::Counted } else { Vote::Before })
        })
    }

    /// A poll with its votes.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] when there is no such poll.
    pub fn poll(&self, id: i64) -> Result<Count, LedgerError> {
        self.ledger.ask(|db| {
            let sql = "SELECT body, closed IS NULL FROM site_poll WHERE id = ?";
            let row = db.query_row(sql, [id], |r| Ok((r.get::<_, String>(0)?, r.get(1)?))).optional()?;
            let Some((body, open)) = row else { return Err(missing("poll", id)) };
            let poll: Poll = json::read("a poll", &body)?;
            let mut votes = vec![0_u32; poll.answers.len()];
            let mut query = db.prepare_cached("SELECT answer, count(*) FROM site_vote WHERE poll = ? GROUP BY answer")?;
            let mut rows = query.query([id])?;
            while let Some(row) = rows.next()? {
                let (answer, n): (u32, u32) = (row.get(0)?, row.get(1)?);
                if let Some(slot) = votes.get_mut(answer as usize) {
                    *slot = n;
                }
            }
            Ok(Count { id, poll, votes, open })
        })
    }

    /// The number of the latest poll.
    ///
    /// # Errors
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn latest_poll(&self) -> Result<Option<i64>, LedgerError> {
        self.ledger.ask(|db| Ok(db.query_row("SELECT max(id) FROM site_poll", [], |r| r.get(0))?))
    }
}
