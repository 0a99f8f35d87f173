//! What becomes of a tie within five years, forecast from what is known at the end of a year, and
//! how good such forecasts were.
//!
//! Three targets on the default sign: `change` (the sign is another one at some time), `turn_negative`
//! (a tie that is not hostile becomes so), `pact_lost` (a friendly tie is so no more). Rows are
//! pairs of states that are neighbours, that have a major power among them, or that had a tie in
//! the last ten years, and that both outlive the horizon.
//!
//! The model `detente` is gradient-boosted trees (Friedman 2001, *Annals of Statistics* 29:1189)
//! over the tie's own past, its members and its triads. For `change`, trees with a long and with a
//! short memory are pooled in log-odds, as the world drifts; for `turn_negative`, trees and a
//! logistic regression. Losses of pacts come in bursts, one bloc at a time, so that a model of
//! thirty years is off in level: its log-odds are shrunk and moved to the rate of an ordinary
//! recent year, the geometric mean of the yearly rates of the last ten years.
//!
//! The backtest has a rolling origin. Models are fitted anew every five years on the thirty years
//! whose outcomes were known; nothing that came later is seen.

mod backtest;
mod bins;
mod boost;
mod cases;
mod entry;
mod feature;
mod grow;
mod kept;
mod later;
mod logit;
mod model;
mod ours;
mod outcomes;
mod outlook;
mod past;
mod pool;
mod reliability;
mod rows;
mod run;
mod score;

pub use backtest::{Backtest, Calibration, Group, ModelScore, backtest};
pub use boost::{Booster, Settings};
pub use cases::Count;
pub(crate) use entry::record;
pub use entry::{RECORD, record_id};
pub use feature::{FEATURES, Part};
pub use kept::{Tested, YEARS, packed, text, train, weight};
pub use later::Tie;
pub use outcomes::{Fate, Outcomes, over};
pub use outlook::{NoOutlook, Outlook, outlook};
pub use pool::{Pool, PoolScore};
pub use rows::{Rows, Target};
pub use score::Score;

/// The horizon in years.
pub const HORIZON: usize = 5;
