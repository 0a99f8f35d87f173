//! The documents name only what exists.

use crate::house::{none, root, text};

const DOCUMENTS: [&str; 6] =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/glossary.md", "docs/compare.md"];
const FOLDERS: [&str; 9] = ["crates/", "data/", "docs/", "gold/", "examples/", "schemas/", "bench/", "fuzz/", ".ci/"];

/// What stands in backquotes and looks like a path of the repository.
fn paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .filter(|q| FOLDERS.iter().any(|f| q.starts_with(f)) && !q.contains([' ', '*', '<', '{']) && !q.contains("NAME"))
        .collect()
}

/// The targets of links that stay in the repository.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    targets.filter(|t| !t.contains("://") && !t.starts_with('#')).map(|t| t.split('#').next().unwrap_or(t)).collect()
}

#[test]
fn documents_name_what_exists() {
    let mut wrong = Vec::new();
    for document in DOCUMENTS {
        let text = text(document).unwrap();
        let folder = root().join(document).parent().unwrap().to_path_buf();
        wrong.extend(paths(&text).iter().filter(|p| !root().join(p).exists()).map(|p| format!("{document}: `{p}`")));
        wrong.extend(links(&text).iter().filter(|l| !folder.join(l).exists()).map(|l| format!("{document}: ({l})")));
    }
    none(&wrong, "name the file by its present path");
}

#[test]
fn the_map_stays_a_map() {
    let map = text("ARCHITECTURE.md").unwrap();
    assert!(map.lines().count() < 200, "ARCHITECTURE.md has 200 lines or more: move detail to the modules");
    let crates = std::fs::read_dir(root().join("crates")).unwrap();
    for name in crates.map(|e| e.unwrap().file_name().into_string().unwrap()) {
        assert!(map.contains(&format!("`crates/{name}`")), "ARCHITECTURE.md does not say what {name} knows");
    }
}

#[test]
fn the_licences_are_there() {
    assert!(text("LICENSE-MIT").unwrap().starts_with("MIT License"));
    assert!(text("LICENSE-APACHE").unwrap().contains("Version 2.0, January 2004"));
}
