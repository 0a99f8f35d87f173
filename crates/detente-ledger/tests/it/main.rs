//! The ledger as a whole: its past, its safety, its errors.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on is meant to panic")]

mod changes;
mod fixture;
mod kill;
mod model;
mod opening;
mod outputs;
mod search;
mod site;
mod verify;
