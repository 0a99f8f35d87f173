//! A letter in the language of its reader: words and HTML, with the lines that RFC 8058 asks for.

use std::time::{Duration, UNIX_EPOCH};

use detente_ledger::LedgerError;
use detente_ledger::site::{BriefId, Envelope, LetterKind, Site, State};
use detente_lens::Arg;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use maud::{DOCTYPE, html};

use super::bounce;
use crate::app::{App, Profile, profile};
use crate::page::link;
use crate::words::Tongue;

/// A letter ready to be handed over.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The name of its file: that of the letter and the reader.
    pub name: String,
    /// From whom.
    pub from: String,
    /// To whom it comes back when it cannot be brought.
    pub sender: String,
    /// To whom.
    pub to: String,
    /// The whole letter, signed where there is a key.
    pub bytes: Vec<u8>,
}

/// What a letter says.
struct Words {
    subject: String,
    lines: Vec<String>,
    link: String,
    label: String,
    leave: Option<String>,
}

/// The letter of an envelope; none when it cannot be written, such as for a brief that was withdrawn.
///
/// # Errors
/// [`LedgerError`] when the site cannot be read.
pub fn compose(app: &App, site: &Site, envelope: &Envelope) -> Result<Option<Mail>, LedgerError> {
    let profile = profile(site)?;
    let words = match envelope.body.kind {
        LetterKind::Confirm => confirmation(app, envelope, &profile),
        LetterKind::Brief => brief(app, site, envelope)?,
    };
    Ok(words.and_then(|w| written(app, envelope, &profile, &w)))
}

fn confirmation(app: &App, envelope: &Envelope, profile: &Profile) -> Option<Words> {
    let tongue = Tongue(envelope.to.language);
    let secret = envelope.body.secret.as_ref()?;
    let name = [("name", Arg::Text(tongue.of(&profile.name).to_owned()))];
    Some(Words {
        subject: tongue.with("mail-confirm-subject", &name),
        lines: vec![tongue.with("mail-confirm-why", &name), tongue.say("mail-confirm-ignore")],
        link: format!("{}/newsletter/confirm/{secret}", app.config.origin),
        label: tongue.say("site-confirm-button"),
        leave: None,
    })
}

fn brief(app: &App, site: &Site, envelope: &Envelope) -> Result<Option<Words>, LedgerError> {
    let tongue = Tongue(envelope.to.language);
    let listed = site.listed(BriefId(envelope.body.brief.unwrap_or_default()))?;
    if listed.state != State::Published {
        return Ok(None);
    }
    let token = app.keys.sign("unsubscribe", &envelope.to.id.to_string());
    Ok(Some(Words {
        subject: tongue.of(&listed.head.title).to_owned(),
        lines: vec![tongue.of(&listed.head.summary).to_owned()],
        link: app.address(tongue.0, &link::brief(listed.id, &listed.head, tongue.0)),
        label: tongue.say("mail-read"),
        leave: Some(format!("{}/newsletter/u/{token}", app.config.origin)),
    }))
}

/// Writes the letter down. A subject is one line: a title with a line break cannot add lines to the head.
fn written(app: &App, envelope: &Envelope, profile: &Profile, words: &Words) -> Option<Mail> {
    let tongue = Tongue(envelope.to.language);
    let host =
        app.config.origin.split("://").nth(1).unwrap_or("localhost").split([':', '/']).next().unwrap_or("localhost").to_owned();
    let from = profile.contact.clone().unwrap_or_else(|| format!("newsletter@{host}"));
    let name = format!("{}-{}", envelope.letter, envelope.to.id);
    let one_line: String = words.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut message = Message::builder()
        .from(Mailbox::new(Some(tongue.of(&profile.name).to_owned()), from.parse().ok()?))
        .to(Mailbox::new(None, envelope.to.address.parse().ok()?))
        .subject(one_line)
        .message_id(Some(format!("<{name}.{}@{host}>", envelope.time.replace([':', '-'], ""))))
        .date(UNIX_EPOCH + Duration::from_secs(u64::try_from(app.clock.seconds()).unwrap_or_default()));
    if let Some(leave) = &words.leave {
        let ways = format!("<{leave}>, <mailto:{from}?subject=unsubscribe>");
        message = message.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("List-Unsubscribe"), ways)).raw_header(
            HeaderValue::new(HeaderName::new_from_ascii_str("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click".to_owned()),
        );
    }
    let body = MultiPart::alternative_plain_html(plain(words, tongue), page(words, tongue));
    let bytes = signed(app, message.multipart(body).ok()?.formatted())?;
    let bounces = app.config.post.bounces.as_ref();
    let sender = bounces.and_then(|b| bounce::return_path(&app.keys, b, envelope.to.id)).unwrap_or_else(|| from.clone());
    Some(Mail { name, from, sender, to: envelope.to.address.clone(), bytes })
}

/// The letter with its signature before it; none when it cannot be signed though it is to be.
fn signed(app: &App, letter: Vec<u8>) -> Option<Vec<u8>> {
    let Some(signer) = &app.config.post.signer else { return Some(letter) };
    let line = signer.line(&letter, app.clock.seconds()).ok()?;
    Some([line.into_bytes(), letter].concat())
}

fn plain(words: &Words, tongue: Tongue) -> String {
    let mut out = format!("{}\n\n{}\n\n{}:\n{}\n", words.subject, words.lines.join("\n\n"), words.label, words.link);
    if let Some(leave) = &words.leave {
        out.push_str(&format!("\n--\n{}:\n{leave}\n", tongue.say("mail-leave")));
    }
    out
}

fn page(words: &Words, tongue: Tongue) -> String {
    let dir = tongue.0.dir();
    let markup = html! {
        (DOCTYPE)
        html lang=(tongue.0.tag()) dir=(dir) {
            head { meta charset="utf-8"; title { (words.subject) } }
            body dir=(dir) {
                table dir=(dir) role="presentation" width="100%" { tr { td {
                    h1 { (words.subject) }
                    @for line in &words.lines { p { (line) } }
                    p { a href=(words.link) { (words.label) } }
                    @if let Some(leave) = &words.leave { hr; p { a href=(leave) { (tongue.say("mail-leave")) } } }
                } } }
            }
        }
    };
    markup.into_string()
}
