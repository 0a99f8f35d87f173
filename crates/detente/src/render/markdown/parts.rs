//! The parts of a brief as blocks of Markdown.

use detente_codebook::{Confidence, Language, Phrase, RecordId};
use detente_lens::{Arg, Forecast};

use super::escape::{address, code, plain};
use crate::brief::{Brief, ClaimView, Evidence, LensFinding};
use crate::render::label::{figures, kind, number, outcomes, runs, share, sign, signum, stance_name, symbol};
use crate::render::{label, picture, text};
use crate::words::date;

/// A sheet of Markdown that is being written.
pub(super) struct Sheet<'a> {
    pub(super) brief: &'a Brief,
    pub(super) language: Language,
    out: String,
}

impl<'a> Sheet<'a> {
    pub(super) const fn new(brief: &'a Brief, language: Language) -> Self {
        Self { brief, language, out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out.trim_end().to_owned() + "\n"
    }

    /// A block of its own.
    pub(super) fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    pub(super) fn say(&self, id: &str) -> String {
        label::label(id, self.language)
    }

    pub(super) fn heading(&mut self, level: usize, id: &str) {
        let text = self.say(id);
        self.line(&format!("{} {text}", "#".repeat(level)));
    }

    /// A command in a fence of its own; a fence longer than any in the command.
    pub(super) fn shell(&mut self, command: &str) {
        let longest = command.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.line(&format!("{fence}sh\n{}\n{fence}", crate::visible::shown(command).replace('\n', " ")));
    }

    fn phrase(&self, phrase: &Phrase) -> String {
        plain(phrase.get(self.language))
    }

    fn refs(&self, ids: &[RecordId]) -> String {
        let numbers: Vec<usize> = ids.iter().filter_map(|id| self.brief.number(id)).collect();
        let link = |n: usize| format!("[\\[{n}\\]](#evidence-{n})");
        let run = |(from, to): (usize, usize)| match to - from {
            0 => link(from),
            1 => format!("{} {}", link(from), link(to)),
            _ => format!("{}–{}", link(from), link(to)),
        };
        let mut out: Vec<String> = runs(&numbers).into_iter().map(run).collect();
        let missing = ids.iter().filter(|id| self.brief.number(id).is_none());
        out.extend(missing.map(|id| format!("{} ({})", code(&id.0), self.say("page-missing-evidence"))));
        out.join(" ")
    }

    fn sign(&self, value: Option<i8>) -> String {
        format!("{} {}", plain(symbol(value)), sign(value, self.language))
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let mut out = row(head) + &row(&vec!["---".to_owned(); head.len()]);
        out.extend(rows.iter().map(|r| row(r)));
        self.line(out.trim_end());
    }

    fn labels(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.say(id)).collect()
    }

    pub(super) fn answer(&mut self) {
        if self.brief.question.is_none() {
            return;
        }
        self.heading(2, "page-answer");
        if self.brief.answer.is_empty() {
            let none = self.say("page-no-answer");
            self.line(&none);
        }
        for sentence in &self.brief.answer {
            let claims: Vec<String> = sentence.claims.iter().map(|c| self.claim_link(c)).collect();
            let basis = if claims.is_empty() { String::new() } else { format!(" ({})", claims.join(" · ")) };
            let text = self.phrase(&sentence.text);
            self.line(&format!("> {text}{basis}"));
        }
    }

    fn claim_link(&self, id: &str) -> String {
        match self.brief.claim(id) {
            Some(_) => format!("[{}](#{})", plain(id), text::anchor("claim", id)),
            None => code(id),
        }
    }

