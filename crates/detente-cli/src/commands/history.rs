//! `detente history`: the public data sets of the field, read from a folder of the user's.

use clap::{Args, Subcommand};
use detente_history::panel::{Checked, Folder, check};

use crate::commands::history_folder::{remember, said};
use crate::{CliError, output};

/// What `detente history` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  detente history import ~/data/peace\n  detente history import . --keep-quiet")]
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
/// When a file of the folder is malformed, named with line and column.
pub fn run(args: &HistoryArgs) -> Result<(), CliError> {
    let Action::Import(args) = &args.action;
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
