//! Hedges: words that weaken a claim, with the clause they weaken.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{Hedge, Language, Span, Text};
use serde::Deserialize;

use crate::clitic::splits;
use crate::token::{Token, form, tokens};

#[derive(Deserialize)]
struct List {
    words: Vec<String>,
}

const FILE: &str = include_str!("../../../data/grammar/hedges.toml");

static LISTS: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let read: BTreeMap<String, List> = toml::from_str(FILE).unwrap_or_default();
    let folds = |w: &String| form(w).into_iter().map(|t| t.fold).collect::<Vec<_>>();
    read.into_iter().map(|(l, list)| (l, list.words.iter().map(folds).collect())).collect()
});

/// The hedges of one sentence. `holder` says who holds what stands at a place.
pub(crate) fn hedges(text: &Text, sentence: Span, language: Language, holder: &dyn Fn(Span) -> String) -> Vec<Hedge> {
    let Some(list) = LISTS.get(language.tag()) else { return Vec::new() };
    let tokens = tokens(text, sentence);
    let mut out: Vec<Hedge> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let len = list.iter().filter(|w| stands(&tokens, at, w, language)).map(Vec::len).max().unwrap_or(0);
        if len > 0
            && let Some(hedge) = hedge(text, &tokens, at, len, holder)
        {
            out.push(hedge);
        }
        at += len.max(1);
    }
    out
}

fn hedge(text: &Text, tokens: &[Token], at: usize, len: usize, holder: &dyn Fn(Span) -> String) -> Option<Hedge> {
    let marker = tokens.get(at)?.span.to(tokens.get(at + len - 1)?.span);
    let clause = clause(tokens, at, len)?;
    Some(Hedge { marker: text.slice(marker), holder: holder(marker), quote: text.quote(clause)? })
}

fn stands(tokens: &[Token], at: usize, words: &[String], language: Language) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let head = tokens.get(at).is_some_and(|t| match language {
        Language::En => t.fold == *first && !(t.fold == "may" && t.is_capital()),
        Language::Ar => splits(&t.fold).iter().any(|s| !s.future && s.stem == *first),
    });
    let same = |(t, w): (&Token, &String)| t.fold == *w;
    let follows = tokens.len() > at + rest.len() && tokens.iter().skip(at + 1).zip(rest).all(same);
    // A bare قد hedges only before a present verb.
    let bare = language == Language::Ar && rest.is_empty() && first == "قد";
    head && follows && (!bare || tokens.get(at + 1).is_some_and(|t| t.fold.starts_with(['ي', 'ت'])))
}

/// The clause around a marker: between stops, quotation marks and semicolons, commas when it is long.
fn clause(tokens: &[Token], at: usize, len: usize) -> Option<Span> {
    let stop = |t: &Token| t.is_quote_mark() || ".;:؛؟?!،,".chars().any(|c| t.is_mark(c));
    let from = tokens.iter().take(at).rposition(stop).map_or(0, |i| i + 1);
    let to = tokens.iter().skip(at + len).position(stop).map_or(tokens.len(), |i| at + len + i);
    Some(tokens.get(from)?.span.to(tokens.get(to.checked_sub(1)?)?.span))
}
