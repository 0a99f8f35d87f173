//! The brief as JSON: the schema `detente.brief/1`.

use crate::Brief;

/// The brief as one JSON document.
///
/// # Errors
/// When a figure is not a finite number; no lens gives one.
pub fn json(brief: &Brief) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(brief)
}
