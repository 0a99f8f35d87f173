//! Dated facts as a picture: three bands by sign, a numbered mark a fact, a bar for what lasts.
//!
//! Time runs from left to right in both languages, as charts do in Arabic print; the note beside the
//! picture says so. The numbers are those of the table.

use detente_codebook::{Edtf, Language};
use detente_lens::Arg;
use jiff::civil::Date;
use maud::{Markup, html};

use super::scale::Scale;
use super::svg::{At, Bounds, MUTED, PAPER, colour, dashes, picture, pill, px, words};
use super::{fit, svg};
use crate::brief::Moment;
use crate::render::label::{label, sign_name, signum, symbol, with};
use crate::words::date;

const WIDTH: f64 = 760.0;
const MARGIN: f64 = 24.0;
const LANE: f64 = 27.0;
const HEAD: f64 = 26.0;
const TICK: f64 = 44.0;

/// A fact on its way to the picture.
struct Mark {
    number: usize,
    sign: i8,
    from: f64,
    to: f64,
    open: bool,
    lane: u32,
}

/// The timeline as SVG in `language`; the same moments give the same bytes.
#[must_use]
pub fn timeline_svg(moments: &[Moment], language: Language) -> String {
    let scale = scale(moments);
    let marks: Vec<Mark> = moments.iter().enumerate().filter_map(|(n, m)| mark(n + 1, m, &scale)).collect();
    let mut top = 6.0;
    let mut bands = Vec::new();
    for sign in [1, 0, -1] {
        let (markup, height) = band(&marks, sign, top, language);
        bands.push(markup);
        top += height;
    }
    let body = html! { (grid(&scale, top)) @for band in &bands { (band) } (axis(&scale, top)) };
    let title = label("page-timeline", language);
    picture("timeline", (WIDTH, top + 40.0), language, &title, &summary(moments, language), &body)
}

/// Whether the scale of the picture changes on the way.
pub(in crate::render) fn breaks(moments: &[Moment]) -> bool {
    scale(moments).breaks().is_some()
}

fn scale(moments: &[Moment]) -> Scale {
    let starts: Vec<f64> = moments.iter().filter_map(|m| m.date.first().or(m.date.last())).map(year).collect();
    let ends = moments.iter().filter_map(|m| m.date.last().or(m.date.first())).map(year);
    let end = ends.reduce(f64::max).unwrap_or(1.0);
    Scale::of(&starts, end, (MARGIN, WIDTH - MARGIN))
}

/// A day as a year with its fraction.
fn year(date: Date) -> f64 {
    f64::from(date.year()) + (f64::from(date.day_of_year()) - 1.0) / f64::from(date.days_in_year())
}

fn mark(number: usize, moment: &Moment, scale: &Scale) -> Option<Mark> {
    let lasts = matches!(moment.date, Edtf::Interval(..));
    let open = lasts && moment.date.last().is_none();
    let from = scale.x(year(moment.date.first().or(moment.date.last())?));
    let to = match moment.date.last() {
        Some(last) if lasts => scale.x(year(last)),
        None => WIDTH - MARGIN,
        Some(_) => from,
    };
    Some(Mark { number, sign: signum(moment.sign), from, to, open, lane: 0 })
}

/// Half the width of a numbered mark.
fn half(number: usize) -> f64 {
    fit::width(&number.to_string(), 12.0).mul_add(0.5, 5.0).max(10.0)
}

/// The marks of one sign in lanes, and the height of their band; no band without marks.
fn band(marks: &[Mark], sign: i8, top: f64, language: Language) -> (Markup, f64) {
    let (placed, lanes) = lanes(marks, sign);
    if placed.is_empty() {
        return (html! {}, 0.0);
    }
    let height = HEAD + LANE * f64::from(lanes) + 8.0;
    let start = if language == Language::Ar { WIDTH - 8.0 } else { 8.0 };
    let name = format!("{} {}", symbol(Some(sign)), label(&format!("page-lane-{}", sign_name(Some(sign))), language));
    let markup = html! {
        g class=(format!("band band-{}", sign_name(Some(sign)))) {
            line.rule x1="0" y1=(px(top)) x2=(px(WIDTH)) y2=(px(top)) stroke="#d0d0c8" stroke-width="1" {}
            (svg::from_start("band-name", At { x: start, y: top + 18.0 }, 14.0, language, &name))
            @for m in &placed { (one(m, LANE.mul_add(f64::from(m.lane) + 0.5, top + HEAD))) }
        }
    };
    (markup, height)
}

