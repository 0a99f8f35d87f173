//! Reads an issue file: one issue, or several that are linked.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::case::{Actor, Case, Estimate, Scale, Uncertainty};
use super::error::CaseError;

/// A file: one issue, or several issues of one negotiation.
#[derive(Clone, Debug, PartialEq)]
pub enum IssueFile {
    /// One issue.
    One(Box<Case>),
    /// Linked issues, in the order of the file.
    Linked(Vec<Case>),
}

/// Reads a file.
///
/// # Errors
/// [`CaseError`] with the place of the first thing that is wrong.
pub fn parse(text: &str) -> Result<IssueFile, CaseError> {
    let value: Value = serde_json::from_str(text).map_err(|e| CaseError::Json(e.to_string()))?;
    let top = object(&value, "the document")?;
    let Some(cases) = top.get("cases") else { return Ok(IssueFile::One(Box::new(case(top, "")?))) };
    let list = array(cases, "cases")?;
    if list.is_empty() {
        return Err(field("cases", "at least one issue", cases));
    }
    let read = |(i, c): (usize, &Value)| {
        let at = format!("cases[{i}].");
        case(object(c, at.trim_end_matches('.'))?, &at)
    };
    list.iter().enumerate().map(read).collect::<Result<_, _>>().map(IssueFile::Linked)
}

fn case(top: &Map<String, Value>, at: &str) -> Result<Case, CaseError> {
    let scale = scale(top.get("scale"), at)?;
    let list = array(get(top, "actors", at)?, &format!("{at}actors"))?;
    let mut notes = Vec::new();
    let mut actors = Vec::with_capacity(list.len());
    for (i, value) in list.iter().enumerate() {
        actors.push(actor(value, &format!("{at}actors[{i}]"), &mut notes)?);
    }
    let kind = text(top, "kind", at)?;
    let mut case = Case {
        id: text(top, "id", at)?,
        title: text(top, "title", at)?,
        uncertainty: uncertainty(top.get("uncertainty"), at)?,
        reference_point: reference(top.get("reference_point"), &scale, at)?,
        ktab: kind.as_deref() == Some("ktab-smp-case"),
        scale,
        actors,
        notes,
    };
    check(&mut case, at)?;
    Ok(case)
}

fn scale(value: Option<&Value>, at: &str) -> Result<Scale, CaseError> {
    let place = format!("{at}scale");
    let scale = match value {
        None | Some(Value::Null) => Scale { min: 0.0, max: 100.0, unit: None },
        Some(Value::Array(ends)) if ends.len() == 2 => {
            Scale { min: number(&ends[0], &format!("{place}[0]"))?, max: number(&ends[1], &format!("{place}[1]"))?, unit: None }
        }
        Some(Value::Object(map)) => {
            let end = |name: &str| number(get(map, name, &format!("{place}."))?, &format!("{place}.{name}"));
            Scale { min: end("min")?, max: end("max")?, unit: text(map, "unit", &format!("{place}."))? }
        }
        Some(other) => return Err(field(&place, "{\"min\": …, \"max\": …, \"unit\": …}", other)),
    };
    if scale.width() > 0.0 && scale.width().is_finite() { Ok(scale) } else { Err(CaseError::Flat(scale.min)) }
}

fn actor(value: &Value, at: &str, notes: &mut Vec<String>) -> Result<Actor, CaseError> {
    let map = object(value, at)?;
    let inner = format!("{at}.");
    let name = text(map, "name", &inner)?.ok_or_else(|| missing(&inner, "name"))?;
    if name.trim().is_empty() {
        return Err(field(&format!("{inner}name"), "a name", &map["name"]));
    }
    // What the numbers rest on, in words, quotes and records, is for readers of the file.
    let known = ["name", "position", "capability", "salience", "basis", "quotes", "records"];
    let unread = map.keys().filter(|k| !known.contains(&k.as_str()));
    notes.extend(unread.map(|k| format!("{inner}{k} is not read")));
    Ok(Actor {
        name,
        position: estimates(get(map, "position", &inner)?, &format!("{inner}position"))?,
        capability: estimate(get(map, "capability", &inner)?, &format!("{inner}capability"))?,
        salience: estimates(get(map, "salience", &inner)?, &format!("{inner}salience"))?,
    })
}

/// One number, or one for each dimension.
fn estimates(value: &Value, at: &str) -> Result<Vec<Estimate>, CaseError> {
    match value {
        Value::Array(list) if !list.is_empty() => {
            list.iter().enumerate().map(|(i, v)| estimate(v, &format!("{at}[{i}]"))).collect()
        }
        other => Ok(vec![estimate(other, at)?]),
    }
}

/// A number, or `{"low": …, "high": …}` with or without `"best"`.
fn estimate(value: &Value, at: &str) -> Result<Estimate, CaseError> {
    let Value::Object(map) = value else { return Ok(Estimate::point(number(value, at)?)) };
    let inner = format!("{at}.");
    let end = |name: &str| number(get(map, name, &inner)?, &format!("{inner}{name}"));
    let (low, high) = (end("low")?, end("high")?);
    if low > high {
        return Err(outside(&format!("{inner}low"), low, format!("numbers up to `high` ({high})"), "swap the two"));
    }
    let Some(best) = map.get("best") else { return Ok(Estimate::range(low, high)) };
    let best = number(best, &format!("{inner}best"))?;
    if (low..=high).contains(&best) {
        Ok(Estimate { low, best, high, peaked: true })
    } else {
        Err(outside(&format!("{inner}best"), best, format!("{low} to {high}"), "put the best guess within the range"))
    }
}

