//! A poll: the question and its result without a script; one vote a token.
//!
//! The token is made by this site, bound to a cookie, and kept as a digest only. Who votes is not
//! kept, so that nobody can tell; that is also why the result is no sample, and the page says so.

use detente_ledger::site::{Count, Site, Vote};
use maud::{Markup, html};

use super::layout::{Sheet, none, page, same};
use crate::call::Call;
use crate::fault::Fault;
use crate::limit::Kind;
use crate::reply::Reply;
use crate::token;
use crate::words::Tongue;

/// Nobody reads a question and answers it faster; programs do.
const FASTEST_SECONDS: i64 = 2;
/// A form is good for a day.
const LONGEST_SECONDS: i64 = 24 * 3600;

/// The name of the cookie.
fn cookie_name(call: &Call<'_>, id: i64) -> String {
    if call.app.config.is_secure() { format!("__Host-poll{id}") } else { format!("poll{id}") }
}

/// The result as bars with their numbers.
pub(crate) fn result(count: &Count, tongue: Tongue) -> Markup {
    let n = count.n();
    let share = |votes: u32| if n == 0 { 0.0 } else { f64::from(votes) / f64::from(n) };
    html! {
        div.poll-result {
            @for (answer, votes) in count.poll.answers.iter().zip(&count.votes) {
                span { (tongue.phrase(answer)) }
                meter min="0" max="1" value=(format!("{:.3}", share(*votes))) aria-label=(tongue.of(answer)) {}
                span { @if n > 0 { (tongue.share(share(*votes))) " " } "(" (votes) ")" }
            }
        }
        p.note { (tongue.count("site-poll-n", u64::from(n))) " " (tongue.say("site-poll-no-sample")) }
    }
}

/// The latest poll beside the briefs.
pub(crate) fn boxed(site: &Site, tongue: Tongue) -> Result<Markup, Fault> {
    let Some(id) = site.latest_poll()? else { return Ok(none()) };
    let count = site.poll(id)?;
    Ok(html! {
        section.box aria-labelledby="box-poll" {
            h2 #box-poll { (tongue.phrase(&count.poll.question)) }
            (result(&count, tongue))
            @if count.open { p { a href=(format!("/{}/poll/{id}", tongue.0.tag())) { (tongue.say("site-poll-vote")) } } }
            @else { p.note { (tongue.say("site-poll-closed")) } }
        }
    })
}

/// The secret of this reader's vote: of the cookie when it is ours, else a new one.
fn ticket(call: &Call<'_>, id: i64) -> Result<(String, bool), Fault> {
    let kept = call.cookie(&cookie_name(call, id)).filter(|c| call.app.keys.open("ticket", c).is_some());
    if let Some(kept) = kept {
        return Ok((kept.to_owned(), false));
    }
    let secret = token::secret().map_err(|e| Fault::Failed(e.to_string()))?;
    Ok((call.app.keys.sign("ticket", &format!("{id}-{secret}")), true))
}

/// `/{lang}/poll/{id}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let id = call.number("id")?;
    let (ticket, new) = ticket(call, id)?;
    let form = mark(call, &ticket);
    let reply = call.app.read(|site| {
        let count = site.poll(id)?;
        let sheet = Sheet {
            title: tongue.say("site-poll"),
            description: tongue.of(&count.poll.question).to_owned(),
            path: same(&format!("/poll/{id}")),
            head: none(),
            main: html! {
                p.kicker { (tongue.say("site-poll")) }
                h1 { (tongue.phrase(&count.poll.question)) }
                (said(call, tongue))
                @if count.open { (ballot(&count, &form, tongue)) } @else { p.notice { (tongue.say("site-poll-closed")) } }
                section aria-labelledby="result" { h2 #result { (tongue.say("site-poll-result")) } (result(&count, tongue)) }
            },
            ..Sheet::default()
        };
        page(call, site, &sheet)
    })?;
    let flags = if call.app.config.is_secure() { "; Secure" } else { "" };
    let cookie = format!("{}={ticket}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{flags}", cookie_name(call, id));
    Ok(if new { reply.own().with("set-cookie", cookie) } else { reply.own() })
}

