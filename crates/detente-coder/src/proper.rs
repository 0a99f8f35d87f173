//! Proper names that no dictionary holds: people behind their titles, bodies of a nation, abbreviations in
//! brackets, peoples without a state (English).

use detente_codebook::{ActorCode, ActorTable, Language};
use jiff::civil::Date;

use crate::class::is_compound;
use crate::lexicon::Sense;
use crate::party::{Finder, Party, Phrase};
use crate::token::{Token, TokenKind};

/// How many words the name of a person or a body has at most.
const MOST_WORDS: usize = 4;

/// How many tokens stand between the brackets of an abbreviation at most.
const SHORT: usize = 3;

impl Finder<'_> {
    /// `President Ana Bell`: skips the name of a person behind a title; says whether one stands there.
    pub(crate) fn name_after(&self, tokens: &[Token], phrase: &mut Phrase) -> bool {
        let title = phrase.role.is_some_and(|(i, ..)| self.role(i).is_some_and(|r| r.person));
        if self.language != Language::En || !title || phrase.person.is_some() {
            return false;
        }
        let end = self.name_end(tokens, phrase.end);
        let found = end > phrase.end;
        phrase.name = found.then_some(phrase.end);
        phrase.end = end;
        found
    }

    /// One past the last word of the name of a person that begins at `at`.
    fn name_end(&self, tokens: &[Token], at: usize) -> usize {
        let (mut end, mut here) = (at, at);
        while here < at + 2 * MOST_WORDS {
            match tokens.get(here) {
                Some(t) if self.is_name_word(tokens, here, here == at) => end = here + usize::from(t.is_word()),
                Some(t) if here > at && is_particle(t) => {}
                _ => break,
            }
            here += 1;
        }
        end
    }

    /// A capital that is no day, and no name of a state.
    fn is_name_word(&self, tokens: &[Token], at: usize, first: bool) -> bool {
        let capital = tokens.get(at).is_some_and(|t| t.is_word() && t.is_capital() && !self.grammar.time.has(&t.fold));
        let free = || match self.hit(tokens, at).map(|h| h.sense) {
            None => true,
            Some(Sense::Role(_)) => !first,
            Some(_) => false,
        };
        capital && free()
    }

    /// `Congo and Costa Rica`: a name that is an ordinary word too, before the name of a state that is none.
    pub(crate) fn is_listed(&self, tokens: &[Token], end: usize) -> bool {
        let and = self.grammar.and.at(tokens, end);
        let next = self.hit(tokens, end + and).filter(|_| and > 0 && self.language == Language::En);
        next.is_some_and(|h| matches!(h.sense, Sense::Name(_)))
    }

    /// Whether a hyphen makes the name from `at` to `end` a part of an adjective; what a state leads is its own.
    pub(crate) fn is_attribute(&self, tokens: &[Token], at: usize, end: usize) -> bool {
        let led = tokens.get(end + 1).is_some_and(|t| t.fold == "led");
        let prefix = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.fold.as_str(), "anti" | "pro" | "non"));
        let prefixed = at >= 2 && tokens.get(at - 1).is_some_and(|t| t.is_mark('-')) && prefix(at - 2);
        self.language == Language::En && (prefixed || !led && end > 0 && is_compound(tokens, end - 1))
    }

    /// `Soviet NKVD forces`: a role behind a nationality and a name that is not known.
    pub(crate) fn role_behind_name(&self, tokens: &[Token], at: usize) -> Option<(usize, usize, usize)> {
        let unknown = |i: usize| {
            tokens.get(i).is_some_and(|t| t.is_word() && t.is_capital())
                && self.hit(tokens, i).is_none()
                && self.grammar.time.at(tokens, i) == 0
        };
        let words = (at..at + 2).take_while(|i| unknown(*i)).count();
        (1..=words).rev().find_map(|n| self.role_at(tokens, at + n))
    }

    /// `Egypt's water ministry`: an office behind one or two words that no dictionary knows.
    pub(crate) fn office_near(&self, tokens: &[Token], at: usize) -> Option<(usize, usize, usize)> {
        let plain = |i: usize| {
            tokens.get(i).is_some_and(|t| {
                t.is_word() && !t.is_capital() && t.fold.len() > 3 && !t.fold.ends_with("ed") && self.hit(tokens, i).is_none()
            })
        };
        let office = |i: usize| tokens.get(i).is_some_and(|t| self.grammar.office.has(&t.fold));
        let reach = (1..=2).find(|n| office(at + n) && (0..*n).all(|k| plain(at + k)))?;
        self.role_at(tokens, at + reach)
    }

    /// `French paper workers`: a role behind a nationality and a plain word that is no verb.
    pub(crate) fn role_behind_noun(&self, tokens: &[Token], phrase: &Phrase) -> Option<(usize, usize, usize)> {
        let people = tokens.get(phrase.end.saturating_sub(1)).is_some_and(|t| t.raw.ends_with('s'));
        let verbal = |w: &str| w.ends_with("ed") || w.ends_with("ing") || w.ends_with('s') || w.len() < 4;
        let plain = tokens.get(phrase.end).is_some_and(|t| t.is_word() && !t.is_capital() && !verbal(&t.fold));
        let free = self.hit(tokens, phrase.end).is_none() && self.grammar.prepositions.at(tokens, phrase.end) == 0;
        let role = self.role_at(tokens, phrase.end + 1).filter(|_| phrase.adjective && !people && plain && free)?;
        let group = self.role(role.0).is_some_and(|r| r.kind == "group");
        group.then_some(role)
    }

    /// `the Kenyan Union of Teachers`: a role that the capitals behind a nationality end with.
    pub(crate) fn named_body(&self, tokens: &[Token], at: usize) -> Option<(usize, usize, usize)> {
        let capital = |i: usize| tokens.get(i).is_some_and(|t| t.is_word() && t.is_capital());
        let words = (at..at + MOST_WORDS).take_while(|i| capital(*i)).count();
        let of = tokens.get(at + words).filter(|t| words > 0 && matches!(t.fold.as_str(), "of" | "for"));
        of.and_then(|_| self.role_at(tokens, at + words + 1))
    }

    /// `ethnic Turks`, `ethnic Turkish rebels`, `the Turks of Greece`: people of another state than the one of their
    /// name. Says whether it is so.
    pub(crate) fn is_minority(&self, tokens: &[Token], at: usize, phrase: &mut Phrase) -> bool {
        if self.language != Language::En || !phrase.adjective {
            return false;
        }
        let plural = tokens.get(phrase.end - 1).is_some_and(|t| t.raw.ends_with('s'));
        if at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.fold == "ethnic") {
            let skip = self.plain_words(tokens, phrase.end, 1);
            phrase.states.clear();
            phrase.role = (0..=skip).find_map(|n| self.role_at(tokens, phrase.end + n));
            phrase.end = phrase.role.map_or(phrase.end, |(.., to)| to);
            phrase.folk = plural && phrase.role.is_none();
            return true;
        }
        let Some(land) = self.land_behind(tokens, phrase).filter(|_| plural) else { return false };
        (phrase.folk, phrase.end) = (true, land.2);
        phrase.states = vec![land];
        true
    }

    /// `of southern Serbia` behind the name of a people: another state than its own.
    fn land_behind(&self, tokens: &[Token], phrase: &Phrase) -> Option<(ActorCode, usize, usize)> {
        tokens.get(phrase.end).filter(|t| t.fold == "of")?;
        let from = phrase.end + 1 + self.plain_words(tokens, phrase.end + 1, 2);
        let hit = self.hit(tokens, from)?;
        let own = phrase.states.first().map(|(s, ..)| s);
        match hit.sense {
            Sense::Name(code) if Some(&code) != own => Some((code, from, from + hit.len)),
            _ => None,
        }
    }
}

