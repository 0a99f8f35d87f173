//! How certain an item is, in the words of its source.

use serde::{Deserialize, Serialize};

/// The standing a source gives to what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The source states it as fact.
    #[default]
    Asserted,
    /// The source says that someone else says so.
    Reported,
    /// It is to happen.
    Planned,
    /// It is claimed and not vouched for.
    Alleged,
    /// It is said not to be so.
    Denied,
    /// It stands under a condition.
    Hypothetical,
}
