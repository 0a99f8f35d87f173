//! Forecasts at the desk: registered once, resolved with a source.

use detente_codebook::Phrase;
use detente_ledger::site::{Criteria, Role};
use maud::html;

use super::{frame, guard};
use crate::call::Call;
use crate::fault::Fault;
use crate::page::record::state;
use crate::reply::Reply;
use crate::words::Tongue;

/// `/desk/forecasts`.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::at_least(call, Role::Editor)?;
    let tongue = Tongue(call.preferred());
    let all = call.app.read(|s| s.forecasts().map_err(Fault::from))?;
    let day = call.app.clock.day();
    let empty = Phrase::default();
    let register = html! {
        (frame::pair(tongue, "desk-question", "question", &empty)) (frame::pair(tongue, "desk-criteria", "criteria", &empty))
        (frame::field(tongue, "desk-closes", "closes", "", None)) (frame::field(tongue, "desk-chance", "chance", "", None))
        p.note { (tongue.say("desk-immutable")) }
        button { (tongue.say("desk-register")) }
    };
    let main = html! {
        details { summary { (tongue.say("desk-register")) } (frame::form(call, &member, "/desk/forecasts", &register)) }
        @for f in all.iter().rev() {
            article.forecast-entry {
                h2 { (tongue.phrase(&f.criteria.question)) }
                p.status { (tongue.say(&format!("site-outcome-{}", state(f, day)))) " · " (tongue.share(f.criteria.chance)) " · " (tongue.day(f.criteria.closes)) }
                details { summary { (tongue.say("desk-resolve")) }
                    (frame::form(call, &member, &format!("/desk/forecasts/{}", f.id), &html! {
                        label for=(format!("o{}", f.id)) { (tongue.say("desk-outcome")) }
                        select id=(format!("o{}", f.id)) name="outcome" { @for o in ["yes", "no", "void"] { option value=(o) { (tongue.say(&format!("site-outcome-{o}"))) } } }
                        label for=(format!("s{}", f.id)) { (tongue.say("desk-source-url")) } input id=(format!("s{}", f.id)) name="source" dir="auto" required;
                        label for=(format!("r{}", f.id)) { (tongue.say("desk-why")) } input id=(format!("r{}", f.id)) name="reason" dir="auto" required;
                        button { (tongue.say("desk-resolve")) }
                    }))
                }
            }
        }
    };
    frame::show(call, &member, "desk-forecasts", &main)
}

/// `POST /desk/forecasts`.
pub(crate) fn register(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Editor)?;
    let criteria = Criteria {
        question: frame::phrase(call, "question"),
        criteria: frame::phrase(call, "criteria"),
        closes: call.field("closes").parse().map_err(|_| Fault::Invalid("closing day: such as 2026-12-31".to_owned()))?,
        chance: call.field("chance").parse().map_err(|_| Fault::Invalid("probability: a number from 0 to 1".to_owned()))?,
        brief: None,
    };
    let stamp = call.app.stamp(member.name(), "registered at the desk");
    call.app.write(|site| site.register(&criteria, &stamp).map_err(Fault::from))?;
    Ok(Reply::see("/desk/forecasts"))
}

/// `POST /desk/forecasts/{id}`.
pub(crate) fn resolve(call: &Call<'_>) -> Result<Reply, Fault> {
    let member = guard::form(call, Role::Editor)?;
    let outcome = call.field("outcome").parse()?;
    let stamp = call.app.stamp(member.name(), call.field("reason"));
    call.app.write(|site| site.resolve(call.number("id")?, outcome, call.field("source"), &stamp).map_err(Fault::from))?;
    Ok(Reply::see("/desk/forecasts"))
}
