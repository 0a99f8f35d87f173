//! The network: the picture, and the table that says the same in words.

use maud::{Markup, PreEscaped, html};

use super::page::{Page, scrolling};
use super::words;
use crate::brief::{NetworkView, TieView};
use crate::render::{label, picture};

/// The network; none when the brief has none or it is empty.
pub(super) fn network(page: Page<'_>) -> Option<Markup> {
    let view = page.brief.network.as_ref().filter(|v| !v.actors.is_empty())?;
    let svg = picture::network_svg(view, page.brief.question.as_ref(), page.brief.seed, page.language);
    Some(html! {
        p.note { (page.say("page-network-note")) }
        figure.picture {
            (scrolling(&page.say("page-network"), &PreEscaped(svg)))
            figcaption { (picture::network_summary(view, page.language)) }
        }
        h3 { (page.say("page-network-table")) }
        (scrolling(&page.say("page-network-table"), &ties(page, view)))
        h3 { (page.say("page-actors-table")) }
        (actors(page, view))
    })
}

fn ties(page: Page<'_>, view: &NetworkView) -> Markup {
    html! {
        table.ties {
            thead { tr {
                th scope="col" { (page.say("page-relation")) }
                th scope="col" { (page.say("page-as-is")) }
                th scope="col" { (page.say("page-as-supposed")) }
                th scope="col" { (page.say("page-evidence-for-claim")) }
            } }
            tbody { @for tie in &view.ties { (row(page, tie)) } }
        }
    }
}

fn row(page: Page<'_>, tie: &TieView) -> Markup {
    let changes = tie.before != tie.after;
    html! {
        tr.changes[changes] {
            th scope="row" { (label::dyad(&tie.dyad, page.language)) }
            td { (page.sign(Some(tie.before))) }
            td { (page.sign(Some(tie.after))) @if changes { " " span.changed { (page.say("page-changed")) } } }
            td { (page.refs(&tie.evidence)) }
        }
    }
}

fn actors(page: Page<'_>, view: &NetworkView) -> Markup {
    html! {
        ul.actors { @for node in &view.actors {
            li { (page.phrase(&node.name)) " " (words::code(node.code.as_str())) }
        } }
    }
}
