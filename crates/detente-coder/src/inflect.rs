//! The forms of a verb.
//!
//! English: regular spelling rules beside a table of irregular verbs. Arabic: the dictionary gives
//! the past and the present of the third person, `وقع|يوقع`; person, number and gender are built.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::Language;

/// What a form of a verb says beyond its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tense {
    /// Present, or the bare form.
    Present,
    /// Past.
    Past,
    /// The English participle in -ed or -en, which may also be a past.
    Participle,
    /// The English form in -ing.
    Progressive,
}

/// One form of a verb, unfolded; a particle may follow the first word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VerbForm {
    /// The words.
    pub(crate) words: String,
    /// The tense.
    pub(crate) tense: Tense,
}

/// Every form of a dictionary verb.
#[must_use]
pub(crate) fn verb_forms(language: Language, verb: &str) -> Vec<VerbForm> {
    match language {
        Language::Ar => arabic(verb),
        Language::En => english(verb),
    }
}

const IRREGULAR: &str = include_str!("../../../data/grammar/irregular.tsv");

static TABLE: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        Some((cells.next()?, (cells.next()?, cells.next()?)))
    };
    IRREGULAR.lines().skip(1).filter_map(row).collect()
});

fn english(verb: &str) -> Vec<VerbForm> {
    let (head, tail) = verb.split_once(' ').map_or((verb, String::new()), |(h, t)| (h, format!(" {t}")));
    let (past, participle) = TABLE.get(head).map_or_else(
        || (vec![regular_past(head)], vec![regular_past(head)]),
        |(p, pp)| (p.split('/').map(str::to_owned).collect(), pp.split('/').map(str::to_owned).collect()),
    );
    let of = |words: &str, tense| VerbForm { words: format!("{words}{tail}"), tense };
    let mut out = vec![of(head, Tense::Present), of(&third(head), Tense::Present), of(&progressive(head), Tense::Progressive)];
    out.extend(past.iter().map(|w| of(w, Tense::Past)));
    out.extend(participle.iter().map(|w| of(w, Tense::Participle)));
    out
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

/// The ends that decide the spelling: last letter, and the one before it.
fn ends(word: &str) -> (char, char) {
    let mut back = word.chars().rev();
    (back.next().unwrap_or(' '), back.next().unwrap_or(' '))
}

fn third(head: &str) -> String {
    let (last, before) = ends(head);
    if last == 'y' && !is_vowel(before) {
        return format!("{}ies", head.trim_end_matches('y'));
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| head.ends_with(e));
    if sibilant { format!("{head}es") } else { format!("{head}s") }
}

/// Whether the last consonant doubles: stop, ban, admit, but not open.
fn doubles(head: &str) -> bool {
    const STRESSED: [&str; 25] = [
        "kidnap", "regret", "acquit", "annul", "dispel", "rebut", "airdrop", "admit", "commit", "permit", "submit", "compel",
        "expel", "repel", "deter", "refer", "transfer", "confer", "occur", "prefer", "rebel", "control", "patrol", "propel",
        "equip",
    ];
    let (last, before) = ends(head);
    let third = head.chars().rev().nth(2).unwrap_or('a');
    let short = !is_vowel(last) && !"wxy".contains(last) && is_vowel(before) && !is_vowel(third);
    short && (head.chars().filter(|c| is_vowel(*c)).count() == 1 || STRESSED.contains(&head))
}

fn doubled(head: &str) -> String {
    let (last, _) = ends(head);
    if doubles(head) { format!("{head}{last}") } else { head.to_owned() }
}

fn regular_past(head: &str) -> String {
    let (last, before) = ends(head);
    match last {
        'e' => format!("{head}d"),
        'y' if !is_vowel(before) => format!("{}ied", head.trim_end_matches('y')),
        _ => format!("{}ed", doubled(head)),
    }
}

fn progressive(head: &str) -> String {
    let (last, before) = ends(head);
    if last == 'e' && !"eoy".contains(before) {
        return format!("{}ing", head.strip_suffix('e').unwrap_or(head));
    }
    format!("{}ing", doubled(head))
}

/// `past|present`, either side with further stems after a slash.
fn arabic(verb: &str) -> Vec<VerbForm> {
    let (stems, tail) = verb.split_once(' ').map_or((verb, String::new()), |(h, t)| (h, format!(" {t}")));
    let (past, present) = stems.split_once('|').unwrap_or((stems, ""));
    let of = |words: String, tense| VerbForm { words: format!("{words}{tail}"), tense };
    let pasts = past.split('/').filter(|s| !s.is_empty()).flat_map(arabic_past).map(|w| of(w, Tense::Past));
    let presents = present.split('/').filter(|s| !s.is_empty()).flat_map(arabic_present).map(|w| of(w, Tense::Present));
    pasts.chain(presents).collect()
}

fn arabic_past(stem: &str) -> Vec<String> {
    let weak = stem.strip_suffix(['ى', 'ا']);
    let base = weak.unwrap_or(stem);
    let mut out = vec![stem.to_owned(), format!("{base}ت"), format!("{base}وا"), format!("{base}تا")];
    let full = if weak.is_some() { format!("{base}ي") } else { stem.to_owned() };
    out.extend(["ا", "نا", "تم"].iter().map(|end| format!("{full}{end}")));
    out
}

fn arabic_present(stem: &str) -> Vec<String> {
    let rest = stem.strip_prefix('ي').unwrap_or(stem);
    let weak = rest.strip_suffix(['ى', 'ي', 'و']);
    let mut out: Vec<String> = ["ي", "ت", "ن", "أ"].iter().map(|p| format!("{p}{rest}")).collect();
    let base = weak.unwrap_or(rest);
    for person in ["ي", "ت"] {
        out.extend(["ون", "وا"].iter().map(|end| format!("{person}{base}{end}")));
        out.extend(["ان", "ا"].iter().map(|end| format!("{person}{rest}{end}")));
        // The jussive after لم drops a weak last letter.
        out.extend(weak.map(|w| format!("{person}{w}")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(verb: &str) -> Vec<String> {
        verb_forms(Language::En, verb).into_iter().map(|f| f.words).collect()
    }

    #[test]
    fn english_spelling_rules() {
        assert_eq!(forms("ban"), ["ban", "bans", "banning", "banned", "banned"]);
        assert_eq!(forms("deploy"), ["deploy", "deploys", "deploying", "deployed", "deployed"]);
        assert!(forms("carry out").contains(&"carried out".to_owned()));
        assert!(forms("open").contains(&"opening".to_owned()));
        assert!(forms("strike").contains(&"struck".to_owned()));
    }

    #[test]
    fn arabic_persons() {
        let all: Vec<String> = verb_forms(Language::Ar, "هدد|يهدد").into_iter().map(|f| f.words).collect();
        for form in ["هدد", "هددت", "هددوا", "تهدد", "يهددون", "هددا"] {
            assert!(all.contains(&form.to_owned()), "{form}");
        }
    }
}
