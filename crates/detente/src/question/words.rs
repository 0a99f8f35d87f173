//! The word lists of `data/questions/`, and how a word of a text meets a form of a list.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, Dyad, Language, fold};
use detente_coder::clitic::without_article;
use detente_coder::token::{Token, form};
use serde::Deserialize;

/// What a word says about the direction of a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Improves,
    Worsens,
    Good,
    Bad,
    Bond,
    Undo,
    Leave,
    Keep,
    Not,
    Neutral,
}

/// Which part a word opens, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// Opens the shift, and stands nowhere else.
    Condition,
    Shift,
    ShiftWeak,
    Target,
    TargetWeak,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    improves: Vec<String>,
    worsens: Vec<String>,
    good: Vec<String>,
    bad: Vec<String>,
    bonds: Vec<String>,
    undo: Vec<String>,
    leave: Vec<String>,
    keep: Vec<String>,
    not: Vec<String>,
    neutral: Vec<String>,
    condition: Vec<String>,
    shift: Vec<String>,
    shift_weak: Vec<String>,
    target: Vec<String>,
    target_weak: Vec<String>,
    between: Vec<String>,
    with: Vec<String>,
    and: Vec<String>,
    aside_before: Vec<String>,
    aside_after: Vec<String>,
    pronouns_one: Vec<String>,
    pronouns_both: Vec<String>,
    prefixes: BTreeMap<String, ActorCode>,
}

#[derive(Debug, Deserialize)]
struct NamedFile {
    name: Vec<NamedRow>,
}

#[derive(Debug, Deserialize)]
struct NamedRow {
    dyad: Dyad2,
    en: Vec<String>,
    ar: Vec<String>,
}

/// A dyad written as one word, `RUS-UKR`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Dyad2(Dyad);

impl TryFrom<String> for Dyad2 {
    type Error = detente_codebook::CodebookError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse().map(Self)
    }
}

/// One word of a form.
#[derive(Clone, Debug)]
enum Glob {
    Is(String),
    Begins(String),
    /// An Arabic verb stem with personal prefixes and endings.
    Verb(String),
}

/// A form of one or several words.
#[derive(Clone, Debug)]
pub(super) struct Form(Vec<Glob>);

const VERB_HEADS: [&str; 5] = ["", "ي", "ت", "ن", "ا"];
const VERB_TAILS: [&str; 8] = ["", "ت", "ا", "تا", "وا", "ون", "ان", "وه"];

impl Form {
    fn of(text: &str) -> Self {
        let words = text.split(' ').flat_map(|w| {
            let (verb, rest) = (w.starts_with('~'), w.trim_start_matches('~'));
            let (open, rest) = (rest.ends_with('*'), rest.trim_end_matches('*'));
            let parts = form(rest);
            let last = parts.len().saturating_sub(1);
            let glob = move |(i, t): (usize, Token)| match (verb, open && i == last) {
                (true, _) => Glob::Verb(t.fold),
                (_, true) => Glob::Begins(t.fold),
                _ => Glob::Is(without_article(&t.fold).to_owned()),
            };
            parts.into_iter().enumerate().map(glob).collect::<Vec<_>>()
        });
        Self(words.collect())
    }

    /// How many words from `at` on it takes; 0 when it does not stand there.
    pub(super) fn len_at(&self, stems: &[Vec<String>], at: usize) -> usize {
        let there = self.0.iter().enumerate().all(|(i, g)| stems.get(at + i).is_some_and(|s| s.iter().any(|w| g.fits(w))));
        if there { self.0.len() } else { 0 }
    }
}

impl Glob {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Is(w) => word == w,
            Self::Begins(w) => word.starts_with(w.as_str()),
            Self::Verb(stem) => VERB_HEADS.iter().any(|h| {
                let rest = word.strip_prefix(h).and_then(|r| r.strip_prefix(stem.as_str()));
                rest.is_some_and(|r| VERB_TAILS.contains(&r))
            }),
        }
    }
}

/// The lists of one language.
pub(super) struct Words {
    pub(super) language: Language,
    pub(super) classes: Vec<(Class, Vec<Form>)>,
    pub(super) opens: Vec<(Opens, Vec<Form>)>,
    pub(super) between: Vec<Form>,
    pub(super) with: Vec<Form>,
    pub(super) and: Vec<Form>,
    pub(super) aside_before: Vec<Form>,
    pub(super) aside_after: Vec<Form>,
    pub(super) pronouns_one: Vec<String>,
    pub(super) pronouns_both: Vec<String>,
    pub(super) prefixes: BTreeMap<String, ActorCode>,
    pub(super) named: Vec<(Dyad, Vec<Form>)>,
}

