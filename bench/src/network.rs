//! Relations as of a day, and the frustration index.

use std::hint::black_box;

use detente_history::chronicle::Definition;
use detente_lens::analogues::{Sought, study, triads};
use detente_lens::balance::Census;
use detente_lens::balance::frustration::{self, Effort, SignedGraph};
use detente_lens::{Direction, Inquiry, Question, Relations, Shift};

use crate::Failure;

/// Derives the relations of one day from the built-in base.
///
/// # Errors
/// When the base cannot be read.
pub fn relations() -> Result<(), Failure> {
    let base = detente_history::base()?;
    let _ = black_box(Relations::derive(&[], base, jiff::civil::date(2025, 3, 3)));
    Ok(())
}

/// Walks over the facts of the base that held on the day, and does nothing with them.
///
/// # Errors
/// When the base cannot be read.
pub fn relations_plain() -> Result<(), Failure> {
    let base = detente_history::base()?;
    let _ = black_box(base.facts().iter().filter(|r| r.known.is_some()).count());
    Ok(())
}

/// A dense network of `n` actors whose signs come from a fixed recurrence.
///
/// # Errors
/// Never for `n` of two or more.
pub fn network(n: usize) -> Result<SignedGraph, Failure> {
    let mut state = 2_463_534_242_u64;
    let mut ties = Vec::new();
    for a in 0..n {
        for b in a + 1..n {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // Three pairs in four are tied; of these, half are friendly.
            if state >> 62 != 0 {
                ties.push((a, b, (state >> 61) & 1 == 1));
            }
        }
    }
    Ok(SignedGraph::new(n, ties)?)
}

/// The index by packing cycles and branching.
///
/// # Errors
/// As for [`network`].
pub fn bound(n: usize) -> Result<(), Failure> {
    let _ = black_box(frustration::exact(&network(n)?, &mut Effort::new(u64::MAX, &|| false)));
    Ok(())
}

/// The index by every division, each one step from the one before.
///
/// # Errors
/// As for [`network`].
pub fn exhaustive(n: usize) -> Result<(), Failure> {
    let _ = black_box(frustration::exhaustive(&network(n)?));
    Ok(())
}

/// The index by every division, each counted from nothing.
///
/// # Errors
/// As for [`network`].
pub fn plain(n: usize) -> Result<(), Failure> {
    let graph = network(n)?;
    let cost = |division: u64| {
        let frustrated =
            |&&(a, b, weight): &&(usize, usize, i64)| ((division >> a) ^ (division >> b)) & 1 == u64::from(weight > 0);
        graph.ties().iter().filter(frustrated).count()
    };
    let _ = black_box((0..1u64 << (n - 1)).map(|division| cost(division << 1)).min());
    Ok(())
}

/// A network shaped like those of states: `n` actors in two camps, friendly within and hostile between, a few ties awry.
///
/// # Errors
/// Never for `n` of two or more.
pub fn states(n: usize) -> Result<SignedGraph, Failure> {
    let mut state = 88_172_645_463_325_252_u64;
    let mut ties = Vec::new();
    for a in 0..n {
        for b in a + 1..n {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let awry = (state >> 40) % 100 < 5;
            if (state >> 56) < 20 {
                ties.push((a, b, ((a % 2 == b % 2) || (state >> 48) % 2 == 0) != awry));
            }
        }
    }
    Ok(SignedGraph::new(n, ties)?)
}

/// The index of a network of states.
///
/// # Errors
/// As for [`states`].
pub fn proved(n: usize) -> Result<(), Failure> {
    let _ = black_box(frustration::exact(&states(n)?, &mut Effort::new(u64::MAX, &|| false)));
    Ok(())
}

/// The triangles of a network of states.
///
/// # Errors
/// As for [`states`].
pub fn census(n: usize) -> Result<(), Failure> {
    let _ = black_box(Census::of(&states(n)?));
    Ok(())
}

/// The triangles by looking at every three actors.
///
/// # Errors
/// As for [`states`].
pub fn census_plain(n: usize) -> Result<(), Failure> {
    let graph = states(n)?;
    let mut signs = vec![vec![0i64; n]; n];
    for &(a, b, weight) in graph.ties() {
        signs[a][b] = weight;
        signs[b][a] = weight;
    }
    let mut counts = [0u64; 4];
    for a in 0..n {
        for b in a + 1..n {
            for c in b + 1..n {
                let three = [signs[a][b], signs[a][c], signs[b][c]];
                if !three.contains(&0) {
                    counts[three.iter().filter(|s| **s < 0).count()] += 1;
                }
            }
        }
    }
    let _ = black_box(counts);
    Ok(())
}

/// The analogues of one question: counted, matched, drawn, named.
///
/// # Errors
/// When a record cannot be opened.
pub fn analogues() -> Result<(), Failure> {
    let shift = Shift { dyad: "USA-RUS".parse()?, direction: Direction::Improves };
    let as_of = jiff::civil::date(2025, 2, 27);
    let question = Question { text: None, shift, target: "RUS-IRN".parse()?, as_of, horizon_years: 5 };
    let inquiry = Inquiry::new(question, Vec::new(), detente_history::base()?);
    let _ = black_box(study(&inquiry, Definition::C)?);
    Ok(())
}

/// The triads of that question only, without comparing them.
///
/// # Errors
/// When the record cannot be opened.
pub fn triads_only() -> Result<(), Failure> {
    let known = detente_history::chronicle::YEARS - 1;
    let sought = Sought { definition: Definition::C, ab: -1, direction: Direction::Improves, bc: 1, ac: -1, known };
    let _ = black_box(triads(detente_history::chronicle::chronicle()?, &sought));
    Ok(())
}
