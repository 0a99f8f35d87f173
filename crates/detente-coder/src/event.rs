//! Events: who did what to whom, when, with the words that say so.

use detente_codebook::{ActorCode, CameoCode, Certainty, Edtf, Event, Sign, Span, Text, goldstein};

use crate::clause::{Clauses, Wall};
use crate::frame::{Frame, Part, Trigger};
use crate::party::Party;

/// An event before it has an id, with what later stages ask of it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) event: Event,
    pub(crate) sign: Option<Sign>,
}

/// How the clause presents what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    Plain,
    Negated,
    Refused,
    Future,
    Possible,
    Conditional,
}

/// What a sentence inherits from its surroundings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    /// Who speaks the quoted words of the sentence, if anybody does.
    pub(crate) speaker: Option<String>,
    /// The dates of the sentence.
    pub(crate) dates: Vec<(Span, Edtf)>,
}

/// The events of a prepared sentence.
pub(crate) fn events(text: &Text, clauses: &Clauses<'_>, setting: &Setting) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for trigger in &clauses.triggers {
        let Some(frame) = clauses.frames.list.get(trigger.frame) else { continue };
        let Some(cameo) = frame.cameo.clone() else { continue };
        for found in of_trigger(text, clauses, setting, trigger, frame, &cameo) {
            let same = |f: &Found| f.event.source == found.event.source && f.event.target == found.event.target && overlaps(&f.event, &found.event);
            if !out.iter().any(same) {
                out.push(found);
            }
        }
    }
    out
}

/// One event a clause and dyad: a second one on the same words says the same.
fn overlaps(a: &Event, b: &Event) -> bool {
    a.quote.span().touches(b.quote.span()) && a.cameo.root() == b.cameo.root()
}

fn of_trigger(text: &Text, clauses: &Clauses<'_>, setting: &Setting, trigger: &Trigger, frame: &Frame, cameo: &CameoCode) -> Vec<Found> {
    let mood = mood(clauses, trigger);
    let Some(cameo) = moved(cameo, mood) else { return Vec::new() };
    let slots = clauses.slots(trigger, frame);
    let mut out = Vec::new();
    let targets = if slots.targets.is_empty() && frame.mutual { slots.sources.clone() } else { slots.targets.clone() };
    for s in &slots.sources {
        for t in &targets {
            let (Some(a), Some(b)) = (clauses.parties.get(*s), clauses.parties.get(*t)) else { continue };
            let both = frame.mutual && slots.sources != targets;
            out.extend(directed(text, clauses, setting, trigger, frame, &cameo, mood, (a, b)));
            if both {
                out.extend(directed(text, clauses, setting, trigger, frame, &cameo, mood, (b, a)));
            }
        }
    }
    out
}

#[expect(clippy::too_many_arguments, reason = "an event is made of just these things")]
fn directed(text: &Text, clauses: &Clauses<'_>, setting: &Setting, trigger: &Trigger, frame: &Frame, cameo: &CameoCode, mood: Mood, (a, b): (&Party, &Party)) -> Option<Found> {
    let (source, target) = (known(&a.code)?, known(&b.code)?);
    let same_state = source.state() == target.state();
    if source == target || same_state && source.role() == target.role() {
        return None;
    }
    let verb = clauses.span_of(trigger.from..trigger.end);
    let words = verb.to(a.span).to(b.span);
    let date = date_near(setting, words, clauses.span);
    let quote = text.quote(date.map_or(words, |(s, _)| words.to(s)))?;
    let quoted = clauses.quoted.get(trigger.from).copied().unwrap_or(false);
    let event = Event {
        id: String::new(),
        date: date.map(|(_, d)| d),
        source,
        target,
        plover: cameo.plover()?,
        certainty: certainty(clauses, trigger, mood, quoted),
        holder: setting.speaker.clone().filter(|_| quoted),
        goldstein: goldstein(cameo),
        cameo: cameo.clone(),
        quote,
        rule: format!("frames/{}", frame.id),
    };
    Some(Found { event, sign: frame.sign.filter(|_| matches!(mood, Mood::Plain | Mood::Future)) })
}

fn known(code: &ActorCode) -> Option<ActorCode> {
    (!code.is_unknown()).then(|| code.clone())
}

