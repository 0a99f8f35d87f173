//! The picture of an issue.

use super::Report;

/// The picture.
pub(crate) fn picture(_issues: &[&Report]) -> String {
    String::new()
}
