//! Reads Arabic and English text and codes it: actors, events, treaties, transfers, statements,
//! conditionals, hedges and ties, each with the exact quote it rests on.

pub mod clitic;
mod grammar;
mod inflect;
pub mod lexicon;
pub mod party;
pub mod token;
