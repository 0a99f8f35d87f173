//! `detente ledger`: what was read, by whom and why, and what stood on any past day.

mod failure;
mod print;
#[cfg(test)]
mod tests;

use std::io::Write;

use clap::{Args, Subcommand};
use detente_codebook::{Edtf, Record, RecordId};
use detente_ledger::{Ledger, LedgerError, OpId, Outcome, Snapshot, Stamp};
use jiff::civil::Date;

pub use failure::LedgerCommandError;

use crate::input;

/// The ledger that is meant when none is named.
const USUAL: &str = "detente.ledger";

/// What `detente ledger` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:
  detente ledger init my.ledger                           make an empty ledger
  detente ledger add my.ledger article.txt page.html      code articles and keep them
  detente ledger log my.ledger                            every change: when, who, why
  detente ledger records my.ledger --as-of 2025-03-01     what stood on a past day
  detente ledger search my.ledger nuclear talks           records whose words match
  detente ledger undo my.ledger 3 --reason \"wrong page\"   withdraw what change 3 added
  detente ledger verify my.ledger                         look every quote up in its text")]
pub struct LedgerArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: LedgerCommand,
    /// Who makes the change; the user of this computer when not given.
    #[arg(long, global = true, value_name = "NAME")]
    pub actor: Option<String>,
    /// Why the change is made.
    #[arg(long, global = true, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Print JSON.
    #[arg(long, global = true)]
    pub json: bool,
}

/// What can be done with a ledger.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Make an empty ledger.
    #[command(before_help = "Examples:\n  detente ledger init my.ledger")]
    Init {
        /// The file to make.
        #[arg(default_value = USUAL)]
        file: String,
    },
    /// Code articles and add each with its records, in one change each.
    #[command(
        before_help = "Examples:\n  detente ledger add my.ledger article.txt\n  detente ledger add my.ledger *.html --actor Salma --reason \"press of 3 March\"\n  curl -s https://example.org/page | detente ledger add my.ledger -"
    )]
    Add {
        /// The ledger.
        file: String,
        /// The articles; `-` is standard input. One that is there already is left alone.
        #[arg(required = true, value_name = "ARTICLE")]
        articles: Vec<String>,
    },
    /// Put a corrected record in the place of another; the old one stays in the past.
    #[command(
        before_help = "Examples:\n  detente ledger show my.ledger src:4f1c:e2 --json > record.json\n  detente ledger correct my.ledger src:4f1c:e2 record.json --reason \"the target is Iraq\""
    )]
    Correct {
        /// The ledger.
        file: String,
        /// The record to correct.
        id: String,
        /// The new record as JSON, as `show --json` prints it; `-` is standard input.
        record: String,
    },
    /// List every change with its time, actor and reason.
    #[command(
        before_help = "Examples:\n  detente ledger log my.ledger\n  detente ledger log my.ledger --as-of 2025-03-01 --json"
    )]
    Log {
        /// The ledger.
        #[arg(default_value = USUAL)]
        file: String,
        /// Only changes up to this day.
        #[arg(long, value_name = "DATE", value_parser = crate::args::date)]
        as_of: Option<Edtf>,
    },
    /// List the records that stand, now or as of a day.
    #[command(
        before_help = "Examples:\n  detente ledger records my.ledger\n  detente ledger records my.ledger --as-of 2025-03 --json"
    )]
    Records {
        /// The ledger.
        #[arg(default_value = USUAL)]
        file: String,
        /// The day: nothing that was recorded or known later counts.
        #[arg(long, value_name = "DATE", value_parser = crate::args::date)]
        as_of: Option<Edtf>,
    },
    /// Show one record: its words, its source, who added it, what became of it.
    #[command(allow_missing_positional = true, before_help = "Examples:\n  detente ledger show my.ledger src:4f1c:e2")]
    Show {
        /// The ledger.
        #[arg(default_value = USUAL)]
        file: String,
        /// The id of the record.
        id: String,
    },
    /// Withdraw what a change added, from now on. An undoing can itself be undone.
    #[command(
        allow_missing_positional = true,
        before_help = "Examples:\n  detente ledger undo my.ledger 3 --reason \"wrong page\""
    )]
    Undo {
        /// The ledger.
        #[arg(default_value = USUAL)]
        file: String,
        /// The number of the change, as `log` lists it.
        operation: i64,
    },
    /// Write the whole ledger as JSON lines (schema detente.ledger/1).
    #[command(before_help = "Examples:\n  detente ledger export my.ledger > ledger.jsonl")]
    Export {
        /// The ledger.
        #[arg(default_value = USUAL)]
        file: String,
    },
    /// Check the file, its chain of changes, and every quote against its text.
    #[command(before_help = "Examples:\n  detente ledger verify my.ledger     exits 4, names each quote not found")]
    Verify {
        /// The ledger.
        #[arg(default_value = USUAL)]
        file: String,
    },
    /// Find records by their words, whatever the spelling.
    #[command(
        before_help = "Examples:\n  detente ledger search my.ledger nuclear talks\n  detente ledger search my.ledger RUS IRN --limit 5"
    )]
    Search {
        /// The ledger.
        file: String,
        /// The words; a record must have all of them.
        #[arg(required = true)]
        words: Vec<String>,
        /// At most so many.
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
}

/// Codes the bytes of an article, named by its path, into a snapshot and its records.
pub type Coder<'a> = dyn Fn(&[u8], &str) -> Result<(Snapshot, Vec<Record>), String> + 'a;

/// What the command takes from the world.
pub struct LedgerEnv<'a> {
    /// The present moment, RFC 3339 in UTC.
    pub now_time: String,
    /// Today.
    pub today: Date,
    /// The user of this computer.
    pub user: String,
    /// Codes an article.
    pub code: &'a Coder<'a>,
}

