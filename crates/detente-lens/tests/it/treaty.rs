//! Obligations.

use detente_codebook::{ActorCode, Clause, ClauseType, Edtf, Item, Record, Stage, Treaty};
use detente_lens::{Arg, Direction, Finding, Stance};
use jiff::civil::date;

use crate::world::{check, code, finding, ids, inquiry, question, quote, record, thaw};

fn rests_on<'a>(found: &'a Finding, id: &'a str) -> impl Iterator<Item = &'a str> {
    let on = move |c: &&detente_lens::Claim| c.evidence.iter().any(|e| e.0 == id);
    found.claims.iter().filter(on).map(|c| c.message.id.as_str())
}

#[test]
fn a_treaty_signed_and_not_in_force_is_reported_as_such() {
    let asked = inquiry(thaw(), Vec::new());
    let found = finding(&asked, "treaty");
    check(&asked, &found);
    assert!(rests_on(&found, "base:treaty:rus_irn_2025#3(3)").any(|id| id == "treaty-duty-signed-later"));
    let later = found.claims.iter().find(|c| c.message.id == "treaty-duty-signed-later").unwrap();
    assert!(later.message.args.contains(&("later".to_owned(), Arg::Date(Edtf::day(date(2025, 10, 2))))));
    assert!(rests_on(&found, "base:treaty:rus_irn_2025#absent-DEFENSE").any(|id| id == "treaty-absent"));
    assert!(rests_on(&found, "base:treaty:rus_irn_2001#3").any(|id| id == "treaty-duty-in-force"));
    assert!(rests_on(&found, "base:treaty:rus_prk_2024#4").any(|id| id == "treaty-contrast-namesake"));
    assert!(ids(&found).contains(&"treaty-no-defence"));
    assert!(ids(&found).contains(&"treaty-contrast-others"));
    let mut later = thaw();
    later.as_of = date(2025, 10, 2);
    let found = finding(&inquiry(later, Vec::new()), "treaty");
    let duty: Vec<&str> = rests_on(&found, "base:treaty:rus_irn_2025#3(3)").collect();
    assert_eq!(duty[0], "treaty-duty-in-force");
}

#[test]
fn rates_carry_their_cases_and_interval() {
    let found = finding(&inquiry(thaw(), Vec::new()), "treaty");
    let rates: Vec<_> = found.claims.iter().filter(|c| c.message.id == "treaty-kept-rate").collect();
    assert!(!rates.is_empty());
    for rate in rates {
        let ([low, high], value) = (rate.interval.unwrap(), rate.value.unwrap());
        assert!(low <= value && value <= high && rate.n.unwrap() > 0);
        assert_eq!(rate.evidence.len(), 1);
    }
}

#[test]
fn an_attack_binds_the_allies_of_the_victim_and_not_the_attacker() {
    let found = finding(&inquiry(thaw(), Vec::new()), "treaty");
    let on_russia: Vec<&str> = rests_on(&found, "base:treaty:rus_prk_2024#4").collect();
    assert!(on_russia.contains(&"treaty-attack-defence"), "{on_russia:?}");
    let asked = inquiry(question("GRC-TUR", Direction::Worsens, "GRC-TUR"), Vec::new());
    let found = finding(&asked, "treaty");
    check(&asked, &found);
    let attack = found.claims.iter().filter(|c| c.message.id.starts_with("treaty-attack-defence"));
    assert!(attack.flat_map(|c| &c.evidence).all(|e| !e.0.contains("nato_1949")));
}

#[test]
fn a_pair_with_a_duty_of_defence_needs_no_contrast() {
    let asked = inquiry(question("USA-RUS", Direction::Improves, "USA-JPN"), Vec::new());
    let found = finding(&asked, "treaty");
    check(&asked, &found);
    assert!(!ids(&found).iter().any(|id| id.starts_with("treaty-contrast") || *id == "treaty-no-defence"));
    assert!(found.claims.iter().any(|c| c.stance == Stance::Against));
}

#[test]
fn without_a_treaty_there_are_no_grounds() {
    let asked = inquiry(question("FJI-TCD", Direction::Improves, "PER-NPL"), Vec::new());
    let found = finding(&asked, "treaty");
    assert!(!found.grounds && found.claims.is_empty());
    assert!(found.unknown.iter().all(|m| m.id == "treaty-none-listed"));
}

