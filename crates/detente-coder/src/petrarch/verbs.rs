//! Verb dictionaries: synonym sets, blocks of verbs with a code, patterns, and transformations.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Line, bracketed, lines, words};
use super::{Problem, Read};

/// The code of an event, and that of the event the other way round when there is one.
pub type Codes = (Option<String>, Option<String>);

/// One part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// A word in capitals.
    Word(String),
    /// Any word of a synonym set.
    Synonym(String),
    /// `{…}`: a noun with what stands before it.
    Noun(Vec<Element>),
    /// `(…)`: a preposition with its noun.
    Phrase(Vec<Element>),
    /// `$`, `+`, `%`, `^`: source, target, both, anything.
    Mark(char),
}

/// Words before and behind a verb that give it a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Before the verb.
    pub before: Vec<Element>,
    /// Behind it.
    pub after: Vec<Element>,
    /// The codes.
    pub codes: Codes,
    /// The line of the file.
    pub line: usize,
    /// The pattern as written, without its code.
    pub text: String,
}

/// A verb: its forms, its code, and the patterns of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its forms as words in capitals; the first is the bare one.
    pub forms: Vec<Vec<String>>,
    /// Which word of the forms inflects.
    pub head: usize,
    /// Its code where no pattern fits.
    pub codes: Codes,
    /// The patterns of its block, by place in [`Verbs::blocks`].
    pub block: usize,
    /// The line of the file.
    pub line: usize,
}

/// What becomes of an event inside the words of another: `~ a (a b ATTACK) SAY = a b 015`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transformation {
    /// Source, target and verb of the inner event, then the outer source and verb.
    pub inner: (String, String, String),
    /// The outer source and verb.
    pub outer: (String, String),
    /// Source, target and code of what results.
    pub result: (String, String, String),
    /// The line of the file.
    pub line: usize,
}

/// A verb dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verbs {
    /// The synonym sets.
    pub synonyms: BTreeMap<String, Vec<Vec<String>>>,
    /// The verbs, in the order of the file.
    pub list: Vec<Verb>,
    /// The patterns of each block.
    pub blocks: Vec<Vec<Pattern>>,
    /// The transformations.
    pub transformations: Vec<Transformation>,
}

/// Reads a verb dictionary.
#[must_use]
pub fn verbs(text: &str) -> Read<Verbs> {
    let mut reader = Reader::default();
    let mut problems = Vec::new();
    for line in lines(text) {
        if let Err(what) = reader.read(&line) {
            problems.push(Problem { line: line.number, what });
        }
    }
    problems.extend(reader.unknown_synonyms());
    problems.sort_by_key(|p| p.line);
    Read { entries: reader.out, problems }
}

#[derive(Default)]
struct Reader {
    out: Verbs,
    set: Option<String>,
    codes: Option<Codes>,
    used: Vec<(usize, String)>,
}

impl Reader {
    fn read(&mut self, line: &Line<'_>) -> Result<(), String> {
        let text = line.text.trim();
        if let Some(header) = text.strip_prefix("---") {
            return self.header(header);
        }
        if let Some(pattern) = text.strip_prefix('-').or_else(|| text.starts_with('*').then_some(text)) {
            return self.pattern(pattern, line.number);
        }
        if let Some(rule) = text.strip_prefix('~') {
            self.out.transformations.push(transformation(rule, line.number)?);
            return Ok(());
        }
        if let Some(name) = text.strip_prefix('&') {
            return self.synonym_set(name);
        }
        match (&self.set, text.strip_prefix('+')) {
            (Some(_), Some(member)) => self.member(member, line.number),
            _ => self.verb(text, line.number),
        }
    }

    fn header(&mut self, text: &str) -> Result<(), String> {
        self.set = None;
        let (_, code, _) = bracketed(text, '[', ']').ok_or("a block has no code: write `--- NAME [CODE] ---`")?;
        self.codes = Some(codes(code)?);
        self.out.blocks.push(Vec::new());
        Ok(())
    }

    fn synonym_set(&mut self, name: &str) -> Result<(), String> {
        let name = name.trim().trim_end_matches('_').to_uppercase();
        if name.is_empty() || name.contains(' ') {
            return Err(format!("`&{name}` is no name of a synonym set: one word is expected"));
        }
        self.out.synonyms.entry(name.clone()).or_default();
        self.set = Some(name);
        Ok(())
    }

