//! The signed network around a question as a picture.
//!
//! Friendly ties are whole and marked `+`, hostile ones dashed and marked with a minus sign, ties
//! without a clear sign dotted: colour is never alone. The supposed shift and the relation asked
//! about are broad and named. A tie that changes carries both signs.

use detente_codebook::{ActorCode, Language};
use detente_lens::Arg;
use maud::{Markup, html};

use super::fit;
use super::legend::{self, Entry};
use super::relation::{Role, asked, related};
use super::ring::{Placed, Plan, place};
use super::svg::{Arc, At, Bounds, INK, PAPER, colour, dashes, picture, pill, px, words};
use crate::brief::{Asking, NetworkView, Node};
use crate::render::label::{arrow, label, sign_name, symbol, with};

const NAME: f64 = 16.0;
const LINE: f64 = 20.0;
const BADGE: f64 = 14.0;

/// The network as SVG in `language`. The order of the actors comes from `seed`; the same input gives
/// the same bytes.
#[must_use]
pub fn network_svg(view: &NetworkView, question: Option<&Asking>, seed: u64, language: Language) -> String {
    let names: Vec<Vec<String>> = view.actors.iter().map(|n| fit::lines(n.name.get(language), 13)).collect();
    let sizes: Vec<(f64, f64)> = names.iter().map(|lines| size(lines)).collect();
    let lines = lines(view, question);
    let ties: Vec<(usize, usize, i8)> = lines.iter().filter_map(|l| Some((l.from, l.to, l.after?))).collect();
    let order = question.map_or_else(Vec::new, |q| indices(view, &asked(q)));
    let placed = place(&Plan { sizes: &sizes, asked: &order, ties: &ties, seed });
    let (legend, legend_height) =
        legend::rows(&entries(question.is_some(), language), placed.width, placed.height + 8.0, language);
    let body = html! {
        (drawn(&lines, &placed))
        @for (n, node) in view.actors.iter().enumerate() { (actor(node, n, &names, &placed, language)) }
        (badges(&lines, &placed, language))
        (legend)
    };
    let height = placed.height + legend_height + 12.0;
    let title = label(if question.is_some() { "page-network" } else { "page-network-alone" }, language);
    picture("network", (placed.width, height), language, &title, &summary(view, language), &body)
}

fn size(lines: &[String]) -> (f64, f64) {
    let widest = lines.iter().map(|l| fit::width(l, NAME)).fold(24.0, f64::max);
    let count = f64::from(u32::try_from(lines.len().max(1)).unwrap_or(1));
    (widest + 22.0, LINE.mul_add(count, 12.0))
}

fn indices(view: &NetworkView, codes: &[ActorCode]) -> Vec<usize> {
    codes.iter().filter_map(|c| view.actors.iter().position(|n| n.code == *c)).collect()
}

/// One line of the picture.
struct Line {
    from: usize,
    to: usize,
    role: Option<Role>,
    before: Option<i8>,
    after: Option<i8>,
}

/// The lines, those of the question last so that they lie on top.
fn lines(view: &NetworkView, question: Option<&Asking>) -> Vec<Line> {
    let at = |code: &ActorCode| view.actors.iter().position(|n| n.code == *code);
    let of_question = question.map_or_else(Vec::new, |q| related(view, q));
    let plain = view.ties.iter().filter(|t| of_question.iter().all(|r| r.dyad != t.dyad));
    let plain = plain.filter_map(|t| {
        let (before, after) = (Some(t.before), Some(t.after));
        Some(Line { from: at(&t.dyad.a)?, to: at(&t.dyad.b)?, role: None, before, after })
    });
    let broad = of_question.iter().rev().filter(|r| r.role != Role::Other || r.after.is_some());
    let broad = broad.filter_map(|r| {
        Some(Line { from: at(&r.dyad.a)?, to: at(&r.dyad.b)?, role: Some(r.role), before: r.before, after: r.after })
    });
    plain.chain(broad).collect()
}

/// How far a line bows towards the middle of the ring, so that it passes no name of the ring.
const BOW: f64 = 0.36;

fn arc(line: &Line, placed: &Placed) -> Option<Arc> {
    let (a, b) = (placed.boxes.get(line.from)?, placed.boxes.get(line.to)?);
    let centre = At { x: placed.width / 2.0, y: placed.height / 2.0 };
    let middle = At { x: f64::midpoint(a.centre.x, b.centre.x), y: f64::midpoint(a.centre.y, b.centre.y) };
    let towards = |m: f64, c: f64| (c - m).mul_add(BOW, m);
    let via = At { x: towards(middle.x, centre.x), y: towards(middle.y, centre.y) };
    Some(Arc { from: a.edge_towards(via), via, to: b.edge_towards(via) })
}

const fn named(line: &Line) -> bool {
    matches!(line.role, Some(Role::Shift | Role::Target))
}

fn drawn(lines: &[Line], placed: &Placed) -> Markup {
    html! { @for line in lines { @if let Some(arc) = arc(line, placed) { (stroke(line, &arc)) } } }
}

fn stroke(line: &Line, arc: &Arc) -> Markup {
    let class = format!("tie tie-{}{}", sign_name(line.after), if line.role.is_none() { " tie-around" } else { "" });
    html! {
        @if let Some(class) = halo(line) {
            path class=(class) d=(arc.path()) fill="none" stroke="#e3d9b8" stroke-width="16" stroke-linecap="round" {}
        }
        path class=(class) d=(arc.path()) fill="none" stroke=(colour(line.after)) stroke-width=(px(width(line)))
            stroke-linecap="round" stroke-dasharray=[dashes(line.after)] {}
    }
}