fn told(id: &str, parties: &[&str], signed: &str, clause: (ClauseType, bool)) -> Record {
    let parties: Vec<ActorCode> = parties.iter().map(|p| code(p)).collect();
    let clause = Clause { kind: clause.0, present: clause.1, article: None, quote: quote("words", 0) };
    record(
        id,
        Item::Treaty(Treaty {
            id: id.to_owned(),
            name: Some(quote("A Treaty", 0)),
            parties,
            signed: Some(signed.parse::<Edtf>().unwrap()),
            in_force: None,
            ended: None,
            term_years: None,
            stage: Stage::Signed,
            clauses: vec![clause],
            quote: quote("words", 0),
        }),
    )
}

#[test]
fn a_treaty_of_a_text_is_matched_or_provisional() {
    let records = vec![
        told("1", &["IRN", "RUS"], "2025-01-17", (ClauseType::Defense, false)),
        told("2", &["RUSGOV", "IRN"], "2025", (ClauseType::Offense, true)),
        told("3", &["RUS", "IRN"], "2019", (ClauseType::Consul, true)),
    ];
    let asked = inquiry(thaw(), records);
    let found = finding(&asked, "treaty");
    check(&asked, &found);
    assert!(rests_on(&found, "src:0:1").any(|id| id == "treaty-absent"));
    assert!(rests_on(&found, "src:0:2").any(|id| id == "treaty-text-adds"));
    assert_eq!(rests_on(&found, "src:0:3").collect::<Vec<_>>(), ["treaty-provisional-named"]);
}

#[test]
fn a_treaty_of_a_text_binds_at_once() {
    let told = |stage: Stage| {
        let mut record = told("4", &["IRN", "BLR"], "2024", (ClauseType::Defense, true));
        if let Item::Treaty(t) = &mut record.item {
            t.stage = stage;
        }
        finding(&inquiry(question("USA-BLR", Direction::Worsens, "USA-IRN"), vec![record]), "treaty")
    };
    assert!(rests_on(&told(Stage::InForce), "src:0:4").any(|id| id == "treaty-attack-defence"));
    assert!(!rests_on(&told(Stage::Signed), "src:0:4").any(|id| id == "treaty-attack-defence"));
}

#[test]
fn the_shift_moves_the_occasion_and_not_the_duties() {
    let improves = finding(&inquiry(thaw(), Vec::new()), "treaty");
    assert!(rests_on(&improves, "base:treaty:rus_prk_2024").any(|id| id == "treaty-shift-rarer"));
    assert!(rests_on(&improves, "base:treaty:rus_irn_2001").any(|id| id == "treaty-shift-leaves"));
    let worsens = inquiry(question("USA-RUS", Direction::Worsens, "RUS-IRN"), Vec::new());
    let found = finding(&worsens, "treaty");
    check(&worsens, &found);
    assert!(rests_on(&found, "base:treaty:rus_prk_2024").any(|id| id == "treaty-shift-likelier"));
    assert!(!ids(&found).contains(&"treaty-shift-rarer"));
}

#[test]
fn a_war_is_played_to_its_end_and_what_collides_is_named() {
    let asked = inquiry(question("ISR-EGY", Direction::Improves, "EGY-LBN"), Vec::new());
    let found = finding(&asked, "treaty");
    check(&asked, &found);
    let played = found.claims.iter().find(|c| c.message.id == "treaty-attack-cascade").unwrap();
    assert!(played.evidence.iter().any(|e| e.0.starts_with("base:treaty:arab_jdp_1950")) && played.value.is_some());
    assert!(played.evidence.iter().any(|e| e.0.contains("rate")), "{:?}", played.evidence);
    let egypt = found.claims.iter().filter(|c| c.message.id == "treaty-attack-conflict");
    assert!(egypt.flat_map(|c| &c.evidence).any(|e| e.0 == "base:treaty:egy_isr_1979"));
    assert!(rests_on(&found, "base:treaty:egy_isr_1979").any(|id| id == "treaty-attack-breach"));
}

#[test]
fn views_on_the_standing_of_a_treaty_are_told_from_their_day_on() {
    let mut question = question("USA-RUS", Direction::Improves, "RUS-IRN");
    let views = |q| finding(&inquiry(q, Vec::new()), "treaty").claims.iter().filter(|c| c.message.id == "treaty-view").count();
    assert_eq!(views(question.clone()), 0);
    question.as_of = date(2025, 11, 1);
    assert_eq!(views(question), 2);
}
