//! Values as the ledger keeps them: JSON text.

use detente_codebook::Digest;
use serde::{Serialize, de::DeserializeOwned};

use crate::{LedgerError, error::Fault};

/// The value as JSON.
pub(crate) fn write<T: Serialize>(what: &str, value: &T) -> Result<String, Fault> {
    let wrong = |e: serde_json::Error| LedgerError::Json(what.to_owned(), e.to_string());
    Ok(serde_json::to_string(value).map_err(wrong)?)
}

/// The value that was kept.
pub(crate) fn read<T: DeserializeOwned>(what: &str, text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|e| Fault::Stored(format!("{what} cannot be read ({e})")))
}

/// A digest from its hexadecimal digits.
pub(crate) fn digest(digits: &str) -> Result<Digest, Fault> {
    named("a digest", digits)
}

/// A value that is one word, such as the kind of an operation.
pub(crate) fn named<T: DeserializeOwned>(what: &str, word: &str) -> Result<T, Fault> {
    let value = serde_json::Value::String(word.to_owned());
    serde_json::from_value(value).map_err(|e| Fault::Stored(format!("{what} cannot be read ({e})")))
}

/// The value that was kept, or its text when it is no longer JSON: for exports of a damaged file.
pub(crate) fn lenient(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|_| serde_json::Value::String(text.to_owned()))
}
