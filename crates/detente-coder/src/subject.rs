//! Subjects that stand far from their verb: before an aside, before `said they would`, before `to`.

use std::ops::Range;

use detente_codebook::Language;

use crate::clause::{Clauses, Wall};
use crate::frame::{Part, Trigger};
use crate::inflect::Tense;
use crate::party::Naming;
use crate::proper::past_aside;
use crate::token::Token;

/// How far before a verb its subject with an aside may end.
const FAR: usize = 40;

/// How many words a verb with its auxiliaries and adverbs takes.
const GROUP: usize = 5;

impl Clauses<'_> {
    /// `A, which met B in Rome, signed`: the party before the aside whose last comma stands right before the verb.
    pub(crate) fn resumed_subject(&self, trigger: &Trigger) -> Vec<usize> {
        if self.language != Language::En || trigger.part == Part::Noun {
            return Vec::new();
        }
        let Some(comma) = self.comma_before(trigger.from) else { return Vec::new() };
        let ends = |p: usize| self.tokens.get(p).is_some_and(|t| t.is_mark(',')) && p < comma;
        let near = |i: &usize| self.party(*i).is_some_and(|p| ends(past_aside(&self.tokens, p.to)) && comma - p.to <= FAR);
        let heads = (0..self.parties.len()).rev().filter(near).find(|i| self.is_subject(*i) && self.is_first(*i));
        heads.map(|i| self.group(i).into_iter().filter(|k| *k <= i).collect()).unwrap_or_default()
    }

    /// The comma right before a verb and its auxiliaries.
    fn comma_before(&self, at: usize) -> Option<usize> {
        let g = self.grammar;
        let helps = |i: usize| {
            let adverb = self.tokens.get(i).is_some_and(|t| t.is_word() && t.fold.ends_with("ly"));
            let words = [&g.be, &g.have, &g.time, &g.negation, &g.future, &g.intent, &g.modal];
            adverb || words.iter().any(|w| w.at(&self.tokens, i) > 0)
        };
        let first = (1..=GROUP).take_while(|n| at.checked_sub(*n).is_some_and(helps)).count();
        at.checked_sub(first + 1).filter(|i| self.tokens.get(*i).is_some_and(|t| t.is_mark(',')))
    }

    /// Whether no verb of the clause stands before a party: it is the subject of the verb to come.
    fn is_first(&self, i: usize) -> bool {
        let Some(party) = self.party(i) else { return false };
        let clause = self.clause(party.from);
        !self.verbs().any(|t| clause.start <= t.from && t.from < party.from)
    }

    /// `a Georgian train was blown up`: the nationality of what it is done to.
    fn is_flag(&self, i: usize) -> bool {
        self.party(i).is_some_and(|p| p.naming == Naming::Adjective && p.mark.is_none() && !p.place)
    }

    /// The nationality of the noun before a passive, when nobody else stands there.
    pub(crate) fn flag_before(&self, trigger: &Trigger, from: usize) -> Vec<usize> {
        const NOUN: usize = 4;
        let near = |i: &usize| self.party(*i).is_some_and(|p| trigger.from - p.to <= NOUN);
        let found = self.within(&(from..trigger.from)).into_iter().rev().find(|i| near(i) && self.is_flag(*i));
        found.filter(|_| self.language == Language::En).map(|i| vec![i]).unwrap_or_default()
    }

    /// `aircraft using missiles killed`: the subject before the participles that describe it.
    pub(crate) fn reduced_subject(&self, trigger: &Trigger) -> Vec<usize> {
        if self.language != Language::En {
            return Vec::new();
        }
        let clause = self.clause(trigger.from);
        let mut verbs: Vec<&Trigger> = self.verbs().filter(|t| clause.start <= t.from && t.from < trigger.from).collect();
        let finite = self.is_helped(trigger);
        while let Some(verb) = verbs.pop().filter(|t| self.is_reduced(t, finite)) {
            let from = verbs.last().map_or(clause.start, |t| t.to.max(clause.start));
            let found = self.subject_before(from, verb.from);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Whether a form of `be` or `have` stands before a verb, an adverb apart.
    fn is_helped(&self, verb: &Trigger) -> bool {
        let helps = |i: usize| self.tokens.get(i).is_some_and(|t| self.grammar.be.has(&t.fold) || self.grammar.have.has(&t.fold));
        let adverb = verb.from.checked_sub(1).and_then(|i| self.tokens.get(i)).is_some_and(|t| t.fold.ends_with("ly"));
        verb.from.checked_sub(if adverb { 2 } else { 1 }).is_some_and(helps)
    }

    /// A participle that stands alone: in -ing, before `by`, or before a verb that has its own form of `be`.
    fn is_reduced(&self, verb: &Trigger, finite: bool) -> bool {
        let by = self.tokens.get(verb.to).is_some_and(|t| self.grammar.agent.has(&t.fold));
        let speech = self.frames.list.get(verb.frame).is_some_and(|f| f.speech);
        match verb.part {
            Part::Verb(Tense::Progressive) => !self.is_helped(verb),
            Part::Verb(Tense::Past | Tense::Participle) => !self.is_helped(verb) && (by || finite && !speech),
            _ => false,
        }
    }

    /// `said they would boycott`: the subject of the verb of saying right before the pronoun.
    pub(crate) fn said_subject(&self, trigger: &Trigger) -> Vec<usize> {
        let Some(speech) = self.speech_before(trigger) else { return Vec::new() };
        let Some(frame) = self.frames.list.get(speech.frame) else { return Vec::new() };
        self.slots(speech, frame).sources
    }

    /// The verb of saying whose words begin with a pronoun and hold the trigger.
    pub(crate) fn speech_before(&self, trigger: &Trigger) -> Option<&Trigger> {
        const NEAR: usize = 4;
        if self.language != Language::En {
            return None;
        }
        let pronoun = (trigger.from.saturating_sub(NEAR)..trigger.from).rev();
        let at = pronoun.into_iter().find(|i| self.tokens.get(*i).is_some_and(|t| self.grammar.pronoun.has(&t.fold)))?;
        let speech = self.verbs().filter(|t| t.to <= at).last()?;
        let says = self.frames.list.get(speech.frame).is_some_and(|f| f.speech);
        let day = |t: &Token| t.fold == "that" || self.grammar.time.has(&t.fold);
        let beside = self.tokens.get(speech.to..at).unwrap_or_default().iter().all(day);
        (says && beside).then_some(speech)
    }

    /// The clause that a purpose belongs to: behind `after four years` it is the one before.
    fn purposeful(&self, to: usize) -> Range<usize> {
        let clause = self.clause(to);
        let bare = !self.verbs().any(|t| clause.start <= t.from && t.from < to);
        match self.opened(to) {
            Some((Wall::Break, wall)) if bare && wall > 0 => self.clause(wall - 1).start..clause.end,
            _ => clause,
        }
    }

    /// `opened the bridge to let in food`: the subject of the verb before, when nobody is named between.
    pub(crate) fn purpose_subject(&self, trigger: &Trigger) -> Vec<usize> {
        let to = trigger.from.checked_sub(1).filter(|i| self.tokens.get(*i).is_some_and(|t| t.fold == "to"));
        let Some(to) = to.filter(|_| self.language == Language::En) else { return Vec::new() };
        let clause = self.purposeful(to);
        let Some(verb) = self.verbs().filter(|t| t.from < to && clause.start <= t.from).last() else {
            let first = self.within(&(clause.start..to)).into_iter().find(|i| self.is_subject(*i));
            return first.map(|i| self.group(i)).unwrap_or_default();
        };
        let named = self.parties.iter().any(|p| verb.from < p.from && p.to <= to && !p.place);
        let Some(frame) = self.frames.list.get(verb.frame).filter(|_| !named) else { return Vec::new() };
        let slots = self.slots(verb, frame);
        if frame.inverse { slots.targets } else { slots.sources }
    }
}
