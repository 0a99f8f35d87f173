//! Reading a question: plain Arabic or English, an article's title, or formal codes.
//!
//! A question has two parts, in either order: what is supposed (a dyad and the way it moves) and what
//! is asked about (another dyad). The reader names the actors, cuts the words in two at every place,
//! reads both parts, and takes the cut that the words support best. What it cannot read it refuses,
//! with the words that it did find and questions that can be asked instead.

mod cut;
mod error;
mod formal;
mod pair;
mod scan;
mod title;
mod turn;
mod words;

use detente_lens::Question;
use jiff::civil::Date;

pub(crate) use error::word;
pub use error::{Found, QuestionError, Suggestion};
pub use formal::{Asked, formal};

/// Reads a question in plain Arabic or English, or the title of an article.
///
/// Persons count for whom they act for on `as_of`, else for whom they last acted before it.
///
/// # Errors
/// [`QuestionError`] when no dyad moves, none is asked about, or the words fit more than one question.
pub fn read_question(words: &str, as_of: Date, horizon: u8) -> Result<Question, QuestionError> {
    let read = read(words, as_of)?;
    Ok(Question { text: Some(words.trim().to_owned()), shift: read.shift, target: read.target, as_of, horizon_years: horizon })
}

/// The states and organisations that words name, in order; persons count for whom they act for.
pub(crate) fn actors_in(words: &str, day: Date) -> Vec<detente_codebook::ActorCode> {
    scan::Scan::of(words, day).mentions.iter().map(|m| m.code.state()).collect()
}

/// Reads the whole words without what stands before a title, then with it, then with capitals put in.
fn read(words: &str, as_of: Date) -> Result<cut::Reading, QuestionError> {
    if words.trim().is_empty() {
        return Err(QuestionError::Empty);
    }
    let mut failure = None;
    for attempt in title::attempts(words) {
        match cut::read(&scan::Scan::of(&attempt, as_of)) {
            Ok(reading) => return Ok(reading),
            Err(e) => failure = failure.or(Some(e)),
        }
    }
    Err(failure.unwrap_or(QuestionError::Empty))
}
