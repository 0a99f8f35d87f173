//! The rows of the forecast: ties at the end of a year, with what became of them.

use super::HORIZON;
use super::feature::FEATURES;
use super::outcomes::Fate;
use super::past::{Past, Ties, common, size, weighted};
use crate::signed::{Cell, FIRST, MEMORY, Signed, YEARS};

/// What is forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The sign is another one at some time.
    Change,
    /// A tie that is not hostile becomes hostile.
    TurnNegative,
    /// A friendly tie is friendly no more.
    PactLost,
}

impl Target {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Change, Self::TurnNegative, Self::PactLost];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::TurnNegative => "turn_negative",
            Self::PactLost => "pact_lost",
        }
    }
}

/// Ties with their features and outcomes.
pub struct Rows {
    /// The year of each row.
    pub year: Vec<i16>,
    /// The two states, by number.
    pub pair: Vec<(u16, u16)>,
    /// The sign at the end of the year.
    pub sign: Vec<i8>,
    /// The features, one list for each.
    pub features: Vec<Vec<f32>>,
    changed: Vec<bool>,
    hostile: Vec<bool>,
    codes: Vec<u16>,
    /// By year and target: the share of ties that changed within that year alone.
    yearly: Vec<[f64; 3]>,
}

impl Rows {
    /// The rows of the years from `first` on. The last five have no outcome yet: see [`Rows::is_known`].
    #[must_use]
    pub fn new(signed: &Signed, first: i16) -> Self {
        let mut past = Past::new(signed);
        let features = vec![Vec::new(); FEATURES.len()];
        let (year, pair, sign, yearly) = (Vec::new(), Vec::new(), Vec::new(), vec![[f64::NAN; 3]; YEARS]);
        let mut rows =
            Self { year, pair, sign, features, changed: Vec::new(), hostile: Vec::new(), codes: signed.codes.clone(), yearly };
        for t in 0..YEARS {
            past.step(t);
            rows.yearly[t] = in_one_year(&past, t);
            let year = FIRST + i16::try_from(t).unwrap_or(0);
            if year >= first && t >= 20 {
                rows.add(&past, t, year);
            }
        }
        rows
    }

    fn add(&mut self, past: &Past, t: usize, year: i16) {
        for i in 0..past.n {
            for j in (i + 1..past.n).filter(|j| counts(past, i, *j, t)) {
                let now = past.sign(i, j, t);
                let later = (t + 1..=(t + HORIZON).min(YEARS - 1)).map(|t| past.sign(i, j, t));
                self.year.push(year);
                self.pair.push((number(i), number(j)));
                self.sign.push(now);
                self.changed.push(later.clone().any(|s| s != now));
                self.hostile.push(later.clone().any(|s| s < 0));
                for (column, value) in self.features.iter_mut().zip(features(past, (i, j), t, t)) {
                    column.push(value);
                }
            }
        }
    }

    /// Whether what became of a row is known: the five years after it are in the panel.
    #[must_use]
    pub fn is_known(&self, row: usize) -> bool {
        usize::try_from(self.year[row] - FIRST).is_ok_and(|t| t + HORIZON < YEARS)
    }

    /// Whether a row has the state from which the target starts.
    #[must_use]
    pub fn has(&self, row: usize, target: Target) -> bool {
        match target {
            Target::Change => true,
            Target::TurnNegative => self.sign[row] >= 0,
            Target::PactLost => self.sign[row] > 0,
        }
    }

    /// Whether it came out.
    #[must_use]
    pub fn outcome(&self, row: usize, target: Target) -> bool {
        if target == Target::TurnNegative { self.hostile[row] } else { self.changed[row] }
    }

    /// What became of a row: worse, as before, better.
    #[must_use]
    pub fn fate(&self, row: usize) -> Fate {
        match (self.changed[row], self.sign[row]) {
            (false, _) => Fate::Held,
            (true, 1..) => Fate::Worse,
            (true, 0) if self.hostile[row] => Fate::Worse,
            (true, _) => Fate::Better,
        }
    }

    /// The region of a tie: that of both states, or `across`.
    #[must_use]
    pub fn region(&self, row: usize) -> &'static str {
        let (a, b) = self.pair[row];
        let of = |n: u16| self.codes.get(usize::from(n)).map_or("", |code| region(*code));
        if of(a) == of(b) { of(a) } else { "across" }
    }

    /// The rate within a horizon at which ordinary recent years go on: the geometric mean of the
    /// yearly rates of the ten years up to `year`.
    #[must_use]
    pub fn ordinary_rate(&self, year: i16, target: Target) -> f64 {
        let t = usize::try_from(year - FIRST).unwrap_or(0);
        let rates = (t.saturating_sub(9)..=t).map(|t| self.yearly[t][target as usize]).filter(|r| !r.is_nan());
        let (sum, n) = rates.fold((0.0, 0.0), |(sum, n), rate| (sum + rate.max(0.001).ln(), n + 1.0));
        1.0 - (1.0 - (sum / f64::max(n, 1.0)).exp()).powi(5)
    }
}

