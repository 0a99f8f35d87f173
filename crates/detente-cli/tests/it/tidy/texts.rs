//! Every text file: its end, its line ends, its paths; and the form of the data.

use unicode_normalization::is_nfc;

use super::sources::is_hidden;
use crate::house::{files, none, text};

/// Where the folders of one machine begin. Joined here so that this file does not hold them.
fn machine_paths() -> Vec<String> {
    ["home", "root", "work", "Users"].iter().map(|folder| format!("/{folder}/")).collect()
}

#[test]
fn files_end_with_one_newline() {
    let mut wrong = Vec::new();
    for path in files("") {
        let Some(text) = text(&path) else { continue };
        if !text.is_empty() && (!text.ends_with('\n') || text.ends_with("\n\n")) {
            wrong.push(path);
        }
    }
    none(&wrong, "end the file with one newline");
}

#[test]
fn no_carriage_returns() {
    let wrong: Vec<String> = files("").into_iter().filter(|p| text(p).is_some_and(|t| t.contains('\r'))).collect();
    none(&wrong, "write line ends as LF");
}

#[test]
fn no_merge_is_left_undecided() {
    let marks = ["<".repeat(7) + " ", ">".repeat(7) + " "];
    let torn = |t: String| t.lines().any(|l| marks.iter().any(|m| l.starts_with(m.as_str())));
    let wrong: Vec<String> = files("").into_iter().filter(|p| text(p).is_some_and(torn)).collect();
    none(&wrong, "choose between the two sides and take the markers away");
}

/// A machine path at the beginning of a path, not in the middle of an address.
fn holds_machine_path(line: &str) -> bool {
    let begins = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_*}/~".contains(c));
    machine_paths().iter().any(|path| line.match_indices(path.as_str()).any(|(at, _)| begins(at)))
}

#[test]
fn no_paths_of_one_machine() {
    let mut wrong = Vec::new();
    for path in files("") {
        let text = text(&path).unwrap_or_default();
        let found = text.lines().enumerate().filter(|(_, l)| holds_machine_path(l));
        wrong.extend(found.map(|(n, l)| format!("{path}:{}: {}", n + 1, l.trim())));
    }
    none(&wrong, "name the file from the root of the repository");
}

#[test]
fn a_machine_path_is_told_from_an_address() {
    let home = format!("read /{}/anna/x.txt", "home");
    assert!(holds_machine_path(&home) && !holds_machine_path(&format!("https://example.org/{}/x", "home")));
}

/// Words that are matched are NFC and hold nothing that cannot be seen.
#[test]
fn data_is_nfc_and_shows_all_it_holds() {
    let mut wrong = Vec::new();
    // A model is numbers, compressed: nobody matches words of it.
    for path in files("data").into_iter().filter(|p| !p.ends_with(".gz")) {
        let text = text(&path).unwrap_or_else(|| panic!("{path} is not UTF-8 text"));
        let found = text.lines().enumerate().filter(|(_, l)| !is_nfc(l) || l.chars().any(is_hidden));
        wrong.extend(found.map(|(n, l)| format!("{path}:{}: {}", n + 1, l.trim().escape_unicode())));
    }
    none(&wrong, "normalise to NFC; write an invisible character as an escape of the format");
}
