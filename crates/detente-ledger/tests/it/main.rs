//! The ledger as a whole: its past, its safety, its errors.

mod changes;
mod fixture;
mod kill;
mod model;
mod opening;
mod outputs;
mod search;
mod verify;