type Done = Result<(), LedgerCommandError>;

/// Runs the command; the answer goes to `out`.
///
/// # Errors
///
/// [`LedgerCommandError`], with the exit code that [`LedgerCommandError::exit_code`] gives.
pub fn run(args: &LedgerArgs, env: &LedgerEnv<'_>, out: &mut dyn Write) -> Done {
    match &args.command {
        LedgerCommand::Init { file } => {
            drop(Ledger::create(file)?);
            print::made(file, args.json, out)
        }
        LedgerCommand::Add { file, articles } => add(args, env, file, articles, out),
        LedgerCommand::Correct { file, id, record } => correct(args, env, [file, id, record], out),
        LedgerCommand::Log { file, as_of } => log(args, file, day(*as_of), out),
        LedgerCommand::Records { file, as_of } => {
            let records = Ledger::open(file)?.records(day(*as_of))?;
            print::records(&records, args.json, out)
        }
        LedgerCommand::Show { file, id } => {
            let id = RecordId(id.clone());
            let shown = Ledger::open(file)?.show(&id)?;
            print::shown(&shown.ok_or(LedgerError::NoRecord(id))?, args.json, out)
        }
        LedgerCommand::Undo { file, operation } => undo(args, env, file, OpId(*operation), out),
        LedgerCommand::Export { file } => Ok(Ledger::open(file)?.export(out)?),
        LedgerCommand::Verify { file } => verify(args, file, out),
        LedgerCommand::Search { file, words, limit } => {
            let hits = Ledger::open(file)?.search(&words.join(" "), *limit)?;
            print::hits(&hits, args.json, out)
        }
    }
}

/// The last day that a date may mean: as of a month is as of its end.
fn day(as_of: Option<Edtf>) -> Option<Date> {
    as_of.map(|date| date.last().unwrap_or(Date::MAX))
}

fn stamp(args: &LedgerArgs, env: &LedgerEnv<'_>, usual: &str) -> Stamp {
    Stamp {
        time: env.now_time.clone(),
        day: env.today,
        actor: args.actor.clone().unwrap_or_else(|| env.user.clone()),
        reason: args.reason.clone().unwrap_or_else(|| usual.to_owned()),
    }
}

fn add(args: &LedgerArgs, env: &LedgerEnv<'_>, file: &str, articles: &[String], out: &mut dyn Write) -> Done {
    let mut ledger = Ledger::open(file)?;
    let mut failed = Vec::new();
    for path in articles {
        match add_one(args, env, &mut ledger, path) {
            Ok((outcome, n)) => print::added(path, &outcome, n, args.json, out)?,
            Err(error) => failed.push(error),
        }
    }
    match failed.len() {
        0 => Ok(()),
        1 if articles.len() == 1 => failed.pop().map_or(Ok(()), Err),
        _ => Err(LedgerCommandError::Articles { failed, n: articles.len() }),
    }
}

fn add_one(
    args: &LedgerArgs,
    env: &LedgerEnv<'_>,
    ledger: &mut Ledger,
    path: &str,
) -> Result<(Outcome, usize), LedgerCommandError> {
    let bytes = input::bytes(path).map_err(LedgerCommandError::Input)?;
    let wrong = |what| LedgerCommandError::Invalid { path: path.to_owned(), what };
    let (snapshot, records) = (env.code)(&bytes, path).map_err(wrong)?;
    let name = if path == "-" { "standard input" } else { path };
    let stamp = stamp(args, env, &format!("read from {name}"));
    Ok((ledger.add_article(&snapshot, &records, &stamp)?, records.len()))
}

fn correct(args: &LedgerArgs, env: &LedgerEnv<'_>, [file, id, path]: [&String; 3], out: &mut dyn Write) -> Done {
    let mut ledger = Ledger::open(file)?;
    let record = record(path)?;
    let stamp = stamp(args, env, &format!("corrected from {path}"));
    let operation = ledger.correct(&RecordId(id.clone()), &record, &stamp)?;
    print::changed("corrected", operation, id, args.json, out)
}

/// A record from a file: alone, or as `show --json` prints it.
fn record(path: &str) -> Result<Record, LedgerCommandError> {
    let bytes = input::bytes(path).map_err(LedgerCommandError::Input)?;
    let wrong = |e: serde_json::Error| LedgerCommandError::Invalid {
        path: path.to_owned(),
        what: format!("not a record as JSON ({e}); start from what `detente ledger show ID --json` prints"),
    };
    let mut value: serde_json::Value = serde_json::from_slice(&bytes).map_err(wrong)?;
    let inner = value.get_mut("record").map(serde_json::Value::take);
    serde_json::from_value(inner.unwrap_or(value)).map_err(wrong)
}

fn log(args: &LedgerArgs, file: &str, as_of: Option<Date>, out: &mut dyn Write) -> Done {
    let mut operations = Ledger::open(file)?.log()?;
    operations.retain(|op| as_of.is_none_or(|day| op.day <= day));
    print::log(&operations, args.json, out)
}

fn undo(args: &LedgerArgs, env: &LedgerEnv<'_>, file: &str, operation: OpId, out: &mut dyn Write) -> Done {
    let stamp = stamp(args, env, &format!("undoing change {operation}"));
    let by = Ledger::open(file)?.undo(operation, &stamp)?;
    print::changed("undone", by, &operation.to_string(), args.json, out)
}

fn verify(args: &LedgerArgs, file: &str, out: &mut dyn Write) -> Done {
    let report = Ledger::open(file)?.verify()?;
    print::report(&report, args.json, out)?;
    let n = report.problems.len();
    if report.is_whole() { Ok(()) } else { Err(LedgerCommandError::NotWhole { path: file.to_owned(), n }) }
}
