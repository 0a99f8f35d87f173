//! `detente cite`: how to cite the data sets that a panel is built from.

use clap::Args;
use detente_history::panel::{Source, Wish, source, sources};
use serde_json::json;

use crate::{CliError, output};

/// What `detente cite` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  detente cite\n  detente cite cow_mids atop_alliance\n  detente cite nmc --json")]
pub struct CiteArgs {
    /// Names of data sets; all when none is given.
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// Print JSON (schema detente.cite/1).
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// When a name is unknown.
pub fn run(args: &CiteArgs) -> Result<(), CliError> {
    let named = args.names.iter().map(|name| find(name)).collect::<Result<Vec<&Source>, CliError>>()?;
    let named = if named.is_empty() { sources().iter().collect() } else { named };
    if args.json {
        return output::answer(&json!({"schema": "detente.cite/1", "sources": named}).to_string());
    }
    output::answer(&named.iter().map(|s| words(s)).collect::<Vec<_>>().join("\n"))
}

fn find(name: &str) -> Result<&'static Source, CliError> {
    let wish = name.parse::<Wish>().map_err(CliError::Usage)?;
    let names = || sources().iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ");
    source(&wish.name).ok_or_else(|| CliError::NotFound(format!("no data set is named `{name}`; there are: {}", names())))
}

fn words(source: &Source) -> String {
    let [from, to] = source.covers;
    let mut out = format!("{}: {} (version {}, {from}-{to}; {})\n", source.name, source.title, source.version, source.licence);
    source.citation.split(" | ").for_each(|c| out.push_str(&format!("  {c}\n")));
    source.caveats.iter().for_each(|c| out.push_str(&format!("  beware: {c}\n")));
    out
}