/// The region of a COW code: its first digit.
fn region(code: u16) -> &'static str {
    match code {
        0..200 => "Americas",
        200..400 => "Europe",
        400..600 => "Africa",
        600..700 => "Middle East",
        _ => "Asia and Pacific",
    }
}

fn number(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// The shares of ties that changed, turned hostile, lost a friend in one year, among all pairs.
fn in_one_year(past: &Past, t: usize) -> [f64; 3] {
    let (mut n, mut k) = ([0u32; 3], [0u32; 3]);
    if t == 0 {
        return [f64::NAN; 3];
    }
    for i in 0..past.n {
        for j in (i + 1..past.n).filter(|j| past.signed.both(i, *j, t) && past.signed.both(i, *j, t - 1)) {
            let (then, now) = (past.sign(i, j, t - 1), past.sign(i, j, t));
            let (from, came) = ([true, then >= 0, then > 0], [now != then, now < 0, now < 1]);
            for target in (0..3).filter(|target| from[*target]) {
                n[target] += 1;
                k[target] += u32::from(came[target]);
            }
        }
    }
    [0, 1, 2].map(|target| if n[target] == 0 { f64::NAN } else { f64::from(k[target]) / f64::from(n[target]) })
}

/// Whether a pair is a row: both outlive the horizon, and they matter to each other.
fn counts(past: &Past, i: usize, j: usize, t: usize) -> bool {
    let signed = past.signed;
    (t..=(t + HORIZON).min(YEARS - 1)).all(|t| signed.both(i, j, t)) && matters(past, i, j, t)
}

/// Whether two states are neighbours, count a major power, or had a tie in the last ten years.
pub(super) fn matters(past: &Past, i: usize, j: usize, t: usize) -> bool {
    let signed = past.signed;
    let relevant = signed.cell(i, j, t).border > 0 || signed.major(i, t) || signed.major(j, t);
    relevant || (0..10).any(|d| past.sign(i, j, t - d) != 0)
}

/// The features of one tie at the end of the year `t`, in the order of [`FEATURES`]; what the two states have with
/// others is that of the year `ties`, which is earlier only where a tie is carried on past the end of the panel.
pub(super) fn features(past: &Past, (i, j): (usize, usize), t: usize, ties: usize) -> Vec<f32> {
    let mut out = Vec::with_capacity(FEATURES.len());
    own(past, i, j, t, &mut out);
    members(past, (i, j), t, ties, &mut out);
    memories(past, i, j, t, &mut out);
    states(past, i, j, ties, &mut out);
    triads(past, i, j, ties, &mut out);
    out.iter_mut().filter(|v| v.is_nan()).for_each(|v| *v = -1.0);
    out
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

#[expect(clippy::cast_possible_truncation, reason = "a feature needs no more than the precision of f32")]
fn short(value: f64) -> f32 {
    value as f32
}

fn own(past: &Past, i: usize, j: usize, t: usize, out: &mut Vec<f32>) {
    let (m, cell, sign) = (past.memory(i, j), past.signed.cell(i, j, t), past.sign(i, j, t));
    let hostility = past.signed.hostility(i, j, t);
    let changes = (t.saturating_sub(19)..=t).filter(|t| past.changed(i, j, *t)).count();
    out.extend([flag(sign > 0), flag(sign < 0), f32::from(m.since_force), f32::from(m.since_change)]);
    out.extend([f32::from(number(changes)), f32::from(m.pact_age), f32::from(m.rival_age), flag(cell.rival())]);
    out.extend([f32::from(hostility.disputes), flag(hostility.severe)]);
    out.extend((0..5).map(|n| flag(cell.duty(n))));
}

fn members(past: &Past, (i, j): (usize, usize), t: usize, ties: usize, out: &mut Vec<f32>) {
    let (signed, cell) = (past.signed, past.signed.cell(i, j, t));
    let power = |s: usize| short(signed.capability(s, t).max(1e-6).ln());
    let (a, b) = (power(i), power(j));
    out.extend([f32::from(cell.border), flag(cell.border >= 5), (a - b).abs(), a.max(b)]);
    out.push(flag(signed.major(i, t)) + flag(signed.major(j, t)));
    let (a, b) = (signed.democracy(i, t), signed.democracy(j, t));
    out.extend([short(a.min(b)), short(a.max(b))]);
    let age = |s: usize| number((0..=t).filter(|t| signed.alive(s, *t)).count());
    out.push(f32::from(age(i).min(age(j))));
    let (a, b) = (past.ties(i, ties), past.ties(j, ties));
    let sum = |of: fn(&Ties) -> u32| f32::from(u16::try_from(of(a) + of(b)).unwrap_or(0));
    out.extend([sum(|t| size(&t.friends)), sum(|t| size(&t.enemies))]);
}

fn memories(past: &Past, i: usize, j: usize, t: usize, out: &mut Vec<f32>) {
    let (m, cell) = (past.memory(i, j), past.signed.cell(i, j, t));
    out.push(flag(usize::from(m.since_force) < MEMORY));
    let lapses = if cell.rival() { 6.0 } else { f32::from(lapse(past.signed, i, j, t)) };
    out.extend([lapses, flag(cell.pact())]);
    out.extend([f32::from(m.since_severe), f32::from(m.since_dispute), f32::from(m.since_rival)]);
    let ago = |years: usize, of: fn(&Cell) -> u16| -> f32 {
        let cells = (t.saturating_sub(years - 1)..=t).map(|t| of(past.signed.cell(i, j, t)));
        f32::from(cells.sum::<u16>())
    };
    out.extend([ago(10, |c| u16::from(c.hostility >= 3)), ago(20, |c| u16::from(c.force))]);
    out.extend([f32::from(cell.force), f32::from(cell.hostility)]);
}

/// For how many more years, its own included, past events alone keep the tie hostile.
fn lapse(signed: &Signed, i: usize, j: usize, t: usize) -> u8 {
    let mut years = 0;
    for ahead in 0..MEMORY {
        let from = (t + ahead).saturating_sub(MEMORY - 1);
        let cells = (from..=t).map(|t| signed.cell(i, j, t));
        let (mut severe, mut force) = (false, 0);
        for cell in cells {
            severe |= cell.hostility >= 5 || cell.fatality > 0;
            force += u16::from(cell.force);
        }
        years += u8::from(severe || force >= 2);
    }
    years
}

fn states(past: &Past, i: usize, j: usize, t: usize, out: &mut Vec<f32>) {
    let recent = |s: usize, of: fn(&Ties) -> u16| -> f32 {
        f32::from((t.saturating_sub(4)..=t).map(|t| of(past.ties(s, t))).sum::<u16>())
    };
    let mut pair = |a: f32, b: f32| out.extend([a.max(b), a.min(b)]);
    for of in [(|t| t.turned_hostile) as fn(&Ties) -> u16, |t| t.lost, |t| t.gained, |t| t.active] {
        pair(recent(i, of), recent(j, of));
    }
    let (a, b) = (past.ties(i, t), past.ties(j, t));
    let count = |n: u32| f32::from(u16::try_from(n).unwrap_or(0));
    pair(f32::from(a.active), f32::from(b.active));
    pair(count(size(&a.friends)), count(size(&b.friends)));
    pair(count(size(&a.enemies)), count(size(&b.enemies)));
    let power = |s: usize, t: usize| past.signed.capability(s, t).max(1e-6).ln();
    let growth = |s: usize| short(power(s, t) - power(s, t.saturating_sub(5)));
    pair(growth(i), growth(j));
}

fn triads(past: &Past, i: usize, j: usize, t: usize, out: &mut Vec<f32>) {
    let (a, b) = (past.ties(i, t), past.ties(j, t));
    let weight = |s: usize| Some(past.signed.capability(s, t)).filter(|c| !c.is_nan()).unwrap_or(0.0);
    let n = |n: u32| f32::from(u16::try_from(n).unwrap_or(0));
    let (pp, nn) = (n(common(&a.friends, &b.friends)), n(common(&a.enemies, &b.enemies)));
    let pn = n(common(&a.friends, &b.enemies) + common(&a.enemies, &b.friends));
    let balance = pp + nn - pn;
    out.extend([pp, nn, pn, balance, balance / (pp + nn + pn).max(1.0)]);
    out.push(short(weighted(&a.friends, &b.friends, weight)));
    out.push(short(weighted(&a.enemies, &b.enemies, weight)));
    out.push(short(weighted(&a.friends, &b.enemies, weight) + weighted(&a.enemies, &b.friends, weight)));
    out.push(n(common(&a.made_up, &b.enemies) + common(&a.enemies, &b.made_up)));
    out.push(n(common(&a.made_up, &b.made_up)));
    out.push(n(common(&a.fell, &b.friends) + common(&a.friends, &b.fell)));
    out.push(n(common(&a.rose, &b.friends) + common(&a.friends, &b.rose)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::past::LONG;

    #[test]
    fn the_longest_memory_is_that_of_a_lifetime() {
        assert_eq!((LONG, FEATURES.len()), (60, 63));
    }
}
