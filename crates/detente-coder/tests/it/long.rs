//! Sentences that no press writes: of a thousand clauses, ten thousand words, a hundred thousand commas, mixed scripts.
//!
//! What they say is what one of their clauses says; each part of them is read once.

use std::collections::BTreeSet;

use detente_codebook::{Coding, Language};
use detente_coder::code_events;

fn coded(text: &str, language: Language) -> Coding {
    let coding = code_events(text, Some(language), None);
    let letters: Vec<char> = text.chars().collect();
    for quote in coding.events.iter().map(|e| &e.quote).chain(coding.gaps.iter().map(|g| &g.quote)) {
        let found: String = letters[quote.start..quote.end].iter().collect();
        assert_eq!(found, quote.exact);
    }
    coding
}

/// Source, target and code of every event.
fn dyads(coding: &Coding) -> BTreeSet<(String, String, String)> {
    let one = |e: &detente_codebook::Event| (e.source.to_string(), e.target.to_string(), e.cameo.to_string());
    coding.events.iter().map(one).collect()
}

#[test]
fn a_thousand_clauses_say_what_one_says() {
    for (clause, most) in [("Russia signed a treaty with Iran", 1), ("Russia attacked Ukraine", 1), ("Russia signed a treaty", 0)]
    {
        let one = coded(&format!("{clause}."), Language::En);
        for join in [" ", ", ", ", and ", "; "] {
            let all = coded(&format!("{}.", vec![clause; 1000].join(join)), Language::En);
            assert!(dyads(&all).is_superset(&dyads(&one)), "{clause}{join}");
            let told: usize = all.events.iter().map(|e| 1 + e.also.len()).sum();
            assert!(told <= 2 * (most + 1) * 1000, "{told} events of 1000 clauses: {clause}{join}");
            assert!(all.gaps.iter().any(|g| g.reason.contains("parts")), "{:?}", all.gaps);
        }
    }
}

#[test]
fn different_tellings_of_one_kind_stay_apart() {
    let raid = |n: u32| {
        let place: String =
            n.to_string().chars().map(|d| char::from(b'a' + u8::try_from(d.to_digit(10).unwrap()).unwrap())).collect();
        format!("Russia attacked the {place}or {place}um {place}is {place}en {place}ak {place}ol plants of Ukraine")
    };
    let all: Vec<String> = (0..400).map(raid).collect();
    let coding = coded(&format!("{}.", all.join(". ")), Language::En);
    assert!(coding.events.len() > 300, "{}", coding.events.len());
    assert!(coding.events.iter().all(|e| e.source.as_str() == "RUS" && e.target.as_str() == "UKR"));
}

#[test]
fn ten_thousand_words_and_a_hundred_thousand_commas() {
    let words = "France and Italy expelled diplomats of Spain while ministers spoke of many other things ".repeat(800);
    let coding = coded(&words, Language::En);
    assert!(dyads(&coding).iter().any(|(s, t, _)| s == "FRA" && t.starts_with("ESP")), "{:?}", dyads(&coding));
    let commas = format!("France expelled diplomats of Spain{}", ",".repeat(100_000));
    let coding = coded(&commas, Language::En);
    assert!(dyads(&coding).iter().any(|(s, t, _)| s == "FRA" && t.starts_with("ESP")), "{:?}", dyads(&coding));
    assert!(coding.gaps.iter().any(|g| g.reason.contains("parts")));
}

#[test]
fn mixed_scripts_and_direction_controls() {
    let plain = dyads(&coded("France expelled diplomats of Spain.", Language::En));
    assert!(!plain.is_empty());
    let controls = coded("\u{202B}France\u{200F} expelled \u{2066}diplomats\u{2069} of\u{202C} Spain\u{200E}.", Language::En);
    assert_eq!(dyads(&controls), plain);
    for language in [Language::Ar, Language::En] {
        for letters in
            ["\u{0627}\u{0644} a\u{0301}\u{202E} ", "\u{4e2d}\u{56fd} \u{0440}\u{0444}, ", "\u{1F1EB}\u{1F1F7} \u{064B}\u{0640}"]
        {
            coded(&letters.repeat(3000), language);
        }
    }
}
