//! Where a data file comes from.

use serde::{Deserialize, Serialize};

/// The origin file that stands beside every data file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// What the data is.
    pub title: String,
    /// Who made it.
    pub producer: String,
    /// How to cite it, or the sources it rests on.
    pub citation: String,
    /// Its version.
    pub version: String,
    /// When it was taken or made.
    pub date_accessed: toml::value::Datetime,
    /// Its licence.
    pub licence: String,
    /// How it was made.
    pub method: String,
    /// Whether its facts are `cited`, `recalled` or `mixed`.
    pub confidence: String,
    /// SHA-256 of the file.
    #[serde(default)]
    pub sha256: Option<String>,
}
