//! What `detente ledger` needs from outside: the clock, the user, and the coder.

use detente::Article;
use detente_codebook::Record;
use detente_coder::read::{ReadOptions, read};
use detente_ledger::Snapshot;

use crate::commands::ledger::{LedgerArgs, LedgerEnv, run as run_ledger};
use crate::{CliError, clock};

/// Runs `detente ledger`.
pub(crate) fn run(args: &LedgerArgs) -> Result<(), CliError> {
    let user = ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    let env = LedgerEnv {
        now_time: clock::stamp(),
        today: clock::today(),
        user: user.unwrap_or_else(|| "unknown".to_owned()),
        code: &code,
    };
    let mut out = anstream::stdout().lock();
    Ok(run_ledger(args, &env, &mut out)?)
}

/// Codes an article into the snapshot that is kept and its records.
fn code(bytes: &[u8], name: &str) -> Result<(Snapshot, Vec<Record>), String> {
    let page = read(bytes, &ReadOptions::default()).map_err(|e| e.to_string())?;
    let article = Article::new(&page, name);
    let snapshot = Snapshot { source: article.source, text: page.text.as_str().to_owned(), received: bytes.to_vec() };
    Ok((snapshot, article.records))
}
