//! The embedded base as its users see it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on is meant to panic")]

mod chronicle;
mod forecast;
mod panel;

use detente_codebook::{ActorCode, ClauseType, RecordId};
use detente_history::{Base, Standing, base};
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn read() -> &'static Base {
    base().unwrap()
}

fn code(s: &str) -> ActorCode {
    s.parse().unwrap()
}

fn among(day: Date, members: [&str; 2]) -> Vec<(String, Standing)> {
    let members = members.map(code);
    read().treaties_among(day, &members).into_iter().map(|(t, s)| (t.id.clone(), s)).collect()
}

#[test]
fn every_file_reads_and_every_id_resolves() {
    let base = read();
    assert!(base.treaties().len() > 100);
    for treaty in base.treaties() {
        assert_eq!(base.record(&treaty.record).unwrap().kind, "treaty");
        for clause in &treaty.clauses {
            let entry = base.record(&clause.record).unwrap();
            assert_eq!((entry.kind.as_str(), &entry.text), ("clause", &clause.text));
        }
    }
    for fact in base.facts() {
        assert_eq!(base.record(&fact.id).unwrap().source, fact.source);
    }
    assert!(base.record(&RecordId("base:nothing".to_owned())).is_none());
}

#[test]
fn a_treaty_that_is_signed_is_not_yet_in_force() {
    let found = among(date(2025, 2, 27), ["IRN", "RUS"]);
    assert!(found.contains(&("rus_irn_2025".to_owned(), Standing::Signed)), "{found:?}");
    assert!(found.contains(&("rus_irn_2001".to_owned(), Standing::InForce)), "{found:?}");
    let later = among(date(2025, 10, 2), ["RUS", "IRN"]);
    assert!(later.contains(&("rus_irn_2025".to_owned(), Standing::InForce)), "{later:?}");
    assert!(among(date(2000, 1, 1), ["RUS", "IRN"]).iter().all(|(id, _)| !id.starts_with("rus_irn")));
}

#[test]
fn memberships_have_their_own_days() {
    let has = |day, pair| among(day, pair).iter().any(|(id, _)| id == "nato_1949");
    assert!(!has(date(2023, 4, 3), ["FIN", "USA"]) && has(date(2023, 4, 4), ["FIN", "USA"]));
    let deal = |day| among(day, ["USA", "IRN"]).iter().any(|(id, _)| id == "jcpoa_2015");
    assert!(deal(date(2018, 5, 8)) && !deal(date(2018, 5, 9)));
}

#[test]
fn a_suspension_concerns_two_parties_only() {
    let anzus = read().treaty("anzus_1951").unwrap();
    let day = date(1990, 1, 1);
    let on = |a: &str, b: &str| anzus.standing_between(day, &code(a), &code(b));
    assert_eq!(on("USA", "NZL"), Some(Standing::Suspended));
    assert_eq!(on("USA", "AUS"), Some(Standing::InForce));
    assert_eq!(on("USA", "IRN"), None);
}

#[test]
fn clauses_and_absent_duties_have_ids_of_their_own() {
    let treaty = read().treaty("rus_irn_2025").unwrap();
    let ids: Vec<&str> = treaty.clauses.iter().map(|c| c.record.0.as_str()).collect();
    assert!(ids.contains(&"base:treaty:rus_irn_2025#3(3)"), "{ids:?}");
    assert_eq!(treaty.absent[0].kind, ClauseType::Defense);
    assert_eq!(treaty.absent[0].record.0, "base:treaty:rus_irn_2025#absent-DEFENSE");
    assert!(treaty.is_namesake(read().treaty("rus_prk_2024").unwrap()));
    assert!(!treaty.is_namesake(read().treaty("nato_1949").unwrap()));
}

proptest! {
    #[test]
    fn a_treaty_never_returns_once_it_is_over(y in 1850i16..2030, m in 1i8..=12, later in 1i16..50) {
        let (day, after) = (date(y, m, 1), date(y + later, m, 1));
        for treaty in read().treaties() {
            prop_assert!(treaty.standing(day) <= treaty.standing(after), "{}", treaty.id);
        }
    }
}
