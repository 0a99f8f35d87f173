//! Who may do what at the desk.

use detente_ledger::site::{Account, Desk, Role};

use crate::call::Call;
use crate::fault::Fault;
use crate::token;

/// A reader who is logged in.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) account: Account,
    token: String,
}

/// The name of the cookie of a session.
pub(crate) fn cookie_name(call: &Call<'_>) -> &'static str {
    if call.app.config.is_secure() { "__Host-desk" } else { "desk" }
}

/// Who is logged in.
pub(crate) fn member(call: &Call<'_>) -> Result<Member, Fault> {
    let secret = call.cookie(cookie_name(call)).ok_or(Fault::Login)?;
    let (token, now) = (token::digest(secret), call.app.clock.seconds());
    let session = call.app.read(|site| site.session(&token, now).map_err(Fault::from))?.ok_or(Fault::Login)?;
    call.app.note(|site| site.touch_session(&token, now))?;
    Ok(Member { account: session.account, token })
}

/// Who is logged in with at least this role. Editors and above need their second factor set up.
pub(crate) fn at_least(call: &Call<'_>, role: Role) -> Result<Member, Fault> {
    let member = member(call)?;
    let bare = member.account.totp.is_none() && member.account.role >= Role::Editor;
    match member {
        m if m.account.role < role => {
            let stamp = call.app.stamp(m.name(), "the role may not do this");
            call.app.note(|site| site.note(&stamp, "refused", call.path))?;
            Err(Fault::Forbidden("your account may not do this"))
        }
        _ if bare => Err(Fault::Forbidden("set up your second factor first, under your account")),
        m => Ok(m),
    }
}

/// The same for a form: it must come from our own page of this session.
pub(crate) fn form(call: &Call<'_>, role: Role) -> Result<Member, Fault> {
    let member = at_least(call, role)?;
    member.sent(call)?;
    Ok(member)
}

impl Member {
    /// The mark that a form of this session carries.
    pub(crate) fn mark(&self, call: &Call<'_>) -> String {
        call.app.keys.sign("form", &self.token)
    }

    /// Refuses a form that does not carry it, or that another site sent.
    pub(crate) fn sent(&self, call: &Call<'_>) -> Result<(), Fault> {
        call.same_origin()?;
        let ours = call.app.keys.open("form", call.field("form")) == Some(&self.token);
        if ours { Ok(()) } else { Err(Fault::Forbidden("this form is not of this session; load it again")) }
    }

    /// The digest of the session's secret.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// The name in the audit log.
    pub(crate) fn name(&self) -> &str {
        &self.account.name
    }

    /// Refuses a brief of someone else to an analyst.
    pub(crate) fn may_edit(&self, desk: &Desk) -> Result<(), Fault> {
        let own = desk.author == self.account.name && desk.version == 0;
        if own || self.account.role >= Role::Editor { Ok(()) } else { Err(Fault::Forbidden("this brief is not yours to change")) }
    }
}
