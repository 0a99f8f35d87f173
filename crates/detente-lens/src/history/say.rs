//! What the history lens says.

use detente_codebook::RecordId;
use detente_history::chronicle;
use detente_history::forecast::{self, Count, Fate, NoOutlook, Outlook, Part, over};

use crate::finding::each_once;
use crate::{Arg, Claim, Inquiry, Message};

/// So many parts of a tie are named, when they move the figure by a tenth of a point and more.
const PARTS: usize = 4;
const LEAST: f64 = 0.001;

/// Every claim of the lens.
pub(super) fn claims(inquiry: &Inquiry, o: &Outlook) -> Vec<Claim> {
    let mut out = vec![expected(inquiry, o), tested(o), base(o)];
    out.extend(own(o));
    out.extend(parts(o));
    out.extend(carried(inquiry, o));
    out.push(weight(o));
    out
}

fn model() -> Vec<RecordId> {
    vec![forecast::record_id(), chronicle::record_id()]
}

fn year(year: i16) -> Arg {
    Arg::Text(year.to_string())
}

/// The sign of a tie in words.
fn sign(sign: i8) -> Arg {
    Arg::Message(Box::new(match sign {
        1 => Message::new("history-friendly"),
        -1 => Message::new("history-hostile"),
        _ => Message::new("history-neither"),
    }))
}

fn share(value: f64) -> (Option<f64>, Option<String>) {
    (Some(value), Some("probability".to_owned()))
}

/// The forecast itself.
fn expected(inquiry: &Inquiry, o: &Outlook) -> Claim {
    let years = inquiry.question.horizon_years;
    let told = o.model.over(years);
    let said = Message::new("history-forecast")
        .with("dyad", Arg::Dyad(inquiry.question.target.clone()))
        .with("sign", sign(o.sign))
        .with("year", year(o.year))
        .with("years", Arg::Count(years.into()))
        .with("worsens", Arg::Share(told.worsens))
        .with("holds", Arg::Share(told.holds))
        .with("improves", Arg::Share(told.improves));
    let (value, unit) = share(told.of_fate(o.fate()));
    let evidence = each_once(model().into_iter().chain(o.records.iter().cloned()));
    let interval = o.tested.map(|t| t.interval.map(|end| over(end, years)));
    Claim { value, unit, interval, n: o.tested.map(|t| t.n), ..Claim::new(said, evidence) }
}

fn fate(fate: Fate) -> Arg {
    Arg::Message(Box::new(if fate == Fate::Better { Message::new("history-eased") } else { Message::new("history-worsened") }))
}

/// How such forecasts turned out.
fn tested(o: &Outlook) -> Claim {
    let Some(t) = o.tested else {
        return Claim::new(Message::new("history-untested").with("year", year(o.origin)), model());
    };
    let said = Message::new("history-tested")
        .with("fate", fate(o.fate()))
        .with("sign", sign(o.sign))
        .with("low", Arg::Share(t.bin[0]))
        .with("high", Arg::Share(t.bin[1]))
        .with("count", Arg::Count(t.n))
        .with("ties", Arg::Count(t.dyads))
        .with("predicted", Arg::Share(t.predicted))
        .with("observed", Arg::Share(t.observed))
        .with("from", Arg::Share(t.interval[0]))
        .with("to", Arg::Share(t.interval[1]));
    Claim {
        value: Some(t.observed),
        unit: Some("share".to_owned()),
        interval: Some(t.interval),
        n: Some(t.n),
        ..Claim::new(said, model())
    }
}

fn counted(said: Message, count: Count, o: &Outlook) -> Claim {
    let value = count.shares().of_fate(o.fate());
    Claim { value: Some(value), unit: Some("share".to_owned()), n: Some(count.n.into()), ..Claim::new(said, model()) }
}

/// All ties of this sign in the last years whose outcomes were known.
fn base(o: &Outlook) -> Claim {
    let shares = o.base.shares();
    let said = Message::new("history-base")
        .with("count", Arg::Count(o.base.n.into()))
        .with("sign", sign(o.sign))
        .with("from", year(o.known.0))
        .with("to", year(o.known.1))
        .with("worse", Arg::Share(shares.worsens))
        .with("better", Arg::Share(shares.improves));
    counted(said, o.base, o)
}