/// Each mark in the first lane where it meets no other, and how many lanes there are.
fn lanes(marks: &[Mark], sign: i8) -> (Vec<Mark>, u32) {
    let mut chosen: Vec<Mark> = marks.iter().filter(|m| m.sign == sign).map(Mark::copy).collect();
    chosen.sort_by(|a, b| a.from.total_cmp(&b.from).then(a.number.cmp(&b.number)));
    let mut ends: Vec<f64> = Vec::new();
    for m in &mut chosen {
        let (from, to) = (m.from - half(m.number), m.to.max(m.from + half(m.number)));
        let lane = ends.iter().position(|end| end + 3.0 <= from).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        m.lane = u32::try_from(lane).unwrap_or(u32::MAX);
    }
    (chosen, u32::try_from(ends.len()).unwrap_or(u32::MAX))
}

impl Mark {
    const fn copy(&self) -> Self {
        Self { number: self.number, sign: self.sign, from: self.from, to: self.to, open: self.open, lane: self.lane }
    }
}

fn one(mark: &Mark, y: f64) -> Markup {
    let sign = Some(mark.sign);
    let bounds = Bounds { centre: At { x: mark.from, y }, width: 2.0 * half(mark.number), height: 20.0 };
    let class = format!("mark mark-{}", sign_name(sign));
    let ink = format!("mark-text badge-text-{}", sign_name(sign));
    html! {
        @if mark.to > mark.from + 1.0 { (bar(mark, y)) }
        (pill(&class, &bounds, 10.0, PAPER, colour(sign)))
        (words(&ink, At { x: mark.from, y: y + 4.3 }, 12.0, colour(sign), Language::En, &mark.number.to_string()))
    }
}

/// What lasts as a bar; an open end as an arrow.
fn bar(mark: &Mark, y: f64) -> Markup {
    let sign = Some(mark.sign);
    let class = format!("tie tie-{}", sign_name(sign));
    html! {
        line class=(class) x1=(px(mark.from)) y1=(px(y)) x2=(px(mark.to)) y2=(px(y)) stroke=(colour(sign)) stroke-width="4"
            stroke-dasharray=[dashes(sign)] {}
        @if mark.open {
            path class=(format!("arrow arrow-{}", sign_name(sign))) fill=(colour(sign))
                d=(format!("M{} {} l12 7 l-12 7 z", px(mark.to - 2.0), px(y - 7.0))) {}
        }
    }
}

fn grid(scale: &Scale, bottom: f64) -> Markup {
    html! {
        @for year in scale.ticks(TICK) {
            @let x = px(scale.x(f64::from(year)));
            line.rule x1=(x) y1="6" x2=(x) y2=(px(bottom)) stroke="#e4e2da" stroke-width="1" {}
        }
    }
}

fn axis(scale: &Scale, y: f64) -> Markup {
    html! {
        line.axis x1=(px(MARGIN)) y1=(px(y)) x2=(px(WIDTH - 6.0)) y2=(px(y)) stroke=(MUTED) stroke-width="1.5" {}
        path.axis-end fill=(MUTED) d=(format!("M{} {} l10 5 l-10 5 z", px(WIDTH - 12.0), px(y - 5.0))) {}
        @for year in scale.ticks(TICK) {
            (words("tick", At { x: scale.x(f64::from(year)), y: y + 20.0 }, 13.0, MUTED, Language::En, &year.to_string()))
        }
        @if let Some(x) = scale.breaks() { (zigzag(x, y)) }
    }
}

/// The sign that the scale changes here.
fn zigzag(x: f64, y: f64) -> Markup {
    html! {
        path.break d=(format!("M{} {} l5 -16 M{} {} l5 -16", px(x - 10.0), px(y + 8.0), px(x - 4.0), px(y + 8.0)))
            fill="none" stroke=(MUTED) stroke-width="2" {}
    }
}

/// What the picture shows, in one sentence.
pub(in crate::render) fn summary(moments: &[Moment], language: Language) -> String {
    let count = |sign: i8| Arg::Text(moments.iter().filter(|m| signum(m.sign) == sign).count().to_string());
    let day = |m: Option<&Moment>| Arg::Text(m.map_or_else(String::new, |m| end_of(m, language)));
    let args = [
        ("count", Arg::count(moments.len())),
        ("from", day(moments.first())),
        ("to", day(moments.last())),
        ("friendly", count(1)),
        ("hostile", count(-1)),
        ("neither", count(0)),
    ];
    with("page-timeline-summary", &args, language)
}

/// The day on which a fact begins, as precise as it is known.
fn end_of(moment: &Moment, language: Language) -> String {
    match moment.date {
        Edtf::Interval(Some(p), _) | Edtf::Interval(None, Some(p)) => date(Edtf::Point(p), language),
        other => date(other, language),
    }
}
