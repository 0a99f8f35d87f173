//! The two handles of a command: the answer goes to standard output, words about it to standard error.

use std::io::{self, Write as _};

use crate::CliError;

/// Writes the answer.
pub(crate) fn answer(text: &str) -> Result<(), CliError> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// Says something beside the answer; a closed handle is nobody listening.
pub(crate) fn say(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(anstream::stderr().lock(), "{text}");
    }
}

/// Writes the answer to a file, whole or not at all, or to standard output.
pub(crate) fn deliver(text: &str, path: Option<&str>) -> Result<(), CliError> {
    let Some(path) = path.filter(|p| *p != "-") else { return answer(text) };
    let wrong = |what: io::Error| CliError::File { path: path.to_owned(), what };
    let beside = format!("{path}.part");
    // A file is no terminal: it takes colour only when told to.
    let plain = anstream::ColorChoice::global() != anstream::ColorChoice::Always;
    let text = if plain { anstream::adapter::strip_str(text).to_string() } else { text.to_owned() };
    std::fs::write(&beside, text).map_err(wrong)?;
    std::fs::rename(&beside, path).map_err(wrong)
}
