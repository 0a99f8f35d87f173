//! Relations as known on a day, and the independent lenses through which a question is examined.
//!
//! An [`Inquiry`] holds the question, the records and the relations derived from them, as they are
//! and as supposed. Each [`Lens`] of [`lenses`] reads it and gives one [`Finding`]. Lenses do not
//! know each other.

pub mod analogues;
pub mod balance;
pub mod bargaining;
pub mod evidence;
mod finding;
pub mod history;
mod inquiry;
mod lens;
mod message;
mod outlook;
mod question;
pub mod relations;
mod seat;
pub mod states;
pub mod treaty;

pub use finding::{Claim, Finding, Forecast, Network, NetworkTie, Stance};
pub use inquiry::Inquiry;
pub use lens::{Lens, LensError, lenses};
pub use message::{Arg, Message};
pub use question::{Direction, Question, Shift};
pub use relations::Relations;
