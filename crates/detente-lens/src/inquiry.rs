//! What a lens is given.

use std::sync::OnceLock;

use detente_codebook::{ActorCode, Dyad, Edtf, Item, Record, RecordId};
use detente_history::Base;

use crate::outlook::Seen;
use crate::seat::{seat, seated};
use crate::{Question, Relations};

/// A question with everything known that bears on it, as of its day.
#[derive(Clone, Debug)]
pub struct Inquiry {
    /// The question; actors with a role stand for their state.
    pub question: Question,
    /// The records of texts, from the ledger or one article, known on the day.
    pub records: Vec<Record>,
    /// The embedded base.
    pub base: &'static Base,
    /// The relations as they are.
    pub relations: Relations,
    /// The relations after the supposed shift.
    pub supposed: Relations,
    /// Which actors the words of a record name. The caller, who has the text, fills it in: a
    /// conditional or a hedge of which nothing is said here is of no use to a lens.
    pub mentions: Vec<(RecordId, Vec<ActorCode>)>,
    /// What the fitted history says of the target, worked out when first asked for.
    pub(crate) seen: OnceLock<Seen>,
}

impl Inquiry {
    /// The inquiry of a question. Records that became known after its day are left out.
    #[must_use]
    pub fn new(question: Question, records: Vec<Record>, base: &'static Base) -> Self {
        let question = at_seats(question);
        let day = question.as_of;
        let known = |r: &Record| r.known.and_then(Edtf::first).is_none_or(|k| k <= day);
        let records: Vec<Record> = records.into_iter().filter(known).collect();
        let relations = Relations::derive(&records, base, day);
        let supposed = relations.supposing(&question.shift);
        Self { question, records, base, relations, supposed, mentions: Vec::new(), seen: OnceLock::new() }
    }

    /// The inquiry with the actors that the words of its records name.
    #[must_use]
    pub fn with_mentions(mut self, mentions: Vec<(RecordId, Vec<ActorCode>)>) -> Self {
        self.mentions = mentions;
        self
    }

    /// The actors that the words of a record name, at the level of states.
    #[must_use]
    pub fn named(&self, record: &RecordId) -> Vec<ActorCode> {
        let of = self.mentions.iter().filter(|(id, _)| id == record);
        of.flat_map(|(_, actors)| actors.iter().map(seat)).collect()
    }

    /// Whether the words of a record name both members of a dyad.
    #[must_use]
    pub fn names_both(&self, record: &RecordId, dyad: &Dyad) -> bool {
        let named = self.named(record);
        named.contains(&dyad.a) && named.contains(&dyad.b)
    }

    /// The records of texts that speak of a dyad.
    pub fn about<'a>(&'a self, dyad: &'a Dyad) -> impl Iterator<Item = &'a Record> {
        self.records.iter().filter(move |r| dyads(&r.item).contains(dyad))
    }

    /// Whether an id is that of a record of the inquiry or of the base.
    #[must_use]
    pub fn resolves(&self, id: &RecordId) -> bool {
        self.base.record(id).is_some() || self.records.iter().any(|r| r.id == *id)
    }

    /// Every pair of actors of the question: the target, the shift, then the others.
    #[must_use]
    pub fn pairs(&self) -> Vec<Dyad> {
        let actors = self.question.actors();
        let mut out = vec![self.question.target.clone(), self.question.shift.dyad.clone()];
        for (i, a) in actors.iter().enumerate() {
            out.extend(actors.iter().skip(i + 1).map(|b| Dyad::new(a.clone(), b.clone())));
        }
        let mut seen = Vec::new();
        out.retain(|d| {
            d.a != d.b && !seen.contains(d) && {
                seen.push(d.clone());
                true
            }
        });
        out
    }
}

/// The dyads that an item speaks of, at the level of states.
pub(crate) fn dyads(item: &Item) -> Vec<Dyad> {
    let all = match item {
        Item::Event(e) => vec![Dyad::new(e.source.clone(), e.target.clone())],
        Item::Transfer(t) => vec![Dyad::new(t.from.clone(), t.to.clone())],
        other => other.dyads(),
    };
    all.iter().filter_map(seated).collect()
}

fn at_seats(mut question: Question) -> Question {
    for dyad in [&mut question.shift.dyad, &mut question.target] {
        *dyad = Dyad::new(seat(&dyad.a), seat(&dyad.b));
    }
    question
}
