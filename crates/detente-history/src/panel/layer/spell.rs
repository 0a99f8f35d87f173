//! Years of peace since the last event of a unit.
//!
//! Two counts are in use, and they differ in the year of the event: `spells` gives there the years
//! of peace that it ended (Beger et al. 2018), `peace_years` gives 0 (Beck, Katz and Tucker 1998).
//! Both count the rows of the unit, so that years out of the system do not count.

use super::Layer;
use crate::panel::PanelError;
use crate::panel::column::{Column, Kind, columns};
use crate::panel::line::Line;
use crate::panel::place::Place;

/// Which count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    /// The year of an event has the years of peace before it.
    Spells,
    /// The year of an event has none.
    PeaceYears,
}

/// The layers `spells` and `peace_years`.
pub(crate) struct Spell {
    columns: Vec<Column>,
    count: Count,
    event: usize,
    name: String,
    unit: Option<u32>,
    years: i64,
}

impl Spell {
    /// The count over the column `event`, named `column` in the panel.
    pub(crate) fn new(count: Count, event: (usize, &str), column: &str) -> Self {
        let source = if count == Count::Spells { "spells" } else { "peace_years" };
        let columns = columns(source, &[(column, Kind::Integer)]);
        Self { columns, count, event: event.0, name: event.1.to_owned(), unit: None, years: 0 }
    }

    fn next(&mut self, unit: u32, event: bool) -> i64 {
        if self.unit != Some(unit) {
            self.unit = Some(unit);
            self.years = 0;
        }
        if event && self.count == Count::PeaceYears {
            self.years = 0;
            return 0;
        }
        let shown = self.years;
        self.years = if event { 0 } else { self.years + 1 };
        shown
    }
}

impl Layer for Spell {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn write(&mut self, place: &mut Place, line: &mut Line) -> Result<bool, PanelError> {
        let event = line.values[self.event];
        if event.is_nan() {
            return Err(PanelError::Unknown { column: self.name.clone(), year: place.year });
        }
        let years = self.next(place.unit, event != 0.0);
        line.whole(years);
        Ok(true)
    }
}
