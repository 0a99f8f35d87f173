//! The bar of a forecast: three shares of one whole, worst first in the direction of reading.

use detente_codebook::Language;
use detente_lens::Forecast;
use maud::{Markup, html};

use super::fit;
use super::svg::{At, INK, PAPER, picture, px, words};
use crate::render::label::{label, outcomes, share};

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 46.0;
const SIZE: f64 = 16.0;

/// The bar as SVG; `name` keeps the ids of several bars on a page apart.
pub(in crate::render) fn forecast_svg(forecast: &Forecast, name: &str, language: Language) -> String {
    let outcomes = outcomes(forecast);
    let total: f64 = outcomes.iter().map(|(_, p)| p.max(0.0)).sum();
    let scale = if total > 0.0 { WIDTH / total } else { 0.0 };
    let mut along = 0.0;
    let mut parts = Vec::new();
    for (outcome, p) in outcomes {
        let wide = p.max(0.0) * scale;
        parts.push(part(outcome, p, along, wide, language));
        along += wide;
    }
    let summary = outcomes.map(|(o, p)| format!("{} {}", label(&format!("page-forecast-{o}"), language), share(p, language)));
    let body = html! { @for part in &parts { (part) } };
    let name = crate::render::text::anchor("forecast", name);
    picture(
        &name,
        (WIDTH, HEIGHT),
        language,
        &label("page-forecast", language),
        &summary.join(&label("list-comma", language)),
        &body,
    )
}

fn part(outcome: &str, p: f64, along: f64, wide: f64, language: Language) -> Markup {
    let x = if language == Language::Ar { WIDTH - along - wide } else { along };
    let full = format!("{} {}", label(&format!("page-forecast-{outcome}"), language), share(p, language));
    let short = share(p, language);
    let text = [full, short].into_iter().find(|t| fit::width(t, SIZE) + 6.0 < wide);
    html! {
        rect class=(format!("outcome outcome-{outcome}")) x=(px(x)) y="2" width=(px(wide)) height=(px(HEIGHT - 4.0))
            fill=(fill(outcome)) stroke=(INK) stroke-width="1" {}
        @if let Some(text) = text {
            (words("outcome-text", At { x: x + wide / 2.0, y: HEIGHT / 2.0 + SIZE * 0.35 }, SIZE, ink(outcome), language, &text))
        }
    }
}

fn fill(outcome: &str) -> &'static str {
    match outcome {
        "worsens" => super::svg::HOSTILE,
        "improves" => super::svg::FRIENDLY,
        _ => "#d9d4c7",
    }
}

fn ink(outcome: &str) -> &'static str {
    if outcome == "holds" { INK } else { PAPER }
}
