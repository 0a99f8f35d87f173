//! Reads Arabic and English text and codes it: actors, events, treaties, transfers, statements,
//! conditionals, hedges and ties, each with the exact quote it rests on.

mod argument;
mod attribution;
mod class;
mod clause;
pub mod clitic;
mod code;
mod conditional;
pub mod conllu;
mod deed;
mod event;
mod explain;
mod frame;
mod govern;
mod grammar;
mod hedge;
mod home;
mod inflect;
pub mod lexicon;
mod long;
mod merge;
mod mood;
mod must;
mod nation;
mod object;
mod obligation;
mod order;
pub mod party;
mod people;
pub mod petrarch;
mod phrase;
pub mod precise;
mod proper;
pub mod read;
mod refer;
mod report;
pub mod second;
mod signature;
mod speaker;
mod spoken;
mod statement;
mod subject;
mod tie;
pub mod token;
mod transfer;
mod treaty;
mod tree;
mod unrest;
mod when;
mod word;

pub use code::{code, code_events, code_parsed, explain, explain_page};
pub use explain::{FrameFound, PartyFound, Reasons, Silence};

/// Whether the words speak of `both sides` or `the two countries` without naming them.
#[must_use]
pub fn names_both(words: &str, language: detente_codebook::Language) -> bool {
    let tokens = token::form(words);
    let both = &grammar::grammar(language).both;
    (0..tokens.len()).any(|at| both.behind(&tokens, at) > 0)
}
