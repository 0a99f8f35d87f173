//! The question to the engine.

use detente_codebook::{ActorCode, ActorTable};
use jiff::civil::Date;

use super::{Book, EngineError};
use crate::seat::seat;

/// If these attack those on this day, who is bound to do what?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Who attacks: states, or groups that are no state.
    pub attackers: Vec<ActorCode>,
    /// Who is attacked.
    pub targets: Vec<ActorCode>,
    /// The day.
    pub day: Date,
    /// Where, in words; the home territory of each target when nothing is given.
    pub place: Option<String>,
    /// Whether those attacked, or parties that the war threatens, have asked for help or consultation.
    pub help_requested: bool,
}

impl Query {
    /// The query with actors at the level of states, each named once.
    #[must_use]
    pub fn seated(mut self) -> Self {
        for side in [&mut self.attackers, &mut self.targets] {
            let mut seen = Vec::new();
            for code in side.iter().map(seat) {
                if !seen.contains(&code) {
                    seen.push(code);
                }
            }
            *side = seen;
        }
        self
    }

    /// Whether the question can be asked at all; gives the attackers that are no state on record.
    ///
    /// # Errors
    /// [`EngineError`] when a side is empty, an actor stands on both sides, or a state is unknown or
    /// did not exist on the day.
    pub fn check(&self, book: &Book) -> Result<Vec<ActorCode>, EngineError> {
        if self.attackers.is_empty() {
            return Err(EngineError::Nobody("attacker"));
        }
        if self.targets.is_empty() {
            return Err(EngineError::Nobody("target"));
        }
        if let Some(both) = self.attackers.iter().find(|a| self.targets.contains(a)) {
            return Err(EngineError::BothSides(both.clone()));
        }
        for state in self.targets.iter().chain(&self.attackers) {
            self.existed(state, book)?;
        }
        if let Some(unknown) = self.targets.iter().find(|t| !is_known(t, book)) {
            return Err(EngineError::Unknown(unknown.clone()));
        }
        Ok(self.attackers.iter().filter(|a| !is_known(a, book)).cloned().collect())
    }

    /// A state outside its years is an error, unless a treaty in force that day counts it as a party:
    /// the lists of states and of treaties do not always agree on a day.
    fn existed(&self, state: &ActorCode, book: &Book) -> Result<(), EngineError> {
        let table = ActorTable::builtin().ok();
        let Some(actor) = table.and_then(|t| t.get(state)).filter(|a| a.code == *state) else { return Ok(()) };
        let party = |i: &usize| book.treaties[*i].text.signed.first().is_some_and(|d| d <= self.day);
        if actor.held.has(self.day) || book.of(state).iter().any(party) {
            return Ok(());
        }
        let side = |d: Option<detente_codebook::Edtf>| d.map_or_else(|| "..".to_owned(), |d| d.to_string());
        let held = format!("it is on record for {}/{}", side(actor.held.start), side(actor.held.end));
        Err(EngineError::NoStateThen { code: state.clone(), day: self.day, held })
    }
}

fn is_known(actor: &ActorCode, book: &Book) -> bool {
    let listed = |t: &'static ActorTable| t.get(actor).is_some_and(|a| a.code == *actor);
    book.knows(actor) || ActorTable::builtin().is_ok_and(listed)
}
