//! Every word that names an actor, a role or a place, by its first folded token.

use std::sync::LazyLock;

use detente_codebook::{Actor, ActorCode, ActorTable, Forms, Language};
use serde::Deserialize;

use crate::clitic::without_article;
use crate::token::{Token, form};
use crate::word::{Spelled, Word, WordMap};

/// What a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A place whose name holds that of an actor and is not one.
    Place,
    /// A city, a region or a base within a state, which is no party but may be struck or visited.
    Site(ActorCode),
    /// A news agency, a paper or a research institute.
    Outlet,
    /// A person who held office, by the stable name.
    Person(String),
    /// The name of an actor.
    Name(ActorCode),
    /// A seat that stands for the government.
    Metonym(ActorCode),
    /// A city.
    City(ActorCode),
    /// An adjective of nationality or the name of a people.
    Adjective(ActorCode),
    /// A name that is an ordinary word too.
    Risky(ActorCode),
    /// A role, by its place in [`Lexicon::roles`].
    Role(usize),
}

/// How a text names a role beside a state.
#[derive(Clone, Debug, Deserialize)]
pub struct Role {
    /// The CAMEO role: GOV, MIL, ELI …
    pub suffix: String,
    /// Title, body, group or asset.
    pub kind: String,
    /// Whether it is the title of a person.
    #[serde(default)]
    pub person: bool,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct RoleFile {
    #[serde(default)]
    role: Vec<Role>,
}

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    ar: Vec<String>,
    #[serde(default)]
    within: Option<ActorCode>,
    #[serde(default)]
    kind: String,
}

#[derive(Deserialize)]
struct PlaceFile {
    #[serde(default)]
    place: Vec<Named>,
    #[serde(default)]
    outlet: Vec<Named>,
}

/// Which capitals a word of a name must have in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Capitals {
    /// None: the dictionary has it in small letters.
    Free,
    /// Some.
    Some,
    /// All: an abbreviation stands as it is, or is written out with one.
    All,
}

/// One word of a name.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    word: Word,
    /// As the dictionary has it.
    raw: Box<str>,
    capitals: Capitals,
}

/// A name behind its first word.
#[derive(Debug)]
struct Entry {
    first: Part,
    /// The number of its second word; most names end here.
    next: u64,
    rest: Vec<Part>,
    sense: Sense,
    /// Adjectives and roles match with and without the article.
    loose: bool,
}

/// A name found at a place among tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How many tokens it takes.
    pub len: usize,
    /// What it means.
    pub sense: Sense,
    /// Whether a conjunction is written with it.
    pub conjunction: bool,
    /// The preposition that is written with it.
    pub preposition: Option<char>,
    /// Whether the name of a state is its adjective of nationality too.
    pub either: bool,
}

/// The names of one language.
pub struct Lexicon {
    language: Language,
    /// The names by their first word, the longest first.
    entries: WordMap<Vec<Entry>>,
    /// The roles.
    pub roles: Vec<Role>,
}

static ARABIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::build(Language::Ar));
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::build(Language::En));

/// The compiled-in names of a language.
#[must_use]
pub fn lexicon(language: Language) -> &'static Lexicon {
    match language {
        Language::Ar => &ARABIC,
        Language::En => &ENGLISH,
    }
}

const ROLES: &str = include_str!("../../../data/actors/roles.toml");
const PLACES: &str = include_str!("../../../data/actors/places.toml");

impl Lexicon {
    fn build(language: Language) -> Self {
        let roles = detente_codebook::embedded::<RoleFile>(ROLES).map(|f| f.role).unwrap_or_default();
        let mut built = Self { language, entries: WordMap::default(), roles };
        built.add_places();
        built.add_people();
        built.add_actors();
        built.add_roles();
        built.entries.change(|list| list.sort_by_key(|e| std::cmp::Reverse(e.rest.len())));
        built
    }

    fn add_places(&mut self) {
        let Ok(file) = detente_codebook::embedded::<PlaceFile>(PLACES) else { return };
        let language = self.language;
        let words = |n: &Named| match language {
            Language::Ar => n.ar.clone(),
            Language::En => n.en.clone(),
        };
        for place in &file.place {
            let built = matches!(place.kind.as_str(), "city" | "region" | "base" | "facility");
            let sense = place.within.clone().filter(|_| built).map_or(Sense::Place, Sense::Site);
            words(place).iter().for_each(|w| self.add(w, &sense, false));
        }
        for outlet in &file.outlet {
            words(outlet).iter().for_each(|w| self.add(w, &Sense::Outlet, false));
        }
    }

    fn add_people(&mut self) {
        let Ok(table) = ActorTable::builtin() else { return };
        for term in table.terms() {
            let names = if self.language == Language::Ar { &term.ar } else { &term.en };
            names.iter().for_each(|n| self.add(n, &Sense::Person(term.person.clone()), false));
        }
    }

    fn add_actors(&mut self) {
        let Ok(table) = ActorTable::builtin() else { return };
        for actor in table.actors() {
            self.add_actor(actor);
        }
    }

    fn add_actor(&mut self, actor: &Actor) {
        let forms: &Forms = if self.language == Language::Ar { &actor.ar } else { &actor.en };
        let code = || actor.code.clone();
        forms.names.iter().for_each(|w| self.add(w, &Sense::Name(code()), false));
        forms.metonyms.iter().for_each(|w| self.add(w, &Sense::Metonym(code()), false));
        forms.cities.iter().for_each(|w| self.add(w, &Sense::City(code()), false));
        forms.risky.iter().for_each(|w| self.add(w, &Sense::Risky(code()), false));
        for w in forms.adjectives.iter().chain(&forms.plurals) {
            self.add_adjective(w, &Sense::Adjective(code()));
        }
    }

