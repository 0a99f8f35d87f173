//! The word lists of dates, one set for each language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::Language;
use serde::Deserialize;

use super::super::phrase::Phrases;
use crate::token::{TokenKind, form};
use crate::word::WordMap;

const ARABIC: &str = include_str!("../../../../../data/dates/ar.toml");
const ENGLISH: &str = include_str!("../../../../../data/dates/en.toml");

/// A list of forms.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "String")]
pub(super) struct Forms(pub(super) Phrases<()>);

impl From<String> for Forms {
    fn from(list: String) -> Self {
        let mut phrases = Phrases::default();
        phrases.add(&list, &());
        Self(phrases)
    }
}

/// Forms that each stand for a number.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "BTreeMap<String, String>")]
pub(super) struct Numbered(pub(super) Phrases<u32>);

impl From<BTreeMap<String, String>> for Numbered {
    fn from(lists: BTreeMap<String, String>) -> Self {
        let mut phrases = Phrases::default();
        for (number, list) in lists {
            if let Ok(number) = number.parse() {
                phrases.add(&list, &number);
            }
        }
        Self(phrases)
    }
}

/// The lists of one language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Lists {
    /// Months, from 1.
    pub(super) months: Numbered,
    /// Weekdays, Monday is 1.
    pub(super) weekdays: Numbered,
    /// Numbers.
    pub(super) numbers: Numbered,
    /// Days of a month.
    pub(super) ordinals: Numbered,
    /// Decades by their first year.
    pub(super) decades: Numbered,
    /// Words around dates.
    pub(super) words: Words,
    /// Units of terms.
    pub(super) units: Units,
    /// Words of lapses.
    pub(super) ago: Ago,
    /// The first words of all phrases of all lists.
    #[serde(skip)]
    pub(super) first: WordMap<()>,
}

/// Words of lapses that end on the day of writing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Ago {
    /// Behind the lapse.
    pub(super) after: Forms,
    /// Before it.
    pub(super) before: Forms,
    /// Behind a lapse that is counted from something else.
    pub(super) not_before: Forms,
    /// An article that means one.
    pub(super) one: Forms,
    /// Units behind a number.
    pub(super) units: Lapses,
    /// Two units in one word.
    pub(super) twos: Lapses,
}

/// Units of lapses.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Lapses {
    pub(super) day: Forms,
    pub(super) week: Forms,
    pub(super) month: Forms,
    pub(super) year: Forms,
}

/// Words around dates; the lists say of each where it stands.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Words {
    pub(super) year: Forms,
    pub(super) before_year: Forms,
    pub(super) before_year_noun: Forms,
    pub(super) counted: Forms,
    pub(super) of_month: Forms,
    pub(super) of_year: Forms,
    pub(super) ordinal_end: Forms,
    pub(super) decade_end: Forms,
    pub(super) joins: Forms,
    pub(super) opens: Forms,
    pub(super) between: Forms,
    pub(super) also: Forms,
    pub(super) era: Forms,
    pub(super) last: Forms,
    pub(super) not_last: Forms,
    pub(super) this: Forms,
    pub(super) next: Forms,
    pub(super) demonstrative: Forms,
    pub(super) year_noun: Forms,
    pub(super) not_year: Forms,
    pub(super) month_noun: Forms,
    pub(super) today: Forms,
    pub(super) yesterday: Forms,
    pub(super) before_yesterday: Forms,
    pub(super) day_part: Forms,
    pub(super) day_noun: Forms,
    pub(super) day_joins: Forms,
    pub(super) not_weekday: Forms,
    pub(super) named: Forms,
    pub(super) named_after: Forms,
    pub(super) future: Forms,
    pub(super) decade_of: Forms,
    pub(super) century_past: Forms,
    pub(super) lapse_before: Forms,
    pub(super) lapse_after: Forms,
    pub(super) about: Forms,
    pub(super) for_term: Forms,
    pub(super) time_noun: Forms,
    pub(super) one: Forms,
    pub(super) hijri_month: Forms,
    pub(super) hijri_era: Forms,
    pub(super) time_mark: Forms,
}

/// Units of terms.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Units {
    /// After a number of years.
    pub(super) years: Forms,
    /// One year.
    pub(super) year: Forms,
    /// Two years in one word.
    pub(super) two_years: Forms,
    /// After a number of decades.
    pub(super) decades: Forms,
    /// Two decades in one word.
    pub(super) two_decades: Forms,
}

static ARABIC_LISTS: LazyLock<Lists> = LazyLock::new(|| read(ARABIC));
static ENGLISH_LISTS: LazyLock<Lists> = LazyLock::new(|| read(ENGLISH));

/// A malformed compiled-in list is empty; a test reads them all, so none is shipped.
fn read(file: &str) -> Lists {
    let lists: Lists = detente_codebook::embedded(file).unwrap_or_default();
    let mut first = WordMap::default();
    let table: toml::Table = detente_codebook::embedded(file).unwrap_or_default();
    table.values().for_each(|v| add_first(v, &mut first));
    Lists { first, ..lists }
}

/// Every text of the file is a list of phrases, one a line.
fn add_first(value: &toml::Value, out: &mut WordMap<()>) {
    match value {
        toml::Value::String(list) => {
            let firsts = list.lines().filter_map(|l| form(l).into_iter().find(|t| t.kind != TokenKind::Mark));
            firsts.for_each(|t| *out.entry(&t.fold) = ());
        }
        toml::Value::Table(table) => table.values().for_each(|v| add_first(v, out)),
        _ => {}
    }
}

/// The lists of a language.
pub(super) fn lists(language: Language) -> &'static Lists {
    match language {
        Language::Ar => &ARABIC_LISTS,
        Language::En => &ENGLISH_LISTS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_read() {
        for file in [ARABIC, ENGLISH] {
            let read: Result<Lists, toml::de::Error> = toml::from_str(file);
            assert!(read.is_ok(), "{read:?}");
        }
    }

    #[test]
    fn every_month_has_names() {
        for file in [ARABIC, ENGLISH] {
            let table: BTreeMap<String, toml::Table> = toml::from_str(file).unwrap();
            let months: Vec<u32> = table["months"].keys().map(|k| k.parse().unwrap()).collect();
            assert_eq!(months.len(), 12);
            assert_eq!((table["weekdays"].len(), table["ordinals"].len()), (7, 31));
        }
    }
}
