//! Shrink, split, bound, and only then branch.
//!
//! # Method
//! A network is shrunk ([`super::kernel`]) and split into blocks ([`super::block`]). In each block a
//! good division is sought ([`super::climb`]) and a bound ([`super::packing`]); if they do not meet,
//! two actors whose tie the bound leaves most open are joined, once in the same camp and once in
//! different ones, and both halves are examined the same way.

use super::block::{Block, Edge, blocks};
use super::climb::climb;
use super::cycles::Finder;
use super::effort::Effort;
use super::kernel::Kernel;
use super::packing::{Aim, pack};

/// Up to so many actors all divisions of a block are tried.
const SMALL: usize = 8;

/// So many moves, and some for every actor, are made in search of a good division.
const STEPS: usize = 200;

/// What is known of a network: its camps, their cost, and what no division undercuts.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) camps: Vec<bool>,
    pub(super) cost: u64,
    pub(super) lower: u64,
}

/// The division of a network; one that costs `cutoff` or more need not be the best.
pub(super) fn settle(mut kernel: Kernel, cutoff: u64, effort: &mut Effort<'_>) -> Known {
    kernel.reduce();
    let mut blocks = blocks(&kernel);
    blocks.sort_by_key(Block::len);
    let (mut cost, mut lower) = (kernel.paid(), kernel.paid());
    let mut bonds = vec![Vec::new(); kernel.near().len()];
    for block in &blocks {
        let known = divide(block, cutoff.saturating_sub(lower), effort);
        cost += known.cost;
        lower += known.lower;
        bind(&mut bonds, block, &known.camps);
    }
    let mut camps = spread(&bonds);
    kernel.unwind(&mut camps);
    Known { camps, cost, lower }
}

/// Notes for every tie of a block whether its ends stand together.
fn bind(bonds: &mut [Vec<(u32, bool)>], block: &Block, camps: &[bool]) {
    for edge in &block.edges {
        let same = camps[edge.a as usize] == camps[edge.b as usize];
        let (a, b) = (block.names[edge.a as usize], block.names[edge.b as usize]);
        bonds[a as usize].push((b, same));
        bonds[b as usize].push((a, same));
    }
}

/// Camps that agree with every bond: blocks meet in single actors, so there are such.
fn spread(bonds: &[Vec<(u32, bool)>]) -> Vec<bool> {
    let mut camps: Vec<Option<bool>> = vec![None; bonds.len()];
    for start in 0..bonds.len() {
        let mut open = vec![start];
        camps[start].get_or_insert(false);
        while let Some(actor) = open.pop() {
            for (other, same) in &bonds[actor] {
                if camps[*other as usize].is_none() {
                    camps[*other as usize] = Some((camps[actor] == Some(true)) == *same);
                    open.push(*other as usize);
                }
            }
        }
    }
    camps.into_iter().map(Option::unwrap_or_default).collect()
}

fn divide(block: &Block, cutoff: u64, effort: &mut Effort<'_>) -> Known {
    if block.len() <= SMALL {
        return try_all(block);
    }
    let mut known = Known { camps: vec![false; block.len()], ..Known::default() };
    known.cost = climb(block, &mut known.camps, STEPS + 4 * block.len());
    let (grain, cutoff) = (block.grain(), cutoff.min(known.cost));
    let aim = Aim { enough: enough(known.cost, cutoff, grain), cost: known.cost };
    let packed = pack(block, &known.camps, aim, effort);
    known.lower = rounded(packed.bound, known.cost, grain);
    if known.lower < cutoff && !packed.prices.is_empty() {
        follow(block, &packed.prices, &mut known);
        branch(block, &packed.prices, cutoff.min(known.cost), &mut known, effort);
        known.lower = rounded(known.lower, known.cost, grain);
    }
    known
}

/// The least cost from `bound` on that a division can have, as all costs differ by multiples of the grain.
const fn rounded(bound: u64, cost: u64, grain: u64) -> u64 {
    if bound >= cost { cost } else { cost - (cost - bound) / grain * grain }
}

/// The least bound that is `cutoff` or more when rounded.
const fn enough(cost: u64, cutoff: u64, grain: u64) -> u64 {
    (cost + 1).saturating_sub(((cost - cutoff) / grain + 1).saturating_mul(grain))
}

/// Looks for a better division where the prices lead.
fn follow(block: &Block, prices: &[f64], known: &mut Known) {
    let mut camps = Finder::new(block).sides(prices);
    let cost = climb(block, &mut camps, STEPS + 4 * block.len());
    if cost < known.cost {
        (known.cost, known.camps) = (cost, camps);
    }
}

/// Joins two actors both ways and examines what remains.
fn branch(block: &Block, prices: &[f64], mut cutoff: u64, known: &mut Known, effort: &mut Effort<'_>) {
    let Some((edge, price)) = most_open(block, prices).filter(|_| known.lower < cutoff && effort.goes_on()) else { return };
    let likely = (edge.weight > 0) != (price > 0.5);
    let mut lower = u64::MAX;
    for same in [likely, !likely] {
        let mut kernel = block.kernel();
        kernel.join(edge.b, edge.a, same);
        let half = settle(kernel, cutoff, effort);
        lower = lower.min(half.lower);
        if half.cost < known.cost {
            (known.cost, known.camps) = (half.cost, half.camps);
            cutoff = cutoff.min(known.cost);
        }
    }
    known.lower = known.lower.max(lower);
}

/// The tie whose price says least whether it is frustrated, among actors with many ties.
fn most_open<'a>(block: &'a Block, prices: &[f64]) -> Option<(&'a Edge, f64)> {
    let ties = |e: &Edge| block.near(e.a).len() + block.near(e.b).len();
    let score = |(e, p): &(&Edge, f64)| (p.min(1.0 - p).max(0.0), ties(e));
    let pairs = block.edges.iter().zip(prices.iter().copied());
    pairs.max_by(|x, y| score(x).partial_cmp(&score(y)).unwrap_or(std::cmp::Ordering::Equal))
}

/// The best of all divisions of a small block.
fn try_all(block: &Block) -> Known {
    let division = |n: u32| (0..block.len()).map(|v| v > 0 && n >> (v - 1) & 1 == 1).collect::<Vec<bool>>();
    let all = (0..1u32 << (block.len() - 1)).map(division).map(|camps| (block.cost(&camps), camps));
    let (cost, camps) = all.min().unwrap_or_default();
    Known { camps, cost, lower: cost }
}
