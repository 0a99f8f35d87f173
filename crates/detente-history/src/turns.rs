//! The curated record of turns: named rapprochements and ruptures, and what became of the ties of
//! third states. `data/history/README.md` says how cases were chosen and what each value means.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, Confidence, Edtf, Phrase, RecordId, Source};
use serde::Deserialize;

use crate::{Entry, HistoryError};

static TEXT: &str = include_str!("../../../data/history/turns.toml");
static TURNS: LazyLock<Result<Turns, HistoryError>> = LazyLock::new(|| Turns::read(TEXT));

/// What the ids of turns begin with.
const PREFIX: &str = "base:turn:";

/// Whether two states came closer or fell out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TurnKind {
    /// They came closer.
    Rapprochement,
    /// They fell out.
    Rupture,
}

/// What a tie was before a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Before {
    /// Friendly.
    #[serde(rename = "+")]
    Friendly,
    /// Hostile.
    #[serde(rename = "-")]
    Hostile,
    /// Both at once.
    #[serde(rename = "mixed")]
    Mixed,
    /// Neither.
    #[serde(rename = "0")]
    Neither,
    /// Not known.
    #[serde(rename = "unknown")]
    Unknown,
}

/// What a tie was some years later, against what it was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Friendlier.
    Better,
    /// As before.
    Held,
    /// More hostile.
    Worse,
    /// Not known, which is never nothing.
    Unknown,
    /// One of the two was gone.
    Ended,
    /// The day is still to come.
    Pending,
}

/// A tie before a turn and after it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TurnTie {
    /// Before the first act.
    pub before: Before,
    /// One year after the decisive act.
    pub y1: Fate,
    /// Five years after it.
    pub y5: Fate,
    /// Ten years after it.
    pub y10: Fate,
    /// Whether the general histories put a move down to the turn.
    pub cause: Option<String>,
}

impl TurnTie {
    /// What it was at the year of 1, 5 and 10 that is nearest to `years`.
    #[must_use]
    pub const fn at(&self, years: u8) -> Fate {
        match years {
            0..=2 => self.y1,
            3..=7 => self.y5,
            _ => self.y10,
        }
    }
}

/// A third state.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Third {
    /// Which.
    pub c: ActorCode,
    /// Its tie with the first of the two.
    pub with_a: TurnTie,
    /// Its tie with the second.
    pub with_b: TurnTie,
    /// What became of both, in a sentence or two.
    pub note: Phrase,
}

/// An act with its day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Act {
    /// When.
    pub date: Edtf,
    /// What, in Arabic.
    pub ar: String,
    /// What, in English.
    pub en: String,
}

/// One turn.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Turn {
    /// Its fixed name.
    pub id: String,
    /// Which way it went.
    pub kind: TurnKind,
    /// `major_major`, `major_other` or `other_other`.
    pub class: String,
    /// One of the two.
    pub a: ActorCode,
    /// The other.
    pub b: ActorCode,
    /// What it is called.
    pub name: Phrase,
    /// The act that decided it.
    pub decisive_act: Act,
    /// How sure the entry is: `cited`, `recalled` or `mixed`.
    pub confidence: String,
    /// Third states and their ties.
    #[serde(default)]
    pub third: Vec<Third>,
}

impl Turn {
    /// The id of its record.
    #[must_use]
    pub fn record(&self) -> RecordId {
        RecordId(format!("{PREFIX}{}", self.id))
    }

    fn entry(&self) -> Entry {
        let act = &self.decisive_act;
        let both = |of: fn(&Phrase) -> &str, act: &str| format!("{}: {act}", of(&self.name));
        Entry {
            id: self.record(),
            kind: "turn".to_owned(),
            source: Source {
                title: "Détente: the curated record of turns, data/history/turns.toml".to_owned(),
                url: None,
                date: None,
                digest: None,
            },
            text: Phrase { ar: both(|p| &p.ar, &act.ar), en: both(|p| &p.en, &act.en) },
            confidence: if self.confidence == "cited" { Confidence::Cited } else { Confidence::Recalled },
            known: Some(act.date),
        }
    }
}

/// Every turn, in the order of their decisive acts.
#[derive(Debug, Default)]
pub struct Turns {
    turns: Vec<Turn>,
    entries: BTreeMap<RecordId, Entry>,
}

#[derive(Deserialize)]
struct File {
    turn: Vec<Turn>,
}

/// The curated record, read once.
///
/// # Errors
/// [`HistoryError`] when the compiled-in file is malformed; a test keeps that from happening.
pub fn turns() -> Result<&'static Turns, HistoryError> {
    TURNS.as_ref().map_err(Clone::clone)
}

impl Turns {
    fn read(text: &str) -> Result<Self, HistoryError> {
        let file = || "history/turns.toml".to_owned();
        let read: File =
            detente_codebook::embedded(text).map_err(|e| HistoryError::Data { file: file(), what: e.to_string() })?;
        let mut out = Self::default();
        for turn in read.turn {
            if out.entries.insert(turn.record(), turn.entry()).is_some() {
                return Err(HistoryError::Twice { file: file(), id: turn.id });
            }
            out.turns.push(turn);
        }
        Ok(out)
    }

    /// Every turn.
    #[must_use]
    pub fn all(&self) -> &[Turn] {
        &self.turns
    }

    /// What a brief shows of a turn.
    #[must_use]
    pub fn record(&self, id: &RecordId) -> Option<&Entry> {
        self.entries.get(id)
    }
}

/// What a brief shows of a turn; none for an id of another kind.
pub(crate) fn record(id: &RecordId) -> Option<&'static Entry> {
    if id.0.starts_with(PREFIX) { turns().ok()?.record(id) } else { None }
}
