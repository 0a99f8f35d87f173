//! Correcting an item of any kind: its fields as a form, and the form read back into an item.
//!
//! Words that an item rests on are corrected as words: they must stand in the text, and of several
//! places the one nearest to the old is meant.

use detente_codebook::{CameoCode, Item, Quote, Text, goldstein};
use maud::{Markup, html};
use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::fault::Fault;
use crate::words::{Tongue, language_of};

/// How a field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// One line that is needed.
    Line,
    /// One line, or nothing.
    Open,
    /// A number, or nothing.
    Number,
    /// Codes with spaces between them.
    Codes,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// Words of the text.
    Words,
    /// Words of the text, or nothing.
    OpenWords,
    /// Clauses of a treaty.
    Clauses,
}

const CERTAINTY: Form = Form::Choice(&["asserted", "reported", "planned", "alleged", "denied", "hypothetical"]);
const STATUS: Form = Form::Choice(&["delivered", "planned", "alleged", "denied"]);
const STAGE: Form = Form::Choice(&["initialled", "signed", "ratified", "in_force", "suspended", "denounced", "expired"]);
const SIGN: Form = Form::Choice(&["+", "-"]);
const PRESENT: Form = Form::Choice(&["true", "false"]);

/// The fields of a clause.
const CLAUSE: [(&str, Form); 4] =
    [("type", Form::Open), ("present", PRESENT), ("article", Form::Open), ("quote", Form::OpenWords)];

/// The fields of an item that are corrected; the rest follows from them or is its number.
const fn fields(item: &Item) -> &'static [(&'static str, Form)] {
    match item {
        Item::Event(_) => &[
            ("source", Form::Line),
            ("target", Form::Line),
            ("cameo", Form::Line),
            ("date", Form::Open),
            ("certainty", CERTAINTY),
            ("holder", Form::Open),
            ("quote", Form::Words),
        ],
        Item::Treaty(_) => &[
            ("name", Form::OpenWords),
            ("parties", Form::Codes),
            ("signed", Form::Open),
            ("in_force", Form::Open),
            ("ended", Form::Open),
            ("term_years", Form::Number),
            ("stage", STAGE),
            ("quote", Form::Words),
            ("clauses", Form::Clauses),
        ],
        Item::Transfer(_) => &[
            ("from", Form::Line),
            ("to", Form::Line),
            ("item", Form::Line),
            ("category", Form::Line),
            ("status", STATUS),
            ("certainty", CERTAINTY),
            ("quote", Form::Words),
        ],
        Item::Statement(_) => &[
            ("speaker", Form::Open),
            ("speaker_name", Form::Line),
            ("role", Form::Open),
            ("verb", Form::Line),
            ("quote", Form::Words),
        ],
        Item::Conditional(_) => &[("if", Form::Words), ("then", Form::Words), ("holder", Form::Line)],
        Item::Hedge(_) => &[("marker", Form::Line), ("holder", Form::Line), ("quote", Form::Words)],
        Item::Tie(_) => &[("dyad", Form::Codes), ("sign", SIGN), ("quote", Form::Words)],
        Item::Base(_) => &[],
    }
}

fn content(item: &Item) -> Map<String, Value> {
    match serde_json::to_value(item) {
        Ok(Value::Object(mut all)) => match all.remove("item") {
            Some(Value::Object(own)) => own,
            _ => Map::new(),
        },
        _ => Map::new(),
    }
}

