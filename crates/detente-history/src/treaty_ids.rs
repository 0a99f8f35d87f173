//! Reading a treaty's file, and the record ids of its parts.

use std::collections::BTreeSet;

use detente_codebook::{ActorCode, ClauseType, Confidence, Edtf, Phrase, RecordId, Source, Stage};
use serde::Deserialize;

use crate::duty::{Duty, Strength, Trigger};
use crate::embedded::DataFile;
use crate::treaty_text::{Absent, ClauseText, Party, Suspension, TreatySource, TreatyText, View};
use crate::{Entry, HistoryError};

#[derive(Deserialize)]
struct TreatyRow {
    id: String,
    en: String,
    ar: String,
    short_en: String,
    short_ar: String,
    #[serde(default)]
    names_en: Vec<String>,
    #[serde(default)]
    names_ar: Vec<String>,
    kind: String,
    subject: String,
    binding: Option<bool>,
    stage: Stage,
    signed: Edtf,
    in_force: Option<Edtf>,
    ended: Option<Edtf>,
    term_years: Option<u32>,
    term: Option<String>,
    parties_complete: Option<bool>,
    confidence: Confidence,
    certainty: Option<Certainty>,
    set: Option<String>,
    prevails: Option<String>,
    #[serde(default)]
    party: Vec<Party>,
    #[serde(default)]
    clause: Vec<ClauseRow>,
    #[serde(default)]
    absent: Vec<AbsentRow>,
    #[serde(default)]
    suspension: Vec<Suspension>,
    #[serde(default)]
    view: Vec<ViewRow>,
    #[serde(default)]
    source: Vec<TreatySource>,
}

/// How sure the compilers were of a treaty's entry.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Certainty {
    High,
    Medium,
    Low,
}

