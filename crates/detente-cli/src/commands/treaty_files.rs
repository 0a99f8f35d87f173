//! Files of treaties that the user gives: the shared JSON form, ATOP's CSV, or one of our own TOML files.

use detente_history::{HistoryError, TreatyText, base, treaties_of_atop, treaties_of_json, treaty_of_toml};
use detente_lens::treaty::engine::{Book, EngineError};

use crate::{CliError, input};

/// The book of the embedded base, with the treaties of the files added; a file's treaty takes the
/// place of one of the base with the same id.
pub(crate) fn book(files: &[String]) -> Result<Book, CliError> {
    let mut book = Book::of_base(base().map_err(|e| CliError::Failed(e.to_string()))?).map_err(engine)?;
    for file in files {
        book = book.with(read(file)?).map_err(engine)?;
    }
    Ok(book)
}

/// The treaties of one file, by what it holds.
fn read(file: &str) -> Result<Vec<TreatyText>, CliError> {
    let bytes = input::bytes(file)?;
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(CliError::Invalid(format!("{file}: the file is compressed\n  mend: gunzip it first")));
    }
    let text = String::from_utf8(bytes).map_err(|e| CliError::Invalid(format!("{file}: not UTF-8: {e}")))?;
    let wrong = |e: HistoryError| CliError::Invalid(e.to_string());
    match text.trim_start_matches('\u{feff}').trim_start().chars().next() {
        Some('{') => treaties_of_json(file, &text).map_err(wrong),
        Some('[') if !text.contains('=') => treaties_of_json(file, &text).map_err(wrong),
        _ if text.lines().any(|l| l.trim_start().starts_with("id =")) => {
            treaty_of_toml(file, &text).map(|t| vec![t]).map_err(wrong)
        }
        _ => treaties_of_atop(file, &text).map_err(wrong),
    }
}

/// What the engine cannot work with is wrong input, save its own tables.
pub(crate) fn engine(error: EngineError) -> CliError {
    match error {
        EngineError::Data { .. } => CliError::Failed(error.to_string()),
        other => CliError::Invalid(other.to_string()),
    }
}
