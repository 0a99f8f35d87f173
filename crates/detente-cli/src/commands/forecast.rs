//! `detente forecast`: register, list, resolve and score forecasts, in the open.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use detente::score::{Score, score};
use detente_codebook::{Edtf, Phrase};
use detente_ledger::site::{Criteria, Outcome, Registered, Site};
use detente_ledger::{LedgerError, Stamp};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::commands::ledger::LedgerCommandError;
use crate::{CliError, clock, output};

/// What `detente forecast` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:
  detente forecast list centre.db --json
  detente forecast resolve centre.db 4 no --source https://example.org/report
  detente forecast score centre.db")]
pub struct ForecastArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: ForecastCommand,
}

/// What can be done with forecasts.
#[derive(Debug, Subcommand)]
pub enum ForecastCommand {
    /// Register a forecast; question, criteria, day and probability never change afterwards.
    #[command(before_help = "Examples:
  detente forecast register a.db --question \"Q?\" --criteria \"C\" --closes 2030-06 --probability 0.3")]
    Register(RegisterArgs),
    /// List every forecast with its state: open, closed, yes, no or void.
    #[command(before_help = "Examples:
  detente forecast list centre.db
  detente forecast list centre.db --as-of 2025-12-31 --json")]
    List(OfFile),
    /// Say how a forecast came out, with the source that shows it; said again, it corrects.
    #[command(before_help = "Examples:
  detente forecast resolve centre.db 4 no --source https://example.org/report
  detente forecast resolve centre.db 5 void --source \"it was called off\" --reason \"no summit\"")]
    Resolve(ResolveArgs),
    /// The Brier score and the calibration of forecasts whose closing day has passed.
    #[command(before_help = "Examples:
  detente forecast score centre.db
  detente forecast score centre.db --json")]
    Score(OfFile),
}

/// A file, and the form of the answer.
#[derive(Debug, Args)]
pub struct OfFile {
    /// The file of the ledger and the site.
    pub file: PathBuf,
    /// The day as of which it is asked; today when not given.
    #[arg(long, value_name = "DATE", value_parser = crate::args::date)]
    pub as_of: Option<Edtf>,
    /// Print JSON (schema detente.forecasts/1).
    #[arg(long)]
    pub json: bool,
}

