//! The line from a page to its coding.

use std::collections::BTreeMap;

use detente_codebook::{Actor, ActorCode, ActorKind, ActorTable, Coding, Edtf, Gap, Language, Mention, Quote, Span, Text, Tie};
use jiff::civil::Date;

use crate::clause::Clauses;
use crate::conditional::conditionals;
use crate::event::{Found, Setting, events};
use crate::frame::{frames, giving};
use crate::hedge::hedges;
use crate::party::{Finder, Naming, Party};
use crate::people::People;
use crate::read::{Page, dates, segment};
use crate::statement::{Listener, Spoken};
use crate::tie;
use crate::transfer::transfers;
use crate::treaty::{Times, Treaties};

/// Codes a page. Coding never fails: what could not be coded stands among the gaps.
#[must_use]
pub fn code(page: &Page) -> Coding {
    Coder::new(page).code()
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
        let finder = Finder::new(language, day_of(page.published));
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
        }
    }

    fn code(mut self) -> Coding {
        self.hear();
        for sentence in segment(self.page) {
            self.sentence(sentence.span, sentence.heading);
        }
        self.title();
        self.finish()
    }

    /// Quotations first: they say who holds what the sentences say.
    fn hear(&mut self) {
        let mut listener = Listener::new(self.text, self.language, self.finder);
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
        let inside = self.spoken.iter().any(|s| s.span.start < span.start && span.start < s.span.end);
        let subject = self.subject.take();
        let events_of = frames(self.language);
        let clauses = Clauses::with(self.text, span, &self.finder, events_of, self.language, inside, subject.as_ref());
        self.mention(&clauses.parties);
        if heading {
            return;
        }
        let dates = dates::find_dates(self.text, span, self.language, self.page.published);
        let durations = dates::find_durations(self.text, span, self.language);
        let speaker = self.spoken.iter().find(|s| s.span.touches(span)).and_then(|s| s.speaker.as_ref()).map(|s| s.name.clone());
        let setting = Setting { speaker, dates, pair: self.pair.clone() };
        let found = events(self.text, &clauses, &setting);
        self.treaties.pair = last_pair(&found).or_else(|| self.pair.clone());
        self.treaties.read(self.text, &clauses, &Times { dates: &setting.dates, durations: &durations });
        self.gaps(&clauses, &found);
        self.pair = last_pair(&found).or(self.pair.take());
        tie::named(self.text, &clauses).into_iter().for_each(|t| tie::push(&mut self.out.ties, t));
        found.iter().filter_map(tie::of_event).for_each(|t| tie::push(&mut self.out.ties, t));
        self.found.extend(found);
        self.claims(span, inside, subject.as_ref());
        self.subject = clauses.topic();
    }

    /// What the sentence claims beside events: transfers, conditions, hedges.
    fn claims(&mut self, span: Span, inside: bool, subject: Option<&ActorCode>) {
        let giving = giving(self.language);
        let clauses = Clauses::with(self.text, span, &self.finder, giving, self.language, inside, subject);
        let given = transfers(self.text, &clauses, inside);
        self.out.transfers.extend(given);
        let holder = |at: Span| self.holder(at);
        let conditions = conditionals(self.text, span, self.language, &holder);
        let doubts = hedges(self.text, span, self.language, &holder);
        self.out.conditionals.extend(conditions);
        self.out.hedges.extend(doubts);
    }

    /// A verb that is known, with actors beside it, and no event: said, not hidden.
    fn gaps(&mut self, clauses: &Clauses<'_>, found: &[Found]) {
        let states = clauses.parties.iter().filter(|p| !p.code.is_unknown()).count();
        let coded = clauses.triggers.iter().any(|t| clauses.frames.list.get(t.frame).is_some_and(|f| f.cameo.is_some()));
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
        let clauses = Clauses::new(self.text, title, &self.finder, self.language, false);
        self.mention(&clauses.parties);
    }

    fn mention(&mut self, parties: &[Party]) {
        for party in parties.iter().filter(|p| !p.code.is_unknown() && p.naming != Naming::Pronoun) {
            let key = (party.code.clone(), party.person.clone());
            self.mentions.entry(key).or_default().push(party.span);
            // A role or a person of a state names the state too.
            if party.naming == Naming::Body && party.code.as_str().len() > 3 {
                self.mentions.entry((party.code.state(), None)).or_default().push(party.span);
            }
        }
    }

    fn finish(mut self) -> Coding {
        for (n, found) in self.found.iter().enumerate() {
            let mut event = found.event.clone();
            event.id = format!("e{}", n + 1);
            self.out.events.push(event);
        }
        self.out.treaties = std::mem::take(&mut self.treaties).finish();
        self.out.ties.sort_by_key(|t: &Tie| t.quote.start);
        self.out.actors = self.actors();
        self.out
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
