//! Obligations: what the actors of the question owe each other as of the day.
//!
//! # Method
//! The lens reads the treaties that have two actors of the question among their parties on the day,
//! with memberships, suspensions and the difference between signature and entry into force. Kinds
//! of duty follow ATOP (Leeds, Ritter, Mitchell & Long 2002), with our own extensions.
//!
//! 1. *Target*: every duty between its two members, by article; what the text does not contain;
//!    whether any duty of defence is in force; how often such duties were kept in war, with the
//!    number of cases and the 95 % interval.
//! 2. *Contrast*: where the target has no duty of defence, treaties of its members with others that
//!    have one, those of the same name first.
//! 3. *Shift*: treaties between its members, which it would build on or put at stake.
//! 4. *Others*: treaties between the remaining pairs of actors.
//! 5. *Attack*: if a member of the shift attacked a member of the target, whom a treaty would bind
//!    to help the victim, or not to help the attacker; who would be drawn in if all duties to fight
//!    were kept, and at the rates at which they were; what cannot all be kept, and what the attack
//!    breaks. The [`engine`] says so, on home territory and unasked.
//! 6. *Effect*: duties that an attack within the shifted relation would set off are likelier to be
//!    called on after a rupture, rarer after a rapprochement; what is in force stays in force. Views of
//!    states that differ on the standing of a treaty are named.
//! 7. *Texts*: treaties that a text describes are matched to the base by parties and year and cited
//!    with it; others are shown as provisional, and the engine works with them at once.
//!
//! A duty in force between the members of the target speaks against an effect of the shift; all
//! else is context. Duties owed by all states, as under the UN Charter, are named only when there
//! is nothing else. The base is a working list: that it holds no treaty is no proof of there being
//! none.

mod attack;
mod contrast;
pub(crate) mod duty;
mod effect;
pub mod engine;
mod others;
mod rate;
pub mod security;
mod target;
mod told;
mod war;

use detente_codebook::ActorKind;

use crate::{Arg, Claim, Finding, Inquiry, Lens, LensError, Message};

/// The treaty lens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Treaty;

impl Lens for Treaty {
    fn name(&self) -> &'static str {
        "treaty"
    }

    fn examine(&self, inquiry: &Inquiry) -> Result<Finding, LensError> {
        let claims = claims(inquiry);
        let grounds = !claims.is_empty();
        Ok(Finding {
            lens: self.name().to_owned(),
            grounds,
            forecast: None,
            n: None,
            claims,
            assumptions: assumptions(inquiry, grounds),
            unknown: unknown(inquiry, grounds),
            method: Message::new("treaty-method"),
            network: None,
        })
    }
}

/// Every claim; none when no treaty joins two actors of the question.
fn claims(inquiry: &Inquiry) -> Vec<Claim> {
    let mut out = target::claims(inquiry);
    let shift = others::shift(inquiry);
    let rest = others::rest(inquiry);
    let told = told::claims(inquiry);
    if out.is_empty() && shift.is_empty() && rest.is_empty() && told.is_empty() {
        return Vec::new();
    }
    out.extend(contrast::claims(inquiry));
    out.extend(shift);
    out.extend(rest);
    out.extend(attack::claims(inquiry));
    out.extend(effect::claims(inquiry));
    told::cite(inquiry, &mut out);
    out.extend(told);
    let rates = rate::claims(inquiry, &out);
    out.extend(rates);
    out
}

fn assumptions(inquiry: &Inquiry, grounds: bool) -> Vec<Message> {
    if grounds {
        return vec![Message::new("treaty-assumes-list"), Message::new("treaty-assumes-rates")];
    }
    let day = inquiry.question.as_of;
    let general = |c: &&detente_history::ClauseText| c.by_all_states;
    let in_force = inquiry.base.treaties().iter().filter(|t| t.standing(day) == detente_history::Standing::InForce);
    let clause = in_force.filter(|t| t.id == CHARTER).flat_map(|t| &t.clauses).find(general);
    let said = |c: &detente_history::ClauseText| Message::new("treaty-charter-only").with("text", Arg::Phrase(c.text.clone()));
    if are_states(inquiry) { clause.map(said).into_iter().collect() } else { Vec::new() }
}

/// The treaty that binds all states, named when there is no other.
const CHARTER: &str = "un_charter";

fn are_states(inquiry: &Inquiry) -> bool {
    let table = detente_codebook::ActorTable::builtin();
    let state = |a| table.as_ref().is_ok_and(|t| t.get(a).is_some_and(|a| a.kind == ActorKind::State));
    inquiry.question.actors().iter().all(state)
}

fn unknown(inquiry: &Inquiry, grounds: bool) -> Vec<Message> {
    let (target, shift) = (&inquiry.question.target, &inquiry.question.shift.dyad);
    let none = |d: &&detente_codebook::Dyad| duty::treaties(inquiry, d).next().is_none();
    let said = |d: &detente_codebook::Dyad| Message::new("treaty-none-listed").with("dyad", Arg::Dyad(d.clone()));
    let mut dyads = vec![target, shift];
    dyads.dedup();
    let mut out: Vec<Message> = dyads.into_iter().filter(none).map(said).collect();
    if grounds {
        out.extend(attack::nobody(inquiry));
    }
    out
}
