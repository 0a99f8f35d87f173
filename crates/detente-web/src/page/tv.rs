//! The archive of appearances.

use detente_ledger::site::Appearance;
use maud::{Markup, html};

use super::layout::{Sheet, none, page, same};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::Tongue;

/// One appearance in a line.
pub(crate) fn line(a: &Appearance, tongue: Tongue) -> Markup {
    html! {
        @match &a.url {
            Some(url) => { a href=(url) rel="noreferrer" { (tongue.phrase(&a.subject)) } }
            None => { (tongue.phrase(&a.subject)) }
        }
        " · " (tongue.phrase(&a.programme)) " · " time datetime=(a.day.to_string()) { (tongue.day(a.day)) }
    }
}

/// `/{lang}/tv`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    call.app.read(|site| {
        let all = site.appearances(500)?;
        let sheet = Sheet {
            title: tongue.say("site-tv"),
            description: tongue.say("site-tv-about"),
            path: same("/tv"),
            head: none(),
            main: html! {
                h1 { (tongue.say("site-tv")) }
                p.summary { (tongue.say("site-tv-about")) }
                @if all.is_empty() { p { (tongue.say("site-tv-none")) } }
                ul.appearances { @for a in &all { li { p { (line(a, tongue)) } p.note { (tongue.phrase(&a.who)) } } } }
            },
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}
