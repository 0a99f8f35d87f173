//! A model as a second reader of an article, asked beside the grammar.
//!
//! A model may invent, so nothing of its answer is taken on trust. An item is kept when its words stand
//! verbatim in the body of the article, its codes exist, and the text names the actors; else it is
//! listed with the reason. Where the kept items and the grammar differ, both are shown: neither is
//! taken for the truth. Nothing here speaks to a server; the command line does.

mod answer;
mod ask;
mod compare;
mod item;
mod words;

use detente_codebook::Coding;
use serde::Serialize;
use serde_json::Value;

pub use answer::content;
pub use ask::{MOST_LETTERS, request};

use crate::read::Page;

/// Why a second reading failed as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SecondError {
    /// The article is longer than is sent.
    #[error("the article has {letters} letters, more than the {MOST_LETTERS} that are sent to a model: cut it into parts")]
    Long {
        /// How many it has.
        letters: usize,
    },
    /// The server did not answer as a chat completion.
    #[error("the answer is no chat completion ({0}): check that the address is that of an OpenAI-compatible server")]
    NotChat(String),
    /// What the model wrote is not the JSON that it was asked for.
    #[error("the model did not answer with the JSON it was asked for ({0}): ask again, or another model")]
    NotJson(String),
}

/// What came of a second reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Second {
    /// The page with the items of the model that were kept.
    pub coding: Coding,
    /// The items that were not, each with the reason.
    pub rejected: Vec<Rejected>,
    /// Where the model and the grammar differ.
    pub disagreements: Vec<Disagreement>,
}

/// An item of the model that was not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// The list it stood in.
    pub kind: String,
    /// Why it was not kept.
    pub reason: String,
    /// The item, cut short and without characters that hide or turn others.
    pub item: String,
}

/// One item that the two readers see differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disagreement {
    /// The list it stands in.
    pub kind: &'static str,
    /// Who has it, or that both have it with different codes.
    pub what: Difference,
    /// What the grammar has.
    pub grammar: Option<Value>,
    /// What the model has.
    pub model: Option<Value>,
}

/// How two readers differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// Only the grammar has it.
    OnlyGrammar,
    /// Only the model has it.
    OnlyModel,
    /// The same words and actors, coded otherwise.
    Codes,
}

/// Holds what a model wrote of a page against the page and against the coding of the grammar.
///
/// # Errors
/// [`SecondError::NotJson`] when the answer is not one JSON object with at least one of the lists asked for.
pub fn examine(page: &Page, grammar: &Coding, model: &str, answer: &str) -> Result<Second, SecondError> {
    let lists = answer::lists(answer)?;
    let (coding, rejected) = item::kept(page, grammar, model, lists);
    let disagreements = compare::disagreements(grammar, &coding);
    Ok(Second { coding, rejected, disagreements })
}
