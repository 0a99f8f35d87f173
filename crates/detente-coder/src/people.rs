//! Persons whom a text introduces itself: experts, envoys, witnesses.
//!
//! The codebook knows holders of office. Anyone else is known by the words beside the name: a role,
//! a nationality. Whoever is no official speaks for nobody but himself: his code is ELI.

use detente_codebook::{ActorCode, Span, Text};

use crate::clause::Clauses;
use crate::lexicon::Sense;
use crate::party::{Finder, Naming, Party};
use crate::token::Token;

/// A person as the text introduces him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) code: Option<ActorCode>,
    pub(crate) role: Option<String>,
    pub(crate) at: Span,
}

/// The persons that a text has introduced so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub(crate) list: Vec<Known>,
}

impl People {
    /// The person whose name, or last name, these words are.
    pub(crate) fn find(&self, words: &[Token]) -> Option<&Known> {
        let folds: Vec<&str> = words.iter().map(|t| t.fold.as_str()).collect();
        let fits = |k: &&Known| {
            let full: Vec<String> = crate::token::form(&k.name).into_iter().map(|t| t.fold).collect();
            let said: Vec<String> = folds.iter().map(|f| (*f).to_owned()).collect();
            !folds.is_empty() && (full.ends_with(&said) || full.len() == 2 && full.starts_with(&said))
        };
        self.list.iter().find(fits)
    }

    /// Adds a person unless the name is known.
    pub(crate) fn meet(&mut self, known: Known) -> Known {
        if let Some(old) = self.list.iter().find(|k| k.name == known.name) {
            return old.clone();
        }
        self.list.push(known.clone());
        known
    }

    /// Every place in `span` where the full or the last name of a person stands.
    pub(crate) fn mentions(&self, text: &Text, span: Span, person: &Known) -> Vec<Span> {
        let all = crate::token::tokens(text, span);
        let full: Vec<String> = crate::token::form(&person.name).into_iter().map(|t| t.fold).collect();
        let Some(last) = full.last() else { return Vec::new() };
        let mut out = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let len = name_at(&all, at, &full, last);
            if let (true, Some(a), Some(b)) = (len > 0, all.get(at), all.get(at + len - usize::from(len > 0))) {
                out.push(a.span.to(b.span));
            }
            at += len.max(1);
        }
        out
    }
}

fn name_at(all: &[Token], at: usize, full: &[String], last: &str) -> usize {
    let same = |(t, w): (&Token, &String)| t.fold == *w;
    let whole = all.len() >= at + full.len() && all.iter().skip(at).zip(full).all(same);
    if whole {
        return full.len();
    }
    let single = all.get(at).is_some_and(|t| t.fold == last && (t.is_capital() || !t.raw.is_ascii()));
    usize::from(single && last.chars().count() >= 3)
}

impl Clauses<'_> {
    /// The name that begins at a token: words that no dictionary knows, capitals in English.
    pub(crate) fn unknown_name(&self, at: usize, finder: &Finder<'_>) -> usize {
        let _ = finder;
        let word = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_word() && self.may_name(i, t));
        if self.tokens.get(at).is_some_and(|t| t.raw.chars().count() < 2 && t.raw.is_ascii()) {
            return 0;
        }
        let hyphen = |i: usize| i > at && self.tokens.get(i).is_some_and(|t| t.is_mark('-')) && word(i + 1);
        (at..at + 6).take_while(|i| word(*i) || hyphen(*i)).count()
    }

    fn may_name(&self, at: usize, token: &Token) -> bool {
        let g = self.grammar;
        let walled = self.walls.get(at).is_some_and(Option::is_some);
        let function =
            [&g.prepositions, &g.places, &g.and, &g.determiner, &g.negation, &g.modal].iter().any(|w| w.at(&self.tokens, at) > 0);
        let named = |p: &Party| p.naming == Naming::Person || p.name.is_some_and(|n| n <= at);
        let taken = self.parties.iter().any(|p| p.from <= at && at < p.to && !named(p));
        let shape = if token.raw.is_ascii() {
            token.is_capital()
        } else {
            let closes = self.tokens.get(at + 1).is_none_or(|t| !t.is_word());
            !token.fold.starts_with("ال") || token.fold.chars().count() < 7 || closes
        };
        let article = !token.raw.is_ascii()
            && token.fold.starts_with("ال")
            && crate::lexicon::lexicon(self.language).longest(&self.tokens, at).is_some();
        !walled && !function && !taken && shape && !article
    }

    /// The code that the words of a role give: nationality and ELI, or the office they name.
    pub(crate) fn role_code(&self, from: usize, to: usize) -> Option<ActorCode> {
        let inside = || self.parties.iter().filter(|p| from <= p.from && p.to <= to);
        let stated = inside().find(|p| matches!(p.naming, Naming::Adjective | Naming::Body));
        let place = inside().find(|p| p.naming == Naming::Name && (p.mark.is_some() || p.owner || p.place));
        let state = stated.or(place).or_else(|| inside().find(|p| p.naming != Naming::Role))?;
        let suffix = inside().find(|p| p.naming == Naming::Body).map_or("ELI", |p| p.code.role());
        let former = self.tokens.get(from..to).unwrap_or_default().iter().any(|t| self.grammar.former.has(&t.fold));
        let suffix = if former || !matches!(suffix, "GOV" | "MIL" | "LEG" | "OPP" | "REB" | "MED") { "ELI" } else { suffix };
        Some(state.code.with_role(suffix))
    }

    /// Whether a token begins a role, such as `analyst`.
    pub(crate) fn is_role(&self, at: usize) -> bool {
        let hit = crate::lexicon::lexicon(self.language).longest(&self.tokens, at);
        hit.is_some_and(|h| matches!(h.sense, Sense::Role(_)))
    }
}
