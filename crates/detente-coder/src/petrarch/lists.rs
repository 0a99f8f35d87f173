//! Discard and issue lists.

use super::lines::{bracketed, lines, words};
use super::{Problem, Read};

/// A phrase that keeps a sentence, or a whole story, from being coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discard {
    /// Its words in capitals.
    pub words: Vec<String>,
    /// Whether it drops the story.
    pub story: bool,
    /// The line of the file.
    pub line: usize,
}

/// A phrase that names a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its words in capitals.
    pub words: Vec<String>,
    /// The code of the topic; `~` marks a phrase to be ignored.
    pub code: String,
}

/// Reads a discard list: one phrase a line, `+` before those that drop the story.
#[must_use]
pub fn discards(text: &str) -> Read<Vec<Discard>> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for line in lines(text) {
        let text = line.text.trim();
        let (phrase, story) = text.strip_prefix('+').map_or((text, false), |p| (p, true));
        let found = words(phrase);
        if found.is_empty() || phrase.contains(['[', ']', '{', '}']) {
            let what = format!("`{text}` is no phrase: write words alone, with `+` before them to drop the story");
            problems.push(Problem { line: line.number, what });
        } else {
            entries.push(Discard { words: found, story, line: line.number });
        }
    }
    Read { entries, problems }
}

/// Reads an issue list: `phrase [CODE]`, with `n:` or `v:` before the phrase allowed.
#[must_use]
pub fn issues(text: &str) -> Read<Vec<Issue>> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for line in lines(text) {
        match issue(line.text.trim()) {
            Ok(found) => entries.push(found),
            Err(what) => problems.push(Problem { line: line.number, what }),
        }
    }
    Read { entries, problems }
}

fn issue(text: &str) -> Result<Issue, String> {
    let bare = text.split_once(':').filter(|(head, _)| head.len() <= 2).map_or(text, |(_, rest)| rest);
    if let Some(phrase) = bare.strip_prefix('~') {
        return Ok(Issue { words: words(phrase), code: "~".to_owned() });
    }
    let (phrase, code, _) = bracketed(bare, '[', ']').ok_or("no code: write `phrase [CODE]`")?;
    let (words, code) = (words(phrase), code.trim().to_owned());
    if words.is_empty() || code.is_empty() { Err("a phrase and a code are needed".to_owned()) } else { Ok(Issue { words, code }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_and_faults() {
        let read = discards("BASEBALL\n+TYPHOON\n[X]\n");
        assert_eq!((read.entries.len(), read.problems.len()), (2, 1));
        assert!(read.entries[1].story);
        let read = issues("n:trade war [TRADE]\nnothing\n");
        assert_eq!((read.entries.len(), read.problems.len()), (1, 1));
    }
}
