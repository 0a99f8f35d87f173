//! Sampled cascades: each duty to fight is kept at the rate of its kind, not in the worst case only.
//!
//! # Method
//! For the row of kept rates that fits a duty (kind, two or more parties, era), with k kept of n, a rate
//! is drawn from Beta(k + 1, n - k + 1), the posterior of a uniform prior; every duty of that row in one
//! run is then kept with that chance, each on its own. So a run is good or bad for all duties of a kind
//! together, and the spread of small n shows. Guarantees are in no row; the row of defence is taken.
//! Rates are of wars that happened, and say nothing of wars that a treaty deterred.

use std::collections::BTreeMap;

use chacha20::ChaCha8Rng;
use detente_codebook::{ActorCode, ClauseType};
use detente_history::{Base, KeptRate};
use rand_core::{Rng, SeedableRng};

use super::book::Day;
use super::due::{Allies, Due, dues};
use super::rounds::play;
use super::scene::Scene;
use super::{EngineError, Query};

/// What became of many sampled cascades.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Sample {
    /// How many were played.
    pub times: u32,
    /// The seed.
    pub seed: u64,
    /// In which share nobody joined.
    pub nobody: f64,
    /// Who joined, and in which share; the most frequent first.
    pub joins: Vec<(ActorCode, f64)>,
    /// How many joined on average.
    pub mean: f64,
    /// How many joined: the 10th, 50th and 90th percentile.
    pub quantiles: [usize; 3],
    /// The rates that were drawn from.
    pub rates: Vec<KeptRate>,
}

impl Day<'_> {
    /// Plays the cascade of a question many times.
    ///
    /// # Errors
    /// As [`Query::check`].
    pub fn sample(&self, query: &Query, base: &Base, times: u32, seed: u64) -> Result<Sample, EngineError> {
        query.check(self.book)?;
        let scene = Scene::first(query)?;
        let first = dues(self, &scene, &Allies::of(self, &scene.attackers));
        let mut draws = Draws { rng: ChaCha8Rng::seed_from_u64(seed), base, day: self, rates: BTreeMap::new() };
        let mut counts: BTreeMap<ActorCode, u32> = BTreeMap::new();
        let mut sizes = Vec::new();
        for _ in 0..times {
            draws.renew();
            let cascade =
                play(scene.clone(), first.clone(), |s| dues(self, s, &Allies::of(self, &s.attackers)), |due| draws.keeps(due));
            sizes.push(cascade.steps.len());
            for step in &cascade.steps {
                *counts.entry(step.due.who.clone()).or_default() += 1;
            }
        }
        let rates = draws.rates.into_values().filter_map(|(rate, _)| rate).cloned().collect();
        Ok(summary(times, seed, counts, sizes, rates))
    }
}

fn summary(times: u32, seed: u64, counts: BTreeMap<ActorCode, u32>, mut sizes: Vec<usize>, rates: Vec<KeptRate>) -> Sample {
    let all = f64::from(times.max(1));
    let mut joins: Vec<(ActorCode, f64)> = counts.into_iter().map(|(s, n)| (s, f64::from(n) / all)).collect();
    joins.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sizes.sort_unstable();
    let at = |percent: usize| sizes.get(sizes.len().saturating_sub(1) * percent / 100).copied().unwrap_or(0);
    let none = sizes.iter().take_while(|s| **s == 0).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of states and of runs are far below 2^52")]
    let (sum, none) = (sizes.iter().sum::<usize>() as f64, none as f64);
    Sample { times, seed, nobody: none / all, joins, mean: sum / all, quantiles: [at(10), at(50), at(90)], rates }
}

/// The row of a kind of duty, and the rate drawn from it in this run.
type Drawn<'a> = (Option<&'a KeptRate>, Option<f64>);

/// The rates of one run, drawn when a duty first asks for them.
struct Draws<'a> {
    rng: ChaCha8Rng,
    base: &'a Base,
    day: &'a Day<'a>,
    rates: BTreeMap<(ClauseType, bool), Drawn<'a>>,
}

impl Draws<'_> {
    fn renew(&mut self) {
        for (_, drawn) in self.rates.values_mut() {
            *drawn = None;
        }
    }

    fn keeps(&mut self, due: &Due) -> bool {
        let text = self.day.alive[due.treaty].text;
        let kind = if due.clause.kind == ClauseType::Guarantee { ClauseType::Defense } else { due.clause.kind };
        let key = (kind, text.is_bilateral());
        let (base, day) = (self.base, self.day.day);
        let entry = self.rates.entry(key).or_insert_with(|| (base.kept_rate(key.0, key.1, day), None));
        let rate = *entry.1.get_or_insert_with(|| {
            let (kept, n) = entry.0.map_or((0, 0), |r| (r.kept, r.n));
            beta(&mut self.rng, count(kept) + 1.0, count(n - kept) + 1.0)
        });
        uniform(&mut self.rng) < rate
    }
}

/// A count of cases as a number; the rows hold a few hundred at most.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
const fn count(n: u64) -> f64 {
    n as f64
}

/// A number in (0, 1).
fn uniform(rng: &mut ChaCha8Rng) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    let x = (rng.next_u64() >> 11) as f64;
    (x + 0.5) / 9_007_199_254_740_992.0
}

/// A standard normal number (Box & Muller 1958).
fn normal(rng: &mut ChaCha8Rng) -> f64 {
    let (u, v) = (uniform(rng), uniform(rng));
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

/// A gamma number of a shape of at least 1 (Marsaglia & Tsang 2000).
fn gamma(rng: &mut ChaCha8Rng, shape: f64) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(rng);
        let v = (1.0 + c * x).powi(3);
        if v > 0.0 && uniform(rng).ln() < 0.5 * x * x + d - d * v + d * v.ln() {
            return d * v;
        }
    }
}

/// A beta number from two gamma numbers.
fn beta(rng: &mut ChaCha8Rng, a: f64, b: f64) -> f64 {
    let (x, y) = (gamma(rng, a), gamma(rng, b));
    x / (x + y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beta_has_its_mean_and_spread() {
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        let draws: Vec<f64> = (0..20_000).map(|_| beta(&mut rng, 7.0, 38.0)).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let spread = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 20_000.0;
        // Beta(7, 38): mean 7/45, variance 7*38/(45^2*46).
        assert!((mean - 7.0 / 45.0).abs() < 0.003, "{mean}");
        assert!((spread - 266.0 / (2025.0 * 46.0)).abs() < 0.0003, "{spread}");
    }
}
