//! History: a forecast fitted to two centuries of ties, with its track record.
//!
//! # Method
//! The target is forecast by the model that `detente backtest` calls `detente`: gradient-boosted trees (Friedman 2001,
//! *Annals of Statistics* 29:1189) over the tie's own past, its two members and its triads, pooled in log-odds with
//! trees of a short memory or a logistic regression ([`detente_history::forecast`]). It was fitted on thirty years whose
//! outcomes were known at its origin; the origin is the last one not after the day of the question.
//!
//! 1. *What is forecast*: the sign of the tie under definition C gets lower at some time within the horizon, stays, or
//!    gets higher. A friendly tie can only be lost, a hostile one only ease.
//! 2. *Track record*: how often forecasts of about this size came true out of sample, with an interval in which ties
//!    and not dyad-years are what is independent (Kish 1965; Wilson 1927).
//! 3. *Parts*: by how much the forecast moves when one group of features is set to its median among ties of the same
//!    sign. Groups act together, so that the parts do not add up.
//! 4. *The shift*: it does not enter. The counted record shows no measurable effect of such a shift on a third tie (see
//!    [`crate::analogues`]), and features of triads add next to nothing out of sample.
//!
//! After 2014, where the panel ends, levels come from the panel and changes from the built-in base; every number that
//! crosses this seam says so. Where no such tie was ever tested, the lens gives no number.

mod say;

use crate::outlook::{forecast, of_target};
use crate::{Finding, Inquiry, Lens, LensError, Message};

/// The history lens.
#[derive(Clone, Copy, Debug, Default)]
pub struct History;

impl Lens for History {
    fn name(&self) -> &'static str {
        "history"
    }

    fn examine(&self, inquiry: &Inquiry) -> Result<Finding, LensError> {
        let found = of_target(inquiry, "history")?;
        let years = inquiry.question.horizon_years;
        Ok(Finding {
            lens: "history".to_owned(),
            grounds: found.is_ok(),
            forecast: found.as_ref().ok().map(|o| forecast(o.model, years)),
            n: found.as_ref().ok().and_then(|o| o.tested).map(|t| t.n),
            claims: found.as_ref().map(|o| say::claims(inquiry, o)).unwrap_or_default(),
            assumptions: found.as_ref().map(|o| say::assumptions(o, years)).unwrap_or_default(),
            unknown: found.as_ref().err().map(|no| vec![say::unknown(inquiry, *no)]).unwrap_or_default(),
            method: Message::new("history-method"),
            network: None,
        })
    }
}
