//! Violence that one side reports of another: who says that he was attacked accuses.
//!
//! `A said that a rocket was fired at it from B`, `A said eight people were killed in a raid by B`: an event of
//! accusation from A to B beside the reported deed, which nobody but A vouches for.

use detente_codebook::{CameoCode, Text};

use crate::clause::Clauses;
use crate::event::{Act, Found, Setting};
use crate::frame::{Part, Trigger};
use crate::mood::{Mood, mood};
use crate::party::Party;

/// How far behind the verb of saying the deed may stand.
const REACH: usize = 12;

/// The accusations of a sentence.
pub(crate) fn accusations(text: &Text, clauses: &Clauses<'_>, setting: &Setting) -> Vec<Found> {
    let says = |t: &&Trigger| {
        let speech = clauses.frames.list.get(t.frame).is_some_and(|f| f.speech);
        speech && matches!(t.part, Part::Verb(_)) && mood(clauses, t) == Mood::Plain
    };
    clauses.triggers.iter().filter(says).filter_map(|t| accusation(text, clauses, setting, t)).collect()
}

fn accusation(text: &Text, clauses: &Clauses<'_>, setting: &Setting, saying: &Trigger) -> Option<Found> {
    let frame = clauses.frames.list.get(saying.frame)?;
    let slots = clauses.slots(saying, frame);
    let source = slots.sources.first().and_then(|i| clauses.party(*i)).filter(|p| !p.code.is_unknown())?;
    let deed = clauses.triggers.iter().find(|t| t.from > saying.from && is_assault(clauses, t))?;
    let near = deed.from - saying.from <= REACH && source.to <= deed.from;
    let doer = doer(clauses, deed).filter(|p| near && p.from > saying.from && p.code != source.code)?;
    let cameo: CameoCode = "112".parse().ok()?;
    let act = Act { text, clauses, setting, trigger: saying, frame, cameo, mood: Mood::Plain };
    act.event(source.code.clone(), doer.code.clone(), source.span.to(doer.span))
}

fn is_assault(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let root = clauses.frames.list.get(trigger.frame).and_then(|f| f.cameo.as_ref()).map(CameoCode::root);
    matches!(root, Some("18" | "19" | "20")) && mood(clauses, trigger) == Mood::Plain
}

/// Who does the deed of a passive: behind `by`, else whose land it comes from.
fn doer<'a>(clauses: &'a Clauses<'_>, deed: &Trigger) -> Option<&'a Party> {
    let g = clauses.grammar;
    let end = clauses.clause(deed.from).end;
    let behind = |p: &&Party| p.from >= deed.to && p.to <= end;
    let marked = |p: &&Party, by: bool| {
        let mark = p.mark.as_deref().unwrap_or_default();
        if by { g.agent.has(mark) } else { mark == "from" }
    };
    let by = clauses.parties.iter().filter(behind).find(|p| marked(p, true));
    by.or_else(|| clauses.parties.iter().filter(behind).find(|p| marked(p, false) && !p.code.is_unknown()))
}
