//! Why a request is not answered as asked.

use axum::http::StatusCode;
use detente_codebook::Phrase;
use detente_ledger::{LedgerError, site::SiteError};

/// Why a request is not answered as asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing stands at the address.
    #[error("there is nothing at this address")]
    NotFound,
    /// Something stood there and was taken back.
    #[error("what stood at this address was withdrawn")]
    Gone(Phrase),
    /// What was sent cannot be read.
    #[error("{0}")]
    Invalid(String),
    /// It may not be done.
    #[error("{0}")]
    Forbidden(&'static str),
    /// A login is needed.
    #[error("this page needs a login")]
    Login,
    /// The step contradicts the state of things, or a claim lacks its source.
    #[error("{0}")]
    Refused(String),
    /// The method is not one of this address.
    #[error("this address does not take this method")]
    Method,
    /// More was sent than is read.
    #[error("more was sent than is read here")]
    TooLarge,
    /// Too many requests; so many seconds to wait.
    #[error("too many requests; wait {0} seconds")]
    TooMany(u64),
    /// There is too much to do just now.
    #[error("the site is busy; try again in a moment")]
    Busy,
    /// It took too long.
    #[error("the answer took too long")]
    TimedOut,
    /// Something of ours failed; readers are not told what.
    #[error("something failed here")]
    Failed(String),
}

impl Fault {
    /// The status of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone(_) => StatusCode::GONE,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::Login => StatusCode::UNAUTHORIZED,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::TimedOut => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name of the fault in problem documents and messages.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Gone(_) => "gone",
            Self::Invalid(_) => "invalid",
            Self::Forbidden(_) => "forbidden",
            Self::Login => "login",
            Self::Refused(_) => "refused",
            Self::Method => "method",
            Self::TooLarge => "too-large",
            Self::TooMany(_) => "too-many",
            Self::Busy => "busy",
            Self::TimedOut => "timed-out",
            Self::Failed(_) => "failed",
        }
    }

    /// After how many seconds it is worth trying again.
    #[must_use]
    pub const fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Busy | Self::TimedOut => Some(2),
            _ => None,
        }
    }
}

impl From<LedgerError> for Fault {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Site(SiteError::Missing { .. }) => Self::NotFound,
            LedgerError::Site(e @ SiteError::Invalid { .. }) => Self::Invalid(e.to_string()),
            LedgerError::Site(e) => Self::Refused(e.to_string()),
            LedgerError::Busy { .. } => Self::Busy,
            other => Self::Failed(other.to_string()),
        }
    }
}
