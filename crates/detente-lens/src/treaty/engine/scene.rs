//! Who stands on which side, and where: the state of a war between two rounds.

use std::collections::{BTreeMap, BTreeSet};

use detente_codebook::ActorCode;
use jiff::civil::Date;

use super::map::{Begun, Map};
use super::place::{Site, site};
use super::{EngineError, Query};

/// The sides of a war as they stand.
#[derive(Clone, Debug)]
pub(super) struct Scene<'q> {
    pub(super) day: Date,
    pub(super) map: &'static Map,
    /// Those who attack: the first attackers and those who joined them.
    pub(super) attackers: Vec<ActorCode>,
    /// Those attacked.
    pub(super) victims: &'q [ActorCode],
    /// Those who joined the victims; they are at war, and not thereby attacked.
    pub(super) helpers: Vec<ActorCode>,
    pub(super) help_requested: bool,
    sites: BTreeMap<&'q ActorCode, Site>,
    begun: BTreeMap<&'q ActorCode, &'static Begun>,
}

impl<'q> Scene<'q> {
    /// The scene of the first attack.
    pub(super) fn first(query: &'q Query) -> Result<Self, EngineError> {
        let map = Map::builtin()?;
        let mut sites = BTreeMap::new();
        let mut begun = BTreeMap::new();
        for victim in &query.targets {
            sites.insert(victim, site(query.place.as_deref(), victim, &query.attackers, query.day, map)?);
            if let Some(war) = map.began(victim, &query.attackers, query.day) {
                begun.insert(victim, war);
            }
        }
        Ok(Self {
            day: query.day,
            map,
            attackers: query.attackers.clone(),
            victims: &query.targets,
            helpers: Vec::new(),
            help_requested: query.help_requested,
            sites,
            begun,
        })
    }

    /// Where a victim is attacked; none for others.
    pub(super) fn site(&self, victim: &ActorCode) -> Option<&Site> {
        self.sites.get(victim)
    }

    /// The finding that a victim itself began the wider war.
    pub(super) fn begun(&self, victim: &ActorCode) -> Option<&'static Begun> {
        self.begun.get(victim).copied()
    }

    /// Whether an actor is at war in the scene.
    pub(super) fn at_war(&self, actor: &ActorCode) -> bool {
        self.attackers.contains(actor) || self.victims.contains(actor) || self.helpers.contains(actor)
    }

    /// The enemies of an actor that is at war.
    pub(super) fn enemies(&self, actor: &ActorCode) -> Vec<&ActorCode> {
        if self.attackers.contains(actor) {
            self.victims.iter().chain(&self.helpers).collect()
        } else {
            self.attackers.iter().collect()
        }
    }

    /// Everyone at war.
    pub(super) fn belligerents(&self) -> BTreeSet<&ActorCode> {
        self.attackers.iter().chain(self.victims).chain(&self.helpers).collect()
    }
}
