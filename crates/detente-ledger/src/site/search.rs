//! Search through published briefs by folded words.

use detente_codebook::Language;
use rusqlite::{Connection, params};

use super::list::one;
use super::{BriefId, Listed, Site};
use crate::{LedgerError, error::Fault, words::terms};

/// A published brief that has all the words, and the language in which it has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The brief.
    pub brief: Listed,
    /// The language of the words that were found.
    pub language: Language,
}

/// At most so many of the briefs that match are weighed; of more, the latest are shown.
const WEIGHED: u32 = 2_000;

fn is_common(db: &Connection, asked: &str) -> Result<bool, Fault> {
    let some = "SELECT count(*) FROM (SELECT 1 FROM site_words WHERE site_words MATCH ? LIMIT ?)";
    let n: u32 = db.prepare_cached(some)?.query_row(params![asked, WEIGHED + 1], |row| row.get(0))?;
    Ok(n > WEIGHED)
}

impl Site {
    /// Published briefs that have all of `words`, the best first; none for no words.
    ///
    /// Spelling is folded on both sides, as in [`crate::Ledger::search`].
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn find(&self, words: &str, limit: u32) -> Result<Vec<Found>, LedgerError> {
        let terms = terms(words);
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let asked: Vec<String> = terms.iter().take(16).map(|t| format!("\"{t}\"")).collect();
        self.ledger.ask(|db| {
            let asked = asked.join(" ");
            let order = if is_common(db, &asked)? { "rowid DESC" } else { "rank, rowid" };
            let sql = format!("SELECT rowid FROM site_words WHERE site_words MATCH ? ORDER BY {order} LIMIT ?");
            let mut query = db.prepare_cached(&sql)?;
            let rows: Vec<i64> = query.query_map(params![asked, limit * 2], |r| r.get(0))?.collect::<Result<_, _>>()?;
            let mut out: Vec<Found> = Vec::new();
            for row in rows {
                let language = if row % 2 == 0 { Language::Ar } else { Language::En };
                let id = BriefId(row / 2);
                if out.len() < limit as usize && !out.iter().any(|f| f.brief.id == id) {
                    out.extend(one(db, id)?.map(|brief| Found { brief, language }));
                }
            }
            Ok(out)
        })
    }
}
