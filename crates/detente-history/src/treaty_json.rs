//! Treaties in the shared JSON form: `{"schema": 1, "treaties": [{id, name, kind, binding, parties,
//! signed, in_force, ended, status, clauses, …}]}`.

use std::collections::BTreeSet;

use detente_codebook::{ActorCode, ClauseType, Confidence, Edtf, Phrase, RecordId, Stage};
use serde::Deserialize;

use crate::treaty_ids::Ids;
use crate::{ClauseText, Duty, HistoryError, Party, Strength, TreatySource, TreatyText, Trigger};

#[derive(Deserialize)]
struct File {
    treaties: Vec<TreatyRow>,
}

#[derive(Deserialize)]
struct TreatyRow {
    id: String,
    name: String,
    #[serde(default)]
    kind: String,
    binding: Option<String>,
    #[serde(default)]
    parties: Vec<PartyRow>,
    signed: Edtf,
    in_force: Option<Edtf>,
    ended: Option<Edtf>,
    status: Option<String>,
    #[serde(default)]
    clauses: Vec<ClauseRow>,
    #[serde(default)]
    sources: Vec<String>,
    notes: Option<String>,
}

#[derive(Deserialize)]
struct PartyRow {
    state: ActorCode,
    from: Option<Edtf>,
    to: Option<Edtf>,
    role: Option<String>,
}

#[derive(Deserialize)]
struct ClauseRow {
    #[serde(rename = "type")]
    duty: Word<Duty>,
    article: Option<String>,
    when: Option<Trigger>,
    #[serde(default)]
    obliged: Vec<String>,
    #[serde(default)]
    beneficiary: Vec<String>,
    #[serde(default)]
    against: Vec<ActorCode>,
    #[serde(default)]
    not_against: Vec<ActorCode>,
    automatic: Option<Strength>,
    area: Option<String>,
    #[serde(default)]
    request_required: bool,
    #[serde(default)]
    by_party_request: bool,
    #[serde(default)]
    unprovoked: bool,
    effect: Option<String>,
    scope: Option<String>,
    caveat: Option<String>,
    co_members: Option<bool>,
}

/// A kind of duty by its own word, or by ATOP's in capitals.
#[derive(Deserialize)]
#[serde(untagged)]
enum Word<T> {
    Own(T),
    Atop(ClauseType),
}

impl Word<Duty> {
    fn duty(self) -> Duty {
        match self {
            Self::Own(duty) => duty,
            Self::Atop(kind) => Duty::of(kind),
        }
    }
}

/// The treaties of a file in the shared JSON form; `file` is its name, for errors.
///
/// # Errors
/// [`HistoryError::Treaties`] with line and field when the text is not of that form.
pub fn treaties_of_json(file: &str, text: &str) -> Result<Vec<TreatyText>, HistoryError> {
    let wrong = |what: String| HistoryError::Treaties { file: file.to_owned(), what };
    let read: File = serde_json::from_str(text).map_err(|e| wrong(e.to_string()))?;
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for row in read.treaties {
        if !seen.insert(row.id.clone()) {
            return Err(wrong(format!("the id `{}` is used twice", row.id)));
        }
        let id = row.id.clone();
        out.push(row.treaty().map_err(|what| wrong(format!("treaty `{id}`: {what}")))?);
    }
    Ok(out)
}

