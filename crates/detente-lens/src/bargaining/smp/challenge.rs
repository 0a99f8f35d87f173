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
    let mut votes = Vec::with_capacity(space.n());
    for j in (0..space.n()).filter(|j| *j != i) {
        let (gain, chance) = view.challenge(j, &mut votes);
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
        let mut columns = Vec::with_capacity(n * n);
        for j in 0..n {
            columns.extend(risk.iter().enumerate().map(|(k, r)| utility(space.distances[k * n + j], *r)));
        }
        let weights = space.care.iter().zip(&space.input.capability).map(|(s, c)| s * c).collect();
        Self { space, h, columns, weights }
    }

    fn column(&self, j: usize) -> &[f64] {
        let n = self.space.n();
        &self.columns[j * n..(j + 1) * n]
    }

    /// What `h` gains by challenging j, and its chance to win.
    fn challenge(&self, j: usize, votes: &mut Vec<f64>) -> (f64, f64) {
        let i = self.h;
        let chance = self.chance(j, votes);
        let (own, other) = (self.column(i)[i], self.column(j)[i]);
        let resists = self.space.care[j];
        let fought = chance * 2.0 * own + (1.0 - chance) * 2.0 * other;
        ((1.0 - resists) * 2.0 * own + resists * fought - (own + other), chance)
    }

    /// The chance that `h` beats j, third parties included; `votes` is room for theirs.
    fn chance(&self, j: usize, votes: &mut Vec<f64>) -> f64 {
        let i = self.h;
        let voting = self.space.options.voting;
        let (ours, theirs) = (self.column(i), self.column(j));
        let mine = SIDE + voting.vote(self.weights[i], ours[i] - theirs[i]).abs();
        let its = SIDE + voting.vote(self.weights[j], theirs[j] - ours[j]).abs();
        let (mut won, mut all) = (mine, mine + its);
        if self.space.options.commitment == Commitment::Semi {
            votes.clear();
            Third { voting, mine, its }.votes(votes, ours, theirs, &self.weights);
            (votes[i], votes[j]) = (0.0, 0.0);
            for vote in votes {
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
    /// The votes of all, as if everyone were a third party. Votes in proportion, which are the rule, are
    /// cast without a choice in the loop, so that several are cast at once.
    fn votes(&self, out: &mut Vec<f64>, ours: &[f64], theirs: &[f64], weights: &[f64]) {
        let all = ours.iter().zip(theirs).zip(weights);
        match self.voting {
            Voting::Prop => {
                let prop = Self { voting: Voting::Prop, ..*self };
                out.extend(all.map(|((a, b), w)| prop.vote(*w, *a, *b)));
            }
            _ => out.extend(all.map(|((a, b), w)| self.vote(*w, *a, *b))),
        }
    }

    /// The vote of a third party of weight `w` that has utility `a` of our position and `b` of
    /// theirs. With the other two commitments it comes to nothing.
    #[inline]
    fn vote(&self, w: f64, a: f64, b: f64) -> f64 {
        let leaning = self.voting.vote(w, a - b);
        let odds = (self.mine + leaning.max(0.0)) / (self.mine + self.its + leaning.abs());
        self.voting.vote(w, odds * (1.0 - a) - (1.0 - odds) * (1.0 - b))
    }
}
