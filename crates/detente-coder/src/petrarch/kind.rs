//! What a dictionary file holds, told from its name or from its lines.

use super::lines::lines;

/// What a dictionary file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Names with the codes of actors.
    Actors,
    /// Roles beside an actor.
    Agents,
    /// Verbs and patterns with event codes.
    Verbs,
    /// Phrases that keep a sentence or a story from being coded.
    Discards,
    /// Topics.
    Issues,
    /// Numbers for codes, so that nested verbs can be added up.
    Ontology,
}

/// What a file holds, told from its name; `None` when the name does not say it.
///
/// ```
/// use detente_coder::petrarch::{Kind, kind_of};
///
/// assert_eq!(kind_of("Phoenix.Countries.actors.txt"), Some(Kind::Actors));
/// assert_eq!(kind_of("notes.txt"), None);
/// ```
#[must_use]
pub fn kind_of(name: &str) -> Option<Kind> {
    let lower = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    match () {
        () if has(&["actor"]) => Some(Kind::Actors),
        () if has(&["agent"]) => Some(Kind::Agents),
        () if has(&["discard"]) => Some(Kind::Discards),
        () if has(&["issue"]) => Some(Kind::Issues),
        () if has(&["ontology", "pico"]) => Some(Kind::Ontology),
        () if has(&["verb", "cameo.2", "cameo.ar", "synset"]) => Some(Kind::Verbs),
        () => None,
    }
}

/// What a file holds, told from its lines; `None` when they are of no kind or of several.
///
/// ```
/// use detente_coder::petrarch::{Kind, kind_in};
///
/// assert_eq!(kind_in("ARDANIA_ [ARD]\n\t[ARDGOV 910101-991231]\n"), Some(Kind::Actors));
/// assert_eq!(kind_in("MINISTER [~GOV]\n"), Some(Kind::Agents));
/// assert_eq!(kind_in("Some words.\n"), None);
/// ```
#[must_use]
pub fn kind_in(text: &str) -> Option<Kind> {
    const SAMPLE: usize = 400;
    let found = lines(text);
    let all = || found.iter().take(SAMPLE).map(|l| l.text.trim());
    let count = |fits: &dyn Fn(&str) -> bool| all().filter(|l| fits(l)).count();
    if found.iter().any(|l| l.text.starts_with("---") && l.text.contains('[')) || count(&|l| l.starts_with('&')) > 0 {
        return Some(Kind::Verbs);
    }
    let numbered =
        |l: &str| l.split_once(':').is_some_and(|(code, sum)| is_code(code) && sum.trim_start().starts_with(['0', '-']));
    let coded = |l: &str| l.contains('[') && l.contains(']');
    let role = |l: &str| coded(l) && (l.contains("[~") || l.contains("~]"));
    let topic = |l: &str| coded(l) && l.split_once(':').is_some_and(|(mark, _)| mark.len() <= 2);
    let kinds = [
        (Kind::Ontology, count(&numbered)),
        (Kind::Agents, count(&role)),
        (Kind::Issues, count(&topic)),
        (Kind::Actors, count(&coded)),
    ];
    let half = |n: usize| n > 0 && 3 * n >= all().count();
    kinds.into_iter().find(|(_, n)| half(*n)).map(|(kind, _)| kind)
}

fn is_code(text: &str) -> bool {
    text == "---" || !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_lines() {
        assert_eq!(kind_in("# c\n--- HELP [070] ---\nHELP\n"), Some(Kind::Verbs));
        assert_eq!(kind_in("&ARMS\n+GUN\n"), Some(Kind::Verbs));
        assert_eq!(kind_in("010:0x1000\n120:-0xFFFF\n"), Some(Kind::Ontology));
        assert_eq!(kind_in("n:trade war [TRADE]\n"), Some(Kind::Issues));
        assert_eq!(kind_in(""), None);
    }
}
