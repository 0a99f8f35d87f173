//! What followed a move of A–B, against what followed where A–B did not move.
//!
//! # Method
//! A triad that moved is compared with triads of the same signs, in the same year, whose A–B did
//! not move, and which agree in the treaty of B–C (a duty of defence or offence), the rivalry of
//! A–C, the years since force was used between A and C, whether it was used between B and C in the
//! last nine, and the rivalry of A–B (exact matching; controls weighted to the triads they stand
//! for). Triads share dyads, so draws are made of whole A–B episodes, and of whole A–B dyads among
//! the controls, and the interval is the middle 95 % of 500 such draws. Nothing is conditioned on
//! what came later.

use std::collections::{BTreeMap, HashMap};

use detente_history::chronicle::Chronicle;

use super::draws::Draws;
use super::triads::{Triad, Triads};

/// So many draws make an interval.
const DRAWS: usize = 500;

/// The seed of the draws.
const SEED: u32 = 20_261_123;

/// What may become of a tie within some years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// In some year its sign is lower than before.
    Worse,
    /// In some year it is hostile.
    Hostile,
    /// At the end its sign is higher than before.
    Better,
}

/// An outcome that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// Whether it is of B–C; else of A–C.
    pub target: bool,
    /// What is counted.
    pub what: What,
    /// Within how many years.
    pub years: usize,
}

/// A share after the move and without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// What is counted.
    pub outcome: Outcome,
    /// The share of the matched triads whose A–B moved.
    pub moved: f64,
    /// The share of their controls: the base rate of the same years and kind of dyad.
    pub unmoved: f64,
    /// The 95 % interval of the difference.
    pub interval: [f64; 2],
}

impl Compared {
    /// The difference that the move makes.
    #[must_use]
    pub fn difference(&self) -> f64 {
        self.moved - self.unmoved
    }

    /// Whether the interval leaves out 0.
    #[must_use]
    pub fn is_measurable(&self) -> bool {
        self.interval[0] > 0.0 || self.interval[1] < 0.0
    }
}

/// A comparison over some years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Triads whose A–B moved.
    pub moved: usize,
    /// Triads whose A–B did not.
    pub unmoved: usize,
    /// A–B episodes among the moved triads.
    pub episodes: usize,
    /// Moved triads that have a control.
    pub matched: usize,
    /// Each outcome; empty when fewer than twenty triads on either side are matched.
    pub outcomes: Vec<Compared>,
}

/// With fewer matched triads on either side nothing is compared.
const FEWEST: usize = 20;

/// Compares the triads of some years; years are counted from the first of the chronicle.
#[must_use]
pub fn compare(
    chronicle: &Chronicle,
    sought: &super::Sought,
    triads: &Triads,
    years: std::ops::RangeInclusive<usize>,
    outcomes: &[Outcome],
) -> Comparison {
    let all: Vec<&Triad> = triads.all.iter().filter(|t| years.contains(&t.year)).collect();
    let weights = weights(chronicle, &all);
    let clusters = Clusters::new(&all);
    let matched = |moved: bool| all.iter().zip(&weights).filter(|(t, w)| t.moved == moved && **w > 0.0).count();
    let mut out = Comparison {
        moved: all.iter().filter(|t| t.moved).count(),
        unmoved: all.iter().filter(|t| !t.moved).count(),
        episodes: clusters.moved.len(),
        matched: matched(true),
        outcomes: Vec::new(),
    };
    if out.matched >= FEWEST && matched(false) >= FEWEST {
        out.outcomes = clusters.compare(chronicle, sought, &all, &weights, outcomes);
    }
    out
}

/// What triads must agree in to be compared.
fn stratum(chronicle: &Chronicle, t: &Triad) -> u64 {
    let before = t.year - 1;
    let (ab, ac, bc) = (chronicle.cell(t.a, t.b, before), chronicle.cell(t.a, t.c, before), chronicle.cell(t.b, t.c, before));
    let parts = [
        u64::from(bc.alliance()),
        u64::from(ac.rivals()),
        u64::from(ac.since_force().min(5)),
        u64::from(bc.since_force() < 9),
        u64::from(ab.rivals()),
    ];
    let year = u64::try_from(t.year).unwrap_or(u64::MAX);
    parts.iter().fold(year, |key, part| key * 8 + part)
}

/// 1 for a matched moved triad, its share for a control, 0 for what has no counterpart.
fn weights(chronicle: &Chronicle, all: &[&Triad]) -> Vec<f64> {
    let keys: Vec<u64> = all.iter().map(|t| stratum(chronicle, t)).collect();
    let mut counts: HashMap<u64, [u32; 2]> = HashMap::new();
    for (key, t) in keys.iter().zip(all) {
        counts.entry(*key).or_default()[usize::from(!t.moved)] += 1;
    }
    let weight = |(key, t): (&u64, &&Triad)| match counts.get(key) {
        Some([moved, unmoved]) if *moved > 0 && *unmoved > 0 => {
            if t.moved {
                1.0
            } else {
                f64::from(*moved) / f64::from(*unmoved)
            }
        }
        _ => 0.0,
    };
    keys.iter().zip(all).map(weight).collect()
}

/// Triads that are drawn together.
struct Clusters {
    /// The cluster of every triad.
    of: Vec<usize>,
    /// The clusters of A–B episodes.
    moved: Vec<usize>,
    /// The clusters of A–B dyads that did not move.
    unmoved: Vec<usize>,
    /// How many there are.
    count: usize,
}

