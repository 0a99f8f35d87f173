//! What `detente ledger` needs from outside: the clock, the user, and the coder.

use detente::Article;
use detente_codebook::Record;
use detente_coder::read::ReadOptions;
use detente_ledger::Snapshot;

use crate::commands::ledger::{LedgerArgs, LedgerEnv, run as run_ledger};
use crate::{CliError, clock};

/// Runs `detente ledger`.
pub(crate) fn run(args: &LedgerArgs) -> Result<(), CliError> {
    let env = LedgerEnv { now_time: clock::stamp(), today: clock::today(), user: clock::user(), code: &code };
    let mut out = anstream::stdout().lock();
    Ok(run_ledger(args, &env, &mut out)?)
}

/// Codes an article into the snapshot that is kept and its records.
fn code(bytes: &[u8], name: &str) -> Result<(Snapshot, Vec<Record>), String> {
    let article = Article::read(bytes, name, &ReadOptions::default()).map_err(|e| e.to_string())?;
    Ok((article.snapshot(), article.records))
}
