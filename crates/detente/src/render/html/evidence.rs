//! The list of evidence: what each record says, the very words, and where they were seen.

use detente_codebook::{Confidence, Selector};
use detente_lens::Arg;
use maud::{Markup, html};

use super::page::Page;
use super::words;
use crate::brief::{Cited, Evidence};
use crate::render::label;
use crate::render::text::{followable, language_of};

/// Every record that the brief cites, under the number by which it is cited.
pub(super) fn evidence(page: Page<'_>) -> Markup {
    let records = &page.brief.evidence;
    html! {
        @if records.is_empty() { p { (page.say("page-evidence-none")) } }
        @else {
            p.note { (page.say("page-evidence-note")) }
            ol.evidence { @for (n, record) in records.iter().enumerate() { (entry(page, n + 1, record)) } }
        }
    }
}

fn entry(page: Page<'_>, number: usize, record: &Evidence) -> Markup {
    let quote = record.quote.as_ref();
    html! {
        li id=(format!("evidence-{number}")) value=(number) {
            p.text {
                span.kind { (label::kind(&record.kind, page.language)) } " "
                (page.phrase(&record.text)) " " (confidence(page, record.confidence))
            }
            @if let Some(quote) = quote {
                (quotation(&quote.exact, record.selector.as_ref(), record.source.url.as_deref()))
            }
            p.source { (source(page, &record.source)) (known(page, record)) (captured(page, record)) }
            (facts(page, record))
        }
    }
}

fn confidence(page: Page<'_>, confidence: Confidence) -> Markup {
    match confidence {
        Confidence::Cited => html! { span.confidence.cited { (page.say("page-confidence-cited")) } },
        Confidence::Recalled => html! { span.confidence.recalled { (page.say("page-confidence-recalled")) } },
    }
}

/// The very words, with what stands around them where that was kept.
pub(super) fn quotation(exact: &str, around: Option<&Selector>, url: Option<&str>) -> Markup {
    let language = language_of(exact);
    let show = |text: &str| words::prose(text, language);
    html! {
        blockquote lang=(language.tag()) dir=(language.dir()) cite=[url.and_then(followable)] {
            @if let Some(a) = around.filter(|a| !a.prefix.is_empty()) { span.around { "… " (show(&a.prefix)) } }
            @if around.is_some() { mark { (show(exact)) } } @else { (show(exact)) }
            @if let Some(a) = around.filter(|a| !a.suffix.is_empty()) { span.around { (show(&a.suffix)) " …" } }
        }
    }
}

fn source(page: Page<'_>, source: &Cited) -> Markup {
    html! {
        (page.say("page-source")) ": " cite { (page.data(&source.title)) }
        @if let Some(date) = source.date { (page.say("list-comma")) (page.say_with("page-date-of", "date", Arg::Date(date))) }
        @if let Some(url) = &source.url { ". " (words::address(url)) }
    }
}

/// The way to the captured text, at the words quoted.
fn captured(page: Page<'_>, record: &Evidence) -> Markup {
    let address = page.captured.and_then(|captured| captured(record));
    html! { @if let Some(address) = address { " · " a.captured href=(address) { (page.say("page-captured")) } } }
}

fn known(page: Page<'_>, record: &Evidence) -> Markup {
    let date = record.known.filter(|k| Some(*k) != record.source.date);
    html! { @if let Some(date) = date { " · " (page.say_with("page-known", "date", Arg::Date(date))) } }
}

fn facts(page: Page<'_>, record: &Evidence) -> Markup {
    let citing = page.citing(&record.id);
    html! {
        p.facts {
            span.id { (page.say("page-record")) " " (words::code(&record.id.0)) }
            @if let Some(digest) = &record.source.digest { span.id { (page.say("page-digest")) " " (words::code(digest)) } }
            @if !citing.is_empty() {
                span.citing { (page.say("page-cited-by")) ": "
                    @for (n, id) in citing.iter().enumerate() { @if n > 0 { " · " } (page.claim_link(id)) }
                }
            }
        }
    }
}
