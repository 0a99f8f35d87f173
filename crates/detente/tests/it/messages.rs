//! The messages around a brief exist in both languages, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

type Variables = BTreeMap<String, BTreeSet<String>>;

const SIX: [&str; 6] = ["few", "many", "one", "other", "two", "zero"];

fn file(name: &str) -> String {
    let path = format!("{}/../../data/messages/{name}.ftl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn selected(e: &Expression<String>, six: bool, out: &mut BTreeSet<String>) {
    match e {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            out.insert(id.name.clone());
        }
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            selected(&Expression::Inline(selector.clone()), six, out);
            let mut keys: Vec<&str> = variants
                .iter()
                .map(|v| match &v.key {
                    VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => name.as_str(),
                })
                .collect();
            keys.sort_unstable();
            assert!(!six || keys == SIX, "an Arabic message has only {keys:?}");
            variants.iter().for_each(|v| pattern(&v.value, six, out));
        }
    }
}

fn pattern(p: &Pattern<String>, six: bool, out: &mut BTreeSet<String>) {
    for element in &p.elements {
        if let PatternElement::Placeable { expression } = element {
            selected(expression, six, out);
        }
    }
}

fn variables(text: String, six: bool) -> Variables {
    let resource = fluent_syntax::parser::parse(text).unwrap();
    let mut out = Variables::new();
    for entry in &resource.body {
        if let Entry::Message(m) = entry {
            let mut names = BTreeSet::new();
            pattern(m.value.as_ref().unwrap(), six, &mut names);
            assert!(out.insert(m.id.name.clone(), names).is_none(), "{} stands twice", m.id.name);
        }
    }
    out
}

#[test]
fn both_languages_have_the_same_messages_and_variables() {
    for name in ["brief", "page", "site"] {
        let en = variables(file(&format!("{name}.en")), false);
        let ar = variables(file(&format!("{name}.ar")), true);
        assert_eq!(en.keys().collect::<Vec<_>>(), ar.keys().collect::<Vec<_>>(), "{name}");
        for (id, names) in &en {
            assert_eq!(Some(names), ar.get(id), "{name}: {id}");
        }
    }
}
