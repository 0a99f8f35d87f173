//! The seam between a question and the ways to examine it.

use crate::{Finding, Inquiry};

/// What keeps a lens from examining a question. Having nothing to say is no error: it is a
/// [`Finding`] without grounds.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
#[non_exhaustive]
pub enum LensError {
    /// The lens met a record that it cannot read.
    #[error("the {lens} lens cannot read the record `{record}`: {what}; correct the record in the ledger")]
    Record {
        /// The lens.
        lens: &'static str,
        /// The record.
        record: String,
        /// What is wrong.
        what: String,
    },
    /// A compiled-in record cannot be opened.
    #[error("the {lens} lens cannot open its record: {what}")]
    History {
        /// The lens.
        lens: &'static str,
        /// What is wrong.
        what: String,
    },
}

/// One way to examine a question. Pure: the same inquiry gives the same finding.
pub trait Lens: Send + Sync {
    /// Its name: one word, used on the command line.
    fn name(&self) -> &'static str;

    /// Examines the question.
    ///
    /// # Errors
    /// [`LensError`] when a record cannot be read.
    fn examine(&self, inquiry: &Inquiry) -> Result<Finding, LensError>;
}

/// Every lens, in the order in which findings are shown.
#[must_use]
pub fn lenses() -> Vec<Box<dyn Lens>> {
    vec![
        Box::new(crate::evidence::Evidence),
        Box::new(crate::treaty::Treaty),
        Box::new(crate::balance::Balance),
        Box::new(crate::analogues::Analogues),
        Box::new(crate::history::History),
    ]
}
