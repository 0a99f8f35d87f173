//! One file per command.

pub mod bargain;
pub mod code;
pub mod ledger;
mod record;
mod shell;

use crate::args::{Colour, Command};
use crate::{Cli, CliError};

/// Runs a command.
///
/// # Errors
/// Whatever the command cannot do, with the exit code that [`CliError::code`] gives.
pub fn run(cli: &Cli) -> Result<(), CliError> {
    match cli.color {
        Colour::Auto => {}
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
    match &cli.command {
        Command::Code(args) => code::run(args),
        Command::Bargain(args) => bargain::run(args),
        Command::Ledger(args) => record::run(args),
        Command::Completions { shell } => shell::completions(*shell),
        Command::Man => shell::man(),
    }
}
