//! Analogues: what the last times show, counted and named.
//!
//! # Method
//! A question about a triad (A–B moves, what becomes of B–C?) is put to two records that are kept apart.
//!
//! 1. *Counted*: every triad of states, 1816–2004, whose A–B had the sign it has now and moved the way
//!    the question supposes, while B–C and A–C had their present signs. What became of B–C is compared
//!    with the same kind of triad in the same year whose A–B did not move ([`compare()`]). Triads whose
//!    hostilities are one dispute of many states are set aside: their ties end together by themselves,
//!    and counting them shows an effect that is none. To improve is to reach a higher sign; to worsen is
//!    to turn hostile, as a pact that lapses takes many ties with it. Signs are those of
//!    [`Definition::C`](detente_history::chronicle::Definition) unless another is asked for.
//! 2. *Base rate*: what became of such ties in the era of the question whatever happened around them
//!    ([`base_rates`]). Rates of different eras differ by up to thirty times and are never pooled.
//! 3. *Named*: turns of the curated record in which a third state stood as C stands ([`named()`]). Yearly
//!    signs cannot see a détente such as that of 1972; this record can, but it is chosen by hand.
//!
//! When the interval of a difference holds 0, the finding says that the move cannot be told from the
//! base rate. What is known only after the day of the question is not used.
//!
//! The forecast of the lens is what became of ties in the same state within ten known years: the same sign, rivalry,
//! duty of defence and years since force. `detente backtest` scores it beside the fitted model.

mod asked;
mod compare;
mod draws;
mod named;
mod nearest;
mod rates;
mod say;
mod study;
mod triads;

pub use asked::Asked;
pub use compare::{Compared, Comparison, Outcome, What, came, compare};
pub use named::{NamedCase, Shares, named, shares};
pub use nearest::{Near, nearest};
pub use rates::{BaseRate, ERAS, Era, base_rates};
pub use say::verdict;
pub use study::{NAMED, Study, study};
pub use triads::{Sought, Triad, Triads, triads};

use detente_history::chronicle::Definition;

use crate::outlook::{forecast, of_target};
use crate::{Finding, Inquiry, Lens, LensError, Message};

/// The analogues lens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Analogues;

impl Lens for Analogues {
    fn name(&self) -> &'static str {
        "analogues"
    }

    fn examine(&self, inquiry: &Inquiry) -> Result<Finding, LensError> {
        let failed = |e: detente_history::HistoryError| LensError::History { lens: "analogues", what: e.to_string() };
        let mut found = finding(inquiry, study(inquiry, Definition::C).map_err(failed)?.as_ref());
        if let (true, Ok(outlook)) = (found.grounds, of_target(inquiry, "analogues")?) {
            found.forecast = Some(forecast(outlook.cases, inquiry.question.horizon_years));
            found.n = Some(if outlook.own.n > 0 { outlook.own.n } else { outlook.base.n }.into());
            found.claims.push(say::state(inquiry, &outlook));
        }
        Ok(found)
    }
}

/// What a study says, as a lens says it.
pub fn finding(inquiry: &Inquiry, study: Option<&Study>) -> Finding {
    let claims = study.map(|s| say::claims(inquiry, s)).unwrap_or_default();
    Finding {
        lens: "analogues".to_owned(),
        grounds: !claims.is_empty(),
        forecast: None,
        n: study.and_then(|s| u64::try_from(s.pooled.episodes).ok()).filter(|n| *n > 0),
        claims,
        assumptions: say::assumptions(study),
        unknown: say::unknown(inquiry, study),
        method: Message::new("analogues-method"),
        network: None,
    }
}
