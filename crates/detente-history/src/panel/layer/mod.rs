//! Data sets as layers of a panel: each adds its columns to a row.

mod archigos;
mod atop;
mod capital;
mod codes;
mod conflict;
mod contiguity;
mod dispute;
mod dyad;
mod gml_state;
mod igo;
mod major;
mod mindist;
mod relevant;
mod rivalry;
mod spell;
mod state;
mod states;
mod war;
mod whittle;

use super::PanelError;
use super::column::Column;
use super::line::Line;
use super::place::Place;

pub(crate) use whittle::{Weight, whittled};

/// One data set, ready to be added.
pub(crate) trait Layer {
    /// The columns it adds, in order.
    fn columns(&self) -> &[Column];

    /// Writes its cells of a row; false drops the row from the panel.
    fn write(&mut self, place: &mut Place, line: &mut Line) -> Result<bool, PanelError>;
}

pub(crate) use archigos::archigos;
pub(crate) use atop::atop;
pub(crate) use capital::capital_distance;
pub(crate) use codes::{codes, pairs};
pub(crate) use conflict::{Conflicts, conflicts};
pub(crate) use contiguity::{Contiguity, contiguity};
pub(crate) use dispute::{cow_mids, gml_mids};
pub(crate) use gml_state::gml_state_years;
pub(crate) use igo::igos;
pub(crate) use major::majors;
pub(crate) use mindist::minimum_distance;
pub(crate) use relevant::Relevant;
pub(crate) use rivalry::rivalries;
pub(crate) use spell::{Count, Spell};
pub(crate) use states::state_figures;
pub(crate) use war::{interstate, intrastate};
