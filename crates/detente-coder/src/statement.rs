//! Statements: words in quotation marks, and who says them.
//!
//! The speaker is the subject of the verb of saying beside the words; a verb without a subject, and
//! quoted words without a verb, are carried over from the speaker before.

use detente_codebook::{ActorCode, Language, Span, Statement, Text};

use crate::clause::Clauses;
use crate::frame::{Part, Trigger};
use crate::party::Finder;
use crate::people::{Known, People};
use crate::speaker::speaker_of;

/// Who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub(crate) code: Option<ActorCode>,
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) is_text: bool,
    pub(crate) is_person: bool,
}

/// A stretch of quoted words and its speaker.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    pub(crate) span: Span,
    pub(crate) speaker: Option<Speaker>,
    pub(crate) statement: Option<Statement>,
}

/// The outermost quotations of a paragraph, without their marks; one left open ends with it.
pub(crate) fn quotations(text: &Text, paragraph: Span) -> Vec<Span> {
    let (mut out, mut depth, mut start, mut straight) = (Vec::new(), 0u32, 0, false);
    let words = text.get(paragraph).unwrap_or_default();
    for (i, c) in words.chars().enumerate() {
        let at = paragraph.start + i;
        let (opens, closes) = match c {
            '“' | '«' | '„' => (true, false),
            '”' | '»' => (false, true),
            '"' => (!straight, straight),
            _ => (false, false),
        };
        if c == '"' {
            straight = !straight;
        }
        if opens {
            if depth == 0 {
                start = at + 1;
            }
            depth += 1;
        } else if closes && depth > 0 {
            depth -= 1;
            if depth == 0 {
                out.push(Span::new(start, at));
            }
        }
    }
    if depth > 0 {
        out.push(Span::new(start, paragraph.end));
    }
    out.into_iter().map(|s| text.trim(s)).filter(|s| !s.is_empty()).collect()
}

/// Finds the quoted words of a text and their speakers, paragraph by paragraph.
pub(crate) struct Listener<'a> {
    pub(crate) text: &'a Text,
    pub(crate) language: Language,
    pub(crate) finder: Finder<'a>,
    pub(crate) people: People,
    pub(crate) last: Option<Speaker>,
    pub(crate) person: Option<Speaker>,
}

pub(crate) struct Attribution {
    pub(crate) speaker: Speaker,
    pub(crate) verb: String,
}

impl<'a> Listener<'a> {
    pub(crate) fn new(text: &'a Text, language: Language, finder: Finder<'a>) -> Self {
        Self { text, language, finder, people: People::default(), last: None, person: None }
    }

    /// The quotations of one paragraph, in order.
    pub(crate) fn hear(&mut self, paragraph: Span) -> Vec<Spoken> {
        let quotations = quotations(self.text, paragraph);
        let mut out = Vec::new();
        let mut before = paragraph.start;
        let mut inherited: Option<Speaker> = None;
        for (n, span) in quotations.iter().enumerate() {
            if self.is_name(quotations.get(n..).unwrap_or_default(), before) {
                continue;
            }
            let next = quotations.get(n + 1).map_or(paragraph.end, |s| s.start.saturating_sub(1));
            self.introductions(Span::new(before, span.start.saturating_sub(1)));
            let lead = self.sentence_tail(Span::new(before, span.start.saturating_sub(1)));
            let tail = self.sentence_head(Span::new((span.end + 1).min(next), next));
            let found = self.attribution(lead, tail, *span, inherited.as_ref());
            if let Some(a) = &found {
                inherited = Some(a.speaker.clone());
                if !a.speaker.is_text {
                    self.last = Some(a.speaker.clone());
                }
                if a.speaker.is_person {
                    self.person = Some(a.speaker.clone());
                }
            }
            let speaker = found.as_ref().map(|a| a.speaker.clone());
            let statement = found.and_then(|a| self.statement(*span, a));
            out.push(Spoken { span: *span, speaker, statement });
            before = (span.end + 1).min(paragraph.end);
        }
        if quotations.is_empty() {
            self.note_speaker(paragraph);
        }
        out
    }

    /// `a fellow of “The Forum”: “…”`: a short quotation before the colon of the next is a name.
    fn is_name(&self, rest: &[Span], before: usize) -> bool {
        let [span, next, ..] = rest else { return false };
        let short = self.text.slice(*span).split_whitespace().count() <= 4;
        let lead = self.text.slice(Span::new(before.min(span.start), span.start.saturating_sub(1)));
        let between = self.text.slice(Span::new((span.end + 1).min(next.start), next.start.saturating_sub(1)));
        let led = lead.trim_end().ends_with([':', '،', ',']);
        short && !led && between.trim_end().ends_with(':') && !between.contains(['.', '؟', '?', '!'])
    }

