//! The brief for a terminal: plain lines, headings in bold, Arabic on lines of its own.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use detente_codebook::{Language, RecordId};
use detente_lens::{Arg, Message, Stance};

use crate::brief::{Brief, ClaimView, LensFinding};
use crate::visible::shown;
use crate::words::{date, label, say};

/// How many columns a line may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width(pub usize);

impl Default for Width {
    fn default() -> Self {
        Self(100)
    }
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const FOR: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));
const AGAINST: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan)));

/// How many pieces of evidence are listed; the other forms of a brief list all.
const MOST_EVIDENCE: usize = 40;

/// The brief as lines for a terminal, with colours that the caller may strip.
#[must_use]
pub fn terminal(brief: &Brief, language: Language, width: Width) -> String {
    let mut page = Page { out: String::new(), language, width: width.0.max(40) };
    page.head(brief);
    page.question(brief);
    page.answer(brief);
    page.synthesis(brief);
    brief.findings.iter().for_each(|f| page.lens(brief, f));
    page.unknown(brief);
    page.raised(brief);
    page.reading(brief);
    page.evidence(brief);
    page.foot(brief);
    page.out
}

struct Page {
    out: String,
    language: Language,
    width: usize,
}

impl Page {
    fn line(&mut self, indent: usize, style: Style, text: &str) {
        for row in wrapped(&shown(text), self.width.saturating_sub(indent)) {
            let _ = writeln!(self.out, "{:indent$}{style}{row}{style:#}", "");
        }
    }

    fn plain(&mut self, indent: usize, text: &str) {
        self.line(indent, Style::new(), text);
    }

    fn heading(&mut self, id: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(0, BOLD, &label(id, self.language));
    }

    fn head(&mut self, brief: &Brief) {
        let Some(head) = &brief.article else { return };
        self.line(0, BOLD, &head.title);
        let byline = head.byline.clone();
        let parts = [head.published.map(|d| date(d, self.language)), byline, head.url.clone()];
        parts.into_iter().flatten().for_each(|part| self.line(0, DIM, &part));
    }

    fn question(&mut self, brief: &Brief) {
        let Some(q) = &brief.question else { return };
        self.heading("label-question");
        self.plain(2, q.restated.get(self.language));
        let direction = crate::question::word(q.shift.direction);
        let formal = format!("{}:{direction} → {}  {}  +{}y", q.shift.dyad, q.target, q.as_of, q.horizon_years);
        self.line(2, DIM, &formal);
    }

    fn answer(&mut self, brief: &Brief) {
        if brief.answer.is_empty() {
            return;
        }
        self.heading("label-answer");
        for sentence in &brief.answer {
            self.plain(2, sentence.text.get(self.language));
            if !sentence.claims.is_empty() {
                self.line(4, DIM, &sentence.claims.join(", "));
            }
        }
    }

    fn synthesis(&mut self, brief: &Brief) {
        self.heading("label-synthesis");
        if let Some(f) = brief.synthesis.forecast {
            let message = Message::new("forecast")
                .with("worsens", Arg::Share(f.worsens))
                .with("holds", Arg::Share(f.holds))
                .with("improves", Arg::Share(f.improves));
            self.plain(2, &say(&message, self.language));
            for (lens, weight) in &brief.synthesis.weights {
                self.line(4, DIM, &format!("{lens} {weight:.3}"));
            }
        }
        self.plain(2, brief.synthesis.note.get(self.language));
        if let Some(disagreement) = &brief.synthesis.disagreement {
            self.plain(2, disagreement.get(self.language));
        }
    }

    fn lens(&mut self, brief: &Brief, finding: &LensFinding) {
        self.out.push('\n');
        let title = Message::new("lens-heading").with("lens", Arg::Phrase(finding.title.clone()));
        self.line(0, BOLD, &say(&title, self.language));
        if !finding.grounds {
            self.plain(2, &label("lens-no-grounds", self.language));
        }
        finding.claims.iter().for_each(|c| self.claim(brief, c));
        for assumption in &finding.assumptions {
            let words = format!("{} {}", label("why-assumes", self.language), assumption.get(self.language));
            self.line(2, DIM, &words);
        }
        let method = format!("{} {}", label("why-method", self.language), finding.method.get(self.language));
        self.line(2, DIM, &method);
    }

