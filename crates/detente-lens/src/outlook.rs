//! What the fitted history says of the target of a question: the ground of more than one lens.

use detente_history::HistoryError;
use detente_history::chronicle::chronicle;
use detente_history::forecast::{NoOutlook, Outcomes, Outlook, Tie, outlook};

use crate::states::number;
use crate::{Forecast, Inquiry, LensError};

/// An outlook, or why there is none.
pub(crate) type Seen = Result<Result<Outlook, NoOutlook>, HistoryError>;

/// The outlook of the target of a question.
pub(crate) fn of_target(inquiry: &Inquiry, lens: &'static str) -> Result<Result<Outlook, NoOutlook>, LensError> {
    let seen = inquiry.seen.get_or_init(|| seen(inquiry)).clone();
    seen.map_err(|e| LensError::History { lens, what: e.to_string() })
}

fn seen(inquiry: &Inquiry) -> Seen {
    let (target, day) = (&inquiry.question.target, inquiry.question.as_of);
    let chronicle = chronicle()?;
    match (number(chronicle, &target.a, day), number(chronicle, &target.b, day)) {
        (Some(a), Some(b)) if a != b => {
            let tie = Tie { a: &target.a, b: &target.b, states: (a, b) };
            outlook(chronicle, inquiry.base, tie, day)
        }
        _ => Ok(Err(NoOutlook::NoState)),
    }
}

/// Outcomes over five years as a forecast over the years of the question.
pub(crate) fn forecast(outcomes: Outcomes, years: u8) -> Forecast {
    let over = outcomes.over(years);
    Forecast { worsens: over.worsens, holds: over.holds, improves: over.improves }
}
