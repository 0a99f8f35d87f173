//! Past ties in the same state, and what became of them: a forecast that names its cases.

use std::collections::BTreeMap;

use super::feature::{DEFENSE, RIVAL, SINCE_FORCE};
use super::outcomes::{Fate, Outcomes};
use super::rows::Rows;

/// The weight of the rate of all ties of a sign in that of one state, in rows.
const PRIOR: f64 = 10.0;

/// How many ties of a kind there were, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many dyad-years.
    pub n: u32,
    /// How many got worse.
    pub worse: u32,
    /// How many got better.
    pub better: u32,
}

impl Count {
    fn add(&mut self, fate: Fate) {
        self.n += 1;
        self.worse += u32::from(fate == Fate::Worse);
        self.better += u32::from(fate == Fate::Better);
    }

    fn join(self, other: Self) -> Self {
        Self { n: self.n + other.n, worse: self.worse + other.worse, better: self.better + other.better }
    }

    /// What became of them, as shares.
    #[must_use]
    pub fn shares(self) -> Outcomes {
        let n = f64::from(self.n.max(1));
        Outcomes::new(f64::from(self.worse) / n, f64::from(self.better) / n)
    }
}

/// The state of a tie, as a number: its sign, years since force, rivalry, a duty of defence.
pub(super) fn state(sign: i8, feature: impl Fn(usize) -> f32) -> u16 {
    let mut key = u16::from(sign.unsigned_abs()) + u16::from(sign < 0);
    for (of, size) in [(SINCE_FORCE, 7), (RIVAL, 2), (DEFENSE, 2)] {
        let held = feature(of).clamp(0.0, 6.0);
        let value = (0..7u8).rev().find(|n| f32::from(*n) <= held).unwrap_or(0);
        key = key * size + u16::from(value);
    }
    key
}

/// What became of ties within ten known years, by sign and state.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cases {
    pub(super) counts: BTreeMap<(i8, u16), Count>,
}

impl Cases {
    /// Counts some rows.
    pub(super) fn new(rows: &Rows, held: &[usize]) -> Self {
        let mut out = Self::default();
        for row in held {
            let sign = rows.sign[*row];
            let key = state(sign, |f| rows.features[f][*row]);
            out.counts.entry((sign, key)).or_default().add(rows.fate(*row));
        }
        out
    }

    /// All ties of a sign.
    pub(super) fn of_sign(&self, sign: i8) -> Count {
        self.counts.iter().filter(|((s, _), _)| *s == sign).fold(Count::default(), |all, (_, c)| all.join(*c))
    }

    /// The ties in one state.
    pub(super) fn of_state(&self, sign: i8, state: u16) -> Count {
        self.counts.get(&(sign, state)).copied().unwrap_or_default()
    }

    /// The forecast for a state: its own shares, drawn towards those of its sign where cases are few.
    pub(super) fn forecast(&self, sign: i8, state: u16) -> Outcomes {
        let (all, own) = (self.of_sign(sign).shares(), self.of_state(sign, state));
        let share = |k: u32, of: f64| (f64::from(k) + PRIOR * of) / (f64::from(own.n) + PRIOR);
        Outcomes::new(share(own.worse, all.worsens), share(own.better, all.improves))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_cases_are_drawn_towards_their_sign() {
        let counts = [((1, 0), Count { n: 90, worse: 0, better: 0 }), ((1, 4), Count { n: 10, worse: 10, better: 0 })];
        let cases = Cases { counts: counts.into_iter().collect() };
        assert!((cases.forecast(1, 4).worsens - 0.55).abs() < 1e-12);
        assert!((cases.forecast(1, 99).worsens - 0.1).abs() < 1e-12);
        assert_eq!(cases.forecast(-1, 0).holds, 1.0);
    }

    #[test]
    fn states_differ_by_sign_force_rivalry_and_defence() {
        let of = |sign, force: f32| state(sign, move |f| if f == SINCE_FORCE { force } else { 0.0 });
        assert_ne!(of(1, 3.0), of(-1, 3.0));
        assert_ne!(of(0, 3.0), of(0, 4.0));
        assert_eq!(of(0, 7.0), of(0, 60.0));
    }
}
