//! The judgement of a scheme: every possible aggressor against every member.

use std::collections::{BTreeMap, BTreeSet};

use detente_codebook::{ActorCode, ActorTable};
use detente_history::{Base, Standing, TreatyText};
use jiff::civil::Date;

use super::Scheme;
use crate::Message;
use crate::treaty::engine::{Book, EngineError, Query};

/// What comes of a scheme.
#[derive(Clone, Debug)]
#[must_use]
pub struct Judgement {
    /// The day.
    pub day: Date,
    /// The members.
    pub members: Vec<ActorCode>,
    /// The patrons.
    pub patrons: Vec<ActorCode>,
    /// Every aggressor and victim.
    pub pairs: Vec<Pair>,
    /// Neighbours of members that the scheme leaves out.
    pub left_out: Vec<ActorCode>,
    /// Existing undertakings that the scheme's duties would run against.
    pub contradictions: Vec<Contradiction>,
    /// The members and existing blocs of members, by weight, the heaviest first.
    pub blocs: Vec<Bloc>,
    /// Whether no member or existing bloc of members outweighs the rest; none where weights are missing.
    pub balanced: Option<bool>,
    /// States whose weight is not given.
    pub unweighed: Vec<ActorCode>,
}

/// One possible war.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Who attacks.
    pub aggressor: ActorCode,
    /// Who is attacked.
    pub victim: ActorCode,
    /// Whether the aggressor belongs to the scheme.
    pub within: bool,
    /// Who must fight for the victim under the scheme.
    pub bound: Vec<ActorCode>,
    /// Who must fight for the victim under existing treaties alone.
    pub already: Vec<ActorCode>,
    /// The weight of the victim and of all that the scheme binds.
    pub coalition: Option<f64>,
    /// The weight of the aggressor.
    pub against: Option<f64>,
}

impl Pair {
    /// Whether anybody must fight for the victim.
    #[must_use]
    pub fn covered(&self) -> bool {
        !self.bound.is_empty()
    }

    /// Whether the bound coalition outweighs the aggressor; none where a weight is missing.
    #[must_use]
    pub fn outweighs(&self) -> Option<bool> {
        Some(self.coalition? > self.against?)
    }
}

/// An existing undertaking that a duty of the scheme would run against.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// Whose.
    pub state: ActorCode,
    /// The existing treaties.
    pub treaties: Vec<String>,
    /// The wars in which it shows: aggressor and victim.
    pub wars: Vec<(ActorCode, ActorCode)>,
    /// The first of them in words.
    pub why: Message,
}

/// A member, or members tied by an existing treaty of defence, against the rest of the members.
#[derive(Clone, Debug, PartialEq)]
pub struct Bloc {
    /// The treaty; none for one member alone.
    pub treaty: Option<String>,
    /// Who.
    pub members: Vec<ActorCode>,
    /// Its weight.
    pub weight: f64,
    /// The weight of the other members.
    pub rest: f64,
}

/// Judges a scheme on a day, beside the treaties of a book.
///
/// # Errors
/// [`EngineError`] when the scheme names a treaty that is not in the book or a state that did not exist.
pub fn judge(scheme: &Scheme, book: &Book, base: &Base, day: Date) -> Result<Judgement, EngineError> {
    let text = text_of(scheme, book, day)?;
    let patrons = scheme.patrons.clone();
    let members: Vec<ActorCode> = text.members(day).into_iter().filter(|m| !patrons.contains(m)).cloned().collect();
    let alone = Book::new(vec![text.clone()])?;
    let others = Book::new(book.treaties().filter(|t| t.id != text.id && !t.lead).cloned().collect())?;
    let both = others.clone().with(vec![text.clone()])?;
    let weights = Weigher::new(scheme, &members);
    let (alone, others_on, both) = (alone.on(day), others.on(day), both.on(day));
    let mut out = Judgement {
        day,
        left_out: left_out(&members, &patrons, day)?,
        blocs: weights.blocs(&others, day),
        balanced: None,
        unweighed: weights.missing(&patrons, &scheme.rivals),
        contradictions: Vec::new(),
        pairs: Vec::new(),
        members: members.clone(),
        patrons: patrons.clone(),
    };
    out.balanced = out.unweighed.iter().all(|u| !members.contains(u)).then(|| !out.blocs.iter().any(|b| b.weight > b.rest));
    let mut clashes = Clashes::default();
    for aggressor in members.iter().chain(&patrons).chain(&scheme.rivals) {
        for victim in members.iter().filter(|v| *v != aggressor) {
            let query = war(aggressor, victim, day);
            let bound = fighters(&alone, &query, base)?;
            let already = fighters(&others_on, &query, base)?;
            clashes.add(&both.answer(&query, base)?, &text.id, aggressor, victim);
            let within = members.contains(aggressor) || patrons.contains(aggressor);
            let coalition = weights.sum(std::iter::once(victim).chain(&bound));
            let against = weights.sum(std::iter::once(aggressor));
            out.pairs.push(Pair {
                aggressor: aggressor.clone(),
                victim: victim.clone(),
                within,
                bound,
                already,
                coalition,
                against,
            });
        }
    }
    out.contradictions = clashes.0.into_values().collect();
    Ok(out)
}

