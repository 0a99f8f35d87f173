//! Fills a site with briefs and its ledger with events, for measurements.
//!
//! `fill SITE BRIEFS EVENTS`: copies of an example brief, and made-up events between the states of the codebook.

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
    let [path, briefs, events] = arguments.as_slice() else { return Err("give SITE BRIEFS EVENTS".into()) };
    let mut site = Site::open(path)?;
    demo::fill(&mut site)?;
    copies(&mut site, briefs.parse()?)?;
    made_up(&mut site, events.parse()?)
}

fn stamp() -> Stamp {
    let time = "2025-12-01T00:00:00Z".to_owned();
    Stamp { time, day: jiff::civil::date(2025, 12, 1), actor: "fill".to_owned(), reason: "for measurements".to_owned() }
}

fn copies(site: &mut Site, n: usize) -> Result<(), Failure> {
    let draft = site.desk(BriefId(2))?.draft;
    for number in 0..n {
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

fn made_up(site: &mut Site, n: usize) -> Result<(), Failure> {
    let source = Source { title: "made-up events".to_owned(), url: None, date: None, digest: None };
    let text = Snapshot::of_text(source.clone(), "met and talked");
    let id = site.ledger_mut().add_source(&text, &stamp())?;
    let states: Vec<ActorCode> = ActorTable::builtin()?.actors().iter().take(190).map(|a| a.code.clone()).collect();
    let cameo: CameoCode = "040".parse()?;
    let plover = cameo.plover().ok_or("040 has a PLOVER type")?;
    for first in (0..n).step_by(AT_ONCE) {
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
