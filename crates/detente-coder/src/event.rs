//! Events: who did what to whom, when, with the words that say so.

use detente_codebook::{ActorCode, CameoCode, Certainty, Edtf, Event, Sign, Span, Text, goldstein};

use crate::clause::{Clauses, Wall};
use crate::frame::{Frame, Part, Trigger};
use crate::party::Party;
use crate::when::date_of;

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
    /// The two of whom the text spoke last: `both sides` are they.
    pub(crate) pair: Option<(ActorCode, ActorCode)>,
}

/// The events of a prepared sentence.
pub(crate) fn events(text: &Text, clauses: &Clauses<'_>, setting: &Setting) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for trigger in &clauses.triggers {
        let Some(frame) = clauses.frames.list.get(trigger.frame) else { continue };
        let Some(cameo) = frame.cameo.clone() else { continue };
        for found in of_trigger(text, clauses, setting, trigger, frame, &cameo, &out) {
            let same = |f: &Found| {
                f.event.source == found.event.source && f.event.target == found.event.target && overlaps(&f.event, &found.event)
            };
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

fn of_trigger(
    text: &Text,
    clauses: &Clauses<'_>,
    setting: &Setting,
    trigger: &Trigger,
    frame: &Frame,
    cameo: &CameoCode,
    before: &[Found],
) -> Vec<Found> {
    let mood = mood(clauses, trigger);
    let Some(cameo) = moved(cameo, mood) else { return Vec::new() };
    let act = Act { text, clauses, setting, trigger, frame, cameo, mood };
    if frame.within {
        return act.civil_war();
    }
    let slots = clauses.slots(trigger, frame);
    let targets = if slots.targets.is_empty() && frame.mutual { slots.sources.clone() } else { slots.targets.clone() };
    let mut out = act.between(&slots.sources, &targets);
    if out.is_empty() && slots.targets.is_empty() {
        out = act.carried(&slots.sources, before);
    }
    if out.is_empty() && slots.targets.is_empty() {
        out = act.of_treaty(&slots.sources);
    }
    if out.is_empty() && frame.mutual {
        out = act.both();
    }
    out
}

/// A trigger with all that an event is made of.
struct Act<'a> {
    text: &'a Text,
    clauses: &'a Clauses<'a>,
    setting: &'a Setting,
    trigger: &'a Trigger,
    frame: &'a Frame,
    cameo: CameoCode,
    mood: Mood,
}

impl Act<'_> {
    fn between(&self, sources: &[usize], targets: &[usize]) -> Vec<Found> {
        let mut out = Vec::new();
        for s in sources {
            for t in targets {
                let (Some(a), Some(b)) = (self.clauses.parties.get(*s), self.clauses.parties.get(*t)) else { continue };
                out.extend(self.directed(a, b));
                if self.frame.mutual && sources != targets {
                    out.extend(self.directed(b, a));
                }
                if let Some(answer) = self.frame.answer.clone().filter(|_| self.mood == Mood::Plain) {
                    let other = Act { cameo: answer, setting: self.setting, trigger: self.trigger, ..*self };
                    out.extend(other.directed(b, a));
                }
            }
        }
        out
    }

    fn directed(&self, a: &Party, b: &Party) -> Option<Found> {
        let (source, target) = self.known(a, b)?;
        self.event(source, target, a.span.to(b.span))
    }

    /// A group without a nationality belongs to the state that it fights, or that fights it.
    fn known(&self, a: &Party, b: &Party) -> Option<(ActorCode, ActorCode)> {
        let domestic = matches!(self.cameo.root(), "14" | "17" | "18" | "19" | "20");
        let lent = |x: &ActorCode, y: &ActorCode| {
            let role = x.as_str().get(3..).unwrap_or_default();
            (domestic && !role.is_empty() && !y.is_organisation()).then(|| y.with_role(role))
        };
        match (a.code.is_unknown(), b.code.is_unknown()) {
            (false, false) => Some((a.code.clone(), b.code.clone())),
            (true, false) => Some((lent(&a.code, &b.code)?, b.code.clone())),
            (false, true) => Some((a.code.clone(), lent(&b.code, &a.code)?)),
            (true, true) => None,
        }
    }

    /// `to it`: the one on whom the clause before acted.
    fn carried(&self, sources: &[usize], before: &[Found]) -> Vec<Found> {
        let Some(last) = before.last().filter(|_| self.names_again()) else { return Vec::new() };
        let said = sources.first().and_then(|i| self.clauses.parties.get(*i)).map(|p| p.code.clone());
        let source = said.filter(|c| !c.is_unknown()).unwrap_or_else(|| last.event.source.clone());
        let words = Span::new(self.clauses.span_of(self.trigger.from..self.trigger.end).start, self.short_clause().end);
        self.event(source, last.event.target.clone(), words).into_iter().collect()
    }

    /// `suspended the Indus Waters Treaty`: done to the other party.
    fn of_treaty(&self, sources: &[usize]) -> Vec<Found> {
        let treaty =
            self.trigger.class.is_some_and(|c| self.clauses.frames.class_at(&self.clauses.tokens, c, "treaty").is_some());
        let Some(source) = sources.first().and_then(|i| self.clauses.parties.get(*i)).filter(|p| treaty && !p.code.is_unknown())
        else {
            return Vec::new();
        };
        let clause = self.trigger.from..self.clauses.clause(self.trigger.end.saturating_sub(1)).end;
        let Some(target) = crate::treaty::partner(self.clauses, clause, &source.code.state()) else { return Vec::new() };
        self.event(source.code.clone(), target, source.span).into_iter().collect()
    }

    fn names_again(&self) -> bool {
        let next = self.clauses.tokens.get(self.trigger.to..(self.trigger.to + 2).min(self.clauses.tokens.len()));
        let again = |f: &str| matches!(f, "it" | "them" | "لها" | "له" | "لهم" | "اليها" | "اليه" | "عليها" | "عليه");
        next.unwrap_or_default().iter().any(|t| again(&t.fold))
    }

    /// `both sides`, a dual verb, `they`: the two of whom the text spoke last.
    fn both(&self) -> Vec<Found> {
        let Some((a, b)) = self.setting.pair.clone() else { return Vec::new() };
        if !self.names_both() {
            return Vec::new();
        }
        let words = self.short_clause();
        self.event(a.clone(), b.clone(), words).into_iter().chain(self.event(b, a, words)).collect()
    }

    /// The clause of the trigger, up to the next comma or stop.
    fn short_clause(&self) -> Span {
        let c = self.clauses;
        let clause = c.clause(self.trigger.from);
        let ends = |i: &usize| c.tokens.get(*i).is_some_and(|t| [',', '،', '.'].iter().any(|m| t.is_mark(*m)));
        let end = (self.trigger.end..clause.end).find(ends).unwrap_or(clause.end);
        c.span_of(clause.start.min(self.trigger.from)..end)
    }

    fn names_both(&self) -> bool {
        let c = self.clauses;
        let clause = c.clause(self.trigger.from);
        let around = clause.start.saturating_sub(2)..self.trigger.to + 4;
        if self.trigger.part == Part::Noun {
            return self.between_both();
        }
        let said = around.clone().any(|i| c.grammar.both.behind(&c.tokens, i) > 0);
        let dual = c
            .tokens
            .get(around.start..self.trigger.to)
            .unwrap_or_default()
            .iter()
            .any(|t| t.fold.ends_with("هما") || t.fold == "they");
        said || dual
    }

    /// A noun counts only with `between both sides` right behind it.
    fn between_both(&self) -> bool {
        let c = self.clauses;
        let mut after = self.trigger.to..self.trigger.to + 4;
        let between = after.find(|i| c.grammar.between.at(&c.tokens, *i) > 0);
        between.is_some_and(|i| (i + 1..i + 3).any(|k| c.grammar.both.at(&c.tokens, k) > 0))
    }

    /// The rebels against the government of the state that the words name.
    fn civil_war(&self) -> Vec<Found> {
        let c = self.clauses;
        let near = |p: &&Party| {
            p.from >= self.trigger.to && p.from - self.trigger.to <= 2 && p.code.as_str().len() == 3 && !p.code.is_unknown()
        };
        let before = |p: &&Party| {
            p.to <= self.trigger.from && self.trigger.from - p.to <= 1 && p.code.as_str().len() == 3 && !p.code.is_unknown()
        };
        let found = c.parties.iter().find(near).or_else(|| c.parties.iter().find(before));
        let Some(party) = found else { return Vec::new() };
        self.event(party.code.with_role("REB"), party.code.with_role("GOV"), party.span).into_iter().collect()
    }

    fn event(&self, source: ActorCode, target: ActorCode, parties: Span) -> Option<Found> {
        let same_state = source.state() == target.state();
        let domestic = matches!(self.cameo.root(), "14" | "17" | "18" | "19" | "20");
        if source == target || same_state && (source.role() == target.role() || !domestic) {
            return None;
        }
        let words = self.clauses.span_of(self.trigger.from..self.trigger.end).to(parties);
        let date = date_of(self.clauses, self.trigger, &self.setting.dates);
        let quote = self.text.quote(date.map_or(words, |(s, _)| words.to(s)))?;
        let quoted = self.clauses.quoted.get(self.trigger.from).copied().unwrap_or(false);
        let event = Event {
            id: String::new(),
            date: date.map(|(_, d)| d),
            source,
            target,
            plover: self.cameo.plover()?,
            certainty: certainty(self.clauses, self.trigger, self.mood, quoted),
            holder: self.setting.speaker.clone().filter(|_| quoted),
            goldstein: goldstein(&self.cameo),
            cameo: self.cameo.clone(),
            quote,
            rule: format!("frames/{}", self.frame.id),
        };
        Some(Found { event, sign: self.frame.sign.filter(|_| matches!(self.mood, Mood::Plain | Mood::Future)) })
    }
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
    // `May` within a sentence is a month.
    if at > 0 && tokens.get(at).is_some_and(|t| t.is_capital() && t.fold == "may") {
        return None;
    }
    let has = |w: &crate::grammar::Words| w.behind(tokens, at) > 0;
    let present = matches!(trigger.part, Part::Verb(t) if t != crate::inflect::Tense::Past);
    let past_marker = clauses.language == detente_codebook::Language::Ar && g.have.behind(tokens, at) > 0;
    match () {
        () if has(&g.refusal) => Some(Mood::Refused),
        () if has(&g.negation) => Some(Mood::Negated),
        () if has(&g.future) => Some(Mood::Future),
        // قد before a past verb is emphasis; before a present one it is a possibility.
        () if has(&g.modal) && (present || !past_marker) => Some(Mood::Possible),
        () => None,
    }
}
