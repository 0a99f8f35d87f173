//! Reading what a command is given: a file, or standard input for `-`.

use std::io::{self, Read as _};

use detente_codebook::{Edtf, Language};
use detente_coder::read::{Form, LIMIT, Page, ReadOptions, read};

use crate::CliError;

/// The bytes of a file or of standard input; never more than a page may have.
pub(crate) fn bytes(path: &str) -> Result<Vec<u8>, CliError> {
    let file_error = |what: io::Error| CliError::File { path: path.to_owned(), what };
    let mut out = Vec::new();
    let most = u64::try_from(LIMIT).unwrap_or(u64::MAX) + 1;
    if path == "-" {
        io::stdin().lock().take(most).read_to_end(&mut out).map_err(file_error)?;
    } else {
        std::fs::File::open(path).map_err(file_error)?.take(most).read_to_end(&mut out).map_err(file_error)?;
    }
    if out.len() > LIMIT {
        return Err(CliError::Invalid(format!("{}: more than the {LIMIT} bytes that are read: cut it into parts", name(path))));
    }
    Ok(out)
}

/// What an input is called in words to the user.
pub(crate) fn name(path: &str) -> &str {
    if path == "-" { "standard input" } else { path }
}

/// A page, read from a file or from standard input.
pub(crate) fn page(path: &str, language: Option<Language>, form: Option<Form>, date: Option<Edtf>) -> Result<Page, CliError> {
    let bytes = bytes(path)?;
    read(&bytes, &ReadOptions { language, form, date }).map_err(|e| CliError::Invalid(format!("{}: {e}", name(path))))
}
