//! `detente obligations`: if one attacks another, who is bound to do what.

mod json;
mod print;
mod sample;

pub(crate) use print::name;

use clap::Args;
use detente_codebook::{ActorCode, Edtf, Language};
use detente_history::base;
use detente_lens::treaty::engine::Query;

use crate::args::Tongue;
use crate::commands::treaty_files::{book, engine};
use crate::{CliError, output};

/// What `detente obligations` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente obligations --attacker DEU --target BEL --on 1914-08-04\n  detente obligations --attacker IRN --target QAT --on 2025-06-23 --json\n  detente obligations --attacker IND --target PRT --on 1961-12-18 --place Goa\n  detente obligations --attacker RUS --target POL --on 2025-11-15 --sample 10000 --seed 7"
)]
pub struct ObligationsArgs {
    /// Who attacks: codes, several with commas; a group that is no state may stand here too.
    #[arg(long, required = true, value_delimiter = ',', value_parser = code)]
    pub attacker: Vec<ActorCode>,
    /// Who is attacked: codes of states, several with commas.
    #[arg(long, required = true, value_delimiter = ',', value_parser = code)]
    pub target: Vec<ActorCode>,
    /// The day, as 2025-06-23; a year or a month counts from its first day.
    #[arg(long, value_parser = crate::args::date)]
    pub on: Edtf,
    /// Where, in words, such as `Goa`; the home territory of the target when not given.
    #[arg(long)]
    pub place: Option<String>,
    /// The target, or a party that the war threatens, has asked for help or consultation.
    #[arg(long)]
    pub help_requested: bool,
    /// More treaties: the shared JSON form, ATOP's CSV, or our TOML.
    #[arg(long, value_name = "FILE")]
    pub treaties: Vec<String>,
    /// Play the cascade so many times, each duty kept at the rate of its kind.
    #[arg(long, value_name = "TIMES")]
    pub sample: Option<u32>,
    /// The seed of the draws.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The language of the reasons.
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    pub lang: Tongue,
    /// Print JSON (schema detente.obligations/1).
    #[arg(long)]
    pub json: bool,
}

/// Reads a code, in capitals or not.
pub(crate) fn code(text: &str) -> Result<ActorCode, String> {
    text.trim().to_ascii_uppercase().parse::<ActorCode>().map_err(|e| e.to_string())
}

/// Runs the command.
///
/// # Errors
/// When a state is unknown or did not exist on the day, or a file of treaties is malformed.
pub fn run(args: &ObligationsArgs) -> Result<(), CliError> {
    let base = base().map_err(|e| CliError::Failed(e.to_string()))?;
    let book = book(&args.treaties)?;
    let query = query(args)?;
    let day = book.on(query.day);
    let answer = day.answer(&query, base).map_err(engine)?;
    let sample = args.sample.map(|n| day.sample(&query, base, n, args.seed)).transpose().map_err(engine)?;
    let language = args.lang.language().unwrap_or(Language::En);
    if args.json {
        return output::answer(&json::write(&query, &answer, sample.as_ref(), language)?);
    }
    output::answer(&print::listing(&book, &answer, sample.as_ref(), language))
}

fn query(args: &ObligationsArgs) -> Result<Query, CliError> {
    let day = args.on.first().ok_or_else(|| CliError::Usage("--on: a day with a beginning is needed".to_owned()))?;
    let (attackers, targets) = (args.attacker.clone(), args.target.clone());
    Ok(Query { attackers, targets, day, place: args.place.clone(), help_requested: args.help_requested }.seated())
}
