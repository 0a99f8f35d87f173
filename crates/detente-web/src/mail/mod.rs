//! Letters: composed from the queue, handed to a sink, settled.

pub mod bounce;
mod compose;
mod dkim;
mod sink;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use detente_ledger::LedgerError;

use crate::app::App;
pub use compose::{Mail, compose};
pub use dkim::{SignError, Signer};
pub use sink::{Relay, Sink, SinkError};

/// How letters leave and come back.
#[derive(Clone, Debug, Default)]
pub struct Post {
    /// Where letters go; none are sent without it.
    pub sink: Option<Sink>,
    /// What signs them.
    pub signer: Option<Arc<Signer>>,
    /// The address to which they come back, before what marks each of them.
    pub bounces: Option<String>,
    /// The maildir in which reports of those that came back are found.
    pub reports: Option<PathBuf>,
}

/// How long the mailer rests when there is nothing to do.
const REST: Duration = Duration::from_millis(500);
/// How long after a refusal a letter is tried again, doubled each time by the sink's patience.
const AGAIN_SECONDS: i64 = 300;

/// Hands over every letter that is due; how many went out.
///
/// # Errors
/// [`LedgerError`] when the queue cannot be read or written.
pub fn send_due(app: &App, sink: &Sink) -> Result<u64, LedgerError> {
    let mut n = 0;
    while let Some(envelope) = app.note(|site| site.take_letter(app.clock.seconds()))? {
        let mail = app.read(|site| compose(app, site, &envelope))?;
        let handed = match mail {
            Some(mail) => sink.deliver(&mail).map_err(|e| e.to_string()),
            None => Err("there is nothing to send: the brief is not published".to_owned()),
        };
        match handed {
            Ok(()) => app.note(|site| site.settle_letter(&envelope, None))?,
            Err(why) => app.note(|site| site.settle_letter(&envelope, Some((&why, app.clock.seconds() + AGAIN_SECONDS))))?,
        }
        n += 1;
    }
    Ok(n)
}

/// Works off the queue until told to stop. What was cut off at the last end is settled first.
pub(crate) fn work(app: &Arc<App>, sink: &Sink, stop: &AtomicBool) {
    let mut resumed = false;
    while !stop.load(Ordering::Acquire) {
        if !resumed {
            resumed = app.note(|site| site.resume_letters(sink.recognises())).is_ok();
        }
        // A database that is busy now is asked again after a rest; the queue keeps every letter.
        let _ = send_due(app, sink);
        if let (Some(base), Some(folder)) = (&app.config.post.bounces, &app.config.post.reports) {
            let _ = bounce::take(app, folder, base);
        }
        std::thread::sleep(REST);
    }
}
