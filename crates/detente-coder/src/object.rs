//! On whom a deed is done: the parties that stand where a frame wants them, and the sides of event nouns.

use std::ops::Range;

use detente_codebook::Language;

use crate::argument::Slots;
use crate::clause::Clauses;
use crate::frame::{Frame, Trigger};
use crate::party::{Naming, Party};

/// How far a direct object may stand from its verb.
const OBJECT: usize = 8;

/// How far a place that the frame asks for may stand from its verb.
const PLACE: usize = 5;

impl Clauses<'_> {
    /// The first party in the range that stands where the frame wants the one it is done to.
    pub(crate) fn target(&self, range: Range<usize>, frame: &Frame, sources: &[usize]) -> Vec<usize> {
        let wanted = frame.to(self.language);
        let domestic = frame.cameo.as_ref().is_some_and(|c| matches!(c.root(), "14" | "17" | "18" | "19" | "20"));
        // `withdrew from the deal on the Iranian programme`: what the deal is about names its other side.
        let topical = frame.cameo.as_ref().is_some_and(|c| matches!(c.root(), "03" | "05" | "12"));
        let violent = frame.cameo.as_ref().is_some_and(|c| matches!(c.root(), "18" | "19" | "20"));
        let consults = frame.cameo.as_ref().is_some_and(|c| c.root() == "04");
        let fits = |i: &usize| {
            let Some(p) = self.party(*i) else { return false };
            let of = p.of.as_deref().filter(|m| !(topical && self.grammar.topic.has(m)));
            let mark = if self.is_counted(p) { "" } else { p.mark.as_deref().or(of).unwrap_or_default() };
            let body = p.code.as_str().ends_with("LEG");
            let stranger = p.code.is_unknown() && !domestic && !body;
            let near = !mark.is_empty() || self.is_direct(p, range.start) && !(p.owner && consults);
            let asked = wanted.iter().any(|w| w == mark) || self.is_between(*i);
            // `captured a fort on the Thai border`: nobody is struck by the name of a line.
            let line = violent && p.naming == Naming::Adjective && self.class_at(p.to, "border").is_some();
            let placed = line || p.place && (mark.is_empty() || p.from.saturating_sub(range.start) > PLACE);
            !sources.contains(i) && !placed && !stranger && near && asked
        };
        let all = self.within(&range);
        let found =
            all.iter().copied().find(fits).or_else(|| all.iter().copied().find(|i| self.is_struck_place(*i, &range, frame)));
        let found = found.or_else(|| all.iter().copied().find(|i| self.is_struck_site(*i, &range, frame, sources)));
        found.map(|i| self.group_from(i)).unwrap_or_default()
    }

    /// Whether a party may be the direct object of what ends at `from`: near, and behind no comma.
    pub(crate) fn is_direct(&self, party: &Party, from: usize) -> bool {
        let between = self.tokens.get(from..party.from).unwrap_or_default();
        let comma = between.iter().any(|t| t.is_mark(',') || t.is_mark('،'));
        let ruled = |i: usize| {
            let word = self.grammar.prepositions.at(&self.tokens, i) > 0 || self.grammar.places.at(&self.tokens, i) > 0;
            // `denounced as a crime the raid of A`: what is denounced comes later.
            let naming = self.tokens.get(i).is_some_and(|t| t.fold == "as");
            word && !naming && !self.counts(i)
        };
        let governed = self.language == Language::En && (from..party.from).any(ruled);
        !comma && !governed && between.len() <= OBJECT
    }

    /// `bombed Aleppo`, `travelled to Tianjin`: a city stands for its state where it is struck or visited.
    pub(crate) fn is_struck_site(&self, i: usize, range: &Range<usize>, frame: &Frame, sources: &[usize]) -> bool {
        let cameo = frame.cameo.as_ref();
        let asked = cameo.is_some_and(|c| matches!(c.root(), "18" | "19" | "20") || matches!(c.as_str(), "042" | "191" | "192"));
        let Some(p) = self.party(i).filter(|p| p.site && asked) else { return false };
        let mark = p.mark.as_deref().unwrap_or_default();
        let wanted = frame.to(self.language).iter().any(|w| w == mark) && (!mark.is_empty() || self.is_direct(p, range.start));
        let home = sources.iter().filter_map(|s| self.party(*s)).any(|s| s.code.state() == p.code.state());
        wanted && !home
    }

    /// `positions of the army`: whoever has what is counted.
    fn is_counted(&self, party: &Party) -> bool {
        let of = (party.from.saturating_sub(3)..party.from).rev().find(|i| self.tokens.get(*i).is_some_and(|t| t.fold == "of"));
        party.mark.as_deref() == Some("of") && of.is_some_and(|i| self.counts(i))
    }

    /// `more than 100`, `thousands of`: words that count what follows.
    pub(crate) fn counts(&self, at: usize) -> bool {
        let word = |i: usize| self.tokens.get(i).map_or("", |t| t.fold.as_str());
        let before = at.checked_sub(1).map_or("", word);
        match word(at) {
            "than" | "about" | "around" | "over" => true,
            "of" => self.grammar.quantity.has(before),
            _ => false,
        }
    }

    /// `strikes on positions inside Pakistan`: the place of what is struck names whom.
    pub(crate) fn is_struck_place(&self, i: usize, range: &Range<usize>, frame: &Frame) -> bool {
        let assault = frame.cameo.as_ref().is_some_and(|c| matches!(c.root(), "18" | "19" | "20"));
        let Some(p) = self.party(i).filter(|p| assault && p.place) else { return false };
        let wanted = |k: &usize| {
            self.tokens.get(*k).is_some_and(|t| frame.to(self.language).iter().any(|w| !w.is_empty() && *w == t.fold))
        };
        (range.start.max(p.from.saturating_sub(5))..p.from).any(|k| wanted(&k))
    }

    pub(crate) fn group_from(&self, i: usize) -> Vec<usize> {
        self.group(i).into_iter().filter(|k| *k >= i).collect()
    }

    pub(crate) fn is_between(&self, i: usize) -> bool {
        self.party(i).and_then(|p| p.mark.as_deref()).is_some_and(|m| self.grammar.between.has(m))
    }

    pub(crate) fn noun_slots(&self, trigger: &Trigger, frame: &Frame) -> Slots {
        let clause = self.clause(trigger.from);
        let end = if trigger.end > clause.end { self.clause(trigger.end - 1).end } else { clause.end };
        let until = self.verbs().filter(|t| t.from >= trigger.end).map(|t| t.from).min().unwrap_or(self.tokens.len()).min(end);
        let near = |i: &usize| self.party(*i).is_some_and(|p| p.from.saturating_sub(trigger.end) <= 4);
        let between = self.within(&(trigger.to.saturating_sub(1)..until)).into_iter().filter(near).find(|i| self.is_between(*i));
        if let Some(i) = between {
            let both = self.group(i);
            if frame.mutual {
                return Slots { sources: both.clone(), targets: both };
            }
            let owner = self.noun_owner(trigger, until);
            let outside: Vec<usize> = owner.into_iter().filter(|i| !both.contains(i)).collect();
            let sources = if outside.is_empty() { self.light_subject(trigger) } else { outside };
            return if sources.is_empty() { Slots::default() } else { Slots { sources, targets: both } };
        }
        let mut sources = self.genitive_before(trigger);
        if sources.is_empty() {
            sources = self.noun_owner(trigger, until);
        }
        let pattern = if trigger.class.is_none() { trigger.end } else { trigger.to };
        let past = sources.iter().filter_map(|i| self.party(*i)).map(|p| p.to).max().unwrap_or(0).max(pattern);
        if sources.is_empty() {
            sources = self.light_subject(trigger);
        }
        if sources.is_empty() {
            let by = |i: &usize| self.party(*i).and_then(|p| p.mark.as_deref()).is_some_and(|m| self.grammar.agent.has(m));
            sources = self.within(&(trigger.to..until)).into_iter().find(by).map(|i| self.group(i)).unwrap_or_default();
        }
        let targets = self.target(past..until, frame, &sources);
        if targets.is_empty() && frame.mutual && sources.len() > 1 {
            return Slots { targets: sources.clone(), sources };
        }
        Slots { sources, targets }
    }

    /// The actor that owns an event noun: an adjective or a possessive before it in English, an
    /// adjective or a genitive right after it in Arabic.
    pub(crate) fn noun_owner(&self, trigger: &Trigger, until: usize) -> Vec<usize> {
        let beside = |i: &usize| {
            let Some(p) = self.party(*i) else { return false };
            match self.language {
                Language::En => {
                    let ruled = (p.to..trigger.from).any(|i| {
                        self.grammar.prepositions.at(&self.tokens, i) > 0
                            || self.tokens.get(i).is_some_and(|t| t.fold == "following")
                    });
                    p.to <= trigger.from
                        && !ruled
                        && self.words_between(p.to, trigger.from) <= 1
                        && (p.owner || p.naming != Naming::Person)
                }
                Language::Ar => {
                    p.from >= trigger.to && self.words_between(trigger.to, p.from) <= 1 && p.mark.is_none() && !p.place
                }
            }
        };
        let range = if self.language == Language::En { trigger.from.saturating_sub(8)..trigger.from } else { trigger.to..until };
        let found = self.within(&range);
        let pick =
            if self.language == Language::En { found.into_iter().rev().find(beside) } else { found.into_iter().find(beside) };
        let Some(i) = pick else { return Vec::new() };
        let adjectives = self.party(i).is_some_and(|p| p.naming == Naming::Adjective);
        if adjectives && self.language == Language::Ar { vec![i] } else { self.group(i) }
    }

    /// Arabic: `the announcement by India of the suspension`: the owner stands right before the noun.
    pub(crate) fn genitive_before(&self, trigger: &Trigger) -> Vec<usize> {
        if self.language != Language::Ar {
            return Vec::new();
        }
        // A definite noun is no part of a construct.
        let definite = |s: crate::clitic::Split<'_>| s.stem.starts_with("ال");
        if self.tokens.get(trigger.from).is_some_and(|t| t.heads().any(definite)) {
            return Vec::new();
        }
        let beside = self
            .parties
            .iter()
            .position(|p| p.to == trigger.from && p.mark.is_none() && !p.place && p.naming != Naming::Adjective);
        beside.map(|i| self.group(i)).unwrap_or_default()
    }

    /// `launched an attack`: the subject of a light verb right before the noun.
    pub(crate) fn light_subject(&self, trigger: &Trigger) -> Vec<usize> {
        let light = (trigger.from.saturating_sub(7)..trigger.from)
            .rev()
            .find(|i| self.grammar.light.behind(&self.tokens, *i) > 0 && !self.is_compounded(*i));
        let Some(at) = light else { return Vec::new() };
        let clause = self.clause(at);
        if self.clause(trigger.from) != clause {
            return Vec::new();
        }
        let len = self.grammar.light.behind(&self.tokens, at);
        let after = self.subject_after(at + len, trigger.from);
        if !after.is_empty() {
            return after;
        }
        let before = self.subject_before(clause.start, at);
        if before.is_empty() { self.antecedent(at) } else { before }
    }
}
