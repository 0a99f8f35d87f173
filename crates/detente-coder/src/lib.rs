//! Reads Arabic and English text and codes it: actors, events, treaties, transfers, statements,
//! conditionals, hedges and ties, each with the exact quote it rests on.

mod argument;
mod clause;
pub mod clitic;
mod code;
mod conditional;
mod event;
mod frame;
mod grammar;
mod hedge;
mod inflect;
pub mod lexicon;
mod obligation;
pub mod party;
mod people;
mod phrase;
pub mod read;
mod statement;
mod tie;
pub mod token;
mod transfer;
mod treaty;

pub use code::code;
