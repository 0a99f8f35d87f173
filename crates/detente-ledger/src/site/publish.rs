//! The steps of a brief: draft, review, publish, correct, withdraw.

use detente_codebook::{Phrase, fold::fold};
use rusqlite::{Connection, params};

use super::brief::{desk, seal};
use super::{BriefId, Desk, Draft, Site, SiteError, State};
use crate::{LedgerError, Stamp, error::Fault, json, words::terms};

impl Site {
    /// Hands a draft to an editor.
    ///
    /// # Errors
    /// [`SiteError::Step`] when it is no draft.
    pub fn hand_in(&mut self, id: BriefId, stamp: &Stamp) -> Result<(), LedgerError> {
        self.step(id, &[State::Draft], "handed to review", State::Review, stamp)
    }

    /// Gives a brief under review back to its author.
    ///
    /// # Errors
    /// [`SiteError::Step`] when it is not under review.
    pub fn hand_back(&mut self, id: BriefId, stamp: &Stamp) -> Result<(), LedgerError> {
        self.step(id, &[State::Review], "handed back", State::Draft, stamp)
    }

    /// Takes a published brief back; its page then says so, and why.
    ///
    /// # Errors
    /// [`SiteError::Step`] when it is not published.
    pub fn withdraw(&mut self, id: BriefId, note: &Phrase, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, "withdraw", |tx| {
            allowed(&desk(tx, id)?, &[State::Published], "withdrawn")?;
            let note = json::write("a note", note)?;
            tx.execute(
                "UPDATE site_brief SET state = 'withdrawn', withdrawn = ?, changed = ? WHERE id = ?",
                params![note, stamp.time, id.0],
            )?;
            unlist(tx, id)?;
            Ok(((), format!("brief {id}")))
        })
    }

    /// Publishes the draft as the next version. After the first one it is a correction, and says in
    /// `note` what was corrected.
    ///
    /// # Errors
    /// [`SiteError::Unsourced`] while a claim lacks a source; [`SiteError::Step`] when it was not
    /// reviewed; [`SiteError::Invalid`] for a correction without a note.
    pub fn publish(&mut self, id: BriefId, note: Option<&Phrase>, stamp: &Stamp) -> Result<i64, LedgerError> {
        self.change(stamp, if note.is_some() { "correct" } else { "publish" }, |tx| {
            let desk = desk(tx, id)?;
            ready(&desk, note)?;
            let number = desk.version + 1;
            freeze(tx, &desk, number, note, stamp)?;
            list(tx, &desk, number, stamp)?;
            Ok((number, format!("brief {id} version {number}")))
        })
    }

    fn step(&mut self, id: BriefId, from: &[State], step: &'static str, to: State, stamp: &Stamp) -> Result<(), LedgerError> {
        self.change(stamp, step, |tx| {
            allowed(&desk(tx, id)?, from, step)?;
            tx.execute("UPDATE site_brief SET state = ? WHERE id = ?", params![to.name(), id.0])?;
            Ok(((), format!("brief {id}")))
        })
    }
}

fn allowed(desk: &Desk, from: &[State], step: &'static str) -> Result<(), Fault> {
    if from.contains(&desk.state) { Ok(()) } else { Err(SiteError::Step { state: desk.state, step }.into()) }
}

fn ready(desk: &Desk, note: Option<&Phrase>) -> Result<(), Fault> {
    let claims = &desk.draft.unsourced;
    if !claims.is_empty() {
        return Err(SiteError::Unsourced { claims: claims.clone() }.into());
    }
    if desk.version == 0 {
        return allowed(desk, &[State::Review], "published");
    }
    allowed(desk, &[State::Published], "corrected")?;
    let said = note.is_some_and(|n| !n.ar.trim().is_empty() && !n.en.trim().is_empty());
    if said {
        return Ok(());
    }
    let why = "say in both languages what was corrected".to_owned();
    Err(SiteError::Invalid { what: "note of correction", why }.into())
}

fn freeze(db: &Connection, desk: &Desk, number: i64, note: Option<&Phrase>, stamp: &Stamp) -> Result<(), Fault> {
    let head = json::write("a head", &desk.draft.head)?;
    let note = note.map(|n| json::write("a note", n)).transpose()?;
    let hash = seal(&head, &desk.draft.body);
    db.execute(
        "INSERT INTO site_version (brief, number, time, actor, note, head, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        params![desk.id.0, number, stamp.time, stamp.actor, note, head, desk.draft.body, hash],
    )?;
    Ok(())
}

/// Makes a brief seen: its row, its topics, its words.
fn list(db: &Connection, desk: &Desk, number: i64, stamp: &Stamp) -> Result<(), Fault> {
    db.execute(
        "UPDATE site_brief SET state = 'published', version = ?2, category = ?3,
             published = ifnull(published, ?4), changed = ?4 WHERE id = ?1",
        params![desk.id.0, number, desk.draft.head.category, stamp.time],
    )?;
    unlist(db, desk.id)?;
    let mut topic = db.prepare_cached("INSERT OR IGNORE INTO site_topic (kind, key, brief) VALUES (?, ?, ?)")?;
    for t in &desk.draft.topics {
        topic.execute(params![t.kind, t.key, desk.id.0])?;
    }
    let mut words = db.prepare_cached("INSERT INTO site_words (rowid, words) VALUES (?, ?)")?;
    words.execute(params![desk.id.0 * 2, searchable(&desk.draft, |p| &p.ar)])?;
    words.execute(params![desk.id.0 * 2 + 1, searchable(&desk.draft, |p| &p.en)])?;
    Ok(())
}

fn unlist(db: &Connection, id: BriefId) -> Result<(), Fault> {
    db.execute("DELETE FROM site_topic WHERE brief = ?", [id.0])?;
    db.execute("DELETE FROM site_words WHERE rowid IN (?, ?)", params![id.0 * 2, id.0 * 2 + 1])?;
    Ok(())
}

/// The folded words of a draft in one language, each also without what is written on to it.
fn searchable(draft: &Draft, of: impl Fn(&Phrase) -> &str) -> String {
    let parts = [of(&draft.head.title), of(&draft.head.summary), of(&draft.words)];
    let terms = parts.iter().flat_map(|p| terms(p)).flat_map(|t| crate::words::both(&t));
    fold(&terms.collect::<Vec<_>>().join(" "))
}
