//! How far a long panel is: one line on a terminal, nothing anywhere else.

use std::io::{IsTerminal as _, Write as _, stderr};

use detente_history::panel::Panel;

use crate::CliError;
use crate::commands::history_folder::said;

/// Panels of fewer rows are done before anyone could read it.
const FEW: u64 = 500_000;
/// The width of the bar.
const WIDTH: u64 = 30;

/// A bar.
pub(super) struct Progress {
    rows: u64,
    all: u64,
    every: u64,
    shown: bool,
}

impl Progress {
    /// The bar of a panel.
    pub(super) fn of(panel: &Panel) -> Result<Self, CliError> {
        let shown = stderr().is_terminal();
        let all = if shown { panel.frame_rows().map_err(said)? } else { 0 };
        Ok(Self { rows: 0, all, every: (all / 100).max(1), shown: shown && all >= FEW })
    }

    /// One more row.
    pub(super) fn step(&mut self) {
        if self.shown {
            self.rows += 1;
            if self.rows.is_multiple_of(self.every) {
                self.show();
            }
        }
    }

    fn show(&self) {
        let done = usize::try_from(self.rows * WIDTH / self.all).unwrap_or(0);
        let bar = "#".repeat(done) + &"-".repeat(usize::try_from(WIDTH).unwrap_or(0).saturating_sub(done));
        let percent = self.rows * 100 / self.all;
        let _ = write!(stderr().lock(), "\r[{bar}] {percent:>3} % of {} rows", self.all);
    }

    /// Clears the line.
    pub(super) fn end(&self) {
        if self.shown {
            let _ = write!(stderr().lock(), "\r\u{1b}[K");
        }
    }
}
