//! States of the chronicle and the actors they are.

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, ActorTable};
use detente_history::chronicle::{Chronicle, FIRST};
use jiff::civil::Date;

/// The number of an actor in the chronicle on a day.
#[must_use]
pub fn number(chronicle: &Chronicle, actor: &ActorCode, day: Date) -> Option<usize> {
    let code = ActorTable::builtin().ok()?.get(actor)?.cow_on(day)?;
    chronicle.number(code.number())
}

/// The codes of all states of the chronicle in a year, counted from its first; a state that the table of actors does
/// not hold then goes by its abbreviation in the chronicle.
#[must_use]
pub fn codes(chronicle: &Chronicle, year: usize) -> Vec<Option<ActorCode>> {
    let year = i16::try_from(year).unwrap_or_default() + FIRST.cast_signed();
    // A state that ended or began within the year counts in it.
    let days = [(7, 1), (1, 1), (12, 31)].map(|(month, day)| Date::new(year, month, day));
    let mut known: BTreeMap<u16, ActorCode> = BTreeMap::new();
    for day in days.into_iter().flatten() {
        for actor in ActorTable::builtin().into_iter().flat_map(ActorTable::actors) {
            if let Some(cow) = actor.cow_on(day) {
                known.entry(cow.number()).or_insert_with(|| actor.code.clone());
            }
        }
    }
    chronicle.states().iter().map(|s| known.get(&s.cow).cloned().or_else(|| s.short.parse().ok())).collect()
}
