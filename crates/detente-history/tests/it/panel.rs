//! Panels against the field's package: the same rows, missing cells and sums.

use std::path::{Path, PathBuf};

use detente_history::panel::{Folder, Kind, Request, SystemKind, Unit, Wish};
use serde_json::Value;

/// The public files beside the repository; tests that need them are skipped where there are none.
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
pub(crate) fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/history");
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

/// The last year of `cow_ddy`, the directed dyad-years that the package ships.
const SHIPPED: i16 = 2024;
/// The last year of panels made on the day the reference was taken.
const MADE: i16 = 2025;

fn request(unit: Unit, system: SystemKind, to: i16, directed: bool, add: &[&str]) -> Request {
    let add = add.iter().map(|w| w.parse::<Wish>().unwrap()).collect();
    Request { unit, system: Some(system), from: 1816, to, directed, add }
}

/// The request that stands for a call of the package.
fn stands_for(name: &str) -> Request {
    use SystemKind::{Cow, Gw};
    use Unit::{DyadYears, StateDays, StateYears};
    let shipped = |add: &[&str]| request(DyadYears, Cow, SHIPPED, true, add);
    match name {
        "add_atop_alliance"
        | "add_capital_distance"
        | "add_cow_majors"
        | "add_cow_mids"
        | "add_democracy"
        | "add_gwcode_to_cow"
        | "add_nmc"
        | "add_strategic_rivalries" => shipped(&[name]),
        "add_cow_wars_inter" => shipped(&["cow_wars:inter"]),
        "filter_prd" => shipped(&["contiguity", "cow_majors", "filter_prd"]),
        "add_ccode_to_gw" => request(DyadYears, Gw, SHIPPED, true, &[name]),
        "add_spells_cowmid" => request(DyadYears, Cow, 2014, false, &["cow_mids:none", "spells"]),
        "create_dyadyears_cow" => request(DyadYears, Cow, MADE, true, &[]),
        "create_dyadyears_cow_nd" => request(DyadYears, Cow, MADE, false, &[]),
        "create_dyadyears_gw" => request(DyadYears, Gw, MADE, true, &[]),
        "create_statedays_cow" => request(StateDays, Cow, MADE, true, &[]),
        "create_stateyears_cow" => request(StateYears, Cow, MADE, true, &[]),
        "create_stateyears_gw" => request(StateYears, Gw, MADE, true, &[]),
        "full_pipeline" => request(DyadYears, Cow, 2014, false, &FULL),
        other => panic!("no request stands for the call `{other}` of the reference"),
    }
}

const FULL: [&str; 9] =
    ["atop_alliance", "cow_mids", "nmc", "contiguity", "capital_distance", "strategic_rivalries", "democracy", "igos", "spells"];

/// What differs between a call of the reference and our panel.
fn differences(call: &Value, folder: &Folder) -> Vec<String> {
    let name = call["name"].as_str().unwrap();
    let mut panel = stands_for(name).open(folder).unwrap();
    let (rows, summaries) = panel.summary().unwrap();
    let mut wrong = Vec::new();
    if Some(rows) != call["rows"].as_u64() {
        wrong.push(format!("{name}: {rows} rows, not {}", call["rows"]));
    }
    let wanted = call["cols"].as_object().unwrap();
    let ours: Vec<&str> = summaries.iter().map(|s| s.column.name.as_str()).collect();
    wrong.extend(wanted.keys().filter(|k| !ours.contains(&k.as_str())).map(|k| format!("{name}: no column {k}")));
    wrong.extend(ours.iter().filter(|o| !wanted.contains_key(**o)).map(|o| format!("{name}: column {o} too many")));
    for summary in &summaries {
        let Some(want) = wanted.get(&summary.column.name) else { continue };
        let counts = [("na", Some(summary.missing)), ("nonzero", Some(summary.nonzero)), ("distinct", summary.distinct)];
        let other = counts.iter().filter(|(key, got)| want.get(key).is_some() && want[key].as_u64() != *got);
        wrong.extend(other.map(|(key, got)| format!("{name}.{}: {key} {got:?}, not {}", summary.column.name, want[key])));
        if let Some(sum) = want["sum"].as_f64() {
            // Sums of decimals are printed with ten digits, and the files hold nine of each figure.
            let most = if summary.column.kind == Kind::Integer { 0.0 } else { 1e-9 * summary.scale };
            if (sum - summary.sum).abs() > most {
                wrong.push(format!("{name}.{}: sum {}, not {}", summary.column.name, summary.sum, want["sum"]));
            }
        }
    }
    wrong
}

#[test]
fn every_call_of_the_reference_is_reproduced() {
    let Some(path) = shared() else { return };
    let reference = std::fs::read_to_string(path.join("peacesciencer_reference.jsonl")).unwrap();
    let folder = Folder::new(&path);
    let mut wrong = Vec::new();
    for line in reference.lines() {
        wrong.extend(differences(&serde_json::from_str(line).unwrap(), &folder));
    }
    assert!(reference.lines().count() >= 19, "the reference is not whole");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_signed_panel_is_remade_to_the_letter() {
    use std::io::Read as _;
    let Some(path) = shared() else { return };
    let packed = std::fs::read(path.join("signed_dyad_years.csv.gz")).unwrap();
    let mut wanted = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut wanted).unwrap();
    let ours = detente_history::signed::Signed::read(&Folder::new(&path)).unwrap().csv((1816, 2014));
    let first = ours.lines().zip(wanted.lines()).position(|(a, b)| a != b);
    assert_eq!(first, None, "differs first at line {first:?}");
    assert_eq!(ours.lines().count(), wanted.lines().count());
}

#[test]
fn the_built_in_chronicle_gives_the_same_signed_panel() {
    use detente_history::{chronicle::chronicle, signed::Signed};
    let Some(path) = shared() else { return };
    let read = Signed::read(&Folder::new(&path)).unwrap().csv((1816, 2014));
    let ours = Signed::of_chronicle(chronicle().unwrap()).csv((1816, 2014));
    let first = ours.lines().zip(read.lines()).find(|(a, b)| a != b);
    assert_eq!(first, None);
    assert_eq!(ours.lines().count(), read.lines().count());
}
