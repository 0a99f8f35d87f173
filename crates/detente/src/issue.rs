//! An issue attached to a question: read from a file, or built from the records.

use detente_codebook::{Confidence, Digest, Phrase, RecordId};
use detente_lens::bargaining::{Attachment, Case, CaseError, Change, IssueFile, Origin, STEP, parse};

use crate::brief::{Cited, Evidence};

/// An issue, and how a brief names where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// What the bargaining lens is given.
    pub attachment: Attachment,
    /// The file as evidence; none for an issue built from records, whose records are the evidence.
    pub evidence: Option<Evidence>,
}

impl Issue {
    /// The issue that a file holds; `name` is the name of the file.
    ///
    /// # Errors
    /// [`CaseError`] with the place of the first thing that is wrong.
    pub fn of_file(name: &str, text: &str) -> Result<Self, CaseError> {
        let cases = cases(text)?;
        let digest = Digest::of(text.as_bytes());
        let record = RecordId(format!("file:issue:{}", digest.short(8)));
        let title = cases.iter().filter_map(|c| c.title.clone()).collect::<Vec<_>>().join("; ");
        let evidence = Evidence {
            id: record.clone(),
            kind: "issue".to_owned(),
            quote: None,
            selector: None,
            text: Phrase { ar: title.clone(), en: title },
            source: Cited { title: name.to_owned(), url: None, date: None, digest: Some(digest.as_str().to_owned()) },
            confidence: Confidence::Cited,
            known: None,
        };
        Ok(Self { attachment: attachment(Origin::File { cases, record }), evidence: Some(evidence) })
    }

    /// The issue that the records of the question tell.
    #[must_use]
    pub fn of_records() -> Self {
        Self { attachment: attachment(Origin::Records), evidence: None }
    }

    /// With the issues of a file as they would be after the shift.
    ///
    /// # Errors
    /// [`CaseError`] with the place of the first thing that is wrong.
    pub fn with_after(mut self, text: &str) -> Result<Self, CaseError> {
        self.attachment.after = Some(cases(text)?);
        Ok(self)
    }

    /// With changes that the shift makes.
    #[must_use]
    pub fn with_changes(mut self, changes: Vec<Change>) -> Self {
        self.attachment.changes = changes;
        self
    }

    /// With the share of their distance by which the members of the shift move.
    #[must_use]
    pub const fn with_step(mut self, step: f64) -> Self {
        self.attachment.step = step;
        self
    }
}

const fn attachment(origin: Origin) -> Attachment {
    Attachment { origin, after: None, changes: Vec::new(), step: STEP }
}

fn cases(text: &str) -> Result<Vec<Case>, CaseError> {
    Ok(match parse(text)? {
        IssueFile::One(case) => vec![*case],
        IssueFile::Linked(cases) => cases,
    })
}
