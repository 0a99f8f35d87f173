//! The backtest against the figures that a model of these rows has to reach.

use detente_history::forecast::{Backtest, Score, Target, backtest};
use detente_history::panel::Folder;
use detente_history::signed::Signed;

use crate::panel::shared;

fn score(test: &Backtest, target: Target, name: &str) -> Score {
    test.models.iter().find(|m| m.target == target && m.name == name).unwrap().score
}

/// The rows are those of the published comparison: so many of each, and so many came.
#[test]
#[ignore = "minutes in a debug build; run it with --release -- --ignored, or `detente backtest`"]
fn the_model_does_what_is_asked_of_it() {
    let Some(path) = shared() else { return };
    let signed = Signed::read(&Folder::new(&path)).unwrap();
    let test = backtest(&signed);
    for (target, n) in [(Target::Change, 60_161), (Target::TurnNegative, 57_114), (Target::PactLost, 27_740)] {
        let ours = score(&test, target, "detente");
        assert!((ours.mean_forecast - ours.observed_rate).abs() <= 0.01, "{target:?} is off in level: {ours:?}");
        assert!(ours.log_loss <= score(&test, target, "ten_year_rate").log_loss, "{target:?}");
        assert_eq!(ours.n, n, "{target:?}");
    }
    let change = score(&test, Target::Change, "detente");
    assert!(change.log_loss <= 0.153 && change.brier <= 0.0390, "{change:?}");
    let hostile = score(&test, Target::TurnNegative, "detente");
    assert!(hostile.log_loss <= 0.0520 && hostile.auc >= 0.88, "{hostile:?}");
    let lost = score(&test, Target::PactLost, "detente");
    assert!(lost.log_loss <= 0.0870, "{lost:?}");
}