/// `bin`, `de`, a hyphen: what may stand within a name.
fn is_particle(token: &Token) -> bool {
    const PARTICLES: [&str; 12] = ["bin", "ibn", "al", "el", "de", "da", "dos", "van", "von", "der", "ben", "le"];
    PARTICLES.contains(&token.fold.as_str()) || token.is_mark('-') || token.is_mark('’') || token.is_mark('\'')
}

/// Whether a bracket at `at` belongs to an abbreviation or a translated name: `(NUT)`, `(Party of Work)`.
pub(crate) fn is_aside(tokens: &[Token], at: usize) -> bool {
    let bracket = |i: usize, c: char| tokens.get(i).is_some_and(|t| t.is_mark(c));
    let from = if bracket(at, '(') { Some(at) } else { (at.saturating_sub(SHORT + 1)..at).rev().find(|i| bracket(*i, '(')) };
    let Some(from) = from else { return false };
    let Some(to) = (from + 1..=from + SHORT + 1).find(|i| bracket(*i, ')')) else { return false };
    let inner = tokens.get(from + 1..to).unwrap_or_default();
    let words = inner.iter().all(|t| t.kind == TokenKind::Word || t.is_mark('/') || t.is_mark('-'));
    (at == from || at == to) && words && inner.first().is_some_and(Token::is_capital)
}

