//! A question of a reader: restated formally, then answered from the base and the latest articles.

use std::sync::atomic::{AtomicUsize, Ordering};

use detente::brief::Evidence;
use detente::{Asked, Brief, Manner, Sources, ask};
use maud::{Markup, html};

use super::brief::captured;
use super::layout::{Sheet, none, page, same};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, language_of};

/// A question has at most so many letters.
const LONGEST: usize = 400;
/// At most so many questions are worked on at once.
const MOST_AT_ONCE: usize = 2;
/// A ledger with more records than this is not read whole for a question of a reader.
const MOST_RECORDS: i64 = 20_000;

static AT_WORK: AtomicUsize = AtomicUsize::new(0);

/// A place among the questions that are worked on.
struct Turn;

impl Turn {
    fn take() -> Result<Self, Fault> {
        let more = |n: usize| (n < MOST_AT_ONCE).then_some(n + 1);
        AT_WORK.fetch_update(Ordering::AcqRel, Ordering::Acquire, more).map(|_| Self).map_err(|_| Fault::Busy)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        AT_WORK.fetch_sub(1, Ordering::AcqRel);
    }
}

/// `/{lang}/ask?q=`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let words = call.asked("q").unwrap_or_default();
    if words.chars().count() > LONGEST {
        return Err(Fault::Invalid(tongue.say("site-ask-long")));
    }
    let answer = if words.is_empty() { none() } else { answer(call, words, tongue)? };
    let sheet = Sheet {
        title: tongue.say("site-ask"),
        description: tongue.say("site-ask-about"),
        path: same("/ask"),
        hidden: !words.is_empty(),
        head: none(),
        main: html! {
            h1 { (tongue.say("site-ask")) }
            p.summary { (tongue.say("site-ask-about")) }
            form.ask method="get" action=(format!("/{}/ask", tongue.0.tag())) role="search" {
                label for="q" { (tongue.say("site-ask-label")) }
                textarea #q name="q" rows="3" dir="auto" maxlength=(LONGEST) required aria-describedby="q-help" { (words) }
                p.note #q-help { (tongue.say("site-ask-help")) }
                button { (tongue.say("site-ask-button")) }
            }
            (answer)
        },
        ..Sheet::default()
    };
    call.app.read(|site| page(call, site, &sheet))
}

fn answer(call: &Call<'_>, words: &str, tongue: Tongue) -> Result<Markup, Fault> {
    let day = call.app.clock.day();
    let asked = Asked { words: Some(words), shift: None, on: None, as_of: day, horizon: 5 };
    let question = match asked.read() {
        Ok(question) => question,
        Err(e) => return Ok(unread(&e.to_string(), tongue)),
    };
    let _turn = Turn::take()?;
    let (mut brief, whole) = call.app.read(|site| {
        let small = site.ledger().n_records()? <= MOST_RECORDS;
        let sources = Sources { articles: &[], ledger: small.then(|| site.ledger()) };
        let brief = ask(question, &sources, &Manner::default()).map_err(|e| Fault::Failed(e.to_string()))?;
        Ok::<_, Fault>((brief, small))
    })?;
    brief.language = language_of(words);
    Ok(html! {
        @if !whole { p.notice { (tongue.say("site-ask-base-only")) } }
        (drawn(&brief, tongue))
        p.note { (tongue.say("site-ask-machine")) }
    })
}

fn unread(what: &str, tongue: Tongue) -> Markup {
    html! {
        div.notice role="alert" {
            p { strong { (tongue.say("site-ask-unread")) } }
            p lang="en" dir="ltr" { (what) }
            p { (tongue.say("site-ask-help")) }
        }
    }
}

fn drawn(brief: &Brief, tongue: Tongue) -> Markup {
    let at = |e: &Evidence| captured(e, tongue.0);
    let inside = detente::render::inside(brief, tongue.0, &at);
    html! { div.brief { (inside.contents) (inside.sections) } }
}
