//! A brief of the site: its draft, its state, and its frozen versions.

use std::fmt;

use detente_codebook::{Digest, Language, Phrase};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};

use super::error::{invalid, missing};
use super::{Site, SiteError};
use crate::{LedgerError, Stamp, error::Fault, json};

/// The number of a brief: that of its short link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BriefId(pub i64);

impl fmt::Display for BriefId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a brief stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Being written.
    Draft,
    /// Handed to an editor.
    Review,
    /// Seen by readers.
    Published,
    /// Taken back, visibly.
    Withdrawn,
}

impl State {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The head of a brief as readers see it, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The title.
    pub title: Phrase,
    /// One or two sentences below it.
    pub summary: Phrase,
    /// The last part of its address.
    pub slug: Phrase,
    /// The key of its category.
    pub category: String,
    /// Who wrote it.
    pub byline: Phrase,
    /// The language in which it was written first.
    pub language: Language,
}

/// What a brief is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Topic {
    /// `dyad` or `actor`.
    pub kind: String,
    /// The code: a dyad with its codes in order of the alphabet.
    pub key: String,
}

/// What the next version of a brief will be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The head.
    pub head: Head,
    /// The brief as JSON, schema `detente.brief/1`.
    pub body: String,
    /// The words by which it is found, in each language.
    pub words: Phrase,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// Ids of claims that rest on nothing; with any of these it is not published.
    pub unsourced: Vec<String>,
}

/// A brief as the editors' desk sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Its number.
    pub id: BriefId,
    /// Where it stands.
    pub state: State,
    /// Who wrote it.
    pub author: String,
    /// The next version.
    pub draft: Draft,
    /// Counts the changes of the draft, so that two editors do not overwrite each other.
    pub revision: i64,
    /// How many versions were published.
    pub version: i64,
}

/// A frozen version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The brief.
    pub brief: BriefId,
    /// 1 for the first.
    pub number: i64,
    /// When it was published.
    pub time: String,
    /// By whom.
    pub actor: String,
    /// What was corrected, in both languages; none for the first.
    pub note: Option<Phrase>,
    /// Its head.
    pub head: Head,
    /// The brief as JSON.
    pub body: String,
    /// SHA-256 over head and body.
    pub hash: String,
}

/// The digest of a version.
pub(super) fn seal(head: &str, body: &str) -> String {
    Digest::of(format!("{head}\n{body}").as_bytes()).as_str().to_owned()
}

/// A row of the desk.
pub(super) fn desk(db: &Connection, id: BriefId) -> Result<Desk, Fault> {
    let mut query = db.prepare_cached("SELECT state, author, draft, revision, version FROM site_brief WHERE id = ?")?;
    let row = query.query_row([id.0], |r| Ok((r.get::<_, String>(0)?, r.get(1)?, r.get::<_, String>(2)?, r.get(3)?, r.get(4)?)));
    let Some((state, author, draft, revision, version)) = row.optional()? else { return Err(missing("brief", id)) };
    let state = json::named("the state of a brief", &state)?;
    Ok(Desk { id, state, author, draft: json::read("a draft", &draft)?, revision, version })
}

/// A version as it is stored: note and head still as JSON.
type Stored = (Version, Option<String>, String);

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let version = Version {
        brief: BriefId(row.get(0)?),
        number: row.get(1)?,
        time: row.get(2)?,
        actor: row.get(3)?,
        note: None,
        head: Head::default(),
        body: row.get(7)?,
        hash: row.get(6)?,
    };
    Ok((version, row.get(4)?, row.get(5)?))
}

fn opened((mut version, note, head): Stored) -> Result<Version, Fault> {
    version.note = note.map(|n| json::read("a note", &n)).transpose()?;
    version.head = json::read("a head", &head)?;
    Ok(version)
}

pub(super) fn version(db: &Connection, id: BriefId, number: i64) -> Result<Option<Version>, Fault> {
    let sql = "SELECT brief, number, time, actor, note, head, hash, body FROM site_version WHERE brief = ? AND number = ?";
    let mut query = db.prepare_cached(sql)?;
    query.query_row(params![id.0, number], stored).optional()?.map(opened).transpose()
}

fn check(draft: &Draft) -> Result<(), Fault> {
    let wrong = |what, why: &str| Err(invalid(what, why));
    match &draft.head {
        h if h.title.ar.trim().is_empty() && h.title.en.trim().is_empty() => wrong("title", "one is needed"),
        h if h.category.trim().is_empty() => wrong("category", "one is needed"),
        h if h.title.ar.len() + h.title.en.len() > 2_000 => wrong("title", "at most 1,000 bytes in each language"),
        _ if draft.body.len() > 8 << 20 => wrong("brief", "at most 8 MiB"),
        _ => Ok(()),
    }
}

impl Site {
    /// A new draft.
    ///
    /// # Errors
    /// [`SiteError::Invalid`] without title or category.
    pub fn draft(&mut self, draft: &Draft, stamp: &Stamp) -> Result<BriefId, LedgerError> {
        self.change(stamp, "draft", |tx| {
            check(draft)?;
            let body = json::write("a draft", draft)?;
            tx.execute(
                "INSERT INTO site_brief (state, author, draft, category) VALUES ('draft', ?, ?, ?)",
                params![stamp.actor, body, draft.head.category],
            )?;
            let id = BriefId(tx.last_insert_rowid());
            Ok((id, format!("brief {id}")))
        })
    }

    /// Changes a draft that was read at `revision`.
    ///
    /// # Errors
    /// [`SiteError::Stale`] when someone else changed it since, [`SiteError::Missing`] without it.
    pub fn redraft(&mut self, id: BriefId, revision: i64, draft: &Draft, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "change draft", |tx| {
            check(draft)?;
            let body = json::write("a draft", draft)?;
            let changed = tx.execute(
                "UPDATE site_brief SET draft = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
                params![body, id.0, revision],
            )?;
            if changed == 0 {
                desk(tx, id)?;
                return Err(SiteError::Stale { what: format!("brief {id}") }.into());
            }
            Ok(((), format!("brief {id}")))
        })
    }

    /// A brief with its draft.
    ///
    /// # Errors
    /// [`SiteError::Missing`] when there is none of that number.
    pub fn desk(&self, id: BriefId) -> Result<Desk, LedgerError> {
        self.ledger.ask(|db| desk(db, id))
    }

    /// Every brief, the latest first.
    ///
    /// # Errors
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn desks(&self, limit: u32) -> Result<Vec<Desk>, LedgerError> {
        self.ledger.ask(|db| {
            let mut query = db.prepare_cached("SELECT id FROM site_brief ORDER BY id DESC LIMIT ?")?;
            let ids: Vec<i64> = query.query_map([limit], |r| r.get(0))?.collect::<Result<_, _>>()?;
            ids.into_iter().map(|id| desk(db, BriefId(id))).collect()
        })
    }

    /// A frozen version of a brief.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn version(&self, id: BriefId, number: i64) -> Result<Option<Version>, LedgerError> {
        self.ledger.ask(|db| version(db, id, number))
    }

    /// Every version of a brief without its body, the first first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn versions(&self, id: BriefId) -> Result<Vec<Version>, LedgerError> {
        self.ledger.ask(|db| {
            let sql = "SELECT brief, number, time, actor, note, head, hash, '' FROM site_version WHERE brief = ? ORDER BY number";
            let mut query = db.prepare_cached(sql)?;
            let rows: Vec<Stored> = query.query_map([id.0], stored)?.collect::<Result<_, _>>()?;
            rows.into_iter().map(opened).collect()
        })
    }
}
