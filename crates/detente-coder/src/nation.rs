//! The state of those whom a sentence names by their role alone: the one state that it names at all.

use std::collections::BTreeSet;

use detente_codebook::{ActorCode, Language};

use crate::clause::Clauses;
use crate::party::{Naming, Party};

/// Roles that belong to some state, even where nobody says to which.
const BOUND: [&str; 11] = ["GOV", "LEG", "JUD", "MIL", "COP", "OPP", "REB", "PTY", "LAB", "EDU", "ELI"];

/// Words before a role that say that it is of another state, or of nobody knows which.
const STRANGE: [&str; 21] = [
    "its",
    "their",
    "his",
    "her",
    "foreign",
    "international",
    "western",
    "unidentified",
    "unknown",
    "masked",
    "allied",
    "regional",
    "overseas",
    "inspectors",
    "observers",
    "monitors",
    "peacekeepers",
    "mediators",
    "diplomats",
    "envoys",
    "ambassador",
];

impl Clauses<'_> {
    /// `workers … in Tehran`, `the president … of Algeria's elections`: gives the roles without a state the only one
    /// that the sentence names.
    pub(crate) fn place_roles(&mut self) {
        if self.language != Language::En {
            return;
        }
        self.place_joined();
        // Whoever watches over rights speaks of the deeds of others.
        let watches = |c: &ActorCode| c.as_str().ends_with("HRI");
        let named = self.parties.iter().filter(|p| !p.code.is_unknown() && !p.code.is_organisation() && !watches(&p.code));
        let states: BTreeSet<ActorCode> = named.map(|p| p.code.state()).collect();
        let Some(state) = states.first().filter(|_| states.len() == 1).cloned() else { return };
        let bound: Vec<bool> = self.parties.iter().map(|p| self.is_bound(p)).collect();
        for party in self.parties.iter_mut().zip(bound).filter(|(_, b)| *b).map(|(p, _)| p) {
            let role = party.code.as_str().get(3..).unwrap_or_default().to_owned();
            party.code = state.with_role(&role);
        }
    }

    /// `A's president and a group of deputies`: the second is of the state of the first.
    fn place_joined(&mut self) {
        for k in 1..self.parties.len() {
            let first = self.parties.get(k - 1).map(|p| p.code.clone());
            let first = first.filter(|c| !c.is_unknown() && !c.is_organisation() && c.as_str().len() > 3);
            let bound = self.parties.get(k).is_some_and(|p| p.joined && self.is_bound(p));
            if let (Some(first), true, Some(party)) = (first, bound, self.parties.get_mut(k)) {
                let role = party.code.as_str().get(3..).unwrap_or_default().to_owned();
                party.code = first.state().with_role(&role);
            }
        }
    }

    fn is_bound(&self, party: &Party) -> bool {
        let role = party.code.as_str().get(3..).unwrap_or_default();
        let strange = |i: usize| self.tokens.get(i).is_some_and(|t| STRANGE.contains(&t.fold.as_str()));
        let around = party.from.saturating_sub(1)..party.to;
        party.code.is_unknown() && party.naming == Naming::Role && BOUND.contains(&role) && !around.into_iter().any(strange)
    }
}
