//! The front page and the pages of categories.

use detente_ledger::site::{Listed, Site, Wanted};
use maud::{Markup, html};

use super::layout::{self, Sheet, none, page, same};
use super::{link, list, poll, record, short};
use crate::app::{Profile, profile};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::Tongue;

/// How many briefs a page of a list has.
const A_PAGE: u32 = 20;

/// `/`: a short link, else the front page in the reader's language.
pub(crate) fn root(call: &Call<'_>) -> Result<Reply, Fault> {
    match call.asked("p") {
        Some(id) => short::to(call, id.parse().map_err(|_| Fault::NotFound)?),
        None => front(call).map(|r| r.with("vary", "accept-language")),
    }
}

/// `/ar/` and `/en/`.
pub(crate) fn front(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    call.app.read(|site| {
        let profile = profile(site)?;
        let latest = site.list(&Wanted { limit: A_PAGE, ..Wanted::default() })?;
        let sheet = Sheet {
            title: tongue.say("site-home"),
            description: tongue.of(&profile.tagline).to_owned(),
            path: same("/"),
            main: html! {
                h1.visually-hidden { (tongue.of(&profile.name)) }
                div.front {
                    div.lead { (lead(&latest, &profile, tongue)) (by_category(&latest, &profile, tongue)) }
                    aside aria-label=(tongue.say("site-aside")) { (aside(site, tongue)?) }
                }
            },
            head: none(),
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

fn lead(latest: &[Listed], profile: &Profile, tongue: Tongue) -> Markup {
    html! {
        @match latest.first() {
            Some(first) => { section.first aria-label=(tongue.say("site-latest")) { (list::entry(first, profile, tongue, 2)) } }
            None => { p { (tongue.say("site-empty")) } }
        }
    }
}

fn by_category(latest: &[Listed], profile: &Profile, tongue: Tongue) -> Markup {
    let mut keys: Vec<&str> = Vec::new();
    let rest = latest.get(1..).unwrap_or_default();
    for listed in rest {
        if !keys.contains(&listed.head.category.as_str()) {
            keys.push(&listed.head.category);
        }
    }
    html! {
        @for key in keys {
            section.category {
                h2 { a href=(format!("/{}/c/{key}", tongue.0.tag())) { (layout::category(profile, key, tongue)) } }
                div.entries {
                    @for listed in rest.iter().filter(|l| l.head.category == key).take(4) { (list::entry(listed, profile, tongue, 3)) }
                }
            }
        }
    }
}

fn aside(site: &Site, tongue: Tongue) -> Result<Markup, Fault> {
    Ok(html! {
        (asking(tongue))
        (newsletter(tongue))
        (poll::boxed(site, tongue)?)
        (record::summary(site, tongue)?)
        (dyads(site, tongue)?)
        (appearances(site, tongue)?)
    })
}

fn asking(tongue: Tongue) -> Markup {
    html! {
        section.box aria-labelledby="box-ask" {
            h2 #box-ask { (tongue.say("site-ask")) }
            form method="get" action=(format!("/{}/ask", tongue.0.tag())) role="search" {
                label for="box-q" { (tongue.say("site-ask-label")) }
                input #box-q name="q" type="text" dir="auto" maxlength="400" required;
                button { (tongue.say("site-ask-button")) }
            }
        }
    }
}

fn newsletter(tongue: Tongue) -> Markup {
    html! {
        section.box aria-labelledby="box-letter" {
            h2 #box-letter { (tongue.say("site-newsletter")) }
            p { (tongue.say("site-newsletter-about")) }
            p { a href=(format!("/{}/newsletter", tongue.0.tag())) { (tongue.say("site-subscribe")) } }
        }
    }
}

fn dyads(site: &Site, tongue: Tongue) -> Result<Markup, Fault> {
    let topics = site.topics("dyad", 8)?;
    let known: Vec<detente_codebook::Dyad> = topics.iter().filter_map(|(k, _)| k.parse().ok()).collect();
    Ok(html! {
        @if !known.is_empty() {
            section.box aria-labelledby="box-dyads" {
                h2 #box-dyads { (tongue.say("site-dyads")) }
                ul.plain { @for d in &known {
                    li { a href=(format!("/{}{}", tongue.0.tag(), link::dyad(d))) { (tongue.dyad(d)) } }
                } }
            }
        }
    })
}

fn appearances(site: &Site, tongue: Tongue) -> Result<Markup, Fault> {
    let latest = site.appearances(3)?;
    Ok(html! {
        @if !latest.is_empty() {
            section.box aria-labelledby="box-tv" {
                h2 #box-tv { (tongue.say("site-tv-latest")) }
                ul.plain { @for a in &latest { li { (super::tv::line(a, tongue)) } } }
                p { a href=(format!("/{}/tv", tongue.0.tag())) { (tongue.say("site-tv-all")) } }
            }
        }
    })
}

/// `/{lang}/c/{key}`.
pub(crate) fn category(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let key = call.param("key");
    call.app.read(|site| {
        let profile = profile(site)?;
        let after = call.asked("after").and_then(list::place);
        let later = after.is_some();
        let found = site.list(&Wanted { category: Some(key.to_owned()), after, limit: A_PAGE, ..Wanted::default() })?;
        if found.is_empty() && !profile.categories.contains_key(key) {
            return Err(Fault::NotFound);
        }
        let name = layout::category(&profile, key, tongue);
        let path = format!("/c/{key}");
        let feed = format!("/{}{path}/feed.atom", tongue.0.tag());
        let sheet = Sheet {
            description: tongue.with("site-category-about", &[("name", detente_lens::Arg::Text(name.clone()))]),
            path: same(&path),
            hidden: later,
            head: html! { link rel="alternate" type="application/atom+xml" title=(name) href=(feed); },
            main: html! {
                h1 { (name) }
                p.tools { a href=(feed) { (tongue.say("site-feed")) } }
                @if found.is_empty() { p { (tongue.say("site-empty")) } }
                div.entries { @for listed in &found { (list::entry(listed, &profile, tongue, 2)) } }
                (next(&found, &format!("/{}{path}", tongue.0.tag()), tongue))
            },
            title: name,
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

/// The way to the next page of a list, when there may be one.
pub(crate) fn next(found: &[Listed], path: &str, tongue: Tongue) -> Markup {
    let last = found.last().filter(|_| found.len() >= A_PAGE as usize);
    html! {
        @if let Some(last) = last {
            nav.pager aria-label=(tongue.say("site-pages")) {
                a rel="next" href=(format!("{path}?after={}", crate::words::encoded(&list::cursor(last)))) { (tongue.say("site-older")) }
            }
        }
    }
}