    fn claim(&mut self, brief: &Brief, claim: &ClaimView) {
        let (style, mark) = match claim.stance {
            Stance::For => (FOR, "stance-for"),
            Stance::Against => (AGAINST, "stance-against"),
            Stance::Neither => (Style::new(), "stance-neither"),
        };
        self.line(2, style, &format!("{} {}", label(mark, self.language), claim.text.get(self.language)));
        let numbers = cited(brief, &claim.evidence);
        self.line(4, DIM, &format!("{}  {numbers}", claim.id));
    }

    fn unknown(&mut self, brief: &Brief) {
        if brief.unknown.is_empty() {
            return;
        }
        self.heading("label-unknown");
        brief.unknown.iter().for_each(|u| self.plain(2, u.get(self.language)));
    }

    fn raised(&mut self, brief: &Brief) {
        if brief.questions.is_empty() {
            return;
        }
        self.heading("label-questions");
        for q in &brief.questions {
            self.plain(2, q.text.get(self.language));
            let direction = crate::question::word(q.shift.direction);
            self.line(4, DIM, &format!("detente ask --shift {}:{direction} --on {}", q.shift.dyad, q.target));
        }
    }

    /// What was coded, when the article asks nothing; else the evidence says it.
    fn reading(&mut self, brief: &Brief) {
        if brief.question.is_some() || brief.reading.is_empty() {
            return;
        }
        self.heading("label-reading");
        for coded in &brief.reading {
            self.plain(2, coded.text.get(self.language));
            self.line(4, DIM, &quoted(&coded.quote.exact));
        }
    }

    fn evidence(&mut self, brief: &Brief) {
        let cited = claimed(brief);
        if cited.is_empty() {
            return;
        }
        self.heading("label-evidence");
        for id in cited.iter().take(MOST_EVIDENCE) {
            let (Some(number), Some(e)) = (brief.number(id), brief.evidence(id)) else { continue };
            self.plain(2, &format!("[{number}] {}", e.text.get(self.language)));
            if let Some(quote) = &e.quote {
                self.plain(6, &quoted(&quote.exact));
            }
            self.line(6, DIM, &crate::why::source(e, self.language));
        }
        self.more(cited.len());
    }

    fn more(&mut self, n: usize) {
        if let Some(more) = n.checked_sub(MOST_EVIDENCE).filter(|n| *n > 0) {
            let count = Arg::count(more);
            self.line(2, DIM, &say(&Message::new("evidence-more").with("count", count), self.language));
        }
    }

    fn foot(&mut self, brief: &Brief) {
        let first = brief.findings.iter().flat_map(|f| &f.claims).next();
        if let Some(claim) = first {
            self.out.push('\n');
            self.line(0, DIM, &label("foot-why", self.language));
            self.line(2, DIM, &format!("detente why {}", claim.id));
        }
    }
}

/// The evidence that claims rest on, each once, in the order of citation.
fn claimed(brief: &Brief) -> Vec<RecordId> {
    let ids: Vec<&RecordId> = brief.findings.iter().flat_map(|f| &f.claims).flat_map(|c| &c.evidence).collect();
    brief.evidence.iter().map(|e| &e.id).filter(|id| ids.contains(id)).cloned().collect()
}

/// The numbers of records, runs drawn together: `[1-3, 7]`.
fn cited(brief: &Brief, ids: &[RecordId]) -> String {
    let mut numbers: Vec<usize> = ids.iter().filter_map(|id| brief.number(id)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for n in numbers {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == n => *to = n,
            _ => runs.push((n, n)),
        }
    }
    let run = |(from, to): &(usize, usize)| if from == to { from.to_string() } else { format!("{from}-{to}") };
    format!("[{}]", runs.iter().map(run).collect::<Vec<_>>().join(", "))
}

fn quoted(words: &str) -> String {
    format!("“{}”", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Lines of at most `width` code points, cut between words; a longer word stands alone.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let mut row = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let n = word.chars().count();
        if used > 0 && used + 1 + n > width {
            rows.push(std::mem::take(&mut row));
            used = 0;
        }
        if used > 0 {
            row.push(' ');
            used += 1;
        }
        row.push_str(word);
        used += n;
    }
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_are_cut_between_words() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("incomprehensible a", 4), ["incomprehensible", "a"]);
        assert_eq!(wrapped("", 4), [""]);
    }
}
