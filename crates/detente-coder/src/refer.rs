//! Words that stand for an actor named before: `it`, `his country`; and lists that end where a clause begins.

use std::collections::BTreeSet;

use detente_codebook::{ActorCode, Language};

use crate::clause::Clauses;
use crate::frame::{Part, Trigger};
use crate::inflect::Tense;
use crate::party::{Naming, Party};

/// How far behind a pronoun its verb may stand: `it is now prepared to leave`.
const FAR: usize = 6;

impl Clauses<'_> {
    /// `signed a pact with A, and B protested`: B belongs to the next clause, not to the list.
    pub(crate) fn part_lists(&mut self) {
        let mut cut = false;
        for k in 1..self.parties.len() {
            let Some(party) = self.parties.get(k).filter(|p| p.joined) else {
                cut = false;
                continue;
            };
            let begins = self.verb_follows(party.to) && self.has_verb_before(k) || self.is_said_behind(party);
            cut |= begins;
            if cut && let Some(party) = self.parties.get_mut(k) {
                party.joined = !begins;
                (party.mark, party.place) = (None, false);
            }
        }
    }

    /// `…, the White House said`: whoever is named behind a comma and before a verb of saying.
    fn is_said_behind(&self, party: &Party) -> bool {
        let speech = |t: &Trigger| t.from == party.to && self.frames.list.get(t.frame).is_some_and(|f| f.speech);
        let comma = (party.from.saturating_sub(2)..party.from).any(|i| self.tokens.get(i).is_some_and(|t| t.is_mark(',')));
        let last = self.tokens.len().saturating_sub(party.to) <= 4;
        self.language == Language::En && comma && last && self.verbs().any(speech)
    }

    /// `a military protocol`: a role without a state right before a noun describes it and acts nowhere.
    pub(crate) fn drop_modifiers(&mut self) {
        if self.language != Language::En {
            return;
        }
        let acts: Vec<bool> = self.parties.iter().map(|p| p.naming != Naming::Role || !self.is_modifier(p)).collect();
        let mut acts = acts.into_iter();
        self.parties.retain(|_| acts.next().unwrap_or(true));
    }

    /// Whether a role describes the noun behind it: a single one before a plain noun, `official` before any.
    fn is_modifier(&self, party: &Party) -> bool {
        const ADJECTIVES: [&str; 5] = ["official", "military", "terrorist", "civilian", "guerrilla"];
        let last = self.tokens.get(party.to.saturating_sub(1));
        let plural = last.is_some_and(|t| t.fold.ends_with('s') && !t.fold.ends_with("ss"));
        let adjective = last.is_some_and(|t| party.to == party.from + 1 && ADJECTIVES.contains(&t.fold.as_str()));
        // After a single one a verb would end in -s: what follows is a noun.
        let single = self.tokens.get(party.to).is_some_and(|t| !t.fold.ends_with('s'));
        let noun = |part: Part| part == Part::Noun || part == Part::Verb(Tense::Present) && single;
        let deed = self.triggers.iter().any(|t| t.from == party.to && noun(t.part));
        adjective && deed || !plural && self.noun_follows(party.to)
    }

    /// Whether a plain noun stands at a token: no verb, no function word, no name.
    pub(crate) fn noun_follows(&self, at: usize) -> bool {
        let g = self.grammar;
        let Some(token) = self.tokens.get(at).filter(|t| t.is_word() && !t.is_capital()) else { return false };
        let function = [
            &g.prepositions,
            &g.places,
            &g.and,
            &g.relative,
            &g.that,
            &g.breaks,
            &g.condition,
            &g.be,
            &g.have,
            &g.modal,
            &g.future,
            &g.negation,
            &g.determiner,
            &g.time,
        ];
        let plain = function.iter().all(|w| w.at(&self.tokens, at) == 0);
        let verb = self.triggers.iter().any(|t| t.from == at)
            || token.fold.ends_with("ed")
            || token.fold.ends_with("ly")
            || token.fold.ends_with('s');
        plain && !verb
    }

    /// Whether a finite verb stands at a token, an adverb before it apart.
    pub(crate) fn verb_follows(&self, at: usize) -> bool {
        let g = self.grammar;
        let adverb =
            self.tokens.get(at).is_some_and(|t| t.fold.ends_with("ly") || matches!(t.fold.as_str(), "then" | "later" | "also"));
        let at = at + usize::from(adverb);
        let auxiliary = [&g.be, &g.have, &g.modal, &g.future].iter().any(|w| w.at(&self.tokens, at) > 0);
        let finite = |part: Part| matches!(part, Part::Verb(tense) if tense != Tense::Progressive);
        let known = self.triggers.iter().any(|t| t.from == at && finite(t.part));
        let past = self.tokens.get(at).is_some_and(|t| t.raw.ends_with("ed") && !t.is_capital());
        known || self.language == Language::En && (auxiliary || past)
    }

    /// Whether a verb of the same clause stands before the list of a party, which is no `between`.
    fn has_verb_before(&self, k: usize) -> bool {
        let joined = |i: &usize| self.parties.get(*i).is_some_and(|p| p.joined);
        let Some(head) = (0..k).rev().find(|i| !joined(i)).and_then(|i| self.parties.get(i)) else { return false };
        let between = head.mark.as_deref().is_some_and(|m| self.grammar.between.has(m));
        let from = self.clause(head.from).start;
        !between && self.verbs().any(|t| from <= t.from && t.to <= head.from)
    }

    /// Adds parties for the words that stand for somebody named before. `subject` is the subject of the
    /// sentence before.
    pub(crate) fn resolve(&mut self, subject: Option<&ActorCode>) {
        let found: Vec<Party> =
            (0..self.tokens.len()).filter_map(|at| self.referent(at, subject)).chain(self.dropped(subject)).collect();
        if found.is_empty() {
            return;
        }
        self.parties.extend(found);
        self.parties.sort_by_key(|p| (p.from, p.to));
    }

    fn referent(&self, at: usize, subject: Option<&ActorCode>) -> Option<Party> {
        if self.parties.iter().any(|p| p.from <= at && at < p.to) {
            return None;
        }
        let own = self.grammar.own.with_clitics(&self.tokens, at);
        if let Some((len, preposition)) = own {
            let code = self.speaker_before(at).or(subject).map(ActorCode::state)?;
            let mark = preposition.map(String::from).or_else(|| self.mark_before(at));
            return Some(self.stand_in(at, len, code, mark));
        }
        if let Some((len, preposition)) = self.grammar.country.with_clitics(&self.tokens, at) {
            let code = self.country_meant(at, subject).filter(|_| self.stands_alone(at + len))?;
            let mark = preposition.map(String::from).or_else(|| self.mark_before(at));
            return Some(self.stand_in(at, len, code, mark));
        }
        if !matches!(self.tokens.get(at)?.fold.as_str(), "it" | "he" | "she" | "they") {
            return None;
        }
        let verb = (at + 1..=at + FAR).find(|i| self.triggers.iter().any(|t| t.from == *i && matches!(t.part, Part::Verb(_))))?;
        let bare = (at + 1..verb).all(|i| self.tokens.get(i).is_some_and(crate::token::Token::is_word));
        if !bare || self.mark_before(at).is_some() {
            return None;
        }
        let code = self.only_subject_before(at).or_else(|| subject.cloned().filter(|_| !self.names_before(at)))?;
        Some(self.stand_in(at, 1, code, None))
    }

    /// `the country`: the one state that the sentence has named so far, else the subject of the sentence before.
    fn country_meant(&self, at: usize, subject: Option<&ActorCode>) -> Option<ActorCode> {
        // `It said the country had …`: the one who speaks may mean another.
        if (0..at).any(|i| self.grammar.pronoun.at(&self.tokens, i) > 0) {
            return None;
        }
        let named = self.parties.iter().filter(|p| p.to <= at && !p.code.is_unknown() && !p.place && !p.site);
        let states: BTreeSet<ActorCode> = named.map(|p| p.code.state()).collect();
        let meant =
            if states.is_empty() { subject.map(ActorCode::state) } else { states.first().cloned().filter(|_| states.len() == 1) };
        meant.filter(|c| !c.is_organisation() && !c.is_unknown())
    }

    /// Whether nothing behind the words makes another thing of them: `the country's`, `the republic of`, an adjective.
    fn stands_alone(&self, to: usize) -> bool {
        let Some(next) = self.tokens.get(to) else { return true };
        let party = self.parties.iter().find(|p| p.from == to);
        match self.language {
            Language::En => !matches!(next.fold.as_str(), "s" | "of" | "'s" | "’s"),
            Language::Ar => !next.fold.starts_with("ال") || party.is_some_and(|p| p.naming != Naming::Adjective),
        }
    }

    /// Arabic: a sentence that begins with a verb of the feminine and goes on to something of `hers` speaks on of the
    /// state before.
    fn dropped(&self, subject: Option<&ActorCode>) -> Option<Party> {
        let code = subject.filter(|c| self.language == Language::Ar && c.as_str().len() == 3 && !c.is_unknown())?;
        let verb = self.triggers.first().filter(|t| t.from == 0 && t.part == Part::Verb(Tense::Past))?;
        let feminine = self.tokens.first().is_some_and(|t| t.fold.ends_with('ت'));
        let hers = self.tokens.get(verb.to).is_some_and(|t| t.is_word() && t.fold.ends_with("ها") && t.fold.chars().count() > 3);
        let named = self.parties.iter().any(|p| p.from == verb.to && !p.code.is_unknown());
        let span = self.span_of(verb.from..verb.to);
        (feminine && hers && !named).then(|| Party {
            from: verb.to,
            to: verb.to,
            span,
            ..self.stand_in(verb.to, 0, code.clone(), None)
        })
    }

    fn stand_in(&self, at: usize, len: usize, code: ActorCode, mark: Option<String>) -> Party {
        let span = self.span_of(at..at + len);
        let place = mark.as_ref().is_some_and(|m| self.grammar.places.has(m));
        Party {
            from: at,
            to: at + len,
            span,
            code,
            naming: Naming::Pronoun,
            person: None,
            mark,
            of: None,
            joined: false,
            owner: false,
            place,
            site: false,
            name: None,
        }
    }

    fn mark_before(&self, at: usize) -> Option<String> {
        let before = at.checked_sub(1)?;
        let ruled =
            self.grammar.prepositions.behind(&self.tokens, before) > 0 || self.grammar.places.behind(&self.tokens, before) > 0;
        self.tokens.get(before).filter(|_| ruled).map(|t| t.fold.clone())
    }

    fn names_before(&self, at: usize) -> bool {
        self.parties.iter().any(|p| p.to <= at && !p.code.is_unknown() && !p.place)
    }

    /// The state of which all subjects before a token speak.
    fn only_subject_before(&self, at: usize) -> Option<ActorCode> {
        let subjects = self.parties.iter().enumerate().filter(|(i, p)| p.to <= at && !p.code.is_unknown() && self.is_subject(*i));
        let codes: Vec<&ActorCode> = subjects.map(|(_, p)| &p.code).collect();
        let first = codes.first()?;
        codes.iter().all(|c| c.state() == first.state()).then(|| (*first).clone())
    }

    /// The official or the state that speaks before a token.
    fn speaker_before(&self, at: usize) -> Option<&ActorCode> {
        let before =
            || self.parties.iter().enumerate().filter(|(i, p)| p.to <= at && !p.code.is_unknown() && self.is_subject(*i));
        let official = before().rfind(|(_, p)| matches!(p.naming, Naming::Person | Naming::Body));
        official.or_else(|| before().next_back()).map(|(_, p)| &p.code)
    }

    /// Of whom the sentence speaks first: the subject of its first verb, else the party at its head.
    pub(crate) fn topic(&self) -> Option<ActorCode> {
        let verbs = self.triggers.iter().zip(&self.filled).filter(|(t, _)| matches!(t.part, Part::Verb(_)));
        let acting = verbs.filter_map(|(_, s)| s.sources.first()).copied();
        let head = (0..self.parties.len()).find(|i| self.is_subject(*i));
        let (acting, head) = (acting.min(), head.filter(|i| self.party(*i).is_some_and(|p| p.from <= 3)));
        let index = acting.or(head)?;
        let code = self.party(index).map(|p| p.code.clone()).filter(|c| !c.is_unknown())?;
        // Of two who act together the next sentence means neither alone.
        let alone = self.group(index).into_iter().filter_map(|i| self.party(i)).all(|p| p.code.state() == code.state());
        alone.then_some(code)
    }
}
