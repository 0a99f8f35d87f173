//! The part of JSON Schema (draft 2020-12) that our schemas use. A full validator would double the time to build
//! the tests; a keyword that this check does not know is an error, so that nothing is passed over in silence.

use regex::Regex;
use serde_json::{Map, Value};

const SAYS_NOTHING: [&str; 6] = ["$schema", "$id", "$defs", "title", "description", "$comment"];
const CHECKED: [&str; 16] = [
    "$ref",
    "type",
    "const",
    "enum",
    "anyOf",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "minItems",
    "maxItems",
    "minLength",
    "pattern",
    "minimum",
    "maximum",
    "default",
];

/// Keywords of a schema that the check does not know.
pub(super) fn unknown(schema: &Value) -> Vec<String> {
    let Some(fields) = schema.as_object() else { return Vec::new() };
    let mut out = Vec::new();
    for (keyword, value) in fields {
        match keyword.as_str() {
            "properties" | "$defs" => out.extend(value.as_object().into_iter().flatten().flat_map(|(_, s)| unknown(s))),
            "items" | "additionalProperties" => out.extend(unknown(value)),
            "anyOf" => out.extend(value.as_array().into_iter().flatten().flat_map(unknown)),
            k if SAYS_NOTHING.contains(&k) || CHECKED.contains(&k) => {}
            k => out.push(k.to_owned()),
        }
    }
    out
}

/// Where a value does not fit a schema: JSON Pointer and complaint.
pub(super) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    Check { root: schema, out: &mut out }.value(schema, value, "");
    out
}

struct Check<'a> {
    root: &'a Value,
    out: &'a mut Vec<String>,
}

impl Check<'_> {
    fn say(&mut self, at: &str, what: &str) {
        self.out.push(format!("{}: {what}", if at.is_empty() { "/" } else { at }));
    }

    fn value(&mut self, schema: &Value, value: &Value, at: &str) {
        let Some(keywords) = schema.as_object() else {
            if *schema == Value::Bool(false) {
                self.say(at, "nothing may stand here");
            }
            return;
        };
        if let Some(target) = keywords.get("$ref") {
            let target = target.as_str().and_then(|t| self.root.pointer(t.trim_start_matches('#')));
            self.value(target.expect("a $ref leads somewhere"), value, at);
        }
        if let Some(kinds) = keywords.get("type")
            && !is_of(kinds, value)
        {
            return self.say(at, &format!("is not {kinds}"));
        }
        self.choice(keywords, value, at);
        self.scalar(keywords, value, at);
        self.object(keywords, value, at);
        self.array(keywords, value, at);
    }

    fn choice(&mut self, keywords: &Map<String, Value>, value: &Value, at: &str) {
        if keywords.get("const").is_some_and(|c| c != value) {
            self.say(at, &format!("is not {}", keywords["const"]));
        }
        if keywords.get("enum").and_then(Value::as_array).is_some_and(|all| !all.contains(value)) {
            self.say(at, &format!("{value} is none of {}", keywords["enum"]));
        }
        let Some(ways) = keywords.get("anyOf").and_then(Value::as_array) else { return };
        let tried: Vec<Vec<String>> = ways.iter().map(|way| self.apart(way, value, at)).collect();
        if tried.iter().all(|faults| !faults.is_empty()) {
            // The way that comes nearest says most.
            self.out.extend(tried.into_iter().min_by_key(Vec::len).unwrap_or_default());
        }
    }

    fn apart(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let mut out = Vec::new();
        Check { root: self.root, out: &mut out }.value(schema, value, at);
        out
    }

    fn scalar(&mut self, keywords: &Map<String, Value>, value: &Value, at: &str) {
        let number = |name: &str| keywords.get(name).and_then(Value::as_f64);
        if let Some(x) = value.as_f64() {
            if number("minimum").is_some_and(|least| x < least) || number("maximum").is_some_and(|most| x > most) {
                self.say(at, &format!("{x} is out of range"));
            }
        }
        let Some(text) = value.as_str() else { return };
        if number("minLength").is_some_and(|least| (text.chars().count() as f64) < least) {
            self.say(at, "is too short");
        }
        if let Some(pattern) = keywords.get("pattern").and_then(Value::as_str)
            && !Regex::new(pattern).unwrap().is_match(text)
        {
            self.say(at, &format!("`{text}` does not match {pattern}"));
        }
    }

    fn object(&mut self, keywords: &Map<String, Value>, value: &Value, at: &str) {
        let Some(fields) = value.as_object() else { return };
        for name in keywords.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                self.say(at, &format!("lacks `{name}`"));
            }
        }
        let known = keywords.get("properties").and_then(Value::as_object);
        for (name, field) in fields {
            let place = format!("{at}/{name}");
            match known.and_then(|k| k.get(name)).or_else(|| keywords.get("additionalProperties")) {
                Some(schema) => self.value(schema, field, &place),
                None => {}
            }
        }
    }

    fn array(&mut self, keywords: &Map<String, Value>, value: &Value, at: &str) {
        let Some(items) = value.as_array() else { return };
        let number = |name: &str| keywords.get(name).and_then(Value::as_u64);
        let n = items.len() as u64;
        if number("minItems").is_some_and(|least| n < least) || number("maxItems").is_some_and(|most| n > most) {
            self.say(at, &format!("has {n} items"));
        }
        if let Some(schema) = keywords.get("items") {
            items.iter().enumerate().for_each(|(i, item)| self.value(schema, item, &format!("{at}/{i}")));
        }
    }
}

fn is_of(kinds: &Value, value: &Value) -> bool {
    let is = |kind: &Value| match kind.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    };
    kinds.as_array().map_or_else(|| is(kinds), |all| all.iter().any(is))
}
