//! Forecasts kept in public: registered once, immutable, resolved with a source.

use detente_codebook::{Digest, Phrase};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};

use super::Site;
use super::error::{invalid, missing};
use crate::{LedgerError, Stamp, error::Fault, json};

/// What is forecast, when it closes and what counts. Nothing of it changes once registered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criteria {
    /// The question, answered yes or no.
    pub question: Phrase,
    /// What counts as yes, and who decides.
    pub criteria: Phrase,
    /// The last day that counts.
    pub closes: Date,
    /// The probability of yes.
    pub chance: f64,
    /// The brief that it comes from.
    pub brief: Option<i64>,
}

/// How a forecast came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It happened by the criteria.
    Yes,
    /// It did not.
    No,
    /// It cannot be decided by the criteria, and counts nowhere.
    Void,
}

impl Outcome {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Void => "void",
        }
    }
}

impl std::str::FromStr for Outcome {
    type Err = LedgerError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let wrong = || super::SiteError::Invalid { what: "outcome", why: "it is yes, no or void".to_owned() };
        [Self::Yes, Self::No, Self::Void].into_iter().find(|o| o.name() == s).ok_or_else(|| LedgerError::Site(wrong()))
    }
}

/// A resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// How it came out.
    pub outcome: Outcome,
    /// The source that shows it.
    pub source: String,
    /// Why, in a sentence.
    pub reason: String,
    /// When it was resolved.
    pub time: String,
    /// The day of that.
    pub day: Date,
    /// By whom.
    pub actor: String,
}

/// A forecast with what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Registered {
    /// Its number.
    pub id: i64,
    /// When it was registered.
    pub time: String,
    /// The day of that.
    pub day: Date,
    /// By whom.
    pub actor: String,
    /// What was registered.
    #[serde(flatten)]
    pub criteria: Criteria,
    /// SHA-256 over the registered text.
    pub hash: String,
    /// Every resolution, the first first; the last one counts.
    pub verdicts: Vec<Verdict>,
}

impl Registered {
    /// The outcome that counts.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.verdicts.last().map(|v| v.outcome)
    }

    /// Whether the hash is that of the text, recomputed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        serde_json::to_string(&self.criteria).is_ok_and(|body| seal(&body) == self.hash)
    }
}

fn seal(body: &str) -> String {
    Digest::of(body.as_bytes()).as_str().to_owned()
}

fn check(criteria: &Criteria, stamp: &Stamp) -> Result<(), Fault> {
    let empty = |p: &Phrase| p.ar.trim().is_empty() && p.en.trim().is_empty();
    match criteria {
        c if empty(&c.question) => Err(invalid("question", "a forecast asks one")),
        c if empty(&c.criteria) => Err(invalid("criteria", "say what counts as yes, and who decides")),
        c if !(0.0..=1.0).contains(&c.chance) => Err(invalid("probability", "it is a number from 0 to 1")),
        c if c.closes <= stamp.day => Err(invalid("closing day", "it lies after the day of registration")),
        _ => Ok(()),
    }
}

struct Raw {
    id: i64,
    time: String,
    day: String,
    actor: String,
    body: String,
    hash: String,
}

fn raw(r: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok(Raw { id: r.get(0)?, time: r.get(1)?, day: r.get(2)?, actor: r.get(3)?, body: r.get(4)?, hash: r.get(5)? })
}

fn day(text: &str) -> Result<Date, Fault> {
    text.parse().map_err(|_| Fault::Stored(format!("`{text}` is no day")))
}

fn whole(db: &Connection, raw: Raw) -> Result<Registered, Fault> {
    let mut query =
        db.prepare_cached("SELECT outcome, source, reason, time, actor, day FROM site_outcome WHERE forecast = ? ORDER BY id")?;
    let mut rows = query.query([raw.id])?;
    let mut verdicts = Vec::new();
    while let Some(r) = rows.next()? {
        let (outcome, on): (String, String) = (r.get(0)?, r.get(5)?);
        let outcome = json::named("an outcome", &outcome)?;
        verdicts.push(Verdict {
            outcome,
            source: r.get(1)?,
            reason: r.get(2)?,
            time: r.get(3)?,
            day: day(&on)?,
            actor: r.get(4)?,
        });
    }
    Ok(Registered {
        id: raw.id,
        time: raw.time,
        day: day(&raw.day)?,
        actor: raw.actor,
        criteria: json::read("a forecast", &raw.body)?,
        hash: raw.hash,
        verdicts,
    })
}

const COLUMNS: &str = "SELECT id, time, day, actor, body, hash FROM site_forecast";

impl Site {
    /// Registers a forecast. From then on it is immutable.
    ///
    /// # Errors
    /// [`super::SiteError::Invalid`] without question or criteria, for a probability that is none, or
    /// a closing day that has passed.
    pub fn register(&mut self, criteria: &Criteria, stamp: &Stamp) -> Result<i64, LedgerError> {
        self.change(stamp, "register forecast", |tx| {
            check(criteria, stamp)?;
            let body = json::write("a forecast", criteria)?;
            tx.execute(
                "INSERT INTO site_forecast (time, day, actor, closes, chance, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![
                    stamp.time,
                    stamp.day.to_string(),
                    stamp.actor,
                    criteria.closes.to_string(),
                    criteria.chance,
                    body,
                    seal(&body)
                ],
            )?;
            let id = tx.last_insert_rowid();
            Ok((id, format!("forecast {id}")))
        })
    }

    /// Resolves a forecast with a source; resolving again corrects, and both stay visible.
    /// No is said only once the closing day has passed, since until then it may still happen.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] when there is none; [`super::SiteError::Invalid`] without a source.
    pub fn resolve(&mut self, id: i64, outcome: Outcome, source: &str, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "resolve forecast", |tx| {
            let closes: Option<String> =
                tx.query_row("SELECT closes FROM site_forecast WHERE id = ?", [id], |r| r.get(0)).optional()?;
            let closes = day(&closes.ok_or_else(|| missing("forecast", id))?)?;
            if source.trim().is_empty() {
                return Err(invalid("source", "a resolution names the source that shows it"));
            }
            if outcome == Outcome::No && stamp.day <= closes {
                return Err(invalid("outcome", format!("until the end of {closes} it may still happen")));
            }
            tx.execute(
                "INSERT INTO site_outcome (forecast, time, day, actor, outcome, source, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![id, stamp.time, stamp.day.to_string(), stamp.actor, outcome.name(), source.trim(), stamp.reason],
            )?;
            Ok(((), format!("forecast {id} {}", outcome.name())))
        })
    }

    /// Every forecast, the first first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] or [`LedgerError::Sqlite`] when the file cannot be read.
    pub fn forecasts(&self) -> Result<Vec<Registered>, LedgerError> {
        self.ledger.ask(|db| {
            let mut query = db.prepare_cached(&format!("{COLUMNS} ORDER BY id"))?;
            let rows: Vec<Raw> = query.query_map([], raw)?.collect::<Result<_, _>>()?;
            rows.into_iter().map(|r| whole(db, r)).collect()
        })
    }

    /// One forecast.
    ///
    /// # Errors
    /// [`super::SiteError::Missing`] when there is none of that number.
    pub fn forecast(&self, id: i64) -> Result<Registered, LedgerError> {
        self.ledger.ask(|db| {
            let row = db.query_row(&format!("{COLUMNS} WHERE id = ?"), [id], raw).optional()?;
            whole(db, row.ok_or_else(|| missing("forecast", id))?)
        })
    }
}
