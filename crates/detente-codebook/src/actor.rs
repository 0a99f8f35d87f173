//! Actors: states, organisations, groups and persons, with the codes that each system gives them.

use serde::{Deserialize, Serialize};

use crate::{CodebookError, Edtf, Period};

/// An actor code: ISO 3166 alpha-3 as in CAMEO, with role suffixes (`RUSGOV`, `IRNMIL`), or the
/// CAMEO code of an organisation (`IGOWSTNAT`). `---` stands for an unknown actor.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ActorCode(String);

const LONG: [&str; 4] = ["IGO", "NGO", "MNC", "IMG"];

impl ActorCode {
    /// The state or organisation behind a code with a role: `RUSGOV` gives `RUS`; organisations,
    /// whose codes are longer than three letters, stay whole.
    #[must_use]
    pub fn state(&self) -> Self {
        if self.is_organisation() { self.clone() } else { Self(self.0.chars().take(3).collect()) }
    }

    /// The role suffix, empty for the bare state and for organisations.
    #[must_use]
    pub fn role(&self) -> &str {
        if self.is_organisation() { "" } else { self.0.get(3..).unwrap_or_default() }
    }

    /// The code with another role suffix.
    #[must_use]
    pub fn with_role(&self, role: &str) -> Self {
        if self.is_organisation() { self.clone() } else { Self(format!("{}{role}", self.state().0)) }
    }

    /// Whether this is the code of an organisation or an international group.
    #[must_use]
    pub fn is_organisation(&self) -> bool {
        LONG.iter().any(|l| self.0.starts_with(l))
    }

    /// Whether the actor is unknown: `---` with or without a role.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.0.starts_with("---")
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for ActorCode {
    type Err = CodebookError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (head, tail) = s.split_at_checked(3).unwrap_or((s, ""));
        let capitals = |t: &str| t.bytes().all(|b| b.is_ascii_uppercase());
        let head_fits = head.len() == 3 && (capitals(head) || head == "---");
        if head_fits && capitals(tail) && tail.len() <= 12 {
            Ok(Self(s.to_owned()))
        } else {
            Err(CodebookError::ActorCode(s.to_owned()))
        }
    }
}
impl TryFrom<String> for ActorCode {
    type Error = CodebookError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}
impl From<ActorCode> for String {
    fn from(c: ActorCode) -> Self {
        c.0
    }
}
impl std::fmt::Display for ActorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! number_code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(u16);

        impl $name {
            /// The number.
            #[must_use]
            pub const fn number(self) -> u16 {
                self.0
            }
        }
        impl std::str::FromStr for $name {
            type Err = CodebookError;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                match s.parse() {
                    Ok(n @ 2..=999) => Ok(Self(n)),
                    _ => Err(CodebookError::$name(s.to_owned())),
                }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number_code! {
    /// A Correlates of War country code: 2 is the United States, 630 Iran.
    CowCode
}
number_code! {
    /// A Gleditsch–Ward country code: as COW for most states; Germany is 260, Yemen 678.
    GwCode
}

/// What kind of actor it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A state of today's or yesterday's world.
    State,
    /// An organisation of states.
    Organisation,
    /// A named person.
    Person,
    /// A group within or across states.
    Group,
}

/// A code and the years for which it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure<C> {
    /// The code.
    pub code: C,
    /// The years.
    pub held: Period,
}

impl<C> std::str::FromStr for Tenure<C>
where
    C: std::str::FromStr<Err = CodebookError>,
{
    type Err = CodebookError;

    /// Reads `630 1855/..`.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (code, held) = s.split_once(' ').unwrap_or((s, "../.."));
        Ok(Self { code: code.parse()?, held: held.parse()? })
    }
}

/// The words that name an actor in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// Names, the first one preferred.
    pub names: Vec<String>,
    /// Adjectives of nationality and names of the people; in Arabic the nisba.
    pub adjectives: Vec<String>,
    /// Irregular plurals of the people (Arabic).
    pub plurals: Vec<String>,
    /// Capitals.
    pub cities: Vec<String>,
    /// Seats that stand for the government.
    pub metonyms: Vec<String>,
    /// Names that are also ordinary words: they count only beside a title or a sure name.
    pub risky: Vec<String>,
}

