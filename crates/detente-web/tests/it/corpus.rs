//! The corpora of the fuzz targets of the site, run as plain tests.

#[expect(unreachable_pub, clippy::expect_used, reason = "the fuzz targets, another crate, call the same functions")]
#[path = "../../../../fuzz/site/src/lib.rs"]
mod targets;

use std::path::Path;

fn run(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/site/corpus").join(target);
    let mut seeds: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path()).collect();
    seeds.sort();
    assert!(seeds.len() >= 3, "{} holds too few seeds", folder.display());
    for seed in seeds {
        check(&std::fs::read(seed).unwrap());
    }
}

#[test]
fn forms_of_readers() {
    run("form", targets::form);
}

#[test]
fn objects_of_programs() {
    run("json", targets::json);
}

#[test]
fn forms_of_the_desk() {
    run("desk", targets::desk);
}

#[test]
fn forms_with_files() {
    run("multipart", targets::multipart);
}

#[test]
fn feeds_of_others() {
    run("feed", targets::feed);
}
