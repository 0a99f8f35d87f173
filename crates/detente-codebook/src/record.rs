//! A record: a fact with its source, as the ledger or the embedded base keeps it.

use serde::{Deserialize, Serialize};

use crate::{ActorCode, Conditional, Digest, Dyad, Edtf, Event, Hedge, Period, Quote, Sign, Statement, Tie, Transfer, Treaty};

/// The id of a record: `base:…` for the embedded base, `src:<digest>:…` for a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordId(pub String);

impl std::fmt::Display for RecordId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How sure a fact is, by where it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Seen in the source that is named.
    Cited,
    /// Known to the compiler and not seen in a source: a lead.
    Recalled,
}

/// The text or data set that a record rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// Its date.
    pub date: Option<Edtf>,
    /// SHA-256 of the text as received, for captured texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Digest>,
}

/// A fact of the embedded base: a war, a rivalry, sanctions, cooperation, a normalisation …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseFact {
    /// What kind of fact: war, hostilities, sanctions, rivalry, cooperation, …
    pub kind: String,
    /// One side.
    pub a: Vec<ActorCode>,
    /// The other side.
    pub b: Vec<ActorCode>,
    /// Friendly or hostile.
    pub sign: Sign,
    /// 1 mild, 2 marked, 3 strong.
    pub weight: u8,
    /// When it holds.
    pub held: Period,
    /// One plain sentence.
    pub text: crate::Phrase,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "item", rename_all = "lowercase")]
pub enum Item {
    /// An event.
    Event(Event),
    /// A treaty that a text describes.
    Treaty(Treaty),
    /// A transfer.
    Transfer(Transfer),
    /// A statement.
    Statement(Statement),
    /// An if-then claim.
    Conditional(Conditional),
    /// A hedge.
    Hedge(Hedge),
    /// A signed mention of a dyad.
    Tie(Tie),
    /// A fact of the embedded base.
    Base(BaseFact),
}

/// One sourced fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// What it says.
    #[serde(flatten)]
    pub item: Item,
    /// Where it was seen.
    pub source: Source,
    /// How sure it is.
    pub confidence: Confidence,
    /// The day from which it was known: nothing may rest on it before.
    pub known: Option<Edtf>,
}

impl Item {
    /// The name of the kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Event(_) => "event",
            Self::Treaty(_) => "treaty",
            Self::Transfer(_) => "transfer",
            Self::Statement(_) => "statement",
            Self::Conditional(_) => "conditional",
            Self::Hedge(_) => "hedge",
            Self::Tie(_) => "tie",
            Self::Base(_) => "base",
        }
    }

    /// The words it rests on; none for facts of the base.
    #[must_use]
    pub const fn quote(&self) -> Option<&Quote> {
        Some(match self {
            Self::Event(x) => &x.quote,
            Self::Treaty(x) => &x.quote,
            Self::Transfer(x) => &x.quote,
            Self::Statement(x) => &x.quote,
            Self::Conditional(x) => &x.antecedent,
            Self::Hedge(x) => &x.quote,
            Self::Tie(x) => &x.quote,
            Self::Base(_) => return None,
        })
    }

    /// The dyads it speaks of.
    #[must_use]
    pub fn dyads(&self) -> Vec<Dyad> {
        match self {
            Self::Event(e) => vec![Dyad::new(e.source.state(), e.target.state())],
            Self::Transfer(t) => vec![Dyad::new(t.from.state(), t.to.state())],
            Self::Tie(t) => vec![t.dyad.clone()],
            Self::Treaty(t) => pairs(&t.parties),
            Self::Base(f) => f.a.iter().flat_map(|a| f.b.iter().map(|b| Dyad::new(a.clone(), b.clone()))).collect(),
            Self::Statement(_) | Self::Conditional(_) | Self::Hedge(_) => Vec::new(),
        }
    }
}

fn pairs(parties: &[ActorCode]) -> Vec<Dyad> {
    let later = |i: usize| parties.get(i + 1..).unwrap_or_default();
    let of = |(i, a): (usize, &ActorCode)| later(i).iter().map(|b| Dyad::new(a.clone(), b.clone())).collect::<Vec<_>>();
    parties.iter().enumerate().flat_map(of).collect()
}
