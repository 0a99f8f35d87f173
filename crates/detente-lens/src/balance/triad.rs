//! Triads: three actors with three signed ties.

use detente_codebook::{ActorCode, Dyad};

use super::network::{Moment, SignedNetwork};

/// The target and a third actor, with the signs before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Triad {
    /// The third actor.
    pub third: ActorCode,
    /// The three ties: the target's, and those of its members with the third actor.
    pub dyads: [Dyad; 3],
    /// Their signs as of the day.
    pub before: [i8; 3],
    /// Their signs after the supposed shift.
    pub after: [i8; 3],
}

/// Whether three signs are balanced; none when one of them is neither friendly nor hostile.
fn balance(signs: [i8; 3]) -> Option<bool> {
    let product: i8 = signs.iter().product();
    (product != 0).then_some(product > 0)
}

impl Triad {
    fn new(network: &SignedNetwork, target: &Dyad, third: &ActorCode) -> Self {
        let with = |member: &ActorCode| Dyad::new(member.clone(), third.clone());
        let dyads = [target.clone(), with(&target.a), with(&target.b)];
        let signs = |moment| dyads.each_ref().map(|d| network.sign(d, moment));
        Self { third: third.clone(), before: signs(Moment::Before), after: signs(Moment::After), dyads }
    }

    /// Whether it is balanced as of the day.
    #[must_use]
    pub fn balanced_before(&self) -> Option<bool> {
        balance(self.before)
    }

    /// Whether it is balanced after the supposed shift.
    #[must_use]
    pub fn balanced_after(&self) -> Option<bool> {
        balance(self.after)
    }

    /// Whether the shift changes one of its signs.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.before != self.after
    }
}

/// The triads through a dyad that have all three signs before or after, by third actor.
#[must_use]
pub fn triads(network: &SignedNetwork, target: &Dyad) -> Vec<Triad> {
    let thirds = network.actors().iter().filter(|a| !target.has(a));
    let all = thirds.map(|third| Triad::new(network, target, third));
    all.filter(|t| t.balanced_before().is_some() || t.balanced_after().is_some()).collect()
}
