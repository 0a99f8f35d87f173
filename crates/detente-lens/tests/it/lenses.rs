//! What holds of every lens.

use detente_codebook::{ActorTable, Dyad, Sign};
use detente_lens::{Direction, Question, Shift, lenses};
use jiff::civil::date;
use proptest::prelude::*;

use crate::world::{check, inquiry, thaw, tie};

#[test]
fn the_order_of_lenses_is_fixed() {
    let names: Vec<&str> = lenses().iter().map(|l| l.name()).collect();
    assert_eq!(names, ["evidence", "treaty", "balance", "analogues", "history"]);
}

#[test]
fn the_same_inquiry_gives_the_same_finding() {
    let records = || vec![tie("1", "RUS-IRN", Sign::Positive), tie("2", "USA-RUS", Sign::Positive)];
    for lens in lenses() {
        let once = lens.examine(&inquiry(thaw(), records())).unwrap();
        assert_eq!(once, lens.examine(&inquiry(thaw(), records())).unwrap());
    }
}

fn questions() -> impl Strategy<Value = Question> {
    let codes: Vec<_> = ActorTable::builtin().unwrap().actors().iter().map(|a| a.code.clone()).collect();
    let often = ["USA", "RUS", "IRN", "CHN", "TUR", "SAU", "UKR", "ISR", "GBR", "EGY"];
    let often: Vec<_> = often.iter().map(|c| c.parse().unwrap()).collect();
    let actor = prop_oneof![3 => prop::sample::select(often), 1 => prop::sample::select(codes)];
    let two = (actor.clone(), actor.clone()).prop_map(|(a, b)| Dyad::new(a, b));
    (two.clone(), two, any::<bool>(), 1900i16..2027).prop_map(|(shift, target, better, year)| Question {
        text: None,
        shift: Shift { dyad: shift, direction: if better { Direction::Improves } else { Direction::Worsens } },
        target,
        as_of: date(year, 6, 15),
        horizon_years: 5,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_question_gives_claims_that_resolve(question in questions()) {
        let asked = inquiry(question, Vec::new());
        for lens in lenses() {
            check(&asked, &lens.examine(&asked).unwrap());
        }
    }
}