#[derive(Deserialize)]
struct ClauseRow {
    #[serde(rename = "type")]
    kind: ClauseType,
    article: Option<String>,
    en: String,
    ar: String,
    #[serde(default)]
    obliged: Vec<String>,
    #[serde(default)]
    beneficiary: Vec<String>,
    #[serde(default)]
    against: Vec<ActorCode>,
    #[serde(default)]
    not_against: Vec<ActorCode>,
    duty: Option<Duty>,
    when: Trigger,
    automatic: Option<Strength>,
    area: Option<String>,
    #[serde(default)]
    zone: Vec<String>,
    co_members: Option<bool>,
    #[serde(default)]
    aimed_at: Vec<ActorCode>,
    #[serde(default)]
    by_party_request: bool,
    caveat: Option<String>,
    scope: Option<String>,
    #[serde(default)]
    request_required: bool,
    #[serde(default)]
    unprovoked: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AbsentRow {
    #[serde(rename = "type")]
    kind: ClauseType,
    en: String,
    ar: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ViewRow {
    holders: Vec<ActorCode>,
    stage: Option<Stage>,
    from: Option<Edtf>,
    en: String,
    ar: String,
}

/// The ids of one treaty's clauses: each article once; a second duty of an article gets `.2`.
pub(crate) struct Ids {
    treaty: RecordId,
    used: BTreeSet<String>,
}

impl Ids {
    pub(crate) fn new(treaty: RecordId) -> Self {
        Self { treaty, used: BTreeSet::new() }
    }

    pub(crate) fn clause(&mut self, number: usize, article: Option<&str>) -> RecordId {
        let place = article.map_or_else(|| format!("c{number}"), |a| a.replace(' ', ""));
        let nth = |n: usize| {
            if n == 1 { place.clone() } else { format!("{place}.{n}") }
        };
        let free = (1..).map(nth).find(|id| !self.used.contains(id)).unwrap_or_default();
        self.used.insert(free.clone());
        self.part(&free)
    }

    fn part(&self, place: &str) -> RecordId {
        RecordId(format!("{}#{place}", self.treaty))
    }
}

pub(crate) fn codes(list: &[String]) -> Result<Vec<ActorCode>, String> {
    let states = list.iter().filter(|c| *c != "*");
    states.map(|c| c.parse().map_err(|e: detente_codebook::CodebookError| e.to_string())).collect()
}

impl ClauseRow {
    fn clause(self, number: usize, ids: &mut Ids) -> Result<ClauseText, String> {
        let unnumbered = self.article.as_deref() == Some("-");
        let article = self.article.filter(|_| !unnumbered);
        let duty = self.duty.unwrap_or_else(|| Duty::of(self.kind));
        if duty.kind() != self.kind {
            return Err(format!("clause {number}: the duty `{duty}` is not of the type {}", self.kind.name()));
        }
        Ok(ClauseText {
            record: ids.clause(number, article.as_deref()),
            kind: self.kind,
            duty,
            article,
            unnumbered,
            text: Phrase { ar: self.ar, en: self.en },
            by_all_states: self.obliged.iter().any(|c| c == "*"),
            obliged: codes(&self.obliged)?,
            beneficiary: codes(&self.beneficiary)?,
            against: self.against,
            not_against: self.not_against,
            when: self.when,
            automatic: self.automatic,
            area: self.area,
            zone: self.zone,
            co_members: self.co_members,
            aimed_at: self.aimed_at,
            by_party_request: self.by_party_request,
            caveat: self.caveat,
            scope: self.scope,
            request_required: self.request_required,
            unprovoked: self.unprovoked,
        })
    }
}

impl TreatyRow {
    /// An added treaty stays a lead until its clauses were read in the text, though its date may be cited.
    fn is_lead(&self) -> bool {
        let unread = self.confidence == Confidence::Recalled || self.certainty == Some(Certainty::Low);
        unread && self.set.as_deref() != Some("core")
    }

    fn treaty(self) -> Result<TreatyText, String> {
        let lead = self.is_lead();
        let record = RecordId(format!("base:treaty:{}", self.id));
        let mut ids = Ids::new(record.clone());
        let numbered = self.clause.into_iter().zip(1..);
        let clauses = numbered.map(|(c, n)| c.clause(n, &mut ids)).collect::<Result<_, _>>()?;
        let absent = |a: AbsentRow| Absent {
            record: ids.part(&format!("absent-{}", a.kind.name())),
            kind: a.kind,
            text: Phrase { ar: a.ar, en: a.en },
        };
        Ok(TreatyText {
            name: Phrase { ar: self.ar, en: self.en },
            short: Phrase { ar: self.short_ar, en: self.short_en },
            names_en: self.names_en,
            names_ar: self.names_ar,
            form: self.kind,
            subject: self.subject,
            binding: self.binding,
            stage: self.stage,
            signed: self.signed,
            in_force: self.in_force,
            ended: self.ended,
            term_years: self.term_years,
            term: self.term,
            parties_complete: self.parties_complete.unwrap_or(true),
            parties: self.party,
            clauses,
            absent: self.absent.into_iter().map(absent).collect(),
            suspensions: self.suspension,
            views: self.view.into_iter().map(ViewRow::view).collect(),
            sources: self.source,
            lead,
            confidence: self.confidence,
            prevails: self.prevails,
            record,
            id: self.id,
        })
    }
}

impl ViewRow {
    fn view(self) -> View {
        let text = Phrase { ar: self.ar, en: self.en };
        View { holders: self.holders, stage: self.stage, from: self.from, text }
    }
}

/// The treaty of a file of our own form that the user gives; `file` is its name, for errors.
///
/// # Errors
/// [`HistoryError::Treaties`] with line and field when the text is not of that form.
pub fn treaty_of_toml(file: &str, text: &str) -> Result<TreatyText, HistoryError> {
    let wrong = |what: String| HistoryError::Treaties { file: file.to_owned(), what };
    let row: TreatyRow = detente_codebook::embedded(text).map_err(|e| wrong(e.to_string()))?;
    let mut treaty = row.treaty().map_err(wrong)?;
    treaty.lead = false;
    Ok(treaty)
}

/// The treaty of one file.
pub(crate) fn read(file: &DataFile) -> Result<TreatyText, HistoryError> {
    let treaty = file.parse::<TreatyRow>()?.treaty().map_err(|what| file.wrong(what))?;
    if file.name == format!("treaties/{}.toml", treaty.id) {
        Ok(treaty)
    } else {
        Err(file.wrong(format!("the id `{}` is not the name of the file", treaty.id)))
    }
}

impl TreatyText {
    fn source(&self) -> Source {
        let cites: Vec<&str> = self.sources.iter().map(|s| s.cite.as_str()).collect();
        Source {
            title: format!("{} ({})", self.name.en, cites.join("; ")),
            url: self.sources.iter().find_map(|s| s.url.clone()),
            date: Some(self.signed),
            digest: None,
        }
    }

    fn entry(&self, id: &RecordId, kind: &str, text: &Phrase) -> Entry {
        Entry {
            id: id.clone(),
            kind: kind.to_owned(),
            source: self.source(),
            text: text.clone(),
            confidence: self.confidence,
            known: Some(self.signed),
        }
    }

    /// The treaty, its clauses and what it lacks, as evidence.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let clauses = self.clauses.iter().map(|c| self.entry(&c.record, "clause", &c.text));
        let absent = self.absent.iter().map(|a| self.entry(&a.record, "absent", &a.text));
        let whole = self.entry(&self.record, "treaty", &self.name);
        std::iter::once(whole).chain(clauses).chain(absent).collect()
    }
}
