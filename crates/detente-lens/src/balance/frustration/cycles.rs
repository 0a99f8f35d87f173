//! Shortest negative cycles.
//!
//! # Method
//! Every actor stands twice, once on each side; a friendly tie joins the same sides and a hostile
//! one opposite sides (the signed double cover, Zaslavsky 1982). A shortest way from an actor to
//! its other self (Dijkstra 1959) is a shortest closed walk with an odd number of hostile ties. If
//! it meets an actor twice, what lies between is such a walk already, and shorter.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::block::Block;

/// Looks for negative cycles in a block, using the same tables again and again.
pub(super) struct Finder<'a> {
    block: &'a Block,
    hostile: Vec<bool>,
    reached: Vec<f64>,
    from: Vec<(u32, u32)>,
    touched: Vec<u32>,
    heap: BinaryHeap<Reverse<(u64, u32)>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(block: &'a Block) -> Self {
        let n = 2 * block.len();
        Self {
            block,
            hostile: block.edges.iter().map(|e| e.weight < 0).collect(),
            reached: vec![f64::INFINITY; n],
            from: vec![(0, 0); n],
            touched: Vec::new(),
            heap: BinaryHeap::new(),
        }
    }

    /// The ties of a shortest negative cycle met from an actor, if it is shorter than `limit`.
    /// Lengths are not negative; a tie of infinite length is not used.
    pub(super) fn shortest(&mut self, actor: u32, lengths: &[f64], limit: f64) -> Option<Vec<u32>> {
        for node in self.touched.drain(..) {
            self.reached[node as usize] = f64::INFINITY;
        }
        self.heap.clear();
        self.reach(2 * actor, 0.0, (u32::MAX, u32::MAX));
        while let Some(Reverse((bits, node))) = self.heap.pop() {
            let length = f64::from_bits(bits);
            if node == 2 * actor + 1 {
                return Some(self.cycle(node));
            }
            if length <= self.reached[node as usize] {
                self.spread(node, length, lengths, limit);
            }
        }
        None
    }

    /// For every actor, on which side it is nearer to the first one.
    pub(super) fn sides(&mut self, lengths: &[f64]) -> Vec<bool> {
        self.reach(0, 0.0, (u32::MAX, u32::MAX));
        while let Some(Reverse((bits, node))) = self.heap.pop() {
            let length = f64::from_bits(bits);
            if length <= self.reached[node as usize] {
                self.spread(node, length, lengths, f64::INFINITY);
            }
        }
        self.reached.chunks(2).map(|side| side[1] < side[0]).collect()
    }

    fn spread(&mut self, node: u32, length: f64, lengths: &[f64], limit: f64) {
        for &(other, edge) in self.block.near(node / 2) {
            let side = (node & 1) ^ u32::from(self.hostile[edge as usize]);
            let to = 2 * other + side;
            let there = length + lengths[edge as usize].max(0.0);
            if there < limit && there < self.reached[to as usize] {
                self.reach(to, there, (node, edge));
            }
        }
    }

    fn reach(&mut self, node: u32, length: f64, from: (u32, u32)) {
        self.touched.push(node);
        self.reached[node as usize] = length;
        self.from[node as usize] = from;
        self.heap.push(Reverse((length.to_bits(), node)));
    }

    /// The ties on the way to a node, cut to the first simple cycle that closes on it.
    fn cycle(&self, end: u32) -> Vec<u32> {
        let mut seen: Vec<(u32, usize)> = vec![(end / 2, 0)];
        let mut ties = Vec::new();
        let mut node = end;
        loop {
            let (before, edge) = self.from[node as usize];
            ties.push(edge);
            if let Some(start) = seen.iter().find(|(actor, _)| *actor == before / 2).map(|(_, at)| *at) {
                return ties.split_off(start);
            }
            seen.push((before / 2, ties.len()));
            node = before;
        }
    }
}
