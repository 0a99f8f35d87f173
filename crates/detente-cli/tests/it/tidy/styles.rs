//! Styles speak of start and end, so that Arabic pages mirror.

use crate::house::{files, none, text};

/// The physical directions as words of a style sheet, comments left out.
fn physical(css: &str) -> Vec<&'static str> {
    let code = without_comments(css);
    let words: Vec<&str> = code.split(|c: char| !c.is_ascii_alphabetic()).collect();
    ["left", "right"].into_iter().filter(|side| words.contains(side)).collect()
}

fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[test]
fn styles_are_logical() {
    let mut wrong = Vec::new();
    for path in files("").into_iter().filter(|p| p.ends_with(".css")) {
        wrong.extend(physical(&text(&path).unwrap()).iter().map(|side| format!("{path}: `{side}`")));
    }
    none(&wrong, "use inline-start and inline-end, or start and end");
}

#[test]
fn a_physical_property_is_found() {
    assert_eq!(physical("p { margin-left: 1em } /* right */"), ["left"]);
    assert_eq!(physical("p { text-align: right; float: left }"), ["left", "right"]);
    assert!(physical("p { margin-inline-start: 1em; inset-inline: 0 }").is_empty());
}
