//! One file per command.

pub mod analogues;
pub mod ask;
pub mod backtest;
pub mod balance;
pub mod bargain;
pub mod brief;
pub mod cite;
pub mod code;
pub mod dictionary;
pub mod forecast;
pub mod history;
mod history_folder;
pub mod issue;
mod keep;
pub mod ledger;
mod ledger_file;
pub mod obligations;
pub mod panel;
pub mod question;
mod record;
pub mod security;
pub mod serve;
mod shell;
pub mod site;
pub mod treaties;
mod treaty_files;
pub mod why;

use crate::args::Command;
use crate::{Cli, CliError};

/// Runs a command.
///
/// # Errors
/// Whatever the command cannot do, with the exit code that [`CliError::code`] gives.
pub fn run(cli: &Cli) -> Result<(), CliError> {
    match &cli.command {
        Command::Brief(args) => brief::run(args),
        Command::Ask(args) => ask::run(args),
        Command::Why(args) => why::run(args),
        Command::Code(args) => code::run(args),
        Command::Analogues(args) => analogues::run(args),
        Command::Balance(args) => balance::run(args),
        Command::Bargain(args) => bargain::run(args),
        Command::Dictionary(args) => dictionary::run(args),
        Command::Ledger(args) => record::run(args),
        Command::Obligations(args) => obligations::run(args),
        Command::Treaties(args) => treaties::run(args),
        Command::Security(args) => security::run(args),
        Command::Serve(args) => serve::run(args),
        Command::Site(args) => site::run(args),
        Command::History(args) => history::run(args),
        Command::Panel(args) => panel::run(args),
        Command::Backtest(args) => backtest::run(args),
        Command::Cite(args) => cite::run(args),
        Command::Forecast(args) => forecast::run(args),
        Command::Completions { shell } => shell::completions(*shell),
        Command::Man { path } => shell::man(path),
    }
}
