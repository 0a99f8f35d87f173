//! Reviewing a coding: the text on one side, what was coded on the other, each item accepted,
//! corrected or rejected. Every decision is an operation of the ledger.

use detente::{Article, evidence};
use detente_codebook::{ActorCode, CameoCode, Certainty, Item, Record, RecordId};
use detente_ledger::SourceId;
use detente_ledger::site::{Role, Site};
use maud::{Markup, html};

use super::take::article;
use super::{frame, guard};
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
    let language = language_of(article.text.as_str());
    let main = html! {
        p.tools { a href=(format!("/desk/compose/{digest}")) { (tongue.say("desk-compose")) } }
        div.review {
            div.captured lang=(language.tag()) dir=(language.dir()) tabindex="0" role="group" aria-label=(tongue.say("site-captured")) {
                (detente::visible::shown(article.text.as_str()))
            }
            ol.evidence { @for (record, state) in &items { li id=(record.id.0.replace(':', "-")) { (item(call, &member, record, *state, tongue)) } } }
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
        p.facts { (code(&record.id.0)) }
        div.decide {
            @if state != Decided::Accepted { (decide("accept", "desk-accept")) }
            @if state != Decided::Rejected { (decide("reject", "desk-reject")) }
        }
        @if let (Item::Event(e), Decided::Accepted) = (&record.item, state) { details { summary { (tongue.say("desk-correct")) } (event(call, member, &action, record, e, tongue)) } }
    }
}

fn event(
    call: &Call<'_>,
    member: &guard::Member,
    action: &str,
    record: &Record,
    e: &detente_codebook::Event,
    tongue: Tongue,
) -> Markup {
    let id = |name: &str| format!("{name}-{}", record.id.0.replace(':', "-"));
    let field = |name: &str, label: &str, value: String| {
        html! { label for=(id(name)) { (tongue.say(label)) } input id=(id(name)) name=(name) value=(value) dir="ltr"; }
    };
    let certainty = serde_json::to_value(e.certainty).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    let fields = html! {
        input type="hidden" name="record" value=(record.id.0);
        (field("source", "desk-actor", e.source.to_string())) (field("target", "desk-acted-on", e.target.to_string()))
        (field("cameo", "desk-cameo", e.cameo.to_string())) (field("date", "desk-date", e.date.map(|d| d.to_string()).unwrap_or_default()))
        label for=(id("certainty")) { (tongue.say("desk-certainty")) }
        select id=(id("certainty")) name="certainty" { @for c in ["asserted", "reported", "planned", "alleged", "denied", "hypothetical"] {
            option value=(c) selected[c == certainty] { (tongue.say(&format!("certainty-{c}"))) }
        } }
        (field("reason", "desk-why", String::new()))
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
            ("correct", Decided::Accepted) => correct(site, call, &id, &stamp(call.field("reason")))?,
            _ => return Err(Fault::Invalid("accept, reject, or correct what was accepted".to_owned())),
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

fn correct(site: &mut Site, call: &Call<'_>, id: &RecordId, stamp: &detente_ledger::Stamp) -> Result<(), Fault> {
    let mut record = site.ledger().show(id)?.ok_or(Fault::NotFound)?.record;
    let Item::Event(event) = &mut record.item else { return Err(Fault::Invalid("only events are corrected here".to_owned())) };
    let wrong = |e: detente_codebook::CodebookError| Fault::Invalid(e.to_string());
    event.source = call.field("source").parse::<ActorCode>().map_err(wrong)?;
    event.target = call.field("target").parse::<ActorCode>().map_err(wrong)?;
    let cameo = call.field("cameo").parse::<CameoCode>().map_err(wrong)?;
    event.plover = cameo.plover().ok_or_else(|| Fault::Invalid(format!("CAMEO {cameo} has no PLOVER type")))?;
    event.goldstein = detente_codebook::goldstein(&cameo);
    event.cameo = cameo;
    let date = call.field("date");
    event.date = if date.is_empty() {
        None
    } else {
        Some(date.parse().map_err(|e: detente_codebook::DateError| Fault::Invalid(e.to_string()))?)
    };
    let certainty = serde_json::Value::String(call.field("certainty").to_owned());
    event.certainty = serde_json::from_value::<Certainty>(certainty).map_err(|e| Fault::Invalid(e.to_string()))?;
    site.ledger_mut().correct(id, &record, stamp)?;
    Ok(())
}