    /// The sentences before the one that leads up to a quotation.
    fn introductions(&mut self, span: Span) {
        let mut sentences = crate::read::sentences_of(self.text, span);
        let ended = self.text.slice(self.text.trim(span)).ends_with(['.', '؟', '!', '?']);
        if !ended {
            sentences.pop();
        }
        sentences.into_iter().for_each(|s| self.note_speaker(s));
    }

    /// Indirect speech introduces persons too.
    fn note_speaker(&mut self, paragraph: Span) {
        for sentence in crate::read::sentences_of(self.text, paragraph) {
            let clauses = self.clauses(sentence);
            let verb = speech(&clauses).next().cloned();
            let spoken = verb.and_then(|v| self.subject(&clauses, &v, None)).filter(|s| !s.is_text);
            let opening =
                spoken.is_none().then(|| self.phrase_at(&clauses, 0)).flatten().filter(|s| s.role.is_some() && s.is_person);
            let found = spoken.or(opening).or_else(|| self.mentioned(&clauses));
            if let Some(speaker) = found {
                self.person = Some(&speaker).filter(|s| s.is_person).or(self.person.as_ref()).cloned();
                self.last = Some(speaker);
            }
        }
    }

    /// `For Rashwan the danger lies in habit`: a person whom the text has introduced.
    fn mentioned(&self, clauses: &Clauses<'_>) -> Option<Speaker> {
        let names = (0..clauses.tokens.len()).filter_map(|at| {
            let words = clauses.tokens.get(at..at + 1).filter(|w| w.iter().all(|t| t.is_capital() || !t.raw.is_ascii()))?;
            self.people.find(words)
        });
        let mut known: Vec<&Known> = names.collect();
        known.dedup_by_key(|k| k.name.clone());
        match known.as_slice() {
            [one] => Some(speaker_of(one)),
            _ => None,
        }
    }

    fn statement(&self, span: Span, found: Attribution) -> Option<Statement> {
        let Speaker { code, name, role, .. } = found.speaker;
        let quote = self.text.quote(self.without_comma(span))?;
        Some(Statement { speaker: code, speaker_name: name, role, verb: found.verb, quote })
    }

    /// English print sets the comma of the sentence around the words inside their marks.
    fn without_comma(&self, span: Span) -> Span {
        let comma = self.text.get(span).is_some_and(|w| w.ends_with([',', '،']));
        self.text.trim(Span::new(span.start, span.end - usize::from(comma)))
    }

    pub(crate) fn clauses(&self, span: Span) -> Clauses<'static> {
        Clauses::new(self.text, span, &self.finder, self.language, false)
    }

    /// The part of a span after its last full stop.
    fn sentence_tail(&self, span: Span) -> Span {
        if span.is_empty() {
            return span;
        }
        let last = crate::read::sentences_of(self.text, span).into_iter().next_back().unwrap_or(span);
        let ended = self.text.slice(self.text.trim(span)).ends_with(['.', '؟', '!', '?']);
        if ended { Span::new(span.end, span.end) } else { last }
    }

    /// The part of a span up to its first full stop.
    fn sentence_head(&self, span: Span) -> Span {
        let words = self.text.slice(span);
        let stop = words.chars().position(|c| matches!(c, '.' | '؟' | '?' | '!'));
        stop.map_or(span, |n| Span::new(span.start, span.start + n))
    }
}

pub(crate) fn is_speech(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    clauses.frames.list.get(trigger.frame).is_some_and(|f| f.speech)
}

/// The verbs of saying, in order.
pub(crate) fn speech<'c>(clauses: &'c Clauses<'_>) -> impl Iterator<Item = &'c Trigger> {
    clauses.triggers.iter().filter(|t| matches!(t.part, Part::Verb(_)) && is_speech(clauses, t))
}

/// The verb whose words a partial quotation may be: the last event verb of the lead.
pub(crate) fn acting<'c>(clauses: &'c Clauses<'_>) -> Option<&'c Trigger> {
    let coded =
        |t: &&Trigger| {
            clauses.frames.list.get(t.frame).is_some_and(|f| {
                f.cameo.as_ref().is_some_and(|c| matches!(c.root(), "01" | "02" | "03" | "10" | "11" | "12" | "13"))
            })
        };
    clauses.verbs().filter(coded).last()
}
