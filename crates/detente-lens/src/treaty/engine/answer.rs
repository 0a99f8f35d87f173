//! The answer of the engine, with its reasons as messages.

use detente_codebook::{ActorCode, RecordId};
use detente_history::{Base, Duty, KeptRate, TreatyText};

use super::book::Day;
use super::breach::{breaches, conflicts};
use super::due::{Allies, Due, dues, leads};
use super::refuse::refusals;
use super::rounds::play;
use super::scene::Scene;
use super::{Book, Clash, EngineError, Grade, Query, say};
use crate::Message;

/// Who is bound to do what.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Answer {
    /// Duties that the attack sets off.
    pub obligations: Vec<Obligation>,
    /// The same, by treaties that are known from memory only.
    pub leads: Vec<Obligation>,
    /// Consultation that is live beside a stronger duty, or beside none that the area allows.
    pub live: Vec<Obligation>,
    /// What the attack breaks.
    pub breaches: Vec<Breach>,
    /// Undertakings that cannot all be kept.
    pub conflicts: Vec<Conflict>,
    /// How the war widens if every duty to fight is kept.
    pub cascade: Vec<Join>,
    /// Those whom a reader would expect and whom nothing binds, with the condition that fails.
    pub not_bound: Vec<NotBound>,
    /// What the question left open and how it was taken.
    pub notes: Vec<Message>,
}

/// One duty that is set off.
#[derive(Clone, Debug)]
pub struct Obligation {
    /// Who owes it.
    pub state: ActorCode,
    /// What it asks for.
    pub duty: Duty,
    /// The id of the treaty.
    pub treaty: String,
    /// The article, where it is known.
    pub article: Option<String>,
    /// To whom it is owed.
    pub toward: ActorCode,
    /// How sure it is.
    pub grade: Grade,
    /// Why, with every condition that is met.
    pub why: Message,
    /// The clause.
    pub record: RecordId,
    /// How often such duties were kept in war: the row of its kind, number of parties and era.
    pub kept: Option<KeptRate>,
}

/// A clause that an attacker breaks.
#[derive(Clone, Debug)]
pub struct Breach {
    /// Who breaks it.
    pub state: ActorCode,
    /// Towards whom.
    pub toward: ActorCode,
    /// The id of the treaty.
    pub treaty: String,
    /// What it asks for.
    pub duty: Duty,
    /// The article, where it is known.
    pub article: Option<String>,
    /// The same in words.
    pub why: Message,
}

/// Undertakings of one actor that cannot all be kept.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// Who has undertaken them.
    pub state: ActorCode,
    /// The ids of the treaties.
    pub treaties: Vec<String>,
    /// Of what kind the conflict is.
    pub clash: Clash,
    /// The same in words, with which prevails.
    pub why: Message,
}

/// Somebody who enters the war by keeping a duty.
#[derive(Clone, Debug)]
pub struct Join {
    /// The round, from 1.
    pub round: u32,
    /// Who enters.
    pub state: ActorCode,
    /// Beside whom.
    pub joins: ActorCode,
    /// The id of the treaty.
    pub treaty: String,
    /// Why.
    pub because: Message,
}

/// Somebody who is not bound, against what one might expect.
#[derive(Clone, Debug)]
pub struct NotBound {
    /// Who; none for all parties of the treaty.
    pub state: Option<ActorCode>,
    /// The treaty that does not bind, if there is one.
    pub treaty: Option<String>,
    /// The condition that fails.
    pub why: Message,
}

impl Book {
    /// Answers a question; see [`Day::answer`] for many questions about one day.
    ///
    /// # Errors
    /// As [`Query::check`].
    pub fn answer(&self, query: &Query, base: &Base) -> Result<Answer, EngineError> {
        self.on(query.day).answer(query, base)
    }
}

impl Day<'_> {
    /// Answers a question about this day, with reasons.
    ///
    /// # Errors
    /// As [`Query::check`].
    pub fn answer(&self, query: &Query, base: &Base) -> Result<Answer, EngineError> {
        let unknown = query.check(self.book)?;
        let scene = Scene::first(query)?;
        let allies = Allies::of(self, &scene.attackers);
        let found = dues(self, &scene, &allies);
        let mut answer = Answer { notes: say::notes(query, &scene, &unknown), ..Answer::default() };
        answer.notes.extend(say::views(self.book.treaties(), query));
        for due in &found {
            let side = if due.listed { &mut answer.obligations } else { &mut answer.live };
            side.push(obligation(self, due, &scene, base));
        }
        answer.leads = leads(self, &scene, &allies).iter().map(|d| obligation(self, d, &scene, base)).collect();
        let listed: Vec<Due> = found.iter().filter(|d| d.listed).copied().collect();
        answer.breaches = breaches(self, &scene).iter().filter(|b| !b.treaty.lead).map(say::breach).collect();
        answer.conflicts = conflicts(self, &scene, &listed).iter().map(say::conflict).collect();
        let cascade = play(scene.clone(), found.clone(), |s| dues(self, s, &Allies::of(self, &s.attackers)), |_| true);
        answer.cascade = cascade.steps.iter().map(|s| say::join(self, s)).collect();
        answer.not_bound = refusals(self, query, &scene, &found);
        Ok(answer)
    }
}

fn obligation(day: &Day, due: &Due, scene: &Scene, base: &Base) -> Obligation {
    let text: &TreatyText = day.alive[due.treaty].text;
    Obligation {
        state: due.who.clone(),
        duty: due.clause.duty,
        treaty: text.id.clone(),
        article: due.clause.article.clone(),
        toward: due.toward.clone(),
        grade: due.grade(),
        why: say::why(text, due, scene),
        record: due.clause.record.clone(),
        kept: base.kept_rate(due.clause.kind, text.is_bilateral(), day.day).cloned(),
    }
}
