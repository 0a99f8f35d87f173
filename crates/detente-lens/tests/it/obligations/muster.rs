//! The spread of a war by numbers against the plain way.

use detente_history::{Duty, Strength, TreatyText, Trigger, base};
use detente_lens::treaty::engine::{Book, Query};
use jiff::civil::date;
use proptest::prelude::*;

use super::{clause, parties, query, treaty};

const STATES: [&str; 9] = ["DEU", "FRA", "GBR", "ITA", "POL", "TUR", "RUS", "USA", "JPN"];

/// A clause with any of the conditions that bear on who must fight.
#[derive(Clone, Debug)]
struct Drawn {
    members: Vec<usize>,
    duty: usize,
    when: usize,
    obliged: Vec<usize>,
    beneficiary: Vec<usize>,
    against: Vec<usize>,
    not_against: Vec<usize>,
    co_members: Option<bool>,
    on_request: bool,
    zoned: bool,
    peace: bool,
    suspended: bool,
}

fn some(least: usize, most: usize) -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0..STATES.len(), least..=most)
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let flags = (any::<Option<bool>>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let names = (some(2, 5), some(0, 1), some(0, 1), some(0, 2), some(0, 1));
    (names, 0usize..3, 0..Trigger::ALL.len(), flags).prop_map(|(names, duty, when, flags)| Drawn {
        members: names.0,
        obliged: names.1,
        beneficiary: names.2,
        against: names.3,
        not_against: names.4,
        duty,
        when,
        co_members: flags.0,
        on_request: flags.1,
        zoned: flags.2,
        peace: flags.3,
        suspended: flags.4,
    })
}

fn codes(which: &[usize]) -> String {
    let all: std::collections::BTreeSet<&str> = which.iter().map(|w| STATES[*w]).collect();
    all.into_iter().collect::<Vec<_>>().join(" ")
}

fn list(key: &str, which: &[usize]) -> String {
    if which.is_empty() { String::new() } else { format!("{key} = [\"{}\"]\n", codes(which).replace(' ', "\", \"")) }
}

fn text(n: usize, drawn: &Drawn) -> TreatyText {
    let duty = [Duty::Defence, Duty::Offence, Duty::Guarantee][drawn.duty];
    let mut more = list("obliged", &drawn.obliged) + &list("beneficiary", &drawn.beneficiary);
    more += &(list("against", &drawn.against) + &list("not_against", &drawn.not_against));
    more += &format!("automatic = \"{}\"\n", Strength::Automatic);
    if let Some(co) = drawn.co_members {
        more += &format!("co_members = {co}\n");
    }
    if drawn.on_request {
        more += "request_required = true\n";
    }
    if drawn.zoned {
        more += "area = \"Pacific area or metropolitan territory (art. 5)\"\n";
    }
    let kind = match duty {
        Duty::Offence => "OFFENSE",
        Duty::Guarantee => "GUARANTEE",
        _ => "DEFENSE",
    };
    let mut parts = parties(&codes(&drawn.members)) + &clause(kind, duty.word(), Trigger::ALL[drawn.when].word(), &more);
    if drawn.peace {
        parts += &clause("NONAGG", "nonaggression", "always", "");
    }
    let mut out = treaty(&format!("t{n}_1950"), ["1950-01-01", ""], "", &parts);
    if drawn.suspended {
        let between = out.parties.iter().take(2).map(|p| p.code.clone()).collect();
        out.suspensions.push(detente_history::Suspension { between, from: "1951-01-01".parse().unwrap(), to: None, by: None });
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn both_ways_spread_a_war_alike(
        treaties in proptest::collection::vec(drawn(), 1..9),
        sides in (some(1, 2), some(1, 2)),
        stranger in any::<bool>(),
        place in proptest::option::of(prop_oneof![Just("Hawaii"), Just("Goa"), Just("South China Sea"), Just("Quux")]),
        help_requested in any::<bool>(),
    ) {
        prop_assume!(sides.0.iter().all(|a| !sides.1.contains(a)));
        let mut asked = Query { help_requested, place: place.map(str::to_owned), ..query(&codes(&sides.0), &codes(&sides.1), "1960-06-01") };
        if stranger {
            asked.attackers.push("ALQ".parse().unwrap());
        }
        let book = Book::new(treaties.iter().enumerate().map(|(n, d)| text(n, d)).collect()).unwrap();
        let day = book.on(date(1960, 6, 1));
        prop_assert_eq!(day.muster().spread(&asked).unwrap(), day.spread(&asked).unwrap());
    }
}

/// Every pair of a few states over the embedded base, on days of many treaties, and of the two wars
/// whose victim the Security Council or the General Assembly found to have begun.
#[test]
fn both_ways_spread_the_wars_of_the_base_alike() {
    let book = Book::of_base(base().unwrap()).unwrap();
    let states = ["RUS", "USA", "DEU", "FRA", "TUR", "IRN", "IRQ", "EGY", "CHN", "PRK", "ARM", "AUH", "SRB", "ITA", "GBR", "JPN"];
    let mut joined = 0;
    for day in ["1914-07-28", "1939-09-01", "1991-01-17", "2024-12-10"] {
        let on = book.on(day.parse().unwrap());
        let muster = on.muster();
        for a in states {
            for b in states.iter().filter(|b| **b != a) {
                let asked = query(a, b, day);
                let plain = on.spread(&asked).unwrap();
                assert_eq!(muster.spread(&asked).unwrap(), plain, "{a} against {b} on {day}");
                assert_eq!(muster.size(&asked).unwrap(), (plain.len(), plain.last().map_or(0, |e| e.round)));
                joined += plain.len();
            }
        }
    }
    assert!(joined > 500, "{joined}");
}
