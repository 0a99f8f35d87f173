//! Two centuries of states and what lay between them, year by year.
//!
//! # Data
//! The chronicle is our own condensate of public data sets, compiled in: the states of the Correlates
//! of War system (2017) with the years they existed; the alliance obligations of ATOP 5 (Leeds,
//! Ritter, Mitchell & Long 2002), a duty counted when either side pledged it; militarised disputes
//! of MID 5 (Palmer et al. 2021) by dyad and year; strategic rivalries of Thompson, Sakuwa & Suhas
//! 2021 and of Thompson & Dreyer 2012; direct contiguity 3.2 (Stinnett et al. 2002); major powers;
//! material capability (NMC 6, Singer 1987); polyarchy (V-Dem). `data/history/chronicle.origin.toml`
//! says how it was made and under what terms. Signs end in 2014, with the disputes.
//!
//! # Signs
//! One sign a year and dyad, under four [`Definition`]s; see [`Chronicle::sign`].

mod cell;
mod entry;
mod parse;
mod read;

use std::sync::LazyLock;

pub use cell::{Cell, Definition};
pub(crate) use entry::record;
pub use entry::{RECORD, record_id};
pub use parse::{Dispute, Pair, Span, State};

use crate::HistoryError;

/// The first year of the chronicle.
pub const FIRST: u16 = 1816;

/// The last year with signs: the disputes end here.
pub const LAST: u16 = 2014;

/// How many years have signs.
pub const YEARS: usize = (LAST - FIRST) as usize + 1;

/// A use of force colours its year and the four years after it.
pub const MEMORY: usize = 5;

/// States, and for every dyad with anything between them a [`Cell`] a year.
#[derive(Debug, Default)]
pub struct Chronicle {
    states: Vec<State>,
    alive: Vec<[bool; YEARS]>,
    pairs: Vec<u32>,
    dyads: Vec<(usize, usize)>,
    cells: Vec<Cell>,
    duties: Vec<Pair>,
    disputes: Vec<Dispute>,
    rivalries: Vec<Pair>,
    contiguity: Vec<Pair>,
    majors: Vec<(usize, Span)>,
    capability: Vec<Vec<Option<u32>>>,
    democracy: Vec<Vec<Option<u32>>>,
}

static CHRONICLE: LazyLock<Result<Chronicle, HistoryError>> = LazyLock::new(read::embedded);

/// The embedded chronicle, opened once.
///
/// # Errors
/// [`HistoryError`] when the compiled-in file is malformed; a test keeps that from happening.
pub fn chronicle() -> Result<&'static Chronicle, HistoryError> {
    CHRONICLE.as_ref().map_err(Clone::clone)
}

const NONE: u32 = u32::MAX;

impl Chronicle {
    /// The states, by COW code.
    #[must_use]
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The number of a state by its COW code.
    #[must_use]
    pub fn number(&self, cow: u16) -> Option<usize> {
        self.states.binary_search_by_key(&cow, |s| s.cow).ok()
    }

    /// Whether a state existed in a year, counted from [`FIRST`].
    #[must_use]
    pub fn is_alive(&self, state: usize, year: usize) -> bool {
        self.alive.get(state).and_then(|a| a.get(year)).is_some_and(|a| *a)
    }

    /// Whether both existed.
    #[must_use]
    pub fn both(&self, a: usize, b: usize, year: usize) -> bool {
        a != b && self.is_alive(a, year) && self.is_alive(b, year)
    }

    /// What lay between two states in a year, counted from [`FIRST`]; nothing when none of it is recorded.
    #[must_use]
    pub fn cell(&self, a: usize, b: usize, year: usize) -> Cell {
        match self.pairs.get(a * self.states.len() + b) {
            Some(&pair) if pair != NONE => self.cells.get(pair as usize * YEARS + year).copied().unwrap_or_default(),
            _ => Cell::default(),
        }
    }

    /// Whether anything was ever recorded between two states.
    #[must_use]
    pub fn is_recorded(&self, a: usize, b: usize) -> bool {
        self.pairs.get(a * self.states.len() + b).is_some_and(|pair| *pair != NONE)
    }

    /// The dyads that ever had anything between them, the state with the lower code first.
    #[must_use]
    pub fn dyads(&self) -> &[(usize, usize)] {
        &self.dyads
    }

    /// The sign of a dyad in a year: 1, 0 or -1; 0 when one of them did not exist.
    #[must_use]
    pub fn sign(&self, a: usize, b: usize, year: usize, definition: Definition) -> i8 {
        if self.both(a, b, year) { self.cell(a, b, year).sign(definition) } else { 0 }
    }

    /// Obligations, with the duties of each span.
    #[must_use]
    pub fn duties(&self) -> &[Pair] {
        &self.duties
    }

    /// Disputes, sorted by dyad, year and number.
    #[must_use]
    pub fn disputes(&self) -> &[Dispute] {
        &self.disputes
    }

    /// Rivalries; the kind is 1 for the list of 2021 and 2 for that of 2012.
    #[must_use]
    pub fn rivalries(&self) -> &[Pair] {
        &self.rivalries
    }

    /// Direct contiguity; the kind is 1 for land, then 2 to 5 by miles of water.
    #[must_use]
    pub fn contiguity(&self) -> &[Pair] {
        &self.contiguity
    }

    /// Whether two states touched in a year, by land or across at most 400 miles of water.
    #[must_use]
    pub fn touches(&self, a: usize, b: usize, year: usize) -> bool {
        let (low, high) = (a.min(b), a.max(b));
        let start = self.contiguity.partition_point(|p| (p.a, p.b) < (low, high));
        let own = self.contiguity.iter().skip(start).take_while(|p| (p.a, p.b) == (low, high));
        own.into_iter().any(|p| p.span.has(year))
    }

    /// Whether a state was a major power in a year, counted from [`FIRST`].
    #[must_use]
    pub fn is_major(&self, state: usize, year: usize) -> bool {
        self.majors.iter().any(|(s, span)| *s == state && span.has(year))
    }

    /// The share of a state in the material capability of the system, in ten-millionths.
    #[must_use]
    pub fn capability(&self, state: usize, year: usize) -> Option<u32> {
        self.capability.get(state)?.get(year).copied().flatten()
    }

    /// The polyarchy score of a state, in thousandths.
    #[must_use]
    pub fn democracy(&self, state: usize, year: usize) -> Option<u32> {
        self.democracy.get(state)?.get(year).copied().flatten()
    }
}
