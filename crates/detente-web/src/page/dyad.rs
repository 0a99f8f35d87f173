//! The page of a relation: a status word, since when and why; treaties; dated facts; events; briefs.

use detente_codebook::{ActorTable, Dyad, Record};
use detente_history::{Base, Standing as Legal};
use detente_ledger::site::{Site, Topic, Wanted};
use detente_lens::relations::TieSign;
use maud::{Markup, PreEscaped, html};

use super::layout::{Sheet, files, page, same};
use super::standing::{Standing, inquiry, standing};
use super::{actor, link, list, why};
use crate::app::profile;
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code};

/// At most so many records of the ledger are drawn on for one page.
const MOST_RECORDS: usize = 200;

/// The dyad of an address, when both actors are known.
pub(crate) fn named(text: &str) -> Result<Dyad, Fault> {
    let dyad: Dyad = text.parse().map_err(|_| Fault::NotFound)?;
    let table = ActorTable::builtin().map_err(|e| Fault::Failed(e.to_string()))?;
    let known = |c| table.get(c).is_some_and(|a| a.code == *c);
    if known(&dyad.a) && known(&dyad.b) { Ok(dyad) } else { Err(Fault::NotFound) }
}

/// The records of the ledger that name both, the best found first.
pub(crate) fn records(site: &Site, codes: &str, keep: impl Fn(&Record) -> bool) -> Result<Vec<Record>, Fault> {
    let hits = site.ledger().search(codes, MOST_RECORDS)?;
    let mut out = Vec::new();
    for hit in hits {
        out.extend(site.ledger().show(&hit.record)?.map(|s| s.record).filter(&keep));
    }
    Ok(out)
}

