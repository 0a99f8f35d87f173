//! Collective security.

use detente_history::base;
use detente_lens::treaty::engine::Book;
use detente_lens::treaty::security::{Judgement, Scheme, judge};
use jiff::civil::date;

const TRIO: &str = r#"
id = "trio"
en = "Trio"
ar = "Trio"
members = ["SAU", "IRN", "IRQ"]
patrons = ["RUS"]
rivals = ["ISR"]
[[duty]]
type = "defence"
obliged = ["members"]
toward = ["members"]
co_members = true
[weights]
year = 2022
unit = "share"
source = "test"
shares = { SAU = 0.3, IRN = 0.4, IRQ = 0.2, RUS = 1.0, ISR = 0.6 }
"#;

fn judged(text: &str) -> Judgement {
    let (scheme, base) = (Scheme::read("trio.toml", text).unwrap(), base().unwrap());
    judge(&scheme, &Book::of_base(base).unwrap(), base, date(2025, 2, 27)).unwrap()
}

fn refused(from: &str, to: &str) -> String {
    Scheme::read("trio.toml", &TRIO.replace(from, to)).unwrap_err().to_string()
}

#[test]
fn every_pair_is_weighed() {
    let j = judged(TRIO);
    // Three members, one patron and one rival against three members, less each against itself.
    assert_eq!(j.pairs.len(), 5 * 3 - 3);
    let pair = |a: &str, v: &str| j.pairs.iter().find(|p| p.aggressor.as_str() == a && p.victim.as_str() == v).unwrap();
    assert_eq!(pair("IRN", "SAU").bound.iter().map(|b| b.as_str()).collect::<Vec<_>>(), ["IRQ"]);
    assert_eq!(pair("IRN", "SAU").outweighs(), Some(true));
    assert_eq!(pair("RUS", "SAU").outweighs(), Some(false));
    assert!(pair("ISR", "IRQ").covered() && !pair("ISR", "IRQ").within);
    assert!(j.left_out.iter().any(|s| s.as_str() == "KWT"));
    // Saudi Arabia and Iraq are tied by the Arab joint defence treaty, and together outweigh Iran.
    assert_eq!((j.balanced, j.blocs[0].treaty.as_deref()), (Some(false), Some("arab_jdp_1950")));
}

#[test]
fn a_member_that_outweighs_the_rest_unbalances() {
    let four = TRIO.replace("\"IRQ\"]", "\"IRQ\", \"TUR\"]").replace("IRQ = 0.2", "IRQ = 0.2, TUR = 0.4");
    assert_eq!(judged(&four).balanced, Some(true));
    assert_eq!(judged(&four.replace("IRN = 0.4", "IRN = 0.95")).balanced, Some(false));
    let missing = judged(&TRIO.replace("IRQ = 0.2, ", ""));
    assert_eq!(missing.balanced, None);
    assert!(missing.pairs.iter().any(|p| p.outweighs().is_none()));
}

#[test]
fn without_cover_among_members_a_member_may_attack() {
    let j = judged(&TRIO.replace("co_members = true", "not_against = [\"IRN\"]"));
    assert!(j.pairs.iter().filter(|p| p.aggressor.as_str() == "IRN").all(|p| !p.covered()));
}

#[test]
fn existing_duties_stand_against_a_scheme() {
    let text = TRIO.replace("\"IRQ\"]", "\"IRQ\", \"EGY\"]").replace("IRQ = 0.2", "IRQ = 0.2, EGY = 0.2");
    let j = judged(&text);
    let egypt = j.contradictions.iter().find(|c| c.state.as_str() == "EGY" && c.treaties.contains(&"egy_isr_1979".to_owned()));
    assert!(egypt.unwrap().wars.iter().any(|(a, _)| a.as_str() == "ISR"));
}

#[test]
fn a_treaty_is_judged_as_it_stands() {
    let j = judged("id = \"gcc\"\nen = \"GCC\"\nar = \"GCC\"\ntreaty = \"gcc_jda_2000\"\nrivals = [\"IRN\"]\n");
    assert_eq!(j.members.len(), 6);
    assert!(j.pairs.iter().all(|p| p.bound.len() >= 4 && p.outweighs().is_none()));
}

#[test]
fn a_scheme_that_contradicts_itself_is_refused() {
    assert!(refused("patrons = [\"RUS\"]", "patrons = [\"IRN\"]").contains("both member and patron"));
    assert!(refused("toward = [\"members\"]", "toward = [\"ISR\"]").contains("duty 1: `toward`: `ISR` is neither"));
    assert!(refused("co_members = true", "against = [\"ISR\"]\nnot_against = [\"ISR\"]").contains("stands in `against` and"));
    let stay = "co_members = true\n[[duty]]\ntype = \"neutrality\"\nobliged = [\"IRQ\"]\ntoward = [\"SAU\"]";
    assert!(refused("co_members = true", stay).contains("duty 2: it forbids what duty 1 asks"));
    assert!(refused("\"SAU\", \"IRN\"", "\"SAU\", \"SAU\"").contains("listed twice"));
    assert!(refused("SAU = 0.3", "SAU = 3").contains("a share lies between"));
    assert!(refused("type = \"defence\"", "type = \"defense\"").contains("line"));
}
