//! What an append costs.

use std::fs::OpenOptions;
use std::hint::black_box;
use std::io::Write as _;

use detente::Article;
use detente_ledger::{Ledger, Stamp};

use crate::{Failure, page};

fn article() -> Result<Article, Failure> {
    Ok(Article::new(&page()?, "article"))
}

fn stamp() -> Stamp {
    Stamp {
        time: "2025-03-03T09:30:00Z".to_owned(),
        day: jiff::civil::date(2025, 3, 3),
        actor: "bench".to_owned(),
        reason: "measuring".to_owned(),
    }
}

/// Makes a ledger on disk and adds a coded article.
///
/// # Errors
/// When the ledger cannot be written.
pub fn append() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let mut ledger = Ledger::create(folder.path().join("l"))?;
    let article = article()?;
    let _ = black_box(ledger.add_article(&article.snapshot(), &article.records, &stamp())?);
    Ok(())
}

/// Writes the records of the article as one JSON line and syncs the file.
///
/// # Errors
/// When the file cannot be written.
pub fn append_plain() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let article = article()?;
    let mut file = OpenOptions::new().create(true).append(true).open(folder.path().join("l"))?;
    serde_json::to_writer(&mut file, &article.records)?;
    file.write_all(b"\n")?;
    Ok(file.sync_all()?)
}
