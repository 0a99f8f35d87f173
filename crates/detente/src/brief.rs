//! The brief: a question in formal terms, what each lens found, and everything it rests on.
//!
//! Every sentence stands in Arabic and in English, so one brief renders in either language from the
//! same findings. Its JSON form is the schema `detente.brief/1` of the contract.

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, Confidence, Dyad, Edtf, Language, Phrase, Quote, RecordId, Selector, Sign};
use detente_lens::{Direction, Forecast, Shift, Stance};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The schema that the JSON form names first.
pub const SCHEMA: &str = "detente.brief/1";

/// A brief in both languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[must_use]
pub struct Brief {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Eight hexadecimal digits: the digest of question, sources and seed. Claim ids begin with it.
    pub id: String,
    /// The language in which it is shown unless another is asked for: that of the text.
    pub language: Language,
    /// The article that it was made from.
    pub article: Option<Head>,
    /// The question; none for an article that asks none.
    pub question: Option<Asking>,
    /// The short answer, each sentence with the claims it rests on.
    pub answer: Vec<Sentence>,
    /// What each lens found, in the fixed order of the lenses.
    pub findings: Vec<LensFinding>,
    /// The lenses taken together.
    pub synthesis: Synthesis,
    /// What could not be known, and what would have to be.
    pub unknown: Vec<Phrase>,
    /// Questions that the article raises, ready to be asked; given when it asks none itself.
    pub questions: Vec<Suggested>,
    /// What was coded from the article, in the order of the text.
    pub reading: Vec<Coded>,
    /// The signed network around the question.
    pub network: Option<NetworkView>,
    /// Dated facts about the actors of the question, oldest first.
    pub timeline: Vec<Moment>,
    /// Every record that the brief cites, in the order of first citation.
    pub evidence: Vec<Evidence>,
    /// The seed of whatever was drawn at random.
    pub seed: u64,
    /// The version of Détente.
    pub made_with: String,
}

/// The head of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its title.
    pub title: String,
    /// The category that stands before its title.
    pub category: Option<String>,
    /// Who wrote it, as the page says.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// Its address.
    pub url: Option<String>,
    /// SHA-256 of the text that quotes are of.
    pub digest: String,
    /// The language of its text.
    pub language: Language,
}

/// The question in formal terms and in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// As it was asked, if in words.
    pub text: Option<String>,
    /// What is supposed.
    pub shift: Shift,
    /// What is asked about.
    pub target: Dyad,
    /// The day as of which the world is known.
    pub as_of: Date,
    /// Over how many years the answer reaches.
    pub horizon_years: u8,
    /// The formal question in words.
    pub restated: Phrase,
}

/// A sentence and the claims it sums up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The sentence.
    pub text: Phrase,
    /// The claims behind it.
    pub claims: Vec<String>,
}

/// What one lens found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LensFinding {
    /// The name of the lens, as on the command line.
    pub lens: String,
    /// Its name for readers.
    pub title: Phrase,
    /// Whether it has anything to stand on.
    pub grounds: bool,
    /// Its forecast of the target, if it makes one.
    pub forecast: Option<Forecast>,
    /// How many cases the forecast rests on.
    pub n: Option<u64>,
    /// Its claims.
    pub claims: Vec<ClaimView>,
    /// What it takes for granted.
    pub assumptions: Vec<Phrase>,
    /// How it works, with its source.
    pub method: Phrase,
}

/// One claim in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimView {
    /// Its id, for `why`.
    pub id: String,
    /// The sentence.
    pub text: Phrase,
    /// Which way it speaks.
    pub stance: Stance,
    /// Its figure.
    pub value: Option<f64>,
    /// The unit of the figure.
    pub unit: Option<String>,
    /// An interval around the figure.
    pub interval: Option<[f64; 2]>,
    /// How many cases the figure rests on.
    pub n: Option<u64>,
    /// The evidence, never empty.
    pub evidence: Vec<RecordId>,
}

/// The lenses taken together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Synthesis {
    /// The weighted pool of the lenses that forecast; none when none does.
    pub forecast: Option<Forecast>,
    /// The weight of each lens in the pool.
    pub weights: BTreeMap<String, f64>,
    /// Where the lenses disagree.
    pub disagreement: Option<Phrase>,
    /// How the pool came about, or why there is none.
    pub note: Phrase,
}

/// A question that can be asked as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// The question in words.
    pub text: Phrase,
    /// What is supposed.
    pub shift: Shift,
    /// What is asked about.
    pub target: Dyad,
}

/// One item coded from the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// The record.
    pub id: RecordId,
    /// Its kind: event, treaty, transfer, statement, conditional, hedge or tie.
    pub kind: String,
    /// What it says.
    pub text: Phrase,
    /// The words it rests on.
    pub quote: Quote,
}

/// The signed network for a picture and for the table beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkView {
    /// The actors, sorted by code.
    pub actors: Vec<Node>,
    /// The ties with a sign before or after, sorted.
    pub ties: Vec<TieView>,
}

/// An actor of the network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Its code.
    pub code: ActorCode,
    /// Its name.
    pub name: Phrase,
    /// Whether the question names it.
    pub asked: bool,
}

/// A tie of the network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TieView {
    /// Whose tie.
    pub dyad: Dyad,
    /// -1 hostile, 0 neither, 1 friendly, as of the day.
    pub before: i8,
    /// The same after the supposed shift.
    pub after: i8,
    /// What it rests on.
    pub evidence: Vec<RecordId>,
}

/// One dated fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// When.
    pub date: Edtf,
    /// What.
    pub text: Phrase,
    /// Friendly, hostile or neither.
    pub sign: Option<Sign>,
    /// The record behind it.
    pub evidence: RecordId,
}

/// One record that the brief cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its id.
    pub id: RecordId,
    /// event, statement, treaty, war, clause, rate …
    pub kind: String,
    /// The very words of the article; none for the embedded base.
    pub quote: Option<Quote>,
    /// The quote with its surroundings (W3C selectors), for the article.
    pub selector: Option<Selector>,
    /// What the record says.
    pub text: Phrase,
    /// Where it was seen.
    pub source: Cited,
    /// Seen in the source, or recalled.
    pub confidence: Confidence,
    /// The day from which it was known.
    pub known: Option<Edtf>,
}

/// The source of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// Its date.
    pub date: Option<Edtf>,
    /// SHA-256 of the captured bytes.
    pub digest: Option<String>,
}

impl Brief {
    /// The evidence of an id.
    #[must_use]
    pub fn evidence(&self, id: &RecordId) -> Option<&Evidence> {
        self.evidence.iter().find(|e| e.id == *id)
    }

    /// The number under which a record is cited: 1 for the first.
    #[must_use]
    pub fn number(&self, id: &RecordId) -> Option<usize> {
        self.evidence.iter().position(|e| e.id == *id).map(|n| n + 1)
    }

    /// The claim of an id, and the lens that makes it.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<(&LensFinding, &ClaimView)> {
        self.findings.iter().find_map(|f| f.claims.iter().find(|c| c.id == id).map(|c| (f, c)))
    }

    /// The direction of the supposed shift.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        self.question.as_ref().map(|q| q.shift.direction)
    }
}
