//! Publishes, mails and votes without end, and writes a line for each round once it is safe.
//!
//! `site_until_killed SITE LETTERS`: the tests kill it at any moment. Every letter that is handed over
//! is a line of the file LETTERS, so that one that goes out twice is seen.

use std::io::{self, Write as _};

use detente_codebook::{Language, Phrase};
use detente_ledger::Stamp;
use detente_ledger::site::{Draft, Head, Poll, Site};

type Done = Result<(), Box<dyn std::error::Error>>;

fn main() -> Done {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, letters] = arguments.as_slice() else { return Err("give SITE LETTERS".into()) };
    let mut site = Site::open(path)?;
    prepare(&mut site)?;
    // A line of a file is no sink that recognises what it has: what was cut off is given up.
    site.resume_letters(false)?;
    let mut letters = std::fs::OpenOptions::new().create(true).append(true).open(letters)?;
    loop {
        let number = site.poll(1)?.n();
        publish(&mut site, number)?;
        mail(&mut site, &mut letters)?;
        site.vote(1, &format!("token {number}"), 0)?;
        let mut out = io::stdout().lock();
        writeln!(out, "round {number}")?;
        out.flush()?;
    }
}

fn stamp() -> Stamp {
    let time = "2025-03-01T09:30:00Z".to_owned();
    Stamp { time, day: jiff::civil::date(2025, 3, 1), actor: "example".to_owned(), reason: "to be interrupted".to_owned() }
}

fn phrase(words: &str) -> Phrase {
    Phrase { ar: words.to_owned(), en: words.to_owned() }
}

fn prepare(site: &mut Site) -> Done {
    if site.latest_poll()?.is_none() {
        site.open_poll(&Poll { question: phrase("?"), answers: vec![phrase("yes"), phrase("no")] }, &stamp())?;
    }
    for address in ["a@example.org", "b@example.org", "c@example.org"] {
        // A process that was killed in between left the address waiting: confirming again is no error.
        site.subscribe(address, Language::En, address, 0)?;
        site.confirm(address, 1)?;
    }
    Ok(())
}

fn publish(site: &mut Site, number: u32) -> Done {
    let head = Head { title: phrase(&format!("brief {number}")), category: "general".to_owned(), ..Head::default() };
    let draft = Draft { head, body: "x".repeat(20_000), words: phrase("interrupted"), ..Draft::default() };
    let id = site.draft(&draft, &stamp())?;
    site.hand_in(id, &stamp())?;
    site.publish(id, None, &stamp())?;
    site.queue_brief(id.0, &stamp().time)?;
    Ok(())
}

fn mail(site: &mut Site, letters: &mut std::fs::File) -> Done {
    while let Some(envelope) = site.take_letter(9)? {
        writeln!(letters, "{}-{}", envelope.letter, envelope.to.id)?;
        site.settle_letter(&envelope, None)?;
    }
    Ok(())
}
