//! How to ask again, the questions an article raises, and the colophon.

use detente_lens::Arg;
use maud::{Markup, html};

use super::page::Page;
use super::words;
use crate::brief::Suggested;
use crate::render::command;

/// The questions that the article raises, each as a ready command.
pub(super) fn suggested(page: Page<'_>) -> Option<Markup> {
    let questions = &page.brief.questions;
    (!questions.is_empty()).then(|| {
        html! {
            p.note { (page.say("page-suggested-note")) }
            ol.suggested { @for question in questions { (one(page, question)) } }
        }
    })
}

fn one(page: Page<'_>, question: &Suggested) -> Markup {
    html! {
        li {
            p { (page.phrase(&question.text)) " " (words::code(&command::formal(&question.shift, &question.target))) }
            (shell(&command::suggested(question, page.language)))
        }
    }
}

/// The command that gives this brief again, and the one that walks from a claim to its sources.
pub(super) fn again(page: Page<'_>) -> Option<Markup> {
    let command = command::again(page.brief, page.language)?;
    let note = if page.brief.article.is_some() { "page-again-note" } else { "page-again-note-bare" };
    Some(html! {
        p { (page.say(note)) }
        (shell(&command))
        @if let Some(why) = command::why(page.brief) { p { (page.say("page-again-why")) } (shell(&why)) }
    })
}

fn shell(command: &str) -> Markup {
    html! { pre.shell dir="ltr" { (words::code(command)) } }
}

/// What the page was made with.
pub(super) fn colophon(page: Page<'_>) -> Markup {
    let version = Arg::Text(page.brief.made_with.clone());
    html! {
        footer.colophon {
            p {
                span { (words::prose(&page.say_with("page-made-with", "version", version), page.language)) }
                span { (page.say("page-brief-id")) " " (words::code(&page.brief.id)) }
                span { (page.say("page-seed")) " " (words::code(&page.brief.seed.to_string())) }
                span { (words::code(&page.brief.schema)) }
            }
            p { (words::prose(&page.say("page-quoted-marks"), page.language)) }
        }
    }
}
