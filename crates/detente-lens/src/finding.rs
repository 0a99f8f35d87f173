//! One lens's answer.

use detente_codebook::RecordId;
use serde::{Deserialize, Serialize};

use crate::Message;

/// Probabilities of what becomes of the target within the horizon; they add up to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// It becomes more hostile.
    pub worsens: f64,
    /// It stays as it is.
    pub holds: f64,
    /// It becomes friendlier.
    pub improves: f64,
}

/// Which way a claim speaks on the question whether the target worsens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// For an effect of the shift on the target.
    For,
    /// Against such an effect.
    Against,
    /// Context only.
    Neither,
}

/// Records in the order in which they are first named.
pub(crate) fn each_once(ids: impl Iterator<Item = RecordId>) -> Vec<RecordId> {
    let mut out: Vec<RecordId> = Vec::new();
    for id in ids {
        if !out.contains(&id) {
            out.push(id);
        }
    }
    out
}

/// One sentence of a finding, its figure, and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The sentence.
    pub message: Message,
    /// Which way it speaks.
    pub stance: Stance,
    /// The figure it states.
    pub value: Option<f64>,
    /// The unit of the figure.
    pub unit: Option<String>,
    /// An interval around the figure.
    pub interval: Option<[f64; 2]>,
    /// How many cases the figure rests on.
    pub n: Option<u64>,
    /// The records it rests on, never empty.
    pub evidence: Vec<RecordId>,
}

impl Claim {
    /// A claim without a figure.
    #[must_use]
    pub fn new(message: Message, evidence: Vec<RecordId>) -> Self {
        Self { message, stance: Stance::Neither, value: None, unit: None, interval: None, n: None, evidence }
    }
}

/// One lens's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[must_use]
pub struct Finding {
    /// The name of the lens.
    pub lens: String,
    /// Whether the lens has anything to stand on.
    pub grounds: bool,
    /// What it forecasts, if it does.
    pub forecast: Option<Forecast>,
    /// How many cases the forecast rests on.
    pub n: Option<u64>,
    /// Its claims, in a fixed order.
    pub claims: Vec<Claim>,
    /// What it takes for granted.
    pub assumptions: Vec<Message>,
    /// What it could not know.
    pub unknown: Vec<Message>,
    /// How it works, with its source.
    pub method: Message,
    /// Pictures of the finding's ground, such as the network around the target.
    pub network: Option<Network>,
}

/// The signed network around a question, as of the day.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// The actors, sorted.
    pub actors: Vec<detente_codebook::ActorCode>,
    /// The ties among them.
    pub ties: Vec<NetworkTie>,
}

/// One signed tie of a network, before and after the supposed shift.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkTie {
    /// Whose tie.
    pub dyad: detente_codebook::Dyad,
    /// The sign as of the day: -1, 0 (both or neither) or 1.
    pub before: i8,
    /// The sign after the supposed shift.
    pub after: i8,
    /// What it rests on.
    pub evidence: Vec<RecordId>,
}
