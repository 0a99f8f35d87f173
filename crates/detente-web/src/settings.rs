//! What the one who runs the site keeps to himself: secrets, the relay, the key that signs letters.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

use crate::mail::{Post, SignError, Signer, Sink};

/// The content of a settings file.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The secret of the site.
    pub secret: Option<String>,
    /// The relay, with name and password where it asks for them.
    pub smtp: Option<String>,
    /// The address to which letters come back, before what marks each of them.
    pub bounces: Option<String>,
    /// The maildir in which they are found.
    pub reports: Option<PathBuf>,
    /// What signs letters.
    pub dkim: Option<Dkim>,
}

/// What signs letters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dkim {
    /// The domain.
    pub domain: String,
    /// The name of the key below `_domainkey`.
    pub selector: String,
    /// The file of the private key, beside the settings where its path is relative.
    pub key: PathBuf,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Settings")
    }
}

/// Why settings are not used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// A file cannot be read.
    #[error("{path}: {what}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        what: std::io::Error,
    },
    /// Others can read the file.
    #[error("{0} can be read by others, and holds secrets\n  mend: chmod 600 {0}")]
    Open(String),
    /// The file is not as it should be.
    #[error("{path}: {what}\n  mend: `detente serve --help` shows the form")]
    Form {
        /// The file.
        path: String,
        /// What is wrong.
        what: Box<toml::de::Error>,
    },
    /// The key will not do.
    #[error(transparent)]
    Key(#[from] SignError),
    /// The address of bounces is none.
    #[error("bounces = \"{0}\" is no address such as bounces@centre.example")]
    Bounces(String),
}

impl Settings {
    /// Reads a file that only its owner can read.
    ///
    /// # Errors
    /// [`SettingsError`].
    pub fn of_file(path: &Path) -> Result<Self, SettingsError> {
        let shown = path.display().to_string();
        let text = private(path)?;
        let mut settings: Self = toml::from_str(&text).map_err(|e| SettingsError::Form { path: shown, what: Box::new(e) })?;
        let beside = path.parent().unwrap_or(Path::new(""));
        if let Some(dkim) = &mut settings.dkim {
            dkim.key = beside.join(&dkim.key);
        }
        Ok(settings)
    }

    /// How letters leave and come back.
    ///
    /// # Errors
    /// [`SettingsError::Key`], [`SettingsError::Bounces`], or as the key's file cannot be read.
    pub fn post(&self, sink: Option<Sink>) -> Result<Post, SettingsError> {
        if let Some(address) =
            self.bounces.as_ref().filter(|b| b.split_once('@').is_none_or(|(n, d)| n.is_empty() || d.is_empty()))
        {
            return Err(SettingsError::Bounces(address.clone()));
        }
        let signer = |d: &Dkim| Ok::<_, SettingsError>(Arc::new(Signer::new(&d.domain, &d.selector, &private(&d.key)?)?));
        let signer = self.dkim.as_ref().map(signer).transpose()?;
        Ok(Post { sink, signer, bounces: self.bounces.clone(), reports: self.reports.clone() })
    }
}

/// The text of a file that holds secrets.
fn private(path: &Path) -> Result<String, SettingsError> {
    let shown = path.display().to_string();
    let wrong = |what| SettingsError::File { path: shown.clone(), what };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(path).map_err(wrong)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(SettingsError::Open(shown));
        }
    }
    std::fs::read_to_string(path).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(folder: &Path, name: &str, text: &str, mode: u32) -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        }
        path
    }

    #[test]
    #[cfg(unix)]
    fn a_file_that_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let open = kept(folder.path(), "open.toml", "", 0o644);
        assert!(matches!(Settings::of_file(&open), Err(SettingsError::Open(_))));
        let own = kept(folder.path(), "own.toml", "smtp = \"localhost:25\"\nbounces = \"nobody\"\n", 0o600);
        let settings = Settings::of_file(&own).unwrap();
        assert!(matches!(settings.post(None), Err(SettingsError::Bounces(_))));
        assert_eq!(format!("{settings:?}"), "Settings");
    }

    #[test]
    fn a_key_stands_beside_the_settings() {
        let folder = tempfile::tempdir().unwrap();
        let text = "[dkim]\ndomain = \"centre.example\"\nselector = \"site\"\nkey = \"dkim.pem\"\n";
        let path = kept(folder.path(), "own.toml", text, 0o600);
        let settings = Settings::of_file(&path).unwrap();
        assert!(matches!(settings.post(None), Err(SettingsError::File { .. })), "it is not there yet");
        kept(folder.path(), "dkim.pem", "no key", 0o600);
        assert!(matches!(settings.post(None), Err(SettingsError::Key(_))));
        assert!(matches!(Settings::of_file(&kept(folder.path(), "x.toml", "smpt = 1", 0o600)), Err(SettingsError::Form { .. })));
    }
}
