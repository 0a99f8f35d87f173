//! What governs a phrase: the preposition before it, the conjunction that joins it to the one before, and
//! the place behind people.

use detente_codebook::Language;

use crate::lexicon::{Hit, Sense};
use crate::party::{Finder, Party, Phrase};
use crate::token::{Token, TokenKind};

/// The surroundings of a phrase.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    pub(crate) mark: Option<String>,
    pub(crate) joined: bool,
    pub(crate) owner: bool,
    pub(crate) place: bool,
}

impl Finder<'_> {
    /// Whether a word stands behind a definite noun, as an adjective does (Arabic).
    pub(crate) fn describes(&self, tokens: &[Token], at: usize) -> bool {
        let Some(noun) = at.checked_sub(1).and_then(|b| tokens.get(b)) else { return false };
        noun.heads().any(|s| !s.future && s.stem.starts_with("ال") && s.stem.chars().count() > 4)
    }

    /// The preposition before the noun that an adjective describes (Arabic).
    pub(crate) fn preposition_of_noun(&self, tokens: &[Token], at: usize) -> Option<String> {
        const NOUNS: usize = 3;
        for back in 1..=NOUNS {
            let place = at.checked_sub(back)?;
            let noun = tokens.get(place).filter(|t| t.is_word())?;
            if let Some(split) = noun.heads().find(|s| s.preposition.is_some() && s.stem.starts_with("ال")) {
                return split.preposition.map(String::from);
            }
            if !noun.heads().any(|s| s.stem.starts_with("ال")) {
                return self.preposition_at(tokens, place + 1).filter(|_| back > 1);
            }
        }
        None
    }

    /// `US and South Korean`, `الأمريكية والكورية الجنوبية`: nationalities of one list.
    pub(crate) fn more_states(&self, tokens: &[Token], phrase: &mut Phrase) {
        const MOST: usize = 6; // A longer list shares no role.
        for _ in 0..MOST {
            let link = self.link(tokens, phrase.end);
            let Some(hit) = self.hit(tokens, phrase.end + link) else { return };
            let linked = link > 0 || hit.conjunction;
            let (Sense::Adjective(code) | Sense::Name(code)) = &hit.sense else { return };
            let same_kind = matches!(hit.sense, Sense::Adjective(_)) == phrase.adjective || self.language == Language::En;
            // `in Baghdad, Iraqi police`: one state is no list.
            let again = phrase.states.iter().any(|(s, ..)| s == code);
            if !linked || !same_kind || again || hit.preposition.is_some() {
                return;
            }
            let from = phrase.end + link;
            phrase.states.push((code.clone(), from, from + hit.len));
            phrase.end = from + hit.len;
        }
    }

    fn link(&self, tokens: &[Token], at: usize) -> usize {
        let comma = usize::from(tokens.get(at).is_some_and(|t| t.is_mark(',') || t.is_mark('،')));
        let and = if self.language == Language::En { self.grammar.and.at(tokens, at + comma) } else { 0 };
        let the = usize::from(and + comma > 0 && tokens.get(at + comma + and).is_some_and(|t| t.fold == "the"));
        comma + and + the
    }

    /// The preposition and the conjunction before a phrase.
    pub(crate) fn context(&self, tokens: &[Token], at: usize, phrase: &Phrase, before: &[Party]) -> Context {
        let mut back = at;
        while back > 0 && self.is_before_name(tokens, back - 1) {
            back -= if back > 1 && self.grammar.determiner.at(tokens, back - 2) == 2 { 2 } else { 1 };
        }
        // `a group of diplomats`: what rules the word that counts rules those who are counted.
        back = self.counted_head(tokens, back).unwrap_or(back);
        let prior = before.last();
        let linked = self.linked(tokens, back, prior);
        let joined = prior.is_some_and(|p| (phrase.conjunction && p.to == at) || linked);
        let mark = phrase.preposition.map(String::from).or_else(|| self.preposition_at(tokens, back));
        // `loyal to Iraq's Baath Party`: what rules the owner rules what is owned.
        if let Some(owner) = prior.filter(|p| p.owner && p.to == at && !joined) {
            return Context { mark: owner.mark.clone(), joined, owner: phrase.owner, place: owner.place };
        }
        match prior.filter(|_| joined && mark.is_none()) {
            Some(p) => Context { mark: p.mark.clone(), joined, owner: phrase.owner, place: p.place },
            None => {
                let place = mark.as_ref().is_some_and(|m| self.grammar.is_place(m));
                Context { mark, joined, owner: phrase.owner, place }
            }
        }
    }

    /// Where `a group` of `a group of` begins (English).
    fn counted_head(&self, tokens: &[Token], back: usize) -> Option<usize> {
        const ADJECTIVES: usize = 2;
        let of = back.checked_sub(1).filter(|i| tokens.get(*i).is_some_and(|t| t.fold == "of"))?;
        let mut head = of.checked_sub(1).filter(|i| tokens.get(*i).is_some_and(|t| self.grammar.quantity.has(&t.fold)))?;
        let plain = |t: &Token| t.is_word() && !t.is_capital() && !self.grammar.prepositions.has(&t.fold);
        for back in 1..=ADJECTIVES {
            let Some(opener) = head.checked_sub(back).filter(|i| self.is_before_name(tokens, *i)) else { continue };
            if tokens.get(opener + 1..head).unwrap_or_default().iter().all(plain) {
                head = opener;
                break;
            }
        }
        while head > 0 && self.is_before_name(tokens, head - 1) {
            head -= 1;
        }
        Some(head)
    }

    pub(crate) fn is_before_name(&self, tokens: &[Token], at: usize) -> bool {
        let Some(token) = tokens.get(at) else { return false };
        let two_words = at > 0 && self.grammar.determiner.at(tokens, at - 1) == 2;
        // `at least 20 civilians`
        if token.kind == TokenKind::Number {
            return at > 1 && self.grammar.determiner.at(tokens, at - 2) == 2;
        }
        self.grammar.determiner.has(&token.fold) || two_words
    }

    /// Whether only a conjunction or a comma stands between the party before and `back`.
    pub(crate) fn linked(&self, tokens: &[Token], back: usize, prior: Option<&Party>) -> bool {
        let Some(prior) = prior else { return false };
        let between = tokens.get(prior.to..back).unwrap_or_default();
        let comma = |t: &Token| t.is_mark(',') || t.is_mark('،');
        let ok = |t: &Token| comma(t) || self.grammar.and.has(&t.fold) || self.grammar.determiner.has(&t.fold);
        !between.is_empty()
            && between.len() <= 3
            && between.iter().all(ok)
            && between.iter().any(|t| comma(t) || self.grammar.and.has(&t.fold))
    }

    pub(crate) fn preposition_at(&self, tokens: &[Token], back: usize) -> Option<String> {
        for n in (1..=3).rev() {
            let Some(from) = back.checked_sub(n) else { continue };
            let agent = self.grammar.agent.behind(tokens, from) == n;
            if agent || self.grammar.prepositions.behind(tokens, from) == n || self.grammar.places.behind(tokens, from) == n {
                let words: Vec<String> = tokens.get(from..back)?.iter().map(|t| t.fold.clone()).collect();
                return Some(self.bare_preposition(&words.join(" ")));
            }
        }
        None
    }

    /// A preposition without the conjunction that is written with it.
    pub(crate) fn bare_preposition(&self, words: &str) -> String {
        let known = |w: &str| self.grammar.prepositions.has(w) || self.grammar.places.has(w);
        if !known(words)
            && let Some(rest) = words.strip_prefix(['و', 'ف'])
        {
            return rest.to_owned();
        }
        words.to_owned()
    }

    /// `its forces in Lebanon`: whoever has them stands elsewhere.
    fn is_owned(&self, tokens: &[Token], phrase: &Phrase) -> bool {
        let armed = phrase.role.and_then(|(i, ..)| self.role(i)).is_some_and(|r| r.suffix == "MIL");
        let before = phrase.role.and_then(|(_, from, _)| from.checked_sub(1)).and_then(|i| tokens.get(i)).filter(|_| armed);
        before.is_some_and(|t| matches!(t.fold.as_str(), "its" | "their" | "his" | "her"))
    }

    /// `many in Iran`: people of the place where they are.
    pub(crate) fn people_of(&self, tokens: &[Token], phrase: &mut Phrase) -> bool {
        let people = phrase
            .role
            .is_some_and(|(i, ..)| self.role(i).is_some_and(|r| matches!(r.kind.as_str(), "people" | "body" | "group")));
        // `refugees from Chad`: those who are no soldiers are of the state that they come from.
        let folk =
            phrase.role.and_then(|(i, ..)| self.role(i)).is_some_and(|r| matches!(r.suffix.as_str(), "CVL" | "REF" | "OPP"));
        let from = usize::from(folk && tokens.get(phrase.end).is_some_and(|t| t.fold == "from"));
        let ruled = self.grammar.places.at(tokens, phrase.end).max(from);
        let the = usize::from(ruled > 0 && tokens.get(phrase.end + ruled).is_some_and(|t| t.fold == "the"));
        let at = phrase.end + ruled + the;
        let seat = |t: &Hit| match &t.sense {
            Sense::Name(code) | Sense::City(code) if t.preposition.is_none() && !t.conjunction => Some((code.clone(), t.len)),
            _ => None,
        };
        let found = self.hit(tokens, at).filter(|_| people && ruled > 0 && !self.is_owned(tokens, phrase)).and_then(|t| seat(&t));
        let Some((code, len)) = found else { return false };
        phrase.states.push((code, at, at + len));
        phrase.end = at + len;
        true
    }
}
