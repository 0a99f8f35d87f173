//! How a war spreads if every duty to fight is kept: the plain way, and the one by numbers.

use detente_codebook::ActorCode;
use fixedbitset::FixedBitSet;

use super::book::Day;
use super::case::{case, place};
use super::due::fights;
use super::muster::{Call, Heard, Muster, Test};
use super::rounds::play;
use super::scene::Scene;
use super::{EngineError, Query};

/// Somebody who enters the war by keeping a duty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entrant {
    /// The round, from 1.
    pub round: u32,
    /// Who.
    pub state: ActorCode,
    /// Whether it joins those who attack.
    pub attacks: bool,
}

impl Day<'_> {
    /// Who enters the war if every duty to fight is kept, sorted by rounds. For many questions about
    /// one day see [`Day::muster`].
    ///
    /// # Errors
    /// [`EngineError::Data`] when a table of the engine is malformed.
    pub fn spread(&self, query: &Query) -> Result<Vec<Entrant>, EngineError> {
        let scene = Scene::first(query)?;
        let first = fights(self, &scene);
        let steps = play(scene, first, |s| fights(self, s), |_| true).steps;
        let entrant = |s: &super::rounds::Step| Entrant { round: s.round, state: s.due.who.clone(), attacks: s.attacks };
        let mut out: Vec<Entrant> = steps.iter().map(entrant).collect();
        out.sort();
        Ok(out)
    }
}

/// One side of a war: those that treaties name, and how many others.
#[derive(Clone, Debug)]
struct Side {
    known: FixedBitSet,
    strangers: usize,
    count: usize,
}

impl Side {
    fn of<'c>(muster: &Muster, actors: impl Iterator<Item = &'c ActorCode> + Clone) -> Self {
        let known = muster.set(actors.clone());
        let strangers = actors.clone().filter(|a| !muster.numbers.contains_key(a)).count();
        Self { known, strangers, count: actors.count() }
    }

    /// Whether one of them is an adversary that a clause is about.
    fn meets(&self, heard: &Heard) -> bool {
        heard.about_strangers && self.strangers > 0 || !self.known.is_disjoint(&heard.about)
    }
}

/// A war between two rounds.
struct War<'q> {
    attackers: Side,
    defenders: Side,
    busy: FixedBitSet,
    /// The same for the plain test; kept up to date only where a call needs it.
    scene: Scene<'q>,
}

impl<'q> War<'q> {
    fn first(muster: &Muster, query: &'q Query) -> Result<Self, EngineError> {
        let attackers = Side::of(muster, query.attackers.iter());
        let defenders = Side::of(muster, query.targets.iter());
        let busy = &attackers.known | &defenders.known;
        Ok(Self { attackers, defenders, busy, scene: Scene::first(query)? })
    }

    /// Those of `owed_by` who are not at war yet enter; gives who they are.
    fn join(&mut self, muster: &Muster, owed_by: &FixedBitSet, attacks: bool) -> Vec<usize> {
        let new: Vec<usize> = owed_by.difference(&self.busy).collect();
        let side = if attacks { &mut self.attackers } else { &mut self.defenders };
        side.count += new.len();
        for who in &new {
            side.known.insert(*who);
            self.busy.insert(*who);
        }
        if muster.any_plain {
            let seats = if attacks { &mut self.scene.attackers } else { &mut self.scene.helpers };
            seats.extend(new.iter().map(|n| muster.actors[*n].clone()));
        }
        new
    }
}

impl Muster<'_> {
    /// Who enters the war if every duty to fight is kept, sorted by rounds; the same as [`Day::spread`].
    ///
    /// # Errors
    /// [`EngineError::Data`] when a table of the engine is malformed.
    pub fn spread(&self, query: &Query) -> Result<Vec<Entrant>, EngineError> {
        let mut out = Vec::new();
        self.play(query, |round, who, attacks| out.push(Entrant { round, state: self.actors[who].clone(), attacks }))?;
        out.sort();
        Ok(out)
    }

    /// How many enter the war if every duty to fight is kept, and in how many rounds.
    ///
    /// # Errors
    /// [`EngineError::Data`] when a table of the engine is malformed.
    pub fn size(&self, query: &Query) -> Result<(usize, u32), EngineError> {
        let mut size = (0, 0);
        self.play(query, |round, _, _| size = (size.0 + 1, round))?;
        Ok(size)
    }

    fn play(&self, query: &Query, mut enters: impl FnMut(u32, usize, bool)) -> Result<(), EngineError> {
        let mut war = War::first(self, query)?;
        let mut waiting = self.first(query, &war.scene);
        for round in 1.. {
            // In the order of the plain way: who is bound on both sides takes the side met first.
            let met: Vec<usize> = waiting.ones().filter(|c| self.is_met(*c, &war)).collect();
            let mut joined = false;
            for call in met {
                waiting.remove(call);
                let Call { partner, owed_by, .. } = &self.calls[call];
                let attacks = war.attackers.known.contains(*partner);
                for who in war.join(self, owed_by, attacks) {
                    enters(round, who, attacks);
                    self.at_war[who].iter().for_each(|c| waiting.insert(*c));
                    joined = true;
                }
            }
            if !joined {
                break;
            }
        }
        Ok(())
    }

    /// The calls that may be met at all: those of the victims that neither the place nor the Security
    /// Council rules out, and those of everyone at war.
    fn first(&self, query: &Query, scene: &Scene) -> FixedBitSet {
        let number = |a: &ActorCode| self.numbers.get(a).copied();
        let (victims, all) = (query.targets.iter(), query.attackers.iter().chain(&query.targets));
        let attacked = victims.filter_map(number).flat_map(|n| &self.attacked[n]);
        let at_war = all.filter_map(number).flat_map(|n| &self.at_war[n]);
        let mut out = FixedBitSet::with_capacity(self.calls.len());
        attacked.filter(|c| self.is_open(**c, scene)).chain(at_war).for_each(|c| out.insert(*c));
        out
    }

    /// What the first attack settles for a call on an attack.
    fn is_open(&self, call: usize, scene: &Scene) -> bool {
        let Call { clause, partner, .. } = &self.calls[call];
        let (heard, partner) = (&self.clauses[*clause], self.actors[*partner]);
        let barred = || scene.begun(partner).is_some_and(|b| b.authorised);
        heard.test == Test::Plain || !barred() && place(heard.alive, heard.clause, heard.at, partner, scene).is_ok()
    }

    fn is_met(&self, call: usize, war: &War) -> bool {
        let call = &self.calls[call];
        let heard = &self.clauses[call.clause];
        let enemies = if war.attackers.known.contains(call.partner) { &war.defenders } else { &war.attackers };
        let met = match heard.test {
            Test::Attacked => war.attackers.meets(heard),
            Test::AtWar { enemies: least } => enemies.count >= least && enemies.meets(heard),
            Test::Plain => case(heard.alive, heard.clause, heard.at, self.actors[call.partner], &war.scene).is_ok(),
        };
        met && (war.scene.help_requested || !heard.on_request)
    }
}
