//! The short answer, and what is not known.

use maud::{Markup, html};

use super::page::Page;

/// The short answer, each sentence with links to the claims behind it; none for a reading.
pub(super) fn answer(page: Page<'_>) -> Option<Markup> {
    page.brief.question.as_ref()?;
    Some(html! {
        @if page.brief.answer.is_empty() { p { (page.say("page-no-answer")) } }
        @for sentence in &page.brief.answer {
            p.answer { (page.phrase(&sentence.text)) (basis(page, &sentence.claims)) }
        }
    })
}

fn basis(page: Page<'_>, claims: &[String]) -> Markup {
    html! {
        @if !claims.is_empty() {
            " " span.basis {
                (page.say("page-answer-basis")) ": "
                @for (n, id) in claims.iter().enumerate() { @if n > 0 { " · " } (page.claim_link(id)) }
            }
        }
    }
}

/// What could not be known.
pub(super) fn unknown(page: Page<'_>) -> Option<Markup> {
    page.brief.question.as_ref()?;
    Some(html! {
        @if page.brief.unknown.is_empty() { p { (page.say("page-unknown-none")) } }
        @else { ul.unknown { @for phrase in &page.brief.unknown { li { (page.phrase(phrase)) } } } }
    })
}
