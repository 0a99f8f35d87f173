//! Where an attack happens: whose territory it is, who holds it, and in which regions it lies.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, ActorKind, ActorTable, Period};
use jiff::civil::Date;
use serde::Deserialize;

use super::EngineError;
use super::map::{Map, data, tenure};

/// The place of an attack on one victim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Site {
    /// On whose territory it lies as most states see it; none at sea and where that is open.
    pub(super) owner: Option<ActorCode>,
    /// Who administers it.
    pub(super) held_by: Option<ActorCode>,
    /// The regions it lies in.
    pub(super) regions: BTreeSet<String>,
    /// Whether it belongs to the home territory of its owner.
    pub(super) home: bool,
    /// Whether it is at sea.
    pub(super) sea: bool,
    /// Whether it is settled to whom it belongs.
    pub(super) open: bool,
    /// How it came to be known.
    pub(super) known: Known,
}

/// How the place of an attack is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Known {
    /// The question names it.
    #[default]
    Named,
    /// No place was given: the home territory of the victim is taken.
    Assumed,
    /// The place that was given is not on record: the home territory of the victim is taken.
    Unread,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceRow {
    names: Vec<String>,
    #[serde(default)]
    owner: Vec<String>,
    #[serde(default)]
    held_by: Vec<String>,
    #[serde(default)]
    regions: Vec<String>,
    #[serde(default)]
    home: bool,
    #[serde(default)]
    sea: bool,
    #[serde(default)]
    open: bool,
}

#[derive(Deserialize)]
struct PlaceFile {
    place: Vec<PlaceRow>,
}

/// A row of the codebook's list of places.
#[derive(Deserialize)]
struct NamedRow {
    en: Vec<String>,
    within: Option<ActorCode>,
    kind: String,
}

#[derive(Deserialize)]
struct NamedFile {
    place: Vec<NamedRow>,
}

#[derive(Debug)]
struct Place {
    names: Vec<String>,
    owner: Vec<(ActorCode, Period)>,
    held_by: Vec<(ActorCode, Period)>,
    site: Site,
}

/// Names that are looked for, and the state they stand for.
type Names = Vec<(String, ActorCode)>;

#[derive(Debug)]
struct Gazetteer {
    places: Vec<Place>,
    within: Names,
    states: Names,
}

static GAZETTEER: LazyLock<Result<Gazetteer, EngineError>> = LazyLock::new(Gazetteer::read);

const FILE: &str = "obligations/places.toml";

impl PlaceRow {
    fn place(self) -> Result<Place, EngineError> {
        let all = |rows: &[String]| rows.iter().map(|r| tenure(FILE, r)).collect::<Result<Vec<_>, _>>();
        Ok(Place {
            owner: all(&self.owner)?,
            held_by: all(&self.held_by)?,
            names: self.names,
            site: Site {
                regions: self.regions.into_iter().collect(),
                home: self.home,
                sea: self.sea,
                open: self.open,
                ..Site::default()
            },
        })
    }
}

impl Place {
    fn on(&self, day: Date) -> Site {
        let of = |rows: &[(ActorCode, Period)]| rows.iter().find(|(_, p)| p.has(day)).map(|(c, _)| c.clone());
        let owner = of(&self.owner);
        Site { held_by: of(&self.held_by).or_else(|| owner.clone()), owner, ..self.site.clone() }
    }
}

impl Gazetteer {
    fn read() -> Result<Self, EngineError> {
        let file: PlaceFile = data(FILE, include_str!("../../../../../data/obligations/places.toml"))?;
        let named: NamedFile = data("actors/places.toml", include_str!("../../../../../data/actors/places.toml"))?;
        let places = file.place.into_iter().map(PlaceRow::place).collect::<Result<_, _>>()?;
        Ok(Self { places, within: within(named), states: states() })
    }

    fn find(&self, text: &str, day: Date, map: &Map) -> Option<Site> {
        let text = text.to_lowercase();
        let hit = |p: &&Place| p.names.iter().any(|n| has_word(&text, n));
        if let Some(place) = self.places.iter().find(hit) {
            return Some(place.on(day));
        }
        let of = |names: &Names| names.iter().find(|(n, _)| has_word(&text, n)).map(|(_, c)| home_of(c, map));
        of(&self.within).or_else(|| of(&self.states))
    }
}

