//! The signed panel: for every pair of states and every year from 1816 to 2014, what makes them
//! friends or enemies, and the sign that follows.
//!
//! A positive tie is a duty of ATOP in either direction other than bare non-aggression. A negative
//! one is a strategic rivalry, or a dispute in which force was used within five years. Hostility
//! overrides a pact. The four signs differ in what they take for hostile and for friendly:
//!
//! | sign | friendly | hostile |
//! |---|---|---|
//! | `a` | any such duty | rivalry, or a dispute with force in the last five years |
//! | `b` | any such duty | a dispute with force in the last five years |
//! | `c` | any such duty | rivalry, or in five years a fatal dispute, a war or two disputes with force |
//! | `d` | defence or offence only | as `a` |
//!
//! Sign `c` is the default: one bloodless incident at sea does not make an enemy of an ally.

mod cell;
mod embedded;
mod read;

use std::fmt::Write as _;

pub use cell::{Cell, Sign};

use crate::panel::{Column, Kind};

/// The first year.
pub const FIRST: i16 = 1816;
/// The last year that every source covers.
pub const LAST: i16 = 2014;
/// How many years there are.
pub const YEARS: usize = 199;
/// For how many years, its own included, force colours a tie.
pub const MEMORY: usize = 5;

/// The panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// The COW codes of all states that ever were, sorted.
    pub codes: Vec<u16>,
    alive: Vec<bool>,
    /// How many years the cells cover: [`YEARS`], and more when a tie is carried on.
    years: usize,
    /// By pair: which block of cells is its own; block 0 is that of all pairs without a record.
    blocks: Vec<u32>,
    cells: Vec<Cell>,
    capability: Vec<f64>,
    democracy: Vec<f64>,
    major: Vec<bool>,
}

/// What is hostile between two states at the end of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hostility {
    /// How many disputes with force there were in the last five years.
    pub disputes: u16,
    /// Whether one of them was fatal or a war.
    pub severe: bool,
    /// Whether there was force at all in the last five years.
    pub force: bool,
}

impl Signed {
    fn empty(codes: Vec<u16>, years: usize) -> Self {
        let n = codes.len();
        Self {
            years,
            blocks: vec![0; n * (n.saturating_sub(1)) / 2],
            cells: vec![Cell::default(); years],
            alive: vec![false; n * YEARS],
            capability: vec![f64::NAN; n * YEARS],
            democracy: vec![f64::NAN; n * YEARS],
            major: vec![false; n * YEARS],
            codes,
        }
    }

    /// How many states there are.
    #[must_use]
    pub fn states(&self) -> usize {
        self.codes.len()
    }

    /// How many years there are cells of.
    pub(crate) fn years(&self) -> usize {
        self.years
    }

    /// The number of a state.
    #[must_use]
    pub fn state(&self, code: u16) -> Option<usize> {
        self.codes.binary_search(&code).ok()
    }

    #[inline]
    fn block(&self, i: usize, j: usize) -> usize {
        self.blocks[pair(i, j)] as usize
    }

    /// Whether anything was ever recorded between two states.
    #[must_use]
    #[inline]
    pub fn is_recorded(&self, i: usize, j: usize) -> bool {
        self.block(i, j) != 0
    }

    /// What is known of two states, given by number, in the year of number `t`.
    #[must_use]
    #[inline]
    pub fn cell(&self, i: usize, j: usize, t: usize) -> &Cell {
        &self.cells[self.block(i, j) * self.years + t]
    }

    /// The same to be written; a pair without a record gets one.
    fn cell_mut(&mut self, i: usize, j: usize, t: usize) -> &mut Cell {
        let pair = pair(i, j);
        if self.blocks[pair] == 0 {
            self.blocks[pair] = u32::try_from(self.cells.len() / self.years).unwrap_or(0);
            self.cells.resize(self.cells.len() + self.years, Cell::default());
        }
        &mut self.cells[self.blocks[pair] as usize * self.years + t]
    }

    /// A state goes on as it was in the last year of the panel.
    #[inline]
    fn of_state(i: usize, t: usize) -> usize {
        i * YEARS + t.min(YEARS - 1)
    }