    fn member(&mut self, text: &str, line: usize) -> Result<(), String> {
        let set = self.set.clone().ok_or("a synonym stands outside a set")?;
        if let Some(other) = text.trim().strip_prefix('&') {
            self.used.push((line, other.trim().trim_end_matches('_').to_uppercase()));
        }
        // Members such as `(TO THE END)` are read as their words.
        let mut found = words(&text.replace(['(', ')'], " "));
        if found.is_empty() {
            return Err("a synonym without words".to_owned());
        }
        if text.trim().ends_with('_') {
            found.push("_".to_owned());
        }
        self.out.synonyms.entry(set).or_default().push(found);
        Ok(())
    }

    fn verb(&mut self, text: &str, line: usize) -> Result<(), String> {
        let block = self.codes.clone().ok_or("a verb stands before any block: write `--- NAME [CODE] ---` above it")?;
        let (text, own) = match bracketed(text, '[', ']') {
            Some((before, code, after)) if after.trim().is_empty() => (before, Some(codes(code)?)),
            Some((.., after)) => return Err(format!("`{}` stands behind the code of a verb", after.trim())),
            None if text.contains(['[', ']']) => return Err("a bracket is not closed".to_owned()),
            None => (text, None),
        };
        let (bare, given) = match bracketed(text, '{', '}') {
            Some((bare, forms, after)) if after.trim().is_empty() => (bare, Some(forms)),
            None if !text.contains(['{', '}']) => (text, None),
            _ => return Err("the forms of a verb are not closed: write `VERB {FORMS}`".to_owned()),
        };
        let forms = verb_forms(bare, given)?;
        let head = head_of(bare);
        let block_at = self.out.blocks.len().saturating_sub(1);
        self.out.list.push(Verb { forms, head, codes: own.unwrap_or(block), block: block_at, line });
        Ok(())
    }

    fn pattern(&mut self, text: &str, line: usize) -> Result<(), String> {
        let (words, code, after) = bracketed(text, '[', ']').ok_or("a pattern has no code: write `- * WORDS [CODE]`")?;
        if !after.trim().is_empty() {
            return Err(format!("`{}` stands behind the code of a pattern", after.trim()));
        }
        let (before, behind) = words.split_once('*').ok_or("a pattern has no `*` for its verb")?;
        if behind.contains('*') {
            return Err("a pattern has two `*`".to_owned());
        }
        let text = words.trim().to_owned();
        let pattern = Pattern { before: elements(before)?, after: elements(behind)?, codes: codes(code)?, line, text };
        let names = pattern.before.iter().chain(&pattern.after).flat_map(synonyms_in);
        self.used.extend(names.map(|n| (line, n)));
        self.out.blocks.last_mut().ok_or("a pattern stands before any block")?.push(pattern);
        Ok(())
    }

    fn unknown_synonyms(&self) -> Vec<Problem> {
        let known: BTreeSet<&String> = self.out.synonyms.keys().collect();
        let missing = self.used.iter().filter(|(_, name)| !known.contains(name));
        missing
            .map(|(line, name)| Problem { line: *line, what: format!("the synonym set `&{name}` is nowhere defined") })
            .collect()
    }
}

fn synonyms_in(element: &Element) -> Vec<String> {
    match element {
        Element::Synonym(name) => vec![name.clone()],
        Element::Noun(inner) | Element::Phrase(inner) => inner.iter().flat_map(synonyms_in).collect(),
        _ => Vec::new(),
    }
}

