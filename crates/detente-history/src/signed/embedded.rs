//! The panel from the built-in chronicle.

use std::collections::BTreeMap;

use super::{Cell, Signed, YEARS};
use crate::chronicle::{Chronicle, FIRST, Pair};

/// Which ties of the chronicle are taken.
#[derive(Clone, Copy)]
enum Ties {
    All,
    /// Those of two states, which is all that a forecast of their own tie looks at.
    Of(usize, usize),
}

impl Ties {
    fn take(self, a: usize, b: usize) -> bool {
        match self {
            Self::All => true,
            Self::Of(i, j) => a == i || a == j || b == i || b == j,
        }
    }
}

impl Signed {
    /// The panel of a chronicle; capabilities and democracy are as exact as it keeps them.
    #[must_use]
    pub fn of_chronicle(chronicle: &Chronicle) -> Self {
        Self::of_ties(chronicle, Ties::All, YEARS)
    }

    /// The panel of the ties of two states, with what came after its end between the two themselves.
    #[must_use]
    pub(crate) fn of_two(chronicle: &Chronicle, (i, j): (usize, usize), later: &[Cell]) -> Self {
        let mut signed = Self::of_ties(chronicle, Ties::Of(i, j), YEARS + later.len());
        for (t, cell) in (YEARS..).zip(later) {
            *signed.cell_mut(i, j, t) = *cell;
        }
        signed
    }

    fn of_ties(chronicle: &Chronicle, ties: Ties, years: usize) -> Self {
        let mut signed = Self::empty(chronicle.states().iter().map(|s| s.cow).collect(), years);
        signed.figures_of(chronicle);
        signed.mark(chronicle.duties(), ties, |cell, kind| cell.duties |= kind & 31);
        signed.mark(chronicle.rivalries(), ties, |cell, kind| cell.rivals |= kind);
        let near = |kind: u8| if (1..=5).contains(&kind) { 6 - kind } else { 0 };
        signed.mark(chronicle.contiguity(), ties, |cell, kind| cell.border = cell.border.max(near(kind)));
        signed.disputes_of(chronicle, ties);
        signed
    }

    fn figures_of(&mut self, chronicle: &Chronicle) {
        for i in 0..self.states() {
            for t in 0..YEARS {
                let at = i * YEARS + t;
                self.alive[at] = chronicle.is_alive(i, t);
                self.major[at] = chronicle.is_major(i, t);
                self.capability[at] = chronicle.capability(i, t).map_or(f64::NAN, |c| f64::from(c) / 1e7);
                self.democracy[at] = chronicle.democracy(i, t).map_or(f64::NAN, |d| f64::from(d) / 1e3);
            }
        }
    }

    fn mark(&mut self, pairs: &[Pair], ties: Ties, with: impl Fn(&mut Cell, u8)) {
        for pair in pairs.iter().filter(|p| ties.take(p.a, p.b)) {
            for t in pair.span.years() {
                with(self.cell_mut(pair.a, pair.b, t), u8::try_from(pair.kind).unwrap_or(0));
            }
        }
    }

    fn disputes_of(&mut self, chronicle: &Chronicle, ties: Ties) {
        let mut counts: BTreeMap<(usize, usize, usize), u8> = BTreeMap::new();
        for dispute in chronicle.disputes().iter().filter(|d| ties.take(d.a, d.b)) {
            let Some(t) = dispute.year.checked_sub(FIRST).map(usize::from).filter(|t| *t < YEARS) else { continue };
            *counts.entry((dispute.a, dispute.b, t)).or_default() += u8::from(dispute.level >= 4);
            let cell = self.cell_mut(dispute.a, dispute.b, t);
            cell.hostility = cell.hostility.max(dispute.level);
            cell.fatality = cell.fatality.max(dispute.deaths);
        }
        for ((a, b, t), count) in counts {
            self.cell_mut(a, b, t).force = count;
        }
    }
}
