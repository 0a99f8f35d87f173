//! Protest and violence told of without both sides: nobody names the bombers, the crowd faces no state.
//!
//! Such a sentence gives one event; a side that the words do not place stays unknown.

use detente_codebook::{ActorCode, Event, Span, Text, goldstein};

use crate::clause::Clauses;
use crate::event::{Found, Setting, certainty};
use crate::frame::{Part, Trigger};
use crate::mood::{Mood, mood};
use crate::when::date_of;

/// The event of the first word of protest, else of violence, that is neither denied nor to come.
pub(crate) fn open_event(text: &Text, clauses: &Clauses<'_>, setting: &Setting) -> Option<Found> {
    let of = |roots: &[&str]| {
        let told = |t: &&Trigger| {
            let cameo = clauses.frames.list.get(t.frame).and_then(|f| f.cameo.as_ref());
            cameo.is_some_and(|c| roots.contains(&c.root())) && mood(clauses, t) == Mood::Plain
        };
        let verb = clauses.triggers.iter().filter(|t| matches!(t.part, Part::Verb(_))).find(told);
        verb.or_else(|| clauses.triggers.iter().find(told))
    };
    let trigger = of(&["14"]).or_else(|| of(&["18", "19", "20"]))?;
    let frame = clauses.frames.list.get(trigger.frame)?;
    let slots = clauses.slots(trigger, frame);
    let unknown: ActorCode = "---".parse().ok()?;
    let side = |list: &[usize]| list.first().and_then(|i| clauses.parties.get(*i)).map(|p| (p.code.clone(), p.span));
    let (source, target) = (side(&slots.sources), side(&slots.targets));
    let words = clauses.span_of(trigger.from..trigger.end);
    let words = [&source, &target].into_iter().flatten().map(|(_, s)| *s).fold(words, Span::to);
    let (source, target) = (source.map_or(unknown.clone(), |s| s.0), target.map_or(unknown, |t| t.0));
    if source == target && !source.is_unknown() {
        return None;
    }
    let cameo = frame.cameo.clone()?;
    let quoted = clauses.quoted.get(trigger.from).copied().unwrap_or(false);
    let event = Event {
        id: String::new(),
        date: date_of(clauses, trigger, &setting.dates).map(|(_, d)| d),
        source,
        target,
        plover: cameo.plover()?,
        certainty: certainty(clauses, trigger, Mood::Plain, quoted),
        holder: setting.speaker.clone().filter(|_| quoted),
        goldstein: goldstein(&cameo),
        cameo,
        quote: text.quote(words)?,
        also: Vec::new(),
        rule: format!("frames/{}", frame.id),
    };
    Some(Found { event, sign: None, at: trigger.from })
}
