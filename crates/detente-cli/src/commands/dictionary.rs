//! `detente dictionary`: reads dictionaries in the format of the PETRARCH family for their faults.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use detente_coder::petrarch::{Kind, Problem, kind_in, kind_of, lint};
use serde_json::{Value, json};

use crate::{CliError, output};

/// What `detente dictionary` takes.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  detente dictionary lint dictionaries/\n  detente dictionary lint my.actors.txt --json\n  detente dictionary lint list.txt --kind verbs"
)]
pub struct DictionaryArgs {
    /// What to do.
    #[command(subcommand)]
    pub action: DictionaryAction,
}

/// What is done with dictionaries.
#[derive(Debug, Subcommand)]
pub enum DictionaryAction {
    /// List every line that does not keep the format; exit 4 when there is one.
    #[command(before_help = "Examples:\n  detente dictionary lint dictionaries/\n  detente dictionary lint my.actors.txt --json")]
    Lint {
        /// Files, or folders of `.txt` files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// What the files hold, when their names do not say it.
        #[arg(long, value_enum)]
        kind: Option<Holding>,
        /// Print JSON (schema detente.lint/1).
        #[arg(long)]
        json: bool,
    },
}

/// What a dictionary file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Holding {
    /// Names with codes.
    Actors,
    /// Roles.
    Agents,
    /// Verbs and patterns.
    Verbs,
    /// Phrases that drop a sentence or a story.
    Discards,
    /// Topics.
    Issues,
    /// Numbers of codes.
    Ontology,
}

impl From<Holding> for Kind {
    fn from(holding: Holding) -> Self {
        match holding {
            Holding::Actors => Self::Actors,
            Holding::Agents => Self::Agents,
            Holding::Verbs => Self::Verbs,
            Holding::Discards => Self::Discards,
            Holding::Issues => Self::Issues,
            Holding::Ontology => Self::Ontology,
        }
    }
}

/// One file and its faults.
struct Report {
    file: String,
    kind: Kind,
    entries: usize,
    problems: Vec<Problem>,
}

/// Runs the command.
///
/// # Errors
/// When a file cannot be read, holds an unknown kind of dictionary, or has a line that does not keep
/// the format.
pub fn run(args: &DictionaryArgs) -> Result<(), CliError> {
    let DictionaryAction::Lint { paths, kind, json } = &args.action;
    let mut reports = Vec::new();
    for path in paths {
        for file in files(path)? {
            reports.extend(report(&file, kind.map(Kind::from), path.is_file())?);
        }
    }
    let faults: usize = reports.iter().map(|r| r.problems.len()).sum();
    output::answer(&if *json { to_json(&reports) } else { listing(&reports) })?;
    if faults == 0 {
        Ok(())
    } else {
        Err(CliError::Invalid(format!("{faults} lines do not keep the format: mend or delete them")))
    }
}

/// A file itself, or the `.txt` files of a folder in the order of their names.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>, CliError> {
    let wrong = |what| CliError::File { path: path.display().to_string(), what };
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut out = Vec::new();
    for entry in std::fs::read_dir(path).map_err(wrong)? {
        let file = entry.map_err(wrong)?.path();
        if file.extension().is_some_and(|e| e == "txt") {
            out.push(file);
        }
    }
    out.sort();
    Ok(out)
}

/// The report on a file; none for a file of a folder whose name says no kind.
fn report(path: &Path, kind: Option<Kind>, named: bool) -> Result<Option<Report>, CliError> {
    let file = path.display().to_string();
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(path).map_err(|what| CliError::File { path: file.clone(), what })?;
    let text = String::from_utf8_lossy(&bytes);
    let Some(kind) = kind.or_else(|| kind_of(&name)).or_else(|| kind_in(&text)) else {
        let what = format!("{file}: neither its name nor its lines say what it holds: give --kind");
        return if named { Err(CliError::Usage(what)) } else { Ok(None) };
    };
    let (entries, problems) = lint(&text, kind);
    Ok(Some(Report { file, kind, entries, problems }))
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Actors => "actors",
        Kind::Agents => "agents",
        Kind::Verbs => "verbs",
        Kind::Discards => "discards",
        Kind::Issues => "issues",
        Kind::Ontology => "numbers",
    }
}

fn listing(reports: &[Report]) -> String {
    let mut out = Vec::new();
    for r in reports {
        out.push(format!("{}: {} {}, {} faults", r.file, r.entries, word(r.kind), r.problems.len()));
        out.extend(r.problems.iter().map(|p| format!("  {}:{}: {}", r.file, p.line, p.what)));
    }
    out.join("\n")
}

fn to_json(reports: &[Report]) -> String {
    let fault = |p: &Problem| json!({"line": p.line, "what": p.what});
    let one = |r: &Report| {
        let problems: Vec<Value> = r.problems.iter().map(fault).collect();
        json!({"file": r.file, "kind": word(r.kind), "entries": r.entries, "problems": problems})
    };
    json!({"schema": "detente.lint/1", "files": reports.iter().map(one).collect::<Vec<_>>()}).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_in_order_and_faults_are_counted() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("b.actors.txt"), "ARDANIA [ARD]\nBELMORA [\n").unwrap();
        std::fs::write(folder.path().join("a.agents.txt"), "MINISTER [~GOV]\n").unwrap();
        std::fs::write(folder.path().join("readme.txt"), "words\n").unwrap();
        let found: Vec<Report> = files(folder.path()).unwrap().iter().filter_map(|f| report(f, None, false).unwrap()).collect();
        assert_eq!(found.iter().map(|r| (r.entries, r.problems.len())).collect::<Vec<_>>(), [(1, 0), (1, 1)]);
        assert!(listing(&found).contains("b.actors.txt:2: "));
    }
}
