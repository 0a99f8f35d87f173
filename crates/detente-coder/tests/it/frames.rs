//! The frames, each held to a sentence of our own that needs it, and robustness of long sentences.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use detente_codebook::{CameoCode, Language};
use detente_coder::code_events;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sentences() -> Vec<Value> {
    let text = std::fs::read_to_string(root().join("gold/frames.jsonl")).unwrap();
    text.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// Every frame with its code, by file.
fn frames() -> Vec<(String, String, Option<String>)> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(root().join("data/frames")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file: toml::Value = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for frame in file.get("frame").and_then(toml::Value::as_array).into_iter().flatten() {
            let field = |key: &str| frame.get(key).and_then(toml::Value::as_str).map(str::to_owned);
            out.push((name.clone(), field("id").unwrap(), field("cameo")));
        }
    }
    out
}

/// The part of a code that places an actor: its state or organisation.
fn place(code: &str) -> &str {
    code.get(..if code.starts_with("IGO") { 6 } else { 3 }).unwrap_or(code)
}

/// Why a sentence is not coded by the frame it is for, if so.
fn failure(line: &Value) -> Option<String> {
    let field = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
    let language = if field("lang") == "ar" { Language::Ar } else { Language::En };
    let coded = serde_json::to_value(code_events(&field("text"), Some(language), None)).unwrap();
    let rule = format!("frames/{}", field("frame"));
    let stands = |want: &Value| {
        coded["events"].as_array().into_iter().flatten().any(|e| {
            let side = |key: &str| place(e[key].as_str().unwrap_or_default()) == place(want[key].as_str().unwrap_or_default());
            e["rule"] == rule && side("source") && side("target")
        })
    };
    let all = line["events"].as_array().unwrap();
    (!all.iter().all(stands)).then(|| format!("{}: {} gives {}", field("id"), field("text"), coded["events"]))
}

#[test]
fn every_sentence_is_coded_by_the_frame_it_is_for() {
    let failures: Vec<String> = sentences().iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_later_frame_has_a_sentence_that_needs_it() {
    let needed: BTreeSet<String> = sentences().iter().filter_map(|l| l["frame"].as_str().map(str::to_owned)).collect();
    let first = ["core", "cooperation", "conflict", "reactions", "speech"];
    let bare: Vec<String> = frames()
        .into_iter()
        .filter(|(file, id, _)| !first.contains(&file.as_str()) && !needed.contains(id))
        .map(|f| f.1)
        .collect();
    assert!(bare.is_empty(), "no sentence in gold/frames.jsonl for {bare:?}");
}

#[test]
fn the_frames_cover_every_root_and_every_type() {
    let codes: Vec<CameoCode> = frames().into_iter().filter_map(|f| f.2).map(|c| c.parse().unwrap()).collect();
    assert!(codes.len() >= 600, "{} frames", codes.len());
    let roots: BTreeSet<&str> = codes.iter().map(CameoCode::root).collect();
    let types: BTreeSet<&str> = codes.iter().filter_map(CameoCode::plover).map(|p| p.name()).collect();
    assert_eq!(roots.len(), 20, "{roots:?}");
    assert_eq!(types.len(), 16, "{types:?}");
}

/// A hostile sentence is read in time, and what was cut is said.
fn read_in_time(name: &str, text: &str, language: Language) {
    let started = Instant::now();
    let coding = code_events(text, Some(language), None);
    assert!(started.elapsed() < Duration::from_secs(30), "{name}: {:?}", started.elapsed());
    assert!(coding.gaps.iter().any(|g| g.reason.contains("parts")), "{name} is cut and does not say so");
}

#[test]
fn endless_sentences_are_read_in_time() {
    let names = ["France", "Chad", "Peru", "Japan", "Kenya"];
    let list: Vec<&str> = names.iter().copied().cycle().take(100_000).collect();
    read_in_time("names", &format!("{} signed a treaty with Chad.", list.join(", ")), Language::En);
    read_in_time("commas", &",".repeat(100_000), Language::En);
    let words: Vec<&str> = ["Chad", "attacked", "the", "old", "town", "and"].into_iter().cycle().take(10_000).collect();
    read_in_time("words", &words.join(" "), Language::En);
    read_in_time("quotes", &"\"Chad\" said ".repeat(10_000), Language::En);
}

#[test]
fn a_long_list_says_how_much_of_it_is_coded() {
    let list: Vec<&str> = ["France", "Chad", "Peru", "Japan", "Kenya"].into_iter().cycle().take(60).collect();
    let coding = code_events(&format!("{} and Italy attacked Malta.", list.join(", ")), Some(Language::En), None);
    assert!(coding.gaps.iter().any(|g| g.reason.starts_with("a list of 61 actors")), "{:?}", coding.gaps);
    assert!(!coding.events.is_empty());
}
