//! The table of pairs as a picture: rows attack, columns are attacked.

use std::fmt::Write as _;

use detente::words::label;
use detente_codebook::{ActorCode, Language};
use detente_lens::treaty::security::{Judgement, Pair, Scheme};

const CELL: usize = 46;
const LEFT: usize = 80;
const TOP: usize = 96;

/// The colour of a pair, and the key of its meaning.
fn shade(pair: &Pair) -> (&'static str, &'static str) {
    match (pair.covered(), pair.outweighs()) {
        (false, _) => ("#c0392b", "security-key-open"),
        (true, Some(true)) => ("#2e7d57", "security-key-strong"),
        (true, Some(false)) => ("#e0a030", "security-key-weak"),
        (true, None) => ("#8a97a8", "security-key-unweighed"),
    }
}

/// The picture, by the number of those bound in each cell.
pub(super) fn svg(scheme: &Scheme, j: &Judgement, language: Language) -> String {
    let mut aggressors: Vec<&ActorCode> = j.pairs.iter().map(|p| &p.aggressor).collect();
    aggressors.dedup();
    let (width, bottom) = (LEFT + CELL * j.members.len() + 20, TOP + CELL * aggressors.len());
    let (width, height) = (width.max(420), bottom + 110);
    let title = escape(if language == Language::Ar { &scheme.ar } else { &scheme.en });
    let direction = if language == Language::Ar { " direction=\"rtl\"" } else { "" };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n<title>{title}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n"
    );
    let centre = width / 2;
    let _ = writeln!(
        out,
        "<text x=\"{centre}\" y=\"24\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"bold\"{direction}>{title} ({})</text>",
        j.day
    );
    let _ = writeln!(
        out,
        "<text x=\"{centre}\" y=\"48\" text-anchor=\"middle\" fill=\"#444\"{direction}>{}</text>",
        escape(&label("security-key-axes", language))
    );
    for (i, member) in j.members.iter().enumerate() {
        let x = LEFT + CELL * i + CELL / 2;
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{member}</text>", TOP - 10);
    }
    for (row, aggressor) in aggressors.iter().enumerate() {
        let y = TOP + CELL * row;
        let _ = writeln!(out, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{aggressor}</text>", LEFT - 10, y + CELL / 2 + 5);
        for pair in j.pairs.iter().filter(|p| p.aggressor == **aggressor) {
            out.push_str(&cell(pair, j, y));
        }
    }
    out.push_str(&keys(bottom + 22, language));
    out.push_str("</svg>\n");
    out
}

fn cell(pair: &Pair, j: &Judgement, y: usize) -> String {
    let column = j.members.iter().position(|m| *m == pair.victim).unwrap_or(0);
    let (x, (fill, _)) = (LEFT + CELL * column, shade(pair));
    let side = CELL - 3;
    let (tx, ty, n) = (x + CELL / 2 - 1, y + CELL / 2 + 4, pair.bound.len());
    let bound = pair.bound.iter().map(ActorCode::as_str).collect::<Vec<_>>().join(" ");
    format!(
        "<g><title>{} &#8594; {}: {bound}</title><rect x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" rx=\"4\" fill=\"{fill}\"/><text x=\"{tx}\" y=\"{ty}\" text-anchor=\"middle\" fill=\"#ffffff\">{n}</text></g>\n",
        pair.aggressor, pair.victim
    )
}

fn keys(top: usize, language: Language) -> String {
    let all = [
        ("#2e7d57", "security-key-strong"),
        ("#e0a030", "security-key-weak"),
        ("#c0392b", "security-key-open"),
        ("#8a97a8", "security-key-unweighed"),
    ];
    let mut out = String::new();
    for (i, (fill, id)) in all.iter().enumerate() {
        let y = top + 20 * i;
        let _ = writeln!(
            out,
            "<rect x=\"20\" y=\"{}\" width=\"14\" height=\"14\" fill=\"{fill}\"/><text x=\"42\" y=\"{y}\">{}</text>",
            y.saturating_sub(12),
            escape(&label(id, language))
        );
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
