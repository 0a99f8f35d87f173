//! One file per command.

pub mod code;
pub mod ledger;
mod record;
mod shell;

use crate::args::Command;
use crate::{Cli, CliError};

/// Runs a command.
///
/// # Errors
/// Whatever the command cannot do, with the exit code that [`CliError::code`] gives.
pub fn run(cli: &Cli) -> Result<(), CliError> {
    match &cli.command {
        Command::Code(args) => code::run(args),
        Command::Ledger(args) => record::run(args),
        Command::Completions { shell } => shell::completions(*shell),
        Command::Man { path } => shell::man(path),
    }
}
