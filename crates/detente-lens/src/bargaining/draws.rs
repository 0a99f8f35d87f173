//! Monte Carlo over what is not known exactly, and whose uncertainty matters.
//!
//! Two independent sets of inputs A and B are drawn. The first gives the spread of the forecast;
//! exchanging one actor, or one attribute of all, between them gives the Sobol indices: of the first
//! order after Saltelli (2010), total after Jansen (1999). The weighted mean is a quotient of two
//! sums over actors, so an exchange of one actor costs two additions, not a new sum.

use super::case::{Case, Estimate, Stand, Uncertainty};
use super::centre::count;
use super::outcome::{Distribution, Group, ModelError};
use super::random::Stream;

/// How much of the variance of the forecast is due to one actor or one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The actor's name, or the attribute.
    pub name: String,
    /// The share that would go if it alone were known.
    pub first: f64,
    /// The share that would stay if all else were known.
    pub total: f64,
}

/// What a simulation shows of one dimension, in units of the issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// How many sets of inputs were drawn.
    pub draws: usize,
    /// The weighted mean under uncertain inputs, and nothing else uncertain.
    pub input: Distribution,
    /// The outcome under uncertain inputs and the model's own error.
    pub total: Distribution,
    /// Sensitivity by actor, in the order of the file.
    pub by_actor: Vec<Share>,
    /// Sensitivity by position, capability, salience.
    pub by_attribute: Vec<Share>,
}

/// Simulates one dimension of a case with draws that follow from the seed alone.
#[must_use]
pub fn simulate(case: &Case, dimension: usize, draws: usize, seed: u64, error: &ModelError) -> Simulation {
    let mut sampler = Sampler::new(case, dimension, seed);
    let mut tally = Tally::new(case.actors.len());
    let mut noise = Stream::new(seed, "\u{0}outcome");
    let mut outcomes = Vec::with_capacity(draws);
    for _ in 0..draws {
        sampler.next();
        tally.add(&sampler.a, &sampler.b);
        outcomes.push(error.draw(&sampler.a, &mut noise));
    }
    let unshare = |x: f64| case.scale.clamp(case.scale.at(x));
    let input = Distribution::of(tally.means.iter().map(|m| unshare(*m)).collect());
    let total = Distribution::of(outcomes.into_iter().map(unshare).collect());
    let names = case.actors.iter().map(|a| a.name.clone());
    let (by_actor, by_attribute) = tally.shares(names);
    Simulation { draws, input, total, by_actor, by_attribute }
}

/// Draws sets of inputs.
pub(crate) struct Sampler {
    inputs: Vec<[Input; 3]>,
    streams: Vec<Stream>,
    pub(crate) a: Vec<Stand>,
    pub(crate) b: Vec<Stand>,
}

impl Sampler {
    pub(crate) fn new(case: &Case, dimension: usize, seed: u64) -> Self {
        let inputs = case.actors.iter().map(|a| inputs(case, a, dimension)).collect();
        let streams = case.actors.iter().map(|a| Stream::new(seed, &a.name)).collect();
        let stands = case.stands(dimension);
        Self { inputs, streams, a: stands.clone(), b: stands }
    }

    pub(crate) fn next(&mut self) {
        for (i, (inputs, stream)) in self.inputs.iter().zip(&mut self.streams).enumerate() {
            self.a[i] = stand(inputs, stream);
            self.b[i] = stand(inputs, stream);
        }
    }
}

fn stand(inputs: &[Input; 3], stream: &mut Stream) -> Stand {
    Stand {
        position: inputs[0].at(stream.unit()),
        capability: inputs[1].at(stream.unit()),
        salience: inputs[2].at(stream.unit()),
    }
}

/// An uncertain number, ready to be drawn.
struct Input {
    low: f64,
    width: f64,
    /// Where the peak of a triangle lies between the ends; none if all values are alike.
    peak: Option<f64>,
    least: f64,
    most: f64,
}

impl Input {
    fn new(low: f64, high: f64, (least, most): (f64, f64)) -> Self {
        Self { low, width: high - low, peak: None, least, most }
    }

    fn of(e: Estimate, bounds: (f64, f64)) -> Self {
        let peak = (e.peaked && e.high > e.low).then(|| (e.best - e.low) / (e.high - e.low));
        Self { peak, ..Self::new(e.low, e.high, bounds) }
    }

    fn at(&self, u: f64) -> f64 {
        let share = match self.peak {
            None => u,
            Some(peak) if u < peak => (u * peak).sqrt(),
            Some(peak) => 1.0 - ((1.0 - u) * (1.0 - peak)).sqrt(),
        };
        (self.low + self.width * share).clamp(self.least, self.most)
    }
}

