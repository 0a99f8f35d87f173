//! What the analogues lens says.

use detente_codebook::{ActorCode, Dyad, Phrase};
use detente_history::Fate;
use detente_history::chronicle::{FIRST, record_id};
use detente_history::forecast::{self, Outlook};

use super::Asked;
use super::compare::{Compared, Comparison, Outcome, What, came};
use super::named::NamedCase;
use super::nearest::Near;
use super::study::{NAMED, Study};
use crate::finding::each_once;
use crate::states::codes;
use crate::{Arg, Claim, Direction, Inquiry, Message, Stance};

/// Every claim of the lens.
pub(super) fn claims(inquiry: &Inquiry, study: &Study) -> Vec<Claim> {
    let mut out = vec![base(inquiry, study)];
    if let Some(asked) = &study.asked {
        out.extend(era(study, asked));
        out.extend(counted(study, asked));
        let figured = deciding(study).map(|(of, found)| figures(verdict(study), of, found));
        out.push(figured.unwrap_or_else(|| Claim::new(verdict(study), vec![record_id()])));
        out.extend(named_shares(inquiry, study, asked));
        out.extend(study.named.iter().take(NAMED).map(|c| named(inquiry, c)));
        out.extend(study.nearest.iter().map(|n| near(study, asked, n)));
    }
    out.retain(|c| !c.evidence.is_empty());
    out
}

fn points(share: f64) -> Arg {
    Arg::Number(share * 100.0, 1)
}

fn year(year: u16) -> Arg {
    Arg::Text(year.to_string())
}

fn message(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

fn sign(sign: i8) -> Arg {
    message(match sign {
        1 => Message::new("analogues-friendly"),
        -1 => Message::new("analogues-hostile"),
        _ => Message::new("analogues-neither"),
    })
}

fn dyad(a: &ActorCode, b: &ActorCode) -> Arg {
    Arg::Dyad(Dyad::new(a.clone(), b.clone()))
}

/// What became of ties like the target in the era of the question.
fn base(inquiry: &Inquiry, study: &Study) -> Claim {
    let [worse, hostile, better] = &study.base;
    let said = match study.sign {
        1 => Message::new("analogues-base")
            .with("dyad", Arg::Dyad(inquiry.question.target.clone()))
            .with("from", year(study.of.from))
            .with("to", year(study.until[0]))
            .with("years", Arg::count(study.years))
            .with("count", Arg::Count(worse.n))
            .with("worse", Arg::Share(worse.rate()))
            .with("hostile", Arg::Share(hostile.rate())),
        -1 => Message::new("analogues-base-hostile")
            .with("dyad", Arg::Dyad(inquiry.question.target.clone()))
            .with("from", year(study.of.from))
            .with("to", year(study.until[0]))
            .with("years", Arg::count(study.years))
            .with("count", Arg::Count(worse.n))
            .with("better", Arg::Share(better.rate())),
        _ => Message::new("analogues-base-neither")
            .with("dyad", Arg::Dyad(inquiry.question.target.clone()))
            .with("from", year(study.of.from))
            .with("to", year(study.until[0]))
            .with("years", Arg::count(study.years))
            .with("count", Arg::Count(worse.n))
            .with("hostile", Arg::Share(hostile.rate()))
            .with("better", Arg::Share(better.rate())),
    };
    // What is hostile cannot turn hostile: there the figure is how many ties eased.
    let main = if study.sign < 0 { better } else { worse };
    let evidence = if worse.n == 0 { Vec::new() } else { vec![record_id()] };
    Claim { value: Some(main.rate()), unit: Some("share".to_owned()), n: Some(main.n), ..Claim::new(said, evidence) }
}

/// The comparison that the target's sign calls for: an enmity can only ease.
fn main_outcome<'a>(of: &'a Comparison, study: &Study) -> Option<&'a Compared> {
    let what = if study.sign < 0 { What::Better } else { What::Worse };
    of.outcomes.iter().find(|o| o.outcome == Outcome { target: true, what, years: study.years })
}

fn figures(said: Message, of: &Comparison, found: &Compared) -> Claim {
    Claim {
        value: Some(found.difference()),
        unit: Some("share".to_owned()),
        interval: Some(found.interval),
        n: u64::try_from(of.episodes).ok(),
        ..Claim::new(said, vec![record_id()])
    }
}

fn became(sign: i8) -> Arg {
    message(if sign < 0 { Message::new("analogues-eased") } else { Message::new("analogues-worsened") })
}

fn moved(direction: Direction) -> Arg {
    message(match direction {
        Direction::Improves => Message::new("analogues-moved-closer"),
        Direction::Worsens => Message::new("analogues-fell-out"),
    })
}