fn said(call: &Call<'_>, tongue: Tongue) -> Markup {
    let known = ["counted", "before", "closed"].into_iter().find(|k| call.asked("said") == Some(k));
    html! { @if let Some(said) = known { p.notice role="status" { (tongue.say(&format!("site-poll-{said}"))) } } }
}

fn ballot(count: &Count, form: &str, tongue: Tongue) -> Markup {
    html! {
        form method="post" action=(format!("/{}/poll/{}", tongue.0.tag(), count.id)) {
            input type="hidden" name="form" value=(form);
            fieldset {
                legend { (tongue.say("site-poll-answer")) }
                @for (n, answer) in count.poll.answers.iter().enumerate() {
                    label.choice { input type="radio" name="answer" value=(n) required; (tongue.phrase(answer)) }
                }
                button { (tongue.say("site-poll-vote")) }
            }
        }
    }
}

/// The mark of a form, which binds it to its moment and to a ticket.
fn mark(call: &Call<'_>, ticket: &str) -> String {
    call.app.keys.sign("vote", &format!("{}-{}", call.app.clock.seconds(), token::digest(ticket)))
}

/// `POST /{lang}/poll/{id}`.
pub(crate) fn vote(call: &Call<'_>) -> Result<Reply, Fault> {
    call.same_origin()?;
    let id = call.number("id")?;
    let said = cast(call, id, call.cookie(&cookie_name(call, id)).unwrap_or_default())?;
    Ok(Reply::see(&format!("/{}/poll/{id}?said={said}", call.language().tag())))
}

/// Counts the vote of a ticket, from a form or from a program: both keep to the same rules.
fn cast(call: &Call<'_>, id: i64, ticket: &str) -> Result<&'static str, Fault> {
    let stale = || Fault::Invalid(Tongue(call.language()).say("site-form-stale"));
    let ours = call.app.keys.open("ticket", ticket).is_some_and(|t| t.starts_with(&format!("{id}-")));
    let form = call.app.keys.open("vote", call.field("form")).filter(|_| ours).ok_or_else(stale)?;
    let (made, owner) = form.split_once('-').ok_or_else(stale)?;
    let age = call.app.clock.seconds() - made.parse::<i64>().map_err(|_| stale())?;
    if owner != token::digest(ticket) || !(FASTEST_SECONDS..=LONGEST_SECONDS).contains(&age) {
        return Err(stale());
    }
    let answer: usize = call.field("answer").parse().map_err(|_| Fault::Invalid("answer: one is chosen".to_owned()))?;
    call.app.limits.take(Kind::Vote, call.remote, call.app.clock.seconds()).map_err(Fault::TooMany)?;
    Ok(match call.app.write_front(|site| site.vote(id, &token::digest(ticket), answer).map_err(Fault::from))? {
        Vote::Counted => "counted",
        Vote::Before => "before",
        Vote::Closed => "closed",
    })
}

/// `/api/v1/polls/{id}/ballot`: what a vote of a program carries; it is good from two seconds on, for a day.
pub(crate) fn ballot_json(call: &Call<'_>) -> Result<Reply, Fault> {
    let id = call.number("id")?;
    call.app.read(|site| site.poll(id).map_err(Fault::from))?;
    let secret = token::secret().map_err(|e| Fault::Failed(e.to_string()))?;
    let ticket = call.app.keys.sign("ticket", &format!("{id}-{secret}"));
    Ok(Reply::json(&serde_json::json!({"form": mark(call, &ticket), "ticket": ticket})).own())
}

/// `POST /api/v1/polls/{id}/votes`.
pub(crate) fn vote_json(call: &Call<'_>) -> Result<Reply, Fault> {
    call.same_origin()?;
    let said = cast(call, call.number("id")?, call.field("ticket"))?;
    Ok(Reply::json(&serde_json::json!({"said": said})).own())
}

/// How many voted, in one line for programs.
pub(crate) fn json(count: &Count) -> serde_json::Value {
    serde_json::json!({
        "id": count.id, "open": count.open, "n": count.n(), "sample": false,
        "question": count.poll.question, "answers": count.poll.answers, "votes": count.votes,
    })
}