/// The three inputs of an actor. A drawn position may lie beyond the end of the axis, where the
/// coder had no more room; the forecast may not.
fn inputs(case: &Case, actor: &super::Actor, dimension: usize) -> [Input; 3] {
    let Uncertainty { position, capability, salience } = case.doubt();
    let (x, c, s) = (actor.position[dimension], actor.capability, actor.salience[dimension]);
    let (free, positive) = ((f64::NEG_INFINITY, f64::INFINITY), (0.0, f64::INFINITY));
    let share = |v: f64| case.scale.share(v);
    let x = if x.is_point() {
        Input::new(share(x.best - position), share(x.best + position), free)
    } else {
        let (low, high) = (share(x.low), share(x.high));
        Input::of(Estimate { low: low.min(high), best: share(x.best), high: low.max(high), peaked: x.peaked }, free)
    };
    let c = if c.is_point() {
        Input::new(c.best * (1.0 - capability), c.best * (1.0 + capability), positive)
    } else {
        Input::of(c, positive)
    };
    // Who does not care at all has not been misjudged by a tenth.
    let s = if s.is_point() && s.best > 0.0 {
        Input::new(s.best - salience, s.best + salience, (s.best.min(0.01), 1.0))
    } else {
        Input::of(s, (0.0, 1.0))
    };
    [x, c, s]
}

/// The sums of a weighted mean.
#[derive(Clone, Copy, Default)]
struct Sums {
    weighted: f64,
    weight: f64,
    plain: f64,
}

impl Sums {
    fn add(self, position: f64, weight: f64) -> Self {
        Self { weighted: self.weighted + position * weight, weight: self.weight + weight, plain: self.plain + position }
    }

    fn exchange(self, out: &Stand, into: &Stand) -> Self {
        self.add(into.position, into.weight()).less(out)
    }

    fn less(self, out: &Stand) -> Self {
        let w = out.weight();
        Self { weighted: self.weighted - out.position * w, weight: self.weight - w, plain: self.plain - out.position }
    }

    /// The mean of `n` actors; the plain one where nobody has weight.
    fn mean(self, n: f64) -> f64 {
        if self.weight > 0.0 { self.weighted / self.weight } else { self.plain / n }
    }
}

fn sums(positions: &[Stand], capabilities: &[Stand], saliences: &[Stand]) -> Sums {
    let all = positions.iter().zip(capabilities).zip(saliences);
    all.fold(Sums::default(), |sum, ((x, c), s)| sum.add(x.position, c.capability * s.salience))
}

/// Running sums for the Sobol indices.
struct Tally {
    means: Vec<f64>,
    others: Vec<f64>,
    groups: Vec<Products>,
    n: f64,
    /// Near this all means lie; products are taken around it so that no digits are lost.
    around: f64,
}

/// For one actor or attribute: its part of the first-order and of the total index.
#[derive(Clone, Copy, Default)]
struct Products {
    first: f64,
    total: f64,
}

impl Tally {
    fn new(actors: usize) -> Self {
        let groups = vec![Products::default(); actors + 3];
        Self { means: Vec::new(), others: Vec::new(), groups, n: count(actors), around: f64::NAN }
    }

    fn add(&mut self, a: &[Stand], b: &[Stand]) {
        let base = sums(a, a, a);
        let (mean, other) = (base.mean(self.n), sums(b, b, b).mean(self.n));
        if self.around.is_nan() {
            self.around = mean;
        }
        let centred = other - self.around;
        let (actors, attributes) = self.groups.split_at_mut(a.len());
        for ((out, into), group) in a.iter().zip(b).zip(actors) {
            group.add(centred, mean, base.exchange(out, into).mean(self.n));
        }
        let mixed = [sums(b, a, a), sums(a, b, a), sums(a, a, b)];
        for (group, sum) in attributes.iter_mut().zip(mixed) {
            group.add(centred, mean, sum.mean(self.n));
        }
        self.means.push(mean);
        self.others.push(other);
    }

    fn shares(&self, names: impl Iterator<Item = String>) -> (Vec<Share>, Vec<Share>) {
        let both: Vec<f64> = self.means.iter().chain(&self.others).copied().collect();
        let sd = Distribution::of(both).sd();
        let variance = if sd > 1e-14 { sd * sd } else { f64::INFINITY };
        let draws = count(self.means.len().max(1));
        let attributes = ["position", "capability", "salience"].into_iter().map(str::to_owned);
        let mut shares: Vec<Share> = names
            .chain(attributes)
            .zip(&self.groups)
            .map(|(name, g)| Share { name, first: g.first / draws / variance, total: g.total / draws / 2.0 / variance })
            .collect();
        let attributes = shares.split_off(shares.len() - 3);
        (shares, attributes)
    }
}

impl Products {
    fn add(&mut self, centred: f64, mean: f64, exchanged: f64) {
        self.first += centred * (exchanged - mean);
        self.total += (mean - exchanged).powi(2);
    }
}

impl ModelError {
    /// One outcome on the unit axis for one set of inputs.
    pub(crate) fn draw(&self, stands: &[Stand], noise: &mut Stream) -> f64 {
        let group = Group::new(stands, self.least_spread);
        if noise.unit() < self.held {
            return pick(&group.held, noise.unit());
        }
        // Deviations that lead beyond the positions are drawn again, as they are left out above.
        for _ in 0..64 {
            let sign = if noise.unit() < 0.5 { -1.0 } else { 1.0 };
            let z = self.deviations.get(noise.below(self.deviations.len().max(1))).copied().unwrap_or(0.0);
            let x = group.mean + sign * z * group.spread;
            if group.reaches(x) {
                return x;
            }
        }
        group.mean
    }
}

fn pick(held: &[(f64, f64)], u: f64) -> f64 {
    let mut reached = 0.0;
    for (x, share) in held {
        reached += share;
        if u < reached {
            return *x;
        }
    }
    held.last().map_or(f64::NAN, |h| h.0)
}
