//! The table of all actors that the codebook knows.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::actor::ActorRow;
use crate::{Actor, ActorCode, ActorKind, CodebookError, Language, Term};

/// Every state, organisation and group, and every holder of office, of `data/actors/`.
#[derive(Debug, Default)]
pub struct ActorTable {
    actors: Vec<Actor>,
    terms: Vec<Term>,
    by_code: BTreeMap<ActorCode, usize>,
}

#[derive(Deserialize)]
struct ActorFile {
    actor: Vec<ActorRow>,
}

const FILES: [(&str, ActorKind, &str); 3] = [
    ("actors/states.toml", ActorKind::State, include_str!("../../../data/actors/states.toml")),
    ("actors/organisations.toml", ActorKind::Organisation, include_str!("../../../data/actors/organisations.toml")),
    ("actors/groups.toml", ActorKind::Group, include_str!("../../../data/actors/groups.toml")),
];

const OFFICES: [&str; 3] = [
    include_str!("../../../data/actors/offices-europe-americas.tsv"),
    include_str!("../../../data/actors/offices-mena-central-asia.tsv"),
    include_str!("../../../data/actors/offices-asia-africa.tsv"),
];

static TABLE: LazyLock<Result<ActorTable, CodebookError>> = LazyLock::new(ActorTable::read);

impl ActorTable {
    /// The compiled-in table.
    ///
    /// # Errors
    /// [`CodebookError::Data`] when a data file is malformed; a test keeps that from happening.
    pub fn builtin() -> Result<&'static Self, CodebookError> {
        TABLE.as_ref().map_err(Clone::clone)
    }

    fn read() -> Result<Self, CodebookError> {
        let mut table = Self::default();
        for (file, kind, text) in FILES {
            let rows: ActorFile =
                crate::embedded(text).map_err(|e| CodebookError::Data { file: file.to_owned(), what: e.to_string() })?;
            for row in rows.actor {
                table.push(row.actor(kind)?);
            }
        }
        for line in OFFICES.iter().flat_map(|f| f.lines().skip(1)).filter(|l| !l.trim().is_empty()) {
            table.terms.push(Term::of_row(line)?);
        }
        Ok(table)
    }

    fn push(&mut self, actor: Actor) {
        self.by_code.entry(actor.code.clone()).or_insert(self.actors.len());
        self.actors.push(actor);
    }

    /// Every actor, in the order of the files.
    #[must_use]
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// Every term of office, in the order of the files.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The actor of a code; a role suffix is looked through.
    #[must_use]
    pub fn get(&self, code: &ActorCode) -> Option<&Actor> {
        let index = self.by_code.get(code).or_else(|| self.by_code.get(&code.state()))?;
        self.actors.get(*index)
    }

    /// The preferred name of an actor in a language; the code itself when it is not known.
    #[must_use]
    pub fn name(&self, code: &ActorCode, language: Language) -> String {
        let forms = |a: &Actor| match language {
            Language::Ar => a.ar.names.first().cloned(),
            Language::En => a.en.names.first().cloned(),
        };
        self.get(code).and_then(forms).unwrap_or_else(|| code.to_string())
    }

    /// The office that a person holds on a day: the one in force, else none.
    #[must_use]
    pub fn office_on(&self, person: &str, day: Date) -> Option<&Term> {
        self.terms.iter().find(|t| t.person == person && t.held.has(day))
    }
}