const AR: &str = include_str!("../../../../data/questions/ar.toml");
const EN: &str = include_str!("../../../../data/questions/en.toml");
const NAMED: &str = include_str!("../../../../data/questions/named.toml");

static WORDS: LazyLock<[Option<Words>; 2]> = LazyLock::new(|| [Words::build(Language::Ar), Words::build(Language::En)]);

/// The lists of a language; none when a data file is malformed, which a test keeps from happening.
pub(super) fn words(language: Language) -> Option<&'static Words> {
    let [ar, en] = &*WORDS;
    match language {
        Language::Ar => ar.as_ref(),
        Language::En => en.as_ref(),
    }
}

fn forms(list: &[String]) -> Vec<Form> {
    list.iter().map(|w| Form::of(w)).collect()
}

impl Words {
    fn build(language: Language) -> Option<Self> {
        let file: File = detente_codebook::embedded(if language == Language::Ar { AR } else { EN }).ok()?;
        let pronoun = |list: &[String]| list.iter().map(|w| fold::fold(w)).collect();
        Some(Self {
            language,
            classes: classes(&file),
            opens: opens(&file),
            between: forms(&file.between),
            with: forms(&file.with),
            and: forms(&file.and),
            aside_before: forms(&file.aside_before),
            aside_after: forms(&file.aside_after),
            pronouns_one: pronoun(&file.pronouns_one),
            pronouns_both: pronoun(&file.pronouns_both),
            prefixes: file.prefixes,
            named: named(language)?,
        })
    }

    /// The forms under which a word is looked up: itself, and in Arabic what remains without clitics.
    pub(super) fn stems(&self, token: &Token) -> Vec<String> {
        if self.language == Language::En {
            return vec![token.fold.clone()];
        }
        let mut out: Vec<String> = Vec::new();
        for split in token.readings() {
            // An indefinite accusative ends in alef.
            let bare = split.stem.strip_suffix('ا').filter(|s| s.chars().count() >= 3).unwrap_or(split.stem);
            for stem in [split.stem, without_article(split.stem), bare] {
                if !out.iter().any(|s| s == stem) {
                    out.push(stem.to_owned());
                }
            }
        }
        out
    }
}

fn classes(file: &File) -> Vec<(Class, Vec<Form>)> {
    let lists: [(Class, &[String]); 10] = [
        (Class::Improves, &file.improves),
        (Class::Worsens, &file.worsens),
        (Class::Good, &file.good),
        (Class::Bad, &file.bad),
        (Class::Bond, &file.bonds),
        (Class::Undo, &file.undo),
        (Class::Leave, &file.leave),
        (Class::Keep, &file.keep),
        (Class::Not, &file.not),
        (Class::Neutral, &file.neutral),
    ];
    lists.into_iter().map(|(c, l)| (c, forms(l))).collect()
}

fn opens(file: &File) -> Vec<(Opens, Vec<Form>)> {
    let lists: [(Opens, &[String]); 5] = [
        (Opens::Condition, &file.condition),
        (Opens::Shift, &file.shift),
        (Opens::Target, &file.target),
        (Opens::ShiftWeak, &file.shift_weak),
        (Opens::TargetWeak, &file.target_weak),
    ];
    lists.into_iter().map(|(c, l)| (c, forms(l))).collect()
}

fn named(language: Language) -> Option<Vec<(Dyad, Vec<Form>)>> {
    let file: NamedFile = detente_codebook::embedded(NAMED).ok()?;
    let of = |row: NamedRow| (row.dyad.0, forms(if language == Language::Ar { &row.ar } else { &row.en }));
    Some(file.name.into_iter().map(of).collect())
}

/// The longest of several forms at a place; 0 when none stands there.
pub(super) fn longest(list: &[Form], stems: &[Vec<String>], at: usize) -> usize {
    list.iter().map(|f| f.len_at(stems, at)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        for language in [Language::Ar, Language::En] {
            assert!(words(language).is_some(), "{language:?}");
        }
    }

    #[test]
    fn forms_meet_inflected_words() {
        let ar = words(Language::Ar).unwrap();
        let stems = |w: &str| form(w).iter().map(|t| ar.stems(t)).collect::<Vec<_>>();
        assert_eq!(Form::of("~تدهور").len_at(&stems("ستتدهور"), 0), 1);
        assert_eq!(Form::of("خفض التوتر").len_at(&stems("وبخفض التوتر"), 0), 2);
        let en = words(Language::En).unwrap();
        let stems: Vec<_> = form("de-escalation").iter().map(|t| en.stems(t)).collect();
        assert_eq!(Form::of("de-escalat*").len_at(&stems, 0), 3);
    }
}