/// The date inside the words, else the only one of the sentence when it stands near.
fn date_near(setting: &Setting, words: Span, sentence: Span) -> Option<(Span, Edtf)> {
    let inside = setting.dates.iter().find(|(s, _)| words.holds(*s));
    let near = |s: Span| s.start.saturating_sub(words.end).max(words.start.saturating_sub(s.end)) <= 30;
    let only = match setting.dates.as_slice() {
        [one] if sentence.holds(one.0) && near(one.0) => Some(one),
        _ => None,
    };
    inside.or(only).copied()
}

pub(crate) fn certainty(clauses: &Clauses<'_>, trigger: &Trigger, mood: Mood, quoted: bool) -> Certainty {
    let said = matches!(clauses.opened(trigger.from), Some((Wall::That, _)));
    match mood {
        Mood::Future => Certainty::Planned,
        Mood::Conditional | Mood::Possible => Certainty::Hypothetical,
        _ if quoted || said => Certainty::Reported,
        _ => Certainty::Asserted,
    }
}

/// The code that the mood leaves: nothing of what is denied or only possible; a refusal for what is
/// refused; a promise for cooperation to come.
fn moved(cameo: &CameoCode, mood: Mood) -> Option<CameoCode> {
    let cooperative = matches!(cameo.root(), "04" | "05" | "06" | "07" | "08");
    let code = |c: &str| c.parse().ok();
    match mood {
        Mood::Plain => Some(cameo.clone()),
        Mood::Refused if cooperative || cameo.root() == "03" => code("120"),
        Mood::Future if cooperative => code(promised(cameo)),
        Mood::Conditional if matches!(cameo.root(), "13") => Some(cameo.clone()),
        Mood::Future if matches!(cameo.root(), "13" | "03" | "02" | "01" | "10") => Some(cameo.clone()),
        _ => None,
    }
}

fn promised(cameo: &CameoCode) -> &'static str {
    match (cameo.root(), cameo.as_str()) {
        ("04", _) => "036",
        ("06", "062") => "0312",
        ("06", "061") => "0311",
        ("06", _) => "031",
        ("07", "071") => "0331",
        ("07", "072") => "0332",
        ("07", "073") => "0333",
        ("07", _) => "033",
        _ => "030",
    }
}

/// Reads the words before a trigger, back to the wall before it.
pub(crate) fn mood(clauses: &Clauses<'_>, trigger: &Trigger) -> Mood {
    if trigger.future {
        return Mood::Future;
    }
    let clause = clauses.clause(trigger.from);
    if let Some((Wall::Condition, _)) = clauses.opened(trigger.from) {
        return Mood::Conditional;
    }
    let verb = matches!(trigger.part, Part::Verb(_));
    let reach = if verb { 5 } else { 3 };
    let from = clause.start.max(trigger.from.saturating_sub(reach));
    for at in (from..trigger.from).rev() {
        if let Some(mood) = mood_at(clauses, at, trigger) {
            return mood;
        }
    }
    wall_mood(clauses, trigger, from)
}

/// A wall such as أن may stand between `planned` and the verb.
fn wall_mood(clauses: &Clauses<'_>, trigger: &Trigger, from: usize) -> Mood {
    let Some((Wall::That, wall)) = clauses.opened(trigger.from) else { return Mood::Plain };
    if trigger.from.saturating_sub(wall) > 2 || from > wall + 2 {
        return Mood::Plain;
    }
    let before = wall.checked_sub(1).and_then(|at| mood_at(clauses, at, trigger));
    before.filter(|m| matches!(m, Mood::Future | Mood::Possible | Mood::Refused)).unwrap_or(Mood::Plain)
}

fn mood_at(clauses: &Clauses<'_>, at: usize, trigger: &Trigger) -> Option<Mood> {
    let (g, tokens) = (clauses.grammar, &clauses.tokens);
    let has = |w: &crate::grammar::Words| w.behind(tokens, at) > 0;
    let present = matches!(trigger.part, Part::Verb(t) if t != crate::inflect::Tense::Past);
    let past_marker = clauses.language == detente_codebook::Language::Ar && tokens.get(at).is_some_and(|t| g.have.has(&t.fold));
    match () {
        () if has(&g.refusal) => Some(Mood::Refused),
        () if has(&g.negation) => Some(Mood::Negated),
        () if has(&g.future) => Some(Mood::Future),
        // قد before a past verb is emphasis; before a present one it is a possibility.
        () if has(&g.modal) && (present || !past_marker) => Some(Mood::Possible),
        () => None,
    }
}
