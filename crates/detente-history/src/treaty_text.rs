//! A treaty as its file in `data/treaties` writes it; `data/treaties/README.md` explains each line.

use detente_codebook::{ActorCode, ClauseType, Confidence, Edtf, Phrase, RecordId, Stage};
use serde::Deserialize;

use crate::{Duty, Strength, Trigger};

/// A treaty, pact or political undertaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreatyText {
    /// The id: the name of its file.
    pub id: String,
    /// Its record id: `base:treaty:<id>`.
    pub record: RecordId,
    /// The full name.
    pub name: Phrase,
    /// What analysts call it.
    pub short: Phrase,
    /// Other English names.
    pub names_en: Vec<String>,
    /// Other Arabic names.
    pub names_ar: Vec<String>,
    /// The form of the text: treaty, declaration, memorandum …
    pub form: String,
    /// What it is about: alliance, partnership, nonaggression, arms_control …
    pub subject: String,
    /// Whether it binds in international law; none where this is disputed.
    pub binding: Option<bool>,
    /// Where it stands in the newest state of the file; see [`Self::standing`] for a day.
    pub stage: Stage,
    /// When it was signed, or initialled if no more.
    pub signed: Edtf,
    /// When it entered into force.
    pub in_force: Option<Edtf>,
    /// When it ended.
    pub ended: Option<Edtf>,
    /// For how many years it was concluded.
    pub term_years: Option<u32>,
    /// The term in words.
    pub term: Option<String>,
    /// Whether every party is listed.
    pub parties_complete: bool,
    /// The parties.
    pub parties: Vec<Party>,
    /// The duties.
    pub clauses: Vec<ClauseText>,
    /// Duties that it is often thought to hold and does not.
    pub absent: Vec<Absent>,
    /// Suspensions between two parties.
    pub suspensions: Vec<Suspension>,
    /// Where states disagree on its standing.
    pub views: Vec<View>,
    /// Its sources.
    pub sources: Vec<TreatySource>,
    /// Whether a source other than memory is named.
    pub confidence: Confidence,
    /// The article by which it prevails over other treaties of its parties, if it says so.
    pub prevails: Option<String>,
    /// Whether it is a lead only: added from memory, its clauses to be checked before anybody relies on it.
    pub lead: bool,
}

/// A party and its membership.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Who.
    pub code: ActorCode,
    /// Since when, if later than the treaty itself.
    pub from: Option<Edtf>,
    /// The last day of membership.
    pub to: Option<Edtf>,
    /// Its part: guarantor, guaranteed, witness …
    pub role: Option<String>,
}

/// One duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseText {
    /// Its record id: `base:treaty:<id>#<article>`, or `#c<number>` without an article.
    pub record: RecordId,
    /// The kind.
    pub kind: ClauseType,
    /// The finer name of the kind.
    pub duty: Duty,
    /// The article, when there is one and it is known.
    pub article: Option<String>,
    /// Whether the text is known to have no numbered articles.
    pub unnumbered: bool,
    /// Who owes what to whom, in a sentence.
    pub text: Phrase,
    /// Who owes it; nobody listed means every party.
    pub obliged: Vec<ActorCode>,
    /// Whether it is owed by all states.
    pub by_all_states: bool,
    /// Who is owed; nobody listed means every party.
    pub beneficiary: Vec<ActorCode>,
    /// The attackers to which it is limited.
    pub against: Vec<ActorCode>,
    /// The attackers that it leaves out.
    pub not_against: Vec<ActorCode>,
    /// What sets it off.
    pub when: Trigger,
    /// How strongly it binds, where the text says so.
    pub automatic: Option<Strength>,
    /// Where the attack must happen, in words.
    pub area: Option<String>,
    /// The same as regions of `data/obligations/zones.toml`; read from the words when missing.
    pub zone: Vec<String>,
    /// Whether an attack by a party on another sets it off too; where the file is silent, the rule
    /// of the obligations engine holds.
    pub co_members: Option<bool>,
    /// The adversaries that a military agreement beside a general text is about.
    pub aimed_at: Vec<ActorCode>,
    /// Whether it starts when a party asks.
    pub by_party_request: bool,
    /// A reservation or an understanding of a party.
    pub caveat: Option<String>,
    /// What narrows it.
    pub scope: Option<String>,
    /// Whether the victim must ask for help.
    pub request_required: bool,
    /// Whether the victim must not have provoked the attack.
    pub unprovoked: bool,
}

/// A kind of duty that the text does not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Its record id: `base:treaty:<id>#absent-<type>`.
    pub record: RecordId,
    /// The kind.
    pub kind: ClauseType,
    /// The same in a sentence.
    pub text: Phrase,
}

/// A suspension between two parties.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    /// Between whom.
    pub between: Vec<ActorCode>,
    /// Since when.
    pub from: Edtf,
    /// Until when, if it ended.
    pub to: Option<Edtf>,
    /// By whom.
    pub by: Option<ActorCode>,
}

/// One view of a treaty's standing, where states disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Who holds it.
    pub holders: Vec<ActorCode>,
    /// The stage in this view.
    pub stage: Option<Stage>,
    /// Since when.
    pub from: Option<Edtf>,
    /// The view in a sentence.
    pub text: Phrase,
}

/// A source of a treaty's file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatySource {
    /// The citation.
    pub cite: String,
    /// The address.
    pub url: Option<String>,
}

impl TreatyText {
    /// Whether it was concluded between two parties only.
    #[must_use]
    pub fn is_bilateral(&self) -> bool {
        self.parties_complete && self.parties.len() == 2
    }

    /// The duties of a kind.
    pub fn clauses_of(&self, kind: ClauseType) -> impl Iterator<Item = &ClauseText> {
        self.clauses.iter().filter(move |c| c.kind == kind)
    }

    /// Whether `other` goes by the same name, such as two treaties on comprehensive strategic
    /// partnership: the title up to the parties, or one of the other names, is the same.
    #[must_use]
    pub fn is_namesake(&self, other: &Self) -> bool {
        let shared = |a: &[String], b: &[String]| a.iter().any(|n| b.contains(n));
        self.id != other.id
            && (title(&self.name.en).is_some_and(|t| title(&other.name.en) == Some(t))
                || shared(&self.names_en, &other.names_en)
                || shared(&self.names_ar, &other.names_ar))
    }
}

/// The words of a title before its parties; none when they say too little to be a name.
fn title(name: &str) -> Option<&str> {
    let (title, _) = name.split_once(" between ")?;
    (title.split_whitespace().count() >= 4).then_some(title)
}

impl ClauseText {
    /// Whether `actor` owes this duty, given that it is a party.
    #[must_use]
    pub fn binds(&self, actor: &ActorCode) -> bool {
        self.by_all_states || self.obliged.is_empty() || self.obliged.contains(actor)
    }

    /// Whether this duty is owed to `actor`, given that it is a party.
    #[must_use]
    pub fn protects(&self, actor: &ActorCode) -> bool {
        self.beneficiary.is_empty() || self.beneficiary.contains(actor)
    }

    /// Whether an attack by `attacker` is one that this duty is about.
    #[must_use]
    pub fn covers_attacker(&self, attacker: &ActorCode) -> bool {
        let named = self.against.is_empty() || self.against.contains(attacker);
        named && !self.not_against.contains(attacker)
    }
}
