//! What must not change with the order of the actors, the mirror and the units; and what must move
//! the way an actor pulls.

use detente_lens::bargaining::{Case, EumOptions, Model, Stand, eum, mended_chance, mended_forecast};
use proptest::prelude::*;

use super::{case, loose, stands};

/// The models whose answers may not depend on anything that is not the issue.
const EXACT: [Model; 4] = [Model::Mean, Model::UnweightedMean, Model::UnweightedMedian, Model::Mended];

fn forecast(model: Model, case: &Case) -> f64 {
    model.solve(case, 1).unwrap().forecast[0]
}

/// The case with the axis shifted and stretched; a negative stretch turns it around.
fn mapped(case: &Case, stretch: f64, shift: f64) -> Case {
    let mut out = case.clone();
    let map = |x: &mut f64| *x = *x * stretch + shift;
    map(&mut out.scale.min);
    map(&mut out.scale.max);
    for e in out.actors.iter_mut().flat_map(|a| &mut a.position) {
        map(&mut e.low);
        map(&mut e.best);
        map(&mut e.high);
    }
    out
}

fn mirrored(stands: &[Stand]) -> Vec<Stand> {
    stands.iter().map(|s| Stand { position: 1.0 - s.position, ..*s }).collect()
}

proptest! {
    #[test]
    fn order_does_not_matter(mut actors in stands(12), by in 0usize..12) {
        let before = case(&actors);
        let turn = by % actors.len();
        actors.rotate_left(turn);
        let after = case(&actors);
        for model in EXACT.into_iter().chain([Model::Median]) {
            prop_assert!((forecast(model, &before) - forecast(model, &after)).abs() < 1e-6, "{model:?}");
        }
    }

    #[test]
    fn the_mirror_mirrors(actors in stands(12)) {
        let (before, after) = (case(&actors), case(&mirrored(&actors)));
        for model in EXACT {
            let (x, y) = (forecast(model, &before), forecast(model, &after));
            prop_assert!((x + y - 100.0).abs() < 1e-6, "{model:?}: {x} and {y}");
        }
    }

    #[test]
    fn units_do_not_matter(actors in stands(12), stretch in prop_oneof![0.001..1000.0, -1000.0..-0.001], shift in -1e5..1e5) {
        let before = case(&actors);
        let after = mapped(&before, stretch, shift);
        for model in EXACT.into_iter().chain([Model::Median]) {
            let back = (forecast(model, &after) - shift) / stretch;
            prop_assert!((forecast(model, &before) - back).abs() < 1e-6, "{model:?}: {back}");
        }
    }

    /// Where distances do not tie, the path of the expected-utility model is the same too.
    #[test]
    fn units_do_not_matter_to_paths(actors in loose(8), stretch in 0.01..100.0, shift in -100.0..100.0) {
        let options = EumOptions { rounds: 3, ..EumOptions::default() };
        let before = eum(&actors, &options);
        let after: Vec<Stand> = actors.iter().map(|s| Stand { position: s.position * stretch + shift, ..*s }).collect();
        for (a, b) in before.iter().flatten().zip(eum(&after, &options).iter().flatten()) {
            let off: f64 = a - (b - shift) / stretch;
            prop_assert!(off.abs() < 1e-6);
        }
    }

    #[test]
    fn more_weight_pulls_toward_itself(actors in stands(12), who in 0usize..12, factor in 1.0..5.0) {
        let who = who % actors.len();
        let mut stronger = actors.clone();
        stronger[who].capability *= factor;
        let own = actors[who].position * 100.0;
        // From no weight at all to some is a change of rule: all counted alike before.
        prop_assume!(actors.iter().any(|s| s.weight() > 0.0));
        for model in [Model::Mean, Model::Median, Model::Mended] {
            let (before, after) = (forecast(model, &case(&actors)), forecast(model, &case(&stronger)));
            prop_assert!((after - own).abs() <= (before - own).abs() + 1e-6, "{model:?}: {before} to {after}, {own}");
        }
    }

    #[test]
    fn moving_an_actor_moves_the_same_way(actors in stands(12), who in 0usize..12, to in 0u8..=100) {
        let who = who % actors.len();
        let mut moved = actors.clone();
        moved[who].position = f64::from(to) / 100.0;
        let direction = moved[who].position - actors[who].position;
        for model in [Model::Mean, Model::Median, Model::Mended] {
            let change = forecast(model, &case(&moved)) - forecast(model, &case(&actors));
            prop_assert!(change * direction >= -1e-6, "{model:?}: {change} for {direction}");
        }
    }

    #[test]
    fn an_ally_helps(actors in stands(10), i in 0usize..10, j in 0usize..10, capability in 0.0..100.0, salience in 0.0..=1.0) {
        let (own, other) = (actors[i % actors.len()].position, actors[j % actors.len()].position);
        let mut with = actors.clone();
        with.push(Stand { position: own, capability, salience });
        prop_assume!(actors.iter().any(|s| s.weight() > 0.0));
        prop_assert!(mended_chance(&with, own, other) >= mended_chance(&actors, own, other) - 1e-12);
        let (before, after) = (mended_forecast(&actors), mended_forecast(&with));
        prop_assert!((after - own).abs() <= (before - own).abs() + 1e-9);
    }

    /// No other point beats the forecast of the mended model.
    #[test]
    fn nothing_beats_the_mended_forecast(actors in stands(12), rival in 0.0..=1.0) {
        prop_assert!(mended_chance(&actors, mended_forecast(&actors), rival) >= 0.5 - 1e-6);
    }

    #[test]
    fn chances_add_up(actors in stands(12), a in 0.0..=1.0, b in 0.0..=1.0) {
        prop_assert!((mended_chance(&actors, a, b) + mended_chance(&actors, b, a) - 1.0).abs() < 1e-12);
    }

    /// Every model answers every issue, within the axis, also at its corners.
    #[test]
    fn every_issue_is_solved(actors in stands(7), corners in any::<bool>()) {
        let actors: Vec<Stand> = actors
            .into_iter()
            .map(|s| Stand { position: if corners { s.position.round() } else { s.position }, ..s })
            .collect();
        for model in Model::ALL {
            let answer = model.solve(&case(&actors), 3).unwrap();
            prop_assert!((-1e-6..=100.0 + 1e-6).contains(&answer.forecast[0]), "{model:?}: {:?}", answer.forecast);
            let places = answer.rounds.iter().flat_map(|r| r.positions.iter().flatten().chain(&r.mean).chain(&r.median));
            prop_assert!(places.clone().all(|x| (-0.02..=100.02).contains(x)), "{model:?}");
        }
    }
}
