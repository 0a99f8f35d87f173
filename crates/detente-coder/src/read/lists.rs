//! The compiled-in word lists: furniture, and the parts of a page.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::FurnitureKind;
use serde::Deserialize;

use super::phrase::Phrases;

const FURNITURE: [&str; 2] =
    [include_str!("../../../../data/furniture/ar.toml"), include_str!("../../../../data/furniture/en.toml")];
const ANATOMY: [&str; 2] =
    [include_str!("../../../../data/furniture/anatomy-ar.toml"), include_str!("../../../../data/furniture/anatomy-en.toml")];

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Forms {
    line: String,
    starts: String,
    has: String,
    opens: String,
}

/// Furniture in both languages: an Arabic page may ask in English to be followed.
#[derive(Default)]
pub(super) struct FurnitureWords {
    /// Whole lines.
    pub(super) line: Phrases<FurnitureKind>,
    /// Beginnings of lines.
    pub(super) starts: Phrases<FurnitureKind>,
    /// Phrases within a short line.
    pub(super) has: Phrases<FurnitureKind>,
    /// Labels after which a headline may follow on the same line.
    pub(super) opens: Phrases<FurnitureKind>,
}

/// Words by which the parts of a page are known, in both languages.
#[derive(Default)]
pub(super) struct AnatomyWords {
    /// Sections that stand before a title.
    pub(super) category: Phrases<()>,
    /// Beginnings of a byline.
    pub(super) byline: Phrases<()>,
    /// Words of institutions.
    pub(super) institution: Phrases<()>,
    /// What may stand beside a date on its line.
    pub(super) date_line: Phrases<()>,
    /// Words that say a date is not the first.
    pub(super) updated: Phrases<()>,
    /// Lines that end the article.
    pub(super) ends: Phrases<()>,
    /// Shortened words.
    pub(super) abbreviation: Vec<String>,
    /// Shortened words after which a sentence may end.
    pub(super) may_end: Vec<String>,
    /// Words that begin a sentence.
    pub(super) starter: Vec<String>,
}

static FURNITURE_WORDS: LazyLock<FurnitureWords> = LazyLock::new(furniture_words);
static ANATOMY_WORDS: LazyLock<AnatomyWords> = LazyLock::new(anatomy_words);

/// The words of furniture.
pub(super) fn furniture() -> &'static FurnitureWords {
    &FURNITURE_WORDS
}

/// The words of the parts of a page.
pub(super) fn anatomy() -> &'static AnatomyWords {
    &ANATOMY_WORDS
}

/// A malformed compiled-in list is empty; a test reads them all, so none is shipped.
fn furniture_words() -> FurnitureWords {
    let mut words = FurnitureWords::default();
    for file in FURNITURE {
        let kinds: BTreeMap<FurnitureKind, Forms> = detente_codebook::embedded(file).unwrap_or_default();
        for (kind, forms) in kinds {
            words.line.add(&forms.line, &kind);
            words.starts.add(&forms.starts, &kind);
            words.has.add(&forms.has, &kind);
            words.opens.add(&forms.opens, &kind);
        }
    }
    words
}

fn anatomy_words() -> AnatomyWords {
    let mut words = AnatomyWords::default();
    for file in ANATOMY {
        let lists: BTreeMap<String, String> = detente_codebook::embedded(file).unwrap_or_default();
        for (name, list) in lists {
            add(&mut words, &name, &list);
        }
    }
    words
}

fn add(words: &mut AnatomyWords, name: &str, list: &str) {
    let folded = || list.lines().filter(|l| !l.trim().is_empty()).map(detente_codebook::fold::fold);
    match name {
        "category" => words.category.add(list, &()),
        "byline" => words.byline.add(list, &()),
        "institution" => words.institution.add(list, &()),
        "date_line" => words.date_line.add(list, &()),
        "updated" => words.updated.add(list, &()),
        "ends" => words.ends.add(list, &()),
        "abbreviation" => words.abbreviation.extend(folded()),
        "may_end" => words.may_end.extend(folded()),
        _ => words.starter.extend(folded()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_read() {
        for file in FURNITURE {
            let kinds: BTreeMap<FurnitureKind, Forms> = toml::from_str(file).unwrap();
            assert!(kinds.len() >= 11, "{}", kinds.len());
        }
        for file in ANATOMY {
            let lists: BTreeMap<String, String> = toml::from_str(file).unwrap();
            assert!(lists.contains_key("category") && lists.contains_key("abbreviation"));
        }
    }
}
