//! What-ifs: the same draws before and after a change, so that only the change makes the difference.

use super::case::{Case, Estimate};
use super::error::CaseError;
use super::outcome::Distribution;

/// Which input is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// What the actor wants.
    Position,
    /// What it can do.
    Capability,
    /// How much it cares.
    Salience,
}

/// One changed input.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Whose.
    pub actor: String,
    /// Which.
    pub attribute: Attribute,
    /// To what; its range, if it had one, moves along.
    pub to: f64,
}

/// What a change does to the weighted mean of the first dimension, in units of the issue.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The weighted mean before, and after.
    pub forecast: [f64; 2],
    /// The difference of the weighted means, pair by pair, under uncertain inputs.
    pub difference: Distribution,
    /// The share of pairs in which it moves toward the `max` end of the axis, and toward the `min` end.
    pub moves: [f64; 2],
}

/// The case with the changes made.
///
/// # Errors
/// [`CaseError`] when an actor is not there, or a number is outside its range.
pub fn changed(case: &Case, changes: &[Change]) -> Result<Case, CaseError> {
    let mut after = case.clone();
    for change in changes {
        let actor = after.actors.iter_mut().find(|a| a.name == change.actor);
        let actor = actor.ok_or_else(|| CaseError::NoActor(change.actor.clone()))?;
        let at = || format!("{}.{}", change.actor, change.attribute.name());
        let (inputs, bounds) = match change.attribute {
            Attribute::Position => (&mut actor.position[..], ends(case)),
            Attribute::Capability => (std::slice::from_mut(&mut actor.capability), [0.0, 1e100]),
            Attribute::Salience => (&mut actor.salience[..], [0.0, 1.0]),
        };
        if !(bounds[0]..=bounds[1]).contains(&change.to) {
            let range = format!("{} to {}", bounds[0], bounds[1]);
            return Err(CaseError::Range { at: at(), value: change.to, range, mend: "give a number within" });
        }
        inputs.iter_mut().for_each(|e| *e = moved(*e, change.to, bounds));
    }
    Ok(after)
}

impl Attribute {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Position => "position",
            Self::Capability => "capability",
            Self::Salience => "salience",
        }
    }
}

fn ends(case: &Case) -> [f64; 2] {
    [case.scale.min.min(case.scale.max), case.scale.min.max(case.scale.max)]
}

fn moved(e: Estimate, to: f64, [least, most]: [f64; 2]) -> Estimate {
    let by = to - e.best;
    let within = |x: f64| (x + by).clamp(least, most);
    Estimate { low: within(e.low), best: to, high: within(e.high), peaked: e.peaked }
}

/// Compares two states of an issue with the same draws for every actor that is in both.
#[must_use]
pub fn what_if(before: &Case, after: &Case, draws: usize, seed: u64) -> WhatIf {
    let run = |case: &Case| simulate_means(case, draws, seed);
    let (a, b) = (run(before), run(after));
    let differences: Vec<f64> = a.1.iter().zip(&b.1).map(|(x, y)| y - x).collect();
    let share = |f: fn(&f64) -> bool| {
        super::centre::count(differences.iter().filter(|d| f(d)).count()) / super::centre::count(differences.len().max(1))
    };
    let moves = [share(|d| *d > 1e-12), share(|d| *d < -1e-12)];
    let toward_max = before.scale.max > before.scale.min;
    let moves = if toward_max { moves } else { [moves[1], moves[0]] };
    WhatIf { forecast: [a.0, b.0], difference: Distribution::of(differences), moves }
}

fn simulate_means(case: &Case, draws: usize, seed: u64) -> (f64, Vec<f64>) {
    let mut sampler = super::draws::Sampler::new(case, 0, seed);
    let point = case.stands(0);
    let centre = |stands: &[super::Stand]| {
        let positions: Vec<f64> = stands.iter().map(|s| s.position).collect();
        let weights: Vec<f64> = stands.iter().map(super::Stand::weight).collect();
        case.scale.clamp(case.scale.at(super::mean(&positions, &weights)))
    };
    let mut next = || {
        sampler.next();
        centre(&sampler.a)
    };
    (centre(&point), (0..draws).map(|_| next()).collect())
}
