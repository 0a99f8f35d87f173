//! The network around an actor: a picture, the table that says the same, and files of it.

use detente::brief::{NetworkView, Node, TieView};
use detente_codebook::{ActorCode, Dyad, Language, Phrase};
use detente_lens::Relations;
use detente_lens::relations::TieSign;
use maud::{Markup, PreEscaped, html};

use super::dyad::sign_name;
use super::layout::files;
use super::link;
use crate::words::Tongue;

/// At most so many neighbours are drawn: those to whom the ties weigh most.
const MOST: usize = 12;

fn node(code: &ActorCode, own: &ActorCode) -> Node {
    let name = Phrase { ar: Tongue(Language::Ar).actor(code), en: Tongue(Language::En).actor(code) };
    Node { code: code.clone(), name, asked: code == own }
}

/// An actor, its nearest neighbours, and every tie between them.
pub(crate) fn view(own: &ActorCode, relations: &Relations) -> NetworkView {
    let mut near: Vec<(ActorCode, f64)> = relations.neighbours(own).into_iter().collect();
    near.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0)));
    let mut codes: Vec<ActorCode> = near.into_iter().take(MOST).map(|(code, _)| code).chain([own.clone()]).collect();
    codes.sort();
    let pairs =
        codes.iter().enumerate().flat_map(|(n, a)| codes.iter().skip(n + 1).map(move |b| Dyad::new(a.clone(), b.clone())));
    let tie = |dyad: Dyad| {
        let relation = relations.of(&dyad)?;
        let sign = relation.sign();
        (sign != TieSign::Unknown).then(|| TieView {
            before: sign.value(),
            after: sign.value(),
            evidence: relation.strongest(4),
            dyad,
        })
    };
    NetworkView { ties: pairs.filter_map(tie).collect(), actors: codes.iter().map(|c| node(c, own)).collect() }
}

/// The picture and its table.
pub(crate) fn section(own: &ActorCode, relations: &Relations, tongue: Tongue) -> Markup {
    let view = view(own, relations);
    let names = ["network.json", "network.csv", "network.graphml", "network.gexf"];
    let all = names.map(|name| (name, format!("/api/v1/actors/{own}/{name}")));
    html! {
        @if !view.ties.is_empty() {
            section.around aria-labelledby="network" {
                h2 #network { (tongue.say("site-network")) }
                figure.picture { div.scroll role="group" tabindex="0" aria-label=(tongue.say("site-network")) {
                    (PreEscaped(detente::render::network_svg(&view, None, 0, tongue.0)))
                } }
                details { summary { (tongue.say("page-network-table")) } (table(&view, tongue)) }
                (files(tongue, &all))
            }
        }
    }
}

fn table(view: &NetworkView, tongue: Tongue) -> Markup {
    let sign = |t: &TieView| match t.before {
        1 => TieSign::Friendly,
        -1 => TieSign::Hostile,
        _ => TieSign::Mixed,
    };
    html! {
        table.ties {
            thead { tr { th scope="col" { (tongue.say("page-relation")) } th scope="col" { (tongue.say("page-as-is")) } } }
            tbody { @for t in &view.ties { tr {
                th scope="row" { a href=(format!("/{}{}", tongue.0.tag(), link::dyad(&t.dyad))) { (tongue.dyad(&t.dyad)) } }
                td { (tongue.say(&format!("page-sign-{}", sign_name(sign(t))))) }
            } } }
        }
    }
}
