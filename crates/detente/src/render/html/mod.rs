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

use crate::brief::Brief;
use page::Page;

const STYLE: &str = include_str!("page.css");

/// The brief as one self-contained page of HTML in `language`.
///
/// Words of others are escaped; hidden characters in them are shown by name. The same brief gives
/// the same bytes.
#[must_use]
pub fn html(brief: &Brief, language: Language) -> String {
    let page = Page { brief, language };
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
