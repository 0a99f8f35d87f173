//! Items 1 to 14 of the clause model (15 stands in `cascade`); each test fails without its item.

use super::{ask, ask_base, clause, lines, pact, parties, query, states, treaty};

/// 1. Duties are per member and directed.
#[test]
fn a_duty_binds_whom_it_names_towards_whom_it_names() {
    let directed = || pact("one_way_1950", "FRA DJI", "obliged = [\"FRA\"]\nbeneficiary = [\"DJI\"]");
    assert_eq!(lines(&ask(vec![directed()], &query("ERI", "DJI", "2010-01-01"))), ["FRA defence one_way_1950 firm"]);
    assert!(lines(&ask(vec![directed()], &query("ERI", "FRA", "2010-01-01"))).is_empty());
    // Italy in 1914: two different articles for two different partners.
    let to_germany = lines(&ask_base(&query("FRA", "DEU", "1914-03-01")));
    assert!(to_germany.contains(&"ITA defence triple_alliance_1912 firm".to_owned()), "{to_germany:?}");
    let to_austria = lines(&ask_base(&query("FRA", "AUH", "1914-03-01")));
    assert!(!to_austria.iter().any(|l| l.starts_with("ITA defence")), "{to_austria:?}");
}

/// 2. Signed is not in force, and a treaty may be suspended between two of its parties.
#[test]
fn a_treaty_binds_from_its_entry_into_force_and_not_while_suspended() {
    let later = ask_base(&query("UKR", "RUS", "2024-12-04"));
    assert!(states(&later).contains(&"PRK"));
    let before = ask_base(&query("UKR", "RUS", "2024-12-03"));
    assert!(!states(&before).contains(&"PRK"));
    assert!(before.not_bound.iter().any(|n| n.treaty.as_deref() == Some("rus_prk_2024") && n.why.id == "obligation-not-yet"));
    let anzus = |day| lines(&ask_base(&query("CHN", "NZL", day)));
    assert!(anzus("1980-01-01").contains(&"USA defence anzus_1951 firm".to_owned()));
    assert!(!anzus("1990-01-01").iter().any(|l| l.starts_with("USA defence anzus")));
    assert!(anzus("1990-01-01").contains(&"AUS defence anzus_1951 firm".to_owned()));
}

/// 3. Membership has intervals, and more than one.
#[test]
fn members_come_and_go_and_come_back() {
    let helped = |day: &str| {
        let mut asked = query("AFG", "TJK", day);
        asked.help_requested = true;
        states(&ask_base(&asked)).contains(&"UZB")
    };
    assert_eq!(["1998-01-01", "2001-01-01", "2008-01-01", "2014-01-01"].map(helped), [true, false, true, false]);
}

/// 4. The area of a clause.
#[test]
fn the_place_must_lie_in_the_area() {
    let at = |place: &str, attacker: &str, victim: &str, day: &str| {
        let mut asked = query(attacker, victim, day);
        asked.place = Some(place.to_owned());
        lines(&ask_base(&asked))
    };
    let goa = at("Goa", "IND", "PRT", "1961-12-18");
    assert_eq!(goa, ["GBR defence anglo_portuguese firm"]);
    assert!(at("Azores", "SUN", "PRT", "1961-12-18").iter().any(|l| l.contains("nato_1949")));
    let hawaii = at("Hawaii", "PRK", "USA", "2025-11-15");
    assert!(
        !hawaii.iter().any(|l| l.contains("nato_1949")) && hawaii.contains(&"AUS defence anzus_1951 firm".to_owned()),
        "{hawaii:?}"
    );
    assert!(!hawaii.iter().any(|l| l.starts_with("JPN")));
    // A clause without an area is about the victim's own territory.
    let border = |place: &str| at(place, "AZE", "ARM", "2022-09-13");
    assert!(border("Syunik").contains(&"RUS defence rus_arm_1997 firm".to_owned()));
    assert!(!border("Nagorno-Karabakh").iter().any(|l| l.starts_with("RUS")));
}