/// Those in the same state.
fn own(o: &Outlook) -> Option<Claim> {
    let shares = o.own.shares();
    let said = Message::new("history-own")
        .with("count", Arg::Count(o.own.n.into()))
        .with("worse", Arg::Share(shares.worsens))
        .with("better", Arg::Share(shares.improves));
    (o.own.n > 0).then(|| counted(said, o.own, o))
}

/// What sets the forecast apart from that of a usual tie.
fn parts(o: &Outlook) -> Option<Claim> {
    let named: Vec<Arg> = o.parts.iter().filter(|(_, p)| p.abs() >= LEAST).take(PARTS).map(|(p, by)| part(*p, *by)).collect();
    let said = Message::new("history-parts").with("sign", sign(o.sign)).with("parts", Arg::List(named.clone()));
    (!named.is_empty()).then(|| Claim::new(said, model()))
}

fn part(part: Part, by: f64) -> Arg {
    let name = Arg::Message(Box::new(word(part)));
    let points = Arg::Number(by.abs() * 100.0, 1);
    Arg::Message(Box::new(if by > 0.0 {
        Message::new("history-raises").with("part", name).with("points", points)
    } else {
        Message::new("history-lowers").with("part", name).with("points", points)
    }))
}

fn word(part: Part) -> Message {
    match part {
        Part::Force => Message::new("history-part-force"),
        Part::Rivalry => Message::new("history-part-rivalry"),
        Part::Pacts => Message::new("history-part-pacts"),
        Part::Changes => Message::new("history-part-changes"),
        Part::Borders => Message::new("history-part-borders"),
        Part::Power => Message::new("history-part-power"),
        Part::Democracy => Message::new("history-part-democracy"),
        Part::Ties => Message::new("history-part-ties"),
        Part::Elsewhere => Message::new("history-part-elsewhere"),
        Part::Triads => Message::new("history-part-triads"),
    }
}

/// How the tie was carried on after the end of the panel.
fn carried(inquiry: &Inquiry, o: &Outlook) -> Option<Claim> {
    let said = Message::new("history-carried")
        .with("dyad", Arg::Dyad(inquiry.question.target.clone()))
        .with("count", Arg::count(o.records.len()))
        .with("year", year(o.year))
        .with("sign", sign(o.sign));
    let evidence = each_once(model().into_iter().chain(o.records.iter().cloned()));
    let n = u64::try_from(o.records.len()).ok();
    o.carried.then(|| Claim { value: Some(f64::from(o.sign)), unit: Some("sign".to_owned()), n, ..Claim::new(said, evidence) })
}

/// What the forecast weighs in the synthesis.
fn weight(o: &Outlook) -> Claim {
    let said = Message::new("history-weight")
        .with("year", year(o.origin))
        .with("weight", Arg::Number(o.weight, 2))
        .with("rest", Arg::Number(1.0 - o.weight, 2));
    Claim { value: Some(o.weight), unit: Some("weight".to_owned()), ..Claim::new(said, vec![forecast::record_id()]) }
}

/// What the lens takes for granted.
pub(super) fn assumptions(o: &Outlook, years: u8) -> Vec<Message> {
    let mut out = vec![Message::new("history-assumes-scale"), Message::new("history-assumes-shift")];
    if o.carried {
        out.push(Message::new("history-assumes-seam"));
    }
    if years != 5 {
        out.push(Message::new("history-assumes-horizon").with("years", Arg::Count(years.into())));
    }
    out
}

/// Why there is no number.
pub(super) fn unknown(inquiry: &Inquiry, no: NoOutlook) -> Message {
    let target = Arg::Dyad(inquiry.question.target.clone());
    match no {
        NoOutlook::Early => Message::new("history-early"),
        NoOutlook::NoState => Message::new("history-no-state").with("dyad", target),
        NoOutlook::Strangers => Message::new("history-strangers").with("dyad", target),
    }
}
