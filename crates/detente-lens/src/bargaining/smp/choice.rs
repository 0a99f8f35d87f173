//! Which of the bargains open to it an actor carries out.

use super::bargain::Bargain;
use super::space::{Space, election, strengths, utility};
use crate::bargaining::centre::count;

/// The positions after every actor has taken its half of the bargain that all would choose for it.
pub(super) fn moves(space: &Space, initiatives: &[Option<Bargain>]) -> Vec<f64> {
    let worth = Worth::new(space, initiatives);
    let mut after = Vec::with_capacity(space.positions.len());
    for k in 0..space.n() {
        let open: Vec<usize> = concerning(initiatives, k);
        let chosen = worth.chosen(&open);
        after.extend_from_slice(half(space, initiatives, k, chosen));
    }
    after
}

/// The proposals made by or to actor k, by proposer.
fn concerning(initiatives: &[Option<Bargain>], k: usize) -> Vec<usize> {
    let concerns = |b: &Option<Bargain>| b.as_ref().is_some_and(|b| b.from == k || b.to == k);
    initiatives.iter().enumerate().filter(|(_, b)| concerns(b)).map(|(i, _)| i).collect()
}

/// Where actor k goes if this bargain, or none, is carried out.
fn half<'a>(space: &'a Space, initiatives: &'a [Option<Bargain>], k: usize, chosen: Option<usize>) -> &'a [f64] {
    match chosen.and_then(|i| initiatives[i].as_ref()) {
        Some(b) if b.from == k => &b.from_goes,
        Some(b) => &b.to_goes,
        None => space.position(k),
    }
}

/// What every actor gets from every proposal and from the status quo.
struct Worth<'a> {
    space: &'a Space<'a>,
    /// By actor: the mean utility of all positions as they are.
    status_quo: Vec<f64>,
    /// By proposer, then actor; empty where nothing is proposed.
    proposals: Vec<Vec<f64>>,
}

impl<'a> Worth<'a> {
    fn new(space: &'a Space<'a>, initiatives: &[Option<Bargain>]) -> Self {
        let n = space.n();
        let own = |a: usize, j: usize| utility(space.distances[a * n + j], space.risk[a]);
        let sums: Vec<f64> = (0..n).map(|a| (0..n).map(|j| own(a, j)).sum()).collect();
        let at = |a: usize, point: &[f64]| utility(space.distance(a, point), space.risk[a]);
        let with = |b: &Bargain, a: usize| {
            let rest = sums[a] - own(a, b.from) - own(a, b.to);
            (at(a, &b.from_goes) + at(a, &b.to_goes) + rest) / count(n)
        };
        let proposals = initiatives.iter().map(|b| b.as_ref().map_or(Vec::new(), |b| (0..n).map(|a| with(b, a)).collect()));
        let proposals = proposals.collect();
        Self { space, status_quo: sums.iter().map(|s| s / count(n)).collect(), proposals }
    }

    /// The proposal of the greatest chance in a vote of all, or none for the status quo.
    fn chosen(&self, open: &[usize]) -> Option<usize> {
        let options = open.len() + 1;
        let utility = |a: usize, o: usize| if o == 0 { self.status_quo[a] } else { self.proposals[open[o - 1]][a] };
        let input = self.space.input;
        let sums = strengths(input.actors(), options, &input.capability, self.space.options.voting, utility);
        let chances = election(&sums, options, self.space.options);
        let mut best = 0;
        for (o, p) in chances.iter().enumerate() {
            if *p > chances[best] {
                best = o;
            }
        }
        best.checked_sub(1).map(|o| open[o])
    }
}
