//! Which of the dictionaries of a folder are used.
//!
//! Files of one folder are one set. A folder that only holds folders holds several sets. Where there are
//! several files of verbs in one place, or several sets, they are rivals: their codes contradict each other.
//! Of rivals the fullest of each kind is used, for each script by itself, and the others are named.

use super::dictionary::Source;
use crate::petrarch::Kind;

/// The files that are used, and the names of those that are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The files, in their order.
    pub used: Vec<Source>,
    /// The names of the rivals that are left out.
    pub left: Vec<String>,
}

/// Chooses among the sets of a folder, each with its files.
///
/// ```
/// use detente_coder::petrarch::Kind;
/// use detente_coder::precise::{Source, choose};
///
/// let file = |name: &str, text: &str| Source { name: name.into(), kind: Kind::Verbs, text: text.into() };
/// let small = file("small.verbs.txt", "--- HELP [070] ---\nHELP\n");
/// let full = file("full.verbs.txt", "--- HELP [070] ---\nHELP\n- * ARMS [072]\n");
/// let chosen = choose(vec![vec![full, small]]);
/// assert_eq!(chosen.used[0].name, "full.verbs.txt");
/// assert_eq!(chosen.left, ["small.verbs.txt"]);
/// ```
#[must_use]
pub fn choose(sets: Vec<Vec<Source>>) -> Chosen {
    let sets: Vec<Vec<Source>> = sets.into_iter().filter(|s| !s.is_empty()).collect();
    let all: Vec<(usize, &Source)> = sets.iter().enumerate().flat_map(|(n, set)| set.iter().map(move |s| (n, s))).collect();
    let kept: Vec<bool> = all.iter().map(|(n, source)| is_kept(*n, source, &all)).collect();
    let mut out = Chosen::default();
    for (source, kept) in sets.iter().flatten().zip(kept) {
        if kept { out.used.push(source.clone()) } else { out.left.push(source.name.clone()) }
    }
    out
}

/// Whether no rival is fuller; of equals the first is kept.
fn is_kept(set: usize, source: &Source, all: &[(usize, &Source)]) -> bool {
    let alone = is_rival(source);
    let alike = |o: &Source| o.kind == source.kind && is_rival(o) == alone && is_arabic(&o.text) == is_arabic(&source.text);
    let weight = |n: usize, s: &Source| {
        let beside = all.iter().filter(|(m, o)| *m == n && alike(o));
        if alone { fullness(s) } else { beside.map(|(_, o)| o.text.len()).sum() }
    };
    let rivals = all.iter().filter(|(_, o)| alike(o)).map(|(n, s)| (weight(*n, s), *n, *s));
    let best = rivals.reduce(|a, b| if b.0 > a.0 { b } else { a });
    best.is_none_or(|(_, n, s)| if alone { std::ptr::eq(s, source) } else { n == set })
}

/// Files of verbs with patterns contradict each other; lists of synonyms do not.
fn is_rival(source: &Source) -> bool {
    source.kind == Kind::Verbs && fullness(source) > 0
}

/// How many patterns a file holds, those of the later grammar counted twice.
fn fullness(source: &Source) -> usize {
    let patterns = source.text.lines().filter(|l| l.starts_with('-'));
    patterns.map(|l| if l.contains(['(', '{']) { 2 } else { 1 }).sum()
}

/// Whether a text is written in Arabic letters for the most part of its beginning.
fn is_arabic(text: &str) -> bool {
    const SAMPLE: usize = 8000;
    let (mut arabic, mut latin) = (0, 0);
    for c in text.lines().filter(|l| !l.starts_with('#')).flat_map(str::chars).take(SAMPLE) {
        arabic += usize::from(('\u{0600}'..='\u{06FF}').contains(&c));
        latin += usize::from(c.is_ascii_alphabetic());
    }
    arabic * 2 > latin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, kind: Kind, text: &str) -> Source {
        Source { name: name.to_owned(), kind, text: text.to_owned() }
    }

    #[test]
    fn one_set_keeps_its_lists_and_the_fullest_verbs() {
        let actors = file("a.actors.txt", Kind::Actors, "ARDANIA [ARD]\n");
        let more = file("b.actors.txt", Kind::Actors, "BELMORA [BEL]\nCARDUM [CAR]\n");
        let first = file("v1.verbs.txt", Kind::Verbs, "--- HELP [070] ---\nHELP\n- * ARMS [072]\n");
        let later = file("v2.verbs.txt", Kind::Verbs, "--- HELP [070] ---\nHELP\n- * (WITH ARMS) [072]\n");
        let synonyms = file("synsets.txt", Kind::Verbs, "&ARMS\n+GUN\n");
        let chosen = choose(vec![vec![actors, more, synonyms, first, later]]);
        let names: Vec<&str> = chosen.used.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["a.actors.txt", "b.actors.txt", "synsets.txt", "v2.verbs.txt"]);
        assert_eq!(chosen.left, ["v1.verbs.txt"]);
    }

    #[test]
    fn of_several_sets_the_fullest_of_each_kind() {
        let small = file("s.actors.txt", Kind::Actors, "ARDANIA [ARD]\n");
        let full = file("f.actors.txt", Kind::Actors, "ARDANIA [ARD]\nBELMORA [BEL]\n");
        let verbs = file("v.verbs.txt", Kind::Verbs, "--- HELP [070] ---\nHELP\n- * ARMS [072]\n");
        let chosen = choose(vec![vec![small, verbs], vec![full], Vec::new()]);
        assert_eq!(chosen.left, ["s.actors.txt"]);
        assert_eq!(chosen.used.len(), 2);
    }
}
