//! How far a long run has come, on a terminal only.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// How often the line is written anew.
const EVERY: Duration = Duration::from_millis(200);

/// How many characters the bar has.
const WIDE: u64 = 24;

/// One line on standard error that is written over, and gone at the end.
pub(super) struct Progress {
    /// The bytes there are, when that is known.
    whole: Option<u64>,
    began: Instant,
    shown: Option<Instant>,
    terminal: bool,
}

impl Progress {
    /// A line for an input of so many bytes.
    pub(super) fn new(whole: Option<u64>) -> Self {
        Self { whole, began: Instant::now(), shown: None, terminal: io::stderr().is_terminal() }
    }

    /// Says how many records and bytes are done.
    pub(super) fn show(&mut self, records: u64, bytes: u64) {
        if !self.terminal || self.shown.is_some_and(|at| at.elapsed() < EVERY) {
            return;
        }
        self.shown = Some(Instant::now());
        // Nobody is told that a line of progress could not be written.
        let _ = write!(io::stderr().lock(), "\r\x1b[K{}", line(records, bytes, self.whole, self.began.elapsed()));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }
}

/// `[######------------------]  25 %  1200 records  400/s`.
fn line(records: u64, bytes: u64, whole: Option<u64>, took: Duration) -> String {
    let rate = u128::from(records) * 1000 / took.as_millis().max(1);
    let said = format!("{records} records  {rate}/s");
    let Some(whole) = whole.filter(|w| *w > 0) else { return said };
    let done = bytes.min(whole);
    let full = usize::try_from(done * WIDE / whole).unwrap_or(0);
    let rest = usize::try_from(WIDE).unwrap_or(0).saturating_sub(full);
    format!("[{}{}] {:>3} %  {said}", "#".repeat(full), "-".repeat(rest), done * 100 / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line() {
        let second = Duration::from_secs(1);
        assert_eq!(line(400, 25, Some(100), second), "[######------------------]  25 %  400 records  400/s");
        assert_eq!(line(400, 300, Some(100), second), "[########################] 100 %  400 records  400/s");
        assert_eq!(line(7, 9, None, second * 2), "7 records  3/s");
        assert_eq!(line(0, 0, Some(0), Duration::ZERO), "0 records  0/s");
    }
}
