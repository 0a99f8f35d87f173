//! The relations of the question in two columns: as they are, and as supposed.

use maud::{Markup, html};

use super::page::{Page, scrolling};
use crate::render::label;
use crate::render::picture::{Related, Role, related};

/// The table of both columns; none without a question and a network.
pub(super) fn compare(page: Page<'_>) -> Option<Markup> {
    let asking = page.brief.question.as_ref()?;
    let view = page.brief.network.as_ref()?;
    let rows = related(view, asking);
    Some(html! {
        p.note { (page.say("page-compare-note")) }
        (scrolling(&page.say("page-compare"), &table(page, &rows)))
    })
}

fn table(page: Page<'_>, rows: &[Related<'_>]) -> Markup {
    html! {
        table.compare {
            thead { tr {
                th scope="col" { (page.say("page-relation")) }
                th scope="col" { (page.say("page-as-is")) }
                th scope="col" { (page.say("page-as-supposed")) }
                th scope="col" { (page.say("page-evidence-for-claim")) }
            } }
            tbody { @for row in rows { (one(page, row)) } }
        }
    }
}

fn one(page: Page<'_>, row: &Related<'_>) -> Markup {
    html! {
        tr class=(role_class(row.role)) {
            th scope="row" {
                (label::dyad(&row.dyad, page.language))
                span.role { (page.say(&format!("page-role-{}", role_class(row.role)))) }
            }
            td { (page.sign(row.before)) }
            td { (page.sign(row.after)) (changed(page, row.before, row.after)) }
            td { (page.refs(row.evidence)) }
        }
    }
}

const fn role_class(role: Role) -> &'static str {
    match role {
        Role::Shift => "shift",
        Role::Target => "target",
        Role::Other => "other",
    }
}

fn changed(page: Page<'_>, before: Option<i8>, after: Option<i8>) -> Markup {
    html! { @if before != after { " " span.changed { (page.say("page-changed")) } } }
}
