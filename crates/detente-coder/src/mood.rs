//! How a clause presents what it says, and what that leaves of the code.

use detente_codebook::CameoCode;

use crate::clause::{Clauses, Wall};
use crate::frame::{Part, Trigger};
use crate::grammar::Words;
use crate::inflect::Tense;
use crate::party::Party;

/// How the clause presents what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// As a fact.
    Plain,
    /// As what is not so.
    Negated,
    /// As what somebody will not do.
    Refused,
    /// As what is expected.
    Future,
    /// As what the one who acts means to do.
    Intended,
    /// As what the one who acts would like to do.
    Wished,
    /// As what may be.
    Possible,
    /// As what depends on a condition.
    Conditional,
    /// As a threat.
    Threat,
}

/// The code that the mood leaves: nothing of what is denied or only possible; a refusal for what is
/// refused; a promise for cooperation to come; a threat for what is meant to hurt.
pub(crate) fn moved(cameo: &CameoCode, mood: Mood) -> Option<CameoCode> {
    let cooperative = matches!(cameo.root(), "04" | "05" | "06" | "07" | "08");
    let code = |c: &str| c.parse().ok();
    match mood {
        Mood::Plain => Some(cameo.clone()),
        Mood::Refused if cooperative || cameo.root() == "03" => code("120"),
        Mood::Future | Mood::Intended | Mood::Wished if cooperative => code(promised(cameo)),
        Mood::Conditional if matches!(cameo.root(), "13") => Some(cameo.clone()),
        Mood::Threat => threatened(cameo).and_then(code),
        Mood::Future | Mood::Intended if matches!(cameo.root(), "13" | "03" | "02" | "01" | "10") => Some(cameo.clone()),
        Mood::Intended if matches!(cameo.root(), "16" | "17" | "18" | "19" | "20") => threatened(cameo).and_then(code),
        _ => None,
    }
}

/// What a deed becomes that is only threatened; cooperation is no threat.
fn threatened(cameo: &CameoCode) -> Option<&'static str> {
    match cameo.root() {
        "13" | "10" | "11" | "12" | "14" | "17" => Some("130"),
        "15" | "18" | "19" | "20" => Some("138"),
        "16" => Some("131"),
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
        ("08", _) => "035",
        _ => "030",
    }
}

/// Reads the words before a trigger, back to the wall before it.
pub(crate) fn mood(clauses: &Clauses<'_>, trigger: &Trigger) -> Mood {
    if trigger.future {
        return Mood::Future;
    }
    if trigger.part == Part::Noun && is_to_come(clauses, trigger) {
        return Mood::Future;
    }
    let clause = clauses.clause(trigger.from);
    if is_conditional(clauses, trigger.from) {
        return Mood::Conditional;
    }
    if is_yet_to_come(clauses, trigger) || is_long_ago(clauses, trigger) {
        return Mood::Possible;
    }
    if is_background(clauses, trigger) || is_topic(clauses, trigger) || crate::spoken::is_only_spoken_of(clauses, trigger) {
        return Mood::Possible;
    }
    let verb = matches!(trigger.part, Part::Verb(_));
    let infinitive = trigger.from.checked_sub(1).and_then(|i| clauses.tokens.get(i)).is_some_and(|t| t.fold == "to");
    let reach = match (verb, infinitive) {
        (true, true) => 8,
        (true, false) => 5,
        (false, _) => 3,
    };
    let from = clause.start.max(trigger.from.saturating_sub(reach));
    for at in (from..trigger.from).rev() {
        match mood_at(clauses, at, trigger) {
            Some(Mood::Intended | Mood::Wished) if is_obliged(clauses, at) => return Mood::Possible,
            Some(Mood::Future) if is_said_will(clauses, at, trigger) => return Mood::Intended,
            Some(mood) => return mood,
            None => {}
        }
    }
    wall_mood(clauses, trigger, from)
}

/// Whether a condition opens the clause, or the one that its relative clause hangs on.
fn is_conditional(clauses: &Clauses<'_>, at: usize) -> bool {
    match clauses.opened(at) {
        Some((Wall::Condition, _)) => true,
        Some((Wall::Relative, wall)) => {
            let outer = wall.checked_sub(1).and_then(|i| clauses.opened(i));
            matches!(outer, Some((Wall::Condition, _)))
        }
        _ => false,
    }
}

/// `an agreement between A and B is expected`: what is said of a noun of cooperation comes behind it.
fn is_to_come(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    const REACH: usize = 12;
    let cameo = clauses.frames.list.get(trigger.frame).and_then(|f| f.cameo.as_ref());
    if !cameo.is_some_and(|c| matches!(c.root(), "03" | "04" | "05" | "06")) {
        return false;
    }
    let g = clauses.grammar;
    let limit = clauses.clause(trigger.from).end.min(trigger.end + REACH);
    // Another subject with its verb begins another clause.
    let begins =
        |(k, p): &(usize, &Party)| p.from >= trigger.end && !p.joined && clauses.is_subject(*k) && clauses.verb_follows(p.to);
    let next = clauses.parties.iter().enumerate().find(begins).map_or(limit, |(_, p)| p.from);
    let end = next.min(limit);
    (trigger.end..end).any(|i| [&g.future, &g.intent, &g.modal].iter().any(|w| w.behind(&clauses.tokens, i) > 0))
}

