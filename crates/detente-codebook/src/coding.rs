//! A coding: everything that was read out of one text, and what could not be.

use serde::{Deserialize, Serialize};

use crate::{ActorCode, ActorKind, CameoCode, Certainty, ClauseType, Document, Dyad, Edtf, Furniture, Plover, Quote, Stage};

/// Everything coded from one document. Field names are those of the `detente.coding/1` schema.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Coding {
    /// What the page says of itself.
    pub document: Document,
    /// Page furniture.
    pub furniture: Vec<Furniture>,
    /// Actors with their mentions.
    pub actors: Vec<Mention>,
    /// Events, each one directed pair.
    pub events: Vec<Event>,
    /// Treaties with clauses.
    pub treaties: Vec<Treaty>,
    /// Transfers of arms or aid.
    pub transfers: Vec<Transfer>,
    /// Statements with their speakers.
    pub statements: Vec<Statement>,
    /// If-then claims.
    pub conditionals: Vec<Conditional>,
    /// Hedges.
    pub hedges: Vec<Hedge>,
    /// Signed mentions of a dyad.
    pub ties: Vec<Tie>,
    /// What could not be coded.
    pub gaps: Vec<Gap>,
}

/// An actor and where the text names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Its code.
    pub code: ActorCode,
    /// Its kind.
    pub kind: ActorKind,
    /// Its name: a person's full name, else the codebook's name in the text's language.
    pub name: String,
    /// Where it is named.
    pub mentions: Vec<Quote>,
}

/// Who did what to whom, when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id within the coding.
    pub id: String,
    /// The date, as precise as the text.
    pub date: Option<Edtf>,
    /// Who acted.
    pub source: ActorCode,
    /// On whom.
    pub target: ActorCode,
    /// The CAMEO code.
    pub cameo: CameoCode,
    /// The PLOVER type.
    pub plover: Plover,
    /// Its standing in the text.
    pub certainty: Certainty,
    /// Who says so, when it is not the text itself.
    pub holder: Option<String>,
    /// The Goldstein score, -10 to 10.
    pub goldstein: Option<f64>,
    /// The words it rests on.
    pub quote: Quote,
    /// Where the text tells of it again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Quote>,
    /// The frame that fired, and the file it stands in.
    pub rule: String,
}

/// A treaty as the text describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Treaty {
    /// Its id within the coding.
    pub id: String,
    /// The name as the text gives it.
    pub name: Option<Quote>,
    /// The parties, sorted.
    pub parties: Vec<ActorCode>,
    /// When it was signed or concluded.
    pub signed: Option<Edtf>,
    /// When it entered into force.
    pub in_force: Option<Edtf>,
    /// When it ended.
    pub ended: Option<Edtf>,
    /// Its term in years.
    pub term_years: Option<u32>,
    /// How far it has come in law, by this text.
    pub stage: Stage,
    /// What it obliges to, or is said not to.
    pub clauses: Vec<Clause>,
    /// The words it rests on.
    pub quote: Quote,
}

/// An obligation that a text ascribes to a treaty, or says that it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The kind.
    #[serde(rename = "type")]
    pub kind: ClauseType,
    /// False where the text says that the kind is absent.
    pub present: bool,
    /// The article, when given.
    pub article: Option<String>,
    /// The words it rests on.
    pub quote: Quote,
}

/// How far a transfer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TransferStatus {
    /// Delivered or in use.
    Delivered,
    /// To be delivered.
    Planned,
    /// Claimed.
    Alleged,
    /// Said not to be.
    Denied,
}

/// A transfer of arms or aid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Who gives.
    pub from: ActorCode,
    /// Who receives.
    pub to: ActorCode,
    /// The item in the words of the text.
    pub item: String,
    /// The category: aircraft, uav, missile, artillery, …
    pub category: String,
    /// How far it has come.
    pub status: TransferStatus,
    /// Its standing in the text.
    pub certainty: Certainty,
    /// The words it rests on.
    pub quote: Quote,
}

/// Words that the text gives to a speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The code of the speaker, when known.
    pub speaker: Option<ActorCode>,
    /// The name of the speaker, or of the treaty that is quoted.
    pub speaker_name: String,
    /// The role that the text gives.
    pub role: Option<String>,
    /// The verb of saying.
    pub verb: String,
    /// The words said, without the outer quotation marks.
    pub quote: Quote,
}

/// An if-then claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditional {
    /// The condition.
    #[serde(rename = "if")]
    pub antecedent: Quote,
    /// What would follow.
    #[serde(rename = "then")]
    pub consequent: Quote,
    /// Who holds it: a name, a treaty, or the article.
    pub holder: String,
}

/// Words that weaken a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedge {
    /// The weakening word.
    pub marker: String,
    /// Who hedges: a name or the article.
    pub holder: String,
    /// The hedged words.
    pub quote: Quote,
}

/// The sign of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sign {
    /// Friendly.
    #[serde(rename = "+")]
    Positive,
    /// Hostile.
    #[serde(rename = "-")]
    Negative,
}

/// A signed mention of a dyad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The two actors.
    pub dyad: Dyad,
    /// Friendly or hostile.
    pub sign: Sign,
    /// The words it rests on.
    pub quote: Quote,
}

/// Something that could not be coded, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Why.
    pub reason: String,
    /// Where.
    pub quote: Quote,
}
