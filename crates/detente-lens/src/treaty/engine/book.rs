//! The treaties that the engine works with, indexed by actor, and those alive on one day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use detente_codebook::ActorCode;
use detente_history::{Base, ClauseText, Duty, Standing, TreatyText, Trigger};
use jiff::civil::Date;

use super::EngineError;
use super::zone::Zone;

/// A treaty and the areas of its clauses.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) text: TreatyText,
    pub(super) zones: Vec<Option<Zone>>,
}

/// The treaties of one question or of many.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub(super) treaties: Vec<Bound>,
    by_actor: BTreeMap<ActorCode, Vec<usize>>,
}

static BUILTIN: LazyLock<Result<Book, EngineError>> = LazyLock::new(|| {
    let wrong = |e: detente_history::HistoryError| EngineError::Data { file: "treaties", what: e.to_string() };
    Book::of_base(detente_history::base().map_err(wrong)?)
});

impl Bound {
    fn new(text: TreatyText) -> Result<Self, EngineError> {
        let zones = text.clauses.iter().map(Zone::of).collect::<Result<_, _>>()?;
        Ok(Self { text, zones })
    }

    /// Everyone whom the treaty may concern: parties, and those it is for without being parties.
    fn concerned(&self) -> BTreeSet<ActorCode> {
        let wards = self.text.clauses.iter().flat_map(|c| &c.beneficiary);
        self.text.parties.iter().map(|p| &p.code).chain(wards).cloned().collect()
    }
}

impl Book {
    /// A book of treaties.
    ///
    /// # Errors
    /// [`EngineError::Data`] when a table of the engine is malformed.
    pub fn new(treaties: Vec<TreatyText>) -> Result<Self, EngineError> {
        let mut book = Self::default();
        for text in treaties {
            book.push(Bound::new(text)?);
        }
        Ok(book)
    }

    /// The book of the embedded base.
    ///
    /// # Errors
    /// [`EngineError::Data`] when a table of the engine is malformed.
    pub fn of_base(base: &Base) -> Result<Self, EngineError> {
        Self::new(base.treaties().to_vec())
    }

    /// The book of the embedded base, made once.
    ///
    /// # Errors
    /// [`EngineError::Data`] when a data file is malformed; a test keeps that from happening.
    pub fn builtin() -> Result<&'static Self, EngineError> {
        BUILTIN.as_ref().map_err(Clone::clone)
    }

    fn push(&mut self, bound: Bound) {
        let index = self.treaties.len();
        for actor in bound.concerned() {
            self.by_actor.entry(actor).or_default().push(index);
        }
        self.treaties.push(bound);
    }

    /// The book with more treaties; one with an id that the book has already takes the place of that
    /// one, and keeps from it what its own form cannot say about the same clauses.
    ///
    /// # Errors
    /// [`EngineError::Data`] when a table of the engine is malformed.
    #[must_use = "the book with the treaties is the answer"]
    pub fn with(self, more: Vec<TreatyText>) -> Result<Self, EngineError> {
        let mut texts: Vec<TreatyText> = self.treaties.into_iter().map(|b| b.text).collect();
        for text in more {
            match texts.iter_mut().find(|t| t.id == text.id) {
                Some(old) => *old = merged(old, text),
                None => texts.push(text),
            }
        }
        Self::new(texts)
    }

    /// Every treaty, in the order in which they were added.
    pub fn treaties(&self) -> impl Iterator<Item = &TreatyText> {
        self.treaties.iter().map(|b| &b.text)
    }

    /// The treaties that may concern an actor, whatever the day.
    pub(super) fn of(&self, actor: &ActorCode) -> &[usize] {
        self.by_actor.get(actor).map_or(&[], Vec::as_slice)
    }

    /// Whether any treaty names an actor.
    pub(super) fn knows(&self, actor: &ActorCode) -> bool {
        self.by_actor.contains_key(actor)
    }

    /// The treaties in force on a day.
    #[must_use]
    pub fn on(&self, day: Date) -> Day<'_> {
        Day::new(self, day)
    }
}

