//! What the command prints and how it ends.

mod bad_input;
mod bargain;
mod brief;
mod claims;
mod code;
mod colour;
mod dictionaries;
mod forecast;
mod help;
mod ledger;
mod second;
mod shell;
mod site;
