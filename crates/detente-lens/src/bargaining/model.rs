//! The models by name, and what each says of a case.

use super::case::{Actor, Case, Stand};
use super::centre::{count, mean, median, median_index};
use super::error::CaseError;
use super::eum::{EumOptions, eum};
use super::mended::{mended_chance, mended_forecast, mended_path};
use super::predictioneer::predictioneer;
use super::smp::{SmpInput, SmpOptions, smp};

/// A model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Model {
    /// The mean weighted by capability times salience: the compromise, or asymmetric Nash, solution.
    Mean,
    /// The lower weighted median.
    Median,
    /// The plain mean.
    UnweightedMean,
    /// The plain median, between the middle two where their number is even.
    UnweightedMedian,
    /// Our own contest model.
    Mended,
    /// The simple Predictioneer.
    Predictioneer,
    /// The expected-utility model of Scholz et al. 2011.
    Eum,
    /// KTAB's Spatial Model of Politics.
    Smp,
}

/// What a model is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// What we forecast with.
    Headline,
    /// What a forecast has to be compared with.
    Baseline,
    /// A story of how it might go; not a forecast.
    PathScenario,
}

/// The positions after a round, in units of the issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Which round; 0 is the start.
    pub round: usize,
    /// By actor, then dimension.
    pub positions: Vec<Vec<f64>>,
    /// The weighted mean, by dimension.
    pub mean: Vec<f64>,
    /// The lower weighted median, by dimension.
    pub median: Vec<f64>,
}

/// What a model says.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Which model.
    pub model: Model,
    /// Where the issue ends, by dimension, in units of the issue.
    pub forecast: Vec<f64>,
    /// How it gets there, if the model says so.
    pub rounds: Vec<Round>,
    /// The chance that the row's actor beats the column's, if the model says so.
    pub probabilities: Option<Vec<Vec<f64>>>,
    /// What is to be known about this answer.
    pub note: Option<String>,
}

/// Chances of pairs are a table of actors by actors; for more than this many nobody reads it.
const TABLE: usize = 40;

impl Model {
    /// All models, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Mean,
        Self::Median,
        Self::UnweightedMean,
        Self::UnweightedMedian,
        Self::Mended,
        Self::Predictioneer,
        Self::Eum,
        Self::Smp,
    ];

    /// Its name on the command line and in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
            Self::UnweightedMean => "unweighted_mean",
            Self::UnweightedMedian => "unweighted_median",
            Self::Mended => "mended",
            Self::Predictioneer => "predictioneer",
            Self::Eum => "eum",
            Self::Smp => "smp",
        }
    }

    /// What it is good for.
    #[must_use]
    pub const fn standing(self) -> Standing {
        match self {
            Self::Mean | Self::Median => Standing::Headline,
            Self::UnweightedMean | Self::UnweightedMedian => Standing::Baseline,
            Self::Mended | Self::Predictioneer | Self::Eum | Self::Smp => Standing::PathScenario,
        }
    }

    /// For how many actors it is run. Time grows with the third power of the number.
    const fn most_actors(self) -> usize {
        match self {
            Self::Predictioneer => 150,
            Self::Eum | Self::Smp => 400,
            _ => usize::MAX,
        }
    }

    /// What it says of a case. The seed counts for the Predictioneer alone.
    ///
    /// # Errors
    /// [`CaseError::TooMany`] or [`CaseError::OneDimension`] when the model is not made for the case.
    pub fn solve(self, case: &Case, seed: u64) -> Result<Answer, CaseError> {
        let (most, actors) = (self.most_actors(), case.actors.len());
        if actors > most {
            return Err(CaseError::TooMany { model: self.name(), most, actors });
        }
        match self {
            Self::Mean | Self::Median | Self::UnweightedMean | Self::UnweightedMedian => Ok(self.centre(case)),
            Self::Smp => Ok(solve_smp(case)),
            _ if case.dimensions() > 1 => Err(CaseError::OneDimension(self.name())),
            Self::Mended => Ok(solve_mended(case)),
            Self::Predictioneer => Ok(solve_predictioneer(case, seed)),
            Self::Eum => Ok(solve_eum(case)),
        }
    }

    fn centre(self, case: &Case) -> Answer {
        let weightless = (0..case.dimensions()).any(|k| case.stands(k).iter().all(|s| s.weight() <= 0.0));
        let forecast = (0..case.dimensions()).map(|k| self.centre_of(case, k)).collect();
        let note = weightless.then(|| "nobody has weight (capability times salience): all count alike".to_owned());
        Answer { model: self, forecast, rounds: Vec::new(), probabilities: None, note }
    }

    fn centre_of(self, case: &Case, k: usize) -> f64 {
        let stands = case.stands(k);
        let weighted = matches!(self, Self::Mean | Self::Median);
        let weights: Vec<f64> = stands.iter().map(|s| if weighted { s.weight() } else { 1.0 }).collect();
        let given: Vec<f64> = case.actors.iter().map(|a| a.position[k].best).collect();
        if matches!(self, Self::Mean | Self::UnweightedMean) {
            return mean(&given, &weights);
        }
        let shares: Vec<f64> = stands.iter().map(|s| s.position).collect();
        if self == Self::UnweightedMedian { middle(given) } else { given[median_index(&shares, &weights)] }
    }
}

