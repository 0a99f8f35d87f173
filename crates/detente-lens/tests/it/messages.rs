//! Every message that the code names exists in both languages, with the same variables.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant};

type Variables = BTreeMap<String, BTreeSet<String>>;

const EN: &str = include_str!("../../../../data/messages/lens.en.ftl");
const AR: &str = include_str!("../../../../data/messages/lens.ar.ftl");
const SIX: [&str; 6] = ["few", "many", "one", "other", "two", "zero"];

fn sources(folder: &Path, out: &mut String) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, out);
        } else {
            out.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

/// The name in `head("name"…` at the start of `text`, and what follows the closing bracket.
fn call<'a>(text: &'a str, head: &str) -> Option<(&'a str, &'a str)> {
    let inner = text.trim_start().strip_prefix(head)?.trim_start().strip_prefix('"')?;
    let (name, _) = inner.split_once('"')?;
    let mut depth = 1;
    let end = inner.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth == 0
    })?;
    Some((name, &inner[end.0 + 1..]))
}

/// Ids and variables as the code builds them: `Message::new("id").with("name", …)`.
fn in_code() -> Variables {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    let mut out = Variables::new();
    for (at, _) in text.match_indices("Message::new(\"") {
        let (id, mut rest) = call(&text[at..], "Message::new(").unwrap();
        let mut names = BTreeSet::new();
        while let Some((name, next)) = call(rest, ".with(") {
            names.insert(name.to_owned());
            rest = next;
        }
        // The triads share their arguments, which are added after the choice of the message.
        if id.starts_with("balance-triad-") && names.is_empty() {
            names.extend(["actors", "before", "after"].map(str::to_owned));
        }
        if let Some(before) = out.insert(id.to_owned(), names.clone()) {
            assert_eq!(before, names, "{id} is built in two ways");
        }
    }
    out
}

fn expression(e: &Expression<&str>, out: &mut BTreeSet<String>, six: bool) {
    match e {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            out.insert(id.name.to_owned());
        }
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            expression(&Expression::Inline(selector.clone()), out, six);
            if six {
                assert_eq!(keys(variants), SIX);
            }
            for variant in variants {
                pattern(&variant.value, out, six);
            }
        }
    }
}

fn keys(variants: &[Variant<&str>]) -> Vec<String> {
    let key = |v: &Variant<&str>| match &v.key {
        fluent_syntax::ast::VariantKey::Identifier { name } => (*name).to_owned(),
        fluent_syntax::ast::VariantKey::NumberLiteral { value } => (*value).to_owned(),
    };
    let mut keys: Vec<String> = variants.iter().map(key).collect();
    keys.sort();
    keys
}

fn pattern(p: &Pattern<&str>, out: &mut BTreeSet<String>, six: bool) {
    for element in &p.elements {
        if let PatternElement::Placeable { expression: e } = element {
            expression(e, out, six);
        }
    }
}

fn in_file(text: &str, six: bool) -> Variables {
    let resource = fluent_syntax::parser::parse(text).unwrap();
    let mut out = Variables::new();
    for entry in &resource.body {
        if let Entry::Message(m) = entry {
            let mut names = BTreeSet::new();
            pattern(m.value.as_ref().unwrap(), &mut names, six);
            assert!(out.insert(m.id.name.to_owned(), names).is_none(), "{} twice", m.id.name);
        }
    }
    out
}

#[test]
fn code_and_both_languages_agree() {
    let code = in_code();
    assert!(code.len() > 60);
    for (language, file) in [("en", in_file(EN, false)), ("ar", in_file(AR, true))] {
        let missing: Vec<_> = code.iter().filter(|(id, v)| file.get(*id) != Some(v)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
        let unused: Vec<_> = file.keys().filter(|id| !code.contains_key(*id)).collect();
        assert!(unused.is_empty(), "{language}: {unused:?}");
    }
}

#[test]
fn every_message_formats_for_every_plural() {
    for (tag, text) in [("en", EN), ("ar", AR)] {
        let mut bundle = FluentBundle::new(vec![tag.parse().unwrap()]);
        bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
        for (id, names) in in_code() {
            for count in [0, 1, 2, 3, 11, 100] {
                let mut args = FluentArgs::new();
                for name in &names {
                    args.set(name.clone(), count);
                }
                let mut errors = Vec::new();
                let value = bundle.get_message(&id).unwrap().value().unwrap();
                let said = bundle.format_pattern(value, Some(&args), &mut errors);
                assert!(errors.is_empty() && !said.trim().is_empty(), "{tag} {id}: {errors:?}");
            }
        }
    }
}