impl TreatyRow {
    fn treaty(self) -> Result<TreatyText, String> {
        if self.ended.and_then(Edtf::last) < self.signed.first() && self.ended.is_some() {
            return Err("`ended` lies before `signed`".to_owned());
        }
        let record = RecordId(format!("file:treaty:{}", self.id));
        let mut ids = Ids::new(record.clone());
        let peace_prevails = |c: &ClauseRow| c.effect.as_deref().is_some_and(|e| e.contains("prevails"));
        let prevails = self.clauses.iter().find(|c| peace_prevails(c)).and_then(|c| c.article.clone());
        let numbered = self.clauses.into_iter().zip(1..);
        let clauses = numbered
            .map(|(c, n)| c.clause(n, &mut ids).map_err(|e| format!("clause {n}: {e}")))
            .collect::<Result<Vec<_>, _>>()?;
        let name = Phrase { ar: self.name.clone(), en: self.name };
        let close = clauses.iter().any(|c| c.duty.fights());
        Ok(TreatyText {
            record,
            short: name.clone(),
            name,
            names_en: Vec::new(),
            names_ar: Vec::new(),
            form: self.kind,
            subject: if close { "alliance" } else { "other" }.to_owned(),
            binding: self.binding.as_deref().map(|b| b != "political"),
            stage: stage(self.status.as_deref())?,
            signed: self.signed,
            in_force: self.in_force,
            ended: self.ended,
            term_years: None,
            term: self.notes,
            parties_complete: true,
            parties: self.parties.into_iter().map(PartyRow::party).collect(),
            clauses,
            absent: Vec::new(),
            suspensions: Vec::new(),
            views: Vec::new(),
            sources: self.sources.into_iter().map(|cite| TreatySource { cite, url: None }).collect(),
            confidence: Confidence::Cited,
            prevails,
            lead: false,
            id: self.id,
        })
    }
}

fn stage(status: Option<&str>) -> Result<Stage, String> {
    match status {
        None | Some("in_force") => Ok(Stage::InForce),
        Some("signed") => Ok(Stage::Signed),
        Some("initialled") => Ok(Stage::Initialled),
        Some("ended") => Ok(Stage::Expired),
        Some(other) => Err(format!("status `{other}` is none of in_force, signed, initialled, ended")),
    }
}

impl PartyRow {
    fn party(self) -> Party {
        Party { code: self.state, from: self.from, to: self.to, role: self.role }
    }
}

impl ClauseRow {
    fn clause(self, number: usize, ids: &mut Ids) -> Result<ClauseText, String> {
        let unnumbered = self.article.as_deref() == Some("-");
        let article = self.article.filter(|a| a != "-" && a != "?");
        let duty = self.duty.duty();
        let said = self.effect.unwrap_or_default();
        Ok(ClauseText {
            record: ids.clause(number, article.as_deref()),
            kind: duty.kind(),
            duty,
            article,
            unnumbered,
            text: Phrase { ar: said.clone(), en: said },
            by_all_states: self.obliged.iter().any(|c| c == "*"),
            obliged: crate::treaty_ids::codes(&self.obliged)?,
            beneficiary: crate::treaty_ids::codes(&self.beneficiary)?,
            against: self.against,
            not_against: self.not_against,
            when: self.when.unwrap_or(Trigger::Attacked),
            automatic: self.automatic,
            area: self.area,
            zone: Vec::new(),
            co_members: self.co_members,
            aimed_at: Vec::new(),
            by_party_request: self.by_party_request,
            caveat: self.caveat,
            scope: self.scope,
            request_required: self.request_required,
            unprovoked: self.unprovoked,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"schema": 1, "treaties": [{"id": "x_1999", "name": "X", "parties": [{"state": "AAA"}, {"state": "BBB"}],
        "signed": "1999-01-01", "in_force": "2000-01-01", "ended": null, "status": "in_force",
        "clauses": [{"type": "defence", "article": "2", "when": "attacked"}, {"type": "CONSUL", "when": "threatened"}]}]}"#;

    #[test]
    fn the_shared_form_reads() {
        let read = treaties_of_json("x.json", ONE).unwrap();
        assert_eq!((read[0].id.as_str(), read[0].clauses.len()), ("x_1999", 2));
        assert_eq!(read[0].clauses[1].duty, Duty::Consultation);
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_field() {
        let said = |from: &str, to: &str| treaties_of_json("x.json", &ONE.replace(from, to)).unwrap_err().to_string();
        assert!(said("\"name\": \"X\", ", "").contains("missing field `name` at line"));
        assert!(said("\"attacked\"", "\"sometimes\"").contains("`sometimes` is no trigger"));
        assert!(said("\"ended\": null", "\"ended\": \"1990\"").contains("treaty `x_1999`: `ended` lies before"));
        assert!(said("\"in_force\",", "\"perhaps\",").contains("status `perhaps`"));
        assert!(said("{\"schema\"", "[{\"schema\"").contains("x.json"));
    }
}
