//! Why a text was coded as it was: for each sentence the parties found, the frames called up, who
//! fills their slots, how the clause is said, and the events that came of it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, CameoCode, Event, Quote, Text};

use crate::clause::Clauses;
use crate::event::Found;
use crate::frame::Trigger;
use crate::mood::{Mood, mood, moved};
use crate::party::Party;

/// Why one sentence was coded as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The sentence.
    pub sentence: Quote,
    /// The parties, in order.
    pub parties: Vec<PartyFound>,
    /// The frames that its words call up, in order.
    pub frames: Vec<FrameFound>,
}

/// A party as the sentence names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyFound {
    /// Its code.
    pub code: ActorCode,
    /// The words.
    pub quote: Quote,
    /// The preposition that governs it.
    pub mark: Option<String>,
    /// Whether it is only a place.
    pub place: bool,
}

/// A frame with its slots.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameFound {
    /// The file and name of the frame, and the line where it stands.
    pub rule: String,
    /// The code that it stands for.
    pub code: Option<CameoCode>,
    /// The words that call it up.
    pub quote: Quote,
    /// The clause around them.
    pub clause: Quote,
    /// How the clause is said: plain, negated, refused, future, possible or conditional.
    pub modality: &'static str,
    /// Who acts.
    pub sources: Vec<PartyFound>,
    /// On whom.
    pub targets: Vec<PartyFound>,
    /// The events that came of it.
    pub events: Vec<Event>,
    /// Why no event came of it.
    pub silence: Option<Silence>,
}

/// Why a frame gave no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Silence {
    /// The frame carries others, as verbs of saying do, and has no code of its own.
    NoCode,
    /// What is denied, supposed or only possible is no event.
    Modality,
    /// The text does not say who acts.
    NoSource,
    /// The text does not say on whom.
    NoTarget,
    /// Another frame of the clause says the same, or both sides are one.
    Told,
}

impl Silence {
    /// The id of its words in the table of messages.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoCode => "no-code",
            Self::Modality => "no-modality",
            Self::NoSource => "no-source",
            Self::NoTarget => "no-target",
            Self::Told => "told",
        }
    }
}

/// The reasons of one prepared sentence.
pub(crate) fn reasons(text: &Text, clauses: &Clauses<'_>, found: &[Found]) -> Option<Reasons> {
    Some(Reasons {
        sentence: text.quote(clauses.span)?,
        parties: clauses.parties.iter().filter_map(|p| party(text, p)).collect(),
        frames: clauses.triggers.iter().filter_map(|t| frame(text, clauses, found, t)).collect(),
    })
}

fn party(text: &Text, p: &Party) -> Option<PartyFound> {
    Some(PartyFound { code: p.code.clone(), quote: text.quote(p.span)?, mark: p.mark.clone(), place: p.place })
}

fn frame(text: &Text, clauses: &Clauses<'_>, found: &[Found], trigger: &Trigger) -> Option<FrameFound> {
    let frame = clauses.frames.list.get(trigger.frame)?;
    let slots = clauses.slots(trigger, frame);
    let filled = |list: &[usize]| list.iter().filter_map(|i| party(text, clauses.parties.get(*i)?)).collect::<Vec<_>>();
    let (sources, targets) = (filled(&slots.sources), filled(&slots.targets));
    let events: Vec<Event> = found.iter().filter(|f| f.at == trigger.from).map(|f| f.event.clone()).collect();
    let mood = mood(clauses, trigger);
    Some(FrameFound {
        rule: rule_of(&frame.id),
        code: frame.cameo.clone(),
        quote: text.quote(clauses.span_of(trigger.from..trigger.end))?,
        clause: text.quote(clauses.span_of(clauses.clause(trigger.from)))?,
        modality: word(mood),
        silence: events.is_empty().then(|| silence(frame.cameo.as_ref(), mood, (&sources, &targets), frame.mutual)),
        sources,
        targets,
        events,
    })
}

fn silence(code: Option<&CameoCode>, mood: Mood, (sources, targets): (&[PartyFound], &[PartyFound]), mutual: bool) -> Silence {
    let placed = |side: &[PartyFound]| side.iter().any(|p| !p.code.is_unknown());
    match code {
        None => Silence::NoCode,
        Some(code) if moved(code, mood).is_none() => Silence::Modality,
        Some(_) if !placed(sources) => Silence::NoSource,
        Some(_) if !(placed(targets) || mutual && sources.len() > 1) => Silence::NoTarget,
        Some(_) => Silence::Told,
    }
}

fn word(mood: Mood) -> &'static str {
    match mood {
        Mood::Plain => "plain",
        Mood::Negated => "negated",
        Mood::Refused => "refused",
        Mood::Future => "future",
        Mood::Intended => "intended",
        Mood::Wished => "wished",
        Mood::Possible => "possible",
        Mood::Conditional => "conditional",
        Mood::Threat => "threatened",
    }
}

static LINES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut out = BTreeMap::new();
    for (name, file) in crate::frame::NAMED_FILES {
        for (n, line) in file.lines().enumerate() {
            if let Some(id) = line.strip_prefix("id = \"").and_then(|r| r.strip_suffix('"')) {
                out.insert(id.to_owned(), format!("{name}:{}", n + 1));
            }
        }
    }
    out
});

/// The file and line of a frame, and its name.
fn rule_of(id: &str) -> String {
    LINES.get(id).map_or_else(|| id.to_owned(), |place| format!("{place} {id}"))
}

#[cfg(test)]
mod tests {
    use super::Silence;
    use crate::code::explain;
    use detente_codebook::Language;

    #[test]
    fn an_event_says_why() {
        let all = explain("Ardania said nothing. France expelled two Italian diplomats.", Some(Language::En), None);
        let frames: Vec<_> = all.iter().flat_map(|r| &r.frames).filter(|f| !f.events.is_empty()).collect();
        assert_eq!(frames.len(), 1);
        assert!(frames[0].rule.starts_with("data/frames/"), "{}", frames[0].rule);
        assert_eq!((frames[0].sources[0].code.as_str(), frames[0].modality), ("FRA", "plain"));
        assert_eq!((frames[0].sources[0].quote.exact.as_str(), frames[0].silence), ("France", None));
    }

    #[test]
    fn a_frame_without_event_says_why() {
        let cases = [
            ("France did not attack Italy.", Silence::Modality),
            ("France said that it was tired.", Silence::NoCode),
            ("The rocket attacked Italy.", Silence::NoSource),
            ("France attacked the hill.", Silence::NoTarget),
        ];
        for (text, why) in cases {
            let all = explain(text, Some(Language::En), None);
            let found: Vec<_> = all.iter().flat_map(|r| &r.frames).map(|f| (f.quote.exact.as_str(), f.silence)).collect();
            assert!(found.iter().any(|(_, s)| *s == Some(why)), "{text}: {found:?}");
        }
    }
}
