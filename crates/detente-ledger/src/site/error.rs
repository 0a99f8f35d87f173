//! What a site refuses.

use super::State;
use crate::{LedgerError, error::Fault};

/// Why a site refuses a change, or has nothing to show.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// There is nothing of that id.
    #[error("there is no {what} `{id}`")]
    Missing {
        /// What was looked for.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// It was changed by someone else in the meantime.
    #[error("{what} was changed by someone else in the meantime; read it again and repeat the change")]
    Stale {
        /// What was to be changed.
        what: String,
    },
    /// The state does not allow the step.
    #[error("a brief that is {state} cannot be {step}")]
    Step {
        /// Where it stands.
        state: State,
        /// What was asked.
        step: &'static str,
    },
    /// A claim has no source.
    #[error("not published: these claims lack a source: {}", claims.join(", "))]
    Unsourced {
        /// The claims.
        claims: Vec<String>,
    },
    /// The value will not do.
    #[error("{what}: {why}")]
    Invalid {
        /// What was given.
        what: &'static str,
        /// Why it will not do.
        why: String,
    },
    /// A later release wrote the tables.
    #[error("the tables of the site are of version {found}, and this release reads version {known}; use a later release")]
    TooNew {
        /// The version found.
        found: i64,
        /// The version that is known.
        known: i64,
    },
}

impl From<SiteError> for Fault {
    fn from(error: SiteError) -> Self {
        Self::Ledger(LedgerError::Site(error))
    }
}

/// That there is nothing of that id.
pub(super) fn missing(what: &'static str, id: impl ToString) -> Fault {
    SiteError::Missing { what, id: id.to_string() }.into()
}

/// That a value will not do.
pub(super) fn invalid(what: &'static str, why: impl Into<String>) -> Fault {
    SiteError::Invalid { what, why: why.into() }.into()
}
