//! What no division can undercut: negative cycles packed into the ties.
//!
//! # Method
//! Every division frustrates a tie of every negative cycle. Give negative cycles weights so that
//! the cycles through a tie weigh no more than the tie: then no division costs less than all
//! cycles weigh together. This is the dual of the linear program over negative-cycle inequalities
//! of the signed (max-cut) polytope (Barahona & Mahjoub 1986). First cycles are packed greedily,
//! short ones first; if that does not prove the division at hand, the simplex method packs them
//! best, with more cycles offered as long as they help. The weights are rounded down to whole
//! numbers and added up as such, so a proof does not rest on floating point numbers.

use super::block::Block;
use super::cycles::Finder;
use super::effort::Effort;
use super::simplex::Simplex;

/// How long a greedily packed cycle may be, round after round.
const LENGTHS: [f64; 5] = [3.5, 4.5, 5.5, 8.5, 64.5];

/// What a tie costs at least when cycles are sought, round after round: first short cycles, then all.
const FLOORS: [f64; 4] = [0.2, 0.05, 1e-3, 1e-5];

/// What is to be proved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim {
    /// A bound from here on is enough.
    pub(super) enough: u64,
    /// What the division at hand costs.
    pub(super) cost: u64,
}

/// A bound and what it says of the ties.
pub(super) struct Packed {
    /// No division costs less.
    pub(super) bound: u64,
    /// The price of each tie: near 1, it is likely to be frustrated; empty when not needed.
    pub(super) prices: Vec<f64>,
}

/// Packs cycles until the aim is met or nothing helps.
pub(super) fn pack(block: &Block, camps: &[bool], aim: Aim, effort: &mut Effort<'_>) -> Packed {
    let mut packing = Packing::new(block, camps, aim);
    packing.greedy(effort);
    if packing.bound >= aim.enough || !effort.goes_on() {
        return Packed { bound: packing.bound, prices: Vec::new() };
    }
    packing.best(effort)
}

struct Packing<'a> {
    block: &'a Block,
    finder: Finder<'a>,
    sources: Vec<u32>,
    aim: Aim,
    cycles: Vec<Vec<u32>>,
    /// The sources that gave a cycle when they were last asked.
    lately: Vec<u32>,
    bound: u64,
}

impl<'a> Packing<'a> {
    fn new(block: &'a Block, camps: &[bool], aim: Aim) -> Self {
        let finder = Finder::new(block);
        Self { block, finder, sources: sources(block, camps), aim, cycles: Vec::new(), lately: Vec::new(), bound: 0 }
    }

    /// Cycles with whole weights, each as heavy as what is left of its ties.
    fn greedy(&mut self, effort: &mut Effort<'_>) {
        let mut left: Vec<u64> = self.block.edges.iter().map(|e| e.weight.unsigned_abs()).collect();
        let mut lengths = vec![1.0; left.len()];
        for limit in LENGTHS {
            for source in self.sources.clone() {
                while self.bound < self.aim.enough && effort.spend(self.block.edges.len()) {
                    let Some(cycle) = self.finder.shortest(source, &lengths, limit) else { break };
                    let weight = cycle.iter().map(|e| left[*e as usize]).min().unwrap_or_default();
                    for edge in cycle.iter().map(|e| *e as usize) {
                        left[edge] -= weight;
                        lengths[edge] = if left[edge] == 0 { f64::INFINITY } else { 1.0 };
                    }
                    self.bound += weight;
                    self.cycles.push(cycle);
                }
            }
        }
    }

    /// The best packing, or one that is good enough.
    fn best(mut self, effort: &mut Effort<'_>) -> Packed {
        let mut simplex = Simplex::new(self.capacities());
        for cycle in std::mem::take(&mut self.cycles) {
            simplex.offer(cycle);
        }
        for floor in FLOORS {
            while self.maximise(&mut simplex, effort) && self.offer(&mut simplex, floor, effort) {}
        }
        self.bound = self.bound.max(self.whole(&simplex));
        Packed { bound: self.bound, prices: simplex.prices().to_vec() }
    }

