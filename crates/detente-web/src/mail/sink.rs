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
    /// A relay of the same machine or network, which signs (DKIM) and encrypts on its way out.
    Smtp {
        /// Its name or address.
        host: String,
        /// Its port.
        port: u16,
    },
}

/// Why a letter was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SinkError {
    /// The folder cannot be written.
    #[error("{0}")]
    Folder(#[from] std::io::Error),
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
            Self::Smtp { host, port } => {
                let envelope = Envelope::new(Some(mail.from.parse()?), vec![mail.to.parse()?])?;
                let relay = SmtpTransport::builder_dangerous(host).port(*port).timeout(Some(PATIENCE)).build();
                relay.send_raw(&envelope, &mail.bytes)?;
                Ok(())
            }
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
