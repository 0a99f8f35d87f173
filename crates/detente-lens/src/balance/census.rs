//! Triangles by their signs.
//!
//! # Method
//! Actors are ordered by how many ties they have; each triangle is found once, from its first actor,
//! by comparing the sorted lists of later neighbours (Schank & Wagner 2005). A triangle is balanced
//! when none or two of its ties are hostile (Heider 1946; Cartwright & Harary 1956).

use super::frustration::SignedGraph;

/// How many triangles have so many hostile ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Triangles with 0, 1, 2 and 3 hostile ties.
    pub by_hostile: [u64; 4],
}

impl Census {
    /// The triangles of a network; several ties between the same two count once, with their joint sign.
    #[must_use]
    pub fn of(graph: &SignedGraph) -> Self {
        let later = later(graph);
        let mut census = Self::default();
        for near in &later {
            for &(other, hostile) in near {
                meet(near, &later[other], |h| census.by_hostile[usize::from(h + hostile)] += 1);
            }
        }
        census
    }

    /// All triangles.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.by_hostile.iter().sum()
    }

    /// Those with an even number of hostile ties.
    #[must_use]
    pub const fn balanced(&self) -> u64 {
        self.by_hostile[0] + self.by_hostile[2]
    }
}

/// For every actor by rank, the ranks of its later neighbours and whether the tie is hostile.
fn later(graph: &SignedGraph) -> Vec<Vec<(usize, u8)>> {
    let mut order: Vec<usize> = (0..graph.len()).collect();
    order.sort_by_key(|v| (graph.near(*v).len(), *v));
    let mut rank = vec![0; graph.len()];
    for (r, v) in order.iter().enumerate() {
        rank[*v] = r;
    }
    let one = |(r, v): (usize, &usize)| {
        let mut near: Vec<(usize, i64)> = graph.near(*v).iter().map(|(o, w)| (rank[*o], *w)).filter(|(o, _)| *o > r).collect();
        near.sort_unstable();
        near.dedup_by(|next, first| {
            let same = next.0 == first.0;
            first.1 += if same { next.1 } else { 0 };
            same
        });
        near.into_iter().filter(|t| t.1 != 0).map(|(o, w)| (o, u8::from(w < 0))).collect()
    };
    order.iter().enumerate().map(one).collect()
}

/// Calls `found` with the hostile ties of every common neighbour.
fn meet(one: &[(usize, u8)], two: &[(usize, u8)], mut found: impl FnMut(u8)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (one.get(i), two.get(j)) {
        match a.0.cmp(&b.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                found(a.1 + b.1);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_census_agrees_with_looking_at_every_three(signs in proptest::collection::vec(-1i64..=1, 66)) {
            let pairs = (0..12usize).flat_map(|a| (a + 1..12).map(move |b| (a, b)));
            let ties: Vec<_> = pairs.zip(&signs).filter(|(_, s)| **s != 0).map(|((a, b), s)| (a, b, *s)).collect();
            let sign = |a: usize, b: usize| ties.iter().find(|t| (t.0, t.1) == (a, b)).map(|t| t.2);
            let mut plain = Census::default();
            for a in 0..12 {
                for b in a + 1..12 {
                    for c in b + 1..12 {
                        if let (Some(x), Some(y), Some(z)) = (sign(a, b), sign(a, c), sign(b, c)) {
                            plain.by_hostile[[x, y, z].iter().filter(|s| **s < 0).count()] += 1;
                        }
                    }
                }
            }
            let census = Census::of(&SignedGraph::weighted(12, ties.clone()).unwrap());
            prop_assert_eq!(census, plain);
            prop_assert_eq!(census.total(), census.balanced() + census.by_hostile[1] + census.by_hostile[3]);
        }
    }
}
