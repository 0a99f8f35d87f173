//! `detente history`: the public data sets of the field, read from a folder of the user's.

use clap::{Args, Subcommand};
use detente_history::forecast::{self, text};
use detente_history::panel::{Checked, Folder, check};

use crate::commands::history_folder::{remember, said, signed};
use crate::{CliError, output};

/// What `detente history` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  detente history import ~/data/peace\n  detente history train --out forecast.gz")]
pub struct HistoryArgs {
    /// What to do.
    #[command(subcommand)]
    pub action: Action,
}

/// The actions.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Read every public file of a folder strictly, say what is there, and remember the folder.
    #[command(before_help = "Examples:\n  detente history import ~/data/peace\n  detente history import . --keep-quiet")]
    Import(ImportArgs),
    /// Fit the forecasts that a brief gives, at every origin, and write them; the same record gives the same bytes.
    #[command(
        before_help = "Examples:\n  detente history train --out forecast.gz\n  detente history train --history ~/data/peace --out forecast.gz\n  detente history train --show"
    )]
    Train(TrainArgs),
}

/// What training takes.
#[derive(Debug, Args)]
pub struct TrainArgs {
    /// Read the record from the public files of this folder instead of the built-in one.
    #[arg(long, value_name = "DIR")]
    pub history: Option<String>,
    /// The file to write: text, compressed.
    #[arg(long, value_name = "FILE", required_unless_present = "show")]
    pub out: Option<String>,
    /// Print the model that is built in instead, as text.
    #[arg(long, conflicts_with_all = ["out", "history"])]
    pub show: bool,
}

/// What an import takes.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The folder, with the files under the names they are distributed with, compressed or not.
    pub dir: String,
    /// Say nothing of the data sets, only of faults.
    #[arg(long)]
    pub keep_quiet: bool,
}

/// Runs the command.
///
/// # Errors
/// When a file of the folder is malformed, named with line and column, or nothing can be written.
pub fn run(args: &HistoryArgs) -> Result<(), CliError> {
    match &args.action {
        Action::Import(args) => import(args),
        Action::Train(args) => train(args),
    }
}

fn train(args: &TrainArgs) -> Result<(), CliError> {
    let Some(path) = &args.out else {
        return output::answer(text().map_err(|e| CliError::Failed(e.to_string()))?);
    };
    output::say("fitting at eight origins: a minute or two");
    let fitted = forecast::train(&signed(args.history.as_deref())?);
    let file = |what| CliError::File { path: path.clone(), what };
    std::fs::write(path, forecast::packed(&fitted).map_err(file)?).map_err(file)
}

fn import(args: &ImportArgs) -> Result<(), CliError> {
    let file = |what| CliError::File { path: args.dir.clone(), what };
    let path = std::fs::canonicalize(&args.dir).map_err(file)?;
    let mut listing = String::new();
    check(&Folder::new(&path), &mut |found| listing.push_str(&line(found))).map_err(said)?;
    if !args.keep_quiet {
        output::answer(&listing)?;
    }
    match remember(&path)? {
        Some(note) => output::say(&format!("panels are built from {} from now on ({})", path.display(), note.display())),
        None => output::say(&format!("nowhere to remember it: give --history {} to detente panel", path.display())),
    }
    Ok(())
}

fn line(found: &Checked) -> String {
    let rows = found.rows.map_or_else(|| "not there".to_owned(), |n| format!("{n} rows"));
    let [from, to] = found.covers;
    format!("{:<20} {from}-{to}  {rows:>14}  {}, {}\n", found.name, found.title, found.version)
}
