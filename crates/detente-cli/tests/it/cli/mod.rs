//! What the command prints and how it ends.

mod analogues;
mod backtest;
mod bad_input;
mod balance;
mod bargain;
mod brief;
mod claims;
mod code;
mod colour;
mod dictionaries;
mod forecast;
mod guide;
mod help;
mod issue;
mod ledger;
mod panel;
mod second;
mod shell;
mod site;
