//! Dated facts about the dyads of a question, oldest first.

use detente_codebook::{BaseFact, Dyad, Edtf, Item, Phrase, Record, RecordId, Sign};
use detente_lens::{Arg, Inquiry, Message};
use jiff::civil::Date;

use super::coded;
use crate::brief::Moment;
use crate::words::both;

/// At most so many moments; the most recent ones are kept.
const MOST: usize = 24;

/// Facts of the base that began this many years before the day, or earlier, and are over, are left out.
const YEARS: i16 = 15;

pub(super) fn timeline(inquiry: &Inquiry) -> Vec<Moment> {
    let pairs = inquiry.pairs();
    let day = inquiry.question.as_of;
    let records = inquiry.records.iter().chain(inquiry.base.facts());
    let mut out: Vec<Moment> = records.filter(|r| about(r, &pairs)).filter_map(|r| moment(r, day)).collect();
    out.extend(treaties(inquiry, &pairs));
    out.retain(|m| m.date.first().is_some_and(|d| d <= day));
    out.sort_by_key(|m| (m.date.first(), m.evidence.clone()));
    out.dedup_by(|a, b| a.date == b.date && a.text == b.text);
    out.drain(..out.len().saturating_sub(MOST));
    out
}

fn about(record: &Record, pairs: &[Dyad]) -> bool {
    record.item.dyads().iter().any(|d| pairs.contains(&Dyad::new(d.a.state(), d.b.state())))
}

/// The moment of a record; none when it has no date, or is a bare mention.
fn moment(record: &Record, day: Date) -> Option<Moment> {
    let (date, sign) = match &record.item {
        Item::Event(e) => (e.date?, None),
        Item::Treaty(t) => (t.signed?, Some(Sign::Positive)),
        Item::Base(fact) => (began(fact, day)?, Some(fact.sign)),
        _ => return None,
    };
    Some(Moment { date, text: coded::text(&record.item), sign, evidence: record.id.clone() })
}

fn began(fact: &BaseFact, day: Date) -> Option<Edtf> {
    let start = fact.held.start?;
    let recent = start.first_year().is_some_and(|y| y >= day.year() - YEARS);
    (recent || fact.held.has(day)).then_some(start)
}

/// Signature and entry into force of the treaties of the pairs, as far as known on the day.
fn treaties(inquiry: &Inquiry, pairs: &[Dyad]) -> Vec<Moment> {
    let day = inquiry.question.as_of;
    let mut out = Vec::new();
    for pair in pairs {
        for (treaty, _) in inquiry.base.treaties_among(day, &[pair.a.clone(), pair.b.clone()]) {
            if treaty.parties.len() <= 12 {
                out.push(step("moment-signed", &treaty.short, treaty.signed, &treaty.record));
                out.extend(treaty.in_force.map(|d| step("moment-in-force", &treaty.short, d, &treaty.record)));
            }
        }
    }
    out
}

fn step(id: &str, name: &Phrase, date: Edtf, record: &RecordId) -> Moment {
    let text = both(&Message::new(id).with("treaty", Arg::Phrase(name.clone())));
    Moment { date, text, sign: Some(Sign::Positive), evidence: record.clone() }
}
