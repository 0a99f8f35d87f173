//! What Rust source must not hold.

use crate::house::{files, none, root, text};

/// Runs of so many Arabic letters are affixes, the grammar's own letters; longer ones are words.
const AFFIX: usize = 3;

/// Source in which Arabic words stand all the same, and why.
const ARABIC: [(&str, &str); 3] = [
    ("crates/detente-coder/src/conditional.rs", "folded conjunctions that end a condition, beside their English ones"),
    ("crates/detente-coder/src/event.rs", "folded pronouns of the one just named, beside their English ones"),
    ("crates/detente-coder/src/transfer.rs", "the same pronouns"),
];

/// Tests in which they do: a table of readings is checked by reading both sides of one line.
const ARABIC_TESTS: [(&str, &str); 6] = [
    ("crates/detente-coder/", "what is read and how it is read stand on one line, to be compared by eye"),
    ("crates/detente-codebook/src/fold.rs", "folding is shown word by word"),
    ("crates/detente-ledger/", "one short text that is searched for in every spelling"),
    ("crates/detente-lens/src/evidence/", "two capitals in a sentence of four words"),
    ("crates/detente-lens/tests/it/evidence.rs", "one hedge in each language"),
    ("crates/detente/src/question/words.rs", "verb forms that the rule builds"),
];

/// Calls that tie an answer to one machine or one moment, or that speak to a terminal.
const OUTSIDE: [&str; 11] = [
    "println!",
    "print!",
    "eprintln!",
    "eprint!",
    "dbg!",
    "std::env::",
    "std::process::",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
];

fn rust() -> Vec<String> {
    ["crates", "bench", "fuzz"].iter().flat_map(|f| files(f)).filter(|p| p.ends_with(".rs")).collect()
}

fn is_library(path: &str) -> bool {
    let mut parts = path.split('/');
    let named = |part: Option<&str>, name: &str| part == Some(name);
    named(parts.next(), "crates")
        && !["detente-cli", "detente-web"].contains(&parts.next().unwrap_or(""))
        && named(parts.next(), "src")
}

fn lines(path: &str, text: &str, wrong: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let fault = |(n, line)| wrong(line).map(|what| format!("{path}:{}: {what}", n + 1));
    text.lines().enumerate().filter_map(fault).collect()
}

fn is_arabic_letter(c: char) -> bool {
    let blocks =
        ['\u{600}'..='\u{6ff}', '\u{750}'..='\u{77f}', '\u{8a0}'..='\u{8ff}', '\u{fb50}'..='\u{fdff}', '\u{fe70}'..='\u{fefc}'];
    c.is_alphabetic() && blocks.iter().any(|b| b.contains(&c))
}

/// Characters that change how the text around them is ordered, or that cannot be seen.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}')
}

/// The longest run of Arabic letters in the code of a line; remarks may quote words.
fn longest_run(line: &str) -> usize {
    let code = if line.trim_start().starts_with("//") { "" } else { line.split(" // ").next().unwrap_or("") };
    let runs = code.split(|c: char| !is_arabic_letter(c)).map(|run| run.chars().count());
    runs.max().unwrap_or(0)
}

/// The source of a file, and its tests: those of a test file, or what follows `#[cfg(test)]`.
fn parts(path: &str, text: &str) -> (String, String) {
    if path.contains("/tests/") || path.ends_with("/tests.rs") {
        return (String::new(), text.to_owned());
    }
    let (source, tests) = text.split_once("#[cfg(test)]\nmod tests {").unwrap_or((text, ""));
    // The tests keep their line numbers.
    (source.to_owned(), "\n".repeat(source.matches('\n').count() + 1) + tests)
}

/// Complaints about Arabic words outside the excepted files and folders, and about exceptions of nothing.
fn arabic_words(excepted: &[(&str, &str)], part: impl Fn(&str, &str) -> String) -> Vec<String> {
    let missing = excepted.iter().filter(|(path, _)| !root().join(path).exists());
    let mut wrong: Vec<String> = missing.map(|(path, _)| format!("{path} is an exception and does not exist")).collect();
    for path in rust().iter().filter(|p| !excepted.iter().any(|(start, _)| p.starts_with(start))) {
        let word = |l: &str| (longest_run(l) > AFFIX).then(|| l.trim().to_owned());
        wrong.extend(lines(path, &part(path, &text(path).unwrap()), word));
    }
    wrong
}

#[test]
fn no_arabic_words_in_source() {
    none(&arabic_words(&ARABIC, |path, text| parts(path, text).0), "move the words to a file under data");
}

#[test]
fn no_arabic_words_in_tests() {
    none(&arabic_words(&ARABIC_TESTS, |path, text| parts(path, text).1), "move the words to a data file of the test");
}

#[test]
fn no_hidden_characters_in_source() {
    let hidden = |l: &str| l.chars().find(|c| is_hidden(*c)).map(|c| c.escape_unicode().to_string());
    let wrong: Vec<String> = rust().iter().flat_map(|p| lines(p, &text(p).unwrap(), hidden)).collect();
    none(&wrong, "write it as an escape, \\u{…}");
}

/// Whether `call` stands in a line that is code.
fn calls(line: &str, call: &str) -> bool {
    let code = line.split("//").next().unwrap_or("");
    let starts = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(call).any(|(at, _)| starts(at))
}

#[test]
fn libraries_touch_nothing_outside() {
    let outside = |l: &str| OUTSIDE.iter().find(|call| calls(l, call)).map(|call| format!("`{call}`"));
    let libraries = rust().into_iter().filter(|p| is_library(p) && !p.ends_with("tests.rs"));
    let wrong: Vec<String> = libraries.flat_map(|p| lines(&p, &text(&p).unwrap(), outside)).collect();
    none(&wrong, "take the clock, the seed or the path as an argument; return words instead of printing them");
}

#[test]
fn lenses_do_not_call_each_other() {
    let of_lens = |path: &str| Some(path.strip_prefix("crates/detente-lens/src/")?.split_once('/')?.0.to_owned());
    let sources: Vec<String> = rust();
    let mut lenses: Vec<String> = sources.iter().filter_map(|p| of_lens(p)).filter(|l| l != "relations").collect();
    lenses.sort();
    lenses.dedup();
    assert!(lenses.len() >= 3, "the lenses are not where they are looked for");
    let mut wrong = Vec::new();
    for path in &sources {
        let Some(own) = of_lens(path) else { continue };
        let other = |l: &str| {
            lenses.iter().find(|o| **o != own && calls(l, &format!("crate::{o}"))).map(|o| format!("uses the {o} lens"))
        };
        wrong.extend(lines(path, &text(path).unwrap(), other));
    }
    none(&wrong, "move what both need to a module of its own beside the lenses");
}

#[test]
fn the_checks_tell_good_from_bad() {
    assert!(calls("    println!(\"x\");", "println!") && !calls("    // println!", "println!"));
    assert!(!calls("    eprintln!(\"x\");", "println!") && is_library("crates/detente-lens/src/lens.rs"));
    assert!(!is_library("crates/detente-cli/src/lib.rs") && !is_library("crates/detente-lens/tests/it/main.rs"));
    assert!(is_arabic_letter('\u{645}') && !is_arabic_letter('\u{61f}') && !is_arabic_letter('x'));
    assert!(is_hidden('\u{202e}') && !is_hidden('\u{645}'));
}
