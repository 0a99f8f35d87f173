//! Treaties followed through a text: named, signed, described, and spoken of again.
//!
//! Two treaties of one name stay two when their parties differ. A clause belongs to the treaty that
//! was spoken of last.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, Edtf, Language, Quote, Span, Stage, Text, Treaty};
use serde::Deserialize;

use crate::clause::Clauses;
use crate::frame::{Part, Trigger};
use crate::obligation::{obligations, stage};
use crate::party::Naming;
use crate::phrase::Phrase;

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
    names: [Vec<Phrase>; 2],
}

const FILE: &str = include_str!("../../../data/grammar/treaties.toml");

static NAMED: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let rows = toml::from_str::<NamedFile>(FILE).map(|f| f.treaty).unwrap_or_default();
    let phrases = |words: &[String], language| words.iter().map(|w| Phrase::new(w, language)).collect();
    let of = |r: NamedRow| Named {
        names: [phrases(&r.ar, Language::Ar), phrases(&r.en, Language::En)],
        id: r.id,
        parties: r.parties,
        signed: r.signed,
    };
    rows.into_iter().map(of).collect()
});

/// How many tokens the well-known name of a treaty takes at `at`.
pub(crate) fn name_at(tokens: &[crate::token::Token], at: usize, language: Language) -> Option<usize> {
    let list = |n: &'static Named| if language == Language::Ar { &n.names[0] } else { &n.names[1] };
    NAMED.iter().flat_map(list).filter_map(|p| p.at(tokens, at)).max().map(|to| to - at)
}

/// The other party of a well-known treaty of two that the clause names, seen from `state`.
pub(crate) fn partner(clauses: &Clauses<'_>, clause: std::ops::Range<usize>, state: &ActorCode) -> Option<ActorCode> {
    for named in NAMED.iter().filter(|n| n.parties.len() == 2 && n.parties.contains(state)) {
        let list = if clauses.language == Language::Ar { &named.names[0] } else { &named.names[1] };
        let stands = |at: usize| list.iter().any(|p| p.at(&clauses.tokens, at).is_some());
        if clause.clone().any(stands) {
            return named.parties.iter().find(|p| *p != state).cloned();
        }
    }
    None
}

struct Draft {
    treaty: Treaty,
    known_as: Option<String>,
}

/// The treaties of a text, sentence after sentence.
#[derive(Default)]
pub(crate) struct Treaties {
    drafts: Vec<Draft>,
    current: Option<usize>,
    /// The two of whom the text spoke last: `the two sides signed` means them.
    pub(crate) pair: Option<(ActorCode, ActorCode)>,
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
    pub(crate) fn read(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>) {
        let mut touched = self.named(text, clauses, times);
        for at in 0..clauses.tokens.len() {
            if clauses.frames.class_at(&clauses.tokens, at, "treaty").is_some() {
                touched.extend(self.noun(text, clauses, times, at));
            }
        }
        let spoken = touched.last().copied().or(self.current.filter(|_| speaks_of_treaty(clauses)));
        let Some(index) = spoken else { return };
        self.current = Some(index);
        self.describe(text, clauses, times, &touched, index);
    }

    /// Treaties that the text calls by a well-known name.
    fn named(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>) -> Vec<usize> {
        let mut out = Vec::new();
        for named in NAMED.iter() {
            let list = if clauses.language == Language::Ar { &named.names[0] } else { &named.names[1] };
            let Some((from, to)) = list.iter().filter_map(|p| p.find(&clauses.tokens)).max_by_key(|(a, b)| b - a) else {
                continue;
            };
            let span = clauses.span_of(from..to);
            let Some(quote) = text.quote(span) else { continue };
            let index = self.drafts.iter().position(|d| d.known_as.as_ref() == Some(&named.id)).unwrap_or_else(|| {
                let signed = year_beside(times, span, named.signed);
                let treaty = draft(quote.clone(), named.parties.clone(), Some(signed), Some(quote.clone()));
                self.drafts.push(Draft { treaty, known_as: Some(named.id.clone()) });
                self.drafts.len() - 1
            });
            out.push(index);
        }
        out
    }

    /// A noun such as `agreement`, with the parties beside it.
    fn noun(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>, at: usize) -> Option<usize> {
        let name = name_around(clauses, at);
        let (parties, sign) = match parties_of(clauses, at, &name) {
            Some(found) => found,
            None => return self.of_both(text, clauses, times, at, &name),
        };
        if sign.is_none() && is_to_come(clauses, &name) {
            return None;
        }
        let span = clauses.span_of(name.0..name.1);
        let reach = sign.as_ref().map_or(span, |t| span.to(clauses.span_of(t.from..t.end)));
        let date = date_beside(times, clauses, reach, sign.is_some());
        let whole = parties_span(clauses, &parties, span).to(reach);
        let quote = text.quote(date.map_or(whole, |(s, _)| whole.to(s)))?;
        let codes: BTreeSet<ActorCode> = parties.iter().filter_map(|i| clauses.parties.get(*i)).map(|p| p.code.state()).collect();
        let codes: Vec<ActorCode> = codes.into_iter().collect();
        Some(self.merge(codes, date.map(|(_, d)| d), text.quote(span), quote))
    }