/// `/{lang}/d/{dyad}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let dyad = named(call.param("dyad"))?;
    let path = link::dyad(&dyad);
    let own = format!("/{}{path}", tongue.0.tag());
    if call.path != own {
        return Ok(Reply::moved(&own));
    }
    let day = call.app.clock.day();
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    call.app.read(|site| {
        let words = format!("{} {}", dyad.a, dyad.b);
        let records = records(site, &words, |r| r.item.dyads().contains(&dyad))?;
        let stands = standing(&dyad, &records, base, day);
        let name = tongue.dyad(&dyad);
        let feed = format!("{own}/feed.atom");
        let sheet = Sheet {
            description: tongue.with("site-dyad-about", &[("name", detente_lens::Arg::Text(name.clone()))]),
            path: same(&path),
            head: html! { link rel="alternate" type="application/atom+xml" title=(name) href=(feed); },
            main: html! {
                header.brief-head {
                    p.kicker { (tongue.say("site-dyad")) }
                    h1 { (name) " " (code(&dyad.to_string())) }
                    (status(&stands, tongue))
                    p.about {
                        a href=(format!("/{}{}", tongue.0.tag(), link::actor(&dyad.a))) { (tongue.actor(&dyad.a)) } " · "
                        a href=(format!("/{}{}", tongue.0.tag(), link::actor(&dyad.b))) { (tongue.actor(&dyad.b)) } " · "
                        a href=(feed) { (tongue.say("site-feed")) }
                    }
                }
                (reasons(&stands, &records, base, tongue))
                (treaties(base, &dyad, day, tongue))
                (timeline(&dyad, &records, base, day, tongue))
                (events(&records, tongue))
                (files(tongue, &[
                    ("relation.json", format!("/api/v1/dyads/{}", key(&dyad))),
                    ("timeline.csv", format!("/api/v1/dyads/{}/timeline.csv", key(&dyad))),
                ]))
                (briefs(site, &Topic { kind: "dyad".to_owned(), key: key(&dyad) }, tongue)?)
            },
            title: name,
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

/// The key of a dyad among topics.
pub(crate) fn key(dyad: &Dyad) -> String {
    let (a, b) = dyad.key();
    format!("{a}-{b}")
}

/// The name of a sign in class names and labels.
pub(crate) const fn sign_name(sign: TieSign) -> &'static str {
    match sign {
        TieSign::Friendly => "friendly",
        TieSign::Hostile => "hostile",
        TieSign::Mixed => "neither",
        TieSign::Unknown => "unknown",
    }
}

fn status(stands: &Standing, tongue: Tongue) -> Markup {
    let sign = sign_name(stands.sign);
    html! {
        p.status {
            strong class=(format!("sign sign-{sign}")) { (tongue.say(&format!("page-sign-{sign}"))) }
            " · " (tongue.say(&format!("site-status-{}", stands.status)))
            @match stands.since {
                Some(day) => { " · " (tongue.with("site-since", &[("date", detente_lens::Arg::Date(detente_codebook::Edtf::day(day)))])) }
                None if stands.sign != TieSign::Unknown => { " · " (tongue.say("site-since-long")) }
                None => {}
            }
        }
        p.note { (tongue.say("site-status-method")) }
    }
}

fn reasons(stands: &Standing, records: &[Record], base: &Base, tongue: Tongue) -> Markup {
    html! {
        section aria-labelledby="why" {
            h2 #why { (tongue.say("site-why-so")) }
            @if stands.why.is_empty() { p { (tongue.say("site-nothing-known")) } }
            ol.evidence { @for id in &stands.why {
                @if let Some(e) = actor::evidence(id, records, base) { li { (why::fact(&e, tongue)) } }
            } }
        }
    }
}

fn treaties(base: &Base, dyad: &Dyad, day: jiff::civil::Date, tongue: Tongue) -> Markup {
    let found = base.treaties_among(day, &[dyad.a.clone(), dyad.b.clone()]);
    html! {
        section aria-labelledby="treaties" {
            h2 #treaties { (tongue.say("site-treaties")) }
            @if found.is_empty() { p { (tongue.say("site-treaties-none")) } } @else {
                table {
                    thead { tr {
                        th scope="col" { (tongue.say("site-treaty")) }
                        th scope="col" { (tongue.say("site-stage")) }
                        th scope="col" { (tongue.say("site-signed")) }
                    } }
                    tbody { @for (treaty, legal) in &found { tr {
                        th scope="row" { a href=(format!("/{}{}", tongue.0.tag(), link::treaty(&treaty.id))) { (tongue.phrase(&treaty.short)) } }
                        td { (tongue.say(legal_name(*legal))) }
                        td { (tongue.date(treaty.signed)) }
                    } } }
                }
            }
        }
    }
}

/// The label of where a treaty stands.
pub(crate) const fn legal_name(legal: Legal) -> &'static str {
    match legal {
        Legal::Future => "site-legal-future",
        Legal::Signed => "site-legal-signed",
        Legal::InForce => "site-legal-in-force",
        Legal::Suspended => "site-legal-suspended",
        Legal::Ended => "site-legal-ended",
    }
}

fn timeline(dyad: &Dyad, records: &[Record], base: &'static Base, day: jiff::civil::Date, tongue: Tongue) -> Markup {
    let moments = detente::timeline(&inquiry(dyad, records.to_vec(), base, day));
    html! {
        @if !moments.is_empty() {
            section aria-labelledby="timeline" {
                h2 #timeline { (tongue.say("page-timeline")) }
                figure.picture { div.scroll role="group" tabindex="0" aria-label=(tongue.say("page-timeline")) {
                    (PreEscaped(detente::render::timeline_svg(&moments, tongue.0)))
                } }
                table.moments {
                    thead { tr { th scope="col" { (tongue.say("page-when")) } th scope="col" { (tongue.say("page-what")) } } }
                    tbody { @for m in &moments { tr { th scope="row" { (tongue.date(m.date)) } td { (tongue.phrase(&m.text)) } } } }
                }
            }
        }
    }
}

fn events(records: &[Record], tongue: Tongue) -> Markup {
    html! {
        @if !records.is_empty() {
            section aria-labelledby="events" {
                h2 #events { (tongue.say("site-events")) }
                ol.evidence { @for r in records.iter().take(40) { li { (why::fact(&detente::evidence(r), tongue)) } } }
            }
        }
    }
}

/// The briefs about something.
pub(crate) fn briefs(site: &Site, topic: &Topic, tongue: Tongue) -> Result<Markup, Fault> {
    let profile = profile(site)?;
    let found = site.list(&Wanted { topic: Some(topic.clone()), limit: 20, ..Wanted::default() })?;
    Ok(html! {
        @if !found.is_empty() {
            section aria-labelledby="briefs" {
                h2 #briefs { (tongue.say("site-briefs")) }
                div.entries { @for l in &found { (list::entry(l, &profile, tongue, 3)) } }
            }
        }
    })
}
