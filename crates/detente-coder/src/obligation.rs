//! Obligations: what the words of a text say that a treaty obliges to, or does not.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{Clause, ClauseType, Language, Span, Stage, Text};
use serde::Deserialize;

use crate::phrase::Phrases;
use crate::token::{Token, tokens};

#[derive(Deserialize)]
struct ClauseRow {
    #[serde(rename = "type")]
    kind: ClauseType,
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct Pair {
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    clause: Vec<ClauseRow>,
    absent: Pair,
    stages: BTreeMap<String, Pair>,
}

/// The patterns of one language.
struct Patterns {
    clauses: Phrases<ClauseType>,
    absent: Phrases<()>,
    stages: Phrases<Stage>,
}

const FILE: &str = include_str!("../../../data/grammar/clauses.toml");

static ARABIC: LazyLock<Option<Patterns>> = LazyLock::new(|| Patterns::read(Language::Ar));
static ENGLISH: LazyLock<Option<Patterns>> = LazyLock::new(|| Patterns::read(Language::En));

fn patterns(language: Language) -> Option<&'static Patterns> {
    if language == Language::Ar { ARABIC.as_ref() } else { ENGLISH.as_ref() }
}

fn stage_named(name: &str) -> Option<Stage> {
    Some(match name {
        "initialled" => Stage::Initialled,
        "ratified" => Stage::Ratified,
        "in_force" => Stage::InForce,
        "suspended" => Stage::Suspended,
        "denounced" => Stage::Denounced,
        "expired" => Stage::Expired,
        _ => return None,
    })
}

impl Patterns {
    fn read(language: Language) -> Option<Self> {
        let file: File = detente_codebook::embedded(FILE).ok()?;
        let list = |en: &[String], ar: &[String]| if language == Language::Ar { ar.to_vec() } else { en.to_vec() };
        let clauses = file.clause.iter().flat_map(|c| list(&c.en, &c.ar).into_iter().map(|w| (w, c.kind)));
        let stages = file.stages.iter().filter_map(|(name, p)| stage_named(name).map(|s| (s, p)));
        let stages = stages.flat_map(|(s, p)| list(&p.en, &p.ar).into_iter().map(move |w| (w, s)));
        let absent = list(&file.absent.en, &file.absent.ar).into_iter().map(|w| (w, ()));
        Some(Self {
            clauses: Phrases::new(language, clauses),
            absent: Phrases::new(language, absent),
            stages: Phrases::new(language, stages),
        })
    }
}

/// The obligations that one stretch of text states, one of each kind. Kinds that stand first in the
/// file take their words: a promise not to help an aggressor is no promise of help.
pub(crate) fn obligations(text: &Text, span: Span, language: Language) -> Vec<Clause> {
    let (all, Some(patterns)) = (tokens(text, span), patterns(language)) else { return Vec::new() };
    let mut out: Vec<(Clause, usize, usize)> = Vec::new();
    for (from, to, kind) in patterns.clauses.find(&all) {
        let taken = out.iter().any(|(c, a, b)| c.kind == *kind || (*kind != ClauseType::NonSubversion && from < *b && *a < to));
        if taken {
            continue;
        }
        let present = !can_lack(&all, *kind, from) || !denied(patterns, &all, from);
        let words = words_around(&all, from, to);
        out.extend(text.quote(words).map(|quote| (Clause { kind: *kind, present, article: None, quote }, from, to)));
    }
    out.into_iter().map(|(c, ..)| c).collect()
}

/// Whether a word of absence before the words turns them round: the words for what is not to be done
/// hold their own negation, unless they name the clause by a noun.
fn can_lack(all: &[Token], kind: ClauseType, at: usize) -> bool {
    let noun = |t: &Token| matches!(t.fold.as_str(), "non" | "nonaggression" | "neutrality" | "pledge" | "promise");
    let negative = matches!(kind, ClauseType::Neutral | ClauseType::NonSubversion | ClauseType::Nonagg);
    !negative || all.get(at).is_some_and(noun)
}

/// Whether a word of absence stands a few words before.
fn denied(patterns: &Patterns, all: &[Token], at: usize) -> bool {
    let stop = |t: &Token| t.is_mark('،') || t.is_mark(',') || t.is_mark('.') || t.is_quote_mark();
    let mut from = at.saturating_sub(8);
    if let Some(wall) = (from..at).rev().find(|i| all.get(*i).is_some_and(stop)) {
        from = wall + 1;
    }
    (from..at).any(|i| patterns.absent.at(all, i).any(|(to, ())| to <= at))
}

/// The clause around the matched words: between stops and quotation marks.
fn words_around(all: &[Token], from: usize, to: usize) -> Span {
    let stop = |t: &Token| t.is_quote_mark() || ".;؛:".chars().any(|c| t.is_mark(c));
    let start = (0..from).rev().find(|i| all.get(*i).is_some_and(stop)).map_or(0, |i| i + 1);
    let end = (to..all.len()).find(|i| all.get(*i).is_some_and(stop)).unwrap_or(all.len());
    let first = all.get(start).map_or(Span::new(0, 0), |t| t.span);
    all.get(end.saturating_sub(1)).map_or(first, |t| first.to(t.span))
}

/// The words of one sentence that say how far a treaty has come; what is denied or to come does not count.
pub(crate) fn stages(text: &Text, span: Span, language: Language) -> Vec<(Span, Stage)> {
    let (all, Some(patterns)) = (tokens(text, span), patterns(language)) else { return Vec::new() };
    let found = patterns.stages.find(&all).into_iter().filter(|(from, ..)| !denied(patterns, &all, *from));
    let words = |from: usize, to: usize| Some(all.get(from)?.span.to(all.get(to.checked_sub(1)?)?.span));
    found.filter_map(|(from, to, stage)| words(from, to).map(|w| (w, *stage))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(words: &str) -> Vec<(ClauseType, bool)> {
        let text = Text::new(words);
        obligations(&text, Span::new(0, text.len()), Language::En).into_iter().map(|c| (c.kind, c.present)).collect()
    }

    #[test]
    fn presence_and_absence() {
        assert!(toml::from_str::<File>(FILE).is_ok(), "{:?}", toml::from_str::<File>(FILE).err());
        assert_eq!(kinds("The pact contains a mutual defence clause."), [(ClauseType::Defense, true)]);
        assert_eq!(kinds("It does not contain a mutual defence clause."), [(ClauseType::Defense, false)]);
        assert_eq!(kinds("Each party shall not give any assistance to the aggressor."), [(ClauseType::Neutral, true)]);
    }
}
