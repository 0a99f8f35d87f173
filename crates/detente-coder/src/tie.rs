//! Ties: signed mentions of a dyad, from events, from nouns such as `ally`, from words of strain or
//! warmth about the relations between two, and from wars known by their place.

use std::sync::LazyLock;

use detente_codebook::{ActorCode, Dyad, Event, Language, Sign, Span, Text, Tie};
use serde::Deserialize;

use crate::clause::Clauses;
use crate::event::Found;
use crate::party::Party;
use crate::phrase::Phrases;

#[derive(Deserialize, Default)]
struct Pair {
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct NounRow {
    sign: Sign,
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct WarRow {
    a: ActorCode,
    b: ActorCode,
    #[expect(dead_code, reason = "kept for readers of the file: the day from which the name means this war")]
    from: String,
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    noun: Vec<NounRow>,
    war: Vec<WarRow>,
    strain: Pair,
    warmth: Pair,
    link: Pair,
    trust: Pair,
}

struct Lists {
    nouns: Phrases<Sign>,
    wars: Phrases<Dyad>,
    moods: Phrases<Sign>,
    links: Phrases<()>,
    trust: Phrases<()>,
}

const FILE: &str = include_str!("../../../data/grammar/ties.toml");

static ARABIC: LazyLock<Option<Lists>> = LazyLock::new(|| Lists::read(Language::Ar));
static ENGLISH: LazyLock<Option<Lists>> = LazyLock::new(|| Lists::read(Language::En));

fn lists(language: Language) -> Option<&'static Lists> {
    if language == Language::Ar { ARABIC.as_ref() } else { ENGLISH.as_ref() }
}

/// The words of one language, each with what it means.
fn with<T: Clone>(language: Language, en: &[String], ar: &[String], meaning: &T) -> Vec<(String, T)> {
    let list = if language == Language::Ar { ar } else { en };
    list.iter().map(|w| (w.clone(), meaning.clone())).collect()
}

impl Lists {
    fn read(language: Language) -> Option<Self> {
        let file: File = detente_codebook::embedded(FILE).ok()?;
        let plain = |pair: &Pair| Phrases::new(language, with(language, &pair.en, &pair.ar, &()));
        let mut moods = with(language, &file.strain.en, &file.strain.ar, &Sign::Negative);
        moods.extend(with(language, &file.warmth.en, &file.warmth.ar, &Sign::Positive));
        let wars = file.war.iter().flat_map(|w| with(language, &w.en, &w.ar, &Dyad::new(w.a.clone(), w.b.clone())));
        let nouns = file.noun.iter().flat_map(|n| with(language, &n.en, &n.ar, &n.sign));
        Some(Self {
            nouns: Phrases::new(language, nouns),
            wars: Phrases::new(language, wars),
            moods: Phrases::new(language, moods),
            links: plain(&file.link),
            trust: plain(&file.trust),
        })
    }
}

/// The tie that an event speaks of, when its frame gives a sign.
pub(crate) fn of_event(found: &Found) -> Option<Tie> {
    let Event { source, target, quote, .. } = &found.event;
    let (a, b) = (source.state(), target.state());
    (a != b).then(|| found.sign.map(|sign| Tie { dyad: Dyad::new(a, b), sign, quote: quote.clone() })).flatten()
}

/// Adds a tie unless the same dyad, sign and words are there.
pub(crate) fn push(ties: &mut Vec<Tie>, tie: Tie) {
    let same = |t: &Tie| t.dyad == tie.dyad && t.sign == tie.sign && t.quote.span().touches(tie.quote.span());
    if !ties.iter().any(same) {
        ties.push(tie);
    }
}

/// The ties that a sentence names by other words than events.
pub(crate) fn named(text: &Text, clauses: &Clauses<'_>) -> Vec<Tie> {
    let Some(lists) = lists(clauses.language) else { return Vec::new() };
    let mut out = Vec::new();
    for at in 0..clauses.tokens.len() {
        out.extend(wars(text, clauses, lists, at));
        out.extend(companions(text, clauses, lists, at).into_iter().flatten());
        out.extend(relations(text, clauses, lists, at));
    }
    out
}

fn wars(text: &Text, clauses: &Clauses<'_>, lists: &Lists, at: usize) -> Option<Tie> {
    let (to, dyad) = lists.wars.at(&clauses.tokens, at).next()?;
    Some(Tie { dyad: dyad.clone(), sign: Sign::Negative, quote: text.quote(clauses.span_of(at..to))? })
}

/// `Israel, the close ally of the United States`; `Washington's ally Israel`.
fn companions(text: &Text, clauses: &Clauses<'_>, lists: &Lists, at: usize) -> Option<Vec<Tie>> {
    let (to, sign) = lists.nouns.at(&clauses.tokens, at).map(|(to, s)| (to, *s)).max_by_key(|(to, _)| *to)?;
    let before = |p: &&Party| p.to <= at && at - p.to <= 4;
    let aside = |p: &&Party| p.to <= at && at - p.to <= ASIDE;
    let after = |p: &&Party| !p.site && p.from >= to && p.from - to <= 2;
    let owner = clauses.parties.iter().rev().filter(before).find(|p| p.owner);
    let holder = clauses.parties.iter().find(|p| after(p) && p.mark.as_deref().is_some_and(|m| matches!(m, "of" | "ل" | "to")));
    let named = clauses
        .parties
        .iter()
        .rev()
        .filter(aside)
        .find(|p| !p.owner && !p.site && p.mark.as_deref().is_none_or(|m| m != "of") && apposed(clauses, p.to, at));
    let beside = clauses.parties.iter().find(|p| after(p) && p.mark.is_none() && p.from == to);
    let (a, b) = owner.and_then(|o| Some((o, beside.or(named)?))).or_else(|| Some((holder?, named?)))?;
    let index = clauses.parties.iter().position(|p| p == b)?;
    let all = if is_one(clauses, at) { vec![index] } else { clauses.group(index) };
    let group = all.into_iter().filter_map(|i| clauses.parties.get(i));
    let x = a.code.state();
    let tie = |other: &Party| {
        let y = other.code.state();
        let quote = text.quote(clauses.span_of(at..to).to(a.span).to(other.span))?;
        (x != y && !x.is_unknown() && !y.is_unknown()).then(|| Tie { dyad: Dyad::new(x.clone(), y), sign, quote })
    };
    Some(group.filter_map(tie).collect())
}

/// `A and B, the ally of C`: a noun of one, with the article, speaks of B alone.
fn is_one(clauses: &Clauses<'_>, at: usize) -> bool {
    let Some(token) = clauses.tokens.get(at) else { return false };
    match clauses.language {
        Language::En => !token.fold.ends_with('s'),
        Language::Ar => token.fold.starts_with("ال") && !["ان", "ين", "اء", "ون"].iter().any(|e| token.fold.ends_with(e)),
    }
}

/// How far a noun in apposition may stand behind the name it describes.
const ASIDE: usize = 9;

/// Whether a noun stands beside a name: behind a comma, or behind `is` and `was`.
fn apposed(clauses: &Clauses<'_>, from: usize, at: usize) -> bool {
    let between = clauses.tokens.get(from..at).unwrap_or_default();
    between.iter().any(|t| t.is_mark(',') || t.is_mark('،') || clauses.grammar.be.has(&t.fold)) || between.is_empty()
}

/// The relations between two, and the word of strain or warmth said of them.
fn relations(text: &Text, clauses: &Clauses<'_>, lists: &Lists, at: usize) -> Option<Tie> {
    let to = lists.links.at(&clauses.tokens, at).map(|(to, ())| to).max()?;
    let pair: Vec<&Party> = clauses.parties.iter().filter(|p| !p.site && p.from + 1 >= to && p.from <= to + 6).take(2).collect();
    let [a, b] = pair.as_slice() else { return None };
    let (x, y) = (a.code.state(), b.code.state());
    let clause = clauses.clause(at);
    let mood = clause.clone().filter_map(|i| lists.moods.at(&clauses.tokens, i).next().map(|(end, s)| (*s, i, end))).next();
    let trusted = lists.trust.stands(&clauses.tokens, at);
    let (sign, from, end) = mood.or(trusted.then_some((Sign::Positive, at, to)))?;
    let words: Span = clauses.span_of(from.min(at)..end.max(to)).to(a.span).to(b.span);
    (x != y && !x.is_unknown() && !y.is_unknown())
        .then(|| Some(Tie { dyad: Dyad::new(x, y), sign, quote: text.quote(words)? }))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        assert!(toml::from_str::<File>(FILE).is_ok(), "{:?}", toml::from_str::<File>(FILE).err());
    }
}
