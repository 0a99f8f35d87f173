//! Treaties followed through a text: named, signed, described, and spoken of again.
//!
//! Two treaties of one name stay two when their parties differ. A clause belongs to the treaty that
//! was spoken of last.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, Edtf, Language, Quote, Span, Stage, Text, Treaty};
use serde::Deserialize;

use crate::clause::Clauses;
use crate::obligation::{obligations, stages};
use crate::party::Naming;
use crate::phrase::Phrases;
use crate::signature::Signature;
use crate::token::Token;

#[derive(Deserialize)]
struct NamedRow {
    id: String,
    parties: Vec<ActorCode>,
    signed: Edtf,
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct NamedFile {
    treaty: Vec<NamedRow>,
}

struct Named {
    id: String,
    parties: Vec<ActorCode>,
    signed: Edtf,
}

/// The well-known treaties, and their names with the place of the treaty in the list.
struct Known {
    list: Vec<Named>,
    names: Phrases<usize>,
}

const FILE: &str = include_str!("../../../data/grammar/treaties.toml");

static ARABIC: LazyLock<Known> = LazyLock::new(|| Known::read(Language::Ar));
static ENGLISH: LazyLock<Known> = LazyLock::new(|| Known::read(Language::En));

fn known(language: Language) -> &'static Known {
    if language == Language::Ar { &ARABIC } else { &ENGLISH }
}

impl Known {
    fn read(language: Language) -> Self {
        let rows = detente_codebook::embedded::<NamedFile>(FILE).map(|f| f.treaty).unwrap_or_default();
        let words = |r: &NamedRow| if language == Language::Ar { r.ar.clone() } else { r.en.clone() };
        let named: Vec<(String, usize)> =
            rows.iter().enumerate().flat_map(|(i, r)| words(r).into_iter().map(move |w| (w, i))).collect();
        let list = rows.into_iter().map(|r| Named { id: r.id, parties: r.parties, signed: r.signed }).collect();
        Self { list, names: Phrases::new(language, named) }
    }

    /// The treaties named in a sentence, in the order of the list, each by its longest name: its first token, one past
    /// the last, its place in the list.
    fn find(&self, tokens: &[Token]) -> Vec<(usize, usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for at in 0..tokens.len() {
            found.extend(self.names.at(tokens, at).map(|(to, i)| (at, to, *i)));
        }
        found.sort_by_key(|(from, to, i)| (*i, std::cmp::Reverse(to - from)));
        found.dedup_by_key(|(.., i)| *i);
        found
    }

    /// As [`Known::find`], with the treaties; looked for once a sentence.
    fn named_in(&self, clauses: &Clauses<'_>) -> impl Iterator<Item = (usize, usize, &Named)> {
        let found = clauses.treaties.get_or_init(|| self.find(&clauses.tokens)).clone();
        found.into_iter().filter_map(|(from, to, i)| self.list.get(i).map(|n| (from, to, n)))
    }
}

/// How many tokens the well-known name of a treaty takes at `at`.
pub(crate) fn name_at(tokens: &[Token], at: usize, language: Language) -> Option<usize> {
    known(language).names.at(tokens, at).map(|(to, _)| to - at).max()
}

/// The other party of a well-known treaty of two that the clause names, seen from `state`.
pub(crate) fn partner(clauses: &Clauses<'_>, clause: std::ops::Range<usize>, state: &ActorCode) -> Option<ActorCode> {
    let named = known(clauses.language).named_in(clauses).filter(|(from, ..)| clause.contains(from));
    let of_two = named.map(|(.., n)| n).find(|n| n.parties.len() == 2 && n.parties.contains(state))?;
    of_two.parties.iter().find(|p| *p != state).cloned()
}

struct Draft {
    treaty: Treaty,
    known_as: Option<String>,
}

/// Where a sentence speaks of a treaty.
#[derive(Clone, Copy)]
struct Spoken {
    span: Span,
    index: usize,
}

/// How many code points stand between two spans.
fn gap(a: Span, b: Span) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

/// The treaties of a text, sentence after sentence.
#[derive(Default)]
pub(crate) struct Treaties {
    drafts: Vec<Draft>,
    current: Option<usize>,
    /// Whether the sentence before spoke of the current one.
    fresh: bool,
}

/// What the sentence around a treaty says of time.
pub(crate) struct Times<'a> {
    pub(crate) dates: &'a [(Span, Edtf)],
    pub(crate) durations: &'a [(Span, u32)],
}

impl Treaties {
    /// The treaties found, in order, with ids.
    pub(crate) fn finish(self) -> Vec<Treaty> {
        let numbered = |(n, d): (usize, Draft)| Treaty { id: format!("t{}", n + 1), ..d.treaty };
        self.drafts.into_iter().enumerate().map(numbered).collect()
    }

