//! Every message exists in Arabic and in English, once.

use std::collections::BTreeMap;

use crate::house::{files, none, text};

/// The ids of a Fluent file, in order.
fn ids(ftl: &str) -> Vec<String> {
    let id = |line: &str| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let letters = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        (id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && id.chars().all(letters)).then(|| id.to_owned())
    };
    ftl.lines().filter_map(id).collect()
}

/// The name and language of a message file: `data/messages/lens.ar.ftl`.
fn name(path: &str) -> Option<(String, String)> {
    let (name, language) = path.strip_suffix(".ftl")?.rsplit_once('.')?;
    Some((name.to_owned(), language.to_owned()))
}

#[test]
fn both_languages_say_everything_once() {
    let mut found: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for path in files("").iter().filter(|p| p.ends_with(".ftl")) {
        let (name, language) = name(path).unwrap_or_else(|| panic!("{path}: name it NAME.ar.ftl or NAME.en.ftl"));
        found.entry(name).or_default().insert(language, ids(&text(path).unwrap()));
    }
    assert!(!found.is_empty(), "there are no message files");
    let mut wrong = Vec::new();
    for (name, languages) in &found {
        wrong.extend(faults(name, languages));
    }
    none(&wrong, "say it in both languages, under one id");
}

fn faults(name: &str, languages: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let none = Vec::new();
    let (ar, en) = (languages.get("ar").unwrap_or(&none), languages.get("en").unwrap_or(&none));
    let lacking = |a: &[String], b: &[String], tongue: &str| -> Vec<String> {
        a.iter().filter(|id| !b.contains(id)).map(|id| format!("{name}.{tongue}.ftl lacks `{id}`")).collect()
    };
    let twice = |ids: &[String], tongue: &str| -> Vec<String> {
        let again = |(n, id): &(usize, &String)| ids[..*n].contains(id);
        ids.iter().enumerate().filter(again).map(|(_, id)| format!("{name}.{tongue}.ftl has `{id}` twice")).collect()
    };
    [lacking(ar, en, "en"), lacking(en, ar, "ar"), twice(ar, "ar"), twice(en, "en")].concat()
}

#[test]
fn ids_are_read() {
    assert_eq!(
        ids("# a = b\none = 1\n  .attr = x\n-term = T\ntwo =\n    { $n ->\n        [one] a = b\n    }\n"),
        ["one", "-term", "two"]
    );
    let languages = [("ar", vec!["a"]), ("en", vec!["a", "b", "b"])];
    let owned = languages.map(|(l, ids)| (l.to_owned(), ids.into_iter().map(str::to_owned).collect())).into();
    assert_eq!(faults("x", &owned), ["x.ar.ftl lacks `b`", "x.ar.ftl lacks `b`", "x.en.ftl has `b` twice"]);
}
