//! Events: who did what to whom, when, with the words that say so.

use detente_codebook::{ActorCode, CameoCode, Certainty, Edtf, Event, Language, Sign, Span, Text, goldstein};

use crate::clause::{Clauses, Wall};
use crate::frame::{Frame, Part, Trigger};
use crate::long::MOST_LISTED;
pub(crate) use crate::mood::{Mood, mood, moved};
use crate::party::Party;
use crate::when::date_of;

/// An event before it has an id, with what later stages ask of it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) event: Event,
    pub(crate) sign: Option<Sign>,
    /// The first token of its trigger.
    pub(crate) at: usize,
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
    /// The events of the sentence before.
    pub(crate) past: Vec<Event>,
    /// Whether unrest is told of even where a side has no state or no name.
    pub(crate) open: bool,
    /// The treaties spoken of so far, with the year of signature.
    pub(crate) treaties: Vec<(Vec<ActorCode>, Option<i16>)>,
}

/// The events of a prepared sentence.
pub(crate) fn events(text: &Text, clauses: &Clauses<'_>, setting: &Setting) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    if asks(clauses) {
        return out;
    }
    for trigger in &clauses.triggers {
        let Some(frame) = clauses.frames.list.get(trigger.frame) else { continue };
        let Some(cameo) = frame.cameo.clone() else { continue };
        for found in of_trigger(text, clauses, setting, trigger, frame, &cameo, &out) {
            if !out.iter().any(|f| says_the_same(clauses, f, &found)) {
                out.push(found);
            }
        }
    }
    out.extend(crate::must::demands(text, clauses, setting, &out));
    if setting.open && clauses.language == Language::En {
        out.extend(crate::report::accusations(text, clauses, setting));
    }
    if setting.open && !out.iter().any(|f| is_unrest(f.event.cameo.root())) {
        out.extend(crate::unrest::open_event(text, clauses, setting));
    }
    out
}

/// Whether the sentence is a question from its first word on: it tells of nothing.
fn asks(clauses: &Clauses<'_>) -> bool {
    let mark = |t: &&crate::token::Token| !t.is_quote_mark() && !t.is_mark(')');
    let asked = clauses.tokens.iter().rev().find(mark).is_some_and(|t| t.is_mark('?') || t.is_mark('؟'));
    let first = clauses.tokens.iter().position(crate::token::Token::is_word);
    asked && first.is_some_and(|at| clauses.grammar.asking.behind(&clauses.tokens, at) > 0)
}

/// Protest, coercion at home, and violence: what groups without a state do and suffer.
pub(crate) fn is_unrest(root: &str) -> bool {
    matches!(root, "14" | "17" | "18" | "19" | "20")
}

/// One event a clause and dyad: a second one on the same words, or by a noun beside the verb, says the same.
fn says_the_same(clauses: &Clauses<'_>, a: &Found, b: &Found) -> bool {
    if is_its_aim(a, b) {
        return true;
    }
    if a.event.source != b.event.source || a.event.target != b.event.target {
        return false;
    }
    let touching = a.event.quote.span().touches(b.event.quote.span());
    let (from, to) = (a.at.min(b.at), a.at.max(b.at));
    let noun = |at: usize| clauses.triggers.iter().any(|t| t.from == at && t.part == Part::Noun);
    let subject = (0..clauses.parties.len())
        .any(|i| clauses.is_subject(i) && clauses.parties.get(i).is_some_and(|p| from < p.from && p.from < to && p.to + 3 >= to));
    let verb = clauses.verbs().any(|t| from < t.from && t.from < to);
    let parted = subject || verb || clauses.clause(from) != clauses.clause(to);
    let both = (from..to).any(|i| clauses.grammar.both.behind(&clauses.tokens, i) > 0);
    touching
        && (a.event.cameo.root() == b.event.cameo.root() && !(verb_at(clauses, a) && verb_at(clauses, b) && both)
            || (noun(a.at) || noun(b.at)) && !parted)
}

/// `marched to demand that A resign`: what a protest demands of whom it faces is a part of it.
fn is_its_aim(a: &Found, b: &Found) -> bool {
    let sides = a.event.source == b.event.source && a.event.target.state() == b.event.target.state();
    let roots = a.event.cameo.root() == "14" && matches!(b.event.cameo.root(), "10" | "14");
    sides && roots && a.event.quote.span().touches(b.event.quote.span())
}

