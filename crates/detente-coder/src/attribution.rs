//! To whom quoted words belong, by the words before and behind them.

use detente_codebook::{Language, Span};

use crate::clause::Clauses;
use crate::frame::Trigger;
use crate::statement::{Attribution, Listener, Speaker, acting, is_speech, speech};

impl Listener<'_> {
    pub(crate) fn attribution(
        &mut self,
        lead: Span,
        tail: Span,
        quoted: Span,
        inherited: Option<&Speaker>,
    ) -> Option<Attribution> {
        if let Some(found) = self.by_lead(lead, inherited) {
            return Some(found);
        }
        if let Some(found) = self.by_tail(tail) {
            return Some(found);
        }
        let bare = lead.is_empty() || self.text.slice(lead).chars().all(|c| !c.is_alphabetic());
        let whole = self.text.slice(quoted).split_whitespace().count() >= 4;
        let speaker = inherited.or(self.last.as_ref()).filter(|_| bare && whole)?;
        Some(Attribution { speaker: speaker.clone(), verb: String::new() })
    }

    pub(crate) fn by_lead(&mut self, lead: Span, inherited: Option<&Speaker>) -> Option<Attribution> {
        if lead.is_empty() {
            return None;
        }
        let clauses = self.clauses(lead);
        if let Some(speaker) = self.by_source(&clauses).or_else(|| self.by_view(&clauses)) {
            return Some(Attribution { speaker, verb: String::new() });
        }
        let naming = self.by_naming(&clauses);
        let verb = speech(&clauses).last().cloned().or_else(|| if naming.is_some() { None } else { acting(&clauses).cloned() });
        let Some(verb) = verb else { return naming.or_else(|| self.by_article(&clauses)) };
        let carried = inherited.or(self.last.as_ref()).cloned();
        let speaker = self.subject(&clauses, &verb, carried)?;
        let partial = !is_speech(&clauses, &verb);
        if partial && speaker.code.is_none() {
            return None;
        }
        let verb = self.text.slice(clauses.span_of(verb.from..verb.from + 1));
        Some(Attribution { speaker, verb })
    }

    /// `according to NAME`, when no verb of saying follows it.
    pub(crate) fn by_source(&mut self, clauses: &Clauses<'_>) -> Option<Speaker> {
        let found = |i: &usize| clauses.grammar.according.behind(&clauses.tokens, *i);
        let at = (0..clauses.tokens.len()).rev().find(|i| found(i) > 0)?;
        let spoken = speech(clauses).any(|t| {
            t.from > at && self.text.slice(clauses.span_of(t.from..t.from + 1)).len() > 2 && t.from + 4 > clauses.tokens.len()
        });
        if spoken { None } else { self.phrase_at(clauses, at + found(&at)) }
    }

    /// `In her view`: whoever spoke last.
    pub(crate) fn by_view(&self, clauses: &Clauses<'_>) -> Option<Speaker> {
        let says = |i: usize| clauses.grammar.view.behind(&clauses.tokens, i) > 0;
        self.person.clone().filter(|_| (0..clauses.tokens.len()).any(says))
    }

    /// `called the charge “…”`: whoever gives a thing a name.
    pub(crate) fn by_naming(&mut self, clauses: &Clauses<'_>) -> Option<Attribution> {
        let at = (0..clauses.tokens.len()).rev().find(|i| clauses.grammar.naming.behind(&clauses.tokens, *i) > 0)?;
        if clauses.verbs().any(|t| t.from > at) {
            return None;
        }
        let speaker = match self.language {
            Language::Ar => self.phrase_at(clauses, at + 1)?,
            Language::En => self.phrase_before(clauses, clauses.clause(at).start, at)?,
        };
        let verb = self.text.slice(clauses.span_of(at..at + 1));
        speaker.code.is_some().then_some(Attribution { speaker, verb })
    }

    /// `under its first article, “…”`: the words of the text itself.
    pub(crate) fn by_article(&self, clauses: &Clauses<'_>) -> Option<Attribution> {
        let near = clauses.tokens.len().saturating_sub(6)..clauses.tokens.len();
        let at = near.into_iter().find(|i| clauses.grammar.article.with_clitics(&clauses.tokens, *i).is_some())?;
        let noun = (0..clauses.tokens.len()).rev().find(|i| clauses.class_at(*i, "treaty").is_some());
        let named = noun.and_then(|i| self.text_speaker(clauses, i));
        let name = || self.text.slice(clauses.span_of(at..at + 1));
        let speaker = named.unwrap_or_else(|| Speaker { name: name(), is_text: true, ..Speaker::default() });
        Some(Attribution { speaker, verb: String::new() })
    }

    pub(crate) fn by_tail(&mut self, tail: Span) -> Option<Attribution> {
        if tail.is_empty() {
            return None;
        }
        let clauses = self.clauses(tail);
        let near = |t: &&Trigger| t.from <= 5;
        let verb = speech(&clauses).find(near)?.clone();
        let speaker = self.subject(&clauses, &verb, self.last.clone())?;
        let verb = self.text.slice(clauses.span_of(verb.from..verb.from + 1));
        Some(Attribution { speaker, verb })
    }
}
