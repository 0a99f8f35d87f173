//! The newsletter: asked for, confirmed by letter, ended by one click; data shown and erased.

use detente_codebook::Language;
use detente_ledger::LedgerError;
use detente_ledger::site::{SiteError, Subscriber};
use maud::{Markup, html};

use super::layout::{Sheet, none, page, same};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::token;
use crate::words::{Tongue, code};

const FASTEST_SECONDS: i64 = 2;
const LONGEST_SECONDS: i64 = 24 * 3600;

fn sheet(call: &Call<'_>, tongue: Tongue, title: &str, main: Markup) -> Result<Reply, Fault> {
    let sheet = Sheet {
        title: tongue.say(title),
        description: tongue.say("site-newsletter-about"),
        path: same("/newsletter"),
        hidden: title != "site-newsletter",
        head: none(),
        main: html! { h1 { (tongue.say(title)) } (main) },
        ..Sheet::default()
    };
    Ok(call.app.read(|site| page(call, site, &sheet))?.own())
}

/// The mark of a form, which binds it to its moment.
fn mark(call: &Call<'_>) -> String {
    call.app.keys.sign("newsletter", &call.app.clock.seconds().to_string())
}

/// The form, also beside the briefs: without a time mark there, which the page of the form adds.
fn form(call: &Call<'_>, tongue: Tongue) -> Markup {
    let made = mark(call);
    html! {
        form method="post" action=(format!("/{}/newsletter", tongue.0.tag())) {
            input type="hidden" name="form" value=(made);
            label for="address" { (tongue.say("site-address")) }
            input #address name="address" type="email" dir="ltr" autocomplete="email" maxlength="320" required;
            div.trap aria-hidden="true" { label for="website" { "Website" } input #website name="website" tabindex="-1" autocomplete="off"; }
            fieldset {
                legend { (tongue.say("site-letter-language")) }
                @for l in [Language::Ar, Language::En] {
                    label.choice { input type="radio" name="language" value=(l.tag()) checked[l == tongue.0]; span lang=(l.tag()) { (Tongue(l).say("site-own-name")) } }
                }
            }
            button { (tongue.say("site-subscribe")) }
        }
        p.note { (tongue.say("site-privacy")) }
    }
}

/// `/{lang}/newsletter`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.language());
    let main = html! { p.summary { (tongue.say("site-newsletter-about")) } (form(call, tongue)) };
    sheet(call, tongue, "site-newsletter", main)
}

/// `POST /{lang}/newsletter`. The answer is the same whether or not the address is known.
pub(crate) fn ask(call: &Call<'_>) -> Result<Reply, Fault> {
    asked(call)?;
    let tongue = Tongue(call.language());
    sheet(call, tongue, "site-newsletter-asked", html! { p.summary { (tongue.say("site-newsletter-asked-about")) } })
}

/// Takes the wish of a form or of a program: both keep to the same rules.
fn asked(call: &Call<'_>) -> Result<(), Fault> {
    call.same_origin()?;
    let stale = || Fault::Invalid(Tongue(call.language()).say("site-form-stale"));
    let made = call.app.keys.open("newsletter", call.field("form")).and_then(|m| m.parse::<i64>().ok()).ok_or_else(stale)?;
    let now = call.app.clock.seconds();
    if !(FASTEST_SECONDS..=LONGEST_SECONDS).contains(&(now - made)) {
        return Err(stale());
    }
    let language = if call.field("language") == "en" { Language::En } else { Language::Ar };
    if call.field("website").is_empty() { subscribe(call, language, now) } else { Ok(()) }
}

/// `/api/v1/newsletter`: what a wish of a program carries; it is good from two seconds on, for a day.
pub(crate) fn form_json(call: &Call<'_>) -> Result<Reply, Fault> {
    Ok(Reply::json(&serde_json::json!({"form": mark(call)})).own())
}

/// `POST /api/v1/newsletter`. The answer is the same whether or not the address is known.
pub(crate) fn ask_json(call: &Call<'_>) -> Result<Reply, Fault> {
    asked(call)?;
    Ok(Reply::json(&serde_json::json!({"said": "a letter was sent if the address can take one"})).own())
}

