//! The page of a treaty: parties, dates, standing, and each clause with its article.

use detente_codebook::Confidence;
use detente_history::TreatyText;
use detente_lens::Arg;
use maud::{Markup, html};

use super::layout::{Sheet, files, none, page, same};
use super::{dyad, link};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code, data};

/// `/{lang}/t/{id}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let base = detente_history::base().map_err(|e| Fault::Failed(e.to_string()))?;
    let treaty = base.treaty(call.param("id")).ok_or(Fault::NotFound)?;
    let day = call.app.clock.day();
    let name = tongue.of(&treaty.name).to_owned();
    let sheet = Sheet {
        description: tongue.with("site-treaty-about", &[("name", Arg::Phrase(treaty.short.clone()))]),
        path: same(&link::treaty(&treaty.id)),
        head: none(),
        main: html! {
            header.brief-head {
                p.kicker { (tongue.say("site-treaty")) }
                h1 { (data(&name, tongue.0)) }
                p.status { strong { (tongue.say(dyad::legal_name(treaty.standing(day)))) } }
                @if treaty.confidence == Confidence::Recalled { p.notice { (tongue.say("site-recalled")) } }
            }
            (dates(treaty, tongue))
            (parties(treaty, tongue))
            (clauses(treaty, tongue))
            (absent(treaty, tongue))
            (views(treaty, tongue))
            (sources(treaty, tongue))
            (files(tongue, &[
                ("treaty.json", format!("/api/v1/treaties/{}", treaty.id)),
                ("clauses.csv", format!("/api/v1/treaties/{}/clauses.csv", treaty.id)),
            ]))
        },
        title: name,
        ..Sheet::default()
    };
    call.app.read(|site| page(call, site, &sheet))
}

fn dates(treaty: &TreatyText, tongue: Tongue) -> Markup {
    let rows = [("site-signed", Some(treaty.signed)), ("site-in-force", treaty.in_force), ("site-ended", treaty.ended)];
    html! {
        dl.codes {
            @for (label, date) in rows { @if let Some(date) = date { div { dt { (tongue.say(label)) } dd { (tongue.date(date)) } } } }
            @if let Some(years) = treaty.term_years { div { dt { (tongue.say("site-term")) } dd { (tongue.count("site-years", u64::from(years))) } } }
            div { dt { (tongue.say("site-id")) } dd { (code(&treaty.id)) } }
        }
    }
}

fn parties(treaty: &TreatyText, tongue: Tongue) -> Markup {
    html! {
        section aria-labelledby="parties" {
            h2 #parties { (tongue.say("site-parties")) }
            ul.actors { @for p in &treaty.parties { li {
                a href=(format!("/{}{}", tongue.0.tag(), link::actor(&p.code))) { (tongue.actor(&p.code)) }
                @if let Some(from) = p.from { " · " (tongue.with("site-since", &[("date", Arg::Date(from))])) }
                @if let Some(to) = p.to { " · " (tongue.with("site-until", &[("date", Arg::Date(to))])) }
            } } }
            @if !treaty.parties_complete { p.note { (tongue.say("site-parties-more")) } }
        }
    }
}

fn clauses(treaty: &TreatyText, tongue: Tongue) -> Markup {
    html! {
        section aria-labelledby="clauses" {
            h2 #clauses { (tongue.say("site-clauses")) }
            @if treaty.clauses.is_empty() { p { (tongue.say("site-clauses-none")) } } @else {
                div.scroll role="group" tabindex="0" aria-label=(tongue.say("site-clauses")) { table {
                    thead { tr {
                        th scope="col" { (tongue.say("site-clause")) }
                        th scope="col" { (tongue.say("site-article")) }
                        th scope="col" { (tongue.say("site-says")) }
                    } }
                    tbody { @for c in &treaty.clauses { tr {
                        th scope="row" { (tongue.with("site-clause-kind", &[("clause", Arg::Clause(c.kind))])) }
                        td { @if let Some(article) = &c.article { bdi { (article) } } @else { (tongue.say("site-unknown")) } }
                        td { (tongue.phrase(&c.text)) }
                    } } }
                } }
            }
        }
    }
}

fn absent(treaty: &TreatyText, tongue: Tongue) -> Markup {
    html! {
        @if !treaty.absent.is_empty() {
            section aria-labelledby="absent" {
                h2 #absent { (tongue.say("site-absent")) }
                ul { @for a in &treaty.absent { li { (tongue.phrase(&a.text)) } } }
            }
        }
    }
}

fn views(treaty: &TreatyText, tongue: Tongue) -> Markup {
    html! {
        @if !treaty.views.is_empty() {
            section aria-labelledby="views" {
                h2 #views { (tongue.say("site-views")) }
                ul { @for v in &treaty.views { li { (tongue.phrase(&v.text)) } } }
            }
        }
    }
}

fn sources(treaty: &TreatyText, tongue: Tongue) -> Markup {
    html! {
        section aria-labelledby="sources" {
            h2 #sources { (tongue.say("site-sources")) }
            @if treaty.sources.is_empty() { p { (tongue.say("site-recalled")) } }
            ul { @for s in &treaty.sources { li {
                (data(&s.cite, tongue.0))
                @if let Some(url) = s.url.as_deref().filter(|u| u.starts_with("http")) { " " a href=(url) dir="ltr" rel="noreferrer" { (url) } }
            } } }
        }
    }
}
