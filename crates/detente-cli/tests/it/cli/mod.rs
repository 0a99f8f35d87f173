//! What the command prints and how it ends.

mod bad_input;
mod bargain;
mod code;
mod colour;
mod help;
mod ledger;
mod shell;
