//! The style of the page: directions by logic, contrast by WCAG 2.2, Arabic set as Arabic.

use detente::render::html;
use detente_codebook::Language;

use crate::sample;

fn style() -> String {
    let page = html(&sample::rich(), Language::Ar);
    let (_, rest) = page.split_once("<style>").unwrap();
    rest.split_once("</style>").unwrap().0.to_owned()
}

#[test]
fn directions_are_logical() {
    let css = style();
    let words = css.split(|c: char| !c.is_ascii_alphanumeric());
    let bad = words.filter(|w| ["left", "right"].contains(w)).count();
    assert_eq!(bad, 0, "a physical direction stands in the style");
}

#[test]
fn arabic_is_not_spaced_or_slanted_and_has_room() {
    let css = style();
    assert!(!css.contains("letter-spacing") && !css.contains("italic"));
    let (_, arabic) = css.split_once(":lang(ar) { line-height: ").unwrap();
    assert!(arabic.split_once(';').unwrap().0.parse::<f64>().unwrap() >= 1.7);
}

#[test]
fn it_prints_on_a4_and_knows_the_dark() {
    let css = style();
    assert!(css.contains("@media print") && css.contains("size: A4"));
    assert!(css.contains("@media screen and (prefers-color-scheme: dark)"));
}

/// The colours of a block of variables: name and value.
fn colours(block: &str) -> Vec<(&str, [f64; 3])> {
    let lines = block.lines().filter_map(|l| l.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"));
    lines.map(|(name, hex)| (name, rgb(hex))).collect()
}

fn rgb(hex: &str) -> [f64; 3] {
    let channel = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
    [channel(0), channel(2), channel(4)]
}

/// Relative luminance, WCAG 2.2.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn words_stand_out_from_every_ground() {
    let css = style();
    let (light, rest) = css.split_once("@media screen and (prefers-color-scheme: dark)").unwrap();
    let dark = rest.split_once("* {").unwrap().0;
    for (scheme, block) in [("light", light), ("dark", dark)] {
        let all = colours(block);
        let get = |name: &str| all.iter().find(|(n, _)| *n == name).unwrap_or_else(|| panic!("{scheme} {name}")).1;
        for ink in ["ink", "muted", "accent", "friendly", "hostile"] {
            for ground in ["paper", "panel"] {
                let ratio = contrast(get(ink), get(ground));
                assert!(ratio >= 4.5, "{scheme}: {ink} on {ground} is {ratio:.2}");
            }
        }
        for (ink, ground) in [("ink", "mark"), ("ink", "halo-shift"), ("ink", "halo-target"), ("ink", "holds")] {
            assert!(contrast(get(ink), get(ground)) >= 4.5, "{scheme}: {ink} on {ground}");
        }
        for (ink, ground) in [("paper", "hostile"), ("paper", "friendly"), ("paper", "ink")] {
            assert!(contrast(get(ink), get(ground)) >= 4.5, "{scheme}: {ink} on {ground}");
        }
    }
}
