//! The few shapes that the pictures are made of.

use detente_codebook::Language;
use maud::{Markup, html};

/// Faces that join Arabic letters well, for a picture on its own.
pub(super) const FACES: &str = "Noto Sans Arabic, Noto Naskh Arabic, Geeza Pro, Segoe UI, Tahoma, system-ui, sans-serif";
/// The colour of words.
pub(super) const INK: &str = "#1f2328";
/// The colour of what stands back.
pub(super) const MUTED: &str = "#57606a";
/// The ground.
pub(super) const PAPER: &str = "#ffffff";
/// Friendly.
pub(super) const FRIENDLY: &str = "#0b6e4f";
/// Hostile.
pub(super) const HOSTILE: &str = "#a4262c";

/// A point of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct At {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A box by its centre and its whole width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) centre: At,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Bounds {
    /// Whether two boxes come closer than `gap`.
    pub(super) fn meets(&self, other: &Self, gap: f64) -> bool {
        let near = |a: f64, b: f64, size: f64| (a - b).abs() < size / 2.0 + gap;
        near(self.centre.x, other.centre.x, self.width + other.width)
            && near(self.centre.y, other.centre.y, self.height + other.height)
    }

    /// Where a line from the centre towards `to` leaves the box.
    pub(super) fn edge_towards(&self, to: At) -> At {
        let (dx, dy) = (to.x - self.centre.x, to.y - self.centre.y);
        let across = if dx == 0.0 { f64::INFINITY } else { self.width / 2.0 / dx.abs() };
        let along = if dy == 0.0 { f64::INFINITY } else { self.height / 2.0 / dy.abs() };
        let t = across.min(along).min(1.0);
        At { x: self.centre.x + dx * t, y: self.centre.y + dy * t }
    }
}

/// A coordinate with one decimal, so that the same picture is the same bytes everywhere.
pub(super) fn px(x: f64) -> String {
    let text = format!("{x:.1}");
    let short = text.strip_suffix(".0").unwrap_or(&text);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// The colour of a sign.
pub(super) const fn colour(sign: Option<i8>) -> &'static str {
    match sign {
        Some(1..) => FRIENDLY,
        Some(..=-1) => HOSTILE,
        _ => MUTED,
    }
}

/// The dashes of a sign: friendly whole, hostile dashed, neither dotted.
pub(super) const fn dashes(sign: Option<i8>) -> Option<&'static str> {
    match sign {
        Some(1..) => None,
        Some(..=-1) => Some("9 5"),
        _ => Some("1.5 5"),
    }
}

/// Words around a middle, in the direction of the language.
pub(super) fn words(class: &str, at: At, size: f64, fill: &str, language: Language, text: &str) -> Markup {
    anchored(class, at, size, fill, language, "middle", text)
}

/// Words from `at` on in the direction of the language.
pub(super) fn from_start(class: &str, at: At, size: f64, language: Language, text: &str) -> Markup {
    anchored(class, at, size, INK, language, "start", text)
}

fn anchored(class: &str, at: At, size: f64, fill: &str, language: Language, anchor: &str, text: &str) -> Markup {
    html! {
        text class=(class) x=(px(at.x)) y=(px(at.y)) font-size=(px(size)) fill=(fill) text-anchor=(anchor)
            direction=(language.dir()) { (crate::visible::shown(text)) }
    }
}

/// A line that bows towards a control point (a quadratic Bézier curve).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Arc {
    pub(super) from: At,
    pub(super) via: At,
    pub(super) to: At,
}

impl Arc {
    /// The point at `t` from 0 at the beginning to 1 at the end.
    pub(super) fn at(&self, t: f64) -> At {
        let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
        At { x: a * self.from.x + b * self.via.x + c * self.to.x, y: a * self.from.y + b * self.via.y + c * self.to.y }
    }

    /// The path as SVG spells it.
    pub(super) fn path(&self) -> String {
        let pair = |at: At| format!("{} {}", px(at.x), px(at.y));
        format!("M{} Q{} {}", pair(self.from), pair(self.via), pair(self.to))
    }
}

/// A straight line in the style of a sign.
pub(super) fn tie(from: At, to: At, sign: Option<i8>, width: f64) -> Markup {
    let class = format!("tie tie-{}", crate::render::label::sign_name(sign));
    html! {
        line class=(class) x1=(px(from.x)) y1=(px(from.y)) x2=(px(to.x)) y2=(px(to.y)) stroke=(colour(sign))
            stroke-width=(px(width)) stroke-linecap="round" stroke-dasharray=[dashes(sign)] {}
    }
}

/// A rounded box.
pub(super) fn pill(class: &str, bounds: &Bounds, radius: f64, fill: &str, stroke: &str) -> Markup {
    let (x, y) = (bounds.centre.x - bounds.width / 2.0, bounds.centre.y - bounds.height / 2.0);
    html! {
        rect class=(class) x=(px(x)) y=(px(y)) width=(px(bounds.width)) height=(px(bounds.height)) rx=(px(radius))
            fill=(fill) stroke=(stroke) stroke-width="1.5" {}
    }
}

/// A whole picture with its name and its description.
pub(super) fn picture(name: &str, size: (f64, f64), language: Language, title: &str, summary: &str, body: &Markup) -> String {
    let (width, height) = (px(size.0), px(size.1));
    let (title_id, summary_id) = (format!("{name}-picture-title"), format!("{name}-picture-summary"));
    let markup = html! {
        svg xmlns="http://www.w3.org/2000/svg" class=(format!("picture-{name}")) role="img" lang=(language.tag())
            aria-labelledby=(format!("{title_id} {summary_id}")) viewBox=(format!("0 0 {width} {height}"))
            width=(width) height=(height) font-family=(FACES) {
            title id=(title_id) { (title) }
            desc id=(summary_id) { (crate::visible::shown(summary)) }
            (body)
        }
    };
    markup.into_string()
}
