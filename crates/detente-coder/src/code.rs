//! The line from a page to its coding.

use std::collections::BTreeMap;
use std::rc::Rc;

use detente_codebook::{
    Actor, ActorCode, ActorKind, ActorTable, Coding, Document, Edtf, Event, Gap, Language, Mention, Quote, Span, Text, Tie,
};
use jiff::civil::Date;

use crate::clause::{Clauses, Given};
use crate::conditional::conditionals;
use crate::conllu::Parsed;
use crate::event::{Found, Setting, events};
use crate::explain::{Reasons, reasons};
use crate::frame::{frames, giving};
use crate::hedge::hedges;
use crate::long::{MOST_LISTED, parts};
use crate::merge::merged;
use crate::party::{Finder, Naming, Party};
use crate::people::People;
use crate::read::{Page, Paragraph, Sentence, dates, segment};
use crate::signature::signatures;
use crate::statement::{Listener, Spoken};
use crate::tie;
use crate::token::tokens;
use crate::transfer::{Before, transfers};
use crate::treaty::{Times, Treaties};

/// Codes a page. Coding never fails: what could not be coded stands among the gaps.
#[must_use]
pub fn code(page: &Page) -> Coding {
    Coder::new(page).code()
}

/// Codes a text that stands alone, such as one sentence of a corpus: its events and gaps.
///
/// Nothing of it is a title or a heading, and what an article holds beside events is left out. The
/// language is told from the letters when it is not given; `published` resolves dates that count
/// from the day of writing.
#[must_use]
pub fn code_events(text: &str, language: Option<Language>, published: Option<Edtf>) -> Coding {
    Coder::new(&plain_page(text, language, published)).events_only()
}

/// As [`code_events`], for one sentence whose parse is given.
#[must_use]
pub fn code_parsed(parsed: &Parsed, language: Option<Language>, published: Option<Edtf>) -> Coding {
    let page = plain_page(&parsed.text, language, published);
    let mut coder = Coder::new(&page);
    coder.parse = Some(Rc::new(parsed.clone()));
    coder.events_only()
}

/// A text as a page of one paragraph.
fn plain_page(text: &str, language: Option<Language>, published: Option<Edtf>) -> Page {
    let text = Text::new(text);
    let language = language.unwrap_or_else(|| written_in(text.as_str()));
    let span = text.trim(Span::new(0, text.len()));
    let document = Document { language, body: Some(span), ..Document::default() };
    let paragraphs = vec![Paragraph { span, heading: false }];
    Page { text, document, published, paragraphs, ..Page::default() }
}

/// As [`code_events`], with the reasons for each sentence instead of the events alone.
#[must_use]
pub fn explain(text: &str, language: Option<Language>, published: Option<Edtf>) -> Vec<Reasons> {
    explain_page(&plain_page(text, language, published))
}

/// The reasons for each sentence of a page.
#[must_use]
pub fn explain_page(page: &Page) -> Vec<Reasons> {
    let mut coder = Coder::new(page);
    coder.hear();
    let mut out = Vec::new();
    for sentence in coder.sentences().into_iter().filter(|s| !s.heading) {
        let (clauses, found, setting) = coder.events_of(sentence.span);
        out.extend(reasons(&page.text, &clauses, &found));
        coder.remember(&clauses, found, setting);
    }
    out
}

/// The language that most letters belong to.
fn written_in(text: &str) -> Language {
    let arabic = text.chars().filter(|c| ('\u{0600}'..='\u{06FF}').contains(c)).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if arabic > latin { Language::Ar } else { Language::En }
}

struct Coder<'a> {
    page: &'a Page,
    text: &'a Text,
    language: Language,
    finder: Finder<'a>,
    spoken: Vec<Spoken>,
    people: People,
    out: Coding,
    found: Vec<Found>,
    mentions: BTreeMap<(ActorCode, Option<String>), Vec<Span>>,
    treaties: Treaties,
    pair: Option<(ActorCode, ActorCode)>,
    subject: Option<ActorCode>,
    past: Vec<Event>,
    open: bool,
    parse: Option<Rc<Parsed>>,
}

/// The two states of the last event of a sentence.
fn last_pair(found: &[Found]) -> Option<(ActorCode, ActorCode)> {
    let states = |f: &Found| (f.event.source.state(), f.event.target.state());
    found.iter().rev().map(states).find(|(a, b)| a != b)
}

fn day_of(date: Option<Edtf>) -> Option<Date> {
    date.and_then(Edtf::last)
}

impl<'a> Coder<'a> {
    fn new(page: &'a Page) -> Self {
        let language = page.document.language;
        let body = page.document.body.unwrap_or(Span::new(0, page.text.len()));
        let finder = Finder::new(language, day_of(page.published));
        let finder = if page.paragraphs.len() > 1 { finder.knowing(&tokens(&page.text, body)) } else { finder };
        let out = Coding { document: page.document.clone(), furniture: page.furniture.clone(), ..Coding::default() };
        let (people, treaties) = (People::default(), Treaties::default());
        Self {
            page,
            text: &page.text,
            language,
            finder,
            spoken: Vec::new(),
            people,
            out,
            found: Vec::new(),
            mentions: BTreeMap::new(),
            treaties,
            pair: None,
            subject: None,
            past: Vec::new(),
            open: false,
            parse: None,
        }
    }