/// One actor of the codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Its own stable code.
    pub code: ActorCode,
    /// Its kind.
    pub kind: ActorKind,
    /// The Wikidata item, when known.
    pub wikidata: Option<String>,
    /// When it exists.
    pub held: Period,
    /// Correlates of War numbers with their years.
    pub cow: Vec<Tenure<CowCode>>,
    /// Gleditsch–Ward numbers with their years.
    pub gw: Vec<Tenure<GwCode>>,
    /// How Arabic names it.
    pub ar: Forms,
    /// How English names it.
    pub en: Forms,
}

impl Actor {
    /// The COW number on a day.
    #[must_use]
    pub fn cow_on(&self, day: jiff::civil::Date) -> Option<CowCode> {
        self.cow.iter().find(|t| t.held.has(day)).map(|t| t.code)
    }

    /// The Gleditsch–Ward number on a day.
    #[must_use]
    pub fn gw_on(&self, day: jiff::civil::Date) -> Option<GwCode> {
        self.gw.iter().find(|t| t.held.has(day)).map(|t| t.code)
    }
}

/// An actor as `data/actors/*.toml` writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActorRow {
    code: ActorCode,
    kind: Option<ActorKind>,
    wikidata: Option<String>,
    en: String,
    ar: String,
    #[serde(default)]
    held: Option<Edtf>,
    #[serde(default)]
    cow: Vec<String>,
    #[serde(default)]
    gw: Vec<String>,
    #[serde(default)]
    names_en: Vec<String>,
    #[serde(default)]
    adjectives_en: Vec<String>,
    #[serde(default)]
    cities_en: Vec<String>,
    #[serde(default)]
    metonyms_en: Vec<String>,
    #[serde(default)]
    risky_en: Vec<String>,
    #[serde(default)]
    names_ar: Vec<String>,
    #[serde(default)]
    nisba_ar: Vec<String>,
    #[serde(default)]
    plurals_ar: Vec<String>,
    #[serde(default)]
    cities_ar: Vec<String>,
    #[serde(default)]
    metonyms_ar: Vec<String>,
    #[serde(default)]
    risky_ar: Vec<String>,
}

impl ActorRow {
    pub(crate) fn actor(self, kind: ActorKind) -> Result<Actor, CodebookError> {
        let first = |name: String, more: Vec<String>| std::iter::once(name).chain(more).collect();
        Ok(Actor {
            code: self.code,
            kind: self.kind.unwrap_or(kind),
            wikidata: self.wikidata,
            held: self.held.map(Period::of).unwrap_or_default(),
            cow: self.cow.iter().map(|t| t.parse()).collect::<Result<_, _>>()?,
            gw: self.gw.iter().map(|t| t.parse()).collect::<Result<_, _>>()?,
            en: Forms {
                names: first(self.en, self.names_en),
                adjectives: self.adjectives_en,
                plurals: Vec::new(),
                cities: self.cities_en,
                metonyms: self.metonyms_en,
                risky: self.risky_en,
            },
            ar: Forms {
                names: first(self.ar, self.names_ar),
                adjectives: self.nisba_ar,
                plurals: self.plurals_ar,
                cities: self.cities_ar,
                metonyms: self.metonyms_ar,
                risky: self.risky_ar,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_printed_cow_code_reads_back(n in 2u16..=999) {
            prop_assert_eq!(n.to_string().parse::<CowCode>().unwrap().number(), n);
        }

        #[test]
        fn a_printed_actor_code_reads_back(s in "(---|[A-Z]{3})[A-Z]{0,9}") {
            prop_assert_eq!(s.parse::<ActorCode>().unwrap().to_string(), s);
        }

        #[test]
        fn other_text_is_refused_without_panic(s in "\\PC{0,8}") {
            if let Ok(code) = s.parse::<ActorCode>() {
                prop_assert_eq!(code.as_str(), s);
            }
        }
    }

    #[test]
    fn a_role_comes_off() {
        let code: ActorCode = "RUSGOV".parse().unwrap();
        assert_eq!((code.state().as_str(), code.role()), ("RUS", "GOV"));
        let un: ActorCode = "IGOUNOIAE".parse().unwrap();
        assert_eq!(un.state(), un);
    }
}
