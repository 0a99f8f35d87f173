//! What was coded from the article, item by item, each with the words it rests on.

use maud::{Markup, html};

use super::page::Page;
use super::{evidence, words};
use crate::brief::Coded;
use crate::render::label;

/// The reading; none when the brief was made without an article.
pub(super) fn reading(page: Page<'_>) -> Option<Markup> {
    page.brief.article.as_ref()?;
    Some(html! {
        @if page.brief.reading.is_empty() { p { (page.say("page-reading-none")) } }
        @else {
            p.note { (page.say("page-reading-note")) }
            ol.reading { @for item in &page.brief.reading { (coded(page, item)) } }
        }
    })
}

fn coded(page: Page<'_>, item: &Coded) -> Markup {
    let cited = page.brief.number(&item.id).map(|_| page.refs(std::slice::from_ref(&item.id)));
    html! {
        li {
            p.text {
                span.kind { (label::kind(&item.kind, page.language)) } " "
                (page.phrase(&item.text)) @if let Some(cited) = cited { (cited) }
            }
            (evidence::quotation(&item.quote.exact, None, None))
            p.facts { span.id { (page.say("page-record")) " " (words::code(&item.id.0)) } }
        }
    }
}