    /// Reads one sentence.
    pub(crate) fn read(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>, signed: &[Signature]) {
        let mut touched = self.named(text, clauses, times, signed);
        let names = touched.clone();
        touched.extend(signed.iter().filter_map(|s| self.signed(text, clauses, s, &names)));
        let taken = |at: usize| signed.iter().any(|s| s.name.is_some_and(|(a, b)| a <= at && at < b));
        for at in 0..clauses.tokens.len() {
            if !taken(at) && clauses.class_at(at, "treaty").is_some() {
                let span = clauses.span_of(at..at + 1);
                touched.extend(self.noun(text, clauses, times, at).map(|index| Spoken { span, index }));
            }
        }
        touched.sort_by_key(|s| s.span.end);
        let goes_on = speaks_of_treaty(clauses) || self.fresh && goes_on(clauses);
        let last = touched.last().map(|s| s.index).or(self.current.filter(|_| goes_on));
        self.fresh = last.is_some();
        let Some(index) = last else { return };
        self.current = Some(index);
        self.describe(text, clauses, times, &touched, index);
    }

    /// Treaties that the text calls by a well-known name.
    fn named(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>, signed: &[Signature]) -> Vec<Spoken> {
        let mut out = Vec::new();
        for (from, to, named) in known(clauses.language).named_in(clauses) {
            // The same name may be that of a treaty between others.
            let among = |s: &Signature| s.parties.iter().all(|p| named.parties.contains(p));
            let other = |s: &Signature| s.name.is_some_and(|(a, b)| a < to && from < b) && !among(s);
            if signed.iter().any(other) {
                continue;
            }
            let span = clauses.span_of(from..to);
            let Some(quote) = text.quote(span) else { continue };
            let index = self.drafts.iter().position(|d| d.known_as.as_ref() == Some(&named.id)).unwrap_or_else(|| {
                let signed = year_beside(times, span, named.signed);
                let treaty = draft(quote.clone(), named.parties.clone(), Some(signed), Some(quote.clone()));
                self.drafts.push(Draft { treaty, known_as: Some(named.id.clone()) });
                self.drafts.len() - 1
            });
            out.push(Spoken { span, index });
        }
        out
    }

    /// A treaty that the events of the sentence conclude; under a well-known name it is that treaty.
    fn signed(&mut self, text: &Text, clauses: &Clauses<'_>, signature: &Signature, names: &[Spoken]) -> Option<Spoken> {
        let quote = text.quote(signature.words)?;
        let name = signature.name.map(|(a, b)| clauses.span_of(a..b));
        let span = name.unwrap_or(signature.words);
        if let Some(known) = names.iter().find(|n| name.is_some_and(|s| s.touches(n.span))) {
            return Some(Spoken { span, index: known.index });
        }
        let index = self.merge(signature.parties.clone(), signature.date, name.and_then(|s| text.quote(s)), quote);
        Some(Spoken { span, index })
    }

    /// A noun such as `agreement`, with the parties beside it.
    fn noun(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>, at: usize) -> Option<usize> {
        let name = name_around(clauses, at);
        let span = clauses.span_of(name.0..name.1);
        let date = date_beside(times, clauses, span);
        let parties = parties_of(clauses, at, &name).or_else(|| date.and_then(|_| only_two(clauses)))?;
        if is_to_come(clauses, &name) {
            return None;
        }
        let whole = parties_span(clauses, &parties, span);
        let quote = text.quote(date.map_or(whole, |(s, _)| whole.to(s)))?;
        let codes: BTreeSet<ActorCode> = parties.iter().filter_map(|i| clauses.parties.get(*i)).map(|p| p.code.state()).collect();
        Some(self.merge(codes.into_iter().collect(), date.map(|(_, d)| d), text.quote(span), quote))
    }

    /// The parties of each treaty found so far, and the year of signature; the one spoken of last stands last.
    pub(crate) fn known(&self) -> Vec<(Vec<ActorCode>, Option<i16>)> {
        let of = |d: &Draft| (d.treaty.parties.clone(), d.treaty.signed.and_then(|s| s.first_year()));
        let last = self.current.and_then(|i| self.drafts.get(i));
        self.drafts.iter().chain(last).map(of).collect()
    }

