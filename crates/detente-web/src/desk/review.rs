//! Reviewing a coding: the text on one side, what was coded on the other, each item accepted,
//! corrected or rejected. Every decision is an operation of the ledger.

use detente::{Article, evidence};
use detente_codebook::{Record, RecordId, Text};
use detente_ledger::SourceId;
use detente_ledger::site::{Role, Site};
use maud::{Markup, html};

use super::take::article;
use super::{beside, correct, frame, guard};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::words::{Tongue, code, language_of};

/// What was decided on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decided {
    Proposed,
    Accepted,
    Rejected,
}

impl Decided {
    const fn label(self) -> &'static str {
        match self {
            Self::Proposed => "desk-proposed",
            Self::Accepted => "desk-accepted",
            Self::Rejected => "desk-rejected",
        }
    }
}

/// The item as it stands, and what was decided on it.
fn decided(site: &Site, proposed: &Record) -> Result<(Record, Decided), Fault> {
    Ok(match site.ledger().show(&proposed.id)? {
        None => (proposed.clone(), Decided::Proposed),
        Some(s) if s.operation.undone_by.is_some() => (s.record, Decided::Rejected),
        Some(s) => (s.record, Decided::Accepted),
    })
}

fn taken(site: &Site, digest: &str) -> Result<(SourceId, Article), Fault> {
    let snapshot = site.ledger().captured(digest)?.ok_or(Fault::NotFound)?;
    Ok((snapshot.id(), article(&snapshot)?))
}

/// `/desk/source/{digest}`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::at_least(call, Role::Analyst)?;
    let tongue = Tongue(call.preferred());
    let digest = call.param("digest");
    let (article, items) = call.app.read(|site| {
        let (_, article) = taken(site, digest)?;
        let items = article.records.iter().map(|r| decided(site, r)).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, Fault>((article, items))
    })?;
    let records: Vec<&Record> = items.iter().map(|(record, _)| record).collect();
    let counted = |state: Decided| items.iter().filter(|(_, s)| *s == state).count() as u64;
    let main = html! {
        p.tools { a href=(format!("/desk/compose/{digest}")) { (tongue.say("desk-compose")) } }
        p.note role="status" {
            @for state in [Decided::Proposed, Decided::Accepted, Decided::Rejected] { span { (counted(state)) " " (tongue.say(state.label())) } " " }
        }
        div.review {
            (beside::text(&article.text, &records, &tongue.say("site-captured")))
            ol.evidence { @for (record, state) in &items { li id=(beside::place(record)) { (item(call, &member, record, *state, tongue)) } } }
        }
    };
    frame::show(call, &member, "desk-review", &main)
}

fn item(call: &Call<'_>, member: &guard::Member, record: &Record, state: Decided, tongue: Tongue) -> Markup {
    let shown = evidence(record);
    let action = format!("/desk/source/{}", call.param("digest"));
    let decide = |what: &str, label: &str| {
        let fields = html! {
            input type="hidden" name="record" value=(record.id.0);
            button.quiet name="do" value=(what) { (tongue.say(label)) }
        };
        frame::form(call, member, &action, &fields)
    };
    html! {
        p.text { (tongue.phrase(&shown.text)) " " strong { (tongue.say(state.label())) } }
        @if let Some(q) = &shown.quote { blockquote lang=(language_of(&q.exact).tag()) dir=(language_of(&q.exact).dir()) { (detente::visible::shown(&q.exact)) } }
        p.facts { (code(&record.id.0)) " " a href=(format!("#text-{}", beside::place(record))) { (tongue.say("desk-in-text")) } }
        div.decide {
            @if state != Decided::Accepted { (decide("accept", "desk-accept")) }
            @if state != Decided::Rejected { (decide("reject", "desk-reject")) }
        }
        @if state != Decided::Rejected { details { summary { (tongue.say("desk-correct")) } (correcting(call, member, &action, record, tongue)) } }
    }
}

fn correcting(call: &Call<'_>, member: &guard::Member, action: &str, record: &Record, tongue: Tongue) -> Markup {
    let place = beside::place(record);
    let fields = html! {
        input type="hidden" name="record" value=(record.id.0);
        (correct::inputs(&record.item, &place, tongue))
        label for=(format!("reason-{place}")) { (tongue.say("desk-why")) }
        input id=(format!("reason-{place}")) name="reason" required dir="auto";
        button name="do" value="correct" { (tongue.say("desk-correct")) }
    };
    frame::form(call, member, action, &fields)
}

/// `POST /desk/source/{digest}`.
pub(crate) fn decide(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Analyst)?;
    let id = RecordId(call.field("record").to_owned());
    let stamp = |reason: &str| call.app.stamp(member.name(), reason);
    call.app.write(|site| {
        let (source, article) = taken(site, call.param("digest"))?;
        let proposed = article.records.iter().find(|r| r.id == id).ok_or(Fault::NotFound)?;
        let state = decided(site, proposed)?.1;
        match (call.field("do"), state) {
            ("accept", Decided::Accepted) | ("reject", Decided::Rejected) => {}
            ("accept", _) => {
                site.ledger_mut().add(Some(&source), std::slice::from_ref(proposed), &stamp("accepted in review"))?;
            }
            ("reject", _) => reject(site, &source, proposed, state, &stamp("rejected in review"))?,
            ("correct", Decided::Accepted | Decided::Proposed) => {
                if state == Decided::Proposed {
                    site.ledger_mut().add(Some(&source), std::slice::from_ref(proposed), &stamp("accepted to be corrected"))?;
                }
                corrected(site, call, &id, &article.text, &stamp(call.field("reason")))?;
            }
            _ => return Err(Fault::Invalid("accept, reject, or correct what was not rejected".to_owned())),
        }
        site.note(&stamp(call.field("do")), "review", &id.0).map_err(Fault::from)
    })?;
    Ok(Reply::see(&format!("/desk/source/{}#{}", call.param("digest"), id.0.replace(':', "-"))))
}

/// A rejection is kept: the item is added and withdrawn, so that the ledger tells that it was seen.
fn reject(
    site: &mut Site,
    source: &SourceId,
    record: &Record,
    state: Decided,
    stamp: &detente_ledger::Stamp,
) -> Result<(), Fault> {
    if state == Decided::Proposed {
        site.ledger_mut().add(Some(source), std::slice::from_ref(record), stamp)?;
    }
    while let Some(shown) = site.ledger().show(&record.id)?.filter(|s| s.operation.undone_by.is_none()) {
        site.ledger_mut().undo(shown.operation.id, stamp)?;
    }
    Ok(())
}

fn corrected(site: &mut Site, call: &Call<'_>, id: &RecordId, text: &Text, stamp: &detente_ledger::Stamp) -> Result<(), Fault> {
    let mut record = site.ledger().show(id)?.ok_or(Fault::NotFound)?.record;
    record.item = correct::read(call, &record.item, text)?;
    site.ledger_mut().correct(id, &record, stamp)?;
    Ok(())
}
