//! Holders of office and the days they hold it.

use serde::{Deserialize, Serialize};

use crate::{ActorCode, CodebookError, Period};

/// An office that lets a person act for a state or an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// Monarch, president, supreme leader.
    HeadOfState,
    /// Prime minister, chancellor.
    HeadOfGovernment,
    /// Minister of foreign affairs.
    ForeignMinister,
    /// Minister of defence.
    DefenceMinister,
    /// Deputy minister of foreign affairs.
    DeputyForeignMinister,
    /// Special envoy.
    Envoy,
    /// Spokesperson.
    Spokesperson,
    /// National security adviser or secretary of a security council.
    SecurityAdviser,
    /// Head of an intelligence service.
    IntelligenceChief,
    /// Head of an organisation of states.
    OrganisationHead,
    /// Another office.
    Other,
}

impl Office {
    /// The office of that name in the data files.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "head_of_state" => Self::HeadOfState,
            "head_of_government" => Self::HeadOfGovernment,
            "foreign_minister" => Self::ForeignMinister,
            "defence_minister" => Self::DefenceMinister,
            "deputy_foreign_minister" => Self::DeputyForeignMinister,
            "envoy" => Self::Envoy,
            "spokesperson" => Self::Spokesperson,
            "security_adviser" => Self::SecurityAdviser,
            "intelligence_chief" => Self::IntelligenceChief,
            "organisation_head" => Self::OrganisationHead,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

/// One person's time in one office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// A stable name of the person, the same for every term.
    pub person: String,
    /// The Wikidata item, when known.
    pub wikidata: Option<String>,
    /// For whom the person acts.
    pub acts_for: ActorCode,
    /// The office.
    pub office: Office,
    /// When it is held, half-open.
    pub held: Period,
    /// English names, the full one first.
    pub en: Vec<String>,
    /// Arabic names, the full one first.
    pub ar: Vec<String>,
}

fn names(full: &str, more: &str) -> Vec<String> {
    let all = std::iter::once(full).chain(more.split('|')).map(str::trim);
    all.filter(|n| !n.is_empty()).map(str::to_owned).collect()
}

impl Term {
    /// Reads one row of `data/actors/offices*.tsv`.
    pub(crate) fn of_row(line: &str) -> Result<Self, CodebookError> {
        let cells: Vec<&str> = line.split('\t').collect();
        let wrong = |what: &str| CodebookError::Data { file: "actors/offices".into(), what: format!("{what}: {line}") };
        let [person, wikidata, acts_for, office, from, to, en, en2, ar, ar2, ..] = cells.as_slice() else {
            return Err(wrong("fewer than ten columns"));
        };
        Ok(Self {
            person: (*person).to_owned(),
            wikidata: (!wikidata.is_empty()).then(|| (*wikidata).to_owned()),
            acts_for: acts_for.parse()?,
            office: Office::named(office).ok_or_else(|| wrong("no such office"))?,
            held: format!("{from}/{to}").parse()?,
            en: names(en, en2),
            ar: names(ar, ar2),
        })
    }
}
