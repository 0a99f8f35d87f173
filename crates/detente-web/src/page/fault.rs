//! Pages for what is not there, and problem documents for programs (RFC 9457).

use maud::html;

use super::layout::{Sheet, none, page, same};
use super::search;
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::{Keep, Reply};
use crate::words::Tongue;

/// What a fault says to whoever asked.
pub(crate) fn reply(call: &Call<'_>, fault: &Fault) -> Reply {
    let reply = if call.path.starts_with("/api/") { problem(call, fault) } else { words(call, fault) };
    // A reader who must log in is sent there; all other faults say by their status what they are.
    let status = if reply.status.is_redirection() { reply.status } else { fault.status() };
    let reply = Reply { status, keep: Keep::Never, ..reply };
    match fault.retry_after() {
        Some(seconds) => reply.with("retry-after", seconds.to_string()),
        None => reply,
    }
}

fn problem(call: &Call<'_>, fault: &Fault) -> Reply {
    let document = serde_json::json!({
        "type": format!("{}/api/v1/problems#{}", call.app.config.origin, fault.name()),
        "title": fault.to_string(),
        "status": fault.status().as_u16(),
        "instance": call.path,
    });
    Reply::new("application/problem+json", document.to_string())
}

/// A page with a search, or plain words when the site is too busy to draw one.
fn words(call: &Call<'_>, fault: &Fault) -> Reply {
    let tongue = Tongue(call.language());
    if matches!(fault, Fault::Login) {
        return Reply::see("/desk/login");
    }
    if matches!(fault, Fault::Busy | Fault::TimedOut | Fault::TooMany(_)) {
        return Reply::new("text/plain; charset=utf-8", format!("{}\n", tongue.say(&format!("site-fault-{}", fault.name()))));
    }
    let sheet = Sheet {
        title: tongue.say(&format!("site-fault-{}", fault.name())),
        path: same("/"),
        hidden: true,
        head: none(),
        main: html! {
            h1 { (tongue.say(&format!("site-fault-{}", fault.name()))) }
            @match fault {
                Fault::Gone(note) => { p.summary { (tongue.phrase(note)) } }
                Fault::Invalid(what) | Fault::Refused(what) => { p lang="en" dir="auto" { (what) } }
                Fault::Forbidden(what) => { p lang="en" dir="ltr" { (what) } }
                _ => {}
            }
            p { (tongue.say("site-fault-search")) }
            (search::form(tongue, ""))
            p { a href=(format!("/{}/", tongue.0.tag())) { (tongue.say("site-home")) } }
        },
        ..Sheet::default()
    };
    let drawn = call.app.read(|site| page(call, site, &sheet));
    drawn.unwrap_or_else(|_| Reply::new("text/plain; charset=utf-8", fault.to_string()))
}