    pub(super) fn compare(&mut self) {
        let (Some(asking), Some(view)) = (&self.brief.question, &self.brief.network) else { return };
        self.heading(2, "page-compare");
        let rows = picture::related(view, asking).into_iter().map(|r| {
            let name = plain(&label::dyad(&r.dyad, self.language));
            vec![name, self.sign(r.before), self.sign(r.after), self.refs(r.evidence)]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let head = self.labels(&["page-relation", "page-as-is", "page-as-supposed", "page-evidence-for-claim"]);
        self.table(&head, &rows);
    }

    pub(super) fn synthesis(&mut self) {
        if self.brief.question.is_none() {
            return;
        }
        self.heading(2, "page-synthesis");
        let synthesis = &self.brief.synthesis;
        let note = self.phrase(&synthesis.note);
        match &synthesis.forecast {
            Some(forecast) => {
                self.forecast(forecast);
                self.line(&note);
            }
            None => self.line(&format!("**{}** {note}", self.say("page-cannot-say"))),
        }
        if !synthesis.weights.is_empty() {
            let rows: Vec<Vec<String>> = synthesis.weights.iter().map(|(l, w)| vec![code(l), number(*w)]).collect();
            let head = self.labels(&["page-lens", "page-weight"]);
            self.table(&head, &rows);
        }
        if let Some(disagreement) = &synthesis.disagreement {
            self.heading(3, "page-disagreement");
            let text = self.phrase(disagreement);
            self.line(&text);
        }
    }

    fn forecast(&mut self, forecast: &Forecast) {
        let outcomes = outcomes(forecast);
        let head: Vec<String> = outcomes.iter().map(|(o, _)| self.say(&format!("page-forecast-{o}"))).collect();
        let row = outcomes.iter().map(|(_, p)| share(*p, self.language)).collect();
        self.table(&head, &[row]);
    }

    pub(super) fn findings(&mut self) {
        if self.brief.findings.is_empty() {
            return;
        }
        self.heading(2, "page-findings");
        for finding in &self.brief.findings {
            self.lens(finding);
        }
    }

    fn lens(&mut self, finding: &LensFinding) {
        let title = [("lens", Arg::Phrase(finding.title.clone()))];
        let title = plain(&label::with("lens-heading", &title, self.language));
        let title = format!("### {title} {}", code(&finding.lens));
        self.line(&title);
        if !finding.grounds {
            let none = self.say("page-no-grounds");
            self.line(&none);
        }
        if let Some(forecast) = &finding.forecast {
            self.forecast(forecast);
        }
        if let Some(n) = finding.n {
            self.line(&label::with("page-lens-n", &[("count", Arg::Count(n))], self.language));
        }
        for claim in &finding.claims {
            self.claim(claim);
        }
        self.apparatus(finding);
    }

    fn claim(&mut self, claim: &ClaimView) {
        let stance = self.say(&format!("page-stance-{}", stance_name(claim.stance)));
        let mut facts = vec![format!("**{stance}**")];
        facts.extend(figures(claim, self.language).iter().map(|f| plain(f)));
        facts.push(code(&claim.id));
        let anchor = format!("<a id=\"{}\"></a>", text::anchor("claim", &claim.id));
        let (words, refs) = (self.phrase(&claim.text), self.refs(&claim.evidence));
        self.line(&format!("- {anchor}{words} {refs}  \n  {}", facts.join(" · ")));
    }

    fn apparatus(&mut self, finding: &LensFinding) {
        if !finding.assumptions.is_empty() {
            self.heading(4, "page-assumptions");
            self.items(&finding.assumptions);
        }
        if finding.method != Phrase::default() {
            self.heading(4, "page-method");
            let method = self.phrase(&finding.method);
            self.line(&method);
        }
    }

    fn items(&mut self, phrases: &[Phrase]) {
        let items: Vec<String> = phrases.iter().map(|p| format!("- {}", self.phrase(p))).collect();
        self.line(&items.join("\n"));
    }

    pub(super) fn unknown(&mut self) {
        if self.brief.unknown.is_empty() {
            return;
        }
        self.heading(2, "page-unknown");
        self.items(&self.brief.unknown);
    }

    pub(super) fn network(&mut self) {
        let Some(view) = self.brief.network.as_ref().filter(|v| !v.actors.is_empty()) else { return };
        self.heading(2, "page-network");
        self.line(&picture::network_summary(view, self.language));
        let row = |t: &crate::brief::TieView| {
            let name = plain(&label::dyad(&t.dyad, self.language));
            vec![name, self.sign(Some(t.before)), self.sign(Some(t.after)), self.refs(&t.evidence)]
        };
        let rows: Vec<Vec<String>> = view.ties.iter().map(row).collect();
        let head = self.labels(&["page-relation", "page-as-is", "page-as-supposed", "page-evidence-for-claim"]);
        self.table(&head, &rows);
    }

    pub(super) fn timeline(&mut self) {
        if self.brief.timeline.is_empty() {
            return;
        }
        self.heading(2, "page-timeline");
        let row = |m: &crate::brief::Moment| {
            let what = format!("{} {}", self.phrase(&m.text), self.refs(std::slice::from_ref(&m.evidence)));
            vec![date(m.date, self.language), what, self.sign(Some(signum(m.sign)))]
        };
        let rows: Vec<Vec<String>> = self.brief.timeline.iter().map(row).collect();
        let head = self.labels(&["page-when", "page-what", "page-sign"]);
        self.table(&head, &rows);
    }

    pub(super) fn reading(&mut self) {
        if self.brief.article.is_none() || self.brief.reading.is_empty() {
            return;
        }
        self.heading(2, "page-reading");
        for (n, item) in self.brief.reading.iter().enumerate() {
            let head = format!("**{}** {}", kind(&item.kind, self.language), self.phrase(&item.text));
            let quote = format!("> {}", plain(&item.quote.exact));
            self.entry(n + 1, &[head, quote, code(&item.id.0)]);
        }
    }

    /// An entry of a numbered list; its later blocks stand under its first word.
    fn entry(&mut self, n: usize, blocks: &[String]) {
        let indent = " ".repeat(n.to_string().len() + 2);
        self.line(&format!("{n}. {}", blocks.join(&format!("\n\n{indent}"))));
    }

    pub(super) fn evidence(&mut self) {
        self.heading(2, "page-evidence");
        if self.brief.evidence.is_empty() {
            let none = self.say("page-evidence-none");
            self.line(&none);
        }
        for (n, record) in self.brief.evidence.iter().enumerate() {
            self.record(n + 1, record);
        }
    }

    fn record(&mut self, n: usize, record: &Evidence) {
        let kind = kind(&record.kind, self.language);
        let mut blocks = vec![format!("<a id=\"evidence-{n}\"></a>**{kind}** {}", self.phrase(&record.text))];
        blocks.extend(record.quote.as_ref().map(|quote| format!("> {}", around(record, &quote.exact))));
        blocks.push(self.source(record));
        self.entry(n, &blocks);
    }

    fn source(&self, record: &Evidence) -> String {
        let seen = match record.confidence {
            Confidence::Cited => "page-confidence-cited",
            Confidence::Recalled => "page-confidence-recalled",
        };
        let dated = |d| label::with("page-date-of", &[("date", Arg::Date(d))], self.language);
        let mut parts = vec![format!("{}: {}", self.say("page-source"), plain(&record.source.title))];
        parts.extend(record.source.date.map(dated));
        parts.extend(record.source.url.iter().map(|u| address(u)));
        parts.push(self.say(seen));
        parts.push(code(&record.id.0));
        parts.extend(record.source.digest.iter().map(|d| format!("{} {}", self.say("page-digest"), code(d))));
        parts.join(" · ")
    }
}

/// The very words in bold between their surroundings.
fn around(record: &Evidence, exact: &str) -> String {
    let Some(a) = &record.selector else { return plain(exact) };
    let (before, after) = (plain(a.prefix.trim_start()), plain(a.suffix.trim_end()));
    format!("… {before}**{}**{after} …", plain(exact))
}