fn text_of(scheme: &Scheme, book: &Book, day: Date) -> Result<TreatyText, EngineError> {
    let Some(id) = &scheme.treaty else { return Ok(scheme.treaty(day)) };
    let found = book.treaties().find(|t| t.id == *id).cloned();
    let missing = || EngineError::Scheme(format!("treaty: `{id}` is not on the list; `detente treaties list` shows what is"));
    let text = found.ok_or_else(missing)?;
    if text.standing(day) == Standing::InForce {
        return Ok(text);
    }
    Err(EngineError::Scheme(format!("treaty: `{id}` is not in force on {day}")))
}

fn war(aggressor: &ActorCode, victim: &ActorCode, day: Date) -> Query {
    // Help is taken as asked for: the question is what the scheme can do, not whether it is called.
    Query { attackers: vec![aggressor.clone()], targets: vec![victim.clone()], day, place: None, help_requested: true }
}

/// Those who must fight for the victim.
fn fighters(on: &crate::treaty::engine::Day, query: &Query, base: &Base) -> Result<Vec<ActorCode>, EngineError> {
    let answer = on.answer(query, base)?;
    let found = answer.obligations.iter().filter(|o| o.duty.fights() && query.targets.contains(&o.toward));
    let all: BTreeSet<ActorCode> = found.map(|o| o.state.clone()).collect();
    Ok(all.into_iter().collect())
}

/// States of the day with a land border with at least one member that are neither members nor patrons.
fn left_out(members: &[ActorCode], patrons: &[ActorCode], day: Date) -> Result<Vec<ActorCode>, EngineError> {
    let table = ActorTable::builtin();
    let exists = |c: &ActorCode| table.as_ref().is_ok_and(|t| t.get(c).is_some_and(|a| a.held.has(day)));
    let near = crate::treaty::engine::neighbours_of(members)?;
    Ok(near.into_iter().filter(|n| !members.contains(n) && !patrons.contains(n) && exists(n)).collect())
}

/// Contradictions by state and treaties.
#[derive(Default)]
struct Clashes(BTreeMap<(ActorCode, Vec<String>), Contradiction>);

impl Clashes {
    fn add(&mut self, answer: &crate::treaty::engine::Answer, scheme: &str, aggressor: &ActorCode, victim: &ActorCode) {
        for conflict in answer.conflicts.iter().filter(|c| c.treaties.iter().any(|t| t == scheme)) {
            let treaties: Vec<String> = conflict.treaties.iter().filter(|t| *t != scheme).cloned().collect();
            if treaties.is_empty() {
                continue;
            }
            let key = (conflict.state.clone(), treaties.clone());
            let entry = self.0.entry(key).or_insert_with(|| Contradiction {
                state: conflict.state.clone(),
                treaties,
                wars: Vec::new(),
                why: conflict.why.clone(),
            });
            entry.wars.push((aggressor.clone(), victim.clone()));
        }
    }
}

/// The weights of a scheme and its members.
struct Weigher<'s> {
    shares: Option<&'s BTreeMap<ActorCode, f64>>,
    members: &'s [ActorCode],
}

impl<'s> Weigher<'s> {
    fn new(scheme: &'s Scheme, members: &'s [ActorCode]) -> Self {
        Self { shares: scheme.weights.as_ref().map(|w| &w.shares), members }
    }

    /// The sum over states; none when one is missing.
    fn sum<'a>(&self, states: impl IntoIterator<Item = &'a ActorCode>) -> Option<f64> {
        let all: BTreeSet<&ActorCode> = states.into_iter().collect();
        all.into_iter().map(|s| self.shares?.get(s).copied()).sum()
    }

    fn missing(&self, patrons: &[ActorCode], rivals: &[ActorCode]) -> Vec<ActorCode> {
        let known = |c: &ActorCode| self.shares.is_some_and(|s| s.contains_key(c));
        let all: BTreeSet<&ActorCode> = self.members.iter().chain(patrons).chain(rivals).collect();
        all.into_iter().filter(|c| !known(c)).cloned().collect()
    }

    fn bloc(&self, treaty: Option<String>, of: Vec<ActorCode>) -> Option<Bloc> {
        let rest: Vec<&ActorCode> = self.members.iter().filter(|m| !of.contains(m)).collect();
        Some(Bloc { treaty, weight: self.sum(&of)?, rest: self.sum(rest)?, members: of })
    }

    /// Each member, and members tied by an existing treaty of defence in force, save a tie of them all.
    fn blocs(&self, book: &Book, day: Date) -> Vec<Bloc> {
        let mut out: Vec<Bloc> = self.members.iter().filter_map(|m| self.bloc(None, vec![m.clone()])).collect();
        for text in book.treaties().filter(|t| t.standing(day) == Standing::InForce) {
            let helps = text.clauses.iter().any(|c| c.duty.fights());
            let tied: Vec<ActorCode> = self.members.iter().filter(|m| text.is_party(m, day)).cloned().collect();
            if helps && tied.len() > 1 && tied.len() < self.members.len() {
                out.extend(self.bloc(Some(text.id.clone()), tied));
            }
        }
        out.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.treaty.cmp(&b.treaty)));
        out
    }
}
