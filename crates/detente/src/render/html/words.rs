//! Words as markup: escaped, hidden characters shown, every quote and code running its own way.

use detente_codebook::Language;
use maud::{Markup, html};

use crate::render::text::{Piece, followable, language_of, other, pieces};
use crate::visible::shown as visible;

/// A sentence in `language`: quotes in `q`, words of the other script in `bdi`.
pub(super) fn prose(text: &str, language: Language) -> Markup {
    shown(&pieces(text, language), language)
}

/// Words of others: in `bdi`, with their own language where it is not that of the page.
pub(super) fn data(text: &str, page: Language) -> Markup {
    let own = language_of(text);
    let lang = (own != page).then(|| own.tag());
    html! { bdi lang=[lang] dir=(own.dir()) { (prose(text, own)) } }
}

fn shown(pieces: &[Piece], around: Language) -> Markup {
    html! { @for piece in pieces { (one(piece, around)) } }
}

fn one(piece: &Piece, around: Language) -> Markup {
    match piece {
        Piece::Plain(text) => html! { (text.replace(" %", "\u{A0}%")) },
        Piece::Hidden(mark) => html! { span.hidden-char dir="ltr" { (mark) } },
        Piece::Quoted(inner, own) => html! {
            q lang=[(*own != around).then(|| own.tag())] { bdi dir=(own.dir()) { (shown(inner, *own)) } }
        },
        Piece::Foreign(text) => html! { bdi lang=[lang_of(text, around)] dir=(other(around).dir()) { (text) } },
    }
}

/// Arabic words within English need their language; Latin runs within Arabic are mostly codes.
fn lang_of(text: &str, around: Language) -> Option<&'static str> {
    let worded = around == Language::En || text.chars().any(|c| c.is_ascii_lowercase());
    worded.then(|| other(around).tag())
}

/// A code, an id or a command: left to right, in a face of even width.
pub(super) fn code(text: &str) -> Markup {
    html! { code dir="ltr" { (visible(text)) } }
}

/// An address: a link when a browser may follow it, else the address as it stands.
pub(super) fn address(url: &str) -> Markup {
    let shown = visible(url);
    match followable(url) {
        Some(href) => html! { a.url href=(href) dir="ltr" rel="noreferrer" { (shown) } },
        None => html! { span.url dir="ltr" { (shown) } },
    }
}