fn verb_at(clauses: &Clauses<'_>, found: &Found) -> bool {
    clauses.verbs().any(|t| t.from == found.at)
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
    let joint = frame.mutual || act.is_joint(&slots.sources);
    let targets = if slots.targets.is_empty() && joint { slots.sources.clone() } else { slots.targets.clone() };
    let mut out = act.between(&slots.sources, &targets);
    if out.is_empty() && slots.targets.is_empty() {
        out = act.carried(&slots.sources, before);
    }
    if out.is_empty() && slots.targets.is_empty() {
        out = act.of_treaty(&slots.sources);
    }
    if out.is_empty() && slots.targets.is_empty() {
        out = act.of_deed(&slots.sources, before);
    }
    if out.is_empty() && frame.mutual {
        out = act.both(before);
    }
    if out.is_empty() && slots.targets.is_empty() {
        out = act.warned(&slots.sources);
    }
    if out.is_empty() {
        out = act.somewhere(&slots);
    }
    if out.is_empty() && slots.targets.is_empty() {
        out = act.on_the_next(&slots.sources);
    }
    out
}

/// How far before a deed the word may stand that wishes it.
const WISH: usize = 3;

/// A trigger with all that an event is made of.
pub(crate) struct Act<'a> {
    pub(crate) text: &'a Text,
    pub(crate) clauses: &'a Clauses<'a>,
    pub(crate) setting: &'a Setting,
    pub(crate) trigger: &'a Trigger,
    pub(crate) frame: &'a Frame,
    pub(crate) cameo: CameoCode,
    pub(crate) mood: Mood,
}