/// 5. An adversary that is named, or left out.
#[test]
fn the_adversary_must_be_the_one_that_the_text_means() {
    let against = |attacker: &str| lines(&ask_base(&query(attacker, "POL", "1939-09-10")));
    assert!(against("DEU").contains(&"GBR defence anglo_polish_1939 firm".to_owned()));
    let by_ussr = against("SUN");
    assert!(!by_ussr.contains(&"GBR defence anglo_polish_1939 firm".to_owned()));
    assert!(by_ussr.contains(&"GBR consultation anglo_polish_1939 firm".to_owned()), "{by_ussr:?}");
    let dual = |attacker: &str| lines(&ask_base(&query(attacker, "DEU", "1900-01-01")));
    assert!(dual("RUS").contains(&"AUH defence dual_alliance_1879 firm".to_owned()));
    assert!(dual("FRA").contains(&"AUH neutrality dual_alliance_1879 firm".to_owned()));
}

/// 6. The number of enemies.
#[test]
fn some_duties_wait_for_a_second_enemy() {
    let one = lines(&ask_base(&query("JPN", "RUS", "1904-02-08")));
    assert!(one.contains(&"GBR neutrality anglo_japanese_1902 firm".to_owned()));
    assert!(!one.contains(&"GBR defence anglo_japanese_1902 firm".to_owned()));
    let two = lines(&ask_base(&query("JPN", "RUS FRA", "1904-02-08")));
    assert!(two.contains(&"GBR defence anglo_japanese_1902 firm".to_owned()), "{two:?}");
    let powers = |attackers: &str| lines(&ask_base(&query(attackers, "AUH", "1914-03-01")));
    assert!(!powers("RUS").iter().any(|l| l.starts_with("ITA defence")));
    assert!(powers("RUS FRA").iter().any(|l| l.starts_with("ITA defence triple_alliance_1912")));
    // Serbia is no great power.
    assert!(!powers("RUS SRB").iter().any(|l| l.starts_with("ITA defence")));
}

/// 7. The alliance is silent when the ally attacks.
#[test]
fn an_attacker_cannot_call_for_defence() {
    let answer = ask_base(&query("DEU", "RUS", "1914-08-01"));
    assert_eq!(lines(&answer), ["FRA defence franco_russian_1892 firm"]);
    let csto = ask_base(&query("RUS", "UKR", "2022-02-24"));
    assert!(!states(&csto).contains(&"BLR"));
    // A clause that asks only for war is not silent.
    let steel = lines(&ask_base(&query("DEU", "POL", "1939-09-01")));
    assert!(steel.contains(&"ITA offence pact_of_steel_1939 firm".to_owned()));
}

/// 8. A request.
#[test]
fn some_help_must_be_asked_for() {
    let asked = lines(&ask_base(&query("IDN", "TUV", "2025-01-01")));
    assert_eq!(asked, ["AUS defence falepili_2023 on_request"]);
    let mut border = query("RUS", "UKR", "2022-02-24");
    assert!(!states(&ask_base(&border)).contains(&"POL"));
    border.help_requested = true;
    let live = lines(&ask_base(&border));
    assert!(live.contains(&"POL consultation nato_1949 on_request".to_owned()));
    assert!(live.contains(&"TUR straits_closure montreux_1936 firm".to_owned()));
    // Turkey borders both Armenia and Azerbaijan, and is bound to the attacker.
    let mut allied = query("AZE", "ARM", "2022-09-13");
    allied.help_requested = true;
    let answer = ask_base(&allied);
    assert!(lines(&answer).contains(&"RUS defence csto_1992 on_request".to_owned()));
    assert!(!lines(&answer).iter().any(|l| l.contains("nato_1949")));
    // A war far from every party is no ground for consultation among them.
    let mut far = query("IND", "PAK", "2025-05-07");
    far.help_requested = true;
    assert!(!lines(&ask_base(&far)).iter().any(|l| l.contains("nato_1949")));
}

/// 9. Strength: what is decided together begins with consultation.
#[test]
fn a_joint_decision_begins_with_consultation() {
    let consul = clause("CONSUL", "consultation", "threatened", "article = \"6\"");
    let with = |strength: &str| {
        let more = format!("article = \"3\"\nautomatic = \"{strength}\"");
        let parts = parties("ARG BRA") + &clause("DEFENSE", "defence", "attacked", &more) + &consul;
        ask(vec![treaty("league_1950", ["1950-01-01", ""], "", &parts)], &query("CHL", "ARG", "1960-01-01"))
    };
    assert_eq!(lines(&with("decision")), ["BRA consultation league_1950 firm", "BRA defence league_1950 firm"]);
    let automatic = with("automatic");
    assert_eq!(lines(&automatic), ["BRA defence league_1950 firm"]);
    assert_eq!(automatic.live.len(), 1);
    assert!(format!("{:?}", automatic.obligations[0].why).contains("obligation-automatic"));
}

