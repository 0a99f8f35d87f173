//! Parties: the noun phrases of a sentence that name an actor.
//!
//! One phrase is one actor: a title, a nationality and a name together give one code. A list of
//! nationalities shares the role beside it. What stands after a preposition of place is no party.

use std::collections::BTreeSet;
use std::rc::Rc;

use detente_codebook::{ActorCode, Language, Span};
use jiff::civil::Date;

use crate::govern::Context;
use crate::grammar::{Grammar, grammar};
use crate::lexicon::{Hit, Lexicon, Role, Sense, lexicon};
use crate::proper::{join_abbreviations, person_code};
use crate::token::Token;

/// How a phrase names its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// By an adjective of nationality alone: `Russian aircraft`.
    Adjective,
    /// By a word that stands for one named before: `it`, `his country`.
    Pronoun,
    /// By a role without nationality: `the rebels`.
    Role,
    /// By a name, a capital, or a seat of government.
    Name,
    /// By a nationality and a role: `Russian forces`.
    Body,
    /// By the name of a person.
    Person,
}

/// One actor as one phrase names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// First token.
    pub from: usize,
    /// One past the last token.
    pub to: usize,
    /// Where the phrase stands in the text.
    pub span: Span,
    /// The actor.
    pub code: ActorCode,
    /// How it is named.
    pub naming: Naming,
    /// The stable name of the person, for known holders of office.
    pub person: Option<String>,
    /// The preposition that governs it, folded.
    pub mark: Option<String>,
    /// The preposition before the noun that it describes, when it is an adjective.
    pub of: Option<String>,
    /// Whether it is joined to the party before it by a conjunction.
    pub joined: bool,
    /// Whether it owns the noun beside it: `Russia's attack`.
    pub owner: bool,
    /// Whether a preposition of place governs it.
    pub place: bool,
    /// Whether it is a city or a region, which is a party only where it is struck or visited.
    pub site: bool,
    /// The token where a name begins that no dictionary knows: `the minister | Ana Bell`.
    pub name: Option<usize>,
}

/// What is needed to find parties: language, names, and the day for which offices count.
#[derive(Clone)]
pub struct Finder<'a> {
    pub(crate) language: Language,
    lexicon: &'a Lexicon,
    pub(crate) grammar: &'a Grammar,
    day: Option<Date>,
    /// The states that the text names beyond doubt.
    named: Rc<BTreeSet<ActorCode>>,
}

/// A phrase under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrase {
    pub(crate) states: Vec<(ActorCode, usize, usize)>,
    pub(crate) adjective: bool,
    pub(crate) role: Option<(usize, usize, usize)>,
    pub(crate) person: Option<(String, usize, usize)>,
    pub(crate) former: bool,
    pub(crate) owner: bool,
    pub(crate) site: bool,
    /// A people without a state of its own: `ethnic Turks`.
    pub(crate) folk: bool,
    /// Where an unknown name behind the title begins.
    pub(crate) name: Option<usize>,
    pub(crate) end: usize,
    pub(crate) conjunction: bool,
    pub(crate) preposition: Option<char>,
}

