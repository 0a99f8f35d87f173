//! Hedges: words that weaken a claim, with the clause they weaken.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{Hedge, Language, Span, Text};
use serde::Deserialize;

use crate::token::{Token, form, tokens};

#[derive(Deserialize)]
struct List {
    words: Vec<String>,
}

const FILE: &str = include_str!("../../../data/grammar/hedges.toml");

/// The markers of each language by their first word.
type Markers = BTreeMap<String, Vec<Vec<String>>>;

static LISTS: LazyLock<BTreeMap<String, Markers>> = LazyLock::new(|| {
    let read: BTreeMap<String, List> = detente_codebook::embedded(FILE).unwrap_or_default();
    let folds = |w: &String| form(w).into_iter().map(|t| t.fold).collect::<Vec<_>>();
    let index = |list: List| {
        let mut out = Markers::new();
        for words in list.words.iter().map(folds) {
            out.entry(words.first().cloned().unwrap_or_default()).or_default().push(words);
        }
        out
    };
    read.into_iter().map(|(l, list)| (l, index(list))).collect()
});

/// The hedges of one sentence. `holder` says who holds what stands at a place.
pub(crate) fn hedges(text: &Text, sentence: Span, language: Language, holder: &dyn Fn(Span) -> String) -> Vec<Hedge> {
    let Some(list) = LISTS.get(language.tag()) else { return Vec::new() };
    let tokens = tokens(text, sentence);
    let mut out: Vec<Hedge> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let firsts = tokens.get(at).into_iter().flat_map(Token::heads).filter(|s| !s.future);
        let near = firsts.filter_map(|s| list.get(s.stem)).flatten();
        let best = near.filter(|w| stands(&tokens, at, w, language)).max_by_key(|w| w.len());
        out.extend(best.and_then(|words| hedge(text, &tokens, at, words, holder)));
        at += best.map_or(1, |w| w.len().max(1));
    }
    out
}

fn hedge(text: &Text, tokens: &[Token], at: usize, words: &[String], holder: &dyn Fn(Span) -> String) -> Option<Hedge> {
    let (len, first) = (words.len(), tokens.get(at)?);
    // A conjunction that is written with the word is no part of the marker.
    let bare = words.first().map_or(0, |w| w.chars().count());
    let clitic = first.fold.chars().count().saturating_sub(bare);
    let whole = first.fold.chars().count() == first.span.len();
    let start = first.span.start + if whole { clitic } else { 0 };
    let marker = Span::new(start, tokens.get(at + len - 1)?.span.end);
    let clause = clause(tokens, at, len)?;
    Some(Hedge { marker: text.slice(marker), holder: holder(marker), quote: text.quote(clause)? })
}

fn stands(tokens: &[Token], at: usize, words: &[String], language: Language) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let head = tokens.get(at).is_some_and(|t| match language {
        Language::En => t.fold == *first && !(t.fold == "may" && t.is_capital()),
        Language::Ar => t.heads().any(|s| !s.future && s.stem == *first),
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
