//! Demands by `must` and `should`: who says that another has to do a thing asks him to do it.

use detente_codebook::{CameoCode, Text};

use crate::clause::{Clauses, Wall};
use crate::event::{Act, Found, Setting};
use crate::frame::{Part, Trigger};
use crate::mood::{Mood, mood};

/// How far the subject of what is said may stand behind the verb of saying.
const REACH: usize = 6;

/// The demands that the verbs of saying of a sentence introduce.
pub(crate) fn demands(text: &Text, clauses: &Clauses<'_>, setting: &Setting, before: &[Found]) -> Vec<Found> {
    let mut out = Vec::new();
    for trigger in clauses.triggers.iter().filter(|t| is_saying(clauses, t)) {
        let found = demand(text, clauses, setting, trigger);
        let known = |f: &Found| before.iter().any(|b| b.event.source == f.event.source && b.event.target == f.event.target);
        out.extend(found.filter(|f| !known(f)));
    }
    out
}

fn is_saying(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let speech = clauses.frames.list.get(trigger.frame).is_some_and(|f| f.speech);
    speech && matches!(trigger.part, Part::Verb(_)) && mood(clauses, trigger) == Mood::Plain
}

fn demand(text: &Text, clauses: &Clauses<'_>, setting: &Setting, trigger: &Trigger) -> Option<Found> {
    let frame = clauses.frames.list.get(trigger.frame)?;
    let slots = clauses.slots(trigger, frame);
    let source = slots.sources.first().and_then(|i| clauses.parties.get(*i)).filter(|p| !p.code.is_unknown())?;
    let past = trigger.end.max(if source.from >= trigger.from { source.to } else { 0 });
    let that = (past..past + REACH).find(|i| matches!(clauses.walls.get(*i), Some(Some((Wall::That, _)))));
    let start = that.map_or(past, |w| w + 1);
    let target = (0..clauses.parties.len())
        .filter(|i| clauses.is_subject(*i) && !slots.sources.contains(i))
        .filter_map(|i| clauses.parties.get(i))
        .find(|p| p.from >= start && p.from <= start + REACH && !p.code.is_unknown())?;
    let end = clauses.parties.iter().filter(|p| p.joined && p.from > target.from && p.from <= target.to + 3).map(|p| p.to).max();
    let end = end.unwrap_or(target.to);
    let code = (end..end + 3).find_map(|i| obligation(clauses, i))?;
    let cameo: CameoCode = code.parse().ok()?;
    let act = Act { text, clauses, setting, trigger, frame, cameo, mood: Mood::Plain };
    act.event(source.code.clone(), target.code.clone(), source.span.to(target.span))
}

/// `must` demands, `should` appeals.
fn obligation(clauses: &Clauses<'_>, at: usize) -> Option<&'static str> {
    let has = |w: &crate::grammar::Words| w.behind(&clauses.tokens, at) > 0;
    match () {
        () if has(&clauses.grammar.must) => Some("100"),
        () if has(&clauses.grammar.should) => Some("020"),
        () => None,
    }
}
