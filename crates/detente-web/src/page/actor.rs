//! The page of an actor: its codes, who speaks for it, its friends and adversaries, treaties, briefs.

use detente::brief::{Cited, Evidence};
use detente_codebook::{Actor, ActorCode, ActorKind, ActorTable, Dyad, Record, RecordId};
use detente_history::Base;
use detente_ledger::site::Topic;
use detente_lens::Relations;
use jiff::civil::Date;
use maud::{Markup, html};

use super::layout::{Sheet, none, page, same};
use super::{around, dyad, link};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code};

/// A record of the ledger or an entry of the base as evidence.
pub(crate) fn evidence(id: &RecordId, records: &[Record], base: &Base) -> Option<Evidence> {
    if let Some(record) = records.iter().find(|r| r.id == *id) {
        return Some(detente::evidence(record));
    }
    let entry = base.record(id)?;
    let source =
        Cited { title: entry.source.title.clone(), url: entry.source.url.clone(), date: entry.source.date, digest: None };
    Some(Evidence {
        id: entry.id.clone(),
        kind: entry.kind.clone(),
        quote: None,
        selector: None,
        text: entry.text.clone(),
        source,
        confidence: entry.confidence,
        known: entry.known,
    })
}

/// The actor of a code in an address.
pub(crate) fn named(code: &str) -> Result<&'static Actor, Fault> {
    let asked: ActorCode = code.parse().map_err(|_| Fault::NotFound)?;
    let table = ActorTable::builtin().map_err(|e| Fault::Failed(e.to_string()))?;
    table.get(&asked).filter(|a| a.code == asked).ok_or(Fault::NotFound)
}

/// `/{lang}/a/{code}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let actor = named(call.param("code"))?;
    let day = call.app.clock.day();
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let relations = Relations::derive(&[], base, day);
    let name = tongue.actor(&actor.code);
    call.app.read(|site| {
        let sheet = Sheet {
            description: tongue.with("site-actor-about", &[("name", detente_lens::Arg::Text(name.clone()))]),
            path: same(&link::actor(&actor.code)),
            head: none(),
            main: html! {
                header.brief-head { p.kicker { (tongue.say(kind(actor.kind))) } h1 { (name) } }
                (codes(actor, tongue))
                (around::section(&actor.code, &relations, tongue))
                (ties(&actor.code, &relations, 1, "site-friends", tongue))
                (ties(&actor.code, &relations, -1, "site-adversaries", tongue))
                (treaties(base, &actor.code, day, tongue))
                (dyad::briefs(site, &Topic { kind: "actor".to_owned(), key: actor.code.to_string() }, tongue)?)
            },
            title: name.clone(),
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

const fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::State => "site-kind-state",
        ActorKind::Organisation => "site-kind-organisation",
        ActorKind::Person => "site-kind-person",
        ActorKind::Group => "site-kind-group",
    }
}

fn codes(actor: &Actor, tongue: Tongue) -> Markup {
    let list = |codes: Vec<String>| codes.join(", ");
    let cow = list(actor.cow.iter().map(|t| t.code.to_string()).collect());
    let gw = list(actor.gw.iter().map(|t| t.code.to_string()).collect());
    let rows =
        [("CAMEO", actor.code.to_string()), ("COW", cow), ("GW", gw), ("Wikidata", actor.wikidata.clone().unwrap_or_default())];
    html! {
        section aria-labelledby="codes" {
            h2 #codes { (tongue.say("site-codes")) }
            dl.codes { @for (system, value) in rows.iter().filter(|(_, v)| !v.is_empty()) {
                div { dt dir="ltr" { (system) } dd { (code(value)) } }
            } }
        }
    }
}

/// At most so many ties of a kind are listed.
const MOST: usize = 30;

fn ties(own: &ActorCode, relations: &Relations, sign: i8, title: &str, tongue: Tongue) -> Markup {
    let mut found: Vec<(ActorCode, f64)> = relations.neighbours(own).into_iter().collect();
    found.retain(|(_, net)| if sign > 0 { *net > 0.0 } else { *net < 0.0 });
    found.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0)));
    let address = |other: &ActorCode| format!("/{}{}", tongue.0.tag(), link::dyad(&Dyad::new(own.clone(), other.clone())));
    html! {
        @if !found.is_empty() {
            section aria-labelledby=(title) {
                h2 id=(title) { (tongue.say(title)) }
                ul.actors { @for (other, _) in found.iter().take(MOST) {
                    li { a href=(address(other)) { (tongue.actor(other)) } }
                } }
                @if found.len() > MOST { p.note { (tongue.count("site-and-more", (found.len() - MOST) as u64)) } }
            }
        }
    }
}

fn treaties(base: &Base, own: &ActorCode, day: Date, tongue: Tongue) -> Markup {
    let found = base.treaties_among(day, std::slice::from_ref(own));
    html! {
        @if !found.is_empty() {
            section aria-labelledby="treaties" {
                h2 #treaties { (tongue.say("site-treaties")) }
                ul { @for (treaty, legal) in &found { li {
                    a href=(format!("/{}{}", tongue.0.tag(), link::treaty(&treaty.id))) { (tongue.phrase(&treaty.short)) }
                    " · " (tongue.say(dyad::legal_name(*legal))) " · " (tongue.date(treaty.signed))
                } } }
            }
        }
    }
}
