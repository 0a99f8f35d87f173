//! Item 15, rounds and samples.

use super::{ask, ask_base, clause, pact, parties, query, treaty};
use detente_history::base;
use detente_lens::treaty::engine::Book;

fn joined(answer: &detente_lens::treaty::engine::Answer) -> Vec<String> {
    answer.cascade.iter().map(|j| format!("{} {} {}", j.round, j.state, j.joins)).collect()
}

/// 15. No false chain: whoever helps is not thereby attacked.
#[test]
fn a_helper_is_not_attacked_by_helping() {
    let chain = vec![pact("first_1950", "AAA BBB", ""), pact("second_1950", "BBB CCC", "")];
    assert_eq!(joined(&ask(chain, &query("XXX", "AAA", "1960-01-01"))), ["1 BBB AAA"]);
}

#[test]
fn a_clause_on_war_hears_of_the_helper() {
    let war = parties("BBB CCC") + &clause("DEFENSE", "defence", "at_war", "");
    let chain = vec![pact("first_1950", "AAA BBB", ""), treaty("second_1950", ["1950-01-01", ""], "", &war)];
    assert_eq!(joined(&ask(chain, &query("XXX", "AAA", "1960-01-01"))), ["1 BBB AAA", "2 CCC BBB"]);
}

#[test]
fn a_second_enemy_calls_in_the_next_round() {
    // Y helps X, whom A attacks; A then has two enemies, and B must fight beside A.
    let two = parties("AAA BBB") + &clause("DEFENSE", "defence", "at_war_with_2plus", "");
    let all = vec![pact("first_1950", "XXX YYY", ""), treaty("second_1950", ["1950-01-01", ""], "", &two)];
    assert_eq!(joined(&ask(all, &query("AAA", "XXX", "1960-01-01"))), ["1 YYY XXX", "2 BBB AAA"]);
}

#[test]
fn circles_of_allies_come_to_an_end() {
    let circle = vec![
        pact("one_1950", "AAA BBB", ""),
        treaty("two_1950", ["1950-01-01", ""], "", &(parties("BBB CCC") + &clause("OFFENSE", "offence", "at_war", ""))),
        treaty("three_1950", ["1950-01-01", ""], "", &(parties("CCC AAA") + &clause("OFFENSE", "offence", "at_war", ""))),
        treaty("four_1950", ["1950-01-01", ""], "", &(parties("CCC XXX") + &clause("OFFENSE", "offence", "at_war", ""))),
    ];
    let answer = ask(circle, &query("XXX", "AAA", "1960-01-01"));
    let mut who: Vec<&str> = answer.cascade.iter().map(|j| j.state.as_str()).collect();
    who.sort_unstable();
    assert_eq!(who, ["BBB", "CCC"], "each joins once, on one side");
}

#[test]
fn samples_are_drawn_from_rates_and_repeat_with_their_seed() {
    let (base, asked) = (base().unwrap(), query("IRN", "QAT", "2025-06-23"));
    let book = Book::of_base(base).unwrap();
    let day = book.on(asked.day);
    let sample = day.sample(&asked, base, 2000, 7).unwrap();
    assert_eq!(sample, day.sample(&asked, base, 2000, 7).unwrap());
    assert_ne!(sample, day.sample(&asked, base, 2000, 8).unwrap());
    // Defence, multilateral, 1945-2003: 0 of 21, so Beta(1, 22) with mean 1/23 for each treaty of the kind.
    let (state, share) = sample.joins.iter().find(|(s, _)| s.as_str() == "JOR").unwrap();
    assert!((share - 1.0 / 23.0).abs() < 0.02, "{state} {share}");
    assert!(sample.rates.iter().all(|r| r.n > 0) && sample.quantiles[0] <= sample.quantiles[2]);
    assert!(ask_base(&asked).cascade.len() >= sample.quantiles[2]);
}