fn uncertainty(value: Option<&Value>, at: &str) -> Result<Option<Uncertainty>, CaseError> {
    let Some(value) = value.filter(|v| !v.is_null()) else { return Ok(None) };
    let place = format!("{at}uncertainty");
    let map = object(value, &place)?;
    let part = |name: &str| {
        let path = format!("{place}.{name}");
        let found = number(get(map, name, &format!("{place}."))?, &path)?;
        if found >= 0.0 { Ok(found) } else { Err(outside(&path, found, "0 and more".to_owned(), "give it without a sign")) }
    };
    Ok(Some(Uncertainty { position: part("position")?, capability: part("capability")?, salience: part("salience")? }))
}

fn reference(value: Option<&Value>, scale: &Scale, at: &str) -> Result<Option<f64>, CaseError> {
    let Some(value) = value.filter(|v| !v.is_null()) else { return Ok(None) };
    let place = format!("{at}reference_point");
    let found = number(value, &place)?;
    on_axis(found, scale, &place).map(Some)
}

/// What only the whole shows: dimensions, names, ranges, percentages.
fn check(case: &mut Case, at: &str) -> Result<(), CaseError> {
    if case.actors.is_empty() {
        return Err(CaseError::Nobody);
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = case.actors.iter().find(|a| !names.insert(a.name.as_str())) {
        return Err(CaseError::Twice(twice.name.clone()));
    }
    percentages(case);
    let (wanted, scale) = (case.dimensions(), case.scale.clone());
    for (i, actor) in case.actors.iter_mut().enumerate() {
        check_actor(actor, &format!("{at}actors[{i}]"), wanted, &scale)?;
    }
    Ok(())
}

/// Saliences are shares. A file in which one is above 1 is read as percent, as a whole.
fn percentages(case: &mut Case) {
    let above = case.actors.iter().flat_map(|a| &a.salience).any(|s| s.high > 1.0);
    if !above && !case.ktab {
        return;
    }
    if !case.ktab {
        case.notes.push("saliences above 1 were found: all are read as percent".to_owned());
    }
    for s in case.actors.iter_mut().flat_map(|a| &mut a.salience) {
        *s = Estimate { low: s.low / 100.0, best: s.best / 100.0, high: s.high / 100.0, peaked: s.peaked };
    }
}

fn check_actor(actor: &mut Actor, at: &str, wanted: usize, scale: &Scale) -> Result<(), CaseError> {
    for (name, found) in [("position", actor.position.len()), ("salience", actor.salience.len())] {
        if found != wanted {
            return Err(CaseError::Dimensions { at: format!("{at}.{name}"), found, wanted });
        }
    }
    for p in &mut actor.position {
        let place = format!("{at}.position");
        p.low = on_axis(p.low, scale, &place)?;
        p.best = on_axis(p.best, scale, &place)?;
        p.high = on_axis(p.high, scale, &place)?;
    }
    if actor.capability.low < 0.0 || actor.capability.high > 1e100 {
        let range = "0 and more, up to 1e100".to_owned();
        let place = format!("{at}.capability");
        return Err(outside(&place, actor.capability.low, range, "give what the actor can do relative to the others"));
    }
    match actor.salience.iter().find(|s| s.low < 0.0 || s.high > 1.0) {
        None => Ok(()),
        Some(s) => {
            let value = if s.low < 0.0 { s.low } else { s.high };
            Err(outside(&format!("{at}.salience"), value, "0 to 1 (or 0 to 100)".to_owned(), "give a share or a percentage"))
        }
    }
}

/// The number, if it lies on the axis or beside it only by rounding.
fn on_axis(value: f64, scale: &Scale, at: &str) -> Result<f64, CaseError> {
    let inside = scale.clamp(value);
    if (inside - value).abs() <= 1e-9 * scale.width() {
        Ok(inside)
    } else {
        let range = format!("the scale {} to {}", scale.min, scale.max);
        Err(outside(at, value, range, "mend the number, or give the issue a wider scale"))
    }
}

fn object<'a>(value: &'a Value, at: &str) -> Result<&'a Map<String, Value>, CaseError> {
    value.as_object().ok_or_else(|| field(at, "an object", value))
}

fn array<'a>(value: &'a Value, at: &str) -> Result<&'a Vec<Value>, CaseError> {
    value.as_array().ok_or_else(|| field(at, "a list", value))
}

fn get<'a>(map: &'a Map<String, Value>, name: &str, at: &str) -> Result<&'a Value, CaseError> {
    map.get(name).ok_or_else(|| missing(at, name))
}

fn text(map: &Map<String, Value>, name: &str, at: &str) -> Result<Option<String>, CaseError> {
    match map.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(s)) => Ok(Some(s.clone())),
        Some(other) => Err(field(&format!("{at}{name}"), "text", other)),
    }
}

fn number(value: &Value, at: &str) -> Result<f64, CaseError> {
    value.as_f64().filter(|x| x.is_finite()).ok_or_else(|| field(at, "a number", value))
}

fn field(at: &str, expected: &'static str, found: &Value) -> CaseError {
    let whole = found.to_string();
    let short: String = whole.chars().take(40).collect();
    let found = if short.len() < whole.len() { format!("{short}…") } else { short };
    CaseError::Field { at: at.to_owned(), expected, found }
}

fn missing(at: &str, name: &str) -> CaseError {
    CaseError::Field { at: format!("{at}{name}"), expected: "a value", found: "nothing".to_owned() }
}

fn outside(at: &str, value: f64, range: String, mend: &'static str) -> CaseError {
    CaseError::Range { at: at.to_owned(), value, range, mend }
}
