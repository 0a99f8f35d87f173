//! `detente security`: judges a proposed collective security system.

mod picture;
mod print;

use clap::Args;
use detente_codebook::{Edtf, Language};
use detente_history::base;
use detente_lens::treaty::security::{Scheme, judge};
use jiff::civil::Date;

use crate::args::Tongue;
use crate::commands::treaty_files::{book, engine};
use crate::{CliError, clock, input, output};

/// What `detente security` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente security docs/guide/gulf-concert.toml --as-of 2025-02-27\n  detente security docs/guide/gulf-concert.toml --svg gulf.svg\n  detente security docs/guide/gcc.toml --json"
)]
pub struct SecurityArgs {
    /// The scheme, a TOML file; docs/guide/security.md describes it.
    pub scheme: String,
    /// The day, in place of the scheme's own.
    #[arg(long, value_parser = crate::args::date)]
    pub as_of: Option<Edtf>,
    /// More treaties: the shared JSON form, ATOP's CSV, or our TOML.
    #[arg(long, value_name = "FILE")]
    pub treaties: Vec<String>,
    /// Write the table of pairs as a picture.
    #[arg(long, value_name = "FILE")]
    pub svg: Option<String>,
    /// The language.
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    pub lang: Tongue,
    /// Print JSON (schema detente.security/1).
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// When the scheme is malformed or contradicts itself, or names a state that did not exist on the day.
pub fn run(args: &SecurityArgs) -> Result<(), CliError> {
    let bytes = input::bytes(&args.scheme)?;
    let text = String::from_utf8(bytes).map_err(|e| CliError::Invalid(format!("{}: not UTF-8: {e}", args.scheme)))?;
    let scheme = Scheme::read(&args.scheme, &text).map_err(engine)?;
    let base = base().map_err(|e| CliError::Failed(e.to_string()))?;
    let book = book(&args.treaties)?;
    let judgement = judge(&scheme, &book, base, day(args, &scheme)).map_err(engine)?;
    let language = args.lang.language().unwrap_or(Language::En);
    if let Some(path) = &args.svg {
        output::deliver(&picture::svg(&scheme, &judgement, language), Some(path))?;
    }
    if args.json {
        return output::answer(&print::json(&scheme, &judgement)?);
    }
    output::answer(&print::listing(&scheme, &judgement, language))
}

fn day(args: &SecurityArgs, scheme: &Scheme) -> Date {
    let first = |d: Option<Edtf>| d.and_then(Edtf::first);
    first(args.as_of).or_else(|| first(scheme.as_of)).unwrap_or_else(clock::today)
}
