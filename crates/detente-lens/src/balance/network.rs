//! The signed network around a question.

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, Dyad, RecordId};

use super::frustration::{Frustration, SignedGraph, solve};
use crate::{Inquiry, Network, NetworkTie, Relations};

/// At most so many actors: with them every division into camps can still be tried.
const MOST: usize = 14;

/// The actors around a question and the signs of their ties, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedNetwork {
    actors: Vec<ActorCode>,
    ties: BTreeMap<Dyad, Signs>,
}

/// The signs of one tie and what it rests on.
#[derive(Clone, Debug, PartialEq)]
struct Signs {
    before: i8,
    after: i8,
    evidence: Vec<RecordId>,
}

/// A moment at which the network is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// As of the day.
    Before,
    /// After the supposed shift.
    After,
}

impl SignedNetwork {
    /// The network around the question of an inquiry.
    #[must_use]
    pub fn around(inquiry: &Inquiry) -> Self {
        let actors = actors(inquiry);
        let mut ties = BTreeMap::new();
        for (i, a) in actors.iter().enumerate() {
            for b in actors.iter().skip(i + 1) {
                let dyad = Dyad::new(a.clone(), b.clone());
                if let Some(signs) = signs(inquiry, &dyad) {
                    ties.insert(dyad, signs);
                }
            }
        }
        Self { actors, ties }
    }

    /// The actors, sorted.
    #[must_use]
    pub fn actors(&self) -> &[ActorCode] {
        &self.actors
    }

    /// The sign of a tie at a moment: -1, 0 or 1.
    #[must_use]
    pub fn sign(&self, dyad: &Dyad, moment: Moment) -> i8 {
        let at = |s: &Signs| match moment {
            Moment::Before => s.before,
            Moment::After => s.after,
        };
        self.ties.get(dyad).map_or(0, at)
    }

    /// What a tie rests on, at most so many records of it, the weightiest first.
    #[must_use]
    pub fn evidence(&self, dyad: &Dyad, most: usize) -> Vec<RecordId> {
        self.ties.get(dyad).map(|s| s.evidence.iter().take(most).cloned().collect()).unwrap_or_default()
    }

    /// How many ties have a sign at a moment.
    #[must_use]
    pub fn n_ties(&self, moment: Moment) -> usize {
        self.ties.keys().filter(|d| self.sign(d, moment) != 0).count()
    }

    /// The frustration at a moment; `turned` is a tie whose sign is turned for the occasion.
    #[must_use]
    pub fn frustration(&self, moment: Moment, turned: Option<&Dyad>) -> Frustration {
        let number = |a: &ActorCode| self.actors.binary_search(a).ok();
        let tie = |d: &Dyad| {
            let sign = self.sign(d, moment) * if turned == Some(d) { -1 } else { 1 };
            Some((number(&d.a)?, number(&d.b)?, sign > 0)).filter(|_| sign != 0)
        };
        // The numbers come from the list of actors, so the graph cannot be refused.
        let graph = SignedGraph::new(self.actors.len(), self.ties.keys().filter_map(tie).collect());
        solve(&graph.unwrap_or_default())
    }

    /// The network as a brief shows it.
    #[must_use]
    pub fn picture(&self) -> Network {
        let tie = |(dyad, s): (&Dyad, &Signs)| NetworkTie {
            dyad: dyad.clone(),
            before: s.before,
            after: s.after,
            evidence: s.evidence.clone(),
        };
        Network { actors: self.actors.clone(), ties: self.ties.iter().map(tie).collect() }
    }
}

/// The signs of a dyad; none when nothing is known of it before or after.
fn signs(inquiry: &Inquiry, dyad: &Dyad) -> Option<Signs> {
    let evidence = inquiry.relations.of(dyad).map(crate::relations::Relation::evidence);
    let after = inquiry.supposed.of(dyad)?.sign().value();
    Some(Signs { before: inquiry.relations.sign(dyad).value(), after, evidence: evidence.unwrap_or_default() })
}

/// The actors of the question and those around it, sorted.
fn actors(inquiry: &Inquiry) -> Vec<ActorCode> {
    let mut out = inquiry.question.actors();
    let mut others: Vec<(ActorCode, f64)> = around(inquiry).into_iter().filter(|(a, _)| !out.contains(a)).collect();
    others.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out.extend(others.into_iter().map(|(a, _)| a).take(MOST.saturating_sub(out.len())));
    out.sort();
    out
}

/// Actors with signed ties to both sides of the target or of the shift, with the weight of these.
fn around(inquiry: &Inquiry) -> BTreeMap<ActorCode, f64> {
    let (target, shift) = (&inquiry.question.target, &inquiry.question.shift.dyad);
    let mut out: BTreeMap<ActorCode, f64> = BTreeMap::new();
    for dyad in [Some(target), (shift != target).then_some(shift)].into_iter().flatten() {
        for (actor, weight) in between(&inquiry.relations, dyad) {
            *out.entry(actor).or_default() += weight;
        }
    }
    out
}

fn between(relations: &Relations, dyad: &Dyad) -> Vec<(ActorCode, f64)> {
    let (of_a, of_b) = (relations.neighbours(&dyad.a), relations.neighbours(&dyad.b));
    let both = of_a.into_iter().filter_map(|(actor, x)| of_b.get(&actor).map(|y| (actor, x.abs() + y.abs())));
    both.filter(|(actor, _)| !dyad.has(actor)).collect()
}