/// All years together.
fn counted(study: &Study, asked: &Asked) -> Option<Claim> {
    let found = main_outcome(&study.pooled, study)?;
    let said = Message::new("analogues-counted")
        .with("to", year(study.until[1]))
        .with("shift", dyad(&asked.a, &asked.b))
        .with("move", moved(asked.sought.direction))
        .with("ab", sign(asked.sought.ab))
        .with("bc", sign(asked.sought.bc))
        .with("ac", sign(asked.sought.ac))
        .with("became", became(study.sign))
        .with("years", Arg::count(study.years))
        .with("triads", Arg::count(study.pooled.matched))
        .with("count", Arg::count(study.pooled.episodes))
        .with("moved", Arg::Share(found.moved))
        .with("unmoved", Arg::Share(found.unmoved))
        .with("difference", points(found.difference()))
        .with("low", points(found.interval[0]))
        .with("high", points(found.interval[1]));
    Some(figures(said, &study.pooled, found))
}

/// The era of the question by itself.
fn era(study: &Study, asked: &Asked) -> Option<Claim> {
    let found = main_outcome(&study.era, study)?;
    let said = Message::new("analogues-era")
        .with("from", year(study.of.from))
        .with("to", year(study.of.to.min(study.until[1])))
        .with("move", moved(asked.sought.direction))
        .with("became", became(study.sign))
        .with("years", Arg::count(study.years))
        .with("triads", Arg::count(study.era.matched))
        .with("count", Arg::count(study.era.episodes))
        .with("moved", Arg::Share(found.moved))
        .with("unmoved", Arg::Share(found.unmoved))
        .with("difference", points(found.difference()))
        .with("low", points(found.interval[0]))
        .with("high", points(found.interval[1]));
    Some(figures(said, &study.era, found))
}

/// The comparison that decides: that of the question's era where one can be made, else that of all years.
fn deciding(study: &Study) -> Option<(&Comparison, &Compared)> {
    study.asked.as_ref().filter(|q| q.is_visible())?;
    [&study.era, &study.pooled].into_iter().find_map(|of| Some((of, main_outcome(of, study)?)))
}

/// Whether the record shows an effect of the move on the target, in words.
#[must_use]
pub fn verdict(study: &Study) -> Message {
    let scope = |of: &Comparison| {
        message(if std::ptr::eq(of, &study.era) { Message::new("analogues-in-era") } else { Message::new("analogues-in-all") })
    };
    match deciding(study) {
        _ if !study.asked.as_ref().is_some_and(Asked::is_visible) => Message::new("analogues-invisible"),
        None => Message::new("analogues-too-few").with("count", Arg::count(study.pooled.matched)),
        Some((of, found)) if found.is_measurable() => Message::new("analogues-effect")
            .with("scope", scope(of))
            .with("count", Arg::count(of.episodes))
            .with("difference", points(found.difference()))
            .with("low", points(found.interval[0]))
            .with("high", points(found.interval[1])),
        Some((of, found)) => Message::new("analogues-no-effect")
            .with("scope", scope(of))
            .with("count", Arg::count(of.episodes))
            .with("difference", points(found.difference()))
            .with("low", points(found.interval[0]))
            .with("high", points(found.interval[1])),
    }
}

/// What became of the third states of named turns.
fn named_shares(inquiry: &Inquiry, study: &Study, asked: &Asked) -> Option<Claim> {
    let s = &study.shares;
    let float = |n: u64| u32::try_from(n).map_or(f64::INFINITY, f64::from);
    let said = Message::new("analogues-named")
        .with("turns", Arg::Count(s.turns))
        .with("count", Arg::Count(s.n))
        .with("bc", sign(asked.sought.bc))
        .with("ac", sign(asked.sought.ac))
        .with("years", Arg::Count(nearest_known(inquiry.question.horizon_years).into()))
        .with("worse", Arg::Count(s.worse))
        .with("held", Arg::Count(s.held))
        .with("better", Arg::Count(s.better))
        .with("low", Arg::Share(s.interval[0]))
        .with("high", Arg::Share(s.interval[1]));
    let evidence = each_once(study.named.iter().map(|c| c.turn.record()));
    (s.n > 0).then(|| Claim {
        value: Some(float(s.worse) / float(s.n)),
        unit: Some("share".to_owned()),
        interval: Some(s.interval),
        n: Some(s.n),
        ..Claim::new(said, evidence)
    })
}

/// The years after which the fate of named ties is told.
const fn nearest_known(years: u8) -> u8 {
    match years {
        0..=2 => 1,
        3..=7 => 5,
        _ => 10,
    }
}

