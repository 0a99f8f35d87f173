//! An issue attached to a question: as it stands, and as it would be after the supposed shift.

use detente_codebook::RecordId;

use super::case::Case;
use super::draft::draft;
use super::error::CaseError;
use super::finding::issue_finding;
use super::supposed::supposed;
use super::what_if::{Change, changed};
use crate::{Arg, Finding, Inquiry, Message};

/// Where an issue comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// A file: its issues, and the record that stands for it.
    File {
        /// The issues, in the order of the file.
        cases: Vec<Case>,
        /// The id by which a brief names the file.
        record: RecordId,
    },
    /// The records of the inquiry; see [`draft`].
    Records,
}

/// An issue attached to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Where it comes from.
    pub origin: Origin,
    /// The issues after the shift, where whoever asks gives them: as many as there are before.
    pub after: Option<Vec<Case>>,
    /// What changes with the shift, where whoever asks says so.
    pub changes: Vec<Change>,
    /// Else: the share of their distance by which the members of the shift move.
    pub step: f64,
}

impl Attachment {
    /// What the bargaining lens finds on the issue, before and after the supposed shift.
    ///
    /// # Errors
    /// [`CaseError`] when a change names nobody or is out of range, or the issues after the shift are
    /// not as many as before.
    pub fn examine(&self, inquiry: &Inquiry) -> Result<Finding, CaseError> {
        let (cases, evidence, unknown) = self.found(inquiry);
        let given = self.after.as_ref().map_or(cases.len(), Vec::len);
        if given != cases.len() {
            return Err(CaseError::Issues { found: given, wanted: cases.len() });
        }
        let mut out = without_grounds(unknown);
        for (at, before) in cases.iter().enumerate() {
            let (after, assumed) = self.after(inquiry, before, at)?;
            let found = issue_finding(before, &after, &evidence);
            out.grounds |= found.grounds;
            out.claims.extend(found.claims);
            out.assumptions.extend(found.assumptions.into_iter().chain([assumed]));
        }
        let mut seen = Vec::new();
        out.assumptions.retain(|m| {
            !seen.contains(m) && {
                seen.push(m.clone());
                true
            }
        });
        Ok(out)
    }

    /// The issues as they stand, what they rest on, and what is missing.
    fn found(&self, inquiry: &Inquiry) -> (Vec<Case>, Vec<RecordId>, Vec<Message>) {
        match &self.origin {
            Origin::File { cases, record } => (cases.clone(), vec![record.clone()], Vec::new()),
            Origin::Records => match draft(inquiry) {
                Some(d) => {
                    let left = d.left_out.iter().map(|a| Arg::Actor(a.clone())).collect::<Vec<_>>();
                    let said = Message::new("bargaining-left-out").with("actors", Arg::List(left.clone()));
                    (vec![d.case], d.evidence, if left.is_empty() { Vec::new() } else { vec![said] })
                }
                None => {
                    let none = Message::new("bargaining-no-draft").with("dyad", Arg::Dyad(inquiry.question.target.clone()));
                    (Vec::new(), Vec::new(), vec![none])
                }
            },
        }
    }

    /// One issue after the shift, and how it came to be so.
    fn after(&self, inquiry: &Inquiry, before: &Case, at: usize) -> Result<(Case, Message), CaseError> {
        if let Some(given) = self.after.as_ref().and_then(|all| all.get(at)) {
            return Ok((given.clone(), Message::new("bargaining-assumes-given")));
        }
        if !self.changes.is_empty() {
            return Ok((changed(before, &self.changes)?, Message::new("bargaining-assumes-given")));
        }
        let changes = supposed(before, &inquiry.question.shift, self.step);
        let dyad = Arg::Dyad(inquiry.question.shift.dyad.clone());
        let assumed = if changes.is_empty() {
            Message::new("bargaining-assumes-no-move").with("dyad", dyad)
        } else {
            Message::new("bargaining-assumes-step").with("dyad", dyad).with("share", Arg::Share(self.step))
        };
        Ok((changed(before, &changes)?, assumed))
    }
}

fn without_grounds(unknown: Vec<Message>) -> Finding {
    Finding {
        lens: "bargaining".to_owned(),
        grounds: false,
        forecast: None,
        n: None,
        claims: Vec::new(),
        assumptions: Vec::new(),
        unknown,
        method: Message::new("bargaining-method"),
        network: None,
    }
}
