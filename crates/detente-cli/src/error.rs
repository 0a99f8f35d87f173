//! What can go wrong on the command line, folded to the exit codes that scripts rely on.

use std::io;

/// An error of a command: what happened, where, and how to mend it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CliError {
    /// A file cannot be read or written.
    #[error("{path}: {what}\n  mend: check the name and the permissions of the file")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        what: io::Error,
    },
    /// What was given is not there.
    #[error("{0}")]
    NotFound(String),
    /// The input is not what the command reads.
    #[error("{0}")]
    Invalid(String),
    /// The options contradict each other or lack something.
    #[error("{0}")]
    Usage(String),
    /// A claim lacks its source.
    #[error("{0}")]
    Refused(String),
    /// Writing the answer failed.
    #[error("cannot write the answer: {0}")]
    Write(#[from] io::Error),
    /// Something else failed.
    #[error("{0}")]
    Failed(String),
}

impl CliError {
    /// The exit code: 1 failed, 2 usage, 3 not found, 4 invalid input, 5 refused.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::File { what, .. } if what.kind() == io::ErrorKind::NotFound => 3,
            Self::NotFound(_) => 3,
            Self::Usage(_) => 2,
            Self::Invalid(_) => 4,
            Self::Refused(_) => 5,
            // A reader that closes the pipe has seen enough.
            Self::Write(e) if e.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::File { .. } | Self::Write(_) | Self::Failed(_) => 1,
        }
    }

    /// What is printed; nothing for a closed pipe.
    #[must_use]
    pub fn report(&self) -> String {
        if self.code() == 0 { String::new() } else { format!("error: {self}") }
    }
}