/// `---`, `057`, `042:043`, or `:043` for the event the other way round alone; a letter may follow three digits.
fn codes(text: &str) -> Result<Codes, String> {
    let digits = |code: &str| (2..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    let lettered = |code: &str| {
        code.len() == 4 && code.is_ascii() && code.get(..3).is_some_and(digits) && code.ends_with(char::is_alphabetic)
    };
    let one = |part: &str| match part.trim() {
        "---" | "+++" => Ok(None),
        "" if text.trim().len() > 1 => Ok(None),
        code if digits(code) || lettered(code) => Ok(Some(code.to_owned())),
        code => Err(format!("`[{code}]` is no event code: write two to four digits, `---` for none, or `a:b`")),
    };
    match text.split_once(':') {
        Some((first, second)) => Ok((one(first)?, one(second)?)),
        None => Ok((one(text)?, None)),
    }
}

/// Which word of a verb inflects: the one that `+` marks, else the first.
fn head_of(bare: &str) -> usize {
    bare.trim().split('_').position(|w| w.starts_with('+')).unwrap_or_default()
}

/// The forms of a verb; regular ones where none are given. `+` marks the word that inflects.
fn verb_forms(bare: &str, given: Option<&str>) -> Result<Vec<Vec<String>>, String> {
    let part = |text: &str| -> Vec<String> { words(&text.replace('+', " ")) };
    let first = part(bare);
    let head = head_of(bare);
    if first.is_empty() {
        return Err("a verb without words".to_owned());
    }
    let mut out = vec![first.clone()];
    match given {
        Some(list) => out.extend(list.split_whitespace().map(part).filter(|f| !f.is_empty())),
        None => {
            let word = first.get(head).map(|w| w.to_lowercase()).unwrap_or_default();
            for form in crate::inflect::verb_forms(detente_codebook::Language::En, &word) {
                let mut inflected = first.clone();
                if let Some(slot) = inflected.get_mut(head) {
                    *slot = form.words.to_uppercase();
                }
                out.push(inflected);
            }
        }
    }
    out.dedup();
    Ok(out)
}

/// The parts of one side of a pattern.
fn elements(text: &str) -> Result<Vec<Element>, String> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        rest = match first {
            '{' => {
                let (_, inside, after) = bracketed(rest, '{', '}').ok_or("a brace of a pattern is not closed")?;
                out.push(Element::Noun(elements(inside)?));
                after
            }
            '(' => {
                let (inside, after) = enclosed(rest).ok_or("a parenthesis of a pattern is not closed")?;
                out.push(Element::Phrase(elements(inside)?));
                after
            }
            '}' | ')' => return Err(format!("`{first}` of a pattern was never opened")),
            _ => {
                let end = rest.find([' ', '{', '(', ')', '}']).unwrap_or(rest.len());
                out.extend(plain(rest.get(..end).unwrap_or_default()));
                rest.get(end..).unwrap_or_default()
            }
        }
        .trim_start();
    }
    Ok(out)
}

/// What stands between the first parenthesis and the one that closes it.
fn enclosed(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some((text.get(1..at)?, text.get(at + 1..)?));
        }
    }
    None
}

fn plain(word: &str) -> Vec<Element> {
    match word.chars().next() {
        Some('&') => vec![Element::Synonym(word.trim_start_matches('&').trim_end_matches('_').to_uppercase())],
        Some(mark @ ('$' | '+' | '%' | '^' | '?')) if word.chars().count() == 1 => vec![Element::Mark(mark)],
        _ => words(word).into_iter().map(Element::Word).collect(),
    }
}

/// `a (a b ATTACK) SAY = a b 015`.
fn transformation(text: &str, line: usize) -> Result<Transformation, String> {
    let wrong = || "write a transformation as `~ a (a b VERB) VERB = a b CODE`".to_owned();
    let (left, right) = text.split_once('=').ok_or_else(wrong)?;
    let (source, inner, verb) = bracketed(left, '(', ')').ok_or_else(wrong)?;
    let three = |text: &str| match text.split_whitespace().collect::<Vec<_>>().as_slice() {
        [a, b, c] => Ok(((*a).to_owned(), (*b).to_owned(), (*c).to_owned())),
        _ => Err(wrong()),
    };
    let (source, verb) = (source.trim().to_owned(), verb.trim().to_owned());
    if source.is_empty() || verb.is_empty() {
        return Err(wrong());
    }
    Ok(Transformation { inner: three(inner)?, outer: (source, verb), result: three(right)?, line })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "&ARMS\n+GUN\n+ROCKET LAUNCHER\n\n--- ATTACK [190] ---\nATTACK\n+GIVE_UP {+GAVE_UP} [---]\n\
        - * {&ARMS DEPOT} [171] # ATTACK\n- POLICE * (WITH &ARMS) [042:043]\n~ a (a b ATTACK) SAY = a b 015\n";

    #[test]
    fn blocks_patterns_and_transformations() {
        let read = verbs(SMALL);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let verbs = read.entries;
        assert_eq!(verbs.synonyms["ARMS"].len(), 2);
        assert!(verbs.list[0].forms.contains(&vec!["ATTACKED".to_owned()]));
        assert_eq!(verbs.list[1].codes, (None, None));
        assert_eq!(verbs.blocks[0][1].codes, (Some("042".to_owned()), Some("043".to_owned())));
        assert_eq!(verbs.transformations.len(), 1);
    }

    #[test]
    fn malformed_lines_are_named() {
        let text =
            "LOOSE\n--- X ---\n--- Y [190] ---\nA {B\n- C [190]\n- * &NONE [190]\n- * (D [190]\n- * E [19x]\n- * F\n~ a b\n";
        let found: Vec<usize> = verbs(text).problems.iter().map(|p| p.line).collect();
        assert_eq!(found, [1, 2, 4, 5, 6, 7, 8, 9, 10]);
    }
}
