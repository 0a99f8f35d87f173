//! The coder without the rest of the program: `detente code FILE [--from jsonl [--explain]]` as JSON, on one core,
//! for measuring it and for quick work on its dictionaries.
//!
//! `cargo run --release -p detente-coder --example coder_only -- code sentences.jsonl --from jsonl`

use std::io::{BufWriter, Write as _};

use detente_codebook::{Coding, Edtf, Language};
use detente_coder::read::{ReadOptions, read};
use detente_coder::{PartyFound, code, code_events, code_parsed, conllu, explain, precise};
use serde::Serialize;
use serde_json::Value;

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

/// The answer to a record: by dictionaries where a parse is given, Arabic apart.
fn answer(record: &Value) -> Fallible<String> {
    if let Some(parse) = record["conllu"].as_str().filter(|_| record["lang"] != "ar") {
        let date = record["date"].as_str().map(str::parse::<Edtf>).transpose()?;
        let text = record["text"].as_str().unwrap_or_default();
        let coded = precise::code_all(precise::built_in(), &conllu::read_unplaced(parse)?, text, date);
        return line(&record["id"], &coded.events, &coded.gaps);
    }
    let coding = coding(record)?;
    line(&record["id"], &coding.events, &coding.gaps)
}

fn line(id: &Value, events: &impl Serialize, gaps: &impl Serialize) -> Fallible<String> {
    let (events, gaps) = (serde_json::to_string(events)?, serde_json::to_string(gaps)?);
    Ok(format!("{{\"id\":{id},\"events\":{events},\"gaps\":{gaps}}}"))
}

fn coding(record: &Value) -> Fallible<Coding> {
    let field = |name: &str| record.get(name).and_then(Value::as_str);
    let language = match field("lang") {
        Some("ar") => Some(Language::Ar),
        Some("en") => Some(Language::En),
        _ => None,
    };
    let date = field("date").map(str::parse::<Edtf>).transpose()?;
    let text = field("text").unwrap_or_default();
    match field("conllu").map(conllu::read).transpose()?.as_deref() {
        Some([one]) => Ok(code_parsed(&one.clone().on(text), language, date)),
        _ => Ok(code_events(text, language, date)),
    }
}

/// Why a text was coded as it was: its parties, then its frames with their slots.
fn reasons(out: &mut impl std::io::Write, text: &str) -> Fallible<()> {
    for sentence in explain(text, None, None) {
        writeln!(out, "{}", sentence.sentence.exact)?;
        for p in &sentence.parties {
            let place = if p.place { " (place)" } else { "" };
            writeln!(out, "  {} {} [{}]{place}", p.code, p.quote.exact, p.mark.as_deref().unwrap_or_default())?;
        }
        for f in &sentence.frames {
            let codes = |list: &[PartyFound]| list.iter().map(|p| p.code.to_string()).collect::<Vec<_>>().join(" ");
            let (sources, targets) = (codes(&f.sources), codes(&f.targets));
            writeln!(out, "  {} {} {sources} > {targets}: {}", f.rule, f.modality, f.quote.exact)?;
        }
    }
    Ok(())
}

fn main() -> Fallible<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let file = args.iter().find(|a| *a != "code" && !a.starts_with("--")).ok_or("no file given")?;
    let bytes = std::fs::read(file)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    if !args.iter().any(|a| a == "jsonl") {
        let coding = serde_json::to_value(code(&read(&bytes, &ReadOptions::default())?))?;
        return Ok(writeln!(out, "{coding}")?);
    }
    for line in String::from_utf8_lossy(&bytes).lines().filter(|l| !l.trim().is_empty()) {
        let record: Value = serde_json::from_str(line)?;
        if args.iter().any(|a| a == "--explain") {
            reasons(&mut out, record["text"].as_str().unwrap_or_default())?;
            continue;
        }
        writeln!(out, "{}", answer(&record)?)?;
    }
    Ok(out.flush()?)
}
