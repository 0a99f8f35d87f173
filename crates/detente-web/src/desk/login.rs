//! Logging in and out.

use maud::{Markup, html};

use super::guard::{cookie_name, member};
use crate::call::Call;
use crate::fault::Fault;
use crate::limit::Kind;
use crate::page::layout::{Sheet, none, page, same};
use crate::reply::Reply;
use crate::words::Tongue;
use crate::{secret, token};

fn form(call: &Call<'_>, wrong: bool) -> Result<Reply, Fault> {
    let tongue = Tongue(call.preferred());
    let sheet = Sheet {
        title: tongue.say("desk-login"),
        path: same("/"),
        hidden: true,
        head: none(),
        main: html! { h1 { (tongue.say("desk-login")) } (fields(tongue, wrong)) },
        ..Sheet::default()
    };
    Ok(call.app.read(|site| page(call, site, &sheet))?.own())
}

fn fields(tongue: Tongue, wrong: bool) -> Markup {
    html! {
        @if wrong { p.notice role="alert" { (tongue.say("desk-login-wrong")) } }
        form method="post" action="/desk/login" {
            label for="name" { (tongue.say("desk-name")) }
            input #name name="name" dir="ltr" autocomplete="username" required;
            label for="password" { (tongue.say("desk-password")) }
            input #password name="password" type="password" dir="ltr" autocomplete="current-password" required;
            label for="code" { (tongue.say("desk-code")) }
            input #code name="code" dir="ltr" inputmode="numeric" autocomplete="one-time-code" maxlength="6";
            button { (tongue.say("desk-login")) }
        }
    }
}

/// `/desk/login`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    form(call, false)
}

/// `POST /desk/login`. A wrong name, password or code all get the same answer, after the same time.
pub(crate) fn enter(call: &Call<'_>) -> Result<Reply, Fault> {
    call.same_origin()?;
    let now = call.app.clock.seconds();
    call.app.limits.take(Kind::Login, call.remote, now).map_err(Fault::TooMany)?;
    let account = call.app.read(|site| site.account(call.field("name")).map_err(Fault::from))?;
    let fits = secret::fits(call.exact("password"), account.as_ref().map(|a| a.password.as_str()));
    let Some(account) = account.filter(|a| !a.disabled && a.locked <= now) else {
        // The name is not kept: it may be a password that was typed into the wrong field.
        let stamp = call.app.stamp("nobody", "no such account, or it rests or is shut");
        call.app.note(|site| site.note(&stamp, "login failed", "unknown"))?;
        return form(call, true);
    };
    let step = account.totp.as_ref().map(|t| secret::step_of(t, call.field("code"), now));
    if !fits || step == Some(None) {
        let stamp = call.app.stamp(&account.name, if fits { "wrong code" } else { "wrong password" });
        call.app.note(|site| {
            site.login_failed(account.id, now)?;
            site.note(&stamp, "login failed", &format!("account {}", account.id))
        })?;
        return form(call, true);
    }
    let made = token::secret().map_err(|e| Fault::Failed(e.to_string()))?;
    let stamp = call.app.stamp(&account.name, "logged in");
    let begun = call.app.note(|site| site.begin_session(account.id, &token::digest(&made), step.flatten(), now, &stamp))?;
    if !begun {
        return form(call, true);
    }
    Ok(Reply::see("/desk").with("set-cookie", cookie(call, &made, 12 * 3600)))
}

fn cookie(call: &Call<'_>, value: &str, seconds: u32) -> String {
    let flags = if call.app.config.is_secure() { "; Secure" } else { "" };
    format!("{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{flags}", cookie_name(call))
}

/// `POST /desk/logout`, here or everywhere.
pub(crate) fn leave(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = member(call)?;
    member.sent(call)?;
    call.app.note(|site| site.end_session(member.token(), call.field("everywhere") == "yes"))?;
    Ok(Reply::see("/desk/login").with("set-cookie", cookie(call, "", 0)).with("clear-site-data", "\"cache\""))
}
