//! Events as they are shown: with their words, and with the lines of the dictionaries they rest on.

use detente_codebook::{CameoCode, Certainty, Edtf, Gap, Language, Plover, Quote, Span, Text, goldstein};
use serde::Serialize;

use super::clause::Clause;
use super::dictionary::Dictionaries;
use super::event::{Deed, Step};
use super::party::{Parties, Party};
use super::tree::{Relation, Small, Tree};
use crate::read::dates::find_dates;

/// An event coded by dictionaries. Its codes are those of the dictionaries, CAMEO or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coded {
    /// Its id within the sentence.
    pub id: String,
    /// The date, where the sentence has one alone.
    pub date: Option<Edtf>,
    /// Who acted.
    pub source: String,
    /// On whom; `---` where nobody is named.
    pub target: String,
    /// The code.
    pub cameo: String,
    /// The PLOVER type, where the code is a CAMEO code that has one.
    pub plover: Option<Plover>,
    /// Its standing in the text.
    pub certainty: Certainty,
    /// Who says so, when it is not the text itself.
    pub holder: Option<String>,
    /// The Goldstein score, where the code has one.
    pub goldstein: Option<f64>,
    /// The words it rests on.
    pub quote: Quote,
    /// The file and line of the pattern or verb, and its text.
    pub rule: String,
    /// The reasons.
    pub why: Why,
}

/// Why an event was coded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Why {
    /// The pattern, or the verb where no pattern fits.
    pub pattern: Entry,
    /// The word that is the verb.
    pub verb: Quote,
    /// The words that the pattern names.
    pub words: Vec<Quote>,
    /// The name and the roles that make up each side.
    pub source: Vec<Entry>,
    /// As `source`.
    pub target: Vec<Entry>,
    /// What was done to the code of the pattern: `negated`, `within` a verb, `transformed` by a line.
    pub steps: Vec<String>,
}

/// An entry of a dictionary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The file.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// The entry, or the words of the text that it names.
    pub text: String,
}

/// Shows the deeds of one sentence.
pub(super) struct Show<'a> {
    pub(super) dictionaries: &'a Dictionaries,
    pub(super) tree: &'a Tree<'a>,
    pub(super) parties: &'a Parties<'a>,
    pub(super) text: &'a Text,
    /// Where each word stands in the text.
    pub(super) spans: Vec<Span>,
    pub(super) published: Option<Edtf>,
    pub(super) language: Language,
}

