//! Relations: the signed tie of every pair of actors on a day, and what it rests on.
//!
//! # Method
//! Each [`Reason`] speaks for friendship or for hostility with a weight, and names its record.
//! Three kinds of reasons add up to the net weight of a dyad:
//!
//! 1. *Facts of the base* in force on the day: each its weight, 1 (mild) to 3 (strong).
//! 2. *Treaties* in force: the strongest one counts, at 3 for a duty of defence or offence between
//!    the two, 2 for a guarantee, a partnership or an alliance, 1 for neutrality, consultation and
//!    the like, ½ for bare non-aggression. A treaty that is signed and not in force counts half.
//!    Arms control, assurances and duties owed to all states are no sign of friendship.
//! 3. *Texts*: what an article says weighs at most 1 either way, so that a long article does not
//!    outweigh the record. A tie weighs 1; an event of the last five years ½ when the text asserts
//!    it and ¼ when it is planned; what is reported, alleged, denied or hypothetical weighs nothing.
//!
//! A net of +1 or more is friendly, of -1 or less hostile; anything between is mixed. A dyad
//! without any reason is unknown, which is not the same as mixed. A supposed shift sets the sign of
//! its dyad outright: it is taken as accomplished.
//!
//! Bare non-aggression is kept below the threshold because half the world has signed it with its
//! rivals (the Helsinki Final Act made friends of nobody).

mod relation;
mod text;
mod treaties;

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, BaseFact, Dyad, Item, Period, Phrase, Record, RecordId, Sign};
use detente_codebook::{Confidence, Edtf, Source};
use detente_history::Base;
use jiff::civil::Date;

pub use relation::{Origin, Reason, Relation, TieSign};
pub(crate) use text::{event_sign, recent};

use crate::seat::seated;
use crate::{Direction, Shift};

/// The kind of the one fact that no ledger keeps: the supposition.
pub const SUPPOSITION: &str = "supposition";

/// The world as known on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Relations {
    as_of: Date,
    dyads: BTreeMap<Dyad, Relation>,
}

impl Relations {
    /// The relations on `as_of` by the records of texts and the base. Records of the base among
    /// `records` count like those of `base`, a supposition as accomplished.
    #[must_use]
    pub fn derive(records: &[Record], base: &Base, as_of: Date) -> Self {
        let mut out = Self { as_of, dyads: BTreeMap::new() };
        for record in base.facts().iter().chain(records) {
            match &record.item {
                Item::Base(fact) if fact.held.has(as_of) => out.add_fact(&record.id, fact),
                Item::Base(_) => {}
                item => out.add_all(text::reasons(&record.id, item, as_of)),
            }
        }
        out.add_all(treaties::reasons(base, as_of));
        out
    }

    /// What is known of one dyad on `as_of`: the same as [`Relations::derive`] gives for it, without
    /// deriving the others.
    #[must_use]
    pub fn between(dyad: &Dyad, records: &[Record], base: &Base, as_of: Date) -> Relation {
        let mut out = Self { as_of, dyads: BTreeMap::new() };
        let speaks = |r: &&Record| crate::inquiry::dyads(&r.item).contains(dyad);
        for record in base.facts().iter().chain(records).filter(speaks) {
            match &record.item {
                Item::Base(fact) if fact.held.has(as_of) => out.add_fact(&record.id, fact),
                Item::Base(_) => {}
                item => out.add_all(text::reasons(&record.id, item, as_of)),
            }
        }
        let mut relation = out.dyads.remove(dyad).unwrap_or_default();
        treaties::between_two(base, as_of, dyad).into_iter().for_each(|r| relation.add(r));
        relation
    }

    /// The same relations with one more fact: the shift, accomplished.
    #[must_use]
    pub fn supposing(&self, shift: &Shift) -> Self {
        let mut out = self.clone();
        let record = supposition(shift, self.as_of);
        if let Item::Base(fact) = &record.item {
            out.add_fact(&record.id, fact);
        }
        out
    }

    fn add_fact(&mut self, id: &RecordId, fact: &BaseFact) {
        let pairs = fact.a.iter().flat_map(|a| fact.b.iter().map(|b| Dyad::new(a.clone(), b.clone())));
        for dyad in pairs.filter_map(|d| seated(&d)) {
            let relation = self.dyads.entry(dyad).or_default();
            if fact.kind == SUPPOSITION {
                relation.suppose(fact.sign);
            } else {
                relation.add(Reason::new(id, fact.sign, f64::from(fact.weight), Origin::Fact));
            }
        }
    }

    fn add_all(&mut self, reasons: Vec<(Dyad, Reason)>) {
        for (dyad, reason) in reasons {
            self.dyads.entry(dyad).or_default().add(reason);
        }
    }

    /// The day as of which this holds.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// What is known of a dyad; none when nothing is.
    #[must_use]
    pub fn of(&self, dyad: &Dyad) -> Option<&Relation> {
        self.dyads.get(dyad)
    }

    /// The sign of a dyad.
    #[must_use]
    pub fn sign(&self, dyad: &Dyad) -> TieSign {
        self.of(dyad).map_or(TieSign::Unknown, Relation::sign)
    }

    /// Every dyad of which something is known, sorted.
    pub fn dyads(&self) -> impl Iterator<Item = (&Dyad, &Relation)> {
        self.dyads.iter()
    }

    /// The actors with a friendly or hostile tie to `actor`, sorted, with the net weight.
    #[must_use]
    pub fn neighbours(&self, actor: &ActorCode) -> BTreeMap<ActorCode, f64> {
        let tie = |(d, r): (&Dyad, &Relation)| {
            let other = if d.a == *actor { &d.b } else { &d.a };
            (d.has(actor) && r.sign().value() != 0).then(|| (other.clone(), r.net()))
        };
        self.dyads.iter().filter_map(tie).collect()
    }
}

/// The record of a supposed shift. It is handed to [`Relations`] and never to a ledger.
#[must_use]
pub fn supposition(shift: &Shift, as_of: Date) -> Record {
    let sign = match shift.direction {
        Direction::Improves => Sign::Positive,
        Direction::Worsens => Sign::Negative,
    };
    let words = shift.dyad.to_string();
    let fact = BaseFact {
        kind: SUPPOSITION.to_owned(),
        a: vec![shift.dyad.a.clone()],
        b: vec![shift.dyad.b.clone()],
        sign,
        weight: 3,
        held: Period { start: Some(Edtf::day(as_of)), end: None },
        text: Phrase { ar: words.clone(), en: words },
    };
    Record {
        id: RecordId("supposed:shift".to_owned()),
        item: Item::Base(fact),
        source: Source { title: SUPPOSITION.to_owned(), url: None, date: None, digest: None },
        confidence: Confidence::Recalled,
        known: Some(Edtf::day(as_of)),
    }
}
