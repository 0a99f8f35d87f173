//! Relations as known on a day, and the independent lenses through which a question is examined.

mod finding;
mod message;
mod question;

pub use finding::{Claim, Finding, Forecast, Network, NetworkTie, Stance};
pub use message::{Arg, Message};
pub use question::{Direction, Question, Shift};
