//! One brief in one language, and the small parts that all its sections share.

use detente_codebook::{Language, Phrase, RecordId};
use detente_lens::Arg;
use maud::{Markup, html};

use super::words;
use crate::brief::Brief;
use crate::render::{label, text};

/// A brief and the language in which it is shown.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) brief: &'a Brief,
    pub(super) language: Language,
    /// The address of the captured text behind a record, on a site that has it.
    pub(super) captured: Option<super::Captured<'a>>,
}

impl Page<'_> {
    /// A label of the page.
    pub(super) fn say(self, id: &str) -> String {
        label::label(id, self.language)
    }

    /// A label with one argument.
    pub(super) fn say_with(self, id: &str, name: &str, arg: Arg) -> String {
        label::with(id, &[(name, arg)], self.language)
    }

    /// A sentence of the brief.
    pub(super) fn phrase(self, phrase: &Phrase) -> Markup {
        words::prose(phrase.get(self.language), self.language)
    }

    /// Words of others, in whatever language they are.
    pub(super) fn data(self, text: &str) -> Markup {
        words::data(text, self.language)
    }

    /// The numbers of some records, each a link to its entry in the list of evidence; of a run of
    /// three or more the first and the last.
    pub(super) fn refs(self, ids: &[RecordId]) -> Markup {
        let numbers: Vec<usize> = ids.iter().filter_map(|id| self.brief.number(id)).collect();
        let missing: Vec<&RecordId> = ids.iter().filter(|id| self.brief.number(id).is_none()).collect();
        html! {
            @if !ids.is_empty() { span.refs {
                @for (from, to) in label::runs(&numbers) { " " (self.run(from, to)) }
                @for id in missing { " " span.missing { (words::code(&id.0)) " (" (self.say("page-missing-evidence")) ")" } }
            } }
        }
    }

    fn run(self, from: usize, to: usize) -> Markup {
        html! { (self.numbered(from)) @if to > from + 1 { "–" } @else if to > from { " " } @if to > from { (self.numbered(to)) } }
    }

    fn numbered(self, number: usize) -> Markup {
        let name = format!("{} {number}", self.say("page-evidence-for-claim"));
        html! { a href=(format!("#evidence-{number}")) aria-label=(name) { "[" (number) "]" } }
    }

    /// A link to a claim under its number on the page.
    pub(super) fn claim_link(self, id: &str) -> Markup {
        let shown = match self.claim_number(id) {
            Some(number) => format!("{} {number}", self.say("page-claim-id")),
            None => return words::code(id),
        };
        html! { a href=(format!("#{}", text::anchor("claim", id))) { (shown) } }
    }

    /// The number of a claim, counted through all lenses.
    pub(super) fn claim_number(self, id: &str) -> Option<usize> {
        self.brief.findings.iter().flat_map(|f| &f.claims).position(|c| c.id == id).map(|n| n + 1)
    }

    /// The ids of the claims that cite a record.
    pub(super) fn citing(&self, id: &RecordId) -> Vec<&str> {
        let claims = self.brief.findings.iter().flat_map(|f| &f.claims);
        claims.filter(|c| c.evidence.contains(id)).map(|c| c.id.as_str()).collect()
    }

    /// A sign by its symbol and its word.
    pub(super) fn sign(self, sign: Option<i8>) -> Markup {
        html! {
            span class=(format!("sign sign-{}", label::sign_name(sign))) {
                span.symbol aria-hidden="true" { (label::symbol(sign)) } " " (label::sign(sign, self.language))
            }
        }
    }

    /// A section with its heading, which is also its name in the contents.
    pub(super) fn section(self, id: &str, title: &str, body: &Markup) -> Markup {
        html! {
            section id=(id) aria-labelledby=(format!("{id}-heading")) {
                h2 id=(format!("{id}-heading")) { (self.say(title)) }
                (body)
            }
        }
    }
}

/// A box that scrolls by itself when its content is wider than the page; keyboards reach it.
pub(super) fn scrolling(name: &str, body: &Markup) -> Markup {
    html! { div.scroll role="group" tabindex="0" aria-label=(name) { (body) } }
}
