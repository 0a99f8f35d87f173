//! Columns of a panel: name, type and where they come from.

use serde::Serialize;

/// What the cells of a column are, as Arrow and Parquet call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Kind {
    /// Whole numbers.
    #[serde(rename = "int64")]
    Integer,
    /// Numbers with decimals.
    #[serde(rename = "float64")]
    Number,
    /// Text.
    #[serde(rename = "utf8")]
    Text,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name, that of the field's packages.
    pub name: String,
    /// What its cells are; any cell may be missing.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The data set it comes from; the frame's own columns come from `system`.
    pub source: String,
}

impl Column {
    pub(crate) fn new(name: impl Into<String>, kind: Kind, source: &str) -> Self {
        Self { name: name.into(), kind, source: source.to_owned() }
    }
}

/// Columns of one data set.
pub(crate) fn columns(source: &str, names: &[(&str, Kind)]) -> Vec<Column> {
    names.iter().map(|(name, kind)| Column::new(*name, *kind, source)).collect()
}

/// Columns of both members of a dyad, numbered: `cinc1`, `cinc2`.
pub(crate) fn both_sides(of_one: &[Column]) -> Vec<Column> {
    let side = |n: char| of_one.iter().map(move |c| Column { name: format!("{}{n}", c.name), ..c.clone() });
    side('1').chain(side('2')).collect()
}
