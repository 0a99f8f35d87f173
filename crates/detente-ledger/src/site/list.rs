//! Lists of published briefs, the latest first.

use detente_codebook::Phrase;
use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter, types::Value};

use super::error::missing;
use super::{BriefId, Head, Site, State, Topic};
use crate::{LedgerError, error::Fault, json};

/// A brief in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub id: BriefId,
    /// Where it stands: published or withdrawn.
    pub state: State,
    /// The head of its latest version.
    pub head: Head,
    /// The number of that version; above 1 it was corrected.
    pub version: i64,
    /// When it was first published.
    pub published: String,
    /// When it was last published or withdrawn.
    pub changed: String,
    /// Why it was withdrawn.
    pub withdrawn: Option<Phrase>,
}

/// Which briefs are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only of this category.
    pub category: Option<String>,
    /// Only about this.
    pub topic: Option<Topic>,
    /// Only those after this place of the list: time of publication and number of the last one seen.
    pub after: Option<(String, BriefId)>,
    /// At most so many.
    pub limit: u32,
}

const COLUMNS: &str = "SELECT b.id, b.state, v.head, b.version, b.published, b.changed, b.withdrawn
    FROM site_brief b JOIN site_version v ON v.brief = b.id AND v.number = b.version";

struct Raw(Listed, String, String, Option<String>);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let listed = Listed {
        id: BriefId(row.get(0)?),
        state: State::Published,
        head: Head::default(),
        version: row.get(3)?,
        published: row.get(4)?,
        changed: row.get(5)?,
        withdrawn: None,
    };
    Ok(Raw(listed, row.get(1)?, row.get(2)?, row.get(6)?))
}

fn whole(Raw(mut listed, state, head, withdrawn): Raw) -> Result<Listed, Fault> {
    listed.state = json::named("the state of a brief", &state)?;
    listed.head = json::read("a head", &head)?;
    listed.withdrawn = withdrawn.map(|w| json::read("a note", &w)).transpose()?;
    Ok(listed)
}

pub(super) fn one(db: &Connection, id: BriefId) -> Result<Option<Listed>, Fault> {
    let mut query = db.prepare_cached(&format!("{COLUMNS} WHERE b.id = ?"))?;
    query.query_row([id.0], raw).optional()?.map(whole).transpose()
}

fn many(db: &Connection, wanted: &Wanted) -> Result<Vec<Listed>, Fault> {
    let mut sql = COLUMNS.to_owned();
    let mut values: Vec<Value> = Vec::new();
    if let Some(topic) = &wanted.topic {
        sql.push_str(" JOIN site_topic t ON t.brief = b.id AND t.kind = ? AND t.key = ?");
        values.extend([topic.kind.clone().into(), topic.key.clone().into()]);
    }
    sql.push_str(" WHERE b.state = 'published'");
    if let Some(category) = &wanted.category {
        sql.push_str(" AND b.category = ?");
        values.push(category.clone().into());
    }
    if let Some((time, id)) = &wanted.after {
        sql.push_str(" AND (b.published, b.id) < (?, ?)");
        values.extend([time.clone().into(), id.0.into()]);
    }
    sql.push_str(" ORDER BY b.published DESC, b.id DESC LIMIT ?");
    values.push(i64::from(wanted.limit).into());
    let mut query = db.prepare_cached(&sql)?;
    let rows: Vec<Raw> = query.query_map(params_from_iter(values), raw)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(whole).collect()
}

impl Site {
    /// A brief that is or was published.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] when none of that number ever was.
    pub fn listed(&self, id: BriefId) -> Result<Listed, LedgerError> {
        self.ledger.ask(|db| one(db, id)?.ok_or_else(|| missing("brief", id)))
    }

    /// Published briefs, the latest first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn list(&self, wanted: &Wanted) -> Result<Vec<Listed>, LedgerError> {
        self.ledger.ask(|db| many(db, wanted))
    }

    /// The categories in use, with the number of published briefs in each, sorted by key.
    ///
    /// # Errors
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn categories(&self) -> Result<Vec<(String, u32)>, LedgerError> {
        self.ledger.ask(|db| {
            // This index holds all that is asked for; the rows themselves hold whole drafts.
            let sql = "SELECT category, count(*) FROM site_brief INDEXED BY site_brief_by_category
                       WHERE state = 'published' GROUP BY category ORDER BY category";
            let mut query = db.prepare_cached(sql)?;
            let rows = query.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// What published briefs are about, with their number, the most frequent first.
    ///
    /// # Errors
    /// [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn topics(&self, kind: &str, limit: u32) -> Result<Vec<(String, u32)>, LedgerError> {
        self.ledger.ask(|db| {
            let sql = "SELECT key, count(*) FROM site_topic WHERE kind = ? GROUP BY key ORDER BY 2 DESC, 1 LIMIT ?";
            let mut query = db.prepare_cached(sql)?;
            let rows = query.query_map(rusqlite::params![kind, limit], |r| Ok((r.get(0)?, r.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
