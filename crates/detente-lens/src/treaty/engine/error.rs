//! What keeps the engine from answering.

use detente_codebook::ActorCode;
use jiff::civil::Date;

/// A question or a data file that the engine cannot work with.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
#[non_exhaustive]
pub enum EngineError {
    /// A compiled-in data file is malformed.
    #[error("data file {file}: {what}; mend the file and build again")]
    Data {
        /// The file, relative to `data/`.
        file: &'static str,
        /// What is wrong and where.
        what: String,
    },
    /// One side is empty.
    #[error("an attack needs at least one {0}; name it by its code, such as RUS")]
    Nobody(&'static str),
    /// A state stands on both sides.
    #[error("`{0}` is named as attacker and as target; an attack needs two sides")]
    BothSides(ActorCode),
    /// No such state.
    #[error(
        "`{0}` is no state of the codebook and no party to any treaty; codes are ISO 3166 alpha-3, such as RUS, or historical, such as AUH"
    )]
    Unknown(ActorCode),
    /// A state that did not exist on the day.
    #[error("`{code}` did not exist on {day}: {held}; give another day, or the state that held its place then")]
    NoStateThen {
        /// Which.
        code: ActorCode,
        /// The day asked about.
        day: Date,
        /// When it existed, in words.
        held: String,
    },
    /// A proposed security system that cannot be judged.
    #[error("scheme: {0}")]
    Scheme(String),
}
