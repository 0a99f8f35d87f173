//! What the engine knows of the world beside treaties: regions, borders, great powers, and who began
//! which war, from `data/obligations`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use detente_codebook::{ActorCode, Edtf, Period};
use jiff::civil::Date;
use serde::Deserialize;

use super::EngineError;

/// The tables of `data/obligations`.
#[derive(Debug, Default)]
pub(super) struct Map {
    home: BTreeMap<ActorCode, BTreeSet<String>>,
    beyond: BTreeMap<ActorCode, BTreeSet<String>>,
    borders: BTreeSet<(ActorCode, ActorCode)>,
    powers: Vec<(ActorCode, Period)>,
    wars: Vec<Begun>,
}

/// A war whose beginning has been found to lie with one side.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Begun {
    initiator: Vec<ActorCode>,
    against: Vec<ActorCode>,
    start: Edtf,
    end: Option<Edtf>,
    /// Who has found so.
    pub(super) holders: String,
    /// Whether the Security Council has authorised force against the side that began: duties under the
    /// Charter then prevail, and no treaty of help is set off (article 103).
    #[serde(default)]
    pub(super) authorised: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct States {
    region: Vec<Region>,
    beyond: Vec<Beyond>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    code: String,
    states: Vec<ActorCode>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Beyond {
    state: ActorCode,
    regions: Vec<String>,
}

#[derive(Deserialize)]
struct Borders {
    pairs: Vec<String>,
}

#[derive(Deserialize)]
struct Powers {
    powers: Vec<String>,
}

#[derive(Deserialize)]
struct Wars {
    war: Vec<Begun>,
}

static MAP: LazyLock<Result<Map, EngineError>> = LazyLock::new(Map::read);

/// A data file of the engine, compiled in.
pub(super) fn data<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, EngineError> {
    detente_codebook::embedded(text).map_err(|e| EngineError::Data { file, what: e.to_string() })
}

/// A code and the years it holds, as `USA 1898/..`.
pub(super) fn tenure(file: &'static str, text: &str) -> Result<(ActorCode, Period), EngineError> {
    let wrong = |what: String| EngineError::Data { file, what };
    let (code, years) = text.split_once(' ').ok_or_else(|| wrong(format!("`{text}` needs a code and years")))?;
    let code = code.parse().map_err(|e| wrong(format!("{e}")))?;
    Ok((code, years.parse().map_err(|e| wrong(format!("{e}")))?))
}

impl Map {
    /// The compiled-in tables.
    pub(super) fn builtin() -> Result<&'static Self, EngineError> {
        MAP.as_ref().map_err(Clone::clone)
    }

    fn read() -> Result<Self, EngineError> {
        let states: States = data("obligations/states.toml", include_str!("../../../../../data/obligations/states.toml"))?;
        let borders: Borders = data("obligations/borders.toml", include_str!("../../../../../data/obligations/borders.toml"))?;
        let powers: Powers = data("obligations/powers.toml", include_str!("../../../../../data/obligations/powers.toml"))?;
        let wars: Wars = data("obligations/aggressors.toml", include_str!("../../../../../data/obligations/aggressors.toml"))?;
        let mut map = Self { wars: wars.war, ..Self::default() };
        for region in states.region {
            for state in region.states {
                map.home.entry(state).or_default().insert(region.code.clone());
            }
        }
        for row in states.beyond {
            map.beyond.entry(row.state).or_default().extend(row.regions);
        }
        for pair in borders.pairs {
            map.borders.insert(border(&pair)?);
        }
        for row in powers.powers {
            map.powers.push(tenure("obligations/powers.toml", &row)?);
        }
        Ok(map)
    }

    /// The regions of a state's home territory.
    pub(super) fn home(&self, state: &ActorCode) -> BTreeSet<String> {
        self.home.get(state).cloned().unwrap_or_default()
    }

    /// The regions in which a neighbour's attack is taken to happen when no place is given: those that
    /// the victim shares with the attacker beyond its home region, else its home.
    pub(super) fn met(&self, victim: &ActorCode, attackers: &[ActorCode]) -> BTreeSet<String> {
        let home = self.home(victim);
        let all: BTreeSet<String> = attackers.iter().flat_map(|a| self.home(a)).collect();
        if all.intersection(&home).next().is_some() {
            return home;
        }
        let far = self.beyond.get(victim).into_iter().flatten();
        let shared: BTreeSet<String> = far.filter(|r| all.contains(*r)).cloned().collect();
        if shared.is_empty() { home } else { shared }
    }

    /// Whether two states have, or had, a common land border.
    pub(super) fn neighbours(&self, a: &ActorCode, b: &ActorCode) -> bool {
        let (a, b) = if a < b { (a, b) } else { (b, a) };
        self.borders.contains(&(a.clone(), b.clone()))
    }

    /// Whether a state counts as a great power on a day.
    pub(super) fn is_power(&self, state: &ActorCode, day: Date) -> bool {
        self.powers.iter().any(|(p, years)| p == state && years.has(day))
    }

    /// The great powers of a day.
    pub(super) fn powers(&self, day: Date) -> Vec<&ActorCode> {
        self.powers.iter().filter(|(_, years)| years.has(day)).map(|(p, _)| p).collect()
    }

    /// The finding that `victim` itself began a war, still going on, with one of the attackers.
    pub(super) fn began(&self, victim: &ActorCode, attackers: &[ActorCode], day: Date) -> Option<&Begun> {
        let goes_on = |w: &&Begun| {
            let begun = w.start.first().is_some_and(|s| s < day);
            begun && w.end.and_then(Edtf::last).is_none_or(|e| day <= e)
        };
        let between = |w: &&Begun| w.initiator.contains(victim) && attackers.iter().any(|a| w.against.contains(a));
        self.wars.iter().filter(goes_on).find(between)
    }
}

/// The states that have, or had, a land border with one of `states`, sorted.
///
/// # Errors
/// [`EngineError::Data`] when a table of the engine is malformed.
pub fn neighbours_of(states: &[ActorCode]) -> Result<Vec<ActorCode>, EngineError> {
    let map = Map::builtin()?;
    let other = |(a, b): &(ActorCode, ActorCode)| {
        let (has_a, has_b) = (states.contains(a), states.contains(b));
        if has_a && !has_b { Some(b.clone()) } else { (has_b && !has_a).then(|| a.clone()) }
    };
    let found: BTreeSet<ActorCode> = map.borders.iter().filter_map(other).collect();
    Ok(found.into_iter().collect())
}

fn border(pair: &str) -> Result<(ActorCode, ActorCode), EngineError> {
    let wrong = |what: String| EngineError::Data { file: "obligations/borders.toml", what };
    let (a, b) = pair.split_once('-').ok_or_else(|| wrong(format!("`{pair}` is no pair")))?;
    let code = |c: &str| c.parse::<ActorCode>().map_err(|e| wrong(e.to_string()));
    let (a, b) = (code(a)?, code(b)?);
    Ok(if a < b { (a, b) } else { (b, a) })
}