fn subscribe(call: &Call<'_>, language: Language, now: i64) -> Result<(), Fault> {
    let secret = token::secret().map_err(|e| Fault::Failed(e.to_string()))?;
    let digest = token::digest(&secret);
    let asked = call.app.note(|site| {
        let to = site.subscribe(call.field("address"), language, &digest, now)?;
        site.queue_confirmation(to, &secret, &digest, &call.app.clock.time())
    });
    match asked {
        Err(LedgerError::Site(SiteError::Invalid { .. })) => {
            Err(Fault::Invalid(Tongue(call.language()).say("site-address-wrong")))
        }
        other => Ok(other?),
    }
}

/// A page with one button, since programs follow links in letters and people press buttons.
fn button(call: &Call<'_>, title: &str, about: &str, action: &str, label: &str) -> Result<Reply, Fault> {
    let tongue = Tongue(call.preferred());
    let main = html! {
        p.summary { (tongue.say(about)) }
        form method="post" action=(action) { button { (tongue.say(label)) } }
    };
    sheet(call, tongue, title, main)
}

/// `/newsletter/confirm/{secret}`.
pub(crate) fn confirm_page(call: &Call<'_>) -> Result<Reply, Fault> {
    button(call, "site-confirm", "site-confirm-about", call.path, "site-confirm-button")
}

/// `POST /newsletter/confirm/{secret}`.
pub(crate) fn confirm(call: &Call<'_>) -> Result<Reply, Fault> {
    let tongue = Tongue(call.preferred());
    let digest = token::digest(call.param("secret"));
    let done = call.app.note(|site| site.confirm(&digest, call.app.clock.seconds()))?;
    let (title, about) =
        if done { ("site-confirmed", "site-confirmed-about") } else { ("site-confirm-late", "site-confirm-late-about") };
    sheet(call, tongue, title, html! { p.summary { (tongue.say(about)) } })
}

/// The subscriber whom a signed token names.
fn owner(call: &Call<'_>) -> Result<Subscriber, Fault> {
    let id = call.app.keys.open("unsubscribe", call.param("token")).and_then(|id| id.parse::<i64>().ok());
    let found = call.app.read(|site| site.subscriber_numbered(id.unwrap_or(0)).map_err(Fault::from))?;
    found.filter(|_| id.is_some()).ok_or(Fault::NotFound)
}

/// `/newsletter/u/{token}`: a button, what is kept, and a way to have it erased.
pub(crate) fn leave_page(call: &Call<'_>) -> Result<Reply, Fault> {
    let subscriber = owner(call)?;
    let tongue = Tongue(subscriber.language);
    let kept = serde_json::to_string_pretty(&subscriber).unwrap_or_default();
    let main = html! {
        form method="post" action=(call.path) { button { (tongue.say("site-leave-button")) } }
        h2 { (tongue.say("site-kept")) }
        pre.shell dir="ltr" { (code(&kept)) }
        form method="post" action=(format!("{}/erase", call.path)) { button.quiet { (tongue.say("site-erase-button")) } }
    };
    sheet(call, tongue, "site-leave", main)
}

/// `POST /newsletter/u/{token}`: alone ends the letters, as RFC 8058 asks: no cookie, no second step.
pub(crate) fn leave(call: &Call<'_>) -> Result<Reply, Fault> {
    let subscriber = owner(call)?;
    call.app.note(|site| site.unsubscribe(subscriber.id, call.app.clock.seconds()))?;
    let tongue = Tongue(subscriber.language);
    sheet(call, tongue, "site-left", html! { p.summary { (tongue.say("site-left-about")) } })
}

/// `POST /newsletter/u/{token}/erase`.
pub(crate) fn erase(call: &Call<'_>) -> Result<Reply, Fault> {
    let subscriber = owner(call)?;
    let stamp = call.app.stamp("reader", "asked by the reader");
    call.app.note(|site| site.erase(&subscriber.address, &stamp))?;
    let tongue = Tongue(subscriber.language);
    sheet(call, tongue, "site-erased", html! { p.summary { (tongue.say("site-erased-about")) } })
}
