//! Why a claim is made: the claim, its facts, their quotes, their sources.

use detente::brief::Evidence;
use detente::why::{Chain, why};
use detente_codebook::Confidence;
use maud::{Markup, html};

use super::layout::{Sheet, none, page, same};
use super::{brief, link};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code, data, language_of};

/// `/{lang}/b/{id}/why/{claim}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    call.app.read(|site| {
        let listed = brief::seen(site, call.number("id")?)?;
        let version = site.version(listed.id, listed.version)?.ok_or(Fault::NotFound)?;
        let whole = brief::read(&version)?;
        let chain = why(&whole, call.param("claim")).map_err(|_| Fault::NotFound)?;
        let back = format!("/{}{}", tongue.0.tag(), link::brief(listed.id, &listed.head, tongue.0));
        let sheet = Sheet {
            title: tongue.say("site-why"),
            description: tongue.of(&chain.claim.text).to_owned(),
            path: same(&format!("/b/{}/why/{}", listed.id, chain.claim.id)),
            hidden: true,
            head: none(),
            main: html! {
                p.kicker { a href=(back) { (tongue.phrase(&listed.head.title)) } }
                h1 { (tongue.say("site-why")) }
                (body(&chain, tongue))
            },
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

fn body(chain: &Chain<'_>, tongue: Tongue) -> Markup {
    html! {
        p.summary { (tongue.phrase(&chain.claim.text)) }
        p.note { (tongue.phrase(&chain.lens.title)) " · " (tongue.phrase(&chain.lens.method)) }
        ol.evidence { @for l in &chain.links { li value=(l.number) { (fact(l.evidence, tongue)) } } }
    }
}

/// One fact with its quote and its source.
pub(crate) fn fact(e: &Evidence, tongue: Tongue) -> Markup {
    html! {
        p.text { (tongue.phrase(&e.text))
            @if e.confidence == Confidence::Recalled { " " span.confidence.recalled { (tongue.say("page-confidence-recalled")) } }
        }
        @if let Some(quote) = &e.quote {
            blockquote lang=(language_of(&quote.exact).tag()) dir=(language_of(&quote.exact).dir()) { mark { (detente::visible::shown(&quote.exact)) } }
        }
        p.source { (data(&e.source.title, tongue.0))
            @if let Some(date) = e.source.date { " · " (tongue.date(date)) }
            @if let Some(url) = e.source.url.as_deref().filter(|u| u.starts_with("http")) {
                " · " a href=(url) dir="ltr" rel="noreferrer nofollow" { (url) }
            }
            @if let Some(address) = brief::captured(e, tongue.0) { " · " a href=(address) { (tongue.say("page-captured")) } }
        }
        p.facts { (code(&e.id.0)) }
    }
}
