//! `detente code --from jsonl`: one record a line in, one line out, in order.
//!
//! Records are coded in batches on all cores; no more than one batch is held, so memory stays flat whatever
//! the length of the input or of one of its lines.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use detente_coder::conllu;
use serde_json::{Value, json};

use super::CodeArgs;
use super::progress::Progress;
use super::record::Setup;
use crate::{CliError, input, output};

/// How many records are held at once.
const BATCH: usize = 4096;

/// How many bytes of records are held at once; one record may have more.
const BATCH_BYTES: usize = 8 << 20;

/// The longest line that is read, in bytes.
const LONGEST: usize = 20_000_000;

/// How many records a worker takes at a time.
const SHARE: usize = 64;

/// A line of the input with its number; of one that is too long only its length.
struct Line {
    number: u64,
    bytes: Result<Vec<u8>, usize>,
}

/// The lines of an input, counted from 1.
struct Lines<'a> {
    input: Box<dyn BufRead + 'a>,
    number: u64,
    bytes: u64,
}

/// Codes every record of the input.
pub(super) fn run(args: &CodeArgs) -> Result<(), CliError> {
    let wrong = |what: io::Error| CliError::File { path: args.file.clone(), what };
    let (input, whole): (Box<dyn BufRead>, _) = match args.file.as_str() {
        "-" => (Box::new(io::stdin().lock()), None),
        path => {
            let file = File::open(path).map_err(wrong)?;
            let whole = file.metadata().ok().filter(Metadata::is_file).map(|m| m.len());
            (Box::new(BufReader::new(file)), whole)
        }
    };
    let mut lines = Lines { input, number: 0, bytes: 0 };
    let mut out = BufWriter::new(io::stdout().lock());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let setup = Setup::new(args)?;
    let (mut progress, mut coded, mut bad) = (Progress::new(whole), 0, Bad::default());
    loop {
        let batch = lines.batch().map_err(wrong)?;
        if batch.is_empty() {
            drop(progress);
            output::say(&bad.told(coded));
            return Ok(out.flush()?);
        }
        for (answer, line) in code_batch(&batch, workers, &setup)?.into_iter().zip(&batch) {
            bad.note(&answer, line);
            out.write_all(answer.line.as_bytes())?;
            out.write_all(b"\n")?;
            coded += 1;
        }
        progress.show(coded, lines.bytes);
    }
}

/// The records that could not be coded.
#[derive(Default)]
struct Bad {
    count: u64,
    first: Option<u64>,
}

impl Bad {
    fn note(&mut self, answer: &Answer, line: &Line) {
        if answer.bad {
            self.count += 1;
            self.first = self.first.or(Some(line.number));
        }
    }

    /// What is said of them at the end.
    fn told(&self, all: u64) -> String {
        let Some(first) = self.first else { return String::new() };
        format!("{} of {all} records could not be coded, the first on line {first}: see `error` in the answers", self.count)
    }
}

impl Lines<'_> {
    /// The next lines of the input, empty ones left out.
    fn batch(&mut self) -> io::Result<Vec<Line>> {
        let (mut out, mut held) = (Vec::new(), 0);
        while out.len() < BATCH && held < BATCH_BYTES {
            let Some(line) = self.next()? else { break };
            held += line.bytes.as_ref().map_or(0, Vec::len);
            if line.bytes.as_ref().map_or(true, |b| !b.trim_ascii().is_empty()) {
                out.push(line);
            }
        }
        Ok(out)
    }

    fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let most = u64::try_from(LONGEST).unwrap_or(u64::MAX) + 1;
        let mut length = self.input.by_ref().take(most).read_until(b'\n', &mut bytes)?;
        if length == 0 {
            return Ok(None);
        }
        let long = bytes.len() > LONGEST && !bytes.ends_with(b"\n");
        if long {
            bytes = Vec::new();
            length += self.pass_over()?;
        }
        self.number += 1;
        self.bytes += u64::try_from(length).unwrap_or(0);
        Ok(Some(Line { number: self.number, bytes: if long { Err(length) } else { Ok(bytes) } }))
    }

    /// Leaves the rest of a line, without holding it.
    fn pass_over(&mut self) -> io::Result<usize> {
        let mut passed = 0;
        loop {
            let part = self.input.fill_buf()?;
            let end = part.iter().position(|b| *b == b'\n');
            let length = end.map_or(part.len(), |at| at + 1);
            self.input.consume(length);
            passed += length;
            if end.is_some() || length == 0 {
                return Ok(passed);
            }
        }
    }
}

/// The answer to one record.
struct Answer {
    line: String,
    bad: bool,
}

/// The answers to a batch, in its order. Workers take the next few records as they come to be free.
fn code_batch(batch: &[Line], workers: usize, setup: &Setup<'_>) -> Result<Vec<Answer>, CliError> {
    let shares: Vec<&[Line]> = batch.chunks(SHARE).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((at, share)) =
            shares.get(next.fetch_add(1, Ordering::Relaxed)).map(|s| (s.first().map_or(0, |l| l.number), s))
        {
            done.push((at, share.iter().map(|line| answer(line, setup)).collect::<Vec<Answer>>()));
        }
        done
    };
    let mut done = if workers < 2 || shares.len() < 2 {
        work()
    } else {
        thread::scope(|scope| {
            let started: Vec<_> = (0..workers.min(shares.len())).map(|_| scope.spawn(work)).collect();
            let mut out = Vec::new();
            for worker in started {
                let stopped = |_| CliError::Failed("a worker stopped while coding: report the input".to_owned());
                out.extend(worker.join().map_err(stopped)?);
            }
            Ok::<_, CliError>(out)
        })?
    };
    done.sort_by_key(|(at, _)| *at);
    Ok(done.into_iter().flat_map(|(_, answers)| answers).collect())
}

/// The answer to one line; a bad one is answered by its error.
fn answer(line: &Line, setup: &Setup<'_>) -> Answer {
    match &line.bytes {
        Ok(bytes) => match setup.answer(bytes) {
            Ok(line) => Answer { line, bad: false },
            Err(f) => failure(line.number, &f.id, f.kind, &f.message),
        },
        Err(length) => {
            let message = format!("the line has {length} bytes, more than {LONGEST}");
            failure(line.number, &Value::Null, "json", &message)
        }
    }
}

fn failure(number: u64, id: &Value, kind: &str, message: &str) -> Answer {
    let line = json!({"id": id, "error": {"kind": kind, "line": number, "message": message}}).to_string();
    Answer { line, bad: true }
}

/// One answer a sentence of a CoNLL-U file, numbered from 1.
pub(super) fn sentences(args: &CodeArgs) -> Result<(), CliError> {
    let setup = Setup::new(args)?;
    let bytes = input::bytes(&args.file)?;
    let text = String::from_utf8_lossy(&bytes);
    let all = conllu::read_unplaced(&text).map_err(|e| CliError::Invalid(format!("{}: {e}", input::name(&args.file))))?;
    if args.explain {
        return output::answer(&setup.explained(&all, setup.date()));
    }
    let answers: Result<Vec<String>, String> = all.iter().enumerate().map(|(n, s)| setup.sentence(n, s)).collect();
    output::answer(&answers.map_err(CliError::Failed)?.join("\n"))
}
