//! The timeline: the picture, and the table of dated facts.

use maud::{Markup, PreEscaped, html};

use super::page::{Page, scrolling};
use crate::brief::Moment;
use crate::render::{label, picture};
use crate::words::date;

/// The timeline; none when nothing is dated.
pub(super) fn timeline(page: Page<'_>) -> Option<Markup> {
    let moments = &page.brief.timeline;
    if moments.is_empty() {
        return None;
    }
    let svg = picture::timeline_svg(moments, page.language);
    Some(html! {
        p.note {
            (page.say("page-timeline-note"))
            @if picture::timeline_breaks(moments) { " " (page.say("page-timeline-break")) }
        }
        figure.picture {
            (scrolling(&page.say("page-timeline"), &PreEscaped(svg)))
            figcaption { (picture::timeline_summary(moments, page.language)) }
        }
        h3 { (page.say("page-timeline-table")) }
        (scrolling(&page.say("page-timeline-table"), &table(page, moments)))
    })
}

fn table(page: Page<'_>, moments: &[Moment]) -> Markup {
    html! {
        table.moments {
            thead { tr {
                th scope="col" { (page.say("page-number")) }
                th scope="col" { (page.say("page-when")) }
                th scope="col" { (page.say("page-what")) }
                th scope="col" { (page.say("page-sign")) }
            } }
            tbody { @for (n, moment) in moments.iter().enumerate() { (row(page, n + 1, moment)) } }
        }
    }
}

fn row(page: Page<'_>, number: usize, moment: &Moment) -> Markup {
    html! {
        tr {
            td { (number) }
            th scope="row" { (date(moment.date, page.language)) }
            td { (page.phrase(&moment.text)) (page.refs(std::slice::from_ref(&moment.evidence))) }
            td { (page.sign(Some(label::signum(moment.sign)))) }
        }
    }
}
