//! Restores a site and publishes on it without end, and writes a line for each round once it is safe.
//!
//! `restore_until_killed COPY SITE`: the tests kill it at any moment. What a kill leaves beside the
//! file is what the next restoring finds.

use std::io::{self, Write as _};

use detente_codebook::Phrase;
use detente_ledger::Stamp;
use detente_ledger::site::{Draft, Head, Site};

type Done = Result<(), Box<dyn std::error::Error>>;

fn main() -> Done {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [copy, path] = arguments.as_slice() else { return Err("give COPY SITE".into()) };
    for round in 0_u64.. {
        Site::restore(copy, path)?;
        publish(&mut Site::open(path)?, round)?;
        let mut out = io::stdout().lock();
        writeln!(out, "round {round}")?;
        out.flush()?;
    }
    Ok(())
}

fn publish(site: &mut Site, round: u64) -> Done {
    let phrase = |words: String| Phrase { ar: words.clone(), en: words };
    let head = Head { title: phrase(format!("after {round}")), category: "general".to_owned(), ..Head::default() };
    let words = phrase("interrupted".to_owned());
    let draft = Draft { head, body: "x".repeat(20_000), words, ..Draft::default() };
    let time = "2025-03-01T09:30:00Z".to_owned();
    let reason = "to be interrupted".to_owned();
    let stamp = Stamp { time, day: jiff::civil::date(2025, 3, 1), actor: "example".to_owned(), reason };
    let id = site.draft(&draft, &stamp)?;
    site.hand_in(id, &stamp)?;
    site.publish(id, None, &stamp)?;
    Ok(())
}
