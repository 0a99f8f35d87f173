//! The solver against networks whose index was proved elsewhere.
//!
//! The tables stand beside the repository where it is developed: 51 networks of Doreian & Mrvar 2015, three of
//! the literature, and the yearly panel of states. Without them these tests say that they are skipped.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use detente_lens::balance::frustration::{Effort, exact};
use detente_lens::balance::{Census, Reading, networks};

fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/signed").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        let _ = writeln!(std::io::stderr(), "skipped: {} is not there", path.display());
    }
    text
}

/// What is expected of a network: its four kinds of triangles and its index.
fn expected(table: &str) -> BTreeMap<String, ([u64; 4], u64)> {
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let cell = |row: &[&str], name: &str| row[head.iter().position(|h| *h == name).unwrap()].parse::<u64>().unwrap();
    let kinds = ["tri_ppp", "tri_ppn", "tri_pnn", "tri_nnn"];
    let one = |line: &str| {
        let row: Vec<&str> = line.split(',').collect();
        (row[0].to_owned(), (kinds.map(|k| cell(&row, k)), cell(&row, "L")))
    };
    lines.map(one).collect()
}

fn check(ties: &str, by: &str, published: &str) {
    let reading = Reading { by: Some(by.to_owned()), ..Reading::default() };
    let published = expected(published);
    let mut met = 0;
    for network in networks(ties, &reading).unwrap() {
        let found = exact(&network.graph, &mut Effort::new(u64::MAX, &|| false));
        assert!(found.is_proved(), "{}", network.name);
        assert_eq!(network.graph.cost(&found.camps), found.index, "{}", network.name);
        if let Some((triangles, index)) = published.get(&network.name) {
            met += 1;
            assert_eq!((Census::of(&network.graph).by_hostile, found.index), (*triangles, *index), "{}", network.name);
        }
    }
    assert_eq!(met, published.len());
}

#[test]
fn the_networks_of_doreian_and_mrvar_have_their_index() {
    if let (Some(ties), Some(published)) = (shared("cow51.csv"), shared("frustration.csv")) {
        check(&ties, "net", &published);
    }
}

#[test]
fn networks_of_the_literature_have_their_index() {
    if let (Some(ties), Some(published)) = (shared("other.csv"), shared("other_frustration.csv")) {
        check(&ties, "net", &published);
    }
}
