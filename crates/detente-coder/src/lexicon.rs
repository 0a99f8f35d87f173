//! Every word that names an actor, a role or a place, by its first folded token.

use std::collections::HashMap;
use std::sync::LazyLock;

use detente_codebook::{Actor, ActorCode, ActorTable, Forms, Language};
use serde::Deserialize;

use crate::clitic::without_article;
use crate::token::{Token, form};

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

struct Entry {
    tokens: Vec<String>,
    raw: Vec<String>,
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
    entries: HashMap<String, Vec<Entry>>,
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
        let mut built = Self { language, entries: HashMap::new(), roles };
        built.add_places();
        built.add_people();
        built.add_actors();
        built.add_roles();
        built.entries = built.entries.into_iter().map(longest_first).collect();
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
        let parts = form(words);
        let loose = loose && self.language == Language::Ar;
        let key = |t: &Token| if loose { without_article(&t.fold).to_owned() } else { t.fold.clone() };
        let tokens: Vec<String> = parts.iter().map(key).collect();
        let Some(first) = tokens.first().cloned() else { return };
        let list = self.entries.entry(first).or_default();
        if list.iter().any(|e| e.tokens == tokens && e.loose == loose && e.raw.iter().zip(&parts).all(|(a, b)| *a == b.raw)) {
            return; // The earlier list wins: places, then people, then actors, then roles.
        }
        let raw = parts.into_iter().map(|t| t.raw).collect();
        list.push(Entry { tokens, raw, sense: sense.clone(), loose });
    }

    /// The longest name that begins at `at`.
    #[must_use]
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<Hit> {
        let first = tokens.get(at).filter(|t| t.is_word())?;
        match self.language {
            Language::En => self.with_head(tokens, at, &first.fold, false, None),
            Language::Ar => first
                .heads()
                .filter(|s| !s.future)
                .filter_map(|s| self.with_head(tokens, at, &s.stem, s.conjunction, s.preposition))
                .max_by_key(|h| (h.len, usize::from(!h.conjunction) + usize::from(h.preposition.is_none()))),
        }
    }

    fn with_head(&self, tokens: &[Token], at: usize, head: &str, conjunction: bool, preposition: Option<char>) -> Option<Hit> {
        let bare = without_article(head);
        let exact = self.entries.get(head).into_iter().flatten();
        let loose = self.entries.get(bare).into_iter().flatten().filter(|e| e.loose && bare != head);
        let fits = |e: &&Entry| self.fits(e, tokens, at);
        let (exact, loose) =
            (exact.filter(fits).max_by_key(|e| e.tokens.len()), loose.filter(fits).max_by_key(|e| e.tokens.len()));
        let len = |e: Option<&Entry>| e.map_or(0, |e| e.tokens.len());
        let either = exact.is_some_and(|e| matches!(e.sense, Sense::Name(_))) && len(exact) == len(loose);
        let best = if len(loose) > len(exact) { loose } else { exact }?;
        Some(Hit { len: best.tokens.len(), sense: best.sense.clone(), conjunction, preposition, either })
    }

    fn fits(&self, entry: &Entry, tokens: &[Token], at: usize) -> bool {
        let rest = tokens.get(at + 1..at + entry.tokens.len());
        let same = |(t, want): (&Token, &String)| t.fold == *want || entry.loose && without_article(&t.fold) == want;
        let words = rest.is_some_and(|r| r.iter().zip(entry.tokens.iter().skip(1)).all(same));
        words && (self.language == Language::Ar || cased(entry, tokens, at))
    }
}

fn longest_first((word, mut list): (String, Vec<Entry>)) -> (String, Vec<Entry>) {
    list.sort_by_key(|e| std::cmp::Reverse(e.tokens.len()));
    (word, list)
}

/// Capitals of the dictionary form must be capitals in the text; abbreviations must be equal.
fn cased(entry: &Entry, tokens: &[Token], at: usize) -> bool {
    let fits = |(want, have): (&String, &Token)| {
        let upper = want.chars().filter(|c| c.is_uppercase()).count();
        let letters = want.chars().filter(|c| c.is_alphabetic()).count();
        match upper {
            0 => true,
            n if n == letters && n > 1 => have.raw == *want || have.raw.len() > 4 && have.is_capital(),
            _ => have.raw.chars().any(char::is_uppercase),
        }
    };
    entry.raw.iter().zip(tokens.iter().skip(at)).all(fits)
}

/// The inflected forms of a nisba: feminine, dual, sound plurals; each word of it alike.
fn nisba(word: &str) -> Vec<String> {
    let ends = ["", "ة", "ون", "ين", "ان", "تان", "تين", "ات"];
    let all = |end: &str| word.split(' ').map(|w| format!("{w}{end}")).collect::<Vec<_>>().join(" ");
    ends.iter().map(|e| all(e)).collect()
}