const fn halo(line: &Line) -> Option<&'static str> {
    match line.role {
        Some(Role::Shift) => Some("halo halo-shift"),
        Some(Role::Target) => Some("halo halo-target"),
        _ => None,
    }
}

const fn width(line: &Line) -> f64 {
    match line.role {
        Some(Role::Shift | Role::Target) => 4.5,
        Some(Role::Other) => 3.0,
        None => 1.6,
    }
}

fn actor(node: &Node, n: usize, names: &[Vec<String>], placed: &Placed, language: Language) -> Markup {
    let (Some(bounds), Some(lines)) = (placed.boxes.get(n), names.get(n)) else { return html! {} };
    let (class, fill, ink) = if node.asked { ("node node-asked", INK, PAPER) } else { ("node", PAPER, INK) };
    let count = f64::from(u32::try_from(lines.len()).unwrap_or(1));
    let first = LINE.mul_add(-(count - 1.0) / 2.0, bounds.centre.y + NAME * 0.34);
    let ink_class = if node.asked { "name name-asked" } else { "name" };
    html! {
        (pill(class, bounds, 9.0, fill, INK))
        @for (k, line) in (0_u32..).zip(lines) {
            (words(ink_class, At { x: bounds.centre.x, y: LINE.mul_add(f64::from(k), first) }, NAME, ink, language, line))
        }
    }
}

/// Up to how many lines each carries its sign. In a denser network only those of the question and
/// those that change do; the dashes and the table say the sign of the others.
const MOST_MARKED: usize = 36;

/// The sign of each line on it, where it hides no name and no other sign.
fn badges(lines: &[Line], placed: &Placed, language: Language) -> Markup {
    let mut taken: Vec<Bounds> = placed.boxes.clone();
    let mut out = Vec::new();
    let marked = |line: &&Line| lines.len() <= MOST_MARKED || line.role.is_some() || line.before != line.after;
    for line in lines.iter().rev().filter(marked) {
        let Some(arc) = arc(line, placed) else { continue };
        let text = badge_text(line, language);
        let bounds = spot(&arc, badge_width(&text), &taken);
        taken.push(bounds);
        out.push(badge(line, &bounds, &text, language));
    }
    html! { @for one in out.iter().rev() { (one) } }
}

fn badge_width(text: &str) -> f64 {
    if text.chars().count() == 1 { 19.0 } else { fit::width(text, BADGE) + 14.0 }
}

fn badge_text(line: &Line, language: Language) -> String {
    let changes = line.before != line.after;
    let signs = if changes {
        format!("{} {} {}", symbol(line.before), arrow(language), symbol(line.after))
    } else {
        symbol(line.after).to_owned()
    };
    match line.role {
        Some(Role::Shift) => format!("{}: {signs}", label("page-network-label-shift", language)),
        Some(Role::Target) => format!("{}: {signs}", label("page-network-label-target", language)),
        _ => signs,
    }
}

/// The place along a line nearest its middle that meets nothing yet; the middle when all meet.
fn spot(arc: &Arc, width: f64, taken: &[Bounds]) -> Bounds {
    let along = |t: f64| Bounds { centre: arc.at(t), width, height: if width < 20.0 { 19.0 } else { 24.0 } };
    let places = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86];
    let free = places.into_iter().map(along).find(|b| taken.iter().all(|t| !b.meets(t, 1.5)));
    free.unwrap_or_else(|| along(0.5))
}

fn badge(line: &Line, bounds: &Bounds, text: &str, language: Language) -> Markup {
    let class = format!("badge badge-{}{}", sign_name(line.after), if named(line) { " badge-named" } else { "" });
    let at = At { x: bounds.centre.x, y: bounds.centre.y + BADGE * 0.35 };
    let ink = format!("badge-text badge-text-{}", sign_name(line.after));
    html! {
        (pill(&class, bounds, bounds.height / 2.0, PAPER, colour(line.after)))
        (words(&ink, at, BADGE, colour(line.after), language, text))
    }
}

fn entries(asked: bool, language: Language) -> Vec<Entry> {
    let sign = |s: i8| Entry::Tie(Some(s), label(&format!("page-sign-{}", sign_name(Some(s))), language));
    let mut out = vec![sign(1), sign(-1), sign(0)];
    if asked {
        out.push(Entry::Actor(label("page-network-actor", language)));
        out.push(Entry::Change(label("page-network-change", language)));
    }
    out
}

/// What the picture shows, in one sentence.
pub(in crate::render) fn summary(view: &NetworkView, language: Language) -> String {
    let count = Arg::count;
    let signed = |s: i8| view.ties.iter().filter(|t| t.before.signum() == s).count();
    let shown = |n: usize| Arg::Text(n.to_string());
    let args = [
        ("actors", count(view.actors.len())),
        ("ties", count(view.ties.len())),
        ("friendly", shown(signed(1))),
        ("hostile", shown(signed(-1))),
        ("neither", shown(signed(0))),
        ("changed", shown(view.ties.iter().filter(|t| t.before != t.after).count())),
    ];
    with("page-network-summary", &args, language)
}
