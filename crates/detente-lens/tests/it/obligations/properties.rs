//! Properties, and bad input.

use detente_history::{TreatyText, base, treaties_of_json};
use detente_lens::treaty::engine::{Book, EngineError};
use proptest::prelude::*;

use super::{ask_base, lines, pact, query};

const CODES: [&str; 12] = ["DEU", "FRA", "GBR", "ITA", "POL", "TUR", "RUS", "USA", "EGY", "IRQ", "KWT", "JPN"];

fn book() -> Book {
    Book::of_base(base().unwrap()).unwrap()
}

proptest! {
    #[test]
    fn an_unrelated_treaty_changes_nothing(a in 0usize..12, b in 0usize..12, year in 1880i16..2026) {
        prop_assume!(a != b);
        let asked = query(CODES[a], CODES[b], &format!("{year}-06-01"));
        let Ok(before) = book().answer(&asked, base().unwrap()) else { return Ok(()) };
        let unrelated = pact("unrelated_1850", "XXX YYY", "");
        let after = book().with(vec![unrelated]).unwrap().answer(&asked, base().unwrap()).unwrap();
        prop_assert_eq!(format!("{before:?}"), format!("{after:?}"));
    }

    #[test]
    fn outside_every_interval_nothing_is_owed(a in 0usize..12, b in 0usize..12, later in any::<bool>()) {
        prop_assume!(a != b);
        let asked = query(CODES[a], CODES[b], if later { "1990-01-01" } else { "1949-12-31" });
        let ended: Vec<TreatyText> = book().treaties().cloned().map(|mut t| {
            let only = |d: &str| Some(d.parse().unwrap());
            (t.signed, t.in_force, t.ended) = (only("1950-01-01").unwrap(), only("1950-01-01"), only("1989-12-31"));
            t
        }).collect();
        let Ok(answer) = Book::new(ended).unwrap().answer(&asked, base().unwrap()) else { return Ok(()) };
        prop_assert!(answer.obligations.is_empty() && answer.cascade.is_empty() && answer.breaches.is_empty());
        prop_assert!(answer.leads.is_empty() && answer.conflicts.is_empty());
    }

    #[test]
    fn nobody_is_bound_to_help_against_himself(a in 0usize..12, b in 0usize..12, year in 1880i16..2026) {
        prop_assume!(a != b);
        let asked = query(CODES[a], CODES[b], &format!("{year}-06-01"));
        let Ok(answer) = book().answer(&asked, base().unwrap()) else { return Ok(()) };
        for o in &answer.obligations {
            prop_assert!(o.state != asked.attackers[0] && o.state != o.toward);
            let text = base().unwrap().treaty(&o.treaty).unwrap();
            prop_assert!(text.is_party(&o.state, asked.day));
        }
        let mut seen: Vec<&str> = answer.cascade.iter().map(|j| j.state.as_str()).collect();
        let all = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), all);
    }
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let wrong =
        |attackers: &str, targets: &str, day: &str| book().answer(&query(attackers, targets, day), base().unwrap()).unwrap_err();
    assert!(matches!(wrong("RUS", "QQQ", "2025-01-01"), EngineError::Unknown(_)));
    assert!(matches!(wrong("RUS", "RUS", "2025-01-01"), EngineError::BothSides(_)));
    assert!(matches!(wrong("DEU", "ISR", "1940-01-01"), EngineError::NoStateThen { .. }));
    assert!(wrong("DEU", "KOR", "1900-01-01").to_string().contains("`KOR` did not exist on 1900-01-01"));
    let mut empty = query("RUS", "POL", "2025-01-01");
    empty.targets.clear();
    assert!(matches!(book().answer(&empty, base().unwrap()), Err(EngineError::Nobody("target"))));
}

/// Serbia is on record from 1878 only, and Bavaria not at all; a state that a treaty of the day names is
/// taken as it is.
#[test]
fn a_party_of_a_treaty_exists() {
    assert!(book().answer(&query("AUH", "SRB", "1914-07-28"), base().unwrap()).is_ok());
}

#[test]
fn an_unread_place_is_said_and_home_is_taken() {
    let mut asked = query("RUS", "POL", "2025-11-15");
    asked.place = Some("Quux-on-Thames".to_owned());
    let answer = ask_base(&asked);
    assert!(answer.notes.iter().any(|n| n.id == "obligation-note-place-unread"));
    assert!(lines(&answer).iter().any(|l| l.contains("nato_1949")));
}

#[test]
fn three_hundred_states_and_two_thousand_treaties_are_answered() {
    let code = |n: usize| {
        let letter = |k: usize| char::from(b'A' + u8::try_from(k % 26).unwrap());
        format!("Z{}{}", letter(n / 26), letter(n))
    };
    let pair = |n: usize| format!("{} {}", code(n % 300), code((n * 7 + 1) % 300));
    let treaties: Vec<TreatyText> = (0..2000).map(|n| pact(&format!("t{n}_1950"), &pair(n), "")).collect();
    let big = Book::new(treaties).unwrap();
    let answer = big.answer(&query("RUS", &code(1), "1960-01-01"), base().unwrap()).unwrap();
    assert!(!answer.obligations.is_empty());
}

/// The shared list, where it is at hand, holds the same ids, and a file with them takes their place.
#[test]
fn the_shared_list_reads_where_it_is_at_hand() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/treaties/treaties.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "skipped: {path} is not there");
        return;
    };
    let read = treaties_of_json("treaties.json", &text).unwrap();
    let ids: Vec<String> = read.iter().map(|t| t.id.clone()).collect();
    assert!(ids.iter().all(|id| base().unwrap().treaty(id).is_some()));
    let both = book().with(read).unwrap();
    for (a, b, day) in [("DEU", "POL", "1939-09-01"), ("AUH", "SRB", "1914-07-28"), ("UKR", "RUS", "2024-08-06")] {
        let asked = query(a, b, day);
        assert_eq!(lines(&both.answer(&asked, base().unwrap()).unwrap()), lines(&ask_base(&asked)));
    }
}
