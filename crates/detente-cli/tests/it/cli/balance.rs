//! `detente balance`: tables of ties, weights, several networks, the base as of a day, and tables that are none.

use serde_json::{Value, json};

use crate::run::Desk;

/// Two friends with a common enemy, who is the friend of one of them.
const TIES: &str = "from,to,sign\nA,B,+\nA,C,-\nB,C,1\nC,D,1\nA,D,-1\n";

fn answer(desk: &Desk, arguments: &[&str]) -> Value {
    let ran = desk.run(arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&ran.out).unwrap()
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("ties.csv", TIES);
    desk
}

#[test]
fn a_table_of_signs() {
    let answer = answer(&desk(), &["balance", "--edges", "ties.csv", "--turns", "--blocs", "3", "--json"]);
    assert_eq!((&answer["n"], &answer["m_positive"], &answer["m_negative"]), (&json!(4), &json!(3), &json!(2)));
    assert_eq!((&answer["frustration"], &answer["lower_bound"], &answer["optimal"]), (&json!(1), &json!(1), &json!(true)));
    assert_eq!(answer["triangles"], json!({"+++": 0, "++-": 1, "+--": 1, "---": 0}));
    assert_eq!(answer["frustrated_edges"].as_array().unwrap().len(), 1);
    assert_eq!((&answer["blocs"]["frustration"], &answer["relaxes_most"]["change"]), (&json!(1), &json!(-1)));
}

#[test]
fn weights_with_decimals_and_signs_alone() {
    let desk = Desk::new();
    desk.put("ties.csv", "from,to,weight\nA,B,2.5\nB,C,1.25\nA,C,-0.75\n");
    assert_eq!(answer(&desk, &["balance", "--edges", "ties.csv", "--weighted", "--json"])["frustration"], 0.75);
    assert_eq!(answer(&desk, &["balance", "--edges", "ties.csv", "--json"])["frustration"], 1);
}

#[test]
fn several_networks_give_a_line_each() {
    let desk = Desk::new();
    desk.put("nets.csv", "net,i,j,sign\none,A,B,1\ntwo,A,B,-1\ntwo,B,C,-1\ntwo,A,C,-1\n");
    let ran = desk.run(&["balance", "--edges", "nets.csv", "--by", "net", "--json"]);
    let lines: Vec<Value> = ran.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let told: Vec<_> = lines.iter().map(|l| (l["network"].clone(), l["frustration"].clone())).collect();
    assert_eq!(told, [(json!("one"), json!(0)), (json!("two"), json!(1))]);
}

#[test]
fn the_base_has_a_network_on_a_day() {
    let answer = answer(&desk(), &["balance", "--as-of", "2025-02-27", "--json"]);
    assert!(answer["n"].as_u64() > Some(50) && answer["optimal"] == true);
    assert_eq!(answer["partition"].as_object().unwrap().len() as u64, answer["n"].as_u64().unwrap());
}

#[test]
fn a_year_of_the_chronicle_and_a_series() {
    let year = answer(&desk(), &["balance", "--year", "1816", "--signs", "a", "--json"]);
    assert_eq!((&year["n"], &year["m_negative"], &year["frustration"]), (&json!(17), &json!(8), &json!(1)));
    let ran = desk().run(&["balance", "--series", "2013..2016", "--json"]);
    let lines: Vec<Value> = ran.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let told: Vec<_> = lines.iter().map(|l| (l["year"].as_u64().unwrap(), l["source"].as_str().unwrap())).collect();
    assert_eq!(told, [(2013, "chronicle"), (2014, "chronicle"), (2015, "base"), (2016, "base")]);
    // Nothing is said to have moved the index across the seam.
    assert_eq!((&lines[2]["strained_by"], &lines[2]["eased_by"]), (&json!([]), &json!([])));
    assert!(desk().run(&["balance", "--series", "2013..2016"]).out.contains("here the chronicle ends"));
    assert_eq!(desk().run(&["balance", "--series", "2016..2013"]).code, 2);
    assert_eq!(desk().run(&["balance", "--year", "2015"]).code, 2);
}

#[test]
fn the_listing_names_camps_and_proof() {
    let out = desk().run(&["balance", "--edges", "ties.csv", "--turns"]).out;
    for part in ["4 actors, 3 friendly and 2 hostile ties", "frustration index 1 (proved", "camp of", "relaxes most: "] {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn tables_that_are_none() {
    let desk = Desk::new();
    desk.put("columns.csv", "a,b,sign\nA,B,1\n");
    desk.put("sign.csv", "from,to,sign\nA,B,1\nA,C,maybe\n");
    desk.put("twice.csv", "from,to,sign\nA,B,1\nB,A,-1\n");
    desk.put("empty.csv", "");
    desk.put("bytes.csv", b"\xff\xfe\x00");
    for (file, code, word) in [
        ("missing.csv", 3, "missing.csv"),
        ("columns.csv", 4, "`from` and `to`"),
        ("sign.csv", 4, "line 3, column `sign`: `maybe`"),
        ("twice.csv", 4, "line 2 has the same two actors"),
        ("empty.csv", 4, "no column"),
        ("bytes.csv", 4, "UTF-8"),
    ] {
        let ran = desk.run(&["balance", "--edges", file]);
        assert_eq!((ran.code, ran.err.contains(word)), (code, true), "{file}: {}", ran.err);
    }
    assert_eq!(desk.run(&["balance"]).code, 2);
    assert_eq!(desk.run(&["balance", "--edges", "sign.csv", "--time-limit", "-1"]).code, 2);
}
