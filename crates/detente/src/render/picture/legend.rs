//! The legend of a picture, in rows that run in the direction of the language.

use detente_codebook::Language;
use maud::{Markup, html};

use super::fit;
use super::svg::{At, Bounds, INK, PAPER, colour, from_start, pill, tie, words};
use crate::render::label::{arrow, sign_name, symbol};

const SIZE: f64 = 14.0;
const ROW: f64 = 28.0;
const SAMPLE: f64 = 56.0;

/// One entry: a sample and what it means.
pub(super) enum Entry {
    /// A line in the style of a sign.
    Tie(Option<i8>, String),
    /// An actor of the question.
    Actor(String),
    /// A sign that changes.
    Change(String),
}

impl Entry {
    fn text(&self) -> &str {
        match self {
            Self::Tie(_, text) | Self::Actor(text) | Self::Change(text) => text,
        }
    }

    fn width(&self) -> f64 {
        SAMPLE + 8.0 + fit::width(self.text(), SIZE) + 18.0
    }
}

/// The legend from `top` on within `width`, and its height.
pub(super) fn rows(entries: &[Entry], width: f64, top: f64, language: Language) -> (Markup, f64) {
    let (mut used, mut row, mut out) = (0.0, 0_u32, Vec::new());
    for entry in entries {
        if used > 0.0 && used + entry.width() > width - 16.0 {
            (used, row) = (0.0, row + 1);
        }
        let y = ROW.mul_add(f64::from(row) + 0.5, top);
        out.push(one(entry, used + 8.0, y, width, language));
        used += entry.width();
    }
    (html! { g.legend { @for entry in &out { (entry) } } }, ROW * f64::from(row + 1))
}

/// An entry `along` from the side where the language begins.
fn one(entry: &Entry, along: f64, y: f64, width: f64, language: Language) -> Markup {
    let x = |along: f64| if language == Language::Ar { width - along } else { along };
    let (from, to) = (At { x: x(along), y }, At { x: x(along + SAMPLE), y });
    let middle = At { x: x(along + SAMPLE / 2.0), y };
    html! {
        (sample(entry, from, to, middle, language))
        (from_start("legend-text", At { x: x(along + SAMPLE + 8.0), y: y + SIZE * 0.35 }, SIZE, language, entry.text()))
    }
}

fn sample(entry: &Entry, from: At, to: At, middle: At, language: Language) -> Markup {
    match entry {
        Entry::Tie(sign, _) => html! {
            (tie(from, to, *sign, 3.0))
            (chip(*sign, middle, 19.0, symbol(*sign), language))
        },
        Entry::Actor(_) => pill("node node-asked", &Bounds { centre: middle, width: 40.0, height: 18.0 }, 6.0, INK, INK),
        Entry::Change(_) => {
            let text = format!("{} {} {}", symbol(Some(-1)), arrow(language), symbol(Some(1)));
            chip(None, middle, 52.0, &text, language)
        }
    }
}

fn chip(sign: Option<i8>, centre: At, width: f64, text: &str, language: Language) -> Markup {
    let bounds = Bounds { centre, width, height: 19.0 };
    let at = At { x: centre.x, y: centre.y + SIZE * 0.35 };
    let (ring, ink) = (format!("badge badge-{}", sign_name(sign)), format!("badge-text badge-text-{}", sign_name(sign)));
    html! { (pill(&ring, &bounds, 9.5, PAPER, colour(sign))) (words(&ink, at, SIZE, colour(sign), language, text)) }
}