    fn code(mut self) -> Coding {
        self.hear();
        for sentence in self.sentences() {
            self.sentence(sentence.span, sentence.heading);
        }
        self.title();
        self.finish()
    }

    fn events_only(mut self) -> Coding {
        self.open = true;
        if self.text.as_str().contains(['“', '"', '«', '„']) {
            self.hear();
        }
        for sentence in self.sentences() {
            let (clauses, found, setting) = self.events_of(sentence.span);
            self.remember(&clauses, found, setting);
        }
        self.out.document = Document::default();
        self.number_events();
        self.out
    }

    /// The sentences; one that is too long to be read at once is read in parts, which stands among the gaps.
    fn sentences(&mut self) -> Vec<Sentence> {
        let mut out = Vec::new();
        for sentence in segment(self.page) {
            let parts = if self.parse.is_some() { vec![sentence.span] } else { parts(self.text, sentence.span) };
            if let [first, _, ..] = parts.as_slice() {
                let reason = format!("a sentence of {} letters, read in {} parts", sentence.span.len(), parts.len());
                self.out.gaps.extend(self.text.quote(*first).map(|quote| Gap { reason, quote }));
            }
            out.extend(parts.into_iter().map(|span| Sentence { span, ..sentence }));
        }
        out
    }

    /// Quotations first: they say who holds what the sentences say.
    fn hear(&mut self) {
        let mut listener = Listener::new(self.text, self.language, self.finder.clone());
        for paragraph in self.page.paragraphs.iter().filter(|p| !p.heading) {
            self.spoken.extend(listener.hear(paragraph.span));
        }
        self.people = listener.people;
        self.out.statements = self.spoken.iter().filter_map(|s| s.statement.clone()).collect();
    }

    fn holder(&self, at: Span) -> String {
        let speaker = self.spoken.iter().find(|s| s.span.holds(at)).and_then(|s| s.speaker.as_ref());
        speaker.map_or_else(|| "article".to_owned(), |s| s.name.clone())
    }

    fn sentence(&mut self, span: Span, heading: bool) {
        if heading {
            return self.heading(span);
        }
        let subject = self.subject.clone();
        let (clauses, found, setting) = self.events_of(span);
        self.mention(&clauses.parties);
        let durations = dates::durations_among(self.text, &clauses.tokens, self.language);
        let signed = signatures(&clauses, &found);
        self.treaties.read(self.text, &clauses, &Times { dates: &setting.dates, durations: &durations }, &signed);
        tie::named(self.text, &clauses).into_iter().for_each(|t| tie::push(&mut self.out.ties, t));
        found.iter().filter_map(tie::of_event).for_each(|t| tie::push(&mut self.out.ties, t));
        self.remember(&clauses, found, setting);
        self.claims(span, subject.as_ref());
    }

    /// A heading or a title names actors and tells no events.
    fn heading(&mut self, span: Span) {
        let clauses = Clauses::new(self.text, span, &self.finder, self.language, false);
        self.mention(&clauses.parties);
    }

    /// The events of one sentence, with what they were read from.
    fn events_of(&mut self, span: Span) -> (Clauses<'static>, Vec<Found>, Setting) {
        let (inside, subject) = (self.is_inside(span), self.subject.take());
        let frames = frames(self.language);
        let given = Given { subject, parse: self.parse.clone() };
        let clauses = Clauses::with(self.text, span, &self.finder, frames, self.language, inside, given);
        let coded = clauses.triggers.iter().any(|t| frames.list.get(t.frame).is_some_and(|f| f.cameo.is_some()));
        let dates = if coded || !self.open {
            dates::dates_among(self.text, &clauses.tokens, self.language, self.page.published)
        } else {
            Vec::new()
        };
        let speaker = self.spoken.iter().find(|s| s.span.touches(span)).and_then(|s| s.speaker.as_ref()).map(|s| s.name.clone());
        let past = std::mem::take(&mut self.past);
        let (open, treaties) = (self.open, self.treaties.known());
        let setting = Setting { speaker, dates, pair: self.pair.clone(), past, open, treaties };
        let found = events(self.text, &clauses, &setting);
        (clauses, found, setting)
    }

    /// Whether a quotation is open where a sentence begins.
    fn is_inside(&self, span: Span) -> bool {
        self.spoken.iter().any(|s| s.span.start < span.start && span.start < s.span.end)
    }

    /// Keeps the events, and what the next sentence may refer to.
    fn remember(&mut self, clauses: &Clauses<'_>, found: Vec<Found>, setting: Setting) {
        self.gaps(clauses, &found);
        self.pair = last_pair(&found).or(self.pair.take());
        self.past = if found.is_empty() { setting.past } else { found.iter().map(|f| f.event.clone()).collect() };
        self.subject = clauses.topic();
        self.found.extend(found);
    }

