//! The command line of Détente: it alone, with the web, touches terminal, clock and files.

mod args;
mod clock;
pub mod commands;
mod error;
mod input;
mod output;

use std::process::ExitCode;

use clap::Parser as _;

pub use args::{Cli, command};
pub use error::CliError;

/// Runs the command of this process and says how it went.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match commands::run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::say(&error.report());
            ExitCode::from(error.code())
        }
    }
}

/// Help and version are no errors; anything else that clap says is wrong usage.
fn usage(error: &clap::Error) -> ExitCode {
    let asked = !error.use_stderr();
    if error.print().is_err() {
        return ExitCode::FAILURE;
    }
    if asked { ExitCode::SUCCESS } else { ExitCode::from(2) }
}
