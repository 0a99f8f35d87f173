//! Where letters go: a maildir, or an SMTP relay.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::address::Envelope;
use lettre::{SmtpTransport, Transport as _};

use super::Mail;

/// How long a relay may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where letters go.
#[derive(Clone, Debug)]
pub enum Sink {
    /// A folder in maildir form, for development and tests: one file a letter, named after it, so
    /// that the same letter handed over twice is there once.
    Maildir(PathBuf),
    /// A relay.
    Smtp(Relay),
}

/// A relay by its address: `smtp://localhost:25`, `smtps://name:password@mx.example:465`,
/// `smtp://name:password@mx.example:587?tls=required`. It is not shown where it is debugged: it may hold a password.
#[derive(Clone)]
pub struct Relay {
    url: String,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Relay")
    }
}

impl Relay {
    /// The relay of an address, or of `HOST:PORT` for one of the same machine.
    ///
    /// # Errors
    /// [`SinkError::Way`] when it cannot be read, or would send a password in the open.
    pub fn new(address: &str) -> Result<Self, SinkError> {
        let url = if address.contains("://") { address.to_owned() } else { format!("smtp://{address}") };
        SmtpTransport::from_url(&url).map_err(|e| SinkError::Way(e.to_string()))?;
        let bare = url.starts_with("smtp://") && !url.contains("tls=required");
        if bare && url.contains('@') {
            return Err(SinkError::Way("a password goes over TLS only: smtps://, or ?tls=required".to_owned()));
        }
        Ok(Self { url })
    }

    fn send(&self, mail: &Mail) -> Result<(), SinkError> {
        let envelope = Envelope::new(Some(mail.sender.parse()?), vec![mail.to.parse()?])?;
        let relay = SmtpTransport::from_url(&self.url)?.timeout(Some(PATIENCE)).build();
        relay.send_raw(&envelope, &mail.bytes)?;
        Ok(())
    }
}

/// Why a letter was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SinkError {
    /// The folder cannot be written.
    #[error("{0}")]
    Folder(#[from] std::io::Error),
    /// The address of the relay will not do.
    #[error(
        "the address of the relay is not used: {0}\n  mend: localhost:25, smtps://name:password@mx.example:465, or smtp://name:password@mx.example:587?tls=required"
    )]
    Way(String),
    /// The relay refuses.
    #[error("the relay refuses: {0}")]
    Relay(#[from] lettre::transport::smtp::Error),
    /// The address is none.
    #[error("the address cannot be written to: {0}")]
    Address(#[from] lettre::error::Error),
    /// The address is none.
    #[error("the address cannot be written to: {0}")]
    Form(#[from] lettre::address::AddressError),
}

impl Sink {
    /// Whether the sink recognises a letter that it has already.
    #[must_use]
    pub const fn recognises(&self) -> bool {
        matches!(self, Self::Maildir(_))
    }

    /// Hands a letter over.
    ///
    /// # Errors
    /// [`SinkError`] when it is not taken.
    pub fn deliver(&self, mail: &Mail) -> Result<(), SinkError> {
        match self {
            Self::Maildir(folder) => Ok(maildir(folder, mail)?),
            Self::Smtp(relay) => relay.send(mail),
        }
    }
}

/// Writes beside, then moves into place: a reader of the folder never sees half a letter.
fn maildir(folder: &Path, mail: &Mail) -> std::io::Result<()> {
    for part in ["tmp", "new", "cur"] {
        fs::create_dir_all(folder.join(part))?;
    }
    let (beside, place) = (folder.join("tmp").join(&mail.name), folder.join("new").join(&mail.name));
    let mut file = fs::File::create(&beside)?;
    file.write_all(&mail.bytes)?;
    file.sync_all()?;
    fs::rename(beside, place)
}

#[cfg(test)]
mod tests {
    use super::Relay;

    #[test]
    fn a_password_is_not_sent_in_the_open_nor_shown() {
        for good in
            ["localhost:25", "smtp://127.0.0.1:2525", "smtps://a:b@mx.example:465", "smtp://a:b@mx.example:587?tls=required"]
        {
            let relay = Relay::new(good).unwrap();
            assert_eq!(format!("{relay:?}"), "Relay");
        }
        for wrong in ["smtp://a:b@mx.example:25", "smtp://a:b@mx.example:25?tls=opportunistic", "http://mx.example", "smtp://"] {
            assert!(Relay::new(wrong).is_err(), "{wrong}");
        }
    }
}
