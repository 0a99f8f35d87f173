//! Taking a page: by its address, as a file or pasted, it is read and its text kept in the ledger.

use detente::Article;
use detente_coder::read::ReadOptions;
use detente_ledger::Snapshot;
use detente_ledger::site::Role;
use maud::html;

use super::{frame, guard};
use crate::call::Call;
use crate::fault::Fault;
use crate::fetch::fetch;
use crate::reply::Reply;
use crate::syndication;
use crate::words::{Tongue, code, data};

/// `/desk/take`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::at_least(call, Role::Analyst)?;
    let tongue = Tongue(call.preferred());
    let fields = html! {
        p.note { (tongue.say("desk-take-how")) }
        (frame::field(tongue, "desk-address", "address", "", None))
        label for="file" { (tongue.say("desk-file")) }
        input #file name="file" type="file" accept="text/html,text/plain,.htm,.html,.txt";
        label for="text" { (tongue.say("desk-paste")) }
        textarea #text name="text" rows="14" dir="auto" {}
        (frame::field(tongue, "desk-source-name", "name", "", None))
        (frame::field(tongue, "desk-source-url", "url", "", None))
        button { (tongue.say("desk-take")) }
    };
    let feed = html! {
        label for="feed-address" { (tongue.say("desk-feed-address")) }
        input #feed-address name="address" type="url" dir="ltr" maxlength="2048" required;
        button.quiet { (tongue.say("desk-feed")) }
    };
    let main = html! {
        (frame::form_with_file(call, &member, "/desk/take", &fields))
        h2 { (tongue.say("desk-feed")) }
        (frame::form(call, &member, "/desk/feed", &feed))
    };
    frame::show(call, &member, "desk-take", &main)
}

/// The article of a snapshot of the ledger: coding is repeatable, so its items need not be kept to be proposed.
pub(super) fn article(snapshot: &Snapshot) -> Result<Article, Fault> {
    let unread = |e: detente_coder::read::ReadError| Fault::Invalid(e.to_string());
    let mut article = Article::read(&snapshot.received, &snapshot.source.title, &ReadOptions::default()).map_err(unread)?;
    article.source.url = snapshot.source.url.clone().or(article.source.url);
    for record in &mut article.records {
        record.source.url.clone_from(&article.source.url);
    }
    Ok(article)
}

/// `POST /desk/feed`: the entries of a feed, each with a button that takes its page.
pub(crate) fn feed(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Analyst)?;
    let tongue = Tongue(call.preferred());
    let bytes = fetch(call.field("address")).map_err(|e| Fault::Invalid(e.to_string()))?;
    let entries = syndication::read(&bytes);
    let one = |e: &syndication::Entry| {
        let fields = html! { input type="hidden" name="address" value=(e.link); button.quiet { (tongue.say("desk-take")) } };
        html! { li { p.text { (data(&e.title, tongue.0)) } p.facts { (code(&e.link)) " " (e.date) } (frame::form(call, &member, "/desk/take", &fields)) } }
    };
    let main = html! {
        @if entries.is_empty() { p.notice role="alert" { (tongue.say("desk-feed-none")) } }
        ol.evidence { @for e in &entries { (one(e)) } }
    };
    frame::show(call, &member, "desk-feed", &main)
}

/// The bytes of what is taken: a page by its address, a file, or what was pasted.
fn given(call: &Call<'_>) -> Result<Vec<u8>, Fault> {
    let address = call.field("address");
    if !address.is_empty() {
        return fetch(address).map_err(|e| Fault::Invalid(e.to_string()));
    }
    let pasted = || call.form.iter().find(|(n, _)| n == "text").map(|(_, t)| t.replace("\r\n", "\n").into_bytes());
    Ok(call.file.clone().or_else(pasted).unwrap_or_default())
}

/// `POST /desk/take`.
pub(crate) fn take(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Analyst)?;
    let bytes = given(call)?;
    let name = if call.field("name").is_empty() { "pasted text" } else { call.field("name") };
    let read = Article::read(&bytes, name, &ReadOptions::default());
    let article = read.map_err(|e| Fault::Invalid(e.to_string()))?;
    let mut snapshot = article.snapshot();
    let url = if call.field("address").is_empty() { call.field("url") } else { call.field("address") };
    if !url.is_empty() {
        if !(url.starts_with("https://") || url.starts_with("http://")) {
            return Err(Fault::Invalid("the address begins with https:// or http://".to_owned()));
        }
        snapshot.source.url = Some(url.to_owned());
    }
    let stamp = call.app.stamp(member.name(), "taken at the desk");
    let id = call.app.write(|site| site.ledger_mut().add_source(&snapshot, &stamp).map_err(Fault::from))?;
    call.app.note(|site| site.note(&stamp, "take", &id.to_string()))?;
    Ok(Reply::see(&format!("/desk/source/{id}")))
}
