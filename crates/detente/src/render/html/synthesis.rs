//! The lenses taken together: a forecast with its numbers, or why there is none.

use detente_lens::Forecast;
use maud::{Markup, PreEscaped, html};

use super::page::Page;
use super::words;
use crate::render::label;
use crate::render::picture::forecast_svg;

/// The synthesis; none for a reading.
pub(super) fn synthesis(page: Page<'_>) -> Option<Markup> {
    page.brief.question.as_ref()?;
    let synthesis = &page.brief.synthesis;
    Some(html! {
        @match &synthesis.forecast {
            Some(forecast) => { (bar(page, forecast, "pool")) p { (page.phrase(&synthesis.note)) } }
            None => { p.cannot { strong { (page.say("page-cannot-say")) } " " (page.phrase(&synthesis.note)) } }
        }
        @if !synthesis.weights.is_empty() { (weights(page)) }
        @if let Some(disagreement) = &synthesis.disagreement {
            h3 { (page.say("page-disagreement")) }
            p { (page.phrase(disagreement)) }
        }
    })
}

/// A forecast as a bar, and its numbers in a table below.
pub(super) fn bar(page: Page<'_>, forecast: &Forecast, name: &str) -> Markup {
    let svg = forecast_svg(forecast, name, page.language);
    html! {
        figure.forecast {
            (PreEscaped(svg))
            figcaption { (page.say("page-forecast-of")) }
            table.numbers {
                thead { tr { @for (name, _) in label::outcomes(forecast) {
                    th scope="col" { (page.say(&format!("page-forecast-{name}"))) }
                } } }
                tbody { tr { @for (_, p) in label::outcomes(forecast) { td { (label::share(p, page.language)) } } } }
            }
        }
    }
}

fn weights(page: Page<'_>) -> Markup {
    let title = |lens: &str| page.brief.findings.iter().find(|f| f.lens == lens).map(|f| &f.title);
    html! {
        h3 { (page.say("page-weights")) }
        table.numbers {
            thead { tr { th scope="col" { (page.say("page-lens")) } th scope="col" { (page.say("page-weight")) } } }
            tbody { @for (lens, weight) in &page.brief.synthesis.weights { tr {
                th scope="row" { @match title(lens) { Some(t) => (page.phrase(t)), None => (words::code(lens)) } }
                td { (label::number(*weight)) }
            } } }
        }
    }
}
