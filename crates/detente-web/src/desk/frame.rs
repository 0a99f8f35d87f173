//! What every page of the desk has around it.

use detente_codebook::Phrase;
use detente_ledger::site::Role;
use maud::{Markup, html};

use super::guard::Member;
use crate::call::Call;
use crate::fault::Fault;
use crate::page::layout::{Sheet, none, page, same};
use crate::reply::Reply;
use crate::words::Tongue;

/// A page of the desk.
pub(super) fn show(call: &Call<'_>, member: &Member, title: &str, main: &Markup) -> Result<Reply, Fault> {
    let tongue = Tongue(call.preferred());
    let entry = |path: &str, id: &str| html! { li { a href=(path) aria-current=[(call.path == path).then_some("page")] { (tongue.say(id)) } } };
    let role = member.account.role;
    let sheet = Sheet {
        title: tongue.say(title),
        path: same("/"),
        hidden: true,
        head: none(),
        main: html! {
            nav.desk aria-label=(tongue.say("desk-home")) { ul {
                (entry("/desk", "desk-home")) (entry("/desk/take", "desk-take"))
                @if role >= Role::Editor { (entry("/desk/forecasts", "desk-forecasts")) (entry("/desk/audit", "desk-audit")) }
                @if role >= Role::Admin { (entry("/desk/accounts", "desk-accounts")) }
                (entry("/desk/me", "desk-me"))
            } }
            h1 { (tongue.say(title)) }
            (main)
        },
        ..Sheet::default()
    };
    Ok(call.app.read(|site| page(call, site, &sheet))?.own())
}

/// A form of the desk, with the mark of the session.
pub(super) fn form(call: &Call<'_>, member: &Member, action: &str, body: &Markup) -> Markup {
    html! { form method="post" action=(action) { input type="hidden" name="form" value=(member.mark(call)); (body) } }
}

/// The same for a form that may carry a file.
pub(super) fn form_with_file(call: &Call<'_>, member: &Member, action: &str, body: &Markup) -> Markup {
    html! {
        form method="post" action=(action) enctype="multipart/form-data" { input type="hidden" name="form" value=(member.mark(call)); (body) }
    }
}

/// A field with its label.
pub(super) fn field(tongue: Tongue, label: &str, name: &str, value: &str, language: Option<&'static str>) -> Markup {
    html! {
        label for=(name) { (tongue.say(label)) @if let Some(l) = language { " (" (l) ")" } }
        input id=(name) name=(name) value=(value) lang=[language] dir="auto";
    }
}

/// Both languages of a phrase as fields.
pub(super) fn pair(tongue: Tongue, label: &str, name: &str, phrase: &Phrase) -> Markup {
    html! {
        (field(tongue, label, &format!("{name}_ar"), &phrase.ar, Some("ar")))
        (field(tongue, label, &format!("{name}_en"), &phrase.en, Some("en")))
    }
}

/// Both languages of a phrase from a form.
pub(super) fn phrase(call: &Call<'_>, name: &str) -> Phrase {
    let part = |l: &str| call.field(&format!("{name}_{l}")).to_owned();
    Phrase { ar: part("ar"), en: part("en") }
}
