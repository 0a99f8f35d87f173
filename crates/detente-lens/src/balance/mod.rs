//! Structural balance: what the shift does to the signed network around the target.
//!
//! # Method
//! A triad of three signed ties is balanced when the product of its signs is positive: the friend
//! of a friend, and the enemy of an enemy, is a friend (Heider 1946; Cartwright & Harary 1956). The
//! lens takes the actors of the question and the actors with signed ties to both sides of the
//! target or of the shift, at most fourteen, those with the weightiest ties first. It reads the
//! triads through the target before and after the supposed shift, and the frustration index of the
//! whole network with its camps (Aref & Wilson 2018), exactly; see [`frustration`].
//!
//! The *pressure on the target* is how many ties fewer are frustrated, after the shift, with the
//! target's sign turned than with the target as it is. Balance describes; it does not forecast:
//! the historical record shows hardly any skill of triads beyond what a dyad's own past tells. So
//! the lens gives no probability by itself.

mod blocs;
mod census;
pub mod frustration;
mod network;
mod say;
mod table;
mod triad;
mod turning;
mod yearly;

use crate::{Finding, Inquiry, Lens, LensError, Message};

pub use blocs::{Blocs, blocs};
pub use census::Census;
pub use network::{Moment, SignedNetwork};
pub use table::{Named, Reading, TableError, networks};
pub use triad::{Triad, triads};
pub use turning::{Turning, turned, turnings};
pub use yearly::{Changed, Moved, moved, network_of_year};

/// The balance lens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Balance;

impl Lens for Balance {
    fn name(&self) -> &'static str {
        "balance"
    }

    fn examine(&self, inquiry: &Inquiry) -> Result<Finding, LensError> {
        let network = SignedNetwork::around(inquiry);
        let claims = say::claims(inquiry, &network);
        let grounds = !claims.is_empty();
        Ok(Finding {
            lens: self.name().to_owned(),
            grounds,
            forecast: None,
            n: None,
            claims,
            assumptions: say::assumptions(inquiry, grounds),
            unknown: say::unknown(inquiry),
            method: Message::new("balance-method"),
            network: grounds.then(|| network.picture()),
        })
    }
}