impl<'a> Finder<'a> {
    /// A finder for a language; offices are looked up as of `day`.
    #[must_use]
    pub fn new(language: Language, day: Option<Date>) -> Finder<'a> {
        Finder { language, lexicon: lexicon(language), grammar: grammar(language), day, named: Rc::default() }
    }

    /// A finder that also takes the doubtful names of the states that these words name beyond doubt.
    #[must_use]
    pub fn knowing(self, tokens: &[Token]) -> Finder<'a> {
        let named =
            self.parties(tokens).into_iter().filter(|p| !p.code.is_unknown() && !p.site).map(|p| p.code.state()).collect();
        Finder { named: Rc::new(named), ..self }
    }

    /// The parties of a sentence, in order.
    #[must_use]
    pub fn parties(&self, tokens: &[Token]) -> Vec<Party> {
        let mut out: Vec<Party> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let hit = self.hit(tokens, at);
            let phrase = hit.as_ref().and_then(|hit| self.phrase(tokens, at, hit));
            let Some(phrase) = phrase else {
                at += hit.map_or(1, |h| if h.sense == Sense::Place || h.sense == Sense::Outlet { h.len } else { 1 });
                continue;
            };
            self.emit(tokens, at, &phrase, &mut out);
            if let Some(last) = out.last_mut().filter(|p| p.to == phrase.end) {
                last.name = phrase.name;
            }
            at = phrase.end.max(at + 1);
        }
        join_abbreviations(tokens, &mut out);
        out
    }

    pub(crate) fn hit(&self, tokens: &[Token], at: usize) -> Option<Hit> {
        self.lexicon.longest(tokens, at)
    }

    pub(crate) fn role(&self, index: usize) -> Option<&'a Role> {
        self.lexicon.roles.get(index)
    }

    fn phrase(&self, tokens: &[Token], at: usize, hit: &Hit) -> Option<Phrase> {
        let end = at + hit.len;
        let mut phrase = Phrase { end, conjunction: hit.conjunction, preposition: hit.preposition, ..Phrase::default() };
        match &hit.sense {
            Sense::Place | Sense::Outlet => return None,
            Sense::Site(code) => {
                phrase.states.push((code.clone(), at, end));
                self.after_state(tokens, &mut phrase);
                // `Darfur rebels` are of the state; the region alone is a place.
                phrase.site = phrase.role.is_none();
            }
            Sense::Person(slug) => {
                phrase.person = Some((slug.clone(), at, end));
                self.skip_former(tokens, &mut phrase);
            }
            Sense::Role(i) => {
                phrase.role = Some((*i, at, end));
                self.after_role(tokens, &mut phrase);
            }
            // `Russian-made`, `a Syrian-backed militia`: not the state itself.
            Sense::Name(_) | Sense::Adjective(_) if self.is_attribute(tokens, at, end) => return None,
            Sense::Name(code) | Sense::Adjective(code) => {
                phrase.states.push((code.clone(), at, end));
                phrase.adjective = matches!(hit.sense, Sense::Adjective(_)) || hit.either && self.describes(tokens, at);
                if !self.is_minority(tokens, at, &mut phrase) {
                    self.after_state(tokens, &mut phrase);
                }
            }
            Sense::City(code) | Sense::Metonym(code) => {
                phrase.states.push((code.clone(), at, end));
                self.after_state(tokens, &mut phrase);
                phrase.owner |= self.skip_possessive(tokens, &mut phrase);
            }
            Sense::Risky(code) => {
                phrase.states.push((code.clone(), at, end));
                self.after_state(tokens, &mut phrase);
                if !self.named.contains(code) && !self.is_listed(tokens, phrase.end) {
                    phrase.role.as_ref()?;
                }
            }
        }
        // `Assad's decision`, `the government's decision`.
        if phrase.role.is_some() || phrase.person.is_some() {
            phrase.owner |= self.skip_possessive(tokens, &mut phrase);
        }
        Some(phrase)
    }

    /// `'s` or `s'` after a name.
    fn skip_possessive(&self, tokens: &[Token], phrase: &mut Phrase) -> bool {
        if self.language != Language::En || !tokens.get(phrase.end).is_some_and(|t| matches!(t.raw.as_str(), "'" | "’")) {
            return false;
        }
        let follows = tokens.get(phrase.end + 1).is_some_and(|t| t.fold == "s");
        phrase.end += if follows { 2 } else { 1 };
        true
    }

    fn skip_former(&self, tokens: &[Token], phrase: &mut Phrase) {
        if self.language == Language::Ar && tokens.get(phrase.end).is_some_and(|t| self.grammar.former.has(&t.fold)) {
            phrase.former = true;
            phrase.end += 1;
        }
    }

    /// A nationality is known: further nationalities, a role, and a person may follow.
    fn after_state(&self, tokens: &[Token], phrase: &mut Phrase) {
        let alone = (phrase.end, phrase.states.len());
        if self.language == Language::Ar {
            return;
        }
        let owner = self.skip_possessive(tokens, phrase);
        // `Vietnamese-led forces`: whoever leads them acts.
        let led =
            tokens.get(phrase.end).is_some_and(|t| t.is_mark('-')) && tokens.get(phrase.end + 1).is_some_and(|t| t.fold == "led");
        phrase.end += if led { 2 } else { 0 };
        let single = phrase.end;
        self.more_states(tokens, phrase);
        let skip = self.plain_words(tokens, phrase.end, if owner { 2 } else { 1 });
        let role = (0..=skip)
            .find_map(|n| self.role_at(tokens, phrase.end + n))
            .or_else(|| self.office_near(tokens, phrase.end).filter(|_| owner || phrase.adjective))
            .or_else(|| self.role_behind_name(tokens, phrase.end))
            .or_else(|| self.role_behind_noun(tokens, phrase));
        if let Some((index, from, to)) = role {
            phrase.former = tokens.get(phrase.end..from).unwrap_or_default().iter().any(|t| self.grammar.former.has(&t.fold));
            phrase.role = Some((index, from, to));
            phrase.end = to;
            self.more_roles(tokens, phrase);
            self.person_after(tokens, phrase);
            self.name_after(tokens, phrase);
        } else if let Some((index, from, to)) = self.named_body(tokens, single).filter(|_| phrase.adjective) {
            phrase.states.truncate(alone.1);
            phrase.role = Some((index, from, to));
            phrase.end = to;
        } else {
            phrase.states.truncate(alone.1);
            phrase.end = single;
            phrase.owner = owner;
        }
    }

    /// How many plain words, such as `new` or `top`, may stand between a nationality and its role.
    pub(crate) fn plain_words(&self, tokens: &[Token], at: usize, most: usize) -> usize {
        let plain = |t: &Token| self.grammar.determiner.has(&t.fold) || self.grammar.former.has(&t.fold);
        tokens.iter().skip(at).take(most).take_while(|t| t.is_word() && plain(t)).count()
    }

    pub(crate) fn role_at(&self, tokens: &[Token], at: usize) -> Option<(usize, usize, usize)> {
        let hit = self.hit(tokens, at)?;
        match hit.sense {
            Sense::Role(i) if !hit.conjunction && hit.preposition.is_none() => Some((i, at, at + hit.len)),
            _ => None,
        }
    }

    fn more_roles(&self, tokens: &[Token], phrase: &mut Phrase) {
        while let Some((i, _, to)) = self.role_at(tokens, phrase.end) {
            let title = self.role(i).is_some_and(|r| r.person);
            if let Some(role) = phrase.role.as_mut()
                && title
            {
                role.0 = i;
            }
            phrase.end = to;
        }
    }

    fn after_role(&self, tokens: &[Token], phrase: &mut Phrase) {
        if self.language == Language::Ar {
            self.arabic_after_role(tokens, phrase)
        } else {
            self.english_after_role(tokens, phrase)
        }
    }

    fn english_after_role(&self, tokens: &[Token], phrase: &mut Phrase) {
        if self.people_of(tokens, phrase) {
            return;
        }
        self.more_roles(tokens, phrase);
        self.state_behind(tokens, phrase);
        self.person_after(tokens, phrase);
        if self.name_after(tokens, phrase) && phrase.states.is_empty() {
            self.state_behind(tokens, phrase);
        }
    }

    /// `president of the Czech Republic`.
    fn state_behind(&self, tokens: &[Token], phrase: &mut Phrase) {
        let of = tokens.get(phrase.end).is_some_and(|t| t.fold == "of");
        let the = if of { self.plain_words(tokens, phrase.end + 1, 3) } else { 0 };
        if of
            && let Some(hit) = self.hit(tokens, phrase.end + 1 + the)
            && let Sense::Name(code)
            | Sense::City(code)
            | Sense::Metonym(code)
            | Sense::Risky(code)
            | Sense::Site(code)
            | Sense::Adjective(code) = &hit.sense
        {
            let from = phrase.end + 1 + the;
            phrase.states.push((code.clone(), from, from + hit.len));
            phrase.end = from + hit.len;
            self.more_states(tokens, phrase);
        }
    }

    fn arabic_after_role(&self, tokens: &[Token], phrase: &mut Phrase) {
        if self.people_of(tokens, phrase) {
            return;
        }
        self.skip_former(tokens, phrase);
        let article = |t: &Token| t.fold.starts_with("ال") && t.is_word();
        let skip = usize::from(tokens.get(phrase.end).is_some_and(article) && self.state_at(tokens, phrase.end).is_none());
        for n in 0..=skip {
            let Some((code, adjective, len)) = self.state_at(tokens, phrase.end + n) else { continue };
            if n > 0 && !adjective {
                continue;
            }
            let from = phrase.end + n;
            phrase.states.push((code, from, from + len));
            phrase.adjective = adjective;
            phrase.end = from + len;
            self.more_states(tokens, phrase);
            break;
        }
        self.skip_former(tokens, phrase);
        self.person_after(tokens, phrase);
        self.skip_former(tokens, phrase);
    }

    /// A nationality or a state that stands at `at` without clitics.
    fn state_at(&self, tokens: &[Token], at: usize) -> Option<(ActorCode, bool, usize)> {
        let hit = self.hit(tokens, at)?;
        if hit.conjunction || hit.preposition.is_some() {
            return None;
        }
        match hit.sense {
            Sense::Adjective(code) => Some((code, true, hit.len)),
            Sense::Name(code) | Sense::Risky(code) => Some((code, false, hit.len)),
            _ => None,
        }
    }

    fn person_after(&self, tokens: &[Token], phrase: &mut Phrase) {
        let comma = usize::from(tokens.get(phrase.end).is_some_and(|t| t.is_mark(',') || t.is_mark('،')));
        let Some(hit) = self.hit(tokens, phrase.end + comma) else { return };
        if let Sense::Person(slug) = &hit.sense
            && !hit.conjunction
            && hit.preposition.is_none()
            && phrase.role.is_some_and(|(i, ..)| self.role(i).is_some_and(|r| r.person))
        {
            let from = phrase.end + comma;
            phrase.person = Some((slug.clone(), from, from + hit.len));
            phrase.end = from + hit.len;
        }
    }

    fn emit(&self, tokens: &[Token], at: usize, phrase: &Phrase, out: &mut Vec<Party>) {
        let context = self.context(tokens, at, phrase, out);
        let suffix = phrase.role.and_then(|(i, ..)| self.role(i)).map(|r| r.suffix.as_str());
        if let Some((slug, ..)) = &phrase.person {
            let said = phrase.states.last().map(|s| &s.0);
            let code = person_code(slug, said, suffix, phrase.former, self.day);
            out.push(party(tokens, (at, phrase.end), code, Naming::Person, Some(slug.clone()), &context));
        } else if phrase.folk {
            let code = phrase.states.first().map_or_else(|| "---CVL".parse().ok(), |(s, ..)| Some(s.with_role("CVL")));
            let naming = if phrase.states.is_empty() { Naming::Role } else { Naming::Body };
            out.extend(code.map(|c| party(tokens, (at, phrase.end), c, naming, None, &context)));
        } else if phrase.states.is_empty() {
            let dumb = |kind: &str| matches!(kind, "people" | "asset");
            if phrase.role.is_some_and(|(i, ..)| self.role(i).is_some_and(|r| dumb(&r.kind))) {
                return;
            }
            let code = format!("---{}", suffix.unwrap_or_default()).parse();
            out.extend(code.ok().map(|c| party(tokens, (at, phrase.end), c, Naming::Role, None, &context)));
        } else {
            self.emit_states(tokens, at, phrase, suffix, &context, out);
        }
    }

    fn emit_states(
        &self,
        tokens: &[Token],
        at: usize,
        phrase: &Phrase,
        suffix: Option<&str>,
        context: &Context,
        out: &mut Vec<Party>,
    ) {
        let naming = match suffix {
            Some(_) => Naming::Body,
            None if phrase.adjective => Naming::Adjective,
            None => Naming::Name,
        };
        let arabic = self.language == Language::Ar && naming == Naming::Adjective && context.mark.is_none();
        let of = if arabic { self.preposition_of_noun(tokens, at) } else { None };
        for (n, (code, from, to)) in phrase.states.iter().enumerate() {
            let suffix = suffix.map(|s| if phrase.former && s == "GOV" { "ELI" } else { s });
            let code = suffix.map_or_else(|| code.clone(), |s| code.with_role(s));
            let whole = phrase.states.len() == 1;
            let range = if whole { (at, phrase.end) } else { (*from, *to) };
            let context = Context { joined: context.joined || n > 0, ..context.clone() };
            let found = party(tokens, range, code, naming, None, &context);
            out.push(Party { of: of.clone(), place: found.place || phrase.site, site: phrase.site, ..found });
        }
    }
}

fn party(
    tokens: &[Token],
    (from, to): (usize, usize),
    code: ActorCode,
    naming: Naming,
    person: Option<String>,
    context: &Context,
) -> Party {
    let start = tokens.get(from).map_or(0, |t| t.span.start);
    let end = tokens.get(to.saturating_sub(1)).map_or(start, |t| t.span.end);
    let Context { mark, joined, owner, place } = context.clone();
    Party {
        from,
        to,
        span: Span::new(start, end),
        code,
        naming,
        person,
        mark,
        of: None,
        joined,
        owner,
        place,
        site: false,
        name: None,
    }
}