/// `a day before A heads to B`: what a present tense tells behind `before` has not happened.
fn is_yet_to_come(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let Some((Wall::Break, wall)) = clauses.opened(trigger.from) else { return false };
    let until = clauses.tokens.get(wall).is_some_and(|t| matches!(t.fold.as_str(), "before" | "until" | "till"));
    until && trigger.part == Part::Verb(Tense::Present)
}

/// `the first to visit since A split with B`: what only dates another deed.
fn is_long_ago(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let Some((Wall::Break, wall)) = clauses.opened(trigger.from) else { return false };
    clauses.tokens.get(wall).is_some_and(|t| t.fold == "since")
}

/// `said they would leave`: the will of the one who speaks.
fn is_said_will(clauses: &Clauses<'_>, at: usize, trigger: &Trigger) -> bool {
    clauses.tokens.get(at).is_some_and(|t| t.fold == "would") && clauses.speech_before(trigger).is_some()
}

/// `accused A of bombing`, `an appeal for sending troops`: what is only spoken of.
fn is_topic(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    const ABOUT: [&str; 7] = ["for", "of", "on", "about", "against", "over", "from"];
    let before = trigger.from.checked_sub(1).and_then(|i| clauses.tokens.get(i));
    trigger.part == Part::Verb(Tense::Progressive) && before.is_some_and(|t| ABOUT.contains(&t.fold.as_str()))
}

/// `since the accord between A and B`: what dates or hinders another deed is old.
fn is_background(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    const REACH: usize = 6;
    let cameo = clauses.frames.list.get(trigger.frame).and_then(|f| f.cameo.as_ref());
    let lasting = trigger.part == Part::Noun && cameo.is_some_and(|c| matches!(c.root(), "03" | "05" | "06"));
    let begins = |i: &usize| clauses.tokens.get(*i).is_some_and(|t| matches!(t.fold.as_str(), "since" | "despite"));
    let at = (trigger.from.saturating_sub(REACH)..trigger.from).rev().find(begins).filter(|_| lasting);
    at.is_some_and(|i| !clauses.verbs().any(|t| i < t.from && t.from < trigger.from))
}

/// `must be ready to`: what somebody else says that one should mean.
fn is_obliged(clauses: &Clauses<'_>, at: usize) -> bool {
    let g = clauses.grammar;
    (at.saturating_sub(2)..at).any(|i| [&g.must, &g.should, &g.modal].iter().any(|w| w.at(&clauses.tokens, i) > 0))
}

/// `demanded that X do`: what is only asked for.
fn is_asked(clauses: &Clauses<'_>, wall: usize) -> bool {
    const NEAR: usize = 4;
    let asks = |t: &Trigger| {
        let root = clauses.frames.list.get(t.frame).and_then(|f| f.cameo.as_ref()).map(CameoCode::root);
        t.from < wall && wall - t.from <= NEAR && matches!(root, Some("02" | "10"))
    };
    clauses.triggers.iter().any(asks)
}

/// A wall such as أن may stand between `planned` and the verb.
fn wall_mood(clauses: &Clauses<'_>, trigger: &Trigger, from: usize) -> Mood {
    let Some((Wall::That, wall)) = clauses.opened(trigger.from) else { return Mood::Plain };
    if is_asked(clauses, wall) {
        return Mood::Possible;
    }
    if trigger.from.saturating_sub(wall) > 2 || from > wall + 2 {
        return Mood::Plain;
    }
    // `the analyst expects that`: the subject may stand between.
    let before = (wall.saturating_sub(4)..wall).rev().find_map(|at| mood_at(clauses, at, trigger));
    before.filter(|m| matches!(m, Mood::Future | Mood::Intended | Mood::Possible | Mood::Refused)).unwrap_or(Mood::Plain)
}

fn mood_at(clauses: &Clauses<'_>, at: usize, trigger: &Trigger) -> Option<Mood> {
    let (g, tokens) = (clauses.grammar, &clauses.tokens);
    // `May` within a sentence is a month.
    if at > 0 && tokens.get(at).is_some_and(|t| t.is_capital() && t.fold == "may") {
        return None;
    }
    // The words are read backwards: a phrase is met at its last word.
    let ends = |w: &Words| at.checked_sub(1).is_some_and(|before| w.at(tokens, before) == 2);
    let has = |w: &Words| w.behind(tokens, at) > 0 || ends(w);
    let present = matches!(trigger.part, Part::Verb(t) if t != crate::inflect::Tense::Past);
    let past_marker = clauses.language == detente_codebook::Language::Ar && g.have.behind(tokens, at) > 0;
    match () {
        () if has(&g.refusal) => Some(Mood::Refused),
        () if has(&g.negation) => Some(Mood::Negated),
        () if has(&g.threat) => Some(Mood::Threat),
        () if has(&g.intent) => Some(Mood::Intended),
        () if has(&g.wish) => Some(Mood::Wished),
        () if has(&g.future) => Some(Mood::Future),
        // قد before a past verb is emphasis; before a present one it is a possibility.
        () if has(&g.modal) && (present || !past_marker) => Some(Mood::Possible),
        () => None,
    }
}
