//! The lenses over the embedded base and over records as a coder would make them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on is meant to panic")]

mod analogues;
mod balance;
mod bargaining;
mod corpus;
mod evidence;
mod lenses;
mod messages;
mod obligations;
mod relations;
mod signed;
mod treaty;
mod world;
