//! Accounts: one's own, and for admins those of all.

use detente_ledger::site::Role;
use maud::html;

use super::{frame, guard};
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::secret;
use crate::words::{Tongue, code};

/// `/desk/me`: the second factor, the password, and the way out.
pub(crate) fn me(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::member(call)?;
    let tongue = Tongue(call.preferred());
    let fresh = secret::new_factor().map_err(|e| Fault::Failed(e.to_string()))?;
    let factor = html! {
        p { (tongue.say("desk-factor-how")) }
        p { (code(&fresh)) }
        p { (code(&format!("otpauth://totp/Detente:{}?secret={fresh}&issuer=Detente", member.name()))) }
        input type="hidden" name="secret" value=(call.app.keys.sign("factor", &fresh));
        (frame::field(tongue, "desk-code", "code", "", None)) (password(tongue, "current", "desk-password"))
        button { (tongue.say("desk-factor-set")) }
    };
    let change = html! { (password(tongue, "old", "desk-password")) (password(tongue, "new", "desk-password-new")) button { (tongue.say("desk-password-set")) } };
    let out = html! {
        label.choice { input type="checkbox" name="everywhere" value="yes"; (tongue.say("desk-everywhere")) }
        button { (tongue.say("desk-logout")) }
    };
    let main = html! {
        p { bdi { (member.name()) } " · " (tongue.say(&format!("desk-role-{}", member.account.role.name()))) }
        h2 { (tongue.say("desk-factor")) }
        @if member.account.totp.is_some() { p { (tongue.say("desk-factor-there")) } }
        (frame::form(call, &member, "/desk/me/factor", &factor))
        h2 { (tongue.say("desk-password")) } (frame::form(call, &member, "/desk/me/password", &change))
        h2 { (tongue.say("desk-logout")) } (frame::form(call, &member, "/desk/logout", &out))
    };
    frame::show(call, &member, "desk-me", &main)
}

fn password(tongue: Tongue, name: &str, label: &str) -> maud::Markup {
    html! { label for=(name) { (tongue.say(label)) } input id=(name) name=(name) type="password" dir="ltr" minlength="12" required; }
}

/// `POST /desk/me/factor`: the code proves that the app has the secret, the password that it is you.
pub(crate) fn factor(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::member(call)?;
    member.sent(call)?;
    let wrong = || Fault::Invalid("the code or the password does not fit".to_owned());
    let fresh = call.app.keys.open("factor", call.field("secret")).ok_or_else(wrong)?;
    let fits = secret::fits(call.exact("current"), Some(&member.account.password));
    if !fits || secret::step_of(fresh, call.field("code"), call.app.clock.seconds()).is_none() {
        return Err(wrong());
    }
    let stamp = call.app.stamp(member.name(), "second factor set by its owner");
    call.app.note(|site| site.set_totp(member.account.id, fresh, &stamp))?;
    Ok(Reply::see("/desk"))
}

/// `POST /desk/me/password`: every session of the account ends.
pub(crate) fn change(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::member(call)?;
    member.sent(call)?;
    if !secret::fits(call.exact("old"), Some(&member.account.password)) {
        return Err(Fault::Invalid("the password does not fit".to_owned()));
    }
    let kept = secret::keep_for(member.name(), call.exact("new")).map_err(|e| Fault::Invalid(e.to_string()))?;
    let stamp = call.app.stamp(member.name(), "password changed by its owner");
    call.app.note(|site| site.set_password(member.account.id, &kept, &stamp))?;
    Ok(Reply::see("/desk/login"))
}

/// `/desk/accounts`.
pub(crate) fn all(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::at_least(call, Role::Admin)?;
    let tongue = Tongue(call.preferred());
    let accounts = call.app.read(|s| s.accounts().map_err(Fault::from))?;
    let roles = |id: &str, own: Role| {
        html! { select id=(id) name="role" { @for r in [Role::Reader, Role::Analyst, Role::Editor, Role::Admin] {
            option value=(r.name()) selected[r == own] { (tongue.say(&format!("desk-role-{}", r.name()))) }
        } } }
    };
    let fresh = html! {
        (frame::field(tongue, "desk-name", "name", "", None))
        label for="role" { (tongue.say("desk-role")) } (roles("role", Role::Analyst))
        (password(tongue, "password", "desk-password"))
        button { (tongue.say("desk-account-add")) }
    };
    let main = html! {
        @for a in &accounts {
            section {
                h2 { bdi { (a.name) } @if a.disabled { " · " (tongue.say("desk-shut")) } }
                (frame::form(call, &member, &format!("/desk/accounts/{}", a.name), &html! {
                    label for=(format!("r-{}", a.name)) { (tongue.say("desk-role")) } (roles(&format!("r-{}", a.name), a.role))
                    label.choice { input type="checkbox" name="shut" value="yes" checked[a.disabled]; (tongue.say("desk-shut")) }
                    button.quiet { (tongue.say("desk-save")) }
                }))
            }
        }
        h2 { (tongue.say("desk-account-add")) } (frame::form(call, &member, "/desk/accounts", &fresh))
    };
    frame::show(call, &member, "desk-accounts", &main)
}

/// `POST /desk/accounts`.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Admin)?;
    let kept = secret::keep_for(call.field("name"), call.exact("password")).map_err(|e| Fault::Invalid(e.to_string()))?;
    let role = call.field("role").parse()?;
    let stamp = call.app.stamp(member.name(), "added at the desk");
    call.app.note(|site| site.add_account(call.field("name"), role, &kept, &stamp))?;
    Ok(Reply::see("/desk/accounts"))
}

/// `POST /desk/accounts/{name}`. Nobody takes the last admin away: one does not change oneself.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Admin)?;
    if call.param("name") == member.name() {
        return Err(Fault::Refused("an admin does not change the own role; another admin does".to_owned()));
    }
    let role = call.field("role").parse()?;
    let stamp = call.app.stamp(member.name(), "changed at the desk");
    call.app.note(|site| site.set_account(call.param("name"), role, call.field("shut") == "yes", &stamp))?;
    Ok(Reply::see("/desk/accounts"))
}