/// 10. Attacks among parties.
#[test]
fn a_treaty_that_forbids_force_within_looks_outward() {
    let hungary = ask_base(&query("SUN", "HUN", "1956-11-04"));
    assert!(lines(&hungary).is_empty());
    assert!(hungary.breaches.iter().any(|b| b.treaty == "warsaw_pact_1955" && b.duty.word() == "nonaggression"));
    assert!(hungary.not_bound.iter().any(|n| n.why.id == "obligation-not-co-member"));
    let kuwait = ask_base(&query("IRQ", "KWT", "1990-08-02"));
    assert!(states(&kuwait).contains(&"EGY") && kuwait.breaches.is_empty());
    assert!(kuwait.conflicts.iter().any(|c| c.state.as_str() == "IRQ"));
    // Guarantors answer for each other.
    let cyprus = lines(&ask_base(&query("GRC", "CYP", "1974-07-15")));
    assert!(cyprus.contains(&"TUR guarantee cyprus_guarantee_1960 firm".to_owned()));
}

/// 11. An attacker that is no state.
#[test]
fn an_attacker_may_be_no_state() {
    let mut asked = query("ALQ", "USA", "2001-09-11");
    asked.place = Some("New York, Washington".to_owned());
    let answer = ask_base(&asked);
    assert!(lines(&answer).contains(&"GBR defence nato_1949 firm".to_owned()));
    assert!(answer.notes.iter().any(|n| n.id == "obligation-note-unknown"));
    assert!(!states(&answer).contains(&"JPN") && !lines(&answer).iter().any(|l| l.contains("oas_charter")));
    let named = pact("named_1950", "AAA BBB", "against = [\"RUS\"]");
    assert!(lines(&ask(vec![named], &query("ALQ", "AAA", "2001-09-11"))).is_empty());
}

/// 12. Conflicts.
#[test]
fn duties_that_cannot_all_be_kept_are_found() {
    let clash = |attacker: &str, victim: &str, day: &str, state: &str| {
        let answer = ask_base(&query(attacker, victim, day));
        let mine = answer.conflicts.iter().filter(|c| c.state.as_str() == state);
        mine.flat_map(|c| c.treaties.clone()).collect::<Vec<_>>()
    };
    let ussr = clash("DEU", "POL", "1939-09-01", "SUN");
    assert!(ussr.contains(&"sov_pol_1932".to_owned()) && ussr.contains(&"molotov_ribbentrop_1939".to_owned()), "{ussr:?}");
    let egypt = clash("ISR", "LBN", "2006-07-12", "EGY");
    assert!(egypt.contains(&"arab_jdp_1950".to_owned()) && egypt.contains(&"egy_isr_1979".to_owned()), "{egypt:?}");
    let usa = clash("GBR", "ARG", "1982-05-01", "USA");
    assert!(usa.contains(&"rio_1947".to_owned()) && usa.contains(&"nato_1949".to_owned()), "{usa:?}");
    assert!(clash("DEU", "BEL", "1914-08-04", "GBR").is_empty());
}

/// 13. Which prevails.
#[test]
fn what_prevails_is_said() {
    let said = |answer: &detente_lens::treaty::engine::Answer, state: &str| {
        let found = answer.conflicts.iter().find(|c| c.state.as_str() == state).unwrap();
        format!("{:?}", found.why)
    };
    let egypt = ask_base(&query("ISR", "LBN", "2006-07-12"));
    assert!(said(&egypt, "EGY").contains("obligation-prevails-clause") && said(&egypt, "EGY").contains("6(5)"));
    assert!(said(&egypt, "JOR").contains("obligation-prevails-none"));
    let peace = parties("AAA BBB CCC") + &clause("NO_HOSTILE_ALLIANCE", "no_hostile_alliance", "always", "");
    let first = pact("first_1950", "AAA BBB CCC", "");
    let second = treaty("second_1960", ["1960-01-01", ""], "", &peace);
    let same = ask(vec![first, second], &query("CCC", "AAA", "1970-01-01"));
    assert!(said(&same, "BBB").contains("obligation-prevails-later"), "{:?}", same.conflicts);
    let desert_storm = ask_base(&query("USA GBR FRA", "IRQ", "1991-01-17"));
    assert!(lines(&desert_storm).is_empty());
    assert!(desert_storm.not_bound.iter().any(|n| n.why.id == "obligation-not-authorised"));
    let kursk = ask_base(&query("UKR", "RUS", "2024-08-06"));
    assert!(kursk.conflicts.iter().any(|c| c.why.id == "obligation-conflict-aggressor"));
}