fn fate(fate: Fate) -> Arg {
    message(match fate {
        Fate::Better => Message::new("analogues-fate-better"),
        Fate::Held => Message::new("analogues-fate-held"),
        Fate::Worse => Message::new("analogues-fate-worse"),
        Fate::Ended => Message::new("analogues-fate-ended"),
        Fate::Pending => Message::new("analogues-fate-pending"),
        Fate::Unknown => Message::new("analogues-fate-unknown"),
    })
}

/// One named turn.
fn named(inquiry: &Inquiry, case: &NamedCase<'_>) -> Claim {
    let (years, day) = (inquiry.question.horizon_years, inquiry.question.as_of);
    let (a, b) = case.sides();
    let told = case.fate(years, day);
    let said = Message::new("analogues-case")
        .with("name", Arg::Phrase(case.turn.name.clone()))
        .with("shift", dyad(a, b))
        .with("date", Arg::Date(case.turn.decisive_act.date))
        .with("target", dyad(b, &case.third.c))
        .with("fate", fate(told))
        .with("years", Arg::Count(nearest_known(years).into()))
        .with("note", Arg::Phrase(note(case, told)));
    Claim::new(said, vec![case.turn.record()])
}

/// What the record says of the case; nothing of what was still to come on the day.
fn note(case: &NamedCase<'_>, told: Fate) -> Phrase {
    if told == Fate::Pending { Phrase::default() } else { case.third.note.clone() }
}

/// One counted episode.
fn near(study: &Study, asked: &Asked, near: &Near) -> Claim {
    let t = &near.triad;
    let names = codes(study.chronicle, t.year - 1);
    let name = |state: usize| names.get(state).cloned().flatten();
    let pair = |x: usize, y: usize| match (name(x), name(y)) {
        (Some(x), Some(y)) => dyad(&x, &y),
        _ => Arg::Text(format!("{x}-{y}")),
    };
    let met = |what| came(study.chronicle, &asked.sought, t, Outcome { target: true, what, years: study.years });
    let told = match () {
        () if met(What::Hostile) && study.sign >= 0 => Message::new("analogues-near-hostile"),
        () if met(What::Worse) => Message::new("analogues-near-worse"),
        () if met(What::Better) => Message::new("analogues-near-better"),
        () => Message::new("analogues-near-held"),
    };
    let said = Message::new("analogues-near")
        .with("year", Arg::Text((t.year + usize::from(FIRST)).to_string()))
        .with("shift", pair(t.a, t.b))
        .with("move", moved(asked.sought.direction))
        .with("target", pair(t.b, t.c))
        .with("third", pair(t.a, t.c))
        .with("fate", message(told))
        .with("years", Arg::count(study.years));
    Claim { stance: Stance::Neither, ..Claim::new(said, vec![record_id()]) }
}

/// What became of ties in the state of the target: the forecast of the lens.
pub(super) fn state(inquiry: &Inquiry, outlook: &Outlook) -> Claim {
    let (own, shares) = (outlook.own, outlook.own.shares());
    let known = |year: i16| Arg::Text(year.to_string());
    let said = Message::new("analogues-state")
        .with("dyad", Arg::Dyad(inquiry.question.target.clone()))
        .with("count", Arg::Count(own.n.into()))
        .with("from", known(outlook.known.0))
        .with("to", known(outlook.known.1))
        .with("worse", Arg::Share(shares.worsens))
        .with("better", Arg::Share(shares.improves));
    let value = Some(shares.of_fate(outlook.fate())).filter(|_| own.n > 0);
    Claim {
        value,
        unit: Some("share".to_owned()),
        n: Some(own.n.into()),
        ..Claim::new(said, vec![forecast::record_id(), record_id()])
    }
}

/// What the lens takes for granted.
pub(super) fn assumptions(study: Option<&Study>) -> Vec<Message> {
    let Some(asked) = study.and_then(|s| s.asked.as_ref()) else { return Vec::new() };
    let signs = Message::new("analogues-assumes-signs")
        .with("shift", dyad(&asked.a, &asked.b))
        .with("ab", sign(asked.sought.ab))
        .with("target", dyad(&asked.b, &asked.c))
        .with("bc", sign(asked.sought.bc))
        .with("third", dyad(&asked.a, &asked.c))
        .with("ac", sign(asked.sought.ac));
    let mut out = vec![signs];
    if !asked.from_chronicle {
        out.push(Message::new("analogues-seam"));
    }
    out
}

/// What the lens could not know.
pub(super) fn unknown(inquiry: &Inquiry, study: Option<&Study>) -> Vec<Message> {
    let target = Arg::Dyad(inquiry.question.target.clone());
    match study {
        None => vec![Message::new("analogues-no-states").with("dyad", target)],
        Some(study) if study.asked.is_none() => vec![Message::new("analogues-no-triad").with("dyad", target)],
        Some(_) => vec![Message::new("analogues-small-effects")],
    }
}
