//! Who a phrase beside a verb of saying names: a holder of office, a body, or a person whom the text
//! introduces itself.

use detente_codebook::{ActorTable, Language, Span};

use crate::clause::{Clauses, Wall};
use crate::frame::Trigger;
use crate::party::{Naming, Party};
use crate::people::Known;
use crate::statement::{Listener, Speaker};

impl Listener<'_> {
    /// The subject of a verb of saying.
    pub(crate) fn subject(&mut self, clauses: &Clauses<'_>, verb: &Trigger, carried: Option<Speaker>) -> Option<Speaker> {
        let after = self.phrase_at(clauses, verb.to);
        let before = || {
            let prior = clauses.verbs().filter(|t| t.from < verb.from).map(|t| t.to).max().unwrap_or(0);
            clauses.clause(verb.from).start.max(prior)
        };
        let pronoun = (verb.from.saturating_sub(2)..verb.to + 2).filter_map(|i| clauses.tokens.get(i));
        let carried = if pronoun.into_iter().any(|t| matches!(t.fold.as_str(), "he" | "she")) {
            self.person.clone().or(carried)
        } else {
            carried
        };
        match self.language {
            Language::Ar if verb.conjunction => {
                let topical = clauses.tokens.get(verb.from).is_some_and(|t| t.fold.starts_with('ف'));
                let found = after.or_else(|| self.earlier_subject(clauses, verb));
                let found = found.or_else(|| if topical { self.phrase_before(clauses, before(), verb.from) } else { None });
                found.or(carried)
            }
            Language::Ar => after.or_else(|| self.phrase_before(clauses, before(), verb.from)).or(carried),
            Language::En => {
                let from = before();
                self.phrase_before(clauses, from, verb.from).or_else(|| self.phrase_at(clauses, verb.to)).or(carried)
            }
        }
    }

    /// Arabic: `X expects …, and added`: the subject of the first verb of saying of the same sentence.
    pub(crate) fn earlier_subject(&mut self, clauses: &Clauses<'_>, verb: &Trigger) -> Option<Speaker> {
        let first = clauses.verbs().next().filter(|t| t.from < verb.from).cloned()?;
        self.phrase_at(clauses, first.to).filter(|s| s.is_person)
    }

    /// The speaker whose phrase begins at a token.
    pub(crate) fn phrase_at(&mut self, clauses: &Clauses<'_>, at: usize) -> Option<Speaker> {
        let at = at + clauses.grammar.determiner.at(&clauses.tokens, at);
        let at = at + clauses.grammar.honorific.at(&clauses.tokens, at);
        if clauses.walls.get(at)?.is_some() {
            return None;
        }
        if clauses.class_at(at, "treaty").is_some() {
            return self.text_speaker(clauses, at);
        }
        let party = clauses.parties.iter().find(|p| p.from == at && p.mark.is_none() && !p.place);
        match party {
            Some(p) if p.naming == Naming::Person || !clauses.is_role(at) => Some(self.of_party(p)),
            Some(p) => self.after_role(clauses, p),
            None => self.named_at(clauses, at),
        }
    }

    /// `the analyst NAME`: a role, then a name that no dictionary knows.
    pub(crate) fn after_role(&mut self, clauses: &Clauses<'_>, party: &Party) -> Option<Speaker> {
        let end = self.role_end(clauses, party.to);
        for at in [party.name.unwrap_or(party.to), end] {
            let len = clauses.unknown_name(at, &self.finder);
            if len >= 1 && !clauses.is_role(at) {
                let role = clauses.span_of(party.from..at);
                return self.introduce(clauses, (at, at + len), Some(role), (party.from, at));
            }
        }
        Some(self.of_party(party))
    }

    /// The end of a role phrase: up to a comma, a wall or a verb.
    pub(crate) fn role_end(&self, clauses: &Clauses<'_>, from: usize) -> usize {
        let stop = |i: &usize| {
            let comma = clauses.tokens.get(*i).is_some_and(|t| t.is_mark(',') || t.is_mark('،'));
            let wall = matches!(clauses.walls.get(*i), Some(Some((w, _))) if *w != Wall::Relative);
            comma || wall
        };
        (from..clauses.tokens.len()).find(stop).unwrap_or(clauses.tokens.len())
    }

    pub(crate) fn named_at(&mut self, clauses: &Clauses<'_>, at: usize) -> Option<Speaker> {
        let met = [2, 1].into_iter().find_map(|n| clauses.tokens.get(at..at + n).and_then(|w| self.people.find(w)));
        if let Some(known) = met {
            return Some(speaker_of(known));
        }
        let len = clauses.unknown_name(at, &self.finder);
        let words = clauses.tokens.get(at..at + len)?;
        if words.is_empty() {
            return None;
        }
        if let Some(known) = self.people.find(words) {
            return Some(speaker_of(known));
        }
        let comma = clauses.tokens.get(at + len).is_some_and(|t| t.is_mark(',') || t.is_mark('،'));
        let follows = at + len + usize::from(comma);
        let who = comma && matches!(clauses.walls.get(follows), Some(Some((Wall::Relative, _))));
        let roled = comma && (follows..follows + 6).any(|i| clauses.is_role(i))
            || who
            || (follows..follows + 2).any(|i| clauses.is_role(i));
        if !roled && len < 2 {
            return None;
        }
        let end = if roled { self.role_end(clauses, follows) } else { follows };
        let role = roled.then(|| clauses.span_of(follows..end));
        self.introduce(clauses, (at, at + len), role, (follows, end))
    }

    pub(crate) fn phrase_before(&mut self, clauses: &Clauses<'_>, from: usize, to: usize) -> Option<Speaker> {
        for at in from..to {
            let named = clauses.parties.iter().any(|p| p.from <= at && at < p.to && p.from != at);
            if named {
                continue;
            }
            if let Some(speaker) = self.phrase_at(clauses, at) {
                let pronoun = clauses.tokens.get(from..at).unwrap_or_default().len() > 6;
                return Some(speaker).filter(|_| !pronoun);
            }
        }
        None
    }

    pub(crate) fn introduce(
        &mut self,
        clauses: &Clauses<'_>,
        name: (usize, usize),
        role: Option<Span>,
        words: (usize, usize),
    ) -> Option<Speaker> {
        let at = clauses.span_of(name.0..name.1);
        let known = Known {
            name: self.text.slice(at),
            code: clauses.role_code(words.0, words.1),
            role: role.map(|r| self.text.slice(r)),
            at,
        };
        Some(speaker_of(&self.people.meet(known)))
    }

    pub(crate) fn text_speaker(&self, clauses: &Clauses<'_>, at: usize) -> Option<Speaker> {
        let len = clauses.class_at(at, "treaty")?;
        let name = self.text.slice(clauses.span_of(at..at + len));
        Some(Speaker { code: None, name, role: None, is_text: true, is_person: false })
    }

    pub(crate) fn of_party(&self, party: &Party) -> Speaker {
        let role = (party.naming == Naming::Body).then(|| self.text.slice(party.span));
        let code = (!party.code.is_unknown()).then(|| party.code.clone());
        let is_person = party.naming == Naming::Person;
        Speaker { code, name: self.name_of(party), role, is_text: false, is_person }
    }

    pub(crate) fn name_of(&self, party: &Party) -> String {
        let table = ActorTable::builtin().ok();
        let person = party.person.as_ref().and_then(|slug| {
            let term = table?.terms().iter().find(|t| t.person == *slug)?;
            let names = if self.language == Language::Ar { &term.ar } else { &term.en };
            names.first().cloned()
        });
        person.unwrap_or_else(|| self.text.slice(party.span))
    }
}

pub(crate) fn speaker_of(known: &Known) -> Speaker {
    Speaker { code: known.code.clone(), name: known.name.clone(), role: known.role.clone(), is_text: false, is_person: true }
}
