//! `detente code --from jsonl`: one record a line in, one line out, in order.
//!
//! Records are coded in batches on all cores; no more than one batch is held.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::thread;

use detente_codebook::{Coding, Edtf, Language};
use detente_coder::{code_events, code_parsed, conllu};
use serde_json::{Value, json};

use super::CodeArgs;
use crate::{CliError, input, output};

/// How many records are held at once.
const BATCH: usize = 4096;

/// The longest line that is read, in bytes.
const LONGEST: usize = 20_000_000;

/// Codes every record of the input.
pub(super) fn run(args: &CodeArgs) -> Result<(), CliError> {
    let wrong = |what: io::Error| CliError::File { path: args.file.clone(), what };
    let mut input: Box<dyn BufRead> = match args.file.as_str() {
        "-" => Box::new(io::stdin().lock()),
        path => Box::new(BufReader::new(File::open(path).map_err(wrong)?)),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    loop {
        let batch = read_batch(&mut input).map_err(wrong)?;
        if batch.is_empty() {
            return Ok(out.flush()?);
        }
        for line in code_batch(&batch, workers, args)? {
            out.write_all(line.as_bytes())?;
            out.write_all(b"\n")?;
        }
    }
}

/// The next lines of the input, empty ones left out.
fn read_batch(input: &mut dyn BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut out = Vec::new();
    while out.len() < BATCH {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if !line.trim_ascii().is_empty() {
            out.push(line);
        }
    }
    Ok(out)
}

/// The answers to a batch, in its order.
fn code_batch(batch: &[Vec<u8>], workers: usize, args: &CodeArgs) -> Result<Vec<String>, CliError> {
    let share = batch.len().div_ceil(workers.max(1)).max(1);
    let answers = |part: &[Vec<u8>]| part.iter().map(|line| answer(line, args).to_string()).collect::<Vec<String>>();
    if workers < 2 || batch.len() < 2 * workers {
        return Ok(answers(batch));
    }
    thread::scope(|scope| {
        let started: Vec<_> = batch.chunks(share).map(|part| scope.spawn(move || answers(part))).collect();
        let mut out = Vec::with_capacity(batch.len());
        for worker in started {
            out.extend(
                worker.join().map_err(|_| CliError::Failed("a worker stopped while coding: report the input".to_owned()))?,
            );
        }
        Ok(out)
    })
}

/// The answer to one line; a bad one is answered by its error.
fn answer(line: &[u8], args: &CodeArgs) -> Value {
    if line.len() > LONGEST {
        return failure(Value::Null, "json", &format!("the line has {} bytes, more than {LONGEST}", line.len()));
    }
    let record: Value = match serde_json::from_slice(line) {
        Ok(record) => record,
        Err(e) => return failure(Value::Null, "json", &e.to_string()),
    };
    let id = record.get("id").cloned().unwrap_or(Value::Null);
    match coding(&record, args) {
        Ok(coding) => json!({"id": id, "events": coding.events, "gaps": coding.gaps}),
        Err(message) => failure(id, "record", &message),
    }
}

fn failure(id: Value, kind: &str, message: &str) -> Value {
    json!({"id": id, "error": {"kind": kind, "message": message}})
}

fn coding(record: &Value, args: &CodeArgs) -> Result<Coding, String> {
    let field = |name: &str| record.get(name).and_then(Value::as_str);
    let language = match field("lang") {
        Some("ar") => Some(Language::Ar),
        Some("en") => Some(Language::En),
        _ => args.lang.language(),
    };
    let date = field("date").map(str::parse::<Edtf>).transpose().map_err(|e| e.to_string())?.or(args.date);
    match (field("conllu"), field("text")) {
        (Some(conllu), text) => parsed(conllu, text, language, date),
        (None, Some(text)) => Ok(code_events(text, language, date)),
        (None, None) => Err("the record has neither `text` nor `conllu`: give one of them as a string".to_owned()),
    }
}

/// The events of the sentences of a parse, their quotes counted in the text of the record.
fn parsed(conllu: &str, text: Option<&str>, language: Option<Language>, date: Option<Edtf>) -> Result<Coding, String> {
    let sentences = conllu::read(conllu).map_err(|e| e.to_string())?;
    match (sentences.as_slice(), text) {
        ([one], Some(text)) => Ok(code_parsed(&one.clone().on(text), language, date)),
        ([one], None) => Ok(code_parsed(one, language, date)),
        (_, Some(text)) => Ok(code_events(text, language, date)),
        (many, None) => {
            let whole: Vec<&str> = many.iter().map(|s| s.text.as_str()).collect();
            Ok(code_events(&whole.join(" "), language, date))
        }
    }
}

/// One answer a sentence of a CoNLL-U file, numbered from 1.
pub(super) fn sentences(args: &CodeArgs) -> Result<(), CliError> {
    let bytes = input::bytes(&args.file)?;
    let text = String::from_utf8_lossy(&bytes);
    let all = conllu::read(&text).map_err(|e| CliError::Invalid(format!("{}: {e}", input::name(&args.file))))?;
    let one = |(n, s): (usize, &conllu::Parsed)| {
        let coding = code_parsed(s, args.lang.language(), args.date);
        json!({"id": format!("s{}", n + 1), "events": coding.events, "gaps": coding.gaps}).to_string()
    };
    output::answer(&all.iter().enumerate().map(one).collect::<Vec<_>>().join("\n"))
}
