//! The panel from the built-in chronicle.

use std::collections::BTreeMap;

use super::{Cell, Signed, YEARS};
use crate::chronicle::{Chronicle, FIRST, Pair};

impl Signed {
    /// The panel of a chronicle; capabilities and democracy are as exact as it keeps them.
    #[must_use]
    pub fn of_chronicle(chronicle: &Chronicle) -> Self {
        let mut signed = Self::empty(chronicle.states().iter().map(|s| s.cow).collect());
        signed.figures_of(chronicle);
        signed.mark(chronicle.duties(), |cell, kind| cell.duties |= kind & 31);
        signed.mark(chronicle.rivalries(), |cell, kind| cell.rivals |= kind);
        let near = |kind: u8| if (1..=5).contains(&kind) { 6 - kind } else { 0 };
        signed.mark(chronicle.contiguity(), |cell, kind| cell.border = cell.border.max(near(kind)));
        signed.disputes_of(chronicle);
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

    fn mark(&mut self, pairs: &[Pair], with: impl Fn(&mut Cell, u8)) {
        for pair in pairs {
            for t in pair.span.years() {
                let at = self.at(pair.a, pair.b, t);
                with(&mut self.cells[at], u8::try_from(pair.kind).unwrap_or(0));
            }
        }
    }

    fn disputes_of(&mut self, chronicle: &Chronicle) {
        let mut counts: BTreeMap<usize, u8> = BTreeMap::new();
        for dispute in chronicle.disputes() {
            let Some(t) = dispute.year.checked_sub(FIRST).map(usize::from).filter(|t| *t < YEARS) else { continue };
            let at = self.at(dispute.a, dispute.b, t);
            *counts.entry(at).or_default() += u8::from(dispute.level >= 4);
            let cell = &mut self.cells[at];
            cell.hostility = cell.hostility.max(dispute.level);
            cell.fatality = cell.fatality.max(dispute.deaths);
        }
        for (at, count) in counts {
            self.cells[at].force = count;
        }
    }
}
