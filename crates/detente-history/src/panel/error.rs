//! What keeps a panel from being built, each error with the file, line and column at fault.

/// Why the public files cannot be read or a panel cannot be built from them.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PanelError {
    /// A file of the folder is not there or cannot be opened.
    #[error("{file}: {what}\n  mend: point to the folder that holds the public files, under the names they are distributed with")]
    File {
        /// The file.
        file: String,
        /// What the system says.
        what: std::io::Error,
    },
    /// A compressed file ends too early or is damaged.
    #[error("{file}: the compressed file breaks off after line {line} ({what})\n  mend: fetch the file again")]
    Truncated {
        /// The file.
        file: String,
        /// The last whole line.
        line: usize,
        /// What the decoder says.
        what: String,
    },
    /// The header lacks a column.
    #[error(
        "{file}: line 1: there is no column `{column}` (columns: {found})\n  mend: use the file as distributed; the order of columns does not matter"
    )]
    Column {
        /// The file.
        file: String,
        /// The column that is wanted.
        column: String,
        /// The columns that are there.
        found: String,
    },
    /// A row has too few or too many fields.
    #[error(
        "{file}: line {line}: {found} fields where the header has {wanted}\n  mend: a field is missing or a comma is not quoted"
    )]
    Fields {
        /// The file.
        file: String,
        /// The line.
        line: usize,
        /// How many fields the row has.
        found: usize,
        /// How many the header has.
        wanted: usize,
    },
    /// A cell does not hold what its column holds.
    #[error("{file}: line {line}, column {column}: `{value}` {what}")]
    Cell {
        /// The file.
        file: String,
        /// The line.
        line: usize,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
        /// What is wrong with it, and how to mend it.
        what: String,
    },
    /// Two rows say something of the same thing.
    #[error("{file}: line {line}, column {column}: {key} stands already in line {first}\n  mend: remove one of the two rows")]
    Twice {
        /// The file.
        file: String,
        /// The second line.
        line: usize,
        /// The columns that must differ.
        column: String,
        /// What stands twice.
        key: String,
        /// The first line.
        first: usize,
    },
    /// No data set has this name.
    #[error("no data set is named `{name}`; there are: {known}")]
    Name {
        /// What was asked for.
        name: String,
        /// The names there are.
        known: String,
    },
    /// A data set does not fit the unit of observation.
    #[error("`{name}` {what}")]
    Unit {
        /// The data set.
        name: String,
        /// Why it does not fit and what to do.
        what: String,
    },
    /// Two data sets give the same column.
    #[error(
        "both `{first}` and `{second}` give a column `{column}`; keep only some columns of one: `{second}:none` or `{second}:COLUMN+COLUMN`"
    )]
    Clash {
        /// The column.
        column: String,
        /// The data set that gives it first.
        first: String,
        /// The one that gives it again.
        second: String,
    },
    /// Spells cannot be counted across unknown years.
    #[error("peace spells: `{column}` is unknown in {year}, outside what the data set covers; end the panel earlier with --to")]
    Unknown {
        /// The column of the event.
        column: String,
        /// The year.
        year: i16,
    },
    /// Writing the panel failed.
    #[error("cannot write the panel: {0}")]
    Write(#[from] std::io::Error),
}
