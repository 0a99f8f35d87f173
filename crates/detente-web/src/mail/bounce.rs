//! Letters that come back: delivery reports (RFC 3464) in a maildir, read and counted.
//!
//! Each letter leaves with a return path of its own, `bounces+ID.MARK@…`, whose mark only this site can
//! make: whoever writes a report by hand cannot end the letters of someone else.

use std::fs;
use std::path::Path;

use detente_ledger::LedgerError;

use crate::app::App;
use crate::token::Keys;

/// A report is read up to so many bytes: its own part stands before the letter that it returns.
const MOST_BYTES: usize = 256 << 10;

/// The address to which a letter comes back.
#[must_use]
pub fn return_path(keys: &Keys, base: &str, subscriber: i64) -> Option<String> {
    let (name, domain) = base.split_once('@')?;
    Some(format!("{name}+{subscriber}.{}@{domain}", keys.short("bounce", &subscriber.to_string())))
}

/// The subscriber to whom a letter could not be brought for good; none for a delay, or what is no report of ours.
#[must_use]
pub fn failed(keys: &Keys, base: &str, report: &[u8]) -> Option<i64> {
    let text = String::from_utf8_lossy(report.get(..MOST_BYTES).unwrap_or(report)).replace("\r\n", "\n");
    let field = |name: &str| {
        let line = text.lines().find_map(|l| {
            let (own, value) = l.split_once(':')?;
            own.eq_ignore_ascii_case(name).then(|| value.trim().to_ascii_lowercase())
        });
        line.unwrap_or_default()
    };
    let is_report = text.to_ascii_lowercase().contains("report-type=delivery-status")
        || text.to_ascii_lowercase().contains("report-type=\"delivery-status\"");
    let for_good = field("action").starts_with("failed") && field("status").starts_with('5');
    let (name, _) = base.split_once('@')?;
    (is_report && for_good).then_some(())?;
    let before = format!("{name}+");
    text.match_indices(&before).filter_map(|(at, found)| text.get(at + found.len()..)).find_map(|rest| named(keys, rest))
}

/// The subscriber of `ID.MARK@…`, when the mark is ours.
fn named(keys: &Keys, rest: &str) -> Option<i64> {
    let (token, _) = rest.split_once('@')?;
    let (id, mark) = token.split_once('.')?;
    let ours = id.len() <= 19 && keys.fits_short("bounce", id, mark);
    ours.then(|| id.parse().ok()).flatten()
}

/// Counts the reports in a maildir, and puts what was read away; how many letters came back for good.
///
/// # Errors
/// [`LedgerError`] when the count cannot be kept; the report then waits.
pub fn take(app: &App, folder: &Path, base: &str) -> Result<u64, LedgerError> {
    let Ok(entries) = fs::read_dir(folder.join("new")) else { return Ok(0) };
    let mut paths: Vec<_> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.sort();
    let mut n = 0;
    for path in paths {
        let Ok(report) = fs::read(&path) else { continue };
        if let Some(subscriber) = failed(&app.keys, base, &report) {
            app.note(|site| site.bounced(subscriber, app.clock.seconds()))?;
            n += 1;
        }
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let seen = folder.join("cur");
        let moved = fs::create_dir_all(&seen).and_then(|()| fs::rename(&path, seen.join(format!("{name}:2,S"))));
        if let Err(e) = moved {
            // Counting it again and again would end the letters of a reader for one report.
            (app.config.tell)(&format!("{}: {e}", path.display()));
            break;
        }
    }
    Ok(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::new("a secret of more than thirty-two characters").unwrap()
    }

    fn report(to: &str, action: &str, status: &str) -> String {
        format!(
            "To: <{to}>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; gone@example.org\r\nAction: {action}\r\nStatus: {status}\r\n\r\n--x--\r\n"
        )
    }

    #[test]
    fn a_failure_for_good_names_its_subscriber_and_nothing_else_does() {
        let base = "bounces@centre.example";
        let own = return_path(&keys(), base, 7).unwrap();
        assert!(own.starts_with("bounces+7.") && own.split('@').next().unwrap().len() <= 64);
        let read = |text: &str| failed(&keys(), base, text.as_bytes());
        assert_eq!(read(&report(&own, "failed", "5.1.1")), Some(7));
        assert_eq!(read(&report(&own, "delayed", "4.4.1")), None);
        assert_eq!(read(&report(&own, "failed", "4.4.7")), None);
        assert_eq!(read(&report(&own.replace("+7.", "+8."), "failed", "5.1.1")), None, "nobody ends the letters of another");
        assert_eq!(read(&report("bounces@centre.example", "failed", "5.1.1")), None);
        assert_eq!(read(&report(&own, "failed", "5.1.1").replace("delivery-status", "feedback-report")), None);
    }
}