/// A forecast to be registered.
#[derive(Debug, Args)]
pub struct RegisterArgs {
    /// The file of the ledger and the site; made where it is missing.
    pub file: PathBuf,
    /// The question, answered yes or no, in English.
    #[arg(long)]
    pub question: Option<String>,
    /// The question in Arabic.
    #[arg(long)]
    pub question_ar: Option<String>,
    /// What counts as yes, and who decides, in English.
    #[arg(long)]
    pub criteria: Option<String>,
    /// The criteria in Arabic.
    #[arg(long)]
    pub criteria_ar: Option<String>,
    /// The last day that counts.
    #[arg(long, value_name = "DATE", value_parser = crate::args::date)]
    pub closes: Edtf,
    /// The probability of yes, from 0 to 1.
    #[arg(long, value_name = "P")]
    pub probability: f64,
    /// The brief of the site that it comes from.
    #[arg(long, value_name = "ID")]
    pub brief: Option<i64>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// How a forecast came out.
#[derive(Debug, Args)]
pub struct ResolveArgs {
    /// The file of the ledger and the site.
    pub file: PathBuf,
    /// The number of the forecast.
    pub id: i64,
    /// How it came out.
    pub outcome: Said,
    /// The source that shows it: an address or a citation.
    #[arg(long)]
    pub source: String,
    /// Why, in a sentence.
    #[arg(long, default_value = "by the criteria")]
    pub reason: String,
}

/// The outcomes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Said {
    /// It happened by the criteria.
    Yes,
    /// It did not.
    No,
    /// It cannot be decided by the criteria, and counts nowhere.
    Void,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be opened, there is no such forecast, or what is given will not do.
pub fn run(args: &ForecastArgs) -> Result<(), CliError> {
    match &args.command {
        ForecastCommand::Register(args) => register(args),
        ForecastCommand::Resolve(args) => resolve(args),
        ForecastCommand::List(args) => list(args),
        ForecastCommand::Score(args) => scored(args),
    }
}

fn said(error: LedgerError) -> CliError {
    CliError::from(LedgerCommandError::from(error))
}

fn stamp(reason: &str) -> Stamp {
    Stamp { time: clock::stamp(), day: clock::today(), actor: clock::user(), reason: reason.to_owned() }
}

/// Opens a file that is there already.
fn existing(file: &std::path::Path) -> Result<Site, CliError> {
    if file.exists() {
        return Site::open(file).map_err(said);
    }
    let mend = "give the file that `detente serve --db` or `detente forecast register` made";
    Err(CliError::NotFound(format!("{}: there is no such file\n  mend: {mend}", file.display())))
}

fn day(date: Edtf, last: bool) -> Result<Date, CliError> {
    let found = if last { date.last() } else { date.first() };
    found.ok_or_else(|| CliError::Invalid(format!("`{date}` has no last day; give a day such as 2026-12-31")))
}

fn register(args: &RegisterArgs) -> Result<(), CliError> {
    let phrase = |en: &Option<String>, ar: &Option<String>| Phrase {
        en: en.clone().unwrap_or_default(),
        ar: ar.clone().unwrap_or_default(),
    };
    let criteria = Criteria {
        question: phrase(&args.question, &args.question_ar),
        criteria: phrase(&args.criteria, &args.criteria_ar),
        closes: day(args.closes, true)?,
        chance: args.probability,
        brief: args.brief,
    };
    let mut site = Site::open(&args.file).map_err(said)?;
    let id = site.register(&criteria, &stamp("registered on the command line")).map_err(said)?;
    let forecast = site.forecast(id).map_err(said)?;
    if args.json {
        return print(&json!({"schema": "detente.forecasts/1", "items": [shown(&forecast, clock::today())]}));
    }
    output::answer(&format!("registered forecast {id}\n  digest {}", forecast.hash))
}

fn resolve(args: &ResolveArgs) -> Result<(), CliError> {
    let outcome = match args.outcome {
        Said::Yes => Outcome::Yes,
        Said::No => Outcome::No,
        Said::Void => Outcome::Void,
    };
    let mut site = existing(&args.file)?;
    site.resolve(args.id, outcome, &args.source, &stamp(&args.reason)).map_err(said)?;
    output::answer(&format!("forecast {}: {}", args.id, outcome.name()))
}

/// The state of a forecast on a day: outcomes of later days are not known yet.
fn state(f: &Registered, day: Date) -> (&'static str, Option<Outcome>) {
    let known = f.verdicts.iter().rfind(|v| v.day <= day).map(|v| v.outcome);
    match known {
        Some(outcome) => (outcome.name(), known),
        None if f.criteria.closes < day => ("closed", None),
        None => ("open", None),
    }
}

fn shown(f: &Registered, day: Date) -> Value {
    json!({
        "id": f.id, "question": f.criteria.question, "criteria": f.criteria.criteria, "probability": f.criteria.chance,
        "registered": f.time, "by": f.actor, "closes": f.criteria.closes.to_string(), "brief": f.criteria.brief,
        "state": state(f, day).0, "criteria_hash": f.hash, "hash_holds": f.is_whole(), "verdicts": f.verdicts,
    })
}

fn asked(args: &OfFile) -> Result<(Vec<Registered>, Date), CliError> {
    let day = args.as_of.map_or(Ok(clock::today()), |d| day(d, true))?;
    let mut all = existing(&args.file)?.forecasts().map_err(said)?;
    all.retain(|f| f.day <= day);
    Ok((all, day))
}

fn list(args: &OfFile) -> Result<(), CliError> {
    let (all, day) = asked(args)?;
    if args.json {
        let items: Vec<Value> = all.iter().map(|f| shown(f, day)).collect();
        return print(&json!({"schema": "detente.forecasts/1", "as_of": day.to_string(), "items": items}));
    }
    if all.is_empty() {
        return output::answer("no forecast is registered");
    }
    let line = |f: &Registered| {
        let question = if f.criteria.question.en.is_empty() { &f.criteria.question.ar } else { &f.criteria.question.en };
        format!("{:>4}  {:<6}  p {:.2}  closes {}  {question}", f.id, state(f, day).0, f.criteria.chance, f.criteria.closes)
    };
    output::answer(&all.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Only forecasts count whose closing day has passed and that came out yes or no.
fn counted(all: &[Registered], day: Date) -> Score {
    let past = all.iter().filter(|f| f.criteria.closes < day);
    let pairs = past.filter_map(|f| match state(f, day).1 {
        Some(Outcome::Yes) => Some((f.criteria.chance, true)),
        Some(Outcome::No) => Some((f.criteria.chance, false)),
        _ => None,
    });
    score(&pairs.collect::<Vec<_>>())
}

fn scored(args: &OfFile) -> Result<(), CliError> {
    let (all, day) = asked(args)?;
    let score = counted(&all, day);
    let void = all.iter().filter(|f| state(f, day).1 == Some(Outcome::Void)).count();
    if args.json {
        return print(&json!({
            "schema": "detente.forecast-score/1", "as_of": day.to_string(), "n": score.n, "void": void,
            "brier": score.brier, "base_rate": score.base, "calibration": score.bins,
        }));
    }
    let Some(brier) = score.brier else {
        return output::answer("no score: no forecast has come out yes or no after its closing day");
    };
    let mut out = vec![format!("Brier {brier:.4}  n {}  void {void} (left out)", score.n)];
    let bin = |b: &detente::score::Bin| {
        format!("  {:.1}-{:.1}  n {:>3}  given {:.2}  came {:.2}", b.from, b.to, b.n, b.predicted, b.observed)
    };
    out.extend(score.bins.iter().map(bin));
    output::answer(&out.join("\n"))
}

fn print(document: &Value) -> Result<(), CliError> {
    output::answer(&serde_json::to_string_pretty(document).map_err(|e| CliError::Failed(format!("cannot write JSON: {e}")))?)
}
