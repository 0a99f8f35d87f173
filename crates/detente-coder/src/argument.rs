//! Who acts and on whom: the parties that fill the slots of a frame.

use std::ops::Range;

use detente_codebook::Language;

use crate::clause::{Clauses, Wall};
use crate::frame::{Frame, Part, Trigger};
use crate::inflect::Tense;
use crate::party::{Naming, Party};
use crate::token::TokenKind;

/// The filled slots of a frame: places in [`Clauses::parties`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slots {
    pub(crate) sources: Vec<usize>,
    pub(crate) targets: Vec<usize>,
}

impl Slots {
    /// Whether both sides are there.
    fn is_complete(&self, frame: &Frame) -> bool {
        let both = !self.sources.is_empty() && !self.targets.is_empty();
        both || frame.mutual && (self.sources.len() > 1 || self.targets.len() > 1)
    }
}

/// Participles that say what somebody is ready to do.
const MINDED: [&str; 6] = ["prepared", "determined", "committed", "resolved", "inclined", "opposed"];

/// How far behind `there were` the participle may stand.
const EXISTS: usize = 8;

/// How far a subject may stand from its verb.
const FAR: usize = 14;

impl Clauses<'_> {
    /// Fills the slots of every trigger, in order; of the readings of a word the first complete one wins.
    pub(crate) fn fill(&mut self, readings: &[Vec<Trigger>]) {
        for (n, list) in readings.iter().enumerate() {
            let Some((best, slots)) = self.best_reading(list) else { continue };
            if let Some(trigger) = self.triggers.get_mut(n) {
                *trigger = best;
            }
            self.filled.push(slots);
        }
    }

    fn best_reading(&self, list: &[Trigger]) -> Option<(Trigger, Slots)> {
        let first = list.first()?;
        let frame = self.frames.list.get(first.frame)?;
        let slots = self.find_slots(first, frame);
        if !frame.is_coded() || slots.is_complete(frame) {
            return Some((first.clone(), slots));
        }
        let other = |t: &Trigger| {
            let frame = self.frames.list.get(t.frame).filter(|f| f.is_coded())?;
            let slots = self.find_slots(t, frame);
            slots.is_complete(frame).then(|| (t.clone(), slots))
        };
        list.iter().skip(1).find_map(other).or(Some((first.clone(), slots)))
    }

    /// The slots of a trigger; either side may stay empty.
    pub(crate) fn slots(&self, trigger: &Trigger, frame: &Frame) -> Slots {
        let known = self.triggers.iter().position(|t| t == trigger).and_then(|n| self.filled.get(n));
        known.cloned().unwrap_or_else(|| self.find_slots(trigger, frame))
    }

    fn find_slots(&self, trigger: &Trigger, frame: &Frame) -> Slots {
        let slots = match trigger.part {
            Part::Noun => self.noun_slots(trigger, frame),
            Part::Verb(tense) if self.is_passive(trigger, tense) => self.passive_slots(trigger, frame),
            Part::Verb(_) => self.verb_slots(trigger, frame),
        };
        let slots = match self.slots_by_parse(trigger, frame).filter(|_| matches!(trigger.part, Part::Verb(_))) {
            Some(parsed) => Slots {
                sources: if parsed.sources.is_empty() { slots.sources } else { parsed.sources },
                targets: if parsed.targets.is_empty() { slots.targets } else { parsed.targets },
            },
            None => slots,
        };
        if frame.inverse { Slots { sources: slots.targets, targets: slots.sources } } else { slots }
    }

    fn is_passive(&self, trigger: &Trigger, tense: Tense) -> bool {
        if self.language != Language::En {
            return false;
        }
        // `is prepared to leave`: a state of mind, not something done to one.
        let minded = self.tokens.get(trigger.from).is_some_and(|t| MINDED.contains(&t.fold.as_str()));
        if minded && self.tokens.get(trigger.from + 1).is_some_and(|t| t.fold == "to") {
            return false;
        }
        if !matches!(tense, Tense::Participle | Tense::Past) {
            return tense == Tense::Present && self.is_put(trigger.from);
        }
        // `probed the raid by A`: the one who raids, not the one who probes.
        let bare = trigger.end == trigger.to;
        if bare && self.tokens.get(trigger.end).is_some_and(|t| self.grammar.agent.has(&t.fold)) {
            return true;
        }
        let back = (1..=3).filter_map(|n| trigger.from.checked_sub(n)).filter_map(|i| self.tokens.get(i));
        let be = |w: &str| self.grammar.be.has(w);
        if back.take_while(|t| t.is_word()).any(|t| be(&t.fold)) {
            return true;
        }
        // `there were ten soldiers killed`.
        let there = (trigger.from.saturating_sub(EXISTS)..trigger.from).find(|i| {
            self.tokens.get(*i).is_some_and(|t| t.fold == "there") && self.tokens.get(i + 1).is_some_and(|t| be(&t.fold))
        });
        there.is_some_and(|i| (i..trigger.from).all(|k| self.tokens.get(k).is_some_and(|t| t.kind != TokenKind::Mark)))
    }

    /// `was put`, `been hit`: a participle that is spelled as the bare form.
    fn is_put(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|i| self.tokens.get(i)).is_some_and(|t| self.grammar.be.has(&t.fold))
    }

    #[inline]
    pub(crate) fn party(&self, i: usize) -> Option<&Party> {
        self.parties.get(i)
    }

    /// The parties that lie inside a range of tokens.
    pub(crate) fn within(&self, range: &Range<usize>) -> Vec<usize> {
        // They stand in order.
        let first = self.parties.partition_point(|p| p.from < range.start);
        let near = self.parties.iter().enumerate().skip(first).take_while(|(_, p)| p.from <= range.end);
        near.filter(|(_, p)| p.to <= range.end).map(|(i, _)| i).collect()
    }

    /// A party with those joined to it.
    pub(crate) fn group(&self, i: usize) -> Vec<usize> {
        let joined = |k: usize| self.party(k).is_some_and(|p| p.joined);
        let from = (0..=i).rev().find(|k| !joined(*k)).unwrap_or(i);
        let to = (i + 1..self.parties.len()).find(|k| !joined(*k)).unwrap_or(self.parties.len());
        (from..to).collect()
    }

    /// Where the clause of a verb may take its arguments: between the verbs beside it.
    pub(crate) fn reach(&self, trigger: &Trigger) -> Range<usize> {
        let clause = self.clause(trigger.from);
        let before = self.verbs().filter(|t| t.from < trigger.from).map(|t| t.to).max().unwrap_or(0);
        let after = self.verbs().filter(|t| t.from >= trigger.end).map(|t| t.from).min().unwrap_or(self.tokens.len());
        let end = if trigger.end > clause.end { self.clause(trigger.end - 1).end } else { clause.end };
        clause.start.max(before)..end.min(after).min(self.aside_end(trigger))
    }

    /// `A, which did x, did y`: where a relative clause between commas ends.
    fn aside_end(&self, trigger: &Trigger) -> usize {
        let comma = |i: &usize| self.tokens.get(*i).is_some_and(|t| t.is_mark(',') || t.is_mark('،'));
        let all = self.tokens.len();
        match self.opened(trigger.from) {
            Some((Wall::Relative, wall)) if wall.checked_sub(1).is_some_and(|i| comma(&i)) => {
                let listed = |i: &usize| self.parties.iter().any(|p| p.from == i + 1 && p.joined);
                (trigger.end..all).find(|i| comma(i) && !listed(i)).unwrap_or(all)
            }
            _ => all,
        }
    }

    pub(crate) fn is_subject(&self, i: usize) -> bool {
        let noun = |p: &Party| p.naming != Naming::Adjective || self.is_people(p);
        self.party(i).is_some_and(|p| (p.mark.is_none() || self.is_conjunct(p)) && !p.owner && !p.place && noun(p))
    }

    /// `after Erdogan had condemned`: the word before is no preposition but opens a clause.
    fn is_conjunct(&self, party: &Party) -> bool {
        let before = party.from.checked_sub(1).and_then(|i| self.walls.get(i)).copied().flatten();
        let opens = matches!(before, Some((Wall::Break | Wall::Condition, _)));
        self.language == Language::En && opens && self.verb_follows(party.to)
    }

    /// `Palestinians blamed`: a people, not an adjective before a noun.
    pub(crate) fn is_people(&self, party: &Party) -> bool {
        let last = self.tokens.get(party.to.saturating_sub(1));
        match self.language {
            Language::En => last.is_some_and(|t| t.raw.ends_with('s')) && !self.noun_follows(party.to),
            Language::Ar => last.is_some_and(|t| t.fold.ends_with("ون")),
        }
    }

    /// The subject before a verb, nearest first.
    pub(crate) fn subject_before(&self, from: usize, at: usize) -> Vec<usize> {
        let near = |i: &usize| self.party(*i).is_some_and(|p| at.saturating_sub(p.to) <= FAR);
        let found = self.within(&(from..at)).into_iter().rev().filter(near).find(|i| self.is_subject(*i));
        found.map(|i| self.group(i)).unwrap_or_default()
    }

    /// Arabic: the subject right after its verb.
    pub(crate) fn subject_after(&self, at: usize, to: usize) -> Vec<usize> {
        if self.language != Language::Ar {
            return Vec::new();
        }
        let near = |i: &usize| self.party(*i).is_some_and(|p| self.words_between(at, p.from) <= 2);
        let found = self.within(&(at..to)).into_iter().next().filter(near).filter(|i| self.is_subject(*i));
        found.map(|i| self.group(i)).unwrap_or_default()
    }

    pub(crate) fn words_between(&self, from: usize, to: usize) -> usize {
        let plain = |i: &usize| self.grammar.determiner.at(&self.tokens, *i) == 0;
        (from..to).filter(plain).count()
    }

    /// The party that a relative clause speaks of.
    pub(crate) fn antecedent(&self, at: usize) -> Vec<usize> {
        let Some((Wall::Relative, wall)) = self.opened(at) else { return Vec::new() };
        let before =
            self.parties.iter().enumerate().filter(|(_, p)| p.to <= wall && wall - p.to <= 2).map(|(i, _)| i).next_back();
        let named = |i: &usize| self.party(*i).is_some_and(|p| p.naming != Naming::Adjective);
        before.filter(named).map(|i| self.group(i)).unwrap_or_default()
    }

    /// The subject of the verb before, when the clauses are joined by nothing but a conjunction.
    fn shared_subject(&self, trigger: &Trigger) -> Vec<usize> {
        if let Some(main) = self.main_verb_before(trigger) {
            return self.sources_of(main);
        }
        let Some(before) = self.verbs().filter(|t| t.from < trigger.from).last() else { return Vec::new() };
        if let Some(first) = self.verb_before_but(trigger) {
            return self.sources_of(first);
        }
        let gap = before.end..trigger.from;
        let only_to = |i: usize| self.tokens.get(i).is_some_and(|t| matches!(t.fold.as_str(), "to" | "not" | "also"));
        if !gap.is_empty() && gap.clone().all(only_to) {
            return self.sources_of(before);
        }
        let then = |i: usize| self.tokens.get(i).is_some_and(|t| t.fold == "ثم");
        let walled = gap.clone().any(|i| self.walls.get(i).is_some_and(Option::is_some) && !then(i));
        let linked = |i: usize| then(i) || self.tokens.get(i).is_some_and(|t| self.grammar.and.has(&t.fold));
        let and = trigger.conjunction || gap.clone().any(linked);
        if walled || !and {
            return Vec::new();
        }
        self.sources_of(before)
    }

    /// `A did x, but refused y`: the first verb of the sentence, when nobody is named behind `but`.
    fn verb_before_but(&self, trigger: &Trigger) -> Option<&Trigger> {
        let (_, wall) = self.opened(trigger.from).filter(|(kind, _)| *kind == Wall::Break)?;
        let but = self.tokens.get(wall).is_some_and(|t| matches!(t.fold.as_str(), "but" | "yet"));
        let named = self.parties.iter().any(|p| wall < p.from && p.to <= trigger.from);
        let verb = self.verbs().any(|t| wall < t.from && t.from < trigger.from);
        self.verbs().find(|t| but && !named && !verb && t.from < wall && !self.is_subordinate(t))
    }

    /// Who is the subject of a verb, whichever side of the event that is.
    fn sources_of(&self, verb: &Trigger) -> Vec<usize> {
        let Some(frame) = self.frames.list.get(verb.frame) else { return Vec::new() };
        let slots = self.slots(verb, frame);
        if frame.inverse { slots.targets } else { slots.sources }
    }

    /// `A did x after B did y, then did z`: the verb that `then` goes on from.
    fn main_verb_before(&self, trigger: &Trigger) -> Option<&Trigger> {
        let then = trigger
            .from
            .checked_sub(1)
            .and_then(|i| self.tokens.get(i))
            .is_some_and(|t| matches!(t.fold.as_str(), "ثم" | "then"));
        let comma = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_mark(',') || t.is_mark('،'));
        let resumed = then || trigger.conjunction && trigger.from.checked_sub(1).is_some_and(comma);
        let inner = self.verbs().filter(|t| t.from < trigger.from).last().is_some_and(|t| self.is_subordinate(t));
        let main = |t: &&Trigger| t.from < trigger.from && !self.is_subordinate(t);
        if resumed && inner { self.verbs().filter(main).last() } else { None }
    }

    fn is_subordinate(&self, verb: &Trigger) -> bool {
        matches!(self.opened(verb.from), Some((Wall::Break | Wall::Relative | Wall::That | Wall::Condition, wall)) if !self.is_then(wall))
    }

    fn is_then(&self, wall: usize) -> bool {
        self.tokens.get(wall).is_some_and(|t| matches!(t.fold.as_str(), "ثم" | "then"))
    }

    /// `it`, `he` or `she` right before the verb.
    pub(crate) fn pronoun_before(&self, trigger: &Trigger) -> bool {
        let back = (trigger.from.saturating_sub(3)..trigger.from).filter_map(|i| self.tokens.get(i));
        back.into_iter().any(|t| self.grammar.pronoun.has(&t.fold))
    }

    /// `the jets that it received`: the subject of the clause that a relative clause hangs on.
    fn outer_subject(&self, trigger: &Trigger) -> Vec<usize> {
        let Some((Wall::Relative | Wall::That, wall)) = self.opened(trigger.from) else { return Vec::new() };
        let clause = self.clause(wall.saturating_sub(1));
        let first = self.within(&(clause.start..wall)).into_iter().find(|i| self.is_subject(*i));
        first.map(|i| self.group(i)).unwrap_or_default()
    }

    fn verb_slots(&self, trigger: &Trigger, frame: &Frame) -> Slots {
        let reach = self.reach(trigger);
        let after = self.subject_after(trigger.to, reach.end);
        let before = self.subject_before(reach.start, trigger.from);
        let direct = frame.to(self.language).iter().any(String::is_empty);
        // A noun right before an Arabic verb is its subject; else the one right after it is.
        let adjacent = before.last().and_then(|i| self.party(*i)).is_some_and(|p| trigger.from.saturating_sub(p.to) <= 1);
        let relative = self.antecedent(trigger.from);
        let mut sources = match () {
            () if self.language == Language::En || adjacent => before,
            () if !relative.is_empty() && direct && !trigger.pronoun && after.len() == 1 => relative.clone(),
            () if !after.is_empty() => after,
            () => before,
        };
        let resumed = self.resumed_subject(trigger);
        if !resumed.is_empty() {
            sources = resumed;
        }
        if sources.is_empty() {
            sources = relative;
        }
        if sources.is_empty() {
            sources = self.shared_subject(trigger);
        }
        if sources.is_empty() {
            sources = self.reduced_subject(trigger);
        }
        if sources.is_empty() {
            sources = self.said_subject(trigger);
        }
        if sources.is_empty() {
            sources = self.purpose_subject(trigger);
        }
        if sources.is_empty() && (trigger.pronoun || self.pronoun_before(trigger)) {
            sources = self.outer_subject(trigger);
        }
        if sources.is_empty() && trigger.pronoun {
            sources = self.subject_so_far(trigger);
        }
        if let Some(slots) = self.accused(trigger, frame, &sources) {
            return slots;
        }
        let past = sources.iter().filter_map(|i| self.party(*i)).map(|p| p.to).max().unwrap_or(0).max(trigger.to);
        let mut targets = self.target(past..reach.end, frame, &sources);
        if targets.is_empty() {
            targets = self.asked_that(trigger, frame, &sources);
        }
        if targets.is_empty() {
            targets = self.author(trigger, frame, &sources);
        }
        Slots { sources, targets }
    }

    /// `demanded that Y withdraw`: whoever is asked is the subject of what is asked.
    fn asked_that(&self, trigger: &Trigger, frame: &Frame, sources: &[usize]) -> Vec<usize> {
        const NEAR: usize = 4;
        if !frame.cameo.as_ref().is_some_and(|c| matches!(c.root(), "02" | "10")) {
            return Vec::new();
        }
        let past = sources.iter().filter_map(|i| self.party(*i)).map(|p| p.to).max().unwrap_or(0).max(trigger.end);
        let that = |i: &usize| matches!(self.walls.get(*i), Some(Some((Wall::That, _))));
        let Some(wall) = (past..past + NEAR).find(that) else { return Vec::new() };
        let near = |i: &usize| self.party(*i).is_some_and(|p| p.from > wall && p.from <= wall + NEAR && !p.code.is_unknown());
        let found = (0..self.parties.len()).filter(|i| !sources.contains(i)).find(|i| near(i) && self.is_subject(*i));
        found.map(|i| self.group_from(i)).unwrap_or_default()
    }

    /// The subject of the nearest verb before that has one.
    fn subject_so_far(&self, trigger: &Trigger) -> Vec<usize> {
        let before = self.triggers.iter().zip(&self.filled).rev();
        let verbs = before.filter(|(t, _)| t.from < trigger.from && matches!(t.part, Part::Verb(_)));
        let found = verbs.map(|(_, s)| s.sources.clone()).find(|s| !s.is_empty());
        let first =
            || (0..self.parties.len()).find(|i| self.is_subject(*i) && self.party(*i).is_some_and(|p| p.to <= trigger.from));
        found.or_else(|| first().map(|i| self.group(i))).unwrap_or_default()
    }

    /// Arabic: `and accused Rabat of` after a verb of the same subject: the one named is accused.
    fn accused(&self, trigger: &Trigger, frame: &Frame, sources: &[usize]) -> Option<Slots> {
        let accuses = frame.cameo.as_ref().is_some_and(|c| c.as_str().starts_with("112"));
        let [named] = sources else { return None };
        let after = self.party(*named).is_some_and(|p| p.from >= trigger.to);
        if self.language != Language::Ar || !accuses || !after || !trigger.conjunction {
            return None;
        }
        let subject = self.shared_subject(trigger);
        let rest = self.within(&(trigger.to..self.reach(trigger).end));
        let other = rest
            .iter()
            .any(|i| i != named && self.party(*i).is_some_and(|p| p.mark.is_none() && !p.joined && !p.code.is_unknown()));
        (!other && !subject.is_empty()).then(|| Slots { sources: subject, targets: vec![*named] })
    }

    fn passive_slots(&self, trigger: &Trigger, frame: &Frame) -> Slots {
        let reach = self.reach(trigger);
        let by = |i: &usize| self.party(*i).and_then(|p| p.mark.as_deref()).is_some_and(|m| self.grammar.agent.has(m));
        let agent = |to: usize| self.within(&(trigger.to..to)).into_iter().find(by).map(|i| self.group(i)).unwrap_or_default();
        let mut sources = agent(reach.end);
        // `hit by a missile fired by A`: whoever is behind the weapon.
        let by = |i: usize| self.tokens.get(i).is_some_and(|t| self.grammar.agent.has(&t.fold));
        if sources.is_empty() && (trigger.to..reach.end).any(by) {
            sources = agent(self.clause(trigger.from).end);
        }
        let mut targets = self.subject_before(reach.start, trigger.from);
        if targets.is_empty() {
            targets = self.antecedent(trigger.from);
        }
        if targets.is_empty() {
            targets = self.reduced_subject(trigger);
        }
        if targets.is_empty() {
            targets = self.flag_before(trigger, reach.start);
        }
        let _ = frame;
        Slots { sources, targets }
    }
}