    /// What the sentence claims beside events: transfers, conditions, hedges.
    fn claims(&mut self, span: Span, subject: Option<&ActorCode>) {
        let inside = self.is_inside(span);
        let giving = giving(self.language);
        let given = Given { subject: subject.cloned(), parse: None };
        let clauses = Clauses::with(self.text, span, &self.finder, giving, self.language, inside, given);
        let given = transfers(self.text, &clauses, inside, Before { last: self.out.transfers.last(), subject });
        self.out.transfers.extend(given);
        let holder = |at: Span| self.holder(at);
        let conditions = conditionals(self.text, span, self.language, &holder);
        let doubts = hedges(self.text, span, self.language, &holder);
        self.out.conditionals.extend(conditions);
        self.out.hedges.extend(doubts);
    }

    /// A verb that is known, with actors beside it, and no event: said, not hidden.
    fn gaps(&mut self, clauses: &Clauses<'_>, found: &[Found]) {
        let states = clauses.parties.iter().filter(|p| !p.code.is_unknown() && !p.site).count();
        let coded = clauses.triggers.iter().any(|t| clauses.frames.list.get(t.frame).is_some_and(|f| f.cameo.is_some()));
        let listed = clauses.filled.iter().map(|s| s.sources.len().max(s.targets.len())).max().unwrap_or(0);
        if listed > MOST_LISTED {
            let reason = format!("a list of {listed} actors, of which the first {MOST_LISTED} are coded");
            self.out.gaps.extend(self.text.quote(clauses.span).map(|quote| Gap { reason, quote }));
        }
        if states >= 2 && found.is_empty() {
            let reason = if coded {
                "an event verb whose source or target is not certain"
            } else {
                "two actors and no event verb that is known"
            };
            self.out.gaps.extend(self.text.quote(clauses.span).map(|quote| Gap { reason: reason.to_owned(), quote }));
        }
    }

    /// Actors named in the title count as mentioned.
    fn title(&mut self) {
        let Some(title) = self.page.document.title.as_ref().map(Quote::span) else { return };
        self.heading(title);
    }

    fn mention(&mut self, parties: &[Party]) {
        for party in parties.iter().filter(|p| !p.code.is_unknown() && p.naming != Naming::Pronoun && !p.site) {
            let key = (party.code.clone(), party.person.clone());
            self.mentions.entry(key).or_default().push(party.span);
            // A body of an organisation names the organisation too.
            let parent = party.code.as_str().get(..6).filter(|p| party.code.is_organisation() && *p != party.code.as_str());
            if let Some(parent) = parent.and_then(|p| p.parse::<ActorCode>().ok()) {
                self.mentions.entry((parent, None)).or_default().push(party.span);
            }
            // A role or a person of a state names the state too.
            if party.naming == Naming::Body && party.code.as_str().len() > 3 {
                self.mentions.entry((party.code.state(), None)).or_default().push(party.span);
            }
        }
    }

    fn finish(mut self) -> Coding {
        self.number_events();
        self.out.treaties = std::mem::take(&mut self.treaties).finish();
        self.out.ties.sort_by_key(|t: &Tie| t.quote.start);
        self.out.actors = self.actors();
        self.out
    }

    fn number_events(&mut self) {
        self.out.events = merged(std::mem::take(&mut self.found));
    }

    fn actors(&self) -> Vec<Mention> {
        let mut out: Vec<Mention> =
            self.mentions.iter().filter_map(|((code, person), spans)| self.actor(code, person.as_deref(), spans)).collect();
        let body = self.page.document.body.unwrap_or(Span::new(0, self.text.len()));
        for known in &self.people.list {
            let Some(code) = known.code.clone() else { continue };
            let mut spans = self.people.mentions(self.text, body, known);
            spans.sort();
            spans.dedup();
            out.extend(self.mention_of(code, ActorKind::Person, known.name.clone(), &spans));
        }
        out.sort_by_key(|m| m.mentions.first().map_or(0, |q| q.start));
        out
    }

    fn actor(&self, code: &ActorCode, person: Option<&str>, spans: &[Span]) -> Option<Mention> {
        let table = ActorTable::builtin().ok()?;
        if let Some(slug) = person {
            let term = table.terms().iter().find(|t| t.person == slug)?;
            let names = if self.language == Language::Ar { &term.ar } else { &term.en };
            return self.mention_of(code.clone(), ActorKind::Person, names.first()?.clone(), spans);
        }
        let kind = table.get(code).map_or(ActorKind::Group, |a: &Actor| a.kind);
        let kind = if code.as_str().len() > 3 && kind == ActorKind::State { ActorKind::Group } else { kind };
        self.mention_of(code.clone(), kind, table.name(code, self.language), spans)
    }

    fn mention_of(&self, code: ActorCode, kind: ActorKind, name: String, spans: &[Span]) -> Option<Mention> {
        let mentions: Vec<Quote> = spans.iter().filter_map(|s| self.text.quote(*s)).collect();
        (!mentions.is_empty()).then_some(Mention { code, kind, name, mentions })
    }
}
