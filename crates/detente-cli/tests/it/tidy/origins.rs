//! Every data file has an origin, and every origin a data file.

use detente_codebook::{Digest, Origin};

use crate::house::{files, none, root, text};

const FOLDERS: [&str; 3] = ["data", "gold", "examples"];
const ENDING: &str = ".origin.toml";
const MEND: &str = "CONTRIBUTING.md says what an origin file holds";

fn is_data(path: &str) -> bool {
    !path.ends_with(ENDING) && !path.ends_with("README.md")
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The origin of a file: beside it, or that of its folder.
fn origin(path: &str, all: &[String]) -> Option<String> {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let own = format!("{stem}{ENDING}");
    let shared = format!("{}/folder{ENDING}", folder(path));
    [own, shared].into_iter().find(|o| all.contains(o))
}

fn all() -> Vec<String> {
    FOLDERS.iter().flat_map(|f| files(f)).collect()
}

#[test]
fn every_data_file_has_an_origin() {
    let all = all();
    assert!(all.len() > 100, "the data is not where it is looked for");
    let bare: Vec<String> = all.iter().filter(|p| is_data(p) && origin(p, &all).is_none()).cloned().collect();
    none(&bare, MEND);
}

#[test]
fn every_origin_has_its_file() {
    let all = all();
    let serves = |o: &String| all.iter().any(|p| is_data(p) && origin(p, &all).as_ref() == Some(o));
    let idle: Vec<String> = all.iter().filter(|o| o.ends_with(ENDING) && !serves(o)).cloned().collect();
    none(&idle, "take the origin file away, or name it as its data file is named");
}

#[test]
fn every_origin_is_filled_in() {
    let mut wrong = Vec::new();
    for path in all().iter().filter(|p| p.ends_with(ENDING)) {
        let text = text(path).unwrap();
        match toml::from_str::<Origin>(&text) {
            Ok(origin) => wrong.extend(faults(&origin, path, &text).into_iter().map(|fault| format!("{path}: {fault}"))),
            Err(error) => wrong.push(format!("{path}: {}", error.message())),
        }
    }
    none(&wrong, MEND);
}

fn faults(origin: &Origin, path: &str, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let fields = [
        ("title", &origin.title),
        ("producer", &origin.producer),
        ("citation", &origin.citation),
        ("version", &origin.version),
        ("licence", &origin.licence),
        ("method", &origin.method),
    ];
    out.extend(fields.iter().filter(|(_, value)| value.trim().is_empty()).map(|(field, _)| format!("`{field}` is empty")));
    if !["cited", "recalled", "mixed"].contains(&origin.confidence.as_str()) {
        out.push(format!("`confidence` is `{}`, not cited, recalled or mixed", origin.confidence));
    }
    // The project began in 2026; a year far off is a slip of the pen (it has happened to others: 1860).
    match origin.date_accessed.date {
        Some(date) if (2026..2036).contains(&date.year) => {}
        _ => out.push(format!("`date_accessed` is `{}`, which is no plausible day", origin.date_accessed)),
    }
    let shared = path.ends_with("/folder.origin.toml");
    if shared && !text.lines().any(|l| l.starts_with("covers")) {
        out.push("an origin of a whole folder says in `covers` what it covers".to_owned());
    }
    if let Some(given) = &origin.sha256 {
        out.extend(hash_fault(path, given));
    }
    out
}

/// What is wrong with a stated digest: it must be that of the one file beside it.
fn hash_fault(path: &str, given: &str) -> Option<String> {
    let all = files(folder(path));
    let mine = |p: &&String| is_data(p) && origin(p, &all).as_deref() == Some(path);
    let found: Vec<String> =
        all.iter().filter(mine).map(|p| Digest::of(&std::fs::read(root().join(p)).unwrap()).to_string()).collect();
    (!found.iter().any(|f| f == given)).then(|| format!("`sha256` is {given}, the file has {}", found.join(", ")))
}
