//! Events whose other side is named before: the parties of a treaty, the doer of what is condemned.

use detente_codebook::{ActorCode, Event, Language, Span};

use crate::clause::Wall;
use crate::event::{Act, Found};
use crate::frame::Part;
use crate::party::Party;

/// How far behind a verb the word for a deed may stand.
const REACH: usize = 5;

/// A treaty of more parties names none of them as the other side.
const MOST_PARTIES: usize = 3;

impl Act<'_> {
    /// `suspended the Indus Waters Treaty`: done to the other parties.
    pub(crate) fn of_treaty(&self, sources: &[usize]) -> Vec<Found> {
        let c = self.clauses;
        let Some(source) = sources.first().and_then(|i| c.parties.get(*i)).filter(|p| !p.code.is_unknown()) else {
            return Vec::new();
        };
        let Some(noun) = self.treaty_noun() else { return Vec::new() };
        if let Some(party) = self.signed_with(noun) {
            let words = source.span.to(party.span);
            return self.event(source.code.clone(), party.code.clone(), words).into_iter().collect();
        }
        let own = source.code.state();
        if let Some(party) = self.described(noun, &own) {
            let words = source.span.to(party.span);
            return self.event(source.code.clone(), party.code.clone(), words).into_iter().collect();
        }
        let clause = self.trigger.from..c.clause(noun).end;
        let mut targets: Vec<ActorCode> = crate::treaty::partner(c, clause, &own).into_iter().collect();
        if targets.is_empty() {
            targets = self.signatories(noun).into_iter().filter(|p| *p != own).collect();
        }
        let words = source.span.to(c.span_of(noun..noun + 1));
        targets.into_iter().filter_map(|t| self.event(source.code.clone(), t, words)).collect()
    }

    /// `the treaty that it signed with Spain`.
    fn signed_with(&self, noun: usize) -> Option<&Party> {
        let c = self.clauses;
        let wall = (noun..noun + REACH).find(|i| matches!(c.walls.get(*i), Some(Some((Wall::Relative | Wall::That, _)))))?;
        let with = |p: &&Party| p.mark.as_deref().is_some_and(|m| matches!(m, "with" | "مع"));
        c.parties.iter().filter(|p| p.from > wall && p.from <= wall + REACH && !p.code.is_unknown()).find(with)
    }

    /// `a deal that would let Iran grow`: the one other actor of the relative clause right behind the noun.
    fn described(&self, noun: usize, own: &ActorCode) -> Option<&Party> {
        let c = self.clauses;
        let ends = |i: &usize| c.tokens.get(*i).is_none_or(|t| t.is_quote_mark() || ".,;،؛".chars().any(|m| t.is_mark(m)));
        let end = (noun + 1..c.tokens.len()).find(ends).unwrap_or(c.tokens.len());
        let named = |p: &&Party| noun < p.from && p.from < end && !p.code.is_unknown() && !p.site && !p.place;
        let mut found = c.parties.iter().filter(named);
        let first = found.next().filter(|p| p.from <= noun + REACH && p.code.state() != *own)?;
        let verb = c.verb_follows(noun + 1) || (noun + 1..first.from).any(|i| self.begins_relative(i));
        (verb && found.all(|p| p.code.state() == first.code.state())).then_some(first)
    }

    /// A relative word, or an Arabic verb of the present right behind the noun and its adjective.
    fn begins_relative(&self, at: usize) -> bool {
        let c = self.clauses;
        let present = |t: &crate::token::Token| t.fold.starts_with(['ي', 'ت']) && t.fold.chars().count() >= 4;
        matches!(c.walls.get(at), Some(Some((Wall::Relative | Wall::That, _))))
            || c.language == Language::Ar && c.tokens.get(at).is_some_and(present)
    }

    /// The noun such as `treaty` that the trigger takes or that stands a few words behind it.
    fn treaty_noun(&self) -> Option<usize> {
        let c = self.clauses;
        let is_treaty = |i: &usize| c.class_at(*i, "treaty").is_some();
        let end = c.clause(self.trigger.end.saturating_sub(1)).end;
        self.trigger
            .class
            .filter(|i| is_treaty(i))
            .or_else(|| (self.trigger.to..end.min(self.trigger.to + REACH)).find(is_treaty))
    }

    /// Those who signed the treaty that is named by its year alone, by what the text said before.
    fn signatories(&self, noun: usize) -> Vec<ActorCode> {
        let c = self.clauses;
        let reach = c.span_of(noun..(noun + REACH).min(c.tokens.len()));
        let year = self.setting.dates.iter().find(|(s, _)| reach.touches(*s)).and_then(|(_, d)| d.first_year());
        let treaties = self.setting.treaties.iter().rev();
        let near = treaties.take(if year.is_some() { usize::MAX } else { 1 });
        let known = near.into_iter().filter(|(p, _)| p.len() <= MOST_PARTIES).find(|(_, y)| year.is_none() || *y == year);
        known.map(|(parties, _)| parties.clone()).unwrap_or_default()
    }

    /// `condemned the raid`, `which Turkey rejected`: a reaction to those who did what was told before.
    pub(crate) fn of_deed(&self, sources: &[usize], before: &[Found]) -> Vec<Found> {
        let c = self.clauses;
        let Some(source) = sources.first().and_then(|i| c.parties.get(*i)).filter(|p| !p.code.is_unknown()) else {
            return Vec::new();
        };
        if !self.is_reaction() || !(self.names_deed() || self.follows_deed()) {
            return Vec::new();
        }
        let same = before.iter().rev().map(|f| &f.event).filter(|e| e.rule != format!("frames/{}", self.frame.id));
        let inner = same.clone().next();
        if let (None, Some(other)) = (inner, self.earlier_subject(source)) {
            let (target, words) = (other.code.clone(), self.reaction(source));
            return self.event(source.code.clone(), target, words).into_iter().collect();
        }
        let Some(deed) = inner.or_else(|| self.setting.past.iter().next_back()) else { return Vec::new() };
        let words = self.reaction(source);
        let mut out = Vec::new();
        for i in sources {
            let Some(code) = c.parties.get(*i).map(|p| p.code.clone()) else { continue };
            let others = other_side(deed, &code);
            out.extend(others.into_iter().filter_map(|t| self.event(code.clone(), t, words)));
        }
        out
    }

    /// `A held a vote, and B denounced the vote`: the one other subject of the sentence before the one who reacts.
    fn earlier_subject(&self, source: &Party) -> Option<&Party> {
        let c = self.clauses;
        let apart = |p: &Party| p.to <= source.from && !p.code.is_unknown() && p.code.state() != source.code.state();
        let subjects = (0..c.parties.len()).filter(|i| c.is_subject(*i)).filter_map(|i| c.parties.get(i)).filter(|p| apart(p));
        let found: Vec<&Party> = subjects.collect();
        let first = found.first()?;
        (self.names_deed() && found.iter().all(|p| p.code.state() == first.code.state())).then_some(*first)
    }

    /// The words of a reaction: from the one who reacts to the end of his clause.
    fn reaction(&self, source: &Party) -> Span {
        let end = self.short_clause().end;
        let words = source.span.to(self.clauses.span_of(self.trigger.from..self.trigger.end));
        Span::new(words.start, end.max(words.end))
    }

    fn is_reaction(&self) -> bool {
        matches!(self.cameo.root(), "11" | "12") || matches!(self.cameo.as_str(), "051" | "050")
    }

    /// A word such as `raid` or `decision`, with an article, right behind the verb.
    fn names_deed(&self) -> bool {
        let c = self.clauses;
        let end = c.clause(self.trigger.from).end.min(self.trigger.end + REACH);
        let at = (self.trigger.to..end).find(|i| c.class_at(*i, "deed").is_some());
        at.is_some_and(|i| (self.trigger.to..i).all(|k| c.grammar.prepositions.at(&c.tokens, k) == 0))
    }

    /// `…, which Turkey rejected`: the clause hangs on the deed itself.
    fn follows_deed(&self) -> bool {
        let c = self.clauses;
        // `a charge that Turkey rejected`: here too the clause hangs on the noun.
        let charge = |wall: usize| wall > 0 && c.class_at(wall - 1, "deed").is_some() && c.language == Language::En;
        let opened =
            c.opened(self.trigger.from).filter(|(kind, wall)| *kind == Wall::Relative || *kind == Wall::That && charge(*wall));
        let Some((_, wall)) = opened else {
            return self.trigger.pronoun && matches!(self.trigger.part, Part::Verb(_)) && self.after_deed_noun();
        };
        let subject = (wall..self.trigger.from).any(|i| c.parties.iter().any(|p| p.from == i && p.mark.is_none()));
        subject && c.tokens.get(wall).is_some_and(|t| !matches!(t.fold.as_str(), "who" | "where" | "when"))
    }

    /// Arabic: `a raid that Qatar condemned`, without a relative word.
    fn after_deed_noun(&self) -> bool {
        let c = self.clauses;
        (self.trigger.from.saturating_sub(2)..self.trigger.from).any(|i| c.class_at(i, "deed").is_some())
    }

    /// `Islamabad warned that any attempt …`: the other of the two of whom the text speaks.
    pub(crate) fn warned(&self, sources: &[usize]) -> Vec<Found> {
        let c = self.clauses;
        let Some(source) = sources.first().and_then(|i| c.parties.get(*i)).filter(|_| self.cameo.root() == "13") else {
            return Vec::new();
        };
        let others = c.parties.iter().any(|p| !p.code.is_unknown() && p.code.state() != source.code.state());
        let Some((a, b)) = self.setting.pair.clone().filter(|_| !others) else { return Vec::new() };
        let own = source.code.state();
        let target = if a == own {
            Some(b)
        } else if b == own {
            Some(a)
        } else {
            None
        };
        target.and_then(|t| self.event(source.code.clone(), t, source.span)).into_iter().collect()
    }

    /// `both sides`, a dual verb, `they`: the two of whom the text spoke last.
    pub(crate) fn both(&self, before: &[Found]) -> Vec<Found> {
        let inner = before.iter().rev().map(|f| (f.event.source.state(), f.event.target.state())).find(|(a, b)| a != b);
        let Some((a, b)) = inner.or_else(|| self.setting.pair.clone()) else { return Vec::new() };
        if !self.names_both() && !self.is_bare_treaty() {
            return Vec::new();
        }
        let words = self.short_clause();
        self.event(a.clone(), b.clone(), words).into_iter().chain(self.event(b, a, words)).collect()
    }

    fn names_both(&self) -> bool {
        let c = self.clauses;
        let clause = c.clause(self.trigger.from);
        let around = clause.start.saturating_sub(2)..self.trigger.to + 4;
        if self.trigger.part == Part::Noun {
            return self.between_both();
        }
        let said = around.clone().any(|i| c.grammar.both.behind(&c.tokens, i) > 0);
        let dual = c
            .tokens
            .get(around.start..self.trigger.to)
            .unwrap_or_default()
            .iter()
            .any(|t| t.fold.ends_with("هما") || t.fold == "they");
        said || dual || self.is_dual()
    }

    /// Arabic: a verb of the past whose ending says that two act, and names neither.
    fn is_dual(&self) -> bool {
        let c = self.clauses;
        let past = self.trigger.part == Part::Verb(crate::inflect::Tense::Past) && c.language == Language::Ar;
        let ending = c.tokens.get(self.trigger.from).is_some_and(|t| t.fold.ends_with('ا') && t.fold.chars().count() >= 4);
        past && ending && !c.parties.iter().any(|p| p.from == self.trigger.to && !p.code.is_unknown())
    }

    /// A noun counts only with `between both sides` right behind it.
    fn between_both(&self) -> bool {
        let c = self.clauses;
        let mut after = self.trigger.from..self.trigger.to + 4;
        let between = after.find(|i| c.grammar.between.at(&c.tokens, *i) > 0);
        between.is_some_and(|i| (i + 1..i + 3).any(|k| c.grammar.both.at(&c.tokens, k) > 0))
    }

    /// `a second agreement, concluded in 1996`: without parties, between the two spoken of.
    fn is_bare_treaty(&self) -> bool {
        let c = self.clauses;
        let from = self.trigger.from.saturating_sub(REACH);
        let noun = (from..self.trigger.from).any(|i| c.class_at(i, "treaty").is_some());
        let clause = c.clause(self.trigger.from);
        let named = c
            .parties
            .iter()
            .any(|p| clause.contains(&p.from) && !p.place && !p.code.is_unknown() && p.from < self.trigger.end + REACH);
        self.cameo.as_str().starts_with("057") && matches!(self.trigger.part, Part::Verb(_)) && noun && !named
    }
}

/// The doers of a deed as the one who reacts sees them.
fn other_side(deed: &Event, own: &ActorCode) -> Vec<ActorCode> {
    let mutual = matches!(deed.cameo.root(), "04" | "06") || deed.cameo.as_str().starts_with("057");
    let mut out = Vec::new();
    if deed.source.state() != own.state() {
        out.push(deed.source.clone());
    }
    if (mutual || out.is_empty()) && deed.target.state() != own.state() {
        out.push(deed.target.clone());
    }
    out
}
