//! Whom an actor challenges, and what it then proposes.

use super::bargain::{Bargain, propose};
use super::options::{Commitment, Voting};
use super::space::{Space, utility};

/// Added to either side of a contest, so that odds are defined where nobody cares.
const SIDE: f64 = 1e-10;

/// A gain below this is none.
const GAIN: f64 = 1e-5;

/// The bargain that actor i proposes, if any challenge gains it something by its own estimate.
pub(super) fn initiative(space: &Space, i: usize) -> Option<Bargain> {
    let view = View::new(space, i);
    let mut best: Option<(f64, usize, f64)> = None;
    for j in (0..space.n()).filter(|j| *j != i) {
        let (gain, chance) = view.challenge(j);
        if gain > GAIN && best.is_none_or(|(most, ..)| gain > most) {
            best = Some((gain, j, chance));
        }
    }
    best.map(|(_, j, chance)| propose(space, i, j, chance))
}

/// The utilities of all as actor `h` estimates them: column by column, `columns[j * n + k]` is what
/// actor k gets from the position of actor j.
struct View<'a> {
    space: &'a Space<'a>,
    h: usize,
    columns: Vec<f64>,
    weights: Vec<f64>,
}

impl<'a> View<'a> {
    fn new(space: &'a Space<'a>, h: usize) -> Self {
        let n = space.n();
        let share = space.options.adjust.share();
        let risk: Vec<f64> = space.risk.iter().map(|r| space.risk[h] * (1.0 - share) + r * share).collect();
        let columns = (0..n * n).map(|c| utility(space.distances[c % n * n + c / n], risk[c % n])).collect();
        let weights = space.care.iter().zip(&space.input.capability).map(|(s, c)| s * c).collect();
        Self { space, h, columns, weights }
    }

    fn column(&self, j: usize) -> &[f64] {
        let n = self.space.n();
        &self.columns[j * n..(j + 1) * n]
    }

    /// What `h` gains by challenging j, and its chance to win.
    fn challenge(&self, j: usize) -> (f64, f64) {
        let i = self.h;
        let chance = self.chance(j);
        let (own, other) = (self.column(i)[i], self.column(j)[i]);
        let resists = self.space.care[j];
        let fought = chance * 2.0 * own + (1.0 - chance) * 2.0 * other;
        ((1.0 - resists) * 2.0 * own + resists * fought - (own + other), chance)
    }

    /// The chance that `h` beats j, third parties included.
    fn chance(&self, j: usize) -> f64 {
        let i = self.h;
        let voting = self.space.options.voting;
        let (ours, theirs) = (self.column(i), self.column(j));
        let mine = SIDE + voting.vote(self.weights[i], ours[i] - theirs[i]).abs();
        let its = SIDE + voting.vote(self.weights[j], theirs[j] - ours[j]).abs();
        let (mut won, mut all) = (mine, mine + its);
        if self.space.options.commitment == Commitment::Semi {
            let third = Third { voting, mine, its };
            for (k, ((a, b), w)) in ours.iter().zip(theirs).zip(&self.weights).enumerate() {
                let vote = if k == i || k == j { 0.0 } else { third.vote(*w, *a, *b) };
                won += vote.max(0.0);
                all += vote.abs();
            }
        }
        won / all
    }
}

/// A contest before the third parties have spoken.
struct Third {
    voting: Voting,
    mine: f64,
    its: f64,
}

impl Third {
    /// The vote of a third party of weight `w` that has utility `a` of our position and `b` of
    /// theirs. With the other two commitments it comes to nothing.
    fn vote(&self, w: f64, a: f64, b: f64) -> f64 {
        let leaning = self.voting.vote(w, a - b);
        let odds = (self.mine + leaning.max(0.0)) / (self.mine + self.its + leaning.abs());
        self.voting.vote(w, odds * (1.0 - a) - (1.0 - odds) * (1.0 - b))
    }
}
