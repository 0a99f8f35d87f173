//! `detente site`: accounts, copies and readers' data of a site, from the command line.

use std::io::BufRead as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use detente_ledger::site::{Role, Site};
use detente_ledger::{LedgerError, Stamp};
use detente_web::content::{Content, ContentError};
use detente_web::secret;

use crate::commands::ledger::LedgerCommandError;
use crate::{CliError, clock, input, output};

/// What `detente site` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:
  detente site account centre.db edith --role admin    the password is read from standard input
  detente site content centre.db centre.toml           name, categories, polls, appearances
  detente site backup centre.db copy.db                while the site is served
  detente site restore copy.db centre.db               when it is not
  detente site reader centre.db name@example.org       what is kept of a reader")]
pub struct SiteArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: SiteCommand,
}

/// What can be done with a site.
#[derive(Debug, Subcommand)]
pub enum SiteCommand {
    /// Make an account; the password is the first line of standard input.
    #[command(before_help = "Examples:
  detente site account centre.db edith --role admin")]
    Account {
        /// The file of the ledger and the site.
        file: PathBuf,
        /// The name at login.
        name: String,
        /// What the account may do.
        #[arg(long, value_enum, default_value_t = Part::Analyst)]
        role: Part,
    },
    /// Take in a TOML file: the profile of the site, polls to be opened, appearances.
    #[command(before_help = "Examples:
  detente site content centre.db centre.toml")]
    Content {
        /// The file of ledger and site; made where it is missing.
        file: PathBuf,
        /// The TOML file; `-` is standard input.
        content: String,
    },
    /// Write a whole copy, as of one moment, also while the site is served.
    #[command(before_help = "Examples:
  detente site backup centre.db copy.db")]
    Backup {
        /// The file of the ledger and the site.
        file: PathBuf,
        /// The copy; it must not be there yet.
        copy: PathBuf,
    },
    /// Put a copy in the place of the file, once every seal and quote in it is checked.
    #[command(before_help = "Examples:
  detente site restore copy.db centre.db")]
    Restore {
        /// The copy.
        copy: PathBuf,
        /// The file of the ledger and the site, which no program has open.
        file: PathBuf,
    },
    /// Print what is kept of a reader of the newsletter, or erase it.
    #[command(before_help = "Examples:
  detente site reader centre.db name@example.org
  detente site reader centre.db name@example.org --erase")]
    Reader {
        /// The file of the ledger and the site.
        file: PathBuf,
        /// The address.
        address: String,
        /// Erase it.
        #[arg(long)]
        erase: bool,
    },
}

/// The roles; each may do what those before it may.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Part {
    /// Reads.
    Reader,
    /// Takes pages, reviews their coding, writes drafts.
    Analyst,
    /// Publishes, corrects, withdraws, resolves forecasts.
    Editor,
    /// Keeps accounts.
    Admin,
}

impl Part {
    const fn role(self) -> Role {
        match self {
            Self::Reader => Role::Reader,
            Self::Analyst => Role::Analyst,
            Self::Editor => Role::Editor,
            Self::Admin => Role::Admin,
        }
    }
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be opened, or what is given will not do.
pub fn run(args: &SiteArgs) -> Result<(), CliError> {
    match &args.command {
        SiteCommand::Account { file, name, role } => account(file, name, role.role()),
        SiteCommand::Content { file, content } => take(file, content),
        SiteCommand::Backup { file, copy } => {
            existing(file)?.back_up(copy).map_err(said)?;
            output::answer(&format!("{} holds the whole site", copy.display()))
        }
        SiteCommand::Restore { copy, file } => {
            Site::restore(copy, file).map_err(said)?;
            output::answer(&format!("{} is as it was when {} was written", file.display(), copy.display()))
        }
        SiteCommand::Reader { file, address, erase } => reader(file, address, *erase),
    }
}

fn said(error: LedgerError) -> CliError {
    CliError::from(LedgerCommandError::from(error))
}

fn stamp(reason: &str) -> Stamp {
    Stamp { time: clock::stamp(), day: clock::today(), actor: clock::user(), reason: reason.to_owned() }
}

fn existing(file: &Path) -> Result<Site, CliError> {
    if file.exists() {
        return Site::open(file).map_err(said);
    }
    Err(CliError::NotFound(format!("{}: there is no such file\n  mend: give the file of `detente serve --db`", file.display())))
}

fn account(file: &Path, name: &str, role: Role) -> Result<(), CliError> {
    output::say("password, at least 12 letters:");
    let mut password = String::new();
    let unread = |what| CliError::File { path: "standard input".to_owned(), what };
    std::io::stdin().lock().read_line(&mut password).map_err(unread)?;
    let kept = secret::keep_for(name, password.trim_end_matches(['\r', '\n'])).map_err(|e| CliError::Invalid(e.to_string()))?;
    Site::open(file).map_err(said)?.add_account(name, role, &kept, &stamp("added on the command line")).map_err(said)?;
    output::answer(&format!("account {name} is {}; editors and admins set up their second factor at /desk/me", role.name()))
}

fn take(file: &Path, content: &str) -> Result<(), CliError> {
    let wrong = |e: ContentError| CliError::Invalid(format!("{content}: {e}"));
    let text = String::from_utf8(input::bytes(content)?).map_err(|e| CliError::Invalid(format!("{content}: {e}")))?;
    let read = Content::read(&text).map_err(wrong)?;
    read.keep(&mut Site::open(file).map_err(said)?, &stamp("taken in on the command line")).map_err(wrong)?;
    output::answer(&format!("{} polls opened, {} appearances added", read.poll.len(), read.appearance.len()))
}

fn reader(file: &Path, address: &str, erase: bool) -> Result<(), CliError> {
    let mut site = existing(file)?;
    let found = site.subscriber(address).map_err(said)?;
    let Some(found) = found else { return Err(CliError::NotFound(format!("nothing is kept of {address}"))) };
    if erase {
        site.erase(address, &stamp("asked by the reader")).map_err(said)?;
        return output::answer("erased");
    }
    output::answer(&serde_json::to_string_pretty(&found).map_err(|e| CliError::Failed(format!("cannot write JSON: {e}")))?)
}
