//! The codebook: the types every stage of Détente speaks, and the code lists behind them.
//!
//! Actors and their codes with the years they hold, EDTF dates, spans and quotes in Unicode code
//! points, CAMEO and PLOVER, the parts of a [`Coding`], sourced [`Record`]s and data [`Origin`]s.
//! Nothing here reads a file, a clock or the environment: data files are compiled in.

pub mod actor;
mod actor_table;
mod brief_parts;
mod cameo;
mod certainty;
mod coding;
mod date;
mod digest;
mod document;
mod dyad;
mod embedded;
pub mod fold;
mod office;
mod origin;
mod quote;
mod record;
mod text;
mod treaty;

pub use actor::{Actor, ActorCode, ActorKind, CowCode, Forms, GwCode, Tenure};
pub use actor_table::ActorTable;
pub use brief_parts::{Language, Phrase};
pub use cameo::{CameoCode, Plover, goldstein};
pub use certainty::Certainty;
pub use coding::{
    Clause, Coding, Conditional, Event, Gap, Hedge, Mention, Sign, Statement, Tie, Transfer, TransferStatus, Treaty,
};
pub use date::{DateError, Edtf, Period, Point};
pub use digest::Digest;
pub use document::{Direction, Document, Furniture, FurnitureKind, Published};
pub use dyad::Dyad;
pub use embedded::embedded;
pub use office::{Office, Term};
pub use origin::Origin;
pub use quote::{Anchor, Quote, Selector, Span};
pub use record::{BaseFact, Confidence, Item, Record, RecordId, Source};
pub use text::Text;
pub use treaty::{ClauseType, Stage};

/// What cannot be read as a code, a date or a data file of this codebook.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
#[non_exhaustive]
pub enum CodebookError {
    /// The text is not an actor code.
    #[error("`{0}` is not an actor code (capital letters such as IRN, RUSGOV or IGOWSTNAT)")]
    ActorCode(String),
    /// The text is not a CAMEO code.
    #[error("`{0}` is not a CAMEO code (three or four digits, such as 057 or 1821)")]
    CameoCode(String),
    /// The text is not a Correlates of War country code.
    #[error("`{0}` is not a Correlates of War country code (a number from 2 to 999)")]
    CowCode(String),
    /// The text is not a Gleditsch–Ward country code.
    #[error("`{0}` is not a Gleditsch-Ward country code (a number from 2 to 999)")]
    GwCode(String),
    /// The text names no dyad.
    #[error("`{0}` is not a dyad (two actor codes joined by a hyphen, such as RUS-IRN)")]
    Dyad(String),
    /// A date in a data file or an argument.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A compiled-in data file is malformed.
    #[error("data file {file}: {what}")]
    Data {
        /// The file, relative to `data/`.
        file: String,
        /// What is wrong and where.
        what: String,
    },
}
