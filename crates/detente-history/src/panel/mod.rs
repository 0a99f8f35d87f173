//! Panels from the public data sets of the field.
//!
//! A panel is a list of units over time (states, pairs of states, leaders) to which data sets are
//! added as columns. Units, names and values follow what analysts know from the field's package
//! (Miller 2022, *Conflict Management and Peace Science* 39(6)): the same rows, the same missing
//! cells, the same sums. The files are read as they are distributed, from a folder of the user's;
//! none of them is part of this program.
//!
//! What is missing stays missing: an empty cell. Inside the years that a data set covers, no row
//! can mean an honest zero (no alliance, no dispute); outside them it never does. A code for
//! "missing" inside a file, such as -9, is left as it is, because sums and counts of others rest on it.
//!
//! Rows are streamed: the memory a panel takes is that of its data sets, however long it is.

mod block;
mod column;
mod error;
mod folder;
mod frame;
mod import;
mod kept;
mod layer;
mod leader;
mod leader_years;
mod line;
#[expect(clippy::module_inception, reason = "the panel is the noun of this folder")]
mod panel;
mod place;
mod request;
mod row;
mod source;
mod system;
mod table;
mod wish;

pub use column::{Column, Kind};
pub use error::PanelError;
pub use folder::Folder;
pub use frame::Unit;
pub use import::{Checked, check};
pub use line::Line;
pub use panel::{Panel, Summary};
pub use request::Request;
pub use source::{Source, source, sources};
pub use system::{System, SystemKind, Tenure};
pub use wish::Wish;
