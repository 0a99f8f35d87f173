//! The embedded chronicle against the panel of signed dyad-years it condenses.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::Path;

use detente_history::chronicle::{Definition, FIRST, YEARS, chronicle};

fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/history").join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        let _ = writeln!(std::io::stderr(), "skipped: {} is not there", path.display());
        return None;
    };
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
    Some(text)
}

#[test]
fn anchors() {
    let c = chronicle().unwrap();
    let [usa, russia, china, iran] = [2, 365, 710, 630].map(|code| c.number(code).unwrap());
    let year = |y: u16| usize::from(y - FIRST);
    assert_eq!(c.states().len(), 217);
    // The treaty of 2001 between Russia and Iran, and the rivalry of the United States and Iran.
    assert_eq!(c.sign(russia, iran, year(2005), Definition::A), 1);
    assert_eq!(c.sign(iran, usa, year(2005), Definition::C), -1);
    assert!(c.cell(russia, china, year(2005)).pact());
    // Bare non-aggression of 1975 makes no friends.
    assert!(c.cell(usa, russia, year(1998)).nonaggression());
    assert!(c.is_major(usa, year(1950)) && !c.is_major(iran, year(1950)));
    assert!(c.capability(usa, year(1945)) > c.capability(iran, year(1945)));
    assert_eq!(c.number(3), None);
}

/// Every sign of every year under every definition.
#[test]
fn signs_are_those_of_the_panel() {
    let Some(table) = shared("signed_dyad_years.csv.gz") else { return };
    let c = chronicle().unwrap();
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let column = |name: &str| head.iter().position(|h| *h == name).unwrap();
    let columns = ["ccode1", "ccode2", "year", "sign_a", "sign_b", "sign_c", "sign_d"].map(column);
    let mut panel: BTreeMap<(usize, usize, usize), [i8; 4]> = BTreeMap::new();
    for line in lines {
        let row: Vec<i64> = line.split(',').map(|x| x.parse().unwrap()).collect();
        let [a, b, year, signs @ ..] = columns.map(|at| row[at]);
        let number = |code: i64| c.number(u16::try_from(code).unwrap()).unwrap();
        let year = usize::try_from(year - i64::from(FIRST)).unwrap();
        panel.insert((number(a), number(b), year), signs.map(|s| i8::try_from(s).unwrap()));
    }
    assert_eq!(panel.len(), 127_674);
    let n = c.states().len();
    for (a, b) in (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))) {
        for year in 0..YEARS {
            let signs = Definition::ALL.map(|d| c.sign(a, b, year, d));
            assert_eq!(signs, panel.get(&(a, b, year)).copied().unwrap_or_default(), "{a} {b} {year}");
        }
    }
}

#[test]
fn turns_are_read_and_resolve() {
    let all = detente_history::turns().unwrap();
    assert!(all.all().len() >= 80);
    let base = detente_history::base().unwrap();
    for turn in all.all() {
        assert_eq!(base.record(&turn.record()).unwrap().kind, "turn");
        assert!(turn.decisive_act.date.first().is_some() && !turn.name.ar.is_empty() && !turn.name.en.is_empty(), "{}", turn.id);
    }
    let days: Vec<_> = all.all().iter().map(|t| t.decisive_act.date.first()).collect();
    assert!(days.is_sorted());
    assert_eq!(base.record(&detente_history::chronicle::record_id()).unwrap().kind, "chronicle");
}
