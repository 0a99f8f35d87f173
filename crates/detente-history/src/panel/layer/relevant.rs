//! Politically relevant dyads: contiguous by land or water, or with a major power.

use super::Layer;
use crate::panel::PanelError;
use crate::panel::column::{Column, Kind, columns};
use crate::panel::line::Line;
use crate::panel::place::Place;

/// The filter `filter_prd`: keeps the dyads that are relevant (Weede 1976; Lemke and Reed 2001).
pub(crate) struct Relevant {
    columns: Vec<Column>,
    contiguity: usize,
    majors: [usize; 2],
}

impl Relevant {
    /// The filter over the columns of contiguity and of major powers.
    pub(crate) fn new(contiguity: usize, majors: [usize; 2]) -> Self {
        Self { columns: columns("filter_prd", &[("prd", Kind::Integer)]), contiguity, majors }
    }
}

impl Layer for Relevant {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Where contiguity is unknown, so is relevance: the dyad is dropped.
    fn write(&mut self, _: &mut Place, line: &mut Line) -> Result<bool, PanelError> {
        let touching = line.values[self.contiguity];
        let major = self.majors.iter().any(|at| line.values[*at] == 1.0);
        let relevant = touching >= 1.0 || (touching == 0.0 && major);
        line.whole(i64::from(relevant));
        Ok(relevant)
    }
}
