//! Counts and rates of the episodes, against the executable definition run over the same public files.

use detente_history::chronicle::{Definition, FIRST, YEARS, chronicle};
use detente_lens::Direction;
use detente_lens::analogues::{Era, Outcome, Sought, What, base_rates, compare, triads};

fn thaw(definition: Definition) -> Sought {
    Sought { definition, ab: -1, direction: Direction::Improves, bc: 1, ac: -1, known: YEARS - 1 }
}

const ALL: std::ops::RangeInclusive<usize> = 0..=YEARS;

const LOST: Outcome = Outcome { target: true, what: What::Worse, years: 5 };
const HOSTILE: Outcome = Outcome { target: true, what: What::Hostile, years: 5 };
const UP: Outcome = Outcome { target: false, what: What::Better, years: 5 };

fn close(x: f64, y: f64) -> bool {
    (x - y).abs() < 5e-5
}

#[test]
fn a_dyad_leaves_hostility_and_what_follows() {
    let c = chronicle().unwrap();
    let sought = thaw(Definition::A);
    let found = triads(c, &sought);
    let late = Outcome { years: 10, ..LOST };
    let pooled = compare(c, &sought, &found, ALL, &[LOST, HOSTILE, UP, late]);
    assert_eq!((pooled.moved, pooled.unmoved, pooled.episodes, pooled.matched), (873, 10_619, 341, 772));
    assert_eq!(found.same_dispute[0], 1_362);
    let [lost, hostile, up, late] = pooled.outcomes.as_slice() else { panic!("{pooled:?}") };
    assert!(close(lost.moved, 0.2163) && close(lost.unmoved, 0.1893), "{lost:?}");
    // The same draws as the definition makes.
    assert!(close(lost.interval[0], -0.0627) && close(lost.interval[1], 0.1094), "{lost:?}");
    assert!(close(hostile.moved, 0.0570) && close(hostile.unmoved, 0.0447), "{hostile:?}");
    assert!(close(up.moved, 0.6256) && close(up.unmoved, 0.6225), "{up:?}");
    assert!(close(late.moved, 0.2668) && close(late.unmoved, 0.2569), "{late:?}");
    assert!(pooled.outcomes.iter().all(|o| !o.is_measurable()));
}

#[test]
fn eras_are_compared_apart() {
    let c = chronicle().unwrap();
    let sought = thaw(Definition::A);
    let found = triads(c, &sought);
    let of = |from: u16, to: u16| {
        let years = usize::from(from - FIRST)..=usize::from(to - FIRST);
        compare(c, &sought, &found, years, &[LOST])
    };
    let told = [of(1914, 1945), of(1946, 1989), of(1990, 2004)];
    assert_eq!(told.each_ref().map(|e| (e.moved, e.episodes)), [(96, 32), (495, 188), (277, 116)]);
    let rates = [(0.8701, 0.7084), (0.1859, 0.1668), (0.0675, 0.0717)];
    for (era, (moved, unmoved)) in told.iter().zip(rates) {
        assert!(close(era.outcomes[0].moved, moved) && close(era.outcomes[0].unmoved, unmoved), "{era:?}");
    }
    let early = of(1816, 1913);
    assert_eq!((early.moved, early.outcomes.len()), (5, 0));
}

#[test]
fn base_rates_of_ties_by_themselves() {
    let c = chronicle().unwrap();
    let rate = |sign, year, what: usize| base_rates(c, Definition::A, sign, Era::of(year), 5, YEARS - 1)[what];
    // The published rates are rounded to three decimals, twice.
    let check = |sign, years: [u16; 5], what, published: [(u64, f64); 5]| {
        for (year, (n, share)) in years.into_iter().zip(published) {
            let found = rate(sign, i16::try_from(year).unwrap(), what);
            assert!(n == 0 || found.n == n, "{sign} {year}: {found:?}");
            assert!((found.rate() - share).abs() < 6e-4, "{sign} {year}: {found:?}, not {share}");
        }
    };
    let years = [1850, 1900, 1930, 1970, 2025];
    check(1, years, 0, [(1873, 0.223), (338, 0.222), (2412, 0.619), (24_381, 0.060), (25_721, 0.020)]);
    check(1, years, 1, [(0, 0.048), (0, 0.059), (0, 0.049), (0, 0.020), (0, 0.011)]);
    check(-1, years, 2, [(1282, 0.293), (1724, 0.175), (2318, 0.382), (5016, 0.400), (2882, 0.449)]);
    check(0, years, 1, [(8176, 0.036), (10_006, 0.045), (9931, 0.081), (25_720, 0.033), (24_812, 0.016)]);
}
