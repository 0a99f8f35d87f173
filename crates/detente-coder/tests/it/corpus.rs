//! The corpora of the fuzz targets, run as plain tests.

#[expect(unreachable_pub, reason = "the fuzz targets, another crate, call the same functions")]
#[path = "../../../../fuzz/src/checks.rs"]
mod checks;

use std::path::Path;

fn run(target: &str, check: fn(&[u8])) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let files = std::fs::read_dir(&dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
    let mut paths: Vec<_> = files.map(|f| f.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 2, "{} holds no seeds", dir.display());
    for path in paths {
        check(&std::fs::read(&path).unwrap());
    }
}

#[test]
fn reader() {
    run("read", checks::read);
}

#[test]
fn dates() {
    run("dates", checks::dates);
}

#[test]
fn furniture() {
    run("furniture", checks::furniture);
}

#[test]
fn anchor() {
    run("anchor", checks::anchor);
}

#[test]
fn code() {
    run("code", checks::code);
}

#[test]
fn dictionary() {
    run("dictionary", checks::dictionary);
}