    /// The weights of the ties, each a little less, so that no two limits fall together.
    fn capacities(&self) -> Vec<f64> {
        let share = 0.05 * float(self.aim.cost - self.aim.enough.min(self.aim.cost) + 1) / float(self.aim.cost.max(1));
        let share = share.clamp(1e-7, 1e-3);
        let mut draw = 1u64;
        let mut less = || {
            draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            1.0 - share * float(draw >> 32) / float(1 << 32)
        };
        self.block.edges.iter().map(|e| float(e.weight.unsigned_abs()) * less()).collect()
    }

    /// Improves with the cycles offered; false when the aim is met or the effort spent.
    fn maximise(&mut self, simplex: &mut Simplex, effort: &mut Effort<'_>) -> bool {
        while effort.spend(2 * self.block.edges.len()) {
            if !simplex.improve() {
                self.bound = self.bound.max(self.whole(simplex));
                return self.bound < self.aim.enough;
            }
        }
        false
    }

    /// Offers negative cycles that cost less than 1; false when there is none. Sources that gave
    /// none are left alone until all are asked again.
    fn offer(&mut self, simplex: &mut Simplex, floor: f64, effort: &mut Effort<'_>) -> bool {
        let all = self.sources.clone();
        let lately = std::mem::take(&mut self.lately);
        self.lately = self.from(&lately, simplex, floor, effort);
        if self.lately.is_empty() {
            self.lately = self.from(&all, simplex, floor, effort);
        }
        !self.lately.is_empty()
    }

    /// Offers a cycle from each source that has one; gives these sources.
    fn from(&mut self, sources: &[u32], simplex: &mut Simplex, floor: f64, effort: &mut Effort<'_>) -> Vec<u32> {
        let mut lengths: Vec<f64> = simplex.prices().iter().map(|p| p.max(0.0) + floor).collect();
        let mut gave = Vec::new();
        for source in sources.iter().copied() {
            if !effort.spend(2 * self.block.edges.len()) {
                return Vec::new();
            }
            if let Some(cycle) = self.finder.shortest(source, &lengths, 1.0 - floor) {
                // The next cycle is to be another one.
                for edge in &cycle {
                    lengths[*edge as usize] += 0.3;
                }
                simplex.offer(cycle);
                gave.push(source);
            }
        }
        gave
    }

    /// What the packing weighs with every weight rounded down; 0 if a tie should bear too much.
    fn whole(&self, simplex: &Simplex) -> u64 {
        let mut left: Vec<u64> = self.block.edges.iter().map(|e| e.weight.unsigned_abs()).collect();
        let mut sum = 0;
        for (cycle, weight) in simplex.weights() {
            let mut weight = whole(weight);
            for edge in cycle {
                weight = weight.min(left[*edge as usize]);
            }
            for edge in cycle {
                left[*edge as usize] -= weight;
            }
            sum += weight;
        }
        sum
    }
}

/// Actors such that every frustrated tie, and so every negative cycle, has one of them.
fn sources(block: &Block, camps: &[bool]) -> Vec<u32> {
    let mut open: Vec<bool> = block.edges.iter().map(|e| block.frustrates(camps, e)).collect();
    let mut out = Vec::new();
    let mut count: Vec<usize> = (0u32..).take(block.len()).map(|v| degree(block, &open, v)).collect();
    while let Some((actor, most)) = (0u32..).zip(&count).max_by_key(|(_, c)| **c).filter(|(_, c)| **c > 0).map(|(v, c)| (v, *c)) {
        debug_assert!(most > 0);
        for &(other, edge) in block.near(actor) {
            if std::mem::take(&mut open[edge as usize]) {
                count[other as usize] -= 1;
            }
        }
        count[actor as usize] = 0;
        out.push(actor);
    }
    out
}

fn degree(block: &Block, open: &[bool], actor: u32) -> usize {
    block.near(actor).iter().filter(|(_, e)| open[*e as usize]).count()
}

/// Sums of weights stay far below 2^53, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "the weights of a graph stay below 2^50")]
const fn float(n: u64) -> f64 {
    n as f64
}

/// Rounded down; what is below 0 is 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
const fn whole(x: f64) -> u64 {
    if x > 0.0 { x as u64 } else { 0 }
}
