//! A ledger that a question draws on: opened or made, with the articles at hand added to it.

use detente::Article;
use detente_ledger::{Ledger, LedgerError, Stamp};

use crate::commands::ledger::LedgerCommandError;
use crate::{CliError, clock};

/// The ledger of a path, with the articles in it.
pub(crate) fn with(path: &str, articles: &[Article]) -> Result<Ledger, CliError> {
    let mut ledger = Ledger::open_or_create(path).map_err(said)?;
    for article in articles {
        let _added = ledger.add_article(&article.snapshot(), &article.records, &stamp()).map_err(said)?;
    }
    Ok(ledger)
}

fn said(error: LedgerError) -> CliError {
    CliError::from(LedgerCommandError::from(error))
}

fn stamp() -> Stamp {
    Stamp { time: clock::stamp(), day: clock::today(), actor: clock::user(), reason: "read for a question".to_owned() }
}
