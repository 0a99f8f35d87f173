//! A brief at the desk: its head is edited, the brief read, and the next step taken.

use detente::brief::Evidence;
use detente_ledger::site::{BriefId, Desk, Draft, Head, Role, State};
use maud::{Markup, html};

use super::{frame, guard};
use crate::call::Call;
use crate::fault::Fault;
use crate::page::brief::captured;
use crate::reply::Reply;
use crate::words::{Tongue, code};

/// `/desk/b/{id}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::at_least(call, Role::Analyst)?;
    let tongue = Tongue(call.preferred());
    let desk = call.app.read(|site| site.desk(BriefId(call.number("id")?)).map_err(Fault::from))?;
    member.may_edit(&desk)?;
    let brief: detente::Brief = serde_json::from_str(&desk.draft.body).map_err(|e| Fault::Failed(e.to_string()))?;
    let at = |e: &Evidence| captured(e, tongue.0);
    let main = html! {
        p.status { strong { (tongue.say(&format!("desk-state-{}", desk.state))) } " · " (tongue.count("site-version", desk.version.unsigned_abs()))
            @if desk.state == State::Published { " · " a href=(format!("/b/{}", desk.id)) { (tongue.say("desk-see")) } } }
        @if !desk.draft.unsourced.is_empty() {
            div.notice role="alert" { p { (tongue.say("desk-unsourced")) } ul { @for c in &desk.draft.unsourced { li { (code(c)) } } } }
        }
        (head(call, &member, &desk, tongue))
        (steps(call, &member, &desk, tongue))
        section.brief { (detente::render::inside(&brief, tongue.0, &at).sections) }
    };
    frame::show(call, &member, "desk-brief", &main)
}

fn head(call: &Call<'_>, member: &guard::Member, desk: &Desk, tongue: Tongue) -> Markup {
    let h = &desk.draft.head;
    let fields = html! {
        input type="hidden" name="revision" value=(desk.revision);
        (frame::pair(tongue, "desk-title", "title", &h.title)) (frame::pair(tongue, "desk-summary", "summary", &h.summary))
        (frame::pair(tongue, "desk-slug", "slug", &h.slug)) (frame::pair(tongue, "desk-byline", "byline", &h.byline))
        (frame::field(tongue, "desk-category", "category", &h.category, None))
        button { (tongue.say("desk-save")) }
    };
    html! { details open[desk.state == State::Draft] { summary { (tongue.say("desk-head")) } (frame::form(call, member, &format!("/desk/b/{}", desk.id), &fields)) } }
}

fn steps(call: &Call<'_>, member: &guard::Member, desk: &Desk, tongue: Tongue) -> Markup {
    let step = |to: &str, body: &Markup| {
        let fields = html! { (body) button { (tongue.say(&format!("desk-step-{to}"))) } };
        frame::form(call, member, &format!("/desk/b/{}/{to}", desk.id), &fields)
    };
    let nothing = html! {};
    let note = |name: &str| frame::pair(tongue, "desk-note", name, &detente_codebook::Phrase::default());
    let editor = member.account.role >= Role::Editor;
    html! {
        section.steps aria-label=(tongue.say("desk-steps")) {
            @match desk.state {
                State::Draft => { (step("hand-in", &nothing)) }
                State::Review if editor => { (step("publish", &nothing)) (step("hand-back", &nothing)) }
                State::Published if editor => {
                    details { summary { (tongue.say("desk-step-correct")) } (step("correct", &note("note"))) }
                    details { summary { (tongue.say("desk-step-withdraw")) } (step("withdraw", &note("why"))) }
                }
                _ => {}
            }
        }
    }
}

/// `POST /desk/b/{id}`.
pub(crate) fn save(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Analyst)?;
    let id = BriefId(call.number("id")?);
    let revision = call.field("revision").parse().map_err(|_| Fault::Invalid("revision: a number".to_owned()))?;
    let stamp = call.app.stamp(member.name(), "edited at the desk");
    call.app.note(|site| {
        let desk = site.desk(id)?;
        member.may_edit(&desk)?;
        let head = Head {
            title: frame::phrase(call, "title"),
            summary: frame::phrase(call, "summary"),
            slug: frame::phrase(call, "slug"),
            category: call.field("category").to_owned(),
            byline: frame::phrase(call, "byline"),
            language: desk.draft.head.language,
        };
        site.redraft(id, revision, &Draft { head, ..desk.draft }, &stamp).map_err(Fault::from)
    })?;
    Ok(Reply::see(&format!("/desk/b/{id}")))
}

/// `POST /desk/b/{id}/{step}`.
pub(crate) fn step(call: &Call<'_>) -> Result<Reply, Fault> {
    let step = call.param("step");
    let role = if step == "hand-in" { Role::Analyst } else { Role::Editor };
    let member = guard::form(call, role)?;
    let id = BriefId(call.number("id")?);
    let stamp = call.app.stamp(member.name(), step);
    call.app.write_brief(id, |site| {
        member.may_edit(&site.desk(id)?)?;
        match step {
            "hand-in" => site.hand_in(id, &stamp)?,
            "hand-back" => site.hand_back(id, &stamp)?,
            "publish" => {
                site.publish(id, None, &stamp)?;
                site.queue_brief(id.0, &stamp.time)?;
            }
            "correct" => drop(site.publish(id, Some(&frame::phrase(call, "note")), &stamp)?),
            "withdraw" => site.withdraw(id, &frame::phrase(call, "why"), &stamp)?,
            _ => return Err(Fault::NotFound),
        }
        Ok(())
    })?;
    Ok(Reply::see(&format!("/desk/b/{id}")))
}