/// 14. Standing and blame per observer.
#[test]
fn blame_is_a_finding_with_holders() {
    let kursk = ask_base(&query("UKR", "RUS", "2024-08-06"));
    let armenia = kursk.obligations.iter().find(|o| o.treaty == "rus_arm_1997").unwrap();
    assert_eq!(armenia.grade.word(), "contested");
    assert!(format!("{:?}", armenia.why).contains("ES-11/1"));
    let other = ask_base(&query("GEO", "RUS", "2024-08-06"));
    assert!(other.obligations.iter().any(|o| o.treaty == "rus_arm_1997" && o.grade.word() == "firm"));
    let base = detente_history::base().unwrap();
    let deal = base.treaty("jcpoa_2015").unwrap();
    assert!(deal.views.iter().any(|v| v.holders.iter().any(|h| h.as_str() == "RUS")), "{:?}", deal.views);
}

/// 14. The standing of a treaty as each party sees it.
#[test]
fn a_treaty_is_in_force_for_those_who_hold_it_to_be() {
    let bound = |ended: &str, holders: &str, stage: &str, day: &str| {
        let view =
            format!("[[view]]\nholders = [\"{holders}\"]\nstage = \"{stage}\"\nfrom = \"1955-01-01\"\nen = \"v\"\nar = \"v\"\n");
        let parts = parties("AAA BBB CCC") + &clause("DEFENSE", "defence", "attacked", "") + &view;
        lines(&ask(vec![treaty("seen_1950", ["1950-01-01", ended], "", &parts)], &query("DDD", "BBB", day)))
    };
    let [a, c] = ["AAA defence seen_1950", "CCC defence seen_1950"];
    assert_eq!(bound("", "AAA", "suspended", "1954-06-01"), [format!("{a} firm"), format!("{c} firm")]);
    assert_eq!(bound("", "AAA", "suspended", "1960-06-01"), [format!("{a} contested"), format!("{c} firm")]);
    // Between two who both hold it to be over nothing is owed; the third still holds to it.
    assert_eq!(bound("", "AAA\", \"BBB", "denounced", "1960-06-01"), [format!("{c} contested")]);
    // Over for most, and not for one.
    assert_eq!(bound("1958-01-01", "AAA", "in_force", "1960-06-01"), [format!("{a} contested")]);
    assert!(bound("1958-01-01", "AAA", "expired", "1960-06-01").is_empty());
    let noted = |attackers: &str, day: &str| {
        let notes = ask_base(&query(attackers, "IRN", day)).notes;
        notes.iter().filter(|n| n.id == "obligation-note-view").count()
    };
    assert_eq!([noted("USA", "2025-06-22"), noted("USA", "2025-10-01"), noted("USA", "2026-02-28")], [0, 1, 2]);
    assert_eq!(noted("ISR", "2026-02-28"), 0);
}

/// Neither friends nor ententes are bound: the reader is told so.
#[test]
fn those_whom_one_would_expect_are_named_with_the_reason() {
    let serbia = ask_base(&query("AUH", "SRB", "1914-07-28"));
    let russia = serbia.not_bound.iter().find(|n| n.state.as_ref().is_some_and(|s| s.as_str() == "RUS")).unwrap();
    assert_eq!(russia.why.id, "obligation-not-none");
    let mut asked = query("ARG", "GBR", "1982-04-02");
    asked.place = Some("Falkland Islands (51.7 S)".to_owned());
    let falklands = ask_base(&asked);
    assert!(lines(&falklands).is_empty());
    let nato = falklands.not_bound.iter().find(|n| n.treaty.as_deref() == Some("nato_1949")).unwrap();
    assert_eq!(nato.why.id, "obligation-not-area");
}
