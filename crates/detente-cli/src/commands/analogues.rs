//! `detente analogues`: what the last times show.

mod json;
mod listing;

use clap::Args;
use detente::Asked;
use detente_codebook::{Edtf, Language};
use detente_history::base;
use detente_lens::Inquiry;
use detente_lens::analogues::{Study, study};
use jiff::civil::Date;

use crate::args::{Signs, Tongue};
use crate::commands::question::unread;
use crate::{CliError, clock, output};

/// What `detente analogues` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente analogues --shift USA-RUS:improves --on RUS-IRN\n  detente analogues --shift USA-RUS:improves --on RUS-IRN --as-of 2025-02-27 --json\n  detente analogues --shift IND-PAK:worsens --on PAK-CHN --horizon 10 --lang ar"
)]
pub struct AnaloguesArgs {
    /// The shift: A-B:improves or A-B:worsens, in actor codes.
    #[arg(long, value_name = "A-B:DIRECTION")]
    pub shift: String,
    /// The dyad asked about.
    #[arg(long, value_name = "B-C")]
    pub on: String,
    /// The day as of which the question is asked: nothing that came later is used.
    #[arg(long, value_name = "DAY", value_parser = crate::args::date)]
    pub as_of: Option<Edtf>,
    /// Over how many years.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..=10))]
    pub horizon: u8,
    /// How signs are made.
    #[arg(long, value_enum, default_value_t = Signs::C)]
    pub signs: Signs,
    /// The language of the sentences.
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    pub lang: Tongue,
    /// Print JSON (schema detente.analogues/1).
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// When the target is no dyad of states of the record.
pub fn run(args: &AnaloguesArgs) -> Result<(), CliError> {
    detente_history::open_all();
    let base = base().map_err(|e| CliError::Failed(e.to_string()))?;
    let (shift, on) = (Some(args.shift.as_str()), Some(args.on.as_str()));
    let question = Asked { words: None, shift, on, as_of: day(args)?, horizon: args.horizon }.read();
    let inquiry = Inquiry::new(question.map_err(|e| unread(&e))?, Vec::new(), base);
    let found = study(&inquiry, args.signs.definition()).map_err(|e| CliError::Failed(e.to_string()))?;
    let found = found.ok_or_else(|| {
        CliError::NotFound(format!("{}: no two states of the record on that day; give codes as RUS-IRN", args.on))
    })?;
    output::answer(&text(args, &inquiry, &found)?)
}

fn text(args: &AnaloguesArgs, inquiry: &Inquiry, found: &Study) -> Result<String, CliError> {
    let language = args.lang.language().unwrap_or(Language::En);
    if args.json { json::write(inquiry, found) } else { Ok(listing::write(inquiry, found, language)) }
}

fn day(args: &AnaloguesArgs) -> Result<Date, CliError> {
    match args.as_of {
        None => Ok(clock::today()),
        Some(given) => given.first().ok_or_else(|| CliError::Usage("--as-of: a day with a beginning is needed".to_owned())),
    }
}