/// What a field shows.
fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        Some(Value::Object(quote)) => quote.get("exact").and_then(Value::as_str).unwrap_or_default().to_owned(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

/// The fields of an item, with what stands in them.
pub(super) fn inputs(item: &Item, stem: &str, tongue: Tongue) -> Markup {
    let own = content(item);
    html! {
        @for (name, form) in fields(item) {
            @if *form == Form::Clauses { (clauses(own.get(*name), stem, tongue)) }
            @else { (input(name, *form, &shown(own.get(*name)), stem, tongue)) }
        }
    }
}

/// The clauses there are, and room for one more; one without a type is taken away.
fn clauses(value: Option<&Value>, stem: &str, tongue: Tongue) -> Markup {
    let there = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    html! {
        @for n in 0..=there.len() {
            fieldset {
                legend { (tongue.say("desk-field-clauses")) " " (n + 1) }
                @for (name, form) in CLAUSE {
                    (input(&format!("clauses.{n}.{name}"), form, &shown(there.get(n).and_then(|c| c.get(name))), stem, tongue))
                }
            }
        }
    }
}

fn input(name: &str, form: Form, value: &str, stem: &str, tongue: Tongue) -> Markup {
    let id = format!("{}-{stem}", name.replace('.', "-"));
    let last = name.rsplit('.').next().unwrap_or(name);
    let needed = matches!(form, Form::Line | Form::Words | Form::Codes);
    html! {
        label for=(id) { (tongue.say(&format!("desk-field-{}", last.replace('_', "-")))) }
        @match form {
            Form::Choice(all) => {
                select id=(id) name=(name) { @for one in all { option value=(one) selected[*one == value] { (choice(last, one, tongue)) } } }
            }
            Form::Words | Form::OpenWords => {
                textarea id=(id) name=(name) rows="2" required[needed] lang=(language_of(value).tag()) dir="auto" { (value) }
            }
            _ => { input id=(id) name=(name) value=(value) required[needed] dir="auto"; }
        }
    }
}

/// A word of a choice: certainty has names, the rest are signs of the codebook.
fn choice(field: &str, word: &str, tongue: Tongue) -> String {
    match field {
        "certainty" => tongue.say(&format!("certainty-{word}")),
        "present" => tongue.say(if word == "true" { "desk-present" } else { "desk-absent" }),
        _ => word.replace('_', " "),
    }
}

fn wrong(field: &str, why: &str) -> Fault {
    Fault::Invalid(format!("{field}: {why}"))
}

/// The item as the form has it.
pub(super) fn read(call: &Call<'_>, old: &Item, text: &Text) -> Result<Item, Fault> {
    let mut own = content(old);
    for (name, form) in fields(old) {
        let value = match form {
            Form::Clauses => read_clauses(call, own.get(*name), text)?,
            _ => value(name, *form, call.field(name), own.get(*name), text)?,
        };
        own.insert((*name).to_owned(), value);
    }
    if let Item::Event(_) = old {
        follow(&mut own)?;
    }
    let item = json!({"kind": old.kind(), "item": own});
    serde_json::from_value(item).map_err(|e| Fault::Invalid(e.to_string()))
}

/// The type and the score of an event follow from its code.
fn follow(event: &mut Map<String, Value>) -> Result<(), Fault> {
    let cameo: CameoCode =
        shown(event.get("cameo")).parse().map_err(|e: detente_codebook::CodebookError| wrong("cameo", &e.to_string()))?;
    let plover = cameo.plover().ok_or_else(|| wrong("cameo", "it has no PLOVER type"))?;
    event.insert("plover".to_owned(), json!(plover));
    event.insert("goldstein".to_owned(), json!(goldstein(&cameo)));
    Ok(())
}

fn value(name: &str, form: Form, given: &str, old: Option<&Value>, text: &Text) -> Result<Value, Fault> {
    Ok(match form {
        Form::Open | Form::OpenWords | Form::Number if given.is_empty() => Value::Null,
        Form::Line if given.is_empty() => return Err(wrong(name, "it is needed")),
        Form::Number => json!(given.parse::<u32>().map_err(|_| wrong(name, "a number"))?),
        Form::Codes => json!(given.split_whitespace().collect::<Vec<_>>()),
        Form::Choice(all) if !all.contains(&given) => return Err(wrong(name, &format!("one of {}", all.join(", ")))),
        Form::Choice(&["true", "false"]) => json!(given == "true"),
        Form::Words | Form::OpenWords => json!(quote(name, given, old, text)?),
        Form::Line | Form::Open | Form::Choice(_) | Form::Clauses => json!(given),
    })
}

/// Words of the text, at the place nearest to where the old ones stand.
fn quote(name: &str, given: &str, old: Option<&Value>, text: &Text) -> Result<Quote, Fault> {
    // Browsers send each line break as two characters.
    let given = given.replace("\r\n", "\n");
    let place = old.and_then(|q| q.get("start")).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let found = text.find_all(&given).into_iter().min_by_key(|span| span.start.abs_diff(place));
    let quote = found.filter(|_| !given.is_empty()).and_then(|span| text.quote(span));
    quote.ok_or_else(|| wrong(name, "these words do not stand in the text"))
}

fn read_clauses(call: &Call<'_>, old: Option<&Value>, text: &Text) -> Result<Value, Fault> {
    let there = old.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut out = Vec::new();
    for n in 0..=there.len() {
        let given = |name: &str| call.field(&format!("clauses.{n}.{name}")).to_owned();
        if given("type").is_empty() {
            continue;
        }
        let mut clause = Map::new();
        for (name, form) in CLAUSE {
            // A clause rests on words, unlike an empty row.
            let form = if name == "quote" { Form::Words } else { form };
            let label = format!("clauses {} {name}", n + 1);
            let old = there.get(n).and_then(|c| c.get(name));
            clause.insert(name.to_owned(), value(&label, form, &given(name), old, text)?);
        }
        out.push(Value::Object(clause));
    }
    Ok(Value::Array(out))
}
