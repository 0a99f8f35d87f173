//! Fills a site with briefs and its ledger with events, for measurements.
//!
//! `fill SITE BRIEFS EVENTS [SECONDS]`: copies of an example brief, and made-up events between the states of
//! the codebook, until there are so many; a file that is part filled is gone on with. With SECONDS it
//! stops after so long, to be gone on with later.

use std::io::Write as _;
use std::time::{Duration, Instant};

use detente_codebook::{
    ActorCode, ActorTable, CameoCode, Certainty, Confidence, Edtf, Event, Item, Quote, Record, RecordId, Source,
};
use detente_ledger::site::{BriefId, Site};
use detente_ledger::{Snapshot, Stamp};
use detente_web::demo;

type Failure = Box<dyn std::error::Error>;

/// Events are added by so many in one operation.
const AT_ONCE: usize = 5_000;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, briefs, events, rest @ ..] = arguments.as_slice() else { return Err("give SITE BRIEFS EVENTS".into()) };
    let seconds = rest.first().map_or(Ok(u64::MAX / 4), |s| s.parse())?;
    let end = Instant::now().checked_add(Duration::from_secs(seconds.min(1 << 30))).ok_or("SECONDS is too large")?;
    let mut site = Site::open(path)?;
    if site.desks(1)?.is_empty() {
        demo::fill(&mut site)?;
    }
    copies(&mut site, briefs.parse()?, end)?;
    made_up(&mut site, events.parse()?, end)?;
    let briefs = site.desks(1)?.first().map_or(0, |d| d.id.0);
    Ok(writeln!(std::io::stdout(), "{briefs} briefs, {} records", site.ledger().n_records()?)?)
}

fn stamp() -> Stamp {
    let time = "2025-12-01T00:00:00Z".to_owned();
    Stamp { time, day: jiff::civil::date(2025, 12, 1), actor: "fill".to_owned(), reason: "for measurements".to_owned() }
}

fn copies(site: &mut Site, n: i64, end: Instant) -> Result<(), Failure> {
    let draft = site.desk(BriefId(2))?.draft;
    let there = site.desks(1)?.first().map_or(0, |d| d.id.0);
    for number in (there + 1..=n).take_while(|_| Instant::now() < end) {
        let mut draft = draft.clone();
        draft.head.title.en = format!("{} ({number})", draft.head.title.en);
        draft.head.title.ar = format!("{} ({number})", draft.head.title.ar);
        draft.head.slug.en = format!("copy-{number}");
        let id = site.draft(&draft, &stamp())?;
        site.hand_in(id, &stamp())?;
        site.publish(id, None, &stamp())?;
    }
    Ok(())
}

fn made_up(site: &mut Site, n: usize, end: Instant) -> Result<(), Failure> {
    let source = Source { title: "made-up events".to_owned(), url: None, date: None, digest: None };
    let text = Snapshot::of_text(source.clone(), "met and talked");
    let id = site.ledger_mut().add_source(&text, &stamp())?;
    let states: Vec<ActorCode> = ActorTable::builtin()?.actors().iter().take(190).map(|a| a.code.clone()).collect();
    let cameo: CameoCode = "040".parse()?;
    let plover = cameo.plover().ok_or("040 has a PLOVER type")?;
    let there = usize::try_from(site.ledger().n_records()?)? / AT_ONCE * AT_ONCE;
    for first in (there..n).step_by(AT_ONCE).take_while(|_| Instant::now() < end) {
        let event = |number: usize| Record {
            id: RecordId(format!("src:fill:e{number}")),
            item: Item::Event(Event {
                id: format!("e{number}"),
                date: Edtf::year(1990 + i16::try_from(number % 35).unwrap_or(0)),
                source: states[number % states.len()].clone(),
                target: states[(number / states.len() + number + 1) % states.len()].clone(),
                cameo: cameo.clone(),
                plover,
                certainty: Certainty::Asserted,
                holder: None,
                goldstein: Some(1.0),
                quote: Quote { exact: "met and talked".to_owned(), start: 0, end: 14 },
                also: Vec::new(),
                rule: "fill".to_owned(),
            }),
            source: source.clone(),
            confidence: Confidence::Cited,
            known: None,
        };
        let records: Vec<Record> = (first..(first + AT_ONCE).min(n)).map(event).collect();
        site.ledger_mut().add(Some(&id), &records, &stamp())?;
    }
    Ok(())
}
