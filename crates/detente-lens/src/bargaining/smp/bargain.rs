//! A proposal: where either side is to go.

use super::options::Halves;
use super::space::Space;

/// Keeps a share defined where neither side has weight.
const SHARE: f64 = 1e-6;

/// A bargain between the one who proposes it and the one whom it is proposed to.
#[derive(Clone, Debug)]
pub(super) struct Bargain {
    /// Who proposes.
    pub(super) from: usize,
    /// To whom.
    pub(super) to: usize,
    /// Where the proposer would go.
    pub(super) from_goes: Vec<f64>,
    /// Where the other would go.
    pub(super) to_goes: Vec<f64>,
}

/// The bargain i proposes to j, when i thinks it wins with this chance.
pub(super) fn propose(space: &Space, i: usize, j: usize, chance: f64) -> Bargain {
    let k = space.input.dimensions;
    let care = |a: usize, d: usize| space.input.salience[a * k + d];
    let halves = |d: usize| {
        let (x, y) = (space.position(i)[d], space.position(j)[d]);
        share(space.options.halves, (x, care(i, d)), (y, care(j, d)), chance)
    };
    let (from_goes, to_goes) = (0..k).map(halves).unzip();
    Bargain { from: i, to: j, from_goes, to_goes }
}

/// Where both go on one dimension, given position and salience of either and the chance of the first.
fn share(halves: Halves, (x, s): (f64, f64), (y, t): (f64, f64), chance: f64) -> (f64, f64) {
    let (a, b) = match halves {
        Halves::S1P1 => (s * chance, t * (1.0 - chance)),
        Halves::S2P2 => ((s * chance).powi(2), (t * (1.0 - chance)).powi(2)),
        Halves::S2PMax => return (lead(x, y, 1.0 - 2.0 * chance, s, t), lead(y, x, 2.0 * chance - 1.0, t, s)),
    };
    let first = ((a + SHARE) * x + b * y) / (a + b + SHARE);
    let second = (a * x + (b + SHARE) * y) / (a + b + SHARE);
    (rounded(first), rounded(second))
}

/// How far one side follows the other, when the other leads by `lead` in chance.
fn lead(own: f64, other: f64, lead: f64, care: f64, others_care: f64) -> f64 {
    let e = lead.max(0.0);
    let pull = e * others_care.powi(2);
    own + (other - own) * pull / (pull + SHARE + (1.0 - e) * care.powi(2))
}

/// KTAB keeps four decimals of every coordinate of a bargain by weights.
fn rounded(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}
