//! What a centre writes into a file: its profile, polls to be opened, appearances.

use detente_ledger::site::{Appearance, Poll, Site};
use detente_ledger::{LedgerError, Stamp};
use serde::Deserialize;

use crate::app::Profile;

/// The content of such a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Content {
    /// What the site says of itself.
    pub profile: Option<Profile>,
    /// Polls to be opened.
    pub poll: Vec<Poll>,
    /// Appearances to be added.
    pub appearance: Vec<Appearance>,
}

/// Why a file cannot be taken in.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ContentError {
    /// The file is not as it should be.
    #[error("{0}\n  mend: see data/site/demo.toml for the form")]
    Form(#[from] toml::de::Error),
    /// The profile cannot be kept.
    #[error("the profile cannot be kept: {0}")]
    Profile(#[from] serde_json::Error),
    /// The site refuses.
    #[error(transparent)]
    Site(#[from] LedgerError),
}

impl Content {
    /// Reads a file of TOML.
    ///
    /// # Errors
    /// [`ContentError::Form`].
    pub fn read(text: &str) -> Result<Self, ContentError> {
        Ok(toml::from_str(text)?)
    }

    /// Writes it into the site.
    ///
    /// # Errors
    /// [`ContentError::Site`] for what the site refuses; what stands before it is taken in.
    pub fn keep(&self, site: &mut Site, stamp: &Stamp) -> Result<(), ContentError> {
        if let Some(profile) = &self.profile {
            site.set("profile", &serde_json::to_string(profile)?, stamp)?;
        }
        for poll in &self.poll {
            site.open_poll(poll, stamp)?;
        }
        for appearance in &self.appearance {
            site.add_appearance(appearance, stamp)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Content;

    #[test]
    fn a_wrong_name_is_named() {
        assert!(Content::read("[profil]\n").unwrap_err().to_string().contains("profil"));
        let content = Content::read("[profile]\nname = { ar = \"a\", en = \"b\" }\n").unwrap();
        assert_eq!(content.profile.unwrap().name.en, "b");
    }
}