/// A treaty of a file in the place of one of the base: what the file's form cannot say is kept for
/// clauses of the same duty and article.
fn merged(old: &TreatyText, mut new: TreatyText) -> TreatyText {
    for clause in &mut new.clauses {
        let same = |c: &&ClauseText| c.duty == clause.duty && c.article == clause.article;
        let Some(kept) = old.clauses.iter().find(same) else { continue };
        if clause.zone.is_empty() && clause.area == kept.area {
            clause.zone.clone_from(&kept.zone);
        }
        if clause.when == Trigger::Always && kept.when == Trigger::PartyActs {
            (clause.when, clause.area) = (kept.when, kept.area.clone());
        }
        clause.co_members = clause.co_members.or(kept.co_members);
        if clause.aimed_at.is_empty() {
            clause.aimed_at.clone_from(&kept.aimed_at);
        }
    }
    if new.suspensions.is_empty() {
        new.suspensions.clone_from(&old.suspensions);
    }
    new.prevails = new.prevails.or_else(|| old.prevails.clone());
    new
}

/// A treaty in force on the day, with its members of that day, sorted.
#[derive(Debug)]
pub(super) struct Alive<'a> {
    pub(super) text: &'a TreatyText,
    pub(super) zones: &'a [Option<Zone>],
    pub(super) members: Vec<&'a ActorCode>,
    /// Whether force among the members is itself forbidden by the treaty.
    pub(super) forbids_force: bool,
    /// Whether a clause of it asks for war or for an act of a party, and not for an attack on one.
    pub(super) hears_of_war: bool,
}

/// The treaties in force on one day. Questions about the same day share it.
#[derive(Debug)]
pub struct Day<'a> {
    pub(super) book: &'a Book,
    pub(super) day: Date,
    pub(super) alive: Vec<Alive<'a>>,
    by_actor: BTreeMap<&'a ActorCode, Vec<usize>>,
}

impl<'a> Day<'a> {
    fn new(book: &'a Book, day: Date) -> Self {
        let mut out = Self { book, day, alive: Vec::new(), by_actor: BTreeMap::new() };
        for bound in book.treaties.iter().filter(|b| b.text.is_alive(day)) {
            let index = out.alive.len();
            let alive = Alive::new(bound, day);
            let wards = bound.text.clauses.iter().flat_map(|c| &c.beneficiary);
            let concerned: BTreeSet<&ActorCode> = alive.members.iter().copied().chain(wards).collect();
            for actor in concerned {
                out.by_actor.entry(actor).or_default().push(index);
            }
            out.alive.push(alive);
        }
        out
    }

    /// The treaties in force that concern an actor.
    pub(super) fn of(&self, actor: &ActorCode) -> &[usize] {
        self.by_actor.get(actor).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Alive<'a> {
    fn new(bound: &'a Bound, day: Date) -> Self {
        let forbids = |c: &ClauseText| c.duty == Duty::Nonaggression && c.obliged.is_empty() && !c.by_all_states;
        let hears = |c: &ClauseText| matches!(c.when, Trigger::AtWar | Trigger::AtWarWithTwo | Trigger::PartyActs);
        Self {
            hears_of_war: bound.text.clauses.iter().any(hears),
            text: &bound.text,
            zones: &bound.zones,
            members: bound.text.members(day),
            forbids_force: bound.text.clauses.iter().any(forbids),
        }
    }

    pub(super) fn has(&self, actor: &ActorCode) -> bool {
        self.members.binary_search(&actor).is_ok()
    }

    /// Whether the treaty is suspended between two members, or neither of them holds it to be in force.
    pub(super) fn off(&self, day: Date, a: &ActorCode, b: &ActorCode) -> bool {
        let suspended =
            || !self.text.suspensions.is_empty() && self.text.standing_between(day, a, b) == Some(Standing::Suspended);
        suspended() || !self.text.views.is_empty() && !self.holds(day, a) && !self.holds(day, b)
    }

    /// Whether `observer` holds the treaty to be in force.
    fn holds(&self, day: Date, observer: &ActorCode) -> bool {
        self.text.standing_as_seen(day, observer) == Standing::InForce
    }

    /// Whether the two do not agree that the treaty is in force, or not with what most hold.
    pub(super) fn is_disputed(&self, day: Date, a: &ActorCode, b: &ActorCode) -> bool {
        let all = || self.text.standing(day) == Standing::InForce && self.holds(day, a) && self.holds(day, b);
        !self.text.views.is_empty() && !all()
    }

    /// Whether a clause is owed to `actor`: named as beneficiary, or a member where nobody is named.
    pub(super) fn protects(&self, clause: &ClauseText, actor: &ActorCode) -> bool {
        if clause.beneficiary.is_empty() { self.has(actor) } else { clause.beneficiary.contains(actor) }
    }
}