    fn merge(&mut self, parties: Vec<ActorCode>, signed: Option<Edtf>, name: Option<Quote>, quote: Quote) -> usize {
        let same = |d: &Draft| d.treaty.parties == parties && fits(d.treaty.signed, signed);
        let spoken = self.current.filter(|i| signed.is_none() && self.drafts.get(*i).is_some_and(same));
        if let Some(index) = spoken.or_else(|| self.drafts.iter().position(same)) {
            if let Some(draft) = self.drafts.get_mut(index) {
                fill(&mut draft.treaty, signed, name, quote);
            }
            return index;
        }
        self.drafts.push(Draft { treaty: draft(quote, parties, signed, name), known_as: None });
        self.drafts.len() - 1
    }

    /// Term, stage and clauses that the sentence gives to the treaty it speaks of.
    fn describe(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>, touched: &[Spoken], index: usize) {
        let found = obligations(text, clauses.span, clauses.language);
        let first = touched.first().map_or(index, |s| s.index);
        let Some(draft) = self.drafts.get_mut(index) else { return };
        for clause in found {
            let same = |c: &detente_codebook::Clause| c.kind == clause.kind && c.present == clause.present;
            if !draft.treaty.clauses.iter().any(same) {
                draft.treaty.clauses.push(clause);
            }
        }
        let Some(draft) = self.drafts.get_mut(first) else { return };
        if draft.treaty.term_years.is_none() {
            draft.treaty.term_years = times.durations.iter().find(|(s, _)| is_term(clauses, *s)).map(|(_, y)| *y);
        }
        for (words, stage) in stages(text, clauses.span, clauses.language) {
            let nearest = touched.iter().min_by_key(|s| gap(s.span, words)).map_or(index, |s| s.index);
            if let Some(draft) = self.drafts.get_mut(nearest) {
                draft.treaty.stage = draft.treaty.stage.max(stage);
            }
        }
    }
}

/// Whether the words behind a treaty say that it is still to come.
fn is_to_come(clauses: &Clauses<'_>, name: &(usize, usize)) -> bool {
    let end = clauses.clause(name.0).end.min(name.1 + 12);
    let g = clauses.grammar;
    (name.1..end).any(|i| [&g.future, &g.modal].iter().any(|w| w.behind(&clauses.tokens, i) > 0))
}

fn draft(quote: Quote, mut parties: Vec<ActorCode>, signed: Option<Edtf>, name: Option<Quote>) -> Treaty {
    parties.sort();
    Treaty {
        id: String::new(),
        name,
        parties,
        signed,
        in_force: None,
        ended: None,
        term_years: None,
        stage: Stage::Signed,
        clauses: Vec::new(),
        quote,
    }
}

fn fits(have: Option<Edtf>, new: Option<Edtf>) -> bool {
    match (have, new) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.to_string(), b.to_string());
            a.starts_with(&b) || b.starts_with(&a)
        }
        _ => true,
    }
}

fn fill(treaty: &mut Treaty, signed: Option<Edtf>, name: Option<Quote>, quote: Quote) {
    let longer = |q: &Quote| treaty.name.as_ref().is_none_or(|n| n.exact.chars().count() < q.exact.chars().count());
    if name.as_ref().is_some_and(longer) {
        treaty.name = name;
    }
    if treaty.signed.is_none() && signed.is_some() {
        treaty.signed = signed;
        treaty.quote = quote;
    }
}

/// A year right behind a well-known name beats the day of the list.
fn year_beside(times: &Times<'_>, name: Span, listed: Edtf) -> Edtf {
    let beside = times.dates.iter().find(|(s, _)| s.start >= name.start && s.start <= name.end + 12);
    beside.filter(|(_, d)| d.first_year() == listed.first_year()).map_or(listed, |(_, d)| *d)
}

fn is_term(clauses: &Clauses<'_>, span: Span) -> bool {
    let at = clauses.tokens.iter().position(|t| t.span.start >= span.start).unwrap_or(0);
    let noun = |i: &usize| clauses.class_at(*i, "treaty").is_some();
    (at.saturating_sub(14)..at + 4).any(|i| noun(&i))
}

/// Whether a sentence without a new treaty speaks of the one before.
fn speaks_of_treaty(clauses: &Clauses<'_>) -> bool {
    (0..clauses.tokens.len()).any(|i| clauses.class_at(i, "treaty").is_some())
}

/// `It contains no …`, behind a sentence about a treaty.
fn goes_on(clauses: &Clauses<'_>) -> bool {
    let verb = clauses.tokens.get(1).is_some_and(|t| CONTAINS.contains(&t.fold.as_str()));
    clauses.tokens.first().is_some_and(|t| t.fold == "it") && verb
}

/// Verbs of what stands in a text.
const CONTAINS: [&str; 12] = [
    "contains",
    "contained",
    "obliges",
    "obliged",
    "provides",
    "provided",
    "requires",
    "required",
    "includes",
    "binds",
    "commits",
    "does",
];