impl Show<'_> {
    /// The events, numbered.
    pub(super) fn all(&self, deeds: &[Deed]) -> Vec<Coded> {
        if deeds.is_empty() {
            return Vec::new();
        }
        let date = self.date();
        deeds.iter().enumerate().filter_map(|(n, d)| self.one(n, d, date)).collect()
    }

    /// The date of a sentence that names one alone.
    fn date(&self) -> Option<Edtf> {
        match find_dates(self.text, self.whole(), self.language, self.published).as_slice() {
            [(_, date)] => Some(*date),
            _ => None,
        }
    }

    /// From the first to the last word of the sentence; all of the text where none is found in it.
    pub(super) fn whole(&self) -> Span {
        let placed = self.spans.iter().copied().filter(|s| !s.is_empty());
        placed.reduce(|a, b| a.to(b)).unwrap_or(Span::new(0, self.text.len()))
    }

    fn one(&self, number: usize, deed: &Deed, date: Option<Edtf>) -> Option<Coded> {
        let side = |p: &Option<Party>| p.as_ref().map_or_else(|| "---".to_owned(), |p| p.code.clone());
        let cameo = deed.code.parse::<CameoCode>().ok();
        let why = self.why(deed)?;
        let (certainty, holder) = self.standing(deed);
        Some(Coded {
            id: format!("e{}", number + 1),
            date,
            source: side(&deed.source),
            target: side(&deed.target),
            plover: cameo.as_ref().and_then(CameoCode::plover),
            goldstein: cameo.as_ref().and_then(goldstein),
            cameo: deed.code.clone(),
            certainty,
            holder,
            quote: self.quote(deed)?,
            rule: format!("{}:{} {}", why.pattern.file, why.pattern.line, why.pattern.text),
            why,
        })
    }

    /// That a discard list drops the sentence, by words from a place on.
    pub(super) fn gap(&self, (discard, at, len): (u32, usize, usize)) -> Option<Gap> {
        let discard = self.dictionaries.discards.get(discard as usize)?;
        let what = if discard.story { "story" } else { "sentence" };
        let file = self.dictionaries.file(discard.file);
        let reason = format!("{file}:{} drops the {what} by these words", discard.line);
        let words = self.spans.get(at..at + len)?.iter().copied().filter(|s| !s.is_empty());
        let span = words.reduce(|a, b| a.to(b)).unwrap_or(self.whole());
        self.text.quote(span).map(|quote| Gap { reason, quote })
    }

    fn span(&self, node: u32) -> Option<Span> {
        self.spans.get(node as usize).copied().filter(|s| !s.is_empty())
    }

    fn words(&self, nodes: impl Iterator<Item = u32>) -> Option<Quote> {
        let spans: Vec<Span> = nodes.filter_map(|n| self.span(n)).collect();
        let (from, to) = (spans.iter().map(|s| s.start).min()?, spans.iter().map(|s| s.end).max()?);
        self.text.quote(Span::new(from, to))
    }

    /// From the first to the last word of the sides, the verb and the pattern; the whole text where the
    /// parse does not say where its words stand.
    fn quote(&self, deed: &Deed) -> Option<Quote> {
        let sides = [&deed.source, &deed.target].into_iter().flatten().flat_map(Party::words);
        let fit = deed.clause.reading.fit.iter().flat_map(|f| f.words.iter().copied());
        let all: Vec<u32> = sides.chain(fit).chain([deed.clause.verb]).collect();
        self.words(all.into_iter()).or_else(|| self.text.quote(self.whole()))
    }

    fn why(&self, deed: &Deed) -> Option<Why> {
        let reading = &deed.clause.reading;
        let whole = || self.text.quote(self.whole());
        let one = |n: u32| self.words([n].into_iter());
        Some(Why {
            pattern: self.pattern(&deed.clause)?,
            verb: one(deed.clause.verb).or_else(whole)?,
            words: reading.fit.iter().flat_map(|f| f.words.iter().filter_map(|n| one(*n))).collect(),
            source: deed.source.iter().flat_map(|p| self.entries(p)).collect(),
            target: deed.target.iter().flat_map(|p| self.entries(p)).collect(),
            steps: self.steps(deed),
        })
    }

    fn pattern(&self, clause: &Clause) -> Option<Entry> {
        let reading = &clause.reading;
        let rule = reading.fit.as_ref().and_then(|f| self.dictionaries.rules.get(f.rule as usize));
        if let Some(rule) = rule {
            return Some(Entry {
                file: self.dictionaries.file(rule.file).to_owned(),
                line: rule.line,
                text: rule.text.to_string(),
            });
        }
        let verb = self.dictionaries.verbs.get(reading.verb? as usize)?;
        Some(Entry { file: self.dictionaries.file(verb.file).to_owned(), line: verb.line, text: verb.name.to_string() })
    }

    fn entries(&self, party: &Party) -> Vec<Entry> {
        let words = |from: u32, len: u32| self.words(from..from + len).map_or_else(String::new, |q| q.exact);
        let name = party.name.and_then(|n| {
            let (file, line) = self.parties.entry(&n)?;
            Some(Entry { file: self.dictionaries.file(file).to_owned(), line, text: words(n.from, n.len) })
        });
        let roles = party.roles.iter().filter_map(|r| {
            let role = self.dictionaries.roles.get(r.value as usize)?;
            Some(Entry { file: self.dictionaries.file(role.file).to_owned(), line: role.line, text: words(r.from, r.len) })
        });
        name.into_iter().chain(roles).collect()
    }

    fn steps(&self, deed: &Deed) -> Vec<String> {
        let negated = deed.clause.reading.negated.then(|| "negated".to_owned());
        let step = |s: &Step| match s {
            Step::Within { verb, code } => {
                let word = self.tree.parsed.form(*verb as usize);
                format!("within {word} [{code}]")
            }
            Step::Transformed { number, .. } => {
                let (line, file) = self.dictionaries.transformations.get(*number as usize).map_or((0, 0), |(t, f)| (t.line, *f));
                format!("transformed by {}:{line}", self.dictionaries.file(file))
            }
        };
        negated.into_iter().chain(deed.steps.iter().map(step)).collect()
    }

    /// What a clause under `if` says is hypothetical, what another says is reported, what `will` be is planned.
    fn standing(&self, deed: &Deed) -> (Certainty, Option<String>) {
        let verb = deed.clause.verb;
        let marked = |word: Small, relation: Relation| {
            self.tree.children(verb).iter().any(|c| self.tree.relation(*c) == relation && self.tree.says(*c, word))
        };
        let speaker = deed.steps.iter().find_map(|s| if let Step::Transformed { speaker, .. } = s { *speaker } else { None });
        if marked(Small::If, Relation::Mark) {
            (Certainty::Hypothetical, None)
        } else if let Some(noun) = speaker {
            (Certainty::Reported, self.words([noun].into_iter()).map(|q| q.exact))
        } else if marked(Small::Will, Relation::Auxiliary) {
            (Certainty::Planned, None)
        } else {
            (Certainty::Asserted, None)
        }
    }
}
