//! The area in which an attack must happen, read from the words of a clause.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use detente_codebook::ActorCode;
use detente_history::ClauseText;
use serde::Deserialize;

use super::EngineError;
use super::map::data;
use super::place::{Site, state_named};

/// The area of one clause; a clause that names none has no zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Zone {
    regions: BTreeSet<String>,
    states: BTreeSet<ActorCode>,
    territory: bool,
    metropolitan: bool,
    forces: bool,
    administered_by: Option<ActorCode>,
    /// The clause is about one conflict only, between these two.
    pub(super) conflict: Option<(ActorCode, ActorCode)>,
    /// Words were given, and none of them could be read.
    unread: bool,
}

/// Whether the place of an attack lies in an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// It does.
    Yes,
    /// It does if the place is that of the victim, which is not settled.
    Open,
    /// It lies elsewhere.
    No,
    /// It lies on the territory of another state.
    Foreign,
    /// The words of the area could not be read.
    Unread,
}

#[derive(Deserialize)]
struct ZoneFile {
    zone: Vec<ZoneRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneRow {
    words: Vec<String>,
    #[serde(default)]
    regions: Vec<String>,
    #[serde(default)]
    states: Vec<ActorCode>,
    #[serde(default)]
    territory: bool,
    #[serde(default)]
    metropolitan: bool,
    #[serde(default)]
    forces: bool,
}

/// A word of an area, with its row.
type Word = (String, Arc<ZoneRow>);

static WORDS: LazyLock<Result<Vec<Word>, EngineError>> = LazyLock::new(words);

/// Every word with the row it belongs to, longest first.
fn words() -> Result<Vec<Word>, EngineError> {
    let file: ZoneFile = data("obligations/zones.toml", include_str!("../../../../../data/obligations/zones.toml"))?;
    let of = |row: ZoneRow| {
        let row = Arc::new(row);
        row.words.iter().map(|w| (w.clone(), row.clone())).collect::<Vec<_>>()
    };
    let mut out: Vec<Word> = file.zone.into_iter().flat_map(of).collect();
    out.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    Ok(out)
}

impl Zone {
    /// The zone of a clause: its regions where the file gives them, else its words.
    pub(super) fn of(clause: &ClauseText) -> Result<Option<Self>, EngineError> {
        if !clause.zone.is_empty() {
            return Ok(Some(Self::coded(&clause.zone)));
        }
        clause.area.as_deref().map(Self::read).transpose()
    }

    fn coded(words: &[String]) -> Self {
        let mut out = Self::default();
        for word in words {
            match word.as_str() {
                "territory" => out.territory = true,
                "metropolitan" => out.metropolitan = true,
                "forces" => out.forces = true,
                other => {
                    out.regions.insert(other.to_owned());
                }
            }
        }
        out
    }

    fn read(area: &str) -> Result<Self, EngineError> {
        let mut text = area.to_lowercase();
        let mut out = Self { conflict: conflict(area), ..Self::default() };
        out.territory = text.trim() == "territory";
        if let Some((_, name)) = text.split_once("under the administration of") {
            out.administered_by = state_named(name);
        }
        for (word, row) in WORDS.as_ref().map_err(Clone::clone)? {
            if let Some(at) = text.find(word.as_str()) {
                text.replace_range(at..at + word.len(), ";");
                out.add(row);
            }
        }
        out.unread = !out.says_something();
        Ok(out)
    }

    fn add(&mut self, row: &ZoneRow) {
        self.regions.extend(row.regions.iter().cloned());
        self.states.extend(row.states.iter().cloned());
        self.territory |= row.territory;
        self.metropolitan |= row.metropolitan;
        self.forces |= row.forces;
    }

    fn says_something(&self) -> bool {
        let named = !self.regions.is_empty() || !self.states.is_empty();
        named || self.territory || self.metropolitan || self.administered_by.is_some() || self.conflict.is_some()
    }

    /// Whether an attack on `victim` at `site` lies in the area.
    pub(super) fn holds(&self, victim: &ActorCode, site: &Site) -> Within {
        let own = site.owner.as_ref() == Some(victim) || site.held_by.as_ref() == Some(victim);
        let region = self.regions.iter().any(|r| site.regions.contains(r));
        let state = site.owner.as_ref().is_some_and(|o| self.states.contains(o));
        match () {
            () if self.unread => Within::Unread,
            () if self.administered_by.is_some() => yes(site.held_by == self.administered_by),
            () if self.territory && own => Within::Yes,
            () if self.metropolitan && own && site.home => Within::Yes,
            () if (region || state) && (own || self.forces && site.sea) => Within::Yes,
            () if region && site.open => Within::Open,
            () => Within::No,
        }
    }
}

const fn yes(holds: bool) -> Within {
    if holds { Within::Yes } else { Within::No }
}

/// The two sides of an area line such as `AUH-SRB conflict`.
fn conflict(area: &str) -> Option<(ActorCode, ActorCode)> {
    let (pair, _) = area.split_once(" conflict")?;
    let (a, b) = pair.trim().split_once('-')?;
    Some((a.parse().ok()?, b.parse().ok()?))
}

/// Whether an attack on `victim` at `site` sets off a clause that names no area: it must not happen on
/// the territory of another state.
pub(super) fn anywhere(victim: &ActorCode, site: &Site) -> Within {
    let own = site.owner.as_ref() == Some(victim) || (site.owner.is_none() && site.held_by.as_ref() == Some(victim));
    match () {
        () if own || site.sea => Within::Yes,
        () if site.open => Within::Open,
        () => Within::Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(area: &str) -> Zone {
        Zone::read(area).unwrap()
    }

    #[test]
    fn the_areas_of_known_treaties_are_read() {
        let nato = read("art. 6: territory of parties in Europe or North America, Turkey, islands north of the Tropic of Cancer");
        assert_eq!(nato.regions.iter().collect::<Vec<_>>(), ["europe", "north_america", "north_atlantic"]);
        assert!(nato.states.contains(&"TUR".parse().unwrap()) && !nato.territory);
        assert!(read("territory").territory && read("Pacific area or metropolitan territory (art. 5)").metropolitan);
        assert!(!read("Pacific: metropolitan territory, islands").metropolitan);
        let south = read("treaty area (SE Asia, SW Pacific)");
        assert_eq!(south.regions.iter().collect::<Vec<_>>(), ["southeast_asia", "southwest_pacific"]);
        assert_eq!(read("territories under the administration of Japan").administered_by, "JPN".parse().ok());
        assert_eq!(read("AUH-SRB conflict").conflict, Some(("AUH".parse().unwrap(), "SRB".parse().unwrap())));
        assert!(read("somewhere or other").unread);
    }
}
