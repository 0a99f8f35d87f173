//! The command line of Détente: it alone, with the web, touches terminal, clock and files.

mod args;
mod clock;
pub mod commands;
mod error;
mod input;
mod output;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::ExitCode;

use clap::FromArgMatches as _;

pub use args::{Cli, command};
pub use error::CliError;

/// Runs the command of this process and says how it went.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match parsed() {
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

/// The arguments of this process, read; from here on colour is as they say.
fn parsed() -> Result<Cli, clap::Error> {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words: Vec<String> = arguments.iter().map(|a| a.to_string_lossy().into_owned()).collect();
    let (stream, help) = args::Colour::of(&words).choice();
    stream.write_global();
    Cli::from_arg_matches(&command().color(help).try_get_matches_from(arguments)?)
}

/// Help and version are no errors; anything else that clap says is wrong usage.
fn usage(error: &clap::Error) -> ExitCode {
    let asked = !error.use_stderr();
    match error.print() {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ if asked => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}