/// The words of the name around a treaty noun: the quotation it opens, else its adjectives.
pub(crate) fn name_around(clauses: &Clauses<'_>, at: usize) -> (usize, usize) {
    let tokens = &clauses.tokens;
    let quote_before = at.checked_sub(1).is_some_and(|b| tokens.get(b).is_some_and(crate::token::Token::is_quote_mark));
    if quote_before
        && let Some(close) =
            (at + 1..tokens.len().min(at + 12)).find(|i| tokens.get(*i).is_some_and(crate::token::Token::is_quote_mark))
    {
        return (at, close);
    }
    let len = clauses.class_at(at, "treaty").unwrap_or(1);
    match clauses.language {
        Language::En => {
            let capital = |i: &usize| tokens.get(*i).is_some_and(|t| t.is_word() && t.is_capital() && *i > 0);
            let from = (0..at).rev().take_while(capital).last().unwrap_or(at);
            (from, at + len)
        }
        Language::Ar => {
            let described = |i: &usize| {
                let definite = tokens.get(*i).is_some_and(|t| t.is_word() && t.fold.starts_with("ال"));
                definite && !clauses.parties.iter().any(|p| p.from == *i) && clauses.walls.get(*i).is_some_and(Option::is_none)
            };
            (at, (at + len..at + len + 6).take_while(described).last().map_or(at + len, |i| i + 1))
        }
    }
}

/// The parties of a treaty noun that stand beside it.
fn parties_of(clauses: &Clauses<'_>, at: usize, name: &(usize, usize)) -> Option<Vec<usize>> {
    let beside: Vec<usize> =
        clauses.parties.iter().enumerate().filter(|(_, p)| is_beside(clauses, at, name, p.from, p.to)).map(|(i, _)| i).collect();
    let fits =
        |i: &usize| clauses.parties.get(*i).is_some_and(|p| !p.code.is_unknown() && !p.place && fits_beside(clauses, p, name));
    let found: Vec<usize> = beside.into_iter().filter(fits).collect();
    (states(clauses, &found) >= 2).then_some(found)
}

/// `bound to defend Korea by the treaty of 1953`: the two states that the sentence names, when it names no more.
fn only_two(clauses: &Clauses<'_>) -> Option<Vec<usize>> {
    let named = |p: &crate::party::Party| !p.code.is_unknown() && !p.site && !p.code.is_organisation();
    let found: Vec<usize> = clauses.parties.iter().enumerate().filter(|(_, p)| named(p)).map(|(i, _)| i).collect();
    (states(clauses, &found) == 2).then_some(found)
}

/// A party beside the noun counts as adjective, as owner, or behind between, with and of.
fn fits_beside(clauses: &Clauses<'_>, p: &crate::party::Party, name: &(usize, usize)) -> bool {
    let mark = p.mark.as_deref().unwrap_or_default();
    let linked = clauses.grammar.between.has(mark) || matches!(mark, "with" | "مع");
    linked || p.naming == Naming::Adjective || p.owner || (p.to <= name.0 && mark.is_empty())
}

fn is_beside(clauses: &Clauses<'_>, at: usize, name: &(usize, usize), from: usize, to: usize) -> bool {
    let clause = clauses.clause(at);
    let before = from >= name.0.saturating_sub(6) && to <= name.0 + 1 && clauses.language == Language::En;
    let after = from >= at && from <= name.1 + 8;
    (before || after) && from >= clause.start && to <= clause.end
}

fn states(clauses: &Clauses<'_>, list: &[usize]) -> usize {
    let codes: BTreeSet<String> = list
        .iter()
        .filter_map(|i| clauses.parties.get(*i))
        .filter(|p| !p.code.is_unknown())
        .map(|p| p.code.state().to_string())
        .collect();
    codes.len()
}

fn parties_span(clauses: &Clauses<'_>, parties: &[usize], span: Span) -> Span {
    parties.iter().filter_map(|i| clauses.parties.get(*i)).fold(span, |s, p| s.to(p.span))
}

/// The date right beside the name of a treaty.
fn date_beside(times: &Times<'_>, clauses: &Clauses<'_>, span: Span) -> Option<(Span, Edtf)> {
    const REACH: usize = 14;
    let near = |s: Span| s.start >= span.start.saturating_sub(REACH) && s.start <= span.end + REACH && clauses.span.holds(s);
    times.dates.iter().filter(|(s, _)| near(*s)).min_by_key(|(s, _)| s.start.abs_diff(span.end)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_read() {
        assert!(toml::from_str::<NamedFile>(FILE).is_ok(), "{:?}", toml::from_str::<NamedFile>(FILE).err());
    }
}
