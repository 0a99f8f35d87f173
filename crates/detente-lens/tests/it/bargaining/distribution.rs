//! The distribution, its intervals, seeds and what-ifs.

use detente_lens::bargaining::{
    Attribute, Case, Change, Distribution, ModelError, Stand, Uncertainty, changed, levers, simulate, what_if,
};
use proptest::prelude::*;

use super::{case, one, stands};

/// The car emissions of 1994 (Bueno de Mesquita 1994, as printed by Scholz et al. 2011, Table 1).
fn emissions() -> Case {
    let actors = [
        ("Netherlands", 4.0, 0.08, 0.8),
        ("Belgium", 7.0, 0.08, 0.4),
        ("Luxembourg", 4.0, 0.03, 0.2),
        ("Germany", 4.0, 0.16, 0.8),
        ("France", 10.0, 0.16, 0.6),
        ("Italy", 10.0, 0.16, 0.6),
        ("UK", 10.0, 0.16, 0.9),
        ("Ireland", 7.0, 0.05, 0.1),
        ("Denmark", 4.0, 0.05, 1.0),
        ("Greece", 7.0, 0.08, 0.7),
    ];
    let actor =
        |(n, x, c, s): &(&str, f64, f64, f64)| format!(r#"{{"name":"{n}","position":{x},"capability":{c},"salience":{s}}}"#);
    let actors: Vec<String> = actors.iter().map(actor).collect();
    let mut case = one(&format!(r#"{{"scale":{{"min":4,"max":10,"unit":"years"}},"actors":[{}]}}"#, actors.join(",")));
    case.uncertainty = Some(Uncertainty { position: 0.5, capability: 0.2, salience: 0.1 });
    case
}

#[test]
fn the_fitted_error_is_read() {
    let fitted = ModelError::fitted();
    assert_eq!((fitted.issues, fitted.deviations.len()), (216, 216));
    assert!(fitted.deviations.is_sorted() && fitted.deviations[0] >= 0.0);
    assert!((0.0..1.0).contains(&fitted.held) && fitted.tail_80 < fitted.tail_50 && fitted.tail_50 < 0.5);
}

/// Spread and shares against a million draws by another program.
#[test]
fn simulation_meets_known_figures() {
    let s = simulate(&emissions(), 0, 40_000, 1, ModelError::fitted());
    assert!((s.input.sd() - 0.1858).abs() < 0.002, "{}", s.input.sd());
    assert!((s.input.mean() - 7.3949).abs() < 0.004, "{}", s.input.mean());
    let [low, high] = s.input.interval(0.05);
    assert!((low - 7.0884).abs() < 0.01 && (high - 7.6999).abs() < 0.01, "{low} {high}");
    let totals = [0.0782, 0.006, 0.0028, 0.3107, 0.1401, 0.1401, 0.2688, 0.0003, 0.0381, 0.0177];
    for (share, known) in s.by_actor.iter().zip(totals) {
        assert!((share.total - known).abs() < 0.01 && (share.first - known).abs() < 0.02, "{share:?}, known {known}");
    }
    for (share, known) in s.by_attribute.iter().zip([0.3568, 0.456, 0.1951]) {
        assert!((share.total - known).abs() < 0.012, "{share:?}, known {known}");
    }
}

#[test]
fn the_same_seed_gives_the_same_numbers() {
    let run = |seed| simulate(&emissions(), 0, 500, seed, ModelError::fitted());
    assert_eq!(run(7), run(7));
    assert_ne!(run(7), run(8));
}

/// An actor's draws hang on its name, not on its place in the file.
#[test]
fn draws_follow_the_name() {
    let mut turned = emissions();
    turned.actors.reverse();
    let (a, b) = (simulate(&emissions(), 0, 200, 5, ModelError::fitted()), simulate(&turned, 0, 200, 5, ModelError::fitted()));
    for (x, y) in a.input.atoms().iter().zip(b.input.atoms()) {
        assert!((x.0 - y.0).abs() < 1e-9);
    }
}

#[test]
fn what_ifs_are_paired() {
    let change = Change { actor: "UK".to_owned(), attribute: Attribute::Salience, to: 0.4 };
    let after = changed(&emissions(), &[change]).unwrap();
    let w = what_if(&emissions(), &after, 2000, 1);
    assert!((w.forecast[0] - 7.389_955_687).abs() < 1e-8 && (w.forecast[1] - 7.040_201_005).abs() < 1e-8);
    assert!((w.moves[1] - 1.0).abs() < 1e-12, "the UK wants 10: caring less moves the mean down in every draw");
    // Unpaired, the difference of two means would spread by more than either.
    assert!(w.difference.sd() < 0.1, "{}", w.difference.sd());
    let nobody = Change { actor: "Spain".to_owned(), attribute: Attribute::Salience, to: 0.4 };
    assert!(changed(&emissions(), &[nobody]).is_err());
    let too_much = Change { actor: "UK".to_owned(), attribute: Attribute::Salience, to: 1.4 };
    assert!(changed(&emissions(), &[too_much]).is_err());
}

#[test]
fn a_score_is_known_for_simple_cases() {
    assert!((Distribution::of(vec![3.0]).crps(5.0) - 2.0).abs() < 1e-12);
    assert!((Distribution::of(vec![0.0, 1.0]).crps(0.0) - 0.25).abs() < 1e-12);
    assert!((Distribution::of(vec![0.0, 1.0]).crps(0.5) - 0.25).abs() < 1e-12);
}

fn mirrored(actors: &[Stand]) -> Vec<Stand> {
    actors.iter().map(|s| Stand { position: 1.0 - s.position, ..*s }).collect()
}

proptest! {
    #[test]
    fn levers_are_what_a_step_does(actors in stands(9), who in 0usize..9, step in -5.0..5.0f64) {
        let who = who % actors.len();
        let before = case(&actors);
        let lever = &levers(&before, 0)[who];
        let mut after = before.clone();
        after.actors[who].position[0].best += step;
        let mean = |c: &Case| detente_lens::bargaining::Model::Mean.solve(c, 1).unwrap().forecast[0];
        prop_assert!((mean(&after) - mean(&before) - lever.position * step).abs() < 1e-9);
    }

    #[test]
    fn intervals_are_nested_and_mirror(actors in stands(12)) {
        let fitted = ModelError::fitted();
        let d = fitted.outcome(&actors);
        let [half, most] = fitted.intervals(&d);
        prop_assert!(most[0] <= half[0] && half[0] <= half[1] && half[1] <= most[1]);
        prop_assert!((d.atoms().iter().map(|a| a.1).sum::<f64>() - 1.0).abs() < 1e-9);
        let [m_half, m_most] = fitted.intervals(&fitted.outcome(&mirrored(&actors)));
        for (a, b) in [(half, m_half), (most, m_most)] {
            // A tail that ends exactly between two values may fall to either side by rounding.
            prop_assert!((a[0] + b[1] - 1.0).abs() < 0.05 && (a[1] + b[0] - 1.0).abs() < 0.05, "{a:?} {b:?}");
        }
    }

    #[test]
    fn the_outcome_stays_among_the_positions(actors in stands(8), seed in any::<u64>()) {
        let s = simulate(&case(&actors), 0, 50, seed, ModelError::fitted());
        let inside = |x: &(f64, f64)| (0.0..=100.0).contains(&x.0);
        prop_assert!(s.total.atoms().iter().all(inside) && s.input.atoms().iter().all(inside));
    }
}
