//! An issue built from records: how close the relation asked about shall be.
//!
//! # Method
//! The axis runs from -10, a rupture, to 10, an alliance, in points of Goldstein (1992). Whoever acts or
//! speaks on the relation takes part. What a state wants is read from what it does within the relation
//! (the Goldstein scores of its events there) and from the signed mentions of the relation in its own
//! statements (5 points either way, since a mention has a sign and no strength); the position is their
//! mean, the range their extremes. Capability is the share of the world's material capabilities in per
//! cent; whoever has none on record is left out by name. Salience is the number of its records on the
//! relation over that of whoever speaks most. It is a draft: it is written as an issue file with every
//! quote beside its number, to be corrected by hand and attached again.

use std::collections::BTreeMap;

use detente_codebook::{ActorCode, ActorTable, Item, Language, Quote, Record, RecordId, Sign, Tie};
use serde_json::{Value, json};

use super::capability::Capabilities;
use super::case::Case;
use super::parse::{IssueFile, parse};
use crate::Inquiry;
use crate::inquiry::dyads;
use crate::seat::{seat, seated};

/// The points of a mention that has a sign and no strength.
const MENTION: f64 = 5.0;

/// How far one single mark may be off, in points.
const DOUBT: f64 = 3.0;

/// An issue built from records.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Draft {
    /// The issue as a file, with its quotes.
    pub file: Value,
    /// The same, read.
    pub case: Case,
    /// The records it rests on.
    pub evidence: Vec<RecordId>,
    /// Who speaks on the relation and has no capability on record.
    pub left_out: Vec<ActorCode>,
}

/// What one actor has done and said on the relation.
#[derive(Debug, Default)]
struct Voice<'r> {
    points: Vec<f64>,
    records: Vec<&'r RecordId>,
    quotes: Vec<&'r Quote>,
}

impl Voice<'_> {
    /// The position as an issue file writes it.
    fn position(&self) -> Value {
        let low = self.points.iter().copied().fold(f64::INFINITY, f64::min);
        let high = self.points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let best = super::centre::mean(&self.points, &vec![1.0; self.points.len()]);
        let (low, high) = if low < high { (low, high) } else { (low - DOUBT, high + DOUBT) };
        json!({"low": round(low.max(-10.0)), "best": round(best), "high": round(high.min(10.0))})
    }
}

fn round(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

/// The issue that the records of an inquiry tell of the relation asked about; none when fewer than two
/// actors with a capability on record take part.
pub fn draft(inquiry: &Inquiry) -> Option<Draft> {
    let voices = voices(inquiry);
    let shares = Capabilities::builtin();
    let (known, unknown): (Vec<_>, Vec<_>) = voices.iter().partition(|(code, _)| shares.share(code).is_some());
    let most = known.iter().map(|(_, v)| v.records.len()).max()?;
    let actors: Vec<Value> = known.iter().map(|(code, voice)| actor(code, voice, most)).collect();
    if actors.len() < 2 {
        return None;
    }
    let file = file(inquiry, actors);
    let IssueFile::One(case) = parse(&file.to_string()).ok()? else { return None };
    let evidence = known.iter().flat_map(|(_, v)| v.records.iter().map(|r| (*r).clone())).collect();
    Some(Draft { file, case: *case, evidence, left_out: unknown.into_iter().map(|(c, _)| c.clone()).collect() })
}

fn file(inquiry: &Inquiry, actors: Vec<Value>) -> Value {
    let target = &inquiry.question.target;
    json!({
        "id": format!("{}-{}", target.a, target.b),
        "title": format!("{target}"),
        "scale": {"min": -10, "max": 10, "unit": "points of Goldstein (-10 rupture, 10 alliance)"},
        "actors": actors,
    })
}

fn actor(code: &ActorCode, voice: &Voice, most: usize) -> Value {
    let shares = Capabilities::builtin();
    let share = shares.share(code).unwrap_or_default();
    let salience = super::centre::count(voice.records.len()) / super::centre::count(most);
    let name = ActorTable::builtin().map_or_else(|_| code.to_string(), |t| t.name(code, Language::En));
    json!({
        "name": name,
        "position": voice.position(),
        "capability": round(share * 100.0).max(0.01),
        "salience": round(salience.max(0.1)),
        "basis": format!("{} records; share of the world's material capabilities in {}, per cent", voice.records.len(), shares.year),
        "quotes": voice.quotes.iter().map(|q| &q.exact).collect::<Vec<_>>(),
        "records": voice.records,
    })
}

/// Everyone who acts or speaks on the relation asked about.
fn voices(inquiry: &Inquiry) -> BTreeMap<ActorCode, Voice<'_>> {
    let mut out: BTreeMap<ActorCode, Voice> = BTreeMap::new();
    for record in &inquiry.records {
        let Some((who, points)) = mark(inquiry, record) else { continue };
        let voice = out.entry(who).or_default();
        voice.points.extend(points);
        voice.records.push(&record.id);
        voice.quotes.extend(record.item.quote());
    }
    out.retain(|_, v| !v.points.is_empty());
    out
}

/// Who is heard in a record on the relation, and the points of it; none when it is about something else.
fn mark(inquiry: &Inquiry, record: &Record) -> Option<(ActorCode, Vec<f64>)> {
    let target = &inquiry.question.target;
    match &record.item {
        Item::Event(e) if dyads(&record.item).contains(target) => Some((seat(&e.source), e.goldstein.into_iter().collect())),
        Item::Statement(s) if inquiry.names_both(&record.id, target) => {
            let ties = inquiry.records.iter().filter(|r| r.source == record.source).filter_map(|r| tie(&r.item));
            let within = |t: &&Tie| seated(&t.dyad).as_ref() == Some(target) && inside(&t.quote, &s.quote);
            Some((seat(s.speaker.as_ref()?), ties.filter(within).map(points).collect()))
        }
        _ => None,
    }
}

const fn tie(item: &Item) -> Option<&Tie> {
    match item {
        Item::Tie(t) => Some(t),
        _ => None,
    }
}

fn inside(inner: &Quote, outer: &Quote) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn points(tie: &Tie) -> f64 {
    if tie.sign == Sign::Positive { MENTION } else { -MENTION }
}