impl Act<'_> {
    pub(crate) fn between(&self, sources: &[usize], targets: &[usize]) -> Vec<Found> {
        let mut out = Vec::new();
        for s in sources.iter().take(MOST_LISTED) {
            for t in targets.iter().take(MOST_LISTED) {
                let (Some(a), Some(b)) = (self.clauses.parties.get(*s), self.clauses.parties.get(*t)) else { continue };
                out.extend(self.directed(a, b));
                if self.frame.mutual && sources != targets && !self.is_one_sided() {
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

    /// `A hopes to mend ties with B`: nobody says that B does.
    fn is_one_sided(&self) -> bool {
        let c = self.clauses;
        let from = self.trigger.from.saturating_sub(WISH);
        let wish = |i: usize| c.tokens.get(i).is_some_and(|t| c.grammar.wish.has(&t.fold) || t.fold == "determined");
        self.mood == Mood::Wished || self.mood == Mood::Intended && (from..self.trigger.from).any(wish)
    }

    fn directed(&self, a: &Party, b: &Party) -> Option<Found> {
        let (source, target) = self.known(a, b)?;
        self.event(source, target, a.span.to(b.span))
    }

    /// `A and B seek to deepen their partnership`: what the doers of a list do together.
    fn is_joint(&self, sources: &[usize]) -> bool {
        const TOGETHER: [&str; 6] = ["ties", "cooperation", "economic_ties", "military_ties", "talks", "treaty"];
        let noun = |i: usize| TOGETHER.iter().any(|name| self.clauses.class_at(i, name).is_some());
        sources.len() > 1 && matches!(self.cameo.root(), "03" | "04" | "05" | "06") && self.trigger.class.is_some_and(noun)
    }

    /// A group without a nationality belongs to the state that it fights, or that fights it; where unrest
    /// is told of openly it stays without one.
    fn known(&self, a: &Party, b: &Party) -> Option<(ActorCode, ActorCode)> {
        let unrest = is_unrest(self.cameo.root());
        let lent = |x: &ActorCode, y: &ActorCode| {
            let y = &self.crowd_land(x).unwrap_or_else(|| y.clone());
            let role = x.as_str().get(3..).unwrap_or_default();
            let home = unrest || matches!(role, "REB" | "OPP" | "INS" | "SEP" | "LAB");
            (home && !role.is_empty() && !y.is_organisation() && !self.names_others(y)).then(|| y.with_role(role))
        };
        let arabic = self.clauses.language == Language::Ar;
        // A sentence alone that does not say whose parliament or whose gunmen act is coded as it is, and
        // so is a crowd in Arabic, as those who code Arabic unrest do.
        let bare = |x: &ActorCode| match x.as_str().get(3..) {
            Some("UAF") => unrest,
            Some("LEG" | "CVL") => !unrest || arabic,
            _ => arabic && unrest && self.cameo.root() != "17",
        };
        let side = |x: &ActorCode, y: &ActorCode| {
            if self.setting.open && bare(x) {
                Some(x.clone())
            } else {
                lent(x, y).or_else(|| (self.setting.open && unrest).then(|| x.clone()))
            }
        };
        match (a.code.is_unknown(), b.code.is_unknown()) {
            (false, false) => Some((a.code.clone(), b.code.clone())),
            (true, false) => Some((side(&a.code, &b.code)?, b.code.clone())),
            (false, true) => Some((a.code.clone(), side(&b.code, &a.code)?)),
            (true, true) => None,
        }
    }

    /// `clashed with rioters in Egypt`: a crowd is of the place behind it rather than of those whom it faces.
    fn crowd_land(&self, crowd: &ActorCode) -> Option<ActorCode> {
        let c = self.clauses;
        let at = c.parties.iter().position(|p| p.code == *crowd && p.code.as_str().ends_with("CVL"))?;
        let place = c.parties.get(at + 1).filter(|p| p.place && !p.code.is_unknown() && c.language == Language::En)?;
        let beside = c.parties.get(at).is_some_and(|p| place.from - p.to <= 3);
        (beside && is_unrest(self.cameo.root())).then(|| place.code.state())
    }

    /// Whether the sentence names a state beside this one.
    fn names_others(&self, state: &ActorCode) -> bool {
        let clause = self.clauses.clause(self.trigger.from);
        let other = |p: &Party| clause.contains(&p.from) && !p.code.is_unknown() && p.code.state() != state.state();
        !is_unrest(self.cameo.root()) && self.clauses.parties.iter().any(other)
    }

    /// `to it`: the one on whom the clause before acted.
    fn carried(&self, sources: &[usize], before: &[Found]) -> Vec<Found> {
        let Some(last) = before.last().filter(|_| self.names_again()) else { return Vec::new() };
        let said = sources.first().and_then(|i| self.clauses.parties.get(*i)).map(|p| p.code.clone());
        let source = said.filter(|c| !c.is_unknown()).unwrap_or_else(|| last.event.source.clone());
        let words = Span::new(self.clauses.span_of(self.trigger.from..self.trigger.end).start, self.short_clause().end);
        self.event(source, last.event.target.clone(), words).into_iter().collect()
    }

    fn names_again(&self) -> bool {
        let next = self.clauses.tokens.get(self.trigger.to..(self.trigger.to + 2).min(self.clauses.tokens.len()));
        let again = |f: &str| matches!(f, "it" | "them" | "لها" | "له" | "لهم" | "اليها" | "اليه" | "عليها" | "عليه");
        next.unwrap_or_default().iter().any(|t| again(&t.fold))
    }

    /// The clause of the trigger, up to the next comma or stop.
    pub(crate) fn short_clause(&self) -> Span {
        let c = self.clauses;
        let clause = c.clause(self.trigger.from);
        let ends = |i: &usize| c.tokens.get(*i).is_some_and(|t| [',', '،', '.'].iter().any(|m| t.is_mark(*m)));
        let end = (self.trigger.end..clause.end).find(ends).unwrap_or(clause.end);
        c.span_of(clause.start.min(self.trigger.from)..end)
    }

    /// The rebels against the government of the state that the words name.
    fn civil_war(&self) -> Vec<Found> {
        let c = self.clauses;
        let about = self.trigger.from.saturating_sub(3)..self.trigger.end + 6;
        if !about.into_iter().any(|i| c.grammar.outbreak.behind(&c.tokens, i) > 0) {
            return Vec::new();
        }
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

    /// Whether two actors of one state may face each other: two roles, or the state and its people.
    fn is_domestic(&self, source: &ActorCode, target: &ActorCode) -> bool {
        let (a, b) = (source.role(), target.role());
        let plain = a.is_empty() || b.is_empty() || source.is_unknown();
        a != b && (is_unrest(self.cameo.root()) || !plain && (is_apart(a) || is_apart(b)))
    }

    pub(crate) fn event(&self, source: ActorCode, target: ActorCode, parties: Span) -> Option<Found> {
        if source == target || source.state() == target.state() && !self.is_domestic(&source, &target) {
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
            also: Vec::new(),
            rule: format!("frames/{}", self.frame.id),
        };
        Some(Found {
            event,
            at: self.trigger.from,
            sign: self.frame.sign.filter(|_| matches!(self.mood, Mood::Plain | Mood::Future | Mood::Intended)),
        })
    }
}

/// Whether a role stands apart from the government of its state.
fn is_apart(role: &str) -> bool {
    ["REB", "OPP", "INS", "SEP", "CVL", "LAB", "EDU", "UAF", "LEG", "JUD", "PTY", "REF", "MED"]
        .iter()
        .any(|r| role.starts_with(r))
}

pub(crate) fn certainty(clauses: &Clauses<'_>, trigger: &Trigger, mood: Mood, quoted: bool) -> Certainty {
    let said = matches!(clauses.opened(trigger.from), Some((Wall::That, _)));
    match mood {
        Mood::Future | Mood::Intended | Mood::Wished => Certainty::Planned,
        Mood::Conditional | Mood::Possible => Certainty::Hypothetical,
        _ if quoted || said => Certainty::Reported,
        _ => Certainty::Asserted,
    }
}
