//! Adds one article after another to a ledger, and writes a line for each once it is safe.
//!
//! `add_until_killed LEDGER NAME COUNT`: the tests kill it at any moment, or run two at once.

use std::io::{self, Write as _};

use detente_codebook::{Confidence, Hedge, Item, Quote, Record, RecordId, Source};
use detente_ledger::{Ledger, Snapshot, Stamp};

const N_RECORDS: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, name, count] = arguments.as_slice() else {
        return Err("give LEDGER NAME COUNT".into());
    };
    let mut ledger = Ledger::open_or_create(path)?;
    let start = ledger.log()?.len();
    let count: usize = count.parse()?;
    for number in start..start.saturating_add(count) {
        add(&mut ledger, &format!("{name}-{number}"))?;
        let mut out = io::stdout().lock();
        writeln!(out, "{name}-{number}")?;
        out.flush()?;
    }
    Ok(())
}

fn add(ledger: &mut Ledger, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let source = Source { title: name.to_owned(), url: None, date: None, digest: None };
    let snapshot = Snapshot::of_text(source.clone(), &format!("perhaps {name} {}", "word ".repeat(2000)));
    let records: Vec<Record> = (0..N_RECORDS).map(|n| record(name, n, &source)).collect();
    let _outcome = ledger.add_article(&snapshot, &records, &stamp())?;
    Ok(())
}

fn record(name: &str, number: usize, source: &Source) -> Record {
    let quote = Quote { exact: "perhaps".to_owned(), start: 0, end: 7 };
    let hedge = Hedge { marker: "perhaps".to_owned(), holder: "article".to_owned(), quote };
    Record {
        id: RecordId(format!("src:{name}:{number}")),
        item: Item::Hedge(hedge),
        source: source.clone(),
        confidence: Confidence::Cited,
        known: None,
    }
}

fn stamp() -> Stamp {
    Stamp {
        time: "2025-03-01T09:30:00Z".to_owned(),
        day: jiff::civil::date(2025, 3, 1),
        actor: "example".to_owned(),
        reason: "to be interrupted".to_owned(),
    }
}
