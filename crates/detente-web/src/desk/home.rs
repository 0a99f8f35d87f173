//! The desk itself: briefs by state, and the audit log.

use detente_ledger::site::{Role, State};
use maud::html;

use super::{frame, guard};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::Tongue;

/// `/desk`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::member(call)?;
    if member.account.role < Role::Analyst {
        return Err(Fault::Forbidden("your account may not do this"));
    }
    let tongue = Tongue(call.preferred());
    let (briefs, queue, readers) = call.app.read(|s| Ok::<_, Fault>((s.desks(200)?, s.queue()?, s.n_subscribers()?)))?;
    let main = html! {
        @if member.account.totp.is_none() { p.notice { (tongue.say("desk-factor-missing")) " " a href="/desk/me" { (tongue.say("desk-me")) } } }
        @for state in [State::Review, State::Draft, State::Published, State::Withdrawn] {
            section aria-labelledby=(state.name()) {
                h2 id=(state.name()) { (tongue.say(&format!("desk-state-{state}"))) }
                ul.plain { @for b in briefs.iter().filter(|b| b.state == state) {
                    li { a href=(format!("/desk/b/{}", b.id)) { (tongue.phrase(&b.draft.head.title)) } " · " bdi { (b.author) } }
                } }
            }
        }
        p.note { (tongue.count("desk-readers", u64::from(readers)))
            @for (state, n) in &queue { " · " (tongue.say(&format!("desk-queue-{state}"))) " " (n) } }
    };
    frame::show(call, &member, "desk-home", &main)
}

/// `/desk/audit`.
pub(crate) fn audit(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::at_least(call, Role::Editor)?;
    let tongue = Tongue(call.preferred());
    let before = call.asked("before").and_then(|b| b.parse().ok()).unwrap_or(i64::MAX);
    let lines = call.app.read(|s| s.audit(before, 100).map_err(Fault::from))?;
    let main = html! {
        div.scroll role="group" tabindex="0" aria-label=(tongue.say("desk-audit")) { table {
            thead { tr { @for id in ["desk-when", "desk-who", "desk-what", "desk-object", "desk-why"] { th scope="col" { (tongue.say(id)) } } } }
            tbody { @for l in &lines { tr {
                th scope="row" dir="ltr" { (l.time) } td { bdi { (l.actor) } } td dir="ltr" { (l.action) } td dir="ltr" { (l.object) } td { bdi { (l.reason) } }
            } } }
        } }
        @if let Some(last) = lines.last().filter(|_| lines.len() == 100) { p { a href=(format!("/desk/audit?before={}", last.id)) { (tongue.say("site-older")) } } }
    };
    frame::show(call, &member, "desk-audit", &main)
}
