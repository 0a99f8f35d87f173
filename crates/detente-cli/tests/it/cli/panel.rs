//! Panels from a folder of public files, down to the bytes that are written.

use crate::run::Desk;

/// Two states, one of which left and came back, and one figure of each.
fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("public")).unwrap();
    let files = [
        (
            "cow_states.csv",
            "ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday\n2,\"America, United States of\",1816,1,1,1822,12,31\n\
             220,France,1816,1,1,1818,6,1\n220,France again,1821,1,1,1822,12,31\n",
        ),
        ("gw_system.csv", "gwcode,gw_name,microstate,start,end\n2,USA,0,1816-01-01,1822-12-31\n"),
        ("false_cow_dyads.csv", "ccode1,ccode2,year\n"),
        ("false_gw_dyads.csv", "gwcode1,gwcode2,year\n"),
        ("majors.csv", "endyear,styear,ccode\n1817,1816,220\n1822,1822,220\n"),
    ];
    files.iter().for_each(|(name, text)| desk.put(&format!("public/{name}"), text));
    desk
}

fn panel(desk: &Desk, more: &[&str]) -> crate::run::Ran {
    desk.run(&[&["panel"], more, &["--history", "public"]].concat())
}

#[test]
fn states_and_dyads_with_majors() {
    let desk = desk();
    let states = panel(&desk, &["state-years", "--from", "1817", "--to", "1822", "--add", "cow_majors"]);
    assert_eq!(
        states.out,
        "ccode,cw_name,year,cowmaj\n2,\"America, United States of\",1817,0\n2,\"America, United States of\",1818,0\n\
         2,\"America, United States of\",1819,0\n2,\"America, United States of\",1820,0\n2,\"America, United States of\",1821,0\n\
         2,\"America, United States of\",1822,0\n220,France,1817,1\n220,France,1818,0\n220,France again,1821,0\n220,France again,1822,1\n"
    );
    let dyads = panel(&desk, &["dyad-years", "--directed", "--from", "1817", "--to", "1821", "--out", "d.csv"]);
    assert_eq!((dyads.code, dyads.out.as_str()), (0, ""), "{}", dyads.err);
    let written = std::fs::read_to_string(desk.path("d.csv")).unwrap();
    assert_eq!(written, "ccode1,ccode2,year\n2,220,1817\n2,220,1818\n2,220,1821\n220,2,1817\n220,2,1818\n220,2,1821\n");
    let days = panel(&desk, &["dyad-days", "--from", "1818", "--to", "1821"]);
    assert_eq!(days.out.lines().count(), 1 + 152 + 365, "to 1 June 1818, and all of 1821");
}

#[test]
fn an_import_is_remembered() {
    let desk = desk();
    let home = desk.path("home").to_string_lossy().into_owned();
    let desk = desk.with("HOME", &home);
    let nothing = desk.run(&["panel", "state-years"]);
    assert_eq!(nothing.code, 3, "{}", nothing.err);
    let import = desk.run(&["history", "import", "public"]);
    assert_eq!(import.code, 0, "{}", import.err);
    assert!(import.out.contains("cow_majors") && import.out.contains("not there"), "{}", import.out);
    assert_eq!(desk.run(&["panel", "state-years", "--to", "1816"]).out.lines().count(), 3);
}

#[test]
fn faults_are_named_with_file_line_and_column() {
    let cases = [
        ("majors.csv", "ccode,styear,endyear\n221,1816,1817\n", "majors.csv: line 2, column ccode: `221` is no code"),
        ("majors.csv", "ccode,styear,endyear\n220,1819,1820\n", "majors.csv: line 2, column ccode: `220` was no member"),
        ("majors.csv", "ccode,styear\n220,1816\n", "majors.csv: line 1: there is no column `endyear`"),
        ("majors.csv", "ccode,styear,endyear\n220,1816\n", "majors.csv: line 2: 2 fields where the header has 3"),
        ("majors.csv", "ccode,styear,endyear\n220,then,1817\n", "majors.csv: line 2, column styear: `then` is no whole number"),
    ];
    for (file, text, told) in cases {
        let desk = desk();
        desk.put(&format!("public/{file}"), text);
        let ran = panel(&desk, &["state-years", "--add", "cow_majors"]);
        assert!(ran.code == 4 && ran.err.contains(told), "{text}: {}", ran.err);
    }
    let desk = desk();
    let ran = panel(&desk, &["state-years", "--add", "nmd"]);
    assert!(ran.code == 3 && ran.err.contains("no data set is named `nmd`"), "{}", ran.err);
    let ran = panel(&desk, &["state-years", "--system", "gw", "--add", "cow_majors"]);
    assert!(ran.code == 2 && ran.err.contains("add `ccode_to_gw` before it"), "{}", ran.err);
    assert!(!desk.path("d.csv.part").exists());
}

#[test]
fn doubles_and_damage_are_found() {
    let desk = desk();
    let header = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n";
    desk.put("public/nmc6.csv", format!("{header}2,1816,,1,0,0,8,0,0.1\n2,1816,,1,0,0,8,0,0.1\n"));
    let ran = panel(&desk, &["state-years", "--add", "nmc"]);
    assert!(
        ran.code == 4 && ran.err.contains("nmc6.csv: line 3, column ccode: 2 in 1816 stands already in line 2"),
        "{}",
        ran.err
    );
    let tenure = "2,220,5,1816-01-01,1818-01-01\n";
    desk.put("public/contiguity.csv", format!("ccode1,ccode2,conttype,stdate,enddate\n{tenure}{tenure}"));
    let ran = panel(&desk, &["dyad-years", "--add", "contiguity"]);
    let told = "contiguity.csv: line 3, column stdate: 2-220 from 1816-01-01 stands already in line 2";
    assert!(ran.code == 4 && ran.err.contains(told), "{}", ran.err);
    // A compressed file that breaks off.
    std::fs::remove_file(desk.path("public/nmc6.csv")).unwrap();
    desk.put("public/nmc6.csv.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b]);
    let ran = panel(&desk, &["state-years", "--add", "nmc"]);
    assert!(ran.code == 4 && ran.err.contains("nmc6.csv.gz: the compressed file breaks off"), "{}", ran.err);
}