    fn add_adjective(&mut self, word: &str, sense: &Sense) {
        match self.language {
            Language::En => self.add(word, sense, false),
            Language::Ar => nisba(word).iter().for_each(|w| self.add(w, sense, true)),
        }
    }

    fn add_roles(&mut self) {
        for (i, role) in self.roles.clone().iter().enumerate() {
            let words = if self.language == Language::Ar { &role.ar } else { &role.en };
            words.iter().for_each(|w| self.add(w, &Sense::Role(i), true));
        }
    }

    fn add(&mut self, words: &str, sense: &Sense, loose: bool) {
        let loose = loose && self.language == Language::Ar;
        let part = |t: Token| Part {
            word: Word::new(if loose { without_article(&t.fold) } else { &t.fold }),
            capitals: capitals(&t.raw),
            raw: t.raw.into(),
        };
        let mut parts = form(words).into_iter().map(part);
        let Some(first) = parts.next() else { return };
        let rest: Vec<Part> = parts.collect();
        let list = self.entries.entry(first.word.letters());
        if list.iter().any(|e| e.loose == loose && e.first == first && e.rest == rest) {
            return; // The earlier list wins: places, then people, then actors, then roles.
        }
        let next = rest.first().map_or(0, |p| p.word.number());
        list.push(Entry { first, next, rest, sense: sense.clone(), loose });
    }

    /// The longest name that begins at `at`.
    #[must_use]
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<Hit> {
        let first = tokens.get(at).filter(|t| t.is_word())?;
        match self.language {
            Language::En => self.with_head(tokens, at, Head::plain(first.spelled())),
            Language::Ar => first
                .heads()
                .filter(|s| !s.future)
                .filter_map(|s| {
                    let head = Head { word: s.spelled(), bare: s.bare(), conjunction: s.conjunction, preposition: s.preposition };
                    self.with_head(tokens, at, head)
                })
                .max_by_key(|h| (h.len, usize::from(!h.conjunction) + usize::from(h.preposition.is_none()))),
        }
    }

    fn with_head(&self, tokens: &[Token], at: usize, head: Head<'_>) -> Option<Hit> {
        let clipped = head.bare.letters.len() != head.word.letters.len();
        let exact = self.longest_of(self.entries.get(head.word), tokens, at, false);
        let loose = if clipped { self.longest_of(self.entries.get(head.bare), tokens, at, true) } else { None };
        let len = |e: Option<&Entry>| e.map_or(0, |e| e.rest.len() + 1);
        let either = exact.is_some_and(|e| matches!(e.sense, Sense::Name(_))) && len(exact) == len(loose);
        let best = if len(loose) > len(exact) { loose } else { exact }?;
        let (conjunction, preposition) = (head.conjunction, head.preposition);
        Some(Hit { len: best.rest.len() + 1, sense: best.sense.clone(), conjunction, preposition, either })
    }

    /// The longest name of a list that fits, the last of equals.
    fn longest_of<'e>(&self, list: Option<&'e Vec<Entry>>, tokens: &[Token], at: usize, loose: bool) -> Option<&'e Entry> {
        let mut fitting = list?.iter().filter(|e| (e.loose || !loose) && self.fits(e, tokens, at));
        let first = fitting.next()?;
        fitting.take_while(|e| e.rest.len() == first.rest.len()).last().or(Some(first))
    }

    fn fits(&self, entry: &Entry, tokens: &[Token], at: usize) -> bool {
        let next = tokens.get(at + 1);
        let begun = |t: &Token| t.number == entry.next || entry.loose && t.bare().number == entry.next;
        if !entry.rest.is_empty() && !next.is_some_and(begun) {
            return false;
        }
        let Some(rest) = tokens.get(at + 1..at + 1 + entry.rest.len()) else { return false };
        let same = |(t, p): (&Token, &Part)| p.word.is(t.spelled()) || entry.loose && p.word.is(t.bare());
        rest.iter().zip(&entry.rest).all(same) && (self.language == Language::Ar || is_cased(entry, tokens, at))
    }
}

/// The first word of a name as a text has it.
#[derive(Clone, Copy)]
struct Head<'a> {
    word: Spelled<'a>,
    /// Without its article.
    bare: Spelled<'a>,
    conjunction: bool,
    preposition: Option<char>,
}

impl<'a> Head<'a> {
    fn plain(word: Spelled<'a>) -> Self {
        Self { word, bare: word, conjunction: false, preposition: None }
    }
}

fn capitals(raw: &str) -> Capitals {
    let upper = raw.chars().filter(|c| c.is_uppercase()).count();
    let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
    match upper {
        0 => Capitals::Free,
        n if n == letters && n > 1 => Capitals::All,
        _ => Capitals::Some,
    }
}

/// Capitals of the dictionary form must be capitals in the text; abbreviations must be equal.
fn is_cased(entry: &Entry, tokens: &[Token], at: usize) -> bool {
    let fits = |(part, have): (&Part, &Token)| match &part.capitals {
        Capitals::Free => true,
        Capitals::Some => have.raw.chars().any(char::is_uppercase),
        Capitals::All => have.raw == *part.raw || have.raw.len() > 4 && have.is_capital(),
    };
    std::iter::once(&entry.first).chain(&entry.rest).zip(tokens.iter().skip(at)).all(fits)
}

/// The inflected forms of a nisba: feminine, dual, sound plurals; each word of it alike.
fn nisba(word: &str) -> Vec<String> {
    let ends = ["", "ة", "ون", "ين", "ان", "تان", "تين", "ات"];
    let all = |end: &str| word.split(' ').map(|w| format!("{w}{end}")).collect::<Vec<_>>().join(" ");
    ends.iter().map(|e| all(e)).collect()
}
