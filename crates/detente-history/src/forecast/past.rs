//! Running memories of every tie and every state, year by year.

use crate::signed::{Sign, Signed};

/// A set of states.
pub(super) type Set = [u64; 4];

/// The longest memory in years.
pub(super) const LONG: u16 = 60;

/// What is remembered of a tie.
#[derive(Clone, Copy)]
pub(super) struct Memory {
    pub(super) since_force: u16,
    pub(super) since_change: u16,
    pub(super) since_severe: u16,
    pub(super) since_dispute: u16,
    pub(super) since_rival: u16,
    pub(super) pact_age: u16,
    pub(super) rival_age: u16,
}

impl Default for Memory {
    fn default() -> Self {
        let (never, none) = (LONG, 0);
        Self {
            since_force: never,
            since_change: never,
            since_severe: never,
            since_dispute: never,
            since_rival: never,
            pact_age: none,
            rival_age: none,
        }
    }
}

/// The ties of a state in a year: whom it is friendly and hostile with, and what changed.
#[derive(Clone, Copy, Default)]
pub(super) struct Ties {
    pub(super) friends: Set,
    pub(super) enemies: Set,
    pub(super) rose: Set,
    pub(super) fell: Set,
    pub(super) made_up: Set,
    pub(super) turned_hostile: u16,
    pub(super) lost: u16,
    pub(super) gained: u16,
    pub(super) active: u16,
}

/// The signs of all ties, and the memories as they grow.
pub(super) struct Past<'a> {
    pub(super) signed: &'a Signed,
    pub(super) n: usize,
    signs: Vec<i8>,
    memories: Vec<Memory>,
    ties: Vec<Vec<Ties>>,
}

impl<'a> Past<'a> {
    /// Every tie; no year is in memory yet.
    pub(super) fn new(signed: &'a Signed) -> Self {
        let mut past = Self::blank(signed);
        for i in 0..past.n {
            (i + 1..past.n).for_each(|j| past.note(i, j));
        }
        past
    }

    /// What two states need for the features of their own tie, as of the year `t`; the ties of either with others
    /// as of `ties`.
    pub(super) fn of_two(signed: &'a Signed, (i, j): (usize, usize), t: usize, ties: usize) -> Self {
        let mut past = Self::blank(signed);
        for other in 0..past.n {
            [i, j].into_iter().filter(|s| *s != other).for_each(|s| past.note(s, other));
        }
        (0..=t).for_each(|t| past.remember(i, j, t));
        past.ties = vec![Vec::new(); ties + 1];
        for year in ties.saturating_sub(4)..=ties {
            let mut of_year = vec![Ties::default(); past.n];
            [i, j].into_iter().for_each(|s| of_year[s] = past.year_of(s, year));
            past.ties[year] = of_year;
        }
        past
    }

    fn blank(signed: &'a Signed) -> Self {
        let n = signed.states();
        Self { signed, n, signs: vec![0i8; n * n * signed.years()], memories: vec![Memory::default(); n * n], ties: Vec::new() }
    }

    /// The signs of one tie.
    fn note(&mut self, i: usize, j: usize) {
        let n = self.n;
        for t in (0..self.signed.years()).filter(|_| self.signed.is_recorded(i, j)) {
            let sign = self.signed.sign(i, j, t, Sign::C);
            self.signs[(t * n + i) * n + j] = sign;
            self.signs[(t * n + j) * n + i] = sign;
        }
    }

    pub(super) fn sign(&self, i: usize, j: usize, t: usize) -> i8 {
        self.signs[(t * self.n + i) * self.n + j]
    }

    pub(super) fn memory(&self, i: usize, j: usize) -> &Memory {
        &self.memories[i.min(j) * self.n + i.max(j)]
    }

    /// The ties of a state in a year that is past.
    pub(super) fn ties(&self, i: usize, t: usize) -> &Ties {
        &self.ties[t][i]
    }

    /// Whether the sign of a tie changed from the year before.
    pub(super) fn changed(&self, i: usize, j: usize, t: usize) -> bool {
        let both = |t| self.signed.both(i, j, t);
        t > 0 && both(t) && both(t - 1) && self.sign(i, j, t) != self.sign(i, j, t - 1)
    }

    /// Takes one more year into memory.
    pub(super) fn step(&mut self, t: usize) {
        for i in 0..self.n {
            (i + 1..self.n).for_each(|j| self.remember(i, j, t));
        }
        let year = (0..self.n).map(|i| self.year_of(i, t)).collect();
        self.ties.push(year);
    }

    /// One more year of one tie; where nothing was ever recorded there is nothing to remember.
    fn remember(&mut self, i: usize, j: usize, t: usize) {
        if !self.signed.is_recorded(i, j) {
            return;
        }
        let (changed, both, cell) = (self.changed(i, j, t), self.signed.both(i, j, t), *self.signed.cell(i, j, t));
        let m = &mut self.memories[i.min(j) * self.n + i.max(j)];
        let since = |years: u16, now: bool| if now { 0 } else { (years + 1).min(LONG) };
        m.since_force = since(m.since_force, cell.hostility >= 4);
        m.since_change = since(m.since_change, changed);
        m.since_severe = since(m.since_severe, cell.hostility >= 5 || cell.fatality > 0);
        m.since_dispute = since(m.since_dispute, cell.hostility > 0);
        m.since_rival = since(m.since_rival, cell.rival());
        m.pact_age = if both && cell.pact() { m.pact_age + 1 } else { 0 };
        m.rival_age = if cell.rival() { m.rival_age + 1 } else { 0 };
    }

    fn year_of(&self, i: usize, t: usize) -> Ties {
        let mut out = Ties::default();
        for j in (0..self.n).filter(|j| *j != i && self.signed.is_recorded(i, *j)) {
            let (cell, sign) = (self.signed.cell(i, j, t), self.sign(i, j, t));
            put(&mut out.friends, j, sign > 0);
            put(&mut out.enemies, j, sign < 0);
            out.active += u16::from(cell.force > 0);
            if t >= 5 && self.signed.both(i, j, t - 5) {
                let before = self.sign(i, j, t - 5);
                put(&mut out.rose, j, sign > before);
                put(&mut out.fell, j, sign < before);
                put(&mut out.made_up, j, before < 0 && sign >= 0);
            }
            if t >= 1 && self.signed.both(i, j, t - 1) {
                let both = self.signed.both(i, j, t);
                let (now, then) = (both && cell.pact(), self.signed.cell(i, j, t - 1).pact());
                out.turned_hostile += u16::from(both && sign < 0 && self.sign(i, j, t - 1) >= 0);
                out.lost += u16::from(then && !now);
                out.gained += u16::from(now && !then);
            }
        }
        out
    }
}

fn put(set: &mut Set, j: usize, there: bool) {
    if there {
        set[j / 64] |= 1 << (j % 64);
    }
}

/// How many states are in both sets.
pub(super) fn common(a: &Set, b: &Set) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones()).sum()
}

/// How many states are in a set.
pub(super) fn size(a: &Set) -> u32 {
    common(a, a)
}

/// The sum of the weights of the states in both sets.
pub(super) fn weighted(a: &Set, b: &Set, weight: impl Fn(usize) -> f64) -> f64 {
    let mut sum = 0.0;
    for (word, (a, b)) in a.iter().zip(b).enumerate() {
        let mut rest = a & b;
        while rest != 0 {
            let bit = usize::try_from(rest.trailing_zeros()).unwrap_or(0);
            sum += weight(word * 64 + bit);
            rest &= rest - 1;
        }
    }
    sum
}