/// The plain median: between the middle two where their number is even.
fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let n = values.len();
    f64::midpoint(values[(n - 1) / 2], values[n / 2])
}

/// Puts a path on the unit axis into units of the issue, with its centres.
fn rounds(case: &Case, path: &[Vec<f64>], first: usize) -> Vec<Round> {
    let k = case.dimensions();
    let by_dimension: Vec<Vec<f64>> = (0..k).map(|d| case.stands(d).iter().map(Stand::weight).collect()).collect();
    let of = |(i, flat): (usize, &Vec<f64>)| {
        let axis = |d: usize| -> Vec<f64> { flat.iter().skip(d).step_by(k).copied().collect() };
        let centre = |f: fn(&[f64], &[f64]) -> f64| (0..k).map(|d| case.scale.at(f(&axis(d), &by_dimension[d]))).collect();
        Round {
            round: first + i,
            positions: flat.chunks(k).map(|c| c.iter().map(|x| case.scale.at(*x)).collect()).collect(),
            mean: centre(mean),
            median: centre(median),
        }
    };
    path.iter().enumerate().map(of).collect()
}

/// A path's forecast is the weighted mean of the positions at its end.
fn at_end(model: Model, rounds: Vec<Round>, note: String) -> Answer {
    let forecast = rounds.last().map_or(Vec::new(), |r| r.mean.clone());
    Answer { model, forecast, rounds, probabilities: None, note: Some(note) }
}

fn solve_eum(case: &Case) -> Answer {
    let options = EumOptions::default();
    let share = |x: f64| (x - case.scale.min) / (case.scale.max - case.scale.min);
    let direction = (case.scale.max - case.scale.min).signum();
    let as_given = |(s, a): (Stand, &Actor)| Stand { position: direction * a.position[0].best, ..s };
    let stands: Vec<Stand> = case.stands(0).into_iter().zip(&case.actors).map(as_given).collect();
    let path: Vec<Vec<f64>> =
        eum(&stands, &options).into_iter().map(|r| r.into_iter().map(|x| share(direction * x)).collect()).collect();
    let note = format!("stopped after {} rounds, not at an equilibrium; the forecast is the mean there", options.rounds);
    at_end(Model::Eum, rounds(case, &path, 1), note)
}

fn solve_smp(case: &Case) -> Answer {
    let path = smp(&SmpInput::of(case), &SmpOptions::default());
    let note = format!("KTAB-compatible, defects included; stopped after {} turns", path.len() - 1);
    at_end(Model::Smp, rounds(case, &path, 0), note)
}

fn solve_predictioneer(case: &Case, seed: u64) -> Answer {
    let stands = case.stands(0);
    let runs = runs(stands.len());
    let played = predictioneer(&stands, runs, seed);
    let [low, high] = played.ends.interval(0.1);
    let (low, high) = (case.scale.at(low), case.scale.at(high));
    Answer {
        model: Model::Predictioneer,
        forecast: vec![case.scale.at(played.ends.median())],
        rounds: rounds(case, &played.rounds, 1),
        probabilities: None,
        note: Some(format!("median of {runs} runs with seed {seed}; eight in ten runs end between {low:.4} and {high:.4}")),
    }
}

/// How many runs fit into a fraction of a second.
#[expect(clippy::cast_possible_truncation, reason = "between 20 and 200")]
fn runs(actors: usize) -> usize {
    (1e7 / count(actors).powi(3)).clamp(20.0, 200.0) as usize
}

fn solve_mended(case: &Case) -> Answer {
    let stands = case.stands(0);
    let forecast = mended_forecast(&stands);
    let small = stands.len() <= TABLE;
    let chance = |a: &Stand| stands.iter().map(|b| mended_chance(&stands, a.position, b.position)).collect();
    let path = if stands.len() <= Model::Smp.most_actors() { mended_path(&stands, forecast) } else { Vec::new() };
    Answer {
        model: Model::Mended,
        forecast: vec![case.scale.at(forecast)],
        rounds: rounds(case, &path, 1),
        probabilities: small.then(|| stands.iter().map(chance).collect()),
        note: None,
    }
}
