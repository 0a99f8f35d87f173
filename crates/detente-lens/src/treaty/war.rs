//! What else follows if one state attacks another: who would be drawn in, what cannot all be kept, and
//! what the attack itself breaks.

use std::collections::{BTreeMap, BTreeSet};

use detente_codebook::{ActorCode, RecordId};
use detente_history::TreatyText;

use super::engine::{Answer, Book, Clash, Conflict, Query};
use crate::{Arg, Claim, Inquiry, Message};

/// How many wars are sampled for one claim.
const TIMES: u32 = 500;

/// The same question gives the same wars: an inquiry has no seed of its own.
const SEED: u64 = 0;

/// An attack and the answer of the engine to it.
pub(super) struct War<'b> {
    inquiry: &'b Inquiry,
    book: &'b Book,
    query: Query,
    attacker: Arg,
    victim: Arg,
    /// Who is bound to do what.
    pub(super) answer: Answer,
}

impl<'b> War<'b> {
    /// The answer to an attack on home territory, no help being asked for; none where the question
    /// cannot be put, as for an organisation.
    pub(super) fn of(inquiry: &'b Inquiry, book: &'b Book, attacker: &ActorCode, victim: &ActorCode) -> Option<Self> {
        let (attackers, targets) = (vec![attacker.clone()], vec![victim.clone()]);
        let query = Query { attackers, targets, day: inquiry.question.as_of, place: None, help_requested: false };
        let answer = book.answer(&query, inquiry.base).ok()?;
        let (attacker, victim) = (Arg::Actor(attacker.clone()), Arg::Actor(victim.clone()));
        Some(Self { inquiry, book, query, attacker, victim, answer })
    }

    /// The attacker and the victim, for messages.
    pub(super) fn sides(&self) -> (Arg, Arg) {
        (self.attacker.clone(), self.victim.clone())
    }

    /// The claims, in the order of what follows.
    pub(super) fn claims(&self) -> Vec<Claim> {
        let mut out: Vec<Claim> = self.cascade().into_iter().collect();
        out.extend(self.conflicts());
        out.extend(self.breach());
        out
    }

    /// How many states are bound to fight for the victim, and by which treaties.
    pub(super) fn called(&self) -> (usize, Vec<&'b TreatyText>) {
        let fights = || self.answer.obligations.iter().filter(|o| o.duty.fights() && self.query.targets.contains(&o.toward));
        let states: BTreeSet<&ActorCode> = fights().map(|o| &o.state).collect();
        (states.len(), self.texts(fights().map(|o| &o.treaty)))
    }

    /// Treaties by their ids, each once.
    fn texts<'i>(&self, ids: impl Iterator<Item = &'i String>) -> Vec<&'b TreatyText> {
        let wanted: BTreeSet<&String> = ids.collect();
        self.book.treaties().filter(|t| wanted.contains(&t.id)).collect()
    }

    /// Who would enter in the worst case, and at the rates at which such duties were kept.
    fn cascade(&self) -> Option<Claim> {
        let joins = &self.answer.cascade;
        let rounds = joins.last()?.round;
        let texts = self.texts(joins.iter().map(|j| &j.treaty));
        let sample = self.book.on(self.query.day).sample(&self.query, self.inquiry.base, TIMES, SEED).ok()?;
        let (attacker, victim) = self.sides();
        let message = Message::new("treaty-attack-cascade")
            .with("attacker", attacker)
            .with("victim", victim)
            .with("count", Arg::count(joins.len()))
            .with("rounds", Arg::Count(u64::from(rounds)))
            .with("treaties", names(&texts))
            .with("mean", Arg::Number(sample.mean, 1))
            .with("nobody", Arg::Share(sample.nobody))
            .with("times", Arg::Count(u64::from(TIMES)));
        let evidence = records(&texts).into_iter().chain(sample.rates.iter().map(|r| r.id.clone())).collect();
        let claim = Claim::new(message, evidence);
        Some(Claim { value: Some(sample.mean), unit: Some("states".to_owned()), ..claim })
    }

    /// Undertakings that could not all be kept: by one claim for those who have the same.
    fn conflicts(&self) -> Vec<Claim> {
        let mut alike: BTreeMap<(Clash, &[String]), Vec<&Conflict>> = BTreeMap::new();
        for found in &self.answer.conflicts {
            alike.entry((found.clash, &found.treaties)).or_default().push(found);
        }
        alike.into_values().filter_map(|found| self.conflict(&found)).collect()
    }

    fn conflict(&self, found: &[&Conflict]) -> Option<Claim> {
        let first = found.first()?;
        let texts = self.texts(first.treaties.iter());
        let (attacker, victim) = self.sides();
        let message = match (found.len(), first.clash) {
            (1, _) => Message::new("treaty-attack-conflict")
                .with("attacker", attacker)
                .with("victim", victim)
                .with("why", Arg::Message(Box::new(first.why.clone()))),
            (_, Clash::Aggressor) => Message::new("treaty-attack-aggressor")
                .with("attacker", attacker)
                .with("victim", victim)
                .with("count", Arg::count(found.len()))
                .with("treaties", names(&texts)),
            _ => Message::new("treaty-attack-conflict-many")
                .with("attacker", attacker)
                .with("victim", victim)
                .with("count", Arg::count(found.len()))
                .with("treaties", names(&texts)),
        };
        Some(Claim::new(message, records(&texts)))
    }

    /// What the attack itself breaks.
    fn breach(&self) -> Option<Claim> {
        let texts = self.texts(self.answer.breaches.iter().map(|b| &b.treaty));
        let (attacker, victim) = self.sides();
        let message = Message::new("treaty-attack-breach")
            .with("attacker", attacker)
            .with("victim", victim)
            .with("treaties", names(&texts));
        (!texts.is_empty()).then(|| Claim::new(message, records(&texts)))
    }
}

/// Treaties by name.
pub(super) fn names(texts: &[&TreatyText]) -> Arg {
    Arg::List(texts.iter().map(|t| Arg::Phrase(t.short.clone())).collect())
}

/// The records of treaties.
pub(super) fn records(texts: &[&TreatyText]) -> Vec<RecordId> {
    texts.iter().map(|t| t.record.clone()).collect()
}
