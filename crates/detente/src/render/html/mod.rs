//! A brief as one page of HTML that needs nothing else: no script, no fonts or images from elsewhere.

mod again;
mod answer;
mod compare;
mod evidence;
mod head;
mod lens;
mod network;
mod page;
mod reading;
mod synthesis;
mod timeline;
mod words;

use detente_codebook::Language;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::brief::{Brief, Evidence};
use page::Page;

const STYLE: &str = include_str!("page.css");

/// The brief as one self-contained page of HTML in `language`.
///
/// Words of others are escaped; hidden characters in them are shown by name. The same brief gives
/// the same bytes.
#[must_use]
pub fn html(brief: &Brief, language: Language) -> String {
    let page = Page { brief, language, captured: None };
    let sections = sections(page);
    let document = html! {
        (DOCTYPE)
        html lang=(language.tag()) dir=(language.dir()) {
            (meta(page))
            body {
                a.skip href=(format!("#{}", sections.first().map_or("evidence", |s| s.id))) { (page.say("page-skip")) }
                (head::head(page))
                (contents(page, &sections))
                main { @for s in &sections { (page.section(s.id, s.title, &s.body)) } }
                (again::colophon(page))
            }
        }
    };
    document.into_string()
}

/// Where a site shows the captured text behind a record, at the words quoted; none where it has none.
pub type Captured<'a> = &'a dyn Fn(&Evidence) -> Option<String>;

/// The inside of a brief, for a page of a site that has a head and a foot of its own.
#[derive(Clone, Debug)]
pub struct Inside {
    /// Links to the sections.
    pub contents: Markup,
    /// The sections, from the question to the evidence.
    pub sections: Markup,
}

/// The inside of a brief in `language`: what [`html`](fn@html) puts between its head and its foot,
/// without the reading and the commands. Records of captured texts lead to `captured`.
#[must_use]
pub fn inside(brief: &Brief, language: Language, captured: Captured<'_>) -> Inside {
    let page = Page { brief, language, captured: Some(captured) };
    let mut sections = sections(page);
    sections.retain(|s| s.id != "again" && (s.id != "reading" || brief.question.is_none()));
    Inside {
        contents: contents(page, &sections),
        sections: html! { @for s in &sections { (page.section(s.id, s.title, &s.body)) } },
    }
}

/// The style sheet of [`html`](fn@html), for a site that serves it as a file.
#[must_use]
pub const fn style() -> &'static str {
    STYLE
}

/// The title of the page as plain text.
pub(super) fn plain_title(brief: &Brief, language: Language) -> String {
    head::plain_title(Page { brief, language, captured: None })
}

fn meta(page: Page<'_>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content=(format!("Détente {}", page.brief.made_with));
            title { (head::plain_title(page)) " · " (page.say("page-brief")) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// A section of the page: its anchor, the label of its heading, its body.
struct Section {
    id: &'static str,
    title: &'static str,
    body: Markup,
}

/// The sections that this brief fills, in their order.
fn sections(page: Page<'_>) -> Vec<Section> {
    let some = |id, title, body: Option<Markup>| body.map(|body| Section { id, title, body });
    let all = [
        some("question", "page-question", Some(head::question(page))),
        some("answer", "page-answer", answer::answer(page)),
        some("questions", "page-suggested", again::suggested(page)),
        some("compare", "page-compare", compare::compare(page)),
        some("synthesis", "page-synthesis", synthesis::synthesis(page)),
        some("findings", "page-findings", lens::findings(page)),
        some("unknown", "page-unknown", answer::unknown(page)),
        some("network", "page-network", network::network(page)),
        some("timeline", "page-timeline", timeline::timeline(page)),
        some("reading", "page-reading", reading::reading(page)),
        some("evidence", "page-evidence", Some(evidence::evidence(page))),
        some("again", "page-again", again::again(page)),
    ];
    all.into_iter().flatten().collect()
}

fn contents(page: Page<'_>, sections: &[Section]) -> Markup {
    html! {
        nav.contents aria-label=(page.say("page-contents")) {
            ol { @for s in sections { li { a href=(format!("#{}", s.id)) { (page.say(s.title)) } } } }
        }
    }
}
