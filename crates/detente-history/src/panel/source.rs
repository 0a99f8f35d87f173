//! The public data sets: what they are, how to cite them, what to beware of.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

const FILE: &str = include_str!("../../../../data/panel/sources.toml");

/// A public data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name by which it is added.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The files it is read from.
    pub files: Vec<String>,
    /// Its version.
    pub version: String,
    /// The first and last year it covers.
    pub covers: [i16; 2],
    /// How to cite it.
    pub citation: String,
    /// On what terms it may be used.
    pub licence: String,
    /// What a user must know.
    #[serde(default)]
    pub caveats: Vec<String>,
}

#[derive(Deserialize)]
struct Sources {
    source: Vec<Source>,
}

static ALL: LazyLock<Vec<Source>> =
    LazyLock::new(|| detente_codebook::embedded::<Sources>(FILE).map(|s| s.source).unwrap_or_default());

/// Every data set, in the order of the file.
#[must_use]
pub fn sources() -> &'static [Source] {
    &ALL
}

/// The data set of a name.
#[must_use]
pub fn source(name: &str) -> Option<&'static Source> {
    sources().iter().find(|s| s.name == name)
}

/// The names of all that can be added.
pub(crate) fn known() -> Vec<&'static str> {
    let own = sources().iter().filter(|s| s.name != "system").map(|s| s.name.as_str());
    own.chain(["filter_prd", "spells", "peace_years"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_sources_reads() {
        let read: Sources = toml::from_str(FILE).unwrap();
        assert_eq!(read.source.len(), sources().len());
        assert!(sources().len() > 15);
        assert!(sources().iter().all(|s| s.covers[0] < s.covers[1] && !s.citation.is_empty()));
    }
}
