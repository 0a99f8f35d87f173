//! Secrets: random ones, and marks that only this site can make.

use std::path::Path;

use detente_codebook::Digest;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The secret of the site, from which every mark is made.
#[derive(Clone)]
pub struct Keys {
    secret: Vec<u8>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

/// Why there is no secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Random(String),
    /// The file of the secret cannot be read or written.
    #[error("{path}: {what}; the secret of the site stands in this file, readable by its owner only")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        what: String,
    },
    /// The secret is too short to be one.
    #[error("the secret of the site has fewer than 32 characters")]
    Short,
}

/// Thirty-two random bytes.
///
/// # Errors
/// [`KeyError::Random`].
pub fn random() -> Result<[u8; 32], KeyError> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| KeyError::Random(e.to_string()))?;
    Ok(bytes)
}

/// A random secret in hexadecimal digits.
///
/// # Errors
/// [`KeyError::Random`].
pub fn secret() -> Result<String, KeyError> {
    Ok(hexadecimal(&random()?))
}

/// What is kept of a secret: its digest.
#[must_use]
pub fn digest(secret: &str) -> String {
    Digest::of(secret.as_bytes()).as_str().to_owned()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    (0..hexadecimal.len() / 2).map(|i| u8::from_str_radix(hexadecimal.get(2 * i..2 * i + 2)?, 16).ok()).collect()
}

impl Keys {
    /// Keys from a secret of at least 32 characters.
    ///
    /// # Errors
    /// [`KeyError::Short`].
    pub fn new(secret: &str) -> Result<Self, KeyError> {
        let secret = secret.trim().as_bytes().to_vec();
        if secret.len() < 32 { Err(KeyError::Short) } else { Ok(Self { secret }) }
    }

    /// Keys that are gone with the program.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub fn fresh() -> Result<Self, KeyError> {
        Self::new(&secret()?)
    }

    /// The keys in a file, which is made, for its owner only, where it is missing.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn of_file(path: &Path) -> Result<Self, KeyError> {
        let wrong = |e: std::io::Error| KeyError::File { path: path.display().to_string(), what: e.to_string() };
        match std::fs::read_to_string(path) {
            Ok(secret) => Self::new(&secret),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let made = secret()?;
                write_private(path, &made).map_err(wrong)?;
                Self::new(&made)
            }
            Err(e) => Err(wrong(e)),
        }
    }

    fn mac(&self, purpose: &str, text: &str) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).ok()?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        Some(mac)
    }

    /// The mark of a text for a purpose.
    #[must_use]
    pub fn mark(&self, purpose: &str, text: &str) -> String {
        self.mac(purpose, text).map(|m| hexadecimal(&m.finalize().into_bytes())).unwrap_or_default()
    }

    /// The first half of the mark, for where there is little room: 128 bits.
    #[must_use]
    pub fn short(&self, purpose: &str, text: &str) -> String {
        self.mark(purpose, text).chars().take(32).collect()
    }

    /// Whether a short mark is ours; compared in constant time.
    #[must_use]
    pub fn fits_short(&self, purpose: &str, text: &str, mark: &str) -> bool {
        let bytes = (mark.len() == 32).then(|| bytes(mark)).flatten();
        let mac = self.mac(purpose, text).zip(bytes);
        mac.is_some_and(|(mac, bytes)| mac.verify_truncated_left(&bytes).is_ok())
    }

    /// A text with its mark: `text.mark`.
    #[must_use]
    pub fn sign(&self, purpose: &str, text: &str) -> String {
        format!("{text}.{}", self.mark(purpose, text))
    }

    /// The text of a signed one, when the mark is ours.
    #[must_use]
    pub fn open<'t>(&self, purpose: &str, signed: &'t str) -> Option<&'t str> {
        let (text, mark) = signed.rsplit_once('.')?;
        self.mac(purpose, text)?.verify_slice(&bytes(mark)?).ok()?;
        Some(text)
    }
}

#[cfg(unix)]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    std::fs::write(path, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nobody_guesses_a_mark(text in "\\PC{0,40}") {
            let keys = Keys::new("a secret of more than thirty-two characters").unwrap();
            prop_assert_eq!(keys.open("vote", &text), None);
            let signed = keys.sign("vote", &text);
            prop_assert_eq!(keys.open("vote", &signed), Some(text.as_str()));
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_secret_is_made_once_and_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("site.key");
        let made = Keys::of_file(&path).unwrap().sign("vote", "7");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(Keys::of_file(&path).unwrap().open("vote", &made), Some("7"));
    }

    #[test]
    fn only_our_own_mark_opens() {
        let keys = Keys::new("a secret of more than thirty-two characters").unwrap();
        let signed = keys.sign("vote", "7");
        assert_eq!(keys.open("vote", &signed), Some("7"));
        assert_eq!(keys.open("letter", &signed), None);
        assert_eq!(keys.open("vote", &signed.replace('7', "8")), None);
        assert_eq!(keys.open("vote", "7."), None);
        let others = Keys::new("another secret of more than thirty-two letters").unwrap();
        assert_eq!(others.open("vote", &signed), None);
        assert!(Keys::new("short").is_err());
    }
}
