//! Statements: words in quotation marks, and who says them.
//!
//! The speaker is the subject of the verb of saying beside the words; a verb without a subject, and
//! quoted words without a verb, are carried over from the speaker before.

use detente_codebook::{ActorCode, ActorTable, Language, Span, Statement, Text};

use crate::clause::{Clauses, Wall};
use crate::frame::{Part, Trigger};
use crate::party::{Finder, Naming, Party};
use crate::people::{Known, People};

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
    last: Option<Speaker>,
    person: Option<Speaker>,
}

struct Attribution {
    speaker: Speaker,
    verb: String,
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
        Some(Statement { speaker: code, speaker_name: name, role, verb: found.verb, quote: self.text.quote(span)? })
    }

    fn clauses(&self, span: Span) -> Clauses<'static> {
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

    fn attribution(&mut self, lead: Span, tail: Span, quoted: Span, inherited: Option<&Speaker>) -> Option<Attribution> {
        if let Some(found) = self.by_lead(lead, inherited) {
            return Some(found);
        }
        if let Some(found) = self.by_tail(tail) {
            return Some(found);
        }
        let bare = lead.is_empty() || self.text.slice(lead).chars().all(|c| !c.is_alphabetic());
        let whole = self.text.slice(quoted).split_whitespace().count() >= 4;
        let speaker = inherited.or(self.last.as_ref()).filter(|_| bare && whole)?;
        Some(Attribution { speaker: speaker.clone(), verb: String::new() })
    }

    fn by_lead(&mut self, lead: Span, inherited: Option<&Speaker>) -> Option<Attribution> {
        if lead.is_empty() {
            return None;
        }
        let clauses = self.clauses(lead);
        if let Some(speaker) = self.by_source(&clauses).or_else(|| self.by_view(&clauses)) {
            return Some(Attribution { speaker, verb: String::new() });
        }
        let naming = self.by_naming(&clauses);
        let verb = speech(&clauses).last().cloned().or_else(|| if naming.is_some() { None } else { acting(&clauses).cloned() });
        let Some(verb) = verb else { return naming.or_else(|| self.by_article(&clauses)) };
        let carried = inherited.or(self.last.as_ref()).cloned();
        let speaker = self.subject(&clauses, &verb, carried)?;
        let partial = !is_speech(&clauses, &verb);
        if partial && speaker.code.is_none() {
            return None;
        }
        let verb = self.text.slice(clauses.span_of(verb.from..verb.from + 1));
        Some(Attribution { speaker, verb })
    }

    /// `according to NAME`, when no verb of saying follows it.
    fn by_source(&mut self, clauses: &Clauses<'_>) -> Option<Speaker> {
        let found = |i: &usize| clauses.grammar.according.behind(&clauses.tokens, *i);
        let at = (0..clauses.tokens.len()).rev().find(|i| found(i) > 0)?;
        let spoken = speech(clauses).any(|t| {
            t.from > at && self.text.slice(clauses.span_of(t.from..t.from + 1)).len() > 2 && t.from + 4 > clauses.tokens.len()
        });
        if spoken { None } else { self.phrase_at(clauses, at + found(&at)) }
    }

    /// `In her view`: whoever spoke last.
    fn by_view(&self, clauses: &Clauses<'_>) -> Option<Speaker> {
        let says = |i: usize| clauses.grammar.view.behind(&clauses.tokens, i) > 0;
        self.person.clone().filter(|_| (0..clauses.tokens.len()).any(says))
    }

    /// `called the charge “…”`: whoever gives a thing a name.
    fn by_naming(&mut self, clauses: &Clauses<'_>) -> Option<Attribution> {
        let all = clauses.tokens.len();
        let at = (0..all).rev().find(|i| clauses.grammar.naming.behind(&clauses.tokens, *i) > 0)?;
        if clauses.clause(at) != clauses.clause(all.saturating_sub(1)) {
            return None;
        }
        let speaker = match self.language {
            Language::Ar => self.phrase_at(clauses, at + 1)?,
            Language::En => self.phrase_before(clauses, clauses.clause(at).start, at)?,
        };
        let verb = self.text.slice(clauses.span_of(at..at + 1));
        speaker.code.is_some().then_some(Attribution { speaker, verb })
    }

    /// `under its first article, “…”`: the words of the text itself.
    fn by_article(&self, clauses: &Clauses<'_>) -> Option<Attribution> {
        let near = clauses.tokens.len().saturating_sub(6)..clauses.tokens.len();
        let at = near.into_iter().find(|i| clauses.grammar.article.with_clitics(&clauses.tokens, *i).is_some())?;
        let noun = (0..clauses.tokens.len()).rev().find(|i| clauses.class_at(*i, "treaty").is_some());
        let named = noun.and_then(|i| self.text_speaker(clauses, i));
        let name = || self.text.slice(clauses.span_of(at..at + 1));
        let speaker = named.unwrap_or_else(|| Speaker { name: name(), is_text: true, ..Speaker::default() });
        Some(Attribution { speaker, verb: String::new() })
    }

    fn by_tail(&mut self, tail: Span) -> Option<Attribution> {
        if tail.is_empty() {
            return None;
        }
        let clauses = self.clauses(tail);
        let near = |t: &&Trigger| t.from <= 5;
        let verb = speech(&clauses).find(near)?.clone();
        let speaker = self.subject(&clauses, &verb, self.last.clone())?;
        let verb = self.text.slice(clauses.span_of(verb.from..verb.from + 1));
        Some(Attribution { speaker, verb })
    }

    /// The subject of a verb of saying.
    fn subject(&mut self, clauses: &Clauses<'_>, verb: &Trigger, carried: Option<Speaker>) -> Option<Speaker> {
        let after = self.phrase_at(clauses, verb.to);
        let before = || {
            let prior = clauses.verbs().filter(|t| t.from < verb.from).map(|t| t.to).max().unwrap_or(0);
            clauses.clause(verb.from).start.max(prior)
        };
        let pronoun = (verb.from.saturating_sub(2)..verb.to + 2).filter_map(|i| clauses.tokens.get(i));
        let carried = if pronoun.into_iter().any(|t| matches!(t.fold.as_str(), "he" | "she")) {
            self.person.clone().or(carried)
        } else {
            carried
        };
        match self.language {
            Language::Ar if verb.conjunction => {
                let topical = clauses.tokens.get(verb.from).is_some_and(|t| t.fold.starts_with('ف'));
                let found = after.or_else(|| self.earlier_subject(clauses, verb));
                let found = found.or_else(|| if topical { self.phrase_before(clauses, before(), verb.from) } else { None });
                found.or(carried)
            }
            Language::Ar => after.or_else(|| self.phrase_before(clauses, before(), verb.from)).or(carried),
            Language::En => {
                let from = before();
                self.phrase_before(clauses, from, verb.from).or_else(|| self.phrase_at(clauses, verb.to)).or(carried)
            }
        }
    }

    /// Arabic: `X expects …, and added`: the subject of the first verb of saying of the same sentence.
    fn earlier_subject(&mut self, clauses: &Clauses<'_>, verb: &Trigger) -> Option<Speaker> {
        let first = clauses.verbs().next().filter(|t| t.from < verb.from).cloned()?;
        self.phrase_at(clauses, first.to).filter(|s| s.is_person)
    }

    /// The speaker whose phrase begins at a token.
    fn phrase_at(&mut self, clauses: &Clauses<'_>, at: usize) -> Option<Speaker> {
        let at = at + clauses.grammar.determiner.at(&clauses.tokens, at);
        let at = at + clauses.grammar.honorific.at(&clauses.tokens, at);
        if clauses.walls.get(at)?.is_some() {
            return None;
        }
        if clauses.class_at(at, "treaty").is_some() {
            return self.text_speaker(clauses, at);
        }
        let party = clauses.parties.iter().find(|p| p.from == at && p.mark.is_none() && !p.place);
        match party {
            Some(p) if p.naming == Naming::Person || !clauses.is_role(at) => Some(self.of_party(p)),
            Some(p) => self.after_role(clauses, p),
            None => self.named_at(clauses, at),
        }
    }

    /// `the analyst NAME`: a role, then a name that no dictionary knows.
    fn after_role(&mut self, clauses: &Clauses<'_>, party: &Party) -> Option<Speaker> {
        let end = self.role_end(clauses, party.to);
        for at in [party.to, end] {
            let len = clauses.unknown_name(at, &self.finder);
            if len >= 1 && !clauses.is_role(at) {
                let role = clauses.span_of(party.from..at);
                return self.introduce(clauses, (at, at + len), Some(role), (party.from, at));
            }
        }
        Some(self.of_party(party))
    }

    /// The end of a role phrase: up to a comma, a wall or a verb.
    fn role_end(&self, clauses: &Clauses<'_>, from: usize) -> usize {
        let stop = |i: &usize| {
            let comma = clauses.tokens.get(*i).is_some_and(|t| t.is_mark(',') || t.is_mark('،'));
            let wall = matches!(clauses.walls.get(*i), Some(Some((w, _))) if *w != Wall::Relative);
            comma || wall
        };
        (from..clauses.tokens.len()).find(stop).unwrap_or(clauses.tokens.len())
    }

    fn named_at(&mut self, clauses: &Clauses<'_>, at: usize) -> Option<Speaker> {
        let len = clauses.unknown_name(at, &self.finder);
        let words = clauses.tokens.get(at..at + len)?;
        if words.is_empty() {
            return None;
        }
        if let Some(known) = self.people.find(words) {
            return Some(speaker_of(known));
        }
        let comma = clauses.tokens.get(at + len).is_some_and(|t| t.is_mark(',') || t.is_mark('،'));
        let follows = at + len + usize::from(comma);
        let who = comma && matches!(clauses.walls.get(follows), Some(Some((Wall::Relative, _))));
        let roled = comma && (follows..follows + 6).any(|i| clauses.is_role(i))
            || who
            || (follows..follows + 2).any(|i| clauses.is_role(i));
        if !roled && len < 2 {
            return None;
        }
        let end = if roled { self.role_end(clauses, follows) } else { follows };
        let role = roled.then(|| clauses.span_of(follows..end));
        self.introduce(clauses, (at, at + len), role, (follows, end))
    }

    fn phrase_before(&mut self, clauses: &Clauses<'_>, from: usize, to: usize) -> Option<Speaker> {
        for at in from..to {
            let named = clauses.parties.iter().any(|p| p.from <= at && at < p.to && p.from != at);
            if named {
                continue;
            }
            if let Some(speaker) = self.phrase_at(clauses, at) {
                let pronoun = clauses.tokens.get(from..at).unwrap_or_default().len() > 6;
                return Some(speaker).filter(|_| !pronoun);
            }
        }
        None
    }

    fn introduce(
        &mut self,
        clauses: &Clauses<'_>,
        name: (usize, usize),
        role: Option<Span>,
        words: (usize, usize),
    ) -> Option<Speaker> {
        let at = clauses.span_of(name.0..name.1);
        let known = Known {
            name: self.text.slice(at),
            code: clauses.role_code(words.0, words.1),
            role: role.map(|r| self.text.slice(r)),
            at,
        };
        Some(speaker_of(&self.people.meet(known)))
    }

    fn text_speaker(&self, clauses: &Clauses<'_>, at: usize) -> Option<Speaker> {
        let len = clauses.class_at(at, "treaty")?;
        let name = self.text.slice(clauses.span_of(at..at + len));
        Some(Speaker { code: None, name, role: None, is_text: true, is_person: false })
    }

    fn of_party(&self, party: &Party) -> Speaker {
        let role = (party.naming == Naming::Body).then(|| self.text.slice(party.span));
        let code = (!party.code.is_unknown()).then(|| party.code.clone());
        let is_person = party.naming == Naming::Person;
        Speaker { code, name: self.name_of(party), role, is_text: false, is_person }
    }

    fn name_of(&self, party: &Party) -> String {
        let table = ActorTable::builtin().ok();
        let person = party.person.as_ref().and_then(|slug| {
            let term = table?.terms().iter().find(|t| t.person == *slug)?;
            let names = if self.language == Language::Ar { &term.ar } else { &term.en };
            names.first().cloned()
        });
        person.unwrap_or_else(|| self.text.slice(party.span))
    }
}

fn speaker_of(known: &Known) -> Speaker {
    Speaker { code: known.code.clone(), name: known.name.clone(), role: known.role.clone(), is_text: false, is_person: true }
}

fn is_speech(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    clauses.frames.list.get(trigger.frame).is_some_and(|f| f.speech)
}

/// The verbs of saying, in order.
fn speech<'c>(clauses: &'c Clauses<'_>) -> impl Iterator<Item = &'c Trigger> {
    clauses.triggers.iter().filter(|t| matches!(t.part, Part::Verb(_)) && is_speech(clauses, t))
}

/// The verb whose words a partial quotation may be: the last event verb of the lead.
fn acting<'c>(clauses: &'c Clauses<'_>) -> Option<&'c Trigger> {
    let coded =
        |t: &&Trigger| {
            clauses.frames.list.get(t.frame).is_some_and(|f| {
                f.cameo.as_ref().is_some_and(|c| matches!(c.root(), "01" | "02" | "03" | "10" | "11" | "12" | "13"))
            })
        };
    clauses.verbs().filter(coded).last()
}