/// One past an abbreviation in brackets at `at`, else `at`.
pub(crate) fn past_aside(tokens: &[Token], at: usize) -> usize {
    let open = tokens.get(at).is_some_and(|t| t.is_mark('(')) && is_aside(tokens, at);
    let close = (at + 1..=at + SHORT + 1).find(|i| tokens.get(*i).is_some_and(|t| t.is_mark(')')));
    close.filter(|_| open).map_or(at, |i| i + 1)
}

/// `the Front (FIS)`: the abbreviation belongs to the name before it.
pub(crate) fn join_abbreviations(tokens: &[Token], parties: &mut Vec<Party>) {
    let mut k = 1;
    while k < parties.len() {
        let short = |a: &Party, b: &Party| {
            let opens = a.to + 1 == b.from && tokens.get(a.to).is_some_and(|t| t.is_mark('(')) && is_aside(tokens, a.to);
            opens && tokens.get(b.to).is_some_and(|t| t.is_mark(')'))
        };
        let found = match (parties.get(k - 1), parties.get(k)) {
            (Some(a), Some(b)) if short(a, b) && (a.code.is_unknown() || a.code.state() == b.code.state()) => {
                Some((if a.code.is_unknown() { b.code.clone() } else { a.code.clone() }, b.to + 1))
            }
            _ => None,
        };
        let Some((code, to)) = found else {
            k += 1;
            continue;
        };
        parties.remove(k);
        if let Some(party) = parties.get_mut(k - 1) {
            (party.code, party.to) = (code, to);
        }
    }
}

/// For whom a person acts: by the office of the day, else by the title in the text, else for nobody.
pub(crate) fn person_code(
    slug: &str,
    said: Option<&ActorCode>,
    suffix: Option<&str>,
    former: bool,
    day: Option<Date>,
) -> ActorCode {
    let unknown = || "---ELI".parse::<ActorCode>().unwrap_or_else(|_| unreachable!("a fixed code is well formed"));
    let Ok(table) = ActorTable::builtin() else { return unknown() };
    let held = day.and_then(|d| table.office_on(slug, d));
    let acts_for = held.or_else(|| table.terms().iter().rev().find(|t| t.person == slug)).map(|t| t.acts_for.clone());
    let state = said.cloned().or(acts_for);
    let Some(state) = state else { return unknown() };
    if state.as_str().len() > 3 {
        return state;
    }
    match (held.is_some(), suffix) {
        _ if former => state.with_role("ELI"),
        (true, _) => state.with_role("GOV"),
        (false, Some(s)) if s != "ELI" => state.with_role(s),
        (false, _) => state.with_role("ELI"),
    }
}
