//! Search through briefs, actors, treaties and the quotes of the ledger.

use detente_codebook::fold::fold;
use detente_codebook::{ActorCode, ActorTable};
use detente_ledger::Hit;
use detente_ledger::site::{Found, Site};
use maud::{Markup, html};

use super::layout::{Sheet, none, page, same};
use super::{link, list};
use crate::app::profile;
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code, data};

/// A search has at most so many letters.
const LONGEST: usize = 200;

/// What was found.
struct Results {
    briefs: Vec<Found>,
    records: Vec<Hit>,
    actors: Vec<ActorCode>,
    treaties: Vec<(String, detente_codebook::Phrase)>,
}

/// The form, also for pages that are not there.
pub(crate) fn form(tongue: Tongue, words: &str) -> Markup {
    html! {
        form.search method="get" action=(format!("/{}/search", tongue.0.tag())) role="search" {
            label for="s" { (tongue.say("site-search-label")) }
            input #s name="q" type="search" dir="auto" maxlength=(LONGEST) value=(words) required;
            button { (tongue.say("site-search")) }
        }
    }
}

/// `/{lang}/search?q=`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let words: String = call.asked("q").unwrap_or_default().chars().take(LONGEST).collect();
    call.app.read(|site| {
        let results = if words.is_empty() { none() } else { shown(site, &find(site, &words)?, tongue)? };
        let sheet = Sheet {
            title: tongue.say("site-search"),
            description: tongue.say("site-search-about"),
            path: same("/search"),
            hidden: true,
            head: none(),
            main: html! { h1 { (tongue.say("site-search")) } (form(tongue, &words)) (results) },
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

/// One of several records that rest on the same words of the same source; twenty at most.
fn distinct(hits: Vec<Hit>) -> Vec<Hit> {
    let mut seen = std::collections::BTreeSet::new();
    hits.into_iter().filter(|h| seen.insert((h.snippet.clone(), h.source.clone()))).take(20).collect()
}

fn find(site: &Site, words: &str) -> Result<Results, Fault> {
    Ok(Results {
        briefs: site.find(words, 20)?,
        records: distinct(site.ledger().search(words, 60)?),
        actors: actors(words)?,
        treaties: treaties(words)?,
    })
}

fn actors(words: &str) -> Result<Vec<ActorCode>, Fault> {
    let asked = fold(words);
    let table = ActorTable::builtin().map_err(|e| Fault::Failed(e.to_string()))?;
    let named = |names: &[String]| names.iter().any(|n| fold(n) == asked);
    let hit = |a: &&detente_codebook::Actor| named(&a.ar.names) || named(&a.en.names) || a.code.as_str() == words;
    Ok(table.actors().iter().filter(hit).take(5).map(|a| a.code.clone()).collect())
}

fn treaties(words: &str) -> Result<Vec<(String, detente_codebook::Phrase)>, Fault> {
    let asked = fold(words);
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let parts: Vec<&str> = asked.split_whitespace().collect();
    let has = |text: &str| parts.iter().all(|p| fold(text).contains(p));
    let hit = |t: &&detente_history::TreatyText| has(&t.name.ar) || has(&t.name.en) || has(&t.short.ar) || has(&t.short.en);
    Ok(base.treaties().iter().filter(hit).take(8).map(|t| (t.id.clone(), t.short.clone())).collect())
}

fn shown(site: &Site, results: &Results, tongue: Tongue) -> Result<Markup, Fault> {
    let profile = profile(site)?;
    let n = results.briefs.len() + results.records.len() + results.actors.len() + results.treaties.len();
    Ok(html! {
        p.note role="status" { (tongue.count("site-found", n as u64)) }
        @if !results.actors.is_empty() || !results.treaties.is_empty() {
            ul.plain {
                @for a in &results.actors { li { a href=(format!("/{}{}", tongue.0.tag(), link::actor(a))) { (tongue.actor(a)) } } }
                @for (id, name) in &results.treaties { li { a href=(format!("/{}{}", tongue.0.tag(), link::treaty(id))) { (tongue.phrase(name)) } } }
            }
        }
        @if !results.briefs.is_empty() {
            h2 { (tongue.say("site-briefs")) }
            div.entries { @for f in &results.briefs { (list::entry(&f.brief, &profile, tongue, 3)) } }
        }
        @if !results.records.is_empty() {
            h2 { (tongue.say("site-records")) }
            ol.evidence { @for hit in &results.records { (record(hit, tongue)) } }
        }
    })
}

fn record(hit: &Hit, tongue: Tongue) -> Markup {
    html! {
        li {
            blockquote { p { (data(&hit.snippet, tongue.0)) } }
            p.source { (data(&hit.source, tongue.0)) " · " (code(&hit.record.0)) }
        }
    }
}
