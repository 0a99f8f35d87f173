#![doc = include_str!("method.md")]

mod case;
mod centre;
mod draws;
mod error;
mod eum;
mod exchange;
mod finding;
mod lever;
mod mended;
mod model;
mod outcome;
mod parse;
mod picture;
mod predictioneer;
mod random;
pub mod smp;
mod what_if;

pub use case::{Actor, Case, Estimate, Scale, Stand, Uncertainty};
pub use centre::{mean, median, median_index};
pub use draws::{Share, Simulation, simulate};
pub use error::CaseError;
pub use eum::{EumOptions, eum};
pub use exchange::{Exchange, ExchangeRound, exchange};
pub use finding::issue_finding;
pub use lever::{Lever, levers};
pub use mended::{mended_chance, mended_forecast, mended_path};
pub use model::{Answer, Model, Round, Standing};
pub use outcome::{Distribution, ModelError};
pub use parse::{IssueFile, parse};
pub use picture::{Drawing, picture};
pub use predictioneer::{Predictions, predictioneer};
pub use what_if::{Attribute, Change, WhatIf, changed, what_if};
