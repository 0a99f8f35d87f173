//! The corpus of the fuzz target of issue files, run as a plain test.

#[expect(unreachable_pub, reason = "the fuzz target, another crate, calls the same function")]
#[path = "../../../../fuzz/src/issues.rs"]
mod issues;

#[test]
fn every_issue_of_the_corpus_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/bargain");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        issues::bargain(&std::fs::read(entry.unwrap().path()).unwrap());
        seen += 1;
    }
    assert!(seen > 0);
}
