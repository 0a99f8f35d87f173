//! `detente why`: from a claim back to the sentence it rests on, and its source.

use clap::Args;
use detente::Brief;
use detente::why::{Pooled, pooled, why};

use crate::args::Tongue;
use crate::commands::keep;
use crate::{CliError, input, output};

/// What `detente why` takes.
#[derive(Debug, Args)]
#[command(before_help = "Examples:
  detente why 4f1c09aa-t2                        a claim of a brief printed on this computer
  detente why 4f1c09aa-t2 --brief brief.json     a claim of a brief that was saved as JSON
  detente why 4f1c09aa-synthesis                 what the forecast of a brief is made of
  detente why 4f1c09aa-t2 --json")]
pub struct WhyArgs {
    /// The id of the claim, as it stands beside it in the brief; that of the brief with -synthesis for its forecast.
    pub claim: String,
    /// A brief saved with --format json; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub brief: Option<String>,
    /// The language of the words; that of the brief when not given.
    #[arg(long, value_enum, default_value_t = Tongue::Auto)]
    pub lang: Tongue,
    /// Print JSON (schema detente.why/1).
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// When no brief holds the claim, or the file holds no brief.
pub fn run(args: &WhyArgs) -> Result<(), CliError> {
    let brief = match &args.brief {
        Some(path) => read(path, &input::bytes(path)?)?,
        None => read("the kept brief", &keep::kept(&args.claim)?)?,
    };
    if let Some(pooled) = pooled(&brief, &args.claim) {
        return pool(args, &brief, &pooled);
    }
    let chain = why(&brief, &args.claim).map_err(|e| CliError::NotFound(e.to_string()))?;
    if !args.json {
        return output::answer(&chain.words(args.lang.language().unwrap_or(brief.language)));
    }
    json(
        &serde_json::json!({"schema": "detente.why/1", "brief": brief.id, "claim": chain.claim, "lens": chain.lens.lens, "chain": chain.links}),
    )
}

/// What the synthesis is made of.
fn pool(args: &WhyArgs, brief: &Brief, pooled: &Pooled<'_>) -> Result<(), CliError> {
    if !args.json {
        return output::answer(&pooled.words(args.lang.language().unwrap_or(brief.language)));
    }
    json(
        &serde_json::json!({"schema": "detente.why/1", "brief": brief.id, "synthesis": pooled.synthesis, "shares": pooled.shares}),
    )
}

fn json(document: &serde_json::Value) -> Result<(), CliError> {
    output::answer(&serde_json::to_string_pretty(document).map_err(|e| CliError::Failed(format!("cannot write JSON: {e}")))?)
}

fn read(path: &str, bytes: &[u8]) -> Result<Brief, CliError> {
    let mend = "give a file that `detente brief --format json` wrote";
    serde_json::from_slice(bytes).map_err(|e| CliError::Invalid(format!("{path}: not a brief: {e}\n  mend: {mend}")))
}
