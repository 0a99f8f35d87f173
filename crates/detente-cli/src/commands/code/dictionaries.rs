//! The dictionaries that `detente code` uses on parsed sentences.

use std::path::{Path, PathBuf};

use detente_coder::petrarch::{Kind, Problem, kind_in, kind_of};
use detente_coder::precise::{Dictionaries, Source, built_in, built_in_sources, choose};

use super::CodeArgs;
use crate::commands::dictionary::files;
use crate::{CliError, output};

/// How many faulty lines are shown.
const SHOWN: usize = 10;

/// The dictionaries for a run.
pub(super) enum Chosen {
    /// Those of the program.
    BuiltIn,
    /// Those of the program with others.
    Extended(Box<Dictionaries>),
    /// Others alone.
    Replaced(Box<Dictionaries>),
}

impl Chosen {
    /// Reads what the options name; faulty lines are shown and left out.
    pub(super) fn new(args: &CodeArgs) -> Result<Self, CliError> {
        if !args.only_dictionaries.is_empty() {
            let given = sources(&args.only_dictionaries)?;
            return Ok(Self::Replaced(Box::new(ready(completed(given)))));
        }
        if args.dictionaries.is_empty() {
            return Ok(Self::BuiltIn);
        }
        let given = sources(&args.dictionaries)?;
        Ok(Self::Extended(Box::new(ready([built_in_sources(), given].concat()))))
    }

    /// The dictionaries themselves.
    pub(super) fn all(&self) -> &Dictionaries {
        match self {
            Self::BuiltIn => built_in(),
            Self::Extended(all) | Self::Replaced(all) => all,
        }
    }
}

/// The built-in files of the kinds without which nothing can be coded, where those given lack them.
fn completed(given: Vec<Source>) -> Vec<Source> {
    let lacks = |kind: Kind| !given.iter().any(|s| s.kind == kind);
    let needed = |s: &Source| matches!(s.kind, Kind::Actors | Kind::Verbs) && lacks(s.kind);
    let added: Vec<Source> = built_in_sources().into_iter().filter(needed).collect();
    for source in &added {
        output::say(&format!("note: no dictionary of this kind is given, so the {} is used", source.name));
    }
    [added, given].concat()
}

fn ready(sources: Vec<Source>) -> Dictionaries {
    let (all, faults) = Dictionaries::new(sources);
    say(&faults);
    all
}

/// Says which lines are left out.
fn say(faults: &[(String, Problem)]) {
    for (file, problem) in faults.iter().take(SHOWN) {
        output::say(&format!("{file}:{}: left out: {}", problem.line, problem.what));
    }
    if faults.len() > SHOWN {
        output::say(&format!("and {} lines more: detente dictionary lint lists them", faults.len() - SHOWN));
    }
}

/// The dictionaries of some paths.
fn sources(paths: &[PathBuf]) -> Result<Vec<Source>, CliError> {
    let mut out = Vec::new();
    for path in paths {
        let found = if path.is_dir() { folder(path)? } else { vec![named(path)?] };
        if found.is_empty() {
            return Err(CliError::Invalid(format!("{}: no dictionary in it: files end in .txt", path.display())));
        }
        out.extend(found);
    }
    Ok(out)
}

/// A file that is named: of a kind, or an error.
fn named(path: &Path) -> Result<Source, CliError> {
    source(path)?.ok_or_else(|| {
        let file = path.display();
        CliError::Invalid(format!("{file}: neither its name nor its lines say what it holds: see detente dictionary lint"))
    })
}

/// The sets of a folder: its own files, or those of the folders in it.
fn folder(path: &Path) -> Result<Vec<Source>, CliError> {
    let own = set(path)?;
    let sets = if own.is_empty() { inner(path)?.iter().map(|p| set(p)).collect::<Result<_, _>>()? } else { vec![own] };
    let chosen = choose(sets);
    if !chosen.left.is_empty() {
        let left = chosen.left.join(", ");
        output::say(&format!("note: {} has rivals; the fullest of a kind is used, left out: {left}", path.display()));
    }
    Ok(chosen.used)
}

fn inner(path: &Path) -> Result<Vec<PathBuf>, CliError> {
    let wrong = |what| CliError::File { path: path.display().to_string(), what };
    let mut out = Vec::new();
    for entry in std::fs::read_dir(path).map_err(wrong)? {
        out.push(entry.map_err(wrong)?.path());
    }
    out.retain(|p| p.is_dir());
    out.sort();
    Ok(out)
}

fn set(path: &Path) -> Result<Vec<Source>, CliError> {
    let mut out = Vec::new();
    for file in files(path)? {
        out.extend(source(&file)?);
    }
    Ok(out)
}

/// A file with its kind; none when neither its name nor its lines say one.
fn source(path: &Path) -> Result<Option<Source>, CliError> {
    let bytes = std::fs::read(path).map_err(|what| CliError::File { path: path.display().to_string(), what })?;
    // The older files of the family are in Latin-1.
    let text = String::from_utf8(bytes).unwrap_or_else(|e| e.as_bytes().iter().map(|b| char::from(*b)).collect());
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let kind = kind_of(&name).or_else(|| kind_in(&text));
    Ok(kind.map(|kind| Source { name, kind, text }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_folder_holds_rival_sets() {
        let top = tempfile::tempdir().unwrap();
        for (set, text) in [("a", "ARDANIA [ARD]\n"), ("b", "ARDANIA [ARD]\nBELMORA [BEL]\n")] {
            std::fs::create_dir(top.path().join(set)).unwrap();
            std::fs::write(top.path().join(set).join(format!("{set}.actors.txt")), text).unwrap();
        }
        let found = sources(&[top.path().to_owned()]).unwrap();
        assert_eq!(found.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["b.actors.txt"]);
        assert!(sources(&[top.path().join("none.txt")]).is_err());
    }

    #[test]
    fn what_cannot_be_done_without_is_completed() {
        let given = vec![Source { name: "x".to_owned(), kind: Kind::Actors, text: "ARDANIA [ARD]\n".to_owned() }];
        let kinds: Vec<Kind> = completed(given).iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [Kind::Verbs, Kind::Actors]);
    }
}