impl Clusters {
    fn new(all: &[&Triad]) -> Self {
        // A dyad that did not move stands after its episodes, as in the definition.
        let key = |t: &Triad| (t.a.min(t.b), t.a.max(t.b), if t.moved { t.year } else { usize::MAX });
        let mut numbers: BTreeMap<(usize, usize, usize), usize> = all.iter().map(|t| (key(t), 0)).collect();
        numbers.values_mut().zip(0..).for_each(|(own, n)| *own = n);
        let of: Vec<usize> = all.iter().map(|t| numbers.get(&key(t)).copied().unwrap_or_default()).collect();
        let with = |moved: bool| numbers.iter().filter(|(k, _)| (k.2 != usize::MAX) == moved).map(|(_, n)| *n).collect();
        Self { moved: with(true), unmoved: with(false), count: numbers.len(), of }
    }

    fn compare(
        &self,
        chronicle: &Chronicle,
        sought: &super::Sought,
        all: &[&Triad],
        weights: &[f64],
        outcomes: &[Outcome],
    ) -> Vec<Compared> {
        let sums = self.sums(chronicle, sought, all, weights, outcomes);
        let width = outcomes.len() + 1;
        let (moved, unmoved) = (shares(&sums, width, &self.moved), shares(&sums, width, &self.unmoved));
        let mut drawn = vec![Vec::with_capacity(DRAWS); outcomes.len()];
        let mut draws = Draws::new(SEED);
        for _ in 0..DRAWS {
            let one = shares(&sums, width, &resample(&self.moved, &mut draws));
            let two = shares(&sums, width, &resample(&self.unmoved, &mut draws));
            drawn.iter_mut().zip(one.iter().zip(&two)).for_each(|(d, (x, y))| d.push(x - y));
        }
        let interval = |d: &mut Vec<f64>| {
            d.sort_by(f64::total_cmp);
            [quantile(d, 0.025), quantile(d, 0.975)]
        };
        let both = outcomes.iter().zip(moved).zip(unmoved);
        let one = |(((outcome, moved), unmoved), d): (((&Outcome, f64), f64), &mut Vec<f64>)| Compared {
            outcome: *outcome,
            moved,
            unmoved,
            interval: interval(d),
        };
        both.zip(&mut drawn).map(one).collect()
    }

    /// For every cluster what its triads weigh that met each outcome, and what all of them weigh.
    fn sums(
        &self,
        chronicle: &Chronicle,
        sought: &super::Sought,
        all: &[&Triad],
        weights: &[f64],
        outcomes: &[Outcome],
    ) -> Vec<f64> {
        let width = outcomes.len() + 1;
        let mut sums = vec![0.0; self.count * width];
        for ((cluster, weight), t) in self.of.iter().zip(weights).zip(all).filter(|((_, w), _)| **w > 0.0) {
            let row = &mut sums[cluster * width..(cluster + 1) * width];
            for (sum, outcome) in row.iter_mut().zip(outcomes) {
                *sum += if came(chronicle, sought, t, *outcome) { *weight } else { 0.0 };
            }
            row[width - 1] += weight;
        }
        sums
    }
}

/// The share of each outcome among some clusters.
fn shares(sums: &[f64], width: usize, clusters: &[usize]) -> Vec<f64> {
    let mut total = vec![0.0; width];
    for row in clusters.iter().filter_map(|c| sums.get(c * width..(c + 1) * width)) {
        total.iter_mut().zip(row).for_each(|(t, x)| *t += x);
    }
    let weight = total.pop().unwrap_or_default().max(1e-9);
    total.into_iter().map(|t| t / weight).collect()
}

/// Whether an outcome came to pass after a triad; a tie that ends with a state counts as neither better nor worse.
#[must_use]
pub fn came(chronicle: &Chronicle, sought: &super::Sought, t: &Triad, outcome: Outcome) -> bool {
    let (x, y, before) = if outcome.target { (t.b, t.c, sought.bc) } else { (t.a, t.c, sought.ac) };
    let sign = |year: usize| chronicle.both(x, y, year).then(|| chronicle.cell(x, y, year).sign(sought.definition));
    let mut years = t.year + 1..=t.year + outcome.years;
    match outcome.what {
        What::Worse => years.any(|year| sign(year).is_some_and(|s| s < before)),
        What::Hostile => years.any(|year| sign(year).is_some_and(|s| s < 0)),
        What::Better => sign(t.year + outcome.years).is_some_and(|s| s > before),
    }
}

fn resample(of: &[usize], draws: &mut Draws) -> Vec<usize> {
    let n = u32::try_from(of.len()).unwrap_or(u32::MAX);
    of.iter().map(|_| of[draws.below(n) as usize]).collect()
}

/// A quantile of sorted values, between neighbours in proportion.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place in a short list"
)]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len().saturating_sub(1)) as f64;
    let low = place.floor() as usize;
    let at = |i: usize| sorted.get(i).or(sorted.last()).copied().unwrap_or_default();
    at(low) + (place - place.floor()) * (at(low + 1) - at(low))
}

/// The 95 % interval of a share, drawing whole clusters of (met, all).
#[must_use]
pub(super) fn interval_of_share(clusters: &[(usize, usize)]) -> [f64; 2] {
    if clusters.is_empty() {
        return [0.0, 1.0];
    }
    let numbers: Vec<usize> = (0..clusters.len()).collect();
    let mut draws = Draws::new(SEED);
    let float = |n: usize| u32::try_from(n).map_or(0.0, f64::from);
    let share = |drawn: Vec<usize>| {
        let sum = |of: fn(&(usize, usize)) -> usize| float(drawn.iter().filter_map(|c| clusters.get(*c)).map(of).sum());
        sum(|c| c.0) / sum(|c| c.1).max(1e-9)
    };
    let mut shares: Vec<f64> = (0..DRAWS).map(|_| share(resample(&numbers, &mut draws))).collect();
    shares.sort_by(f64::total_cmp);
    [quantile(&shares, 0.025), quantile(&shares, 0.975)]
}