fn within(file: NamedFile) -> Names {
    let land = |r: &NamedRow| matches!(r.kind.as_str(), "city" | "region" | "base" | "facility");
    let rows = file.place.into_iter().filter(land);
    let of = |r: NamedRow| r.within.map(|w| r.en.into_iter().map(move |n| (n.to_lowercase(), w.clone())));
    let mut out: Names = rows.filter_map(of).flatten().collect();
    longest_first(&mut out);
    out
}

/// The names and cities of states, in lower case.
fn states() -> Names {
    let Ok(table) = ActorTable::builtin() else { return Vec::new() };
    let states = table.actors().iter().filter(|a| a.kind == ActorKind::State);
    let of = |a: &detente_codebook::Actor| {
        let code = a.code.clone();
        let forms = a.en.names.iter().chain(&a.en.cities).map(|n| n.to_lowercase()).collect::<Vec<_>>();
        forms.into_iter().map(move |n| (n, code.clone())).collect::<Vec<_>>()
    };
    let mut out: Names = states.flat_map(of).collect();
    longest_first(&mut out);
    out
}

fn longest_first(names: &mut Names) {
    names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
}

/// The state of an English name or adjective that stands in `text`, in lower case.
pub(super) fn state_named(text: &str) -> Option<ActorCode> {
    let names = &GAZETTEER.as_ref().ok()?.states;
    names.iter().find(|(n, _)| has_word(text, n)).map(|(_, c)| c.clone())
}

/// Whether a name stands in a text between word boundaries.
pub(super) fn has_word(text: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let at = |(i, m): (usize, &str)| edge(text[..i].chars().next_back()) && edge(text[i + m.len()..].chars().next());
    !name.is_empty() && text.match_indices(name).any(at)
}

fn home_of(state: &ActorCode, map: &Map) -> Site {
    Site { owner: Some(state.clone()), held_by: Some(state.clone()), regions: map.home(state), home: true, ..Site::default() }
}

/// The place of an attack on `victim`.
pub(super) fn site(
    place: Option<&str>,
    victim: &ActorCode,
    attackers: &[ActorCode],
    day: Date,
    map: &Map,
) -> Result<Site, EngineError> {
    let gazetteer = GAZETTEER.as_ref().map_err(Clone::clone)?;
    let taken = |known| Site { regions: map.met(victim, attackers), known, ..home_of(victim, map) };
    match place.map(str::trim).filter(|p| !p.is_empty()) {
        None => Ok(taken(Known::Assumed)),
        Some(text) => Ok(gazetteer.find(text, day, map).unwrap_or_else(|| taken(Known::Unread))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(place: &str, victim: &str, year: i16) -> Site {
        let map = Map::builtin().unwrap();
        site(Some(place), &victim.parse().unwrap(), &[], date(year, 6, 1), map).unwrap()
    }

    fn owner(site: &Site) -> Option<&str> {
        site.owner.as_ref().map(ActorCode::as_str)
    }

    #[test]
    fn a_place_belongs_to_whom_it_belonged_to_on_the_day() {
        assert_eq!(owner(&at("Goa", "PRT", 1961)), Some("PRT"));
        assert_eq!(owner(&at("Goa", "PRT", 1975)), Some("IND"));
        assert_eq!(owner(&at("Nagorno-Karabakh (internationally Azerbaijan)", "ARM", 2020)), Some("AZE"));
        assert_eq!(owner(&at("a village in Latvia", "LVA", 2025)), Some("LVA"));
        assert_eq!(owner(&at("Warsaw", "POL", 2025)), Some("POL"));
        assert!(at("South China Sea", "PHL", 2025).sea);
        assert_eq!(at("Nowhere-on-Sea", "PHL", 2025).known, Known::Unread);
    }

    #[test]
    fn a_name_within_a_word_is_no_name() {
        assert!(has_word("goa, india", "goa") && !has_word("the goal", "goa"));
    }
}
