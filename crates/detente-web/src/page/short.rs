//! Short links, which lead to the brief for ever: `/?p=7`, `/b/7`.

use detente_ledger::site::{BriefId, State};

use super::link;
use crate::call::Call;
use crate::fault::Fault;
use crate::reply::Reply;

/// The way from a number to the page of the brief.
pub(crate) fn to(call: &Call<'_>, id: i64) -> Result<Reply, Fault> {
    let listed = call.app.read(|site| site.listed(BriefId(id)).map_err(Fault::from))?;
    if listed.state == State::Withdrawn {
        return Err(Fault::Gone(listed.withdrawn.unwrap_or_default()));
    }
    let language = listed.head.language;
    Ok(Reply::moved(&format!("/{}{}", language.tag(), link::brief(listed.id, &listed.head, language))))
}

/// `/b/{id}`.
pub(crate) fn short(call: &Call<'_>) -> Result<Reply, Fault> {
    to(call, call.number("id")?)
}