    /// Whether a state was a member of the system in the year of number `t`.
    #[must_use]
    pub fn alive(&self, i: usize, t: usize) -> bool {
        self.alive[Self::of_state(i, t)]
    }

    /// Whether both were.
    #[must_use]
    pub fn both(&self, i: usize, j: usize, t: usize) -> bool {
        self.alive(i, t) && self.alive(j, t)
    }

    /// The share of the world's capabilities that a state had (CINC); NaN when unknown.
    #[must_use]
    pub fn capability(&self, i: usize, t: usize) -> f64 {
        self.capability[Self::of_state(i, t)]
    }

    /// How democratic a state was by V-Dem's polyarchy, 0 to 1; NaN when unknown.
    #[must_use]
    pub fn democracy(&self, i: usize, t: usize) -> f64 {
        self.democracy[Self::of_state(i, t)]
    }

    /// Whether a state was a major power.
    #[must_use]
    pub fn major(&self, i: usize, t: usize) -> bool {
        self.major[Self::of_state(i, t)]
    }

    /// The hostility of the last five years.
    #[must_use]
    pub fn hostility(&self, i: usize, j: usize, t: usize) -> Hostility {
        let mut out = Hostility::default();
        for past in t.saturating_sub(MEMORY - 1)..=t {
            let cell = self.cell(i, j, past);
            out.disputes += u16::from(cell.force);
            out.severe |= cell.hostility >= 5 || cell.fatality > 0;
            out.force |= cell.hostility >= 4;
        }
        out
    }

    /// The sign of a tie.
    #[must_use]
    pub fn sign(&self, i: usize, j: usize, t: usize, sign: Sign) -> i8 {
        if self.both(i, j, t) { sign.of(self.cell(i, j, t), self.hostility(i, j, t)) } else { 0 }
    }

    /// Every dyad-year with some evidence within the years, as CSV with a header, sorted.
    #[must_use]
    pub fn csv(&self, years: (i16, i16)) -> String {
        let mut out = HEADER.to_owned();
        for i in 0..self.states() {
            for j in i + 1..self.states() {
                self.dyad(i, j, years, &mut out);
            }
        }
        out
    }

    fn dyad(&self, i: usize, j: usize, years: (i16, i16), out: &mut String) {
        let mut last: Option<usize> = None;
        for (t, year) in (0..YEARS).zip(FIRST..) {
            let (cell, hostility) = (self.cell(i, j, t), self.hostility(i, j, t));
            if cell.hostility >= 4 {
                last = Some(t);
            }
            let evidence = cell.any() || hostility.force;
            if evidence && self.both(i, j, t) && (years.0..=years.1).contains(&year) {
                let since = last.map_or(-1, |l| i64::try_from(t - l).unwrap_or(-1));
                let _ = write!(out, "{},{},{year}", self.codes[i], self.codes[j]);
                cell.write(out);
                let _ = write!(out, ",{since}");
                for sign in Sign::ALL {
                    let _ = write!(out, ",{}", sign.of(cell, hostility));
                }
                out.push('\n');
            }
        }
    }
}

/// The columns of [`Signed::csv`] with their types; no cell is ever missing.
#[must_use]
pub fn columns() -> Vec<Column> {
    let source = |name: &str| match name {
        "ccode1" | "ccode2" | "year" => "system",
        "rival_tss" | "rival_td" => "strategic_rivalries",
        "mid_hostlev" | "mid_fatality" | "yrs_since_force" => "cow_mids",
        name if name.starts_with("sign_") => "signed",
        _ => "atop_alliance",
    };
    HEADER.trim_end().split(',').map(|name| Column::new(name, Kind::Integer, source(name))).collect()
}

/// The number of a pair.
#[inline]
fn pair(i: usize, j: usize) -> usize {
    let (low, high) = (i.min(j), i.max(j));
    high * (high.saturating_sub(1)) / 2 + low
}

const HEADER: &str = "ccode1,ccode2,year,defense,offense,neutral,nonagg,consul,rival_tss,rival_td,mid_hostlev,mid_fatality,yrs_since_force,sign_a,sign_b,sign_c,sign_d\n";
