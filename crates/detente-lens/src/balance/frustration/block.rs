//! A piece of a network that no single actor holds together, with its ties numbered.

use super::kernel::Kernel;

/// One tie; a weight above 0 is friendly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) weight: i64,
}

/// Actors 0 to n - 1, numbered anew, and what they are called outside.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) names: Vec<u32>,
    pub(super) edges: Vec<Edge>,
    starts: Vec<usize>,
    arcs: Vec<(u32, u32)>,
}

impl Block {
    fn new(edges: &[Edge], number: &mut [u32]) -> Self {
        let mut block = Self::default();
        let mut local = |name: u32, names: &mut Vec<u32>| {
            let known = names.get(number[name as usize] as usize) == Some(&name);
            if !known {
                number[name as usize] = u32::try_from(names.len()).unwrap_or(u32::MAX);
                names.push(name);
            }
            number[name as usize]
        };
        for edge in edges {
            let (a, b) = (local(edge.a, &mut block.names), local(edge.b, &mut block.names));
            block.edges.push(Edge { a, b, weight: edge.weight });
        }
        block.index();
        block
    }

    fn index(&mut self) {
        self.starts = vec![0; self.names.len() + 1];
        for edge in &self.edges {
            self.starts[edge.a as usize + 1] += 1;
            self.starts[edge.b as usize + 1] += 1;
        }
        for v in 1..self.starts.len() {
            self.starts[v] += self.starts[v - 1];
        }
        let mut next = self.starts.clone();
        self.arcs = vec![(0, 0); 2 * self.edges.len()];
        for (n, edge) in (0u32..).zip(&self.edges) {
            for (from, to) in [(edge.a, edge.b), (edge.b, edge.a)] {
                self.arcs[next[from as usize]] = (to, n);
                next[from as usize] += 1;
            }
        }
    }

    /// How many actors.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The other ends of an actor's ties, with the numbers of the ties.
    pub(super) fn near(&self, actor: u32) -> &[(u32, u32)] {
        &self.arcs[self.starts[actor as usize]..self.starts[actor as usize + 1]]
    }

    /// Whether a division frustrates a tie.
    pub(super) fn frustrates(&self, camps: &[bool], edge: &Edge) -> bool {
        (camps[edge.a as usize] == camps[edge.b as usize]) != (edge.weight > 0)
    }

    /// What a division costs.
    pub(super) fn cost(&self, camps: &[bool]) -> u64 {
        let frustrated = self.edges.iter().filter(|e| self.frustrates(camps, e));
        frustrated.map(|e| e.weight.unsigned_abs()).sum()
    }

    /// The costs of any two divisions differ by a multiple of this: moving one actor changes the
    /// cost by the sum of its ties, each with one sign or the other.
    pub(super) fn grain(&self) -> u64 {
        let twice = self.edges.iter().fold(0, |g, e| gcd(g, 2 * e.weight.unsigned_abs()));
        let around = |v: u32| self.near(v).iter().map(|(_, e)| self.edges[*e as usize].weight.unsigned_abs()).sum();
        (0u32..).take(self.len()).fold(twice, |g, v| gcd(g, around(v))).max(1)
    }

    /// The block as a network that can shrink further.
    pub(super) fn kernel(&self) -> Kernel {
        Kernel::new(self.len(), self.edges.iter().map(|e| (e.a, e.b, e.weight)))
    }
}

const fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The blocks of a network (Hopcroft & Tarjan 1973): camps can be found in each alone.
pub(super) fn blocks(kernel: &Kernel) -> Vec<Block> {
    let mut walk = Walk::new(kernel);
    for root in (0u32..).take(kernel.near().len()) {
        if walk.depth[root as usize] == 0 {
            walk.from(root);
        }
    }
    let mut number = vec![u32::MAX; kernel.near().len()];
    walk.found.iter().map(|edges| Block::new(edges, &mut number)).collect()
}

/// A depth-first walk that cuts off each block as it leaves it.
struct Walk<'a> {
    near: &'a [Vec<(u32, i64)>],
    depth: Vec<u32>,
    low: Vec<u32>,
    edges: Vec<Edge>,
    found: Vec<Vec<Edge>>,
}

/// An actor on the way down: where it was come from, which tie is next, and where its ties begin in the pile.
struct Frame {
    actor: u32,
    parent: u32,
    next: usize,
    pile: usize,
}

impl<'a> Walk<'a> {
    fn new(kernel: &'a Kernel) -> Self {
        let near = kernel.near();
        Self { near, depth: vec![0; near.len()], low: vec![0; near.len()], edges: Vec::new(), found: Vec::new() }
    }

    fn from(&mut self, root: u32) {
        let mut path = vec![self.enter(root, root, 1)];
        while let Some(frame) = path.last_mut() {
            let (actor, parent, pile) = (frame.actor, frame.parent, frame.pile);
            let tie = self.near[actor as usize].get(frame.next).copied();
            frame.next += 1;
            match tie {
                Some(tie) => path.extend(self.follow(actor, parent, tie)),
                None => {
                    path.pop();
                    self.leave(actor, parent, pile);
                }
            }
        }
    }

    fn enter(&mut self, actor: u32, parent: u32, depth: u32) -> Frame {
        self.depth[actor as usize] = depth;
        self.low[actor as usize] = depth;
        Frame { actor, parent, next: 0, pile: self.edges.len().saturating_sub(1) }
    }

    fn follow(&mut self, actor: u32, parent: u32, (other, weight): (u32, i64)) -> Option<Frame> {
        let (here, there) = (self.depth[actor as usize], self.depth[other as usize]);
        if there == 0 {
            self.edges.push(Edge { a: actor, b: other, weight });
            return Some(self.enter(other, actor, here + 1));
        }
        if other != parent && there < here {
            self.edges.push(Edge { a: actor, b: other, weight });
            self.low[actor as usize] = self.low[actor as usize].min(there);
        }
        None
    }

    fn leave(&mut self, actor: u32, parent: u32, pile: usize) {
        if actor == parent {
            return;
        }
        let low = self.low[actor as usize];
        self.low[parent as usize] = self.low[parent as usize].min(low);
        if low >= self.depth[parent as usize] {
            self.found.push(self.edges.split_off(pile));
        }
    }
}
