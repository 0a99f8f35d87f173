//! The house and its command: manifests, data, documents, and what `detente` prints.

mod cli;
mod house;
mod readme;
mod run;
mod schema;

mod tidy;
