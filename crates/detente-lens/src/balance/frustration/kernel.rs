//! Shrinking a network without changing its index.
//!
//! # Method
//! Ties between the same two actors are netted: of a friendly and a hostile one the lighter is
//! always frustrated, and is paid for at once. An actor whose heaviest tie outweighs all its others
//! together can always follow that tie, so it is joined to its other end; this takes away actors
//! with one tie and with two. An actor with three ties costs the least of what the odd one out of
//! its neighbours makes it cost, which is what a triangle among the neighbours costs whose sides
//! weigh (w1 + w2 - w3) / 2 and so on (the star-triangle exchange of electrical networks). Each
//! step is noted and taken back when the rest has its camps.

/// One step, as it is taken back.
#[derive(Clone, Debug)]
enum Step {
    /// `gone` went with `into`, in the same camp or in the other.
    Join { gone: u32, into: u32, same: bool },
    /// `gone` had these three ties.
    Star { gone: u32, ends: [(u32, i64); 3] },
}

/// A network that shrinks.
#[derive(Clone, Debug, Default)]
pub(super) struct Kernel {
    near: Vec<Vec<(u32, i64)>>,
    paid: u64,
    steps: Vec<Step>,
    waiting: Vec<u32>,
}

impl Kernel {
    /// The network of so many actors with these ties, several between the same two netted.
    pub(super) fn new(n: usize, ties: impl Iterator<Item = (u32, u32, i64)>) -> Self {
        let mut kernel = Self { near: vec![Vec::new(); n], ..Self::default() };
        for (a, b, weight) in ties {
            kernel.add(a, b, weight);
        }
        kernel
    }

    /// What every division pays already.
    pub(super) const fn paid(&self) -> u64 {
        self.paid
    }

    /// The ties of every actor, by the other end.
    pub(super) fn near(&self) -> &[Vec<(u32, i64)>] {
        &self.near
    }

    fn add(&mut self, a: u32, b: u32, weight: i64) {
        self.paid += net(&mut self.near[a as usize], b, weight);
        net(&mut self.near[b as usize], a, weight);
    }

    /// Joins an actor to another, in the same camp or in the other.
    pub(super) fn join(&mut self, gone: u32, into: u32, same: bool) {
        for (other, weight) in std::mem::take(&mut self.near[gone as usize]) {
            forget(&mut self.near[other as usize], gone);
            if other == into {
                self.paid += if (weight > 0) == same { 0 } else { weight.unsigned_abs() };
            } else {
                self.add(into, other, if same { weight } else { -weight });
            }
            self.waiting.push(other);
        }
        self.waiting.push(into);
        self.steps.push(Step::Join { gone, into, same });
    }

    /// Takes every step that there is.
    pub(super) fn reduce(&mut self) {
        self.waiting = (0..self.near.len()).rev().filter_map(|v| u32::try_from(v).ok()).collect();
        while let Some(actor) = self.waiting.pop() {
            self.shrink(actor);
        }
    }

    fn shrink(&mut self, actor: u32) {
        let near = &self.near[actor as usize];
        let Some(&(other, heaviest)) = near.iter().max_by_key(|t| t.1.unsigned_abs()) else { return };
        let total: u64 = near.iter().map(|t| t.1.unsigned_abs()).sum();
        if 2 * heaviest.unsigned_abs() >= total {
            self.join(actor, other, heaviest > 0);
        } else if let Ok(ends) = <[(u32, i64); 3]>::try_from(near.as_slice())
            && total.is_multiple_of(2)
        {
            self.star(actor, ends);
        }
    }

    fn star(&mut self, gone: u32, ends: [(u32, i64); 3]) {
        self.near[gone as usize].clear();
        for (end, _) in ends {
            forget(&mut self.near[end as usize], gone);
            self.waiting.push(end);
        }
        for (one, two, third) in [(0, 1, 2), (0, 2, 1), (1, 2, 0)] {
            let [(a, x), (b, y), (_, z)] = [ends[one], ends[two], ends[third]];
            let weight = (x.abs() + y.abs() - z.abs()) / 2;
            if weight > 0 {
                self.add(a, b, weight * x.signum() * y.signum());
            }
        }
        self.steps.push(Step::Star { gone, ends });
    }

    /// Gives the actors that went away their camps; those that stayed have theirs.
    pub(super) fn unwind(&self, camps: &mut [bool]) {
        for step in self.steps.iter().rev() {
            match step {
                Step::Join { gone, into, same } => camps[*gone as usize] = camps[*into as usize] == *same,
                Step::Star { gone, ends } => {
                    let pull: i64 = ends.iter().map(|(end, w)| if camps[*end as usize] { *w } else { -*w }).sum();
                    camps[*gone as usize] = pull > 0;
                }
            }
        }
    }
}

/// Adds a tie to a list kept in order; gives what is paid when two ties cancel.
fn net(near: &mut Vec<(u32, i64)>, other: u32, weight: i64) -> u64 {
    match near.binary_search_by_key(&other, |t| t.0) {
        Err(at) => {
            near.insert(at, (other, weight));
            0
        }
        Ok(at) => {
            let old = near[at].1;
            near[at].1 += weight;
            if near[at].1 == 0 {
                near.remove(at);
            }
            if (old > 0) == (weight > 0) { 0 } else { old.unsigned_abs().min(weight.unsigned_abs()) }
        }
    }
}

fn forget(near: &mut Vec<(u32, i64)>, other: u32) {
    if let Ok(at) = near.binary_search_by_key(&other, |t| t.0) {
        near.remove(at);
    }
}
