//! Agent dictionaries: roles that are added to the code of the actor beside them.

use std::collections::BTreeMap;

use super::lines::{bracketed, lines, words};
use super::{Problem, Read};

/// A role: its words and what it adds to a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The singular and the plural, as words in capitals.
    pub forms: Vec<Vec<String>>,
    /// What is added.
    pub code: String,
    /// Whether it is added before the code of the actor.
    pub before: bool,
    /// The line of the file.
    pub line: usize,
}

/// The roles of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agents {
    /// The roles, in the order of the file.
    pub list: Vec<Agent>,
}

/// The words that a marker such as `!PERSON!` stands for.
type Markers = BTreeMap<String, Vec<String>>;

/// Reads an agent dictionary.
#[must_use]
pub fn agents(text: &str) -> Read<Agents> {
    let (mut out, mut problems, mut markers) = (Agents::default(), Vec::new(), Markers::new());
    for line in lines(text) {
        let text = line.text.trim();
        let read = match text.split_once('=') {
            Some((name, list)) if text.starts_with('!') => marker(name, list).map(|(n, l)| drop(markers.insert(n, l))),
            _ => entry(text, &markers, line.number).map(|found| out.list.extend(found)),
        };
        if let Err(what) = read {
            problems.push(Problem { line: line.number, what });
        }
    }
    Read { entries: out, problems }
}

fn marker(name: &str, list: &str) -> Result<(String, Vec<String>), String> {
    let name = name.trim();
    let inner = name.strip_prefix('!').and_then(|n| n.strip_suffix('!')).ok_or("write a marker as `!NAME! = WORD, WORD`")?;
    let found: Vec<String> = list.split(',').map(|w| w.trim().to_uppercase()).filter(|w| !w.is_empty()).collect();
    if found.is_empty() { Err(format!("the marker `{name}` stands for no words")) } else { Ok((inner.to_owned(), found)) }
}

fn entry(text: &str, markers: &Markers, line: usize) -> Result<Vec<Agent>, String> {
    let (phrase, code, after) = bracketed(text, '[', ']').ok_or("no code: write `PHRASE [~GOV]`")?;
    if !after.trim().is_empty() {
        return Err(format!("`{}` stands behind the code", after.trim()));
    }
    let (code, before) = match (code.trim().strip_prefix('~'), code.trim().strip_suffix('~')) {
        (Some(code), None) => (code, false),
        (None, Some(code)) => (code, true),
        _ => return Err(format!("`[{code}]` does not say where it is added: write `[~GOV]` or `[GOV~]`")),
    };
    if code.is_empty() || !code.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!("`{code}` is no role: only letters and digits"));
    }
    let (singular, plural) = match bracketed(phrase, '{', '}') {
        Some((singular, plural, rest)) if rest.trim().is_empty() => (singular, Some(plural.trim())),
        Some((.., rest)) => return Err(format!("`{}` stands behind the plural", rest.trim())),
        None if phrase.contains(['{', '}']) => return Err("a brace is not closed: write `{PLURAL}` or `{}`".to_owned()),
        None => (phrase, None),
    };
    spelled(singular, plural, markers)?
        .into_iter()
        .map(|forms| Ok(Agent { forms, code: code.to_uppercase(), before, line }))
        .collect()
}

/// The forms of a phrase, one list for each word that a marker in it stands for.
fn spelled(singular: &str, plural: Option<&str>, markers: &Markers) -> Result<Vec<Vec<Vec<String>>>, String> {
    let phrase = singular.trim();
    if let Some((before, name, after)) = phrase.split_once('!').and_then(|(b, r)| r.split_once('!').map(|(n, a)| (b, n, a))) {
        let list = markers.get(name).ok_or_else(|| format!("the marker `!{name}!` is not defined above"))?;
        return Ok(list.iter().map(|w| vec![words(&format!("{before}{w}{after}"))]).collect());
    }
    let first = words(phrase);
    let last = first.last().cloned().ok_or("a role without words")?;
    let mut forms = vec![first.clone()];
    match plural {
        Some("") => {}
        Some(given) => forms.push(words(given)),
        None if phrase.ends_with('_') => {}
        None => {
            let mut more = first;
            more.pop();
            more.push(regular_plural(&last));
            forms.push(more);
        }
    }
    Ok(vec![forms])
}

fn regular_plural(word: &str) -> String {
    match word {
        w if w.ends_with('Y') => format!("{}IES", w.trim_end_matches('Y')),
        w if w.ends_with('S') => format!("{w}ES"),
        w => format!("{w}S"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_markers() {
        let read = agents("!PERSON! = MAN, WOMAN\nMINISTER [~GOV]\nPOLICE {} [~COP]\nCONGRESS!PERSON! [~LEG]\n");
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!(read.entries.list.len(), 4);
        assert_eq!(read.entries.list[0].forms[1], ["MINISTERS"]);
        assert_eq!(read.entries.list[1].forms.len(), 1);
        assert_eq!(read.entries.list[2].forms[0], ["CONGRESSMAN"]);
    }

    #[test]
    fn malformed_lines_are_named() {
        let read = agents("A\nB [GOV]\nC {D [~GOV]\nE!F! [~GOV]\nG [~GOV] H\n");
        assert_eq!(read.problems.iter().map(|p| p.line).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    }
}
