//! Obligations: if one state attacks another on a day, who is bound to do what, and how it spreads.
//!
//! # Method
//! A treaty is a list of clauses, and a clause is data: who owes what to whom (per member, directed),
//! what sets it off, against whom, where, at whose request, how strongly. A duty is due when the treaty
//! is in force between the two on the day and every condition of the clause is met; kinds of duty and
//! conditions follow ATOP (Leeds, Ritter, Mitchell & Long 2002), widened by guarantees, assurances,
//! non-assistance and the like, which ATOP leaves out.
//!
//! 1. *Standing*: signed is not in force; memberships have intervals; a treaty may be suspended between
//!    two of its parties only.
//! 2. *Adversary*: named, left out, or counted (great powers that attack, enemies at war).
//! 3. *Area*: the place of the attack against the words of the clause. Without an area, a duty to fight
//!    is not set off on the territory of another state.
//! 4. *Attack among parties*: a treaty that forbids force among its parties looks outward with its
//!    duties of help; others cover an attack by a party as well.
//! 5. *Who begins*: the treaty is silent when the partner attacks, unless the clause asks only for war.
//! 6. *Doubt*: a duty is contested where the partner is found to have begun the wider war, where its
//!    bearer is an ally of the attacker, on the last day of a treaty, and a few cases more.
//! 7. *Rounds*: duties to fight that are kept widen the war, and all is tested again, until nothing is
//!    added. Whoever helps is not thereby attacked.
//! 8. *Conflict*: what cannot all be kept; a clause that prevails by its text is named, else the later
//!    treaty between the same parties (Vienna Convention on the Law of Treaties, article 30; UN Charter,
//!    article 103).
//!
//! The engine is pure: the same treaties and question give the same answer.

mod answer;
mod book;
mod breach;
mod case;
mod due;
mod error;
mod listing;
mod map;
mod muster;
mod place;
mod query;
mod refuse;
mod rounds;
mod sample;
mod say;
mod scene;
mod spread;
mod zone;

pub use answer::{Answer, Breach, Conflict, Join, NotBound, Obligation};
pub use book::{Book, Day};
pub use breach::Clash;
pub use due::Grade;
pub use error::EngineError;
pub use map::neighbours_of;
pub use muster::Muster;
pub use query::Query;
pub use sample::Sample;
pub use spread::Entrant;
