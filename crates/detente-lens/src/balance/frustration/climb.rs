//! A good division, found by moving one actor at a time.
//!
//! # Method
//! Tabu search (Glover 1989): the actor whose move helps most, or hurts least, changes its camp
//! and then stays for some moves. What is kept is the best division met. The draws that vary how
//! long an actor stays come from a fixed recurrence, so the same network gives the same division.

use super::block::Block;

/// Improves a division; gives what the best one met costs.
pub(super) fn climb(block: &Block, camps: &mut Vec<bool>, steps: usize) -> u64 {
    let mut search = Climb::new(block, std::mem::take(camps));
    for step in 1..=steps {
        if !search.step(step) {
            break;
        }
    }
    *camps = search.best;
    search.least
}

struct Climb<'a> {
    block: &'a Block,
    camps: Vec<bool>,
    /// What moving an actor saves.
    gains: Vec<i64>,
    /// The step from which on an actor may move again.
    free: Vec<usize>,
    cost: u64,
    best: Vec<bool>,
    least: u64,
    draw: u64,
}

impl<'a> Climb<'a> {
    fn new(block: &'a Block, camps: Vec<bool>) -> Self {
        let mut gains = vec![0; block.len()];
        for edge in &block.edges {
            let weight = if block.frustrates(&camps, edge) { edge.weight.abs() } else { -edge.weight.abs() };
            gains[edge.a as usize] += weight;
            gains[edge.b as usize] += weight;
        }
        let cost = block.cost(&camps);
        Self { block, gains, free: vec![0; block.len()], cost, best: camps.clone(), least: cost, camps, draw: 1 }
    }

    /// One move; false when there is nothing left to gain.
    fn step(&mut self, step: usize) -> bool {
        let may = |v: &usize| self.free[*v] <= step || self.cost.saturating_add_signed(-self.gains[*v]) < self.least;
        let Some(mover) = (0..self.gains.len()).filter(may).max_by_key(|v| self.gains[*v]) else {
            return self.least > 0;
        };
        self.turn(mover);
        self.draw = self.draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let some = usize::try_from(self.draw >> 60).unwrap_or_default();
        self.free[mover] = step + 4 + some.min(self.gains.len() / 4);
        if self.cost < self.least {
            self.least = self.cost;
            self.best.copy_from_slice(&self.camps);
        }
        self.least > 0
    }

    fn turn(&mut self, mover: usize) {
        self.cost = self.cost.saturating_add_signed(-self.gains[mover]);
        self.camps[mover] = !self.camps[mover];
        self.gains[mover] = -self.gains[mover];
        for &(other, n) in self.block.near(u32::try_from(mover).unwrap_or(u32::MAX)) {
            let edge = &self.block.edges[n as usize];
            let twice = 2 * edge.weight.abs();
            self.gains[other as usize] += if self.block.frustrates(&self.camps, edge) { twice } else { -twice };
        }
    }
}
