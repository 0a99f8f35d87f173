//! A draft of the site from a brief: what it is about, the words it is found by, claims without source.

use std::collections::BTreeSet;

use detente::Brief;
use detente_codebook::{ActorCode, Dyad, Language, Phrase};
use detente_ledger::site::{Draft, Head, Topic};

/// The draft of a brief under a head.
///
/// # Errors
/// When the brief cannot be written as JSON.
pub fn draft(brief: &Brief, head: Head) -> Result<Draft, serde_json::Error> {
    Ok(Draft {
        head,
        body: serde_json::to_string(brief)?,
        words: Phrase { ar: words(brief, Language::Ar), en: words(brief, Language::En) },
        topics: topics(brief),
        unsourced: unsourced(brief),
    })
}

/// Claims that rest on nothing, or on records that the brief does not hold.
#[must_use]
pub fn unsourced(brief: &Brief) -> Vec<String> {
    let known: BTreeSet<&str> = brief.evidence.iter().map(|e| e.id.0.as_str()).collect();
    let claims = brief.findings.iter().flat_map(|f| &f.claims);
    let bare = claims.filter(|c| c.evidence.is_empty() || c.evidence.iter().any(|e| !known.contains(e.0.as_str())));
    bare.map(|c| c.id.clone()).collect()
}

fn words(brief: &Brief, language: Language) -> String {
    let own = |p: &Phrase| p.get(language).to_owned();
    let answer = brief.answer.iter().map(|s| own(&s.text));
    let claims = brief.findings.iter().flat_map(|f| &f.claims).map(|c| own(&c.text));
    let asked = brief.question.iter().map(|q| own(&q.restated));
    let quotes = brief.evidence.iter().filter_map(|e| e.quote.as_ref()).map(|q| q.exact.clone());
    let quotes = quotes.filter(|q| crate::words::language_of(q) == language);
    asked.chain(answer).chain(claims).chain(quotes).collect::<Vec<_>>().join("\n")
}

fn topics(brief: &Brief) -> Vec<Topic> {
    let dyads: Vec<&Dyad> = brief.question.iter().flat_map(|q| [&q.shift.dyad, &q.target]).collect();
    let key = |d: &Dyad| {
        let (a, b) = d.key();
        format!("{a}-{b}")
    };
    let actors: BTreeSet<&ActorCode> = dyads.iter().flat_map(|d| [&d.a, &d.b]).collect();
    let pairs: BTreeSet<String> = dyads.iter().map(|d| key(d)).collect();
    let dyads = pairs.into_iter().map(|key| Topic { kind: "dyad".to_owned(), key });
    dyads.chain(actors.into_iter().map(|a| Topic { kind: "actor".to_owned(), key: a.to_string() })).collect()
}