    /// `the two sides signed a memorandum`.
    fn of_both(
        &mut self,
        text: &Text,
        clauses: &Clauses<'_>,
        times: &Times<'_>,
        at: usize,
        name: &(usize, usize),
    ) -> Option<usize> {
        let (a, b) = self.pair.clone()?;
        let signs = |t: &&Trigger| {
            let treaty =
                clauses.frames.list.get(t.frame).is_some_and(|f| f.cameo.as_ref().is_some_and(|c| c.as_str().starts_with("057")));
            treaty && t.class.is_some_and(|c| name.0 <= c && c < name.1 || c == at)
        };
        let trigger = clauses.triggers.iter().find(signs)?;
        let from = clauses.clause(trigger.from).start;
        let both = (from..trigger.to + 3).any(|i| clauses.grammar.both.behind(&clauses.tokens, i) > 0);
        let span = clauses.span_of(trigger.from..name.1);
        let date = date_beside(times, clauses, span, true);
        let quote = text.quote(date.map_or(span, |(s, _)| span.to(s))).filter(|_| both)?;
        let mut codes = vec![a, b];
        codes.sort();
        Some(self.merge(codes, date.map(|(_, d)| d), text.quote(clauses.span_of(name.0..name.1)), quote))
    }

    fn merge(&mut self, parties: Vec<ActorCode>, signed: Option<Edtf>, name: Option<Quote>, quote: Quote) -> usize {
        let same = |d: &Draft| d.treaty.parties == parties && fits(d.treaty.signed, signed);
        if let Some(index) = self.drafts.iter().position(same) {
            if let Some(draft) = self.drafts.get_mut(index) {
                fill(&mut draft.treaty, signed, name, quote);
            }
            return index;
        }
        self.drafts.push(Draft { treaty: draft(quote, parties, signed, name), known_as: None });
        self.drafts.len() - 1
    }

    /// Term, stage and clauses that the sentence gives to the treaty it speaks of.
    fn describe(&mut self, text: &Text, clauses: &Clauses<'_>, times: &Times<'_>, touched: &[usize], index: usize) {
        let found = obligations(text, clauses.span, clauses.language);
        let first = touched.first().copied().unwrap_or(index);
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
        if let Some(stage) = stage(text, clauses.span, clauses.language) {
            draft.treaty.stage = draft.treaty.stage.max(stage);
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
        (Some(a), Some(b)) => a.first_year() == b.first_year(),
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
    let noun = |i: &usize| clauses.frames.class_at(&clauses.tokens, *i, "treaty").is_some();
    (at.saturating_sub(14)..at + 4).any(|i| noun(&i))
}

/// Whether a sentence without a new treaty speaks of the one before.
fn speaks_of_treaty(clauses: &Clauses<'_>) -> bool {
    (0..clauses.tokens.len()).any(|i| clauses.frames.class_at(&clauses.tokens, i, "treaty").is_some())
}

/// The words of the name around a treaty noun: the quotation it opens, else its adjectives.
fn name_around(clauses: &Clauses<'_>, at: usize) -> (usize, usize) {
    let tokens = &clauses.tokens;
    let quote_before = at.checked_sub(1).is_some_and(|b| tokens.get(b).is_some_and(crate::token::Token::is_quote_mark));
    if quote_before
        && let Some(close) =
            (at + 1..tokens.len().min(at + 12)).find(|i| tokens.get(*i).is_some_and(crate::token::Token::is_quote_mark))
    {
        return (at, close);
    }
    let len = clauses.frames.class_at(tokens, at, "treaty").unwrap_or(1);
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

/// The parties of a treaty noun, and the verb that concluded it when there is one.
fn parties_of(clauses: &Clauses<'_>, at: usize, name: &(usize, usize)) -> Option<(Vec<usize>, Option<Trigger>)> {
    if let Some((found, trigger)) = by_verb(clauses, at, name) {
        return Some((found, Some(trigger)));
    }
    let beside: Vec<usize> =
        clauses.parties.iter().enumerate().filter(|(_, p)| is_beside(clauses, at, name, p.from, p.to)).map(|(i, _)| i).collect();
    let fits =
        |i: &usize| clauses.parties.get(*i).is_some_and(|p| !p.code.is_unknown() && !p.place && fits_beside(clauses, p, name));
    let found: Vec<usize> = beside.into_iter().filter(fits).collect();
    (states(clauses, &found) >= 2).then_some((found, None))
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

/// The verb of signing whose object the noun is, or that a relative clause ties to it.
fn by_verb(clauses: &Clauses<'_>, at: usize, name: &(usize, usize)) -> Option<(Vec<usize>, Trigger)> {
    for trigger in &clauses.triggers {
        let frame = clauses.frames.list.get(trigger.frame)?;
        let signs = frame.cameo.as_ref().is_some_and(|c| c.as_str().starts_with("057"));
        let object = trigger.class.is_some_and(|c| name.0 <= c && c < name.1) || trigger.class == Some(at);
        let relative = trigger.from >= name.1 && trigger.from - name.1 <= 4 && matches!(trigger.part, Part::Verb(_));
        let near = trigger.from < name.0 && name.0 - trigger.to.min(name.0) <= 8;
        if !signs || !(object || relative || near && trigger.class.is_none()) {
            continue;
        }
        let slots = clauses.slots(trigger, frame);
        let mut all = slots.sources;
        all.extend(slots.targets.iter().filter(|t| !all.contains(t)).copied().collect::<Vec<_>>());
        if states(clauses, &all) >= 2 {
            return Some((all, trigger.clone()));
        }
    }
    None
}

fn parties_span(clauses: &Clauses<'_>, parties: &[usize], span: Span) -> Span {
    parties.iter().filter_map(|i| clauses.parties.get(*i)).fold(span, |s, p| s.to(p.span))
}

/// The date of signature: behind the verb of signing, or right beside the name.
fn date_beside(times: &Times<'_>, clauses: &Clauses<'_>, span: Span, signed: bool) -> Option<(Span, Edtf)> {
    let reach = if signed { 60 } else { 14 };
    let near = |s: Span| s.start >= span.start.saturating_sub(reach) && s.start <= span.end + reach && clauses.span.holds(s);
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
