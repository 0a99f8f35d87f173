//! The house and its command: manifests, data, documents, and what `detente` prints.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on is meant to panic")]

mod cli;
mod house;
mod readme;
mod run;
mod schema;
mod tidy;
