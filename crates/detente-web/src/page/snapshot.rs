//! A captured text, with the words that a claim rests on marked in it.

use detente::visible::shown;
use detente_codebook::{Span, Text};
use maud::{Markup, html};

use super::layout::{Sheet, none, page, same};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code, data, language_of};

/// A text longer than this is shown around the quote only.
const LONGEST: usize = 60_000;

/// `/{lang}/s/{digest}?from=&to=`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let digest = call.param("digest");
    let number = |name| call.asked(name).and_then(|v| v.parse::<usize>().ok());
    let span = number("from").zip(number("to")).map(|(from, to)| Span::new(from, to));
    call.app.read(|site| {
        let captured = site.ledger().captured(digest)?.ok_or(Fault::NotFound)?;
        let text = Text::new(&captured.text);
        let quoted = span.filter(|s| !s.is_empty() && text.quote(*s).is_some());
        let source = &captured.source;
        let sheet = Sheet {
            title: source.title.clone(),
            description: tongue.say("site-captured-about"),
            path: same(&format!("/s/{digest}")),
            hidden: true,
            head: none(),
            main: html! {
                header {
                    p.kicker { (tongue.say("site-captured")) }
                    h1 { (data(&source.title, tongue.0)) }
                    p.byline {
                        @if let Some(date) = source.date { span { (tongue.date(date)) } }
                        @if let Some(url) = source.url.as_deref().filter(|u| u.starts_with("http")) {
                            span { a href=(url) dir="ltr" rel="noreferrer nofollow" { (shown(url)) } }
                        }
                        span { (tongue.say("site-digest")) " " (code(digest)) }
                    }
                }
                p.note { (tongue.say(if quoted.is_some() { "site-captured-about" } else { "site-captured-whole" })) }
                @if span.is_some() && quoted.is_none() { p.notice { (tongue.say("site-quote-lost")) } }
                (body(&text, quoted))
            },
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })
}

fn body(text: &Text, quoted: Option<Span>) -> Markup {
    let language = language_of(text.as_str());
    let from = quoted.map_or(0, |q| q.start.saturating_sub(LONGEST / 2));
    let to = (from + LONGEST).min(text.len());
    let slice = |a: usize, b: usize| shown(&text.slice(Span::new(a, b)));
    html! {
        div.captured lang=(language.tag()) dir=(language.dir()) {
            @if from > 0 { p { "…" } }
            @match quoted {
                Some(q) => { (slice(from, q.start)) mark #quote tabindex="-1" { (slice(q.start, q.end)) } (slice(q.end, to.max(q.end))) }
                None => { (slice(from, to)) }
            }
            @if to < text.len() { p { "…" } }
        }
    }
}
