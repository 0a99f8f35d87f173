//! What can go wrong with `detente ledger`, and the exit codes that scripts rely on.

use std::io;

use detente_ledger::{ErrorKind, LedgerError};

use crate::CliError;

/// What can go wrong with `detente ledger`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerCommandError {
    /// The ledger refused.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// A file cannot be read.
    #[error(transparent)]
    Input(CliError),
    /// A file holds nothing that can be coded, or no record.
    #[error("{path}: {what}")]
    Invalid {
        /// The file.
        path: String,
        /// What is wrong with it.
        what: String,
    },
    /// Several articles could not be added; the others were.
    #[error("{} of {n} articles were not added; those named here can be given again:\n{}", .failed.len(), list(.failed))]
    Articles {
        /// What went wrong with each.
        failed: Vec<LedgerCommandError>,
        /// How many there were.
        n: usize,
    },
    /// The check found something.
    #[error("{path} is not whole: {n} problems, named above; bring back a copy, or read the sources again")]
    NotWhole {
        /// The ledger.
        path: String,
        /// How many.
        n: usize,
    },
    /// The answer cannot be written.
    #[error("cannot write the answer: {0}")]
    Write(#[from] io::Error),
}

fn list(failed: &[LedgerCommandError]) -> String {
    let lines: Vec<String> = failed.iter().map(|e| format!("  {e}")).collect();
    lines.join("\n")
}

impl LedgerCommandError {
    /// The exit code: 1 failed, 3 not found, 4 invalid or a quote not found, 5 refused.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Ledger(LedgerError::Output(e)) | Self::Write(e) if e.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Ledger(error) => match error.kind() {
                ErrorKind::NotFound => 3,
                ErrorKind::Invalid => 4,
                ErrorKind::Refused => 5,
                _ => 1,
            },
            Self::Input(error) => error.code(),
            Self::Invalid { .. } | Self::NotWhole { .. } => 4,
            Self::Articles { failed, .. } => failed.first().map_or(1, Self::exit_code),
            Self::Write(_) => 1,
        }
    }
}

impl From<LedgerCommandError> for CliError {
    fn from(error: LedgerCommandError) -> Self {
        match (error.exit_code(), error) {
            (_, LedgerCommandError::Input(error)) => error,
            (_, LedgerCommandError::Write(e) | LedgerCommandError::Ledger(LedgerError::Output(e))) => Self::Write(e),
            (3, error) => Self::NotFound(error.to_string()),
            (4, error) => Self::Invalid(error.to_string()),
            (5, error) => Self::Refused(error.to_string()),
            (_, error) => Self::Failed(error.to_string()),
        }
    }
}
