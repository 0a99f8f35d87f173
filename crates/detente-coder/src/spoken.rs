//! Deeds that a clause only speaks of: what somebody is accused of, asked to do, or has asked for.

use detente_codebook::{CameoCode, Language};

use crate::clause::Clauses;
use crate::frame::{Frame, Part, Trigger};
use crate::inflect::Tense;

/// How far behind a verb its object may begin.
const OBJECT: usize = 6;

/// Whether a deed is the content of an accusation, of a request or of a refusal.
pub(crate) fn is_only_spoken_of(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    clauses.language == Language::En
        && (is_alleged(clauses, trigger) || is_asked_for(clauses, trigger) || is_answered(clauses, trigger))
}

/// The verbs of one of these roots before a trigger in its clause.
fn verbs_of<'a>(
    clauses: &'a Clauses<'_>,
    trigger: &'a Trigger,
    roots: &'static [&'static str],
) -> impl Iterator<Item = &'a Trigger> {
    let clause = clauses.clause(trigger.from);
    let root = |t: &Trigger| clauses.frames.list.get(t.frame).and_then(|f| f.cameo.as_ref()).is_some_and(|c| is_of(c, roots));
    clauses.verbs().filter(move |t| clause.start <= t.from && t.end <= trigger.from && root(t))
}

fn is_of(cameo: &CameoCode, roots: &[&str]) -> bool {
    roots.contains(&cameo.root())
}

/// Whether one of the words stands between two tokens.
fn stands(clauses: &Clauses<'_>, from: usize, to: usize, words: &[&str]) -> bool {
    clauses.tokens.get(from..to).unwrap_or_default().iter().any(|t| words.contains(&t.fold.as_str()))
}

/// `blamed A for the bombing`, `accused A of killing`: nobody but the accuser vouches for it.
fn is_alleged(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let nominal = matches!(trigger.part, Part::Noun | Part::Verb(Tense::Progressive));
    let behind = |roots, words: &[&str]| verbs_of(clauses, trigger, roots).any(|t| stands(clauses, t.end, trigger.from, words));
    nominal && (behind(&["11"], &["of", "for", "over"]) || behind(&["13", "16", "17"], &["for"]))
}

/// `urged A to stop and withdraw`: what is asked for has not been done.
fn is_asked_for(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let before = trigger.from.checked_sub(1).and_then(|i| clauses.tokens.get(i));
    let bare = before.is_some_and(|t| t.fold == "to" || clauses.grammar.and.has(&t.fold) || t.is_quote_mark() || t.is_mark('`'));
    let asked = trigger.part == Part::Verb(Tense::Present) && bare;
    asked
        && verbs_of(clauses, trigger, &["02", "10"])
            .any(|t| stands(clauses, t.from, trigger.from - 1, &["to"]) || before.is_some_and(|b| b.fold == "to"))
}

/// `rejected an appeal from A`: the appeal was before.
fn is_answered(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let root = clauses.frames.list.get(trigger.frame).and_then(|f| f.cameo.as_ref());
    let request = trigger.part == Part::Noun && root.is_some_and(|c| is_of(c, &["02", "03", "10"]));
    request && verbs_of(clauses, trigger, &["03", "05", "08", "12"]).any(|t| trigger.from - t.end <= OBJECT)
}

impl Clauses<'_> {
    /// `rejected an appeal from A`, `bowed to demands by A`: whoever asked.
    pub(crate) fn author(&self, trigger: &Trigger, frame: &Frame, sources: &[usize]) -> Vec<usize> {
        const NEAR: usize = 3;
        let answers = frame.cameo.as_ref().is_some_and(|c| is_of(c, &["03", "05", "08", "12"]));
        if self.language != Language::En || !answers {
            return Vec::new();
        }
        let asks = |i: &usize| ["demands", "proposal"].iter().any(|c| self.class_at(*i, c).is_some());
        let Some(noun) = (trigger.to..trigger.to + OBJECT).find(asks) else { return Vec::new() };
        let from = |i: &usize| {
            let party = self.party(*i).filter(|p| p.from > noun && p.from <= noun + 1 + NEAR && !p.code.is_unknown());
            party.and_then(|p| p.mark.as_deref()).is_some_and(|m| matches!(m, "from" | "by" | "of"))
        };
        let found = (0..self.parties.len()).filter(|i| !sources.contains(i)).find(from);
        found.map(|i| self.group_from(i)).unwrap_or_default()
    }
}
