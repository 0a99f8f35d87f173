//! The answers of `detente ledger`, for people and as JSON.

use std::io::Write;

use detente_codebook::{Item, Record, Selector, fold::is_invisible};
use detente_ledger::{Hit, OpId, Operation, Outcome, Report, Shown};
use serde_json::{Value, json};

use super::Done;

/// Writes one JSON document, its schema first.
fn document(name: &str, fields: &Value, out: &mut dyn Write) -> Done {
    let mut document = serde_json::Map::new();
    document.insert("schema".to_owned(), format!("detente.{name}/1").into());
    document.extend(fields.as_object().cloned().unwrap_or_default());
    Ok(writeln!(out, "{}", Value::Object(document))?)
}

/// Captured text on one line, with characters that show nothing or turn the reading direction
/// written out: a page may carry them to make a quote look like another.
fn plain(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => " ".to_owned(),
        c if is_invisible(c) || c.is_control() => format!("⟨U+{:04X}⟩", u32::from(c)),
        c => c.to_string(),
    };
    text.chars().map(shown).collect()
}

pub(super) fn made(file: &str, json: bool, out: &mut dyn Write) -> Done {
    if json {
        return document("ledger-init", &json!({"ledger": file}), out);
    }
    Ok(writeln!(out, "made {file}")?)
}

pub(super) fn added(path: &str, outcome: &Outcome, n: usize, json: bool, out: &mut dyn Write) -> Done {
    if json {
        let mut fields = json!({"article": path, "records": n});
        if let (Some(fields), Ok(Value::Object(outcome))) = (fields.as_object_mut(), serde_json::to_value(outcome)) {
            fields.extend(outcome);
        }
        return document("ledger-add", &fields, out);
    }
    Ok(match outcome {
        Outcome::Added { operation, .. } => writeln!(out, "{operation}  added {path}: {n} records"),
        Outcome::AlreadyThere { operation, .. } => {
            writeln!(out, "{operation}  {path} is there already, since change {operation}")
        }
    }?)
}

pub(super) fn changed(what: &str, operation: OpId, of: &str, json: bool, out: &mut dyn Write) -> Done {
    if json {
        return document("ledger-change", &json!({"operation": operation, "what": what, "of": of}), out);
    }
    Ok(writeln!(out, "{operation}  {what}: {of}")?)
}

pub(super) fn log(operations: &[Operation], json: bool, out: &mut dyn Write) -> Done {
    if json {
        return document("ledger-log", &json!({"operations": operations}), out);
    }
    for op in operations {
        let what = match op.undoes {
            Some(undone) => format!("undo {undone}"),
            None => format!("{} ({} records)", op.kind.name(), op.n_records),
        };
        let undone = op.undone_by.map(|by| format!("  [undone in {by}]")).unwrap_or_default();
        let (actor, reason) = (plain(&op.actor), plain(&op.reason));
        writeln!(out, "{}  {}  {what}{undone}  {actor}: {reason}", op.id, op.time)?;
    }
    Ok(())
}

pub(super) fn records(records: &[Record], json: bool, out: &mut dyn Write) -> Done {
    if json {
        return document("ledger-records", &json!({"records": records}), out);
    }
    for record in records {
        writeln!(out, "{}  {}\n  {}", record.id, heading(&record.item), plain(&words(&record.item)))?;
    }
    Ok(())
}

/// What kind of record, and between whom.
fn heading(item: &Item) -> String {
    let dyads: Vec<String> = item.dyads().iter().map(ToString::to_string).collect();
    format!("{} {}", item.kind(), dyads.join(" ")).trim_end().to_owned()
}

fn words(item: &Item) -> String {
    match item {
        Item::Base(fact) => fact.text.en.clone(),
        _ => item.quote().map(|q| q.exact.clone()).unwrap_or_default(),
    }
}

pub(super) fn shown(shown: &Shown, json: bool, out: &mut dyn Write) -> Done {
    if json {
        let fields = serde_json::to_value(shown).map_err(std::io::Error::from)?;
        return document("ledger-record", &fields, out);
    }
    let (record, op) = (&shown.record, &shown.operation);
    writeln!(out, "{}  {}", record.id, heading(&record.item))?;
    quoted(shown, out)?;
    writeln!(out, "  source     {}", plain(&shown.source.title))?;
    let also = [("address", shown.source.url.clone()), ("dated", shown.source.date.map(|d| d.to_string()))];
    for (name, value) in also {
        value.map_or(Ok(()), |v| writeln!(out, "  {name:<9}  {}", plain(&v)))?;
    }
    let digest = shown.source.digest.as_ref();
    digest.map_or(Ok(()), |d| writeln!(out, "  sha256     {d}"))?;
    writeln!(out, "  added      change {}, {}, {}: {}", op.id, op.time, plain(&op.actor), plain(&op.reason))?;
    fate(shown, out)
}

fn quoted(shown: &Shown, out: &mut dyn Write) -> Done {
    let Some(Selector { exact, prefix, suffix, start, end }) = &shown.selector else {
        return Ok(writeln!(out, "  {}", plain(&words(&shown.record.item)))?);
    };
    writeln!(out, "  {}", plain(exact))?;
    writeln!(out, "  place      code points {start} to {end}")?;
    Ok(writeln!(out, "  within     …{}⟦…⟧{}…", plain(prefix), plain(suffix))?)
}

fn fate(shown: &Shown, out: &mut dyn Write) -> Done {
    if let Some(by) = shown.operation.undone_by {
        writeln!(out, "  withdrawn  in change {by}")?;
    }
    if let Some(by) = &shown.superseded_by {
        writeln!(out, "  corrected  now {by}")?;
    }
    for former in &shown.earlier {
        writeln!(out, "  before     change {}: {}", former.operation, plain(&words(&former.record.item)))?;
    }
    Ok(())
}

pub(super) fn hits(hits: &[Hit], json: bool, out: &mut dyn Write) -> Done {
    if json {
        return document("ledger-search", &json!({"hits": hits}), out);
    }
    for hit in hits {
        writeln!(out, "{}  {}  {}\n  {}", hit.record, hit.kind, plain(&hit.source), plain(&hit.snippet))?;
    }
    Ok(())
}

pub(super) fn report(report: &Report, json: bool, out: &mut dyn Write) -> Done {
    if json {
        let fields = serde_json::to_value(report).map_err(std::io::Error::from)?;
        return document("ledger-verify", &fields, out);
    }
    for problem in &report.problems {
        writeln!(out, "{}", plain(&problem.to_string()))?;
    }
    let Report { checked, moved, without_text, n_operations, .. } = report;
    let found = checked - report.n_not_found();
    writeln!(out, "{found} of {checked} quotes found in their texts ({moved} moved); {without_text} without a stored text")?;
    let head = report.head.as_deref().unwrap_or("none");
    Ok(writeln!(out, "{n_operations} changes in the chain, sealed by {head}")?)
}
