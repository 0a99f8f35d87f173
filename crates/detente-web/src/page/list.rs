//! Briefs in lists.

use detente_ledger::site::{BriefId, Listed};
use maud::{Markup, html};

use super::{layout, link};
use crate::app::Profile;
use crate::words::Tongue;

/// A brief in a list: category, title, summary, day.
pub(crate) fn entry(listed: &Listed, profile: &Profile, tongue: Tongue, level: u8) -> Markup {
    let href = format!("/{}{}", tongue.0.tag(), link::brief(listed.id, &listed.head, tongue.0));
    let title = html! { a href=(href) { (tongue.phrase(&listed.head.title)) } };
    html! {
        article.entry {
            p.kicker { (layout::category(profile, &listed.head.category, tongue)) }
            @if level == 2 { h2 { (title) } } @else { h3 { (title) } }
            @if !tongue.of(&listed.head.summary).is_empty() { p.summary { (tongue.phrase(&listed.head.summary)) } }
            p.when { (tongue.time(&listed.published))
                @if listed.version > 1 { " · " (tongue.say("site-corrected")) }
            }
        }
    }
}

/// The place in a list after which the next page begins, as it stands in an address.
pub(crate) fn cursor(listed: &Listed) -> String {
    format!("{}~{}", listed.published, listed.id)
}

/// The place that a cursor names; none for one that is not ours.
pub(crate) fn place(cursor: &str) -> Option<(String, BriefId)> {
    let (time, id) = cursor.split_once('~')?;
    (time.len() <= 40).then_some(())?;
    Some((time.to_owned(), BriefId(id.parse().ok()?)))
}
