//! Seeded draws. Every actor has a stream of its own, named by it: adding an actor, or writing the
//! actors in another order, leaves the draws of all others as they were.

use chacha20::ChaCha8Rng;
use rand_core::{Rng as _, SeedableRng as _};

/// A stream of numbers from a seed and a name.
pub(crate) struct Stream(ChaCha8Rng);

impl Stream {
    pub(crate) fn new(seed: u64, name: &str) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(fingerprint(name));
        Self(rng)
    }

    /// A number in \[0, 1).
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A whole number below `n`, which is not zero.
    #[expect(clippy::cast_possible_truncation, reason = "the product is below n")]
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.unit() * super::centre::count(n)) as usize
    }

    /// Brings a list into random order (Fisher & Yates 1938).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// FNV-1a of a name, 64 bits.
fn fingerprint(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
