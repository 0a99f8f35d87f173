//! Draws of a resampling, the same as NumPy's `default_rng(seed).choice`.
//!
//! # Method
//! A permuted congruential generator (PCG64, XSL-RR; O'Neill 2014), seeded by hashing as NumPy's
//! `SeedSequence` does, and bounded draws without bias (Lemire 2019). The same seed gives the
//! intervals that the executable definition of the counts gives.

/// The multiplier of the 128-bit recurrence.
const MULTIPLIER: u128 = 0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645;

/// A stream of draws.
#[derive(Clone, Debug)]
pub(super) struct Draws {
    state: u128,
    increment: u128,
    kept: Option<u32>,
}

impl Draws {
    pub(super) fn new(seed: u32) -> Self {
        let words = Pool::new(seed).words();
        let join = |high: usize| (u128::from(words[high]) << 64) | u128::from(words[high + 1]);
        let mut draws = Self { state: 0, increment: (join(2) << 1) | 1, kept: None };
        draws.advance();
        draws.state = draws.state.wrapping_add(join(0));
        draws.advance();
        draws
    }

    const fn advance(&mut self) {
        self.state = self.state.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
    }

    #[expect(clippy::cast_possible_truncation, reason = "the halves of the state are folded together")]
    fn next(&mut self) -> u64 {
        self.advance();
        let folded = (self.state >> 64) as u64 ^ self.state as u64;
        folded.rotate_right((self.state >> 122) as u32)
    }

    #[expect(clippy::cast_possible_truncation, reason = "one half is given now, the other next time")]
    fn half(&mut self) -> u32 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        let both = self.next();
        self.kept = Some((both >> 32) as u32);
        both as u32
    }

    /// A whole number below `n`, each as likely as the other.
    #[expect(clippy::cast_possible_truncation, reason = "the low half decides, the high half is the draw")]
    pub(super) fn below(&mut self, n: u32) -> u32 {
        if n <= 1 {
            return 0;
        }
        let mut product = u64::from(self.half()) * u64::from(n);
        let threshold = n.wrapping_neg() % n;
        while (product as u32) < threshold {
            product = u64::from(self.half()) * u64::from(n);
        }
        (product >> 32) as u32
    }
}

/// The mixed entropy of a seed.
struct Pool([u32; 4]);

/// One step of hashing; the constant moves on with each use.
fn hash(value: u32, constant: &mut u32, multiplier: u32) -> u32 {
    let value = value ^ *constant;
    *constant = constant.wrapping_mul(multiplier);
    let value = value.wrapping_mul(*constant);
    value ^ (value >> 16)
}

impl Pool {
    fn new(seed: u32) -> Self {
        let (mut constant, multiplier) = (0x43b0_d7e5, 0x931e_8875);
        let mut pool = [seed, 0, 0, 0].map(|word| hash(word, &mut constant, multiplier));
        for from in 0..4 {
            for to in (0..4).filter(|to| *to != from) {
                let mixed = hash(pool[from], &mut constant, multiplier);
                let both = 0xca01_f9dd_u32.wrapping_mul(pool[to]).wrapping_sub(0x4973_f715_u32.wrapping_mul(mixed));
                pool[to] = both ^ (both >> 16);
            }
        }
        Self(pool)
    }

    /// Four words of state.
    fn words(&self) -> [u64; 4] {
        let mut constant = 0x8b51_f9dd;
        let mut at = 0;
        let mut word = || {
            at += 1;
            u64::from(hash(self.0[(at - 1) % 4], &mut constant, 0x58f3_8ded))
        };
        std::array::from_fn(|_| word() | (word() << 32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `numpy.random.default_rng(20261123).integers(0, 341, 12)` and so on, NumPy 2.
    #[test]
    fn draws_are_those_of_numpy() {
        let mut draws = Draws::new(20_261_123);
        let twelve: Vec<u32> = (0..12).map(|_| draws.below(341)).collect();
        assert_eq!(twelve, NUMPY_341);
        let mut draws = Draws::new(1);
        assert_eq!((0..6).map(|_| draws.below(3_000_000_000)).collect::<Vec<_>>(), NUMPY_3E9);
    }

    const NUMPY_341: [u32; 12] = [313, 15, 193, 80, 303, 22, 177, 147, 19, 249, 318, 176];
    const NUMPY_3E9: [u32; 6] = [1_535_464_873, 2_851_391_088, 104_557_657, 2_845_948_340, 935_494_355, 2_607_075_741];
}
