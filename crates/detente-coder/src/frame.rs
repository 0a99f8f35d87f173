//! Frames: what a verb or an event noun means, as data for both languages.
//!
//! A frame of `data/frames/` gives the CAMEO code, the verbs and nouns that say it, and the
//! prepositions before the one it is done to. `@class` in a pattern stands for any noun of a class
//! in `classes.toml` within a few words.

use std::sync::LazyLock;

use detente_codebook::{CameoCode, Language, Sign};
use serde::Deserialize;

use crate::class::{ClassId, ClassSieve, Classes, ClassesAt, len_at};
use crate::clitic::{Split, without_article};
use crate::grammar::{Words, grammar};
use crate::inflect::{Tense, verb_forms};
use crate::token::{Token, form};
use crate::word::{Sieve, Word, WordMap};

/// One frame as its file writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frame {
    /// Its name, unique over all files.
    pub(crate) id: String,
    /// The code; none for verbs that are known and say nothing.
    pub(crate) cameo: Option<CameoCode>,
    /// What the other side does by it: a visit is answered by a host.
    pub(crate) answer: Option<CameoCode>,
    /// What it says of the tie between the two.
    pub(crate) sign: Option<Sign>,
    /// Whether both act on each other.
    #[serde(default)]
    pub(crate) mutual: bool,
    /// Whether the subject is the one it is done to: receive.
    #[serde(default)]
    pub(crate) inverse: bool,
    /// Whether the two sides are the rebels and the government of one state: civil war.
    #[serde(default)]
    pub(crate) within: bool,
    /// Whether it speaks of a treaty that was concluded before, not of its conclusion.
    #[serde(default)]
    pub(crate) standing: bool,
    /// Whether it speaks of giving, getting or using arms.
    #[serde(default)]
    pub(crate) gives: bool,
    /// Whether it is done to one's own people where nobody else is named: a curfew, elections.
    #[serde(default)]
    pub(crate) home: bool,
    /// Whether it introduces what somebody says.
    #[serde(default)]
    pub(crate) speech: bool,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    ar: Vec<String>,
    #[serde(default)]
    nouns_en: Vec<String>,
    #[serde(default)]
    nouns_ar: Vec<String>,
    #[serde(default)]
    to_en: Vec<String>,
    #[serde(default)]
    to_ar: Vec<String>,
}

impl Frame {
    /// Whether it says something that is coded; the others only keep their words from being misread.
    #[must_use]
    pub(crate) fn is_coded(&self) -> bool {
        self.cameo.is_some() || self.gives
    }

    /// The prepositions before the one it is done to; an empty one is the direct object.
    #[must_use]
    pub(crate) fn to(&self, language: Language) -> &[String] {
        if language == Language::Ar { &self.to_ar } else { &self.to_en }
    }
}

/// Whether a pattern is a verb or a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A verb in this tense.
    Verb(Tense),
    /// A noun.
    Noun,
}

#[derive(Clone, Debug)]
enum Element {
    Word(Word),
    Class(ClassId),
    Gap,
}

#[derive(Clone, Debug)]
struct Pattern {
    frame: usize,
    part: Part,
    /// The word that must follow first, when there is one, and the classes of which a noun must stand somewhere.
    asks: Asked,
    rest: Vec<Element>,
}

/// What can be looked up quickly before a pattern is followed.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    next: Sieve,
    classes: ClassSieve,
}

impl Asked {
    fn of(rest: &[Element]) -> Self {
        let mut out = Self::default();
        if let Some(Element::Word(word)) = rest.first() {
            out.next = word.sieve();
        }
        let classes = rest.iter().filter_map(|e| if let Element::Class(id) = e { Some(*id) } else { None });
        classes.for_each(|id| out.classes.add(id));
        out
    }
}

/// A frame that a place in a sentence calls up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trigger {
    /// Which frame.
    pub(crate) frame: usize,
    /// First token.
    pub(crate) from: usize,
    /// One past the last token of the first part.
    pub(crate) to: usize,
    /// One past the last token of the whole pattern, the class noun included.
    pub(crate) end: usize,
    /// Where the class noun stands, when there is one.
    pub(crate) class: Option<usize>,
    /// Verb or noun.
    pub(crate) part: Part,
    /// Whether a conjunction is written with the word (Arabic).
    pub(crate) conjunction: bool,
    /// The preposition written with the word (Arabic).
    pub(crate) preposition: Option<char>,
    /// Whether the future mark is written with the word (Arabic).
    pub(crate) future: bool,
    /// Whether a pronoun is written with the word (Arabic).
    pub(crate) pronoun: bool,
}

/// All frames of one language, by the first word of their patterns.
pub(crate) struct Frames {
    language: Language,
    /// The frames, in the order of the files.
    pub(crate) list: Vec<Frame>,
    by_word: WordMap<Vec<Pattern>>,
    time: &'static Words,
    /// The classes that the patterns name.
    pub(crate) classes: Classes,
}

#[derive(Deserialize)]
struct FrameFile {
    #[serde(default)]
    frame: Vec<Frame>,
}

const FILES: [&str; 11] = [
    include_str!("../../../data/frames/core.toml"),
    include_str!("../../../data/frames/cooperation.toml"),
    include_str!("../../../data/frames/conflict.toml"),
    include_str!("../../../data/frames/reactions.toml"),
    include_str!("../../../data/frames/diplomacy.toml"),
    include_str!("../../../data/frames/relief.toml"),
    include_str!("../../../data/frames/pressure.toml"),
    include_str!("../../../data/frames/force.toml"),
    include_str!("../../../data/frames/particulars.toml"),
    include_str!("../../../data/frames/idioms.toml"),
    include_str!("../../../data/frames/speech.toml"),
];

/// The files of frames by name.
pub(crate) const NAMED_FILES: [(&str, &str); 11] = [
    ("data/frames/core.toml", FILES[0]),
    ("data/frames/cooperation.toml", FILES[1]),
    ("data/frames/conflict.toml", FILES[2]),
    ("data/frames/reactions.toml", FILES[3]),
    ("data/frames/diplomacy.toml", FILES[4]),
    ("data/frames/relief.toml", FILES[5]),
    ("data/frames/pressure.toml", FILES[6]),
    ("data/frames/force.toml", FILES[7]),
    ("data/frames/particulars.toml", FILES[8]),
    ("data/frames/idioms.toml", FILES[9]),
    ("data/frames/speech.toml", FILES[10]),
];

const TRANSFERS: &str = include_str!("../../../data/arms/transfers.toml");

static ARABIC: LazyLock<Frames> = LazyLock::new(|| Frames::read(Language::Ar, &FILES));
static ENGLISH: LazyLock<Frames> = LazyLock::new(|| Frames::read(Language::En, &FILES));
static GIVING_ARABIC: LazyLock<Frames> = LazyLock::new(|| Frames::read(Language::Ar, &[TRANSFERS]));
static GIVING_ENGLISH: LazyLock<Frames> = LazyLock::new(|| Frames::read(Language::En, &[TRANSFERS]));

/// The frame with its prepositions folded, as the tokens of a text are.
fn folded(mut frame: Frame) -> Frame {
    for list in [&mut frame.to_en, &mut frame.to_ar] {
        list.iter_mut().for_each(|w| *w = detente_codebook::fold::fold(w));
    }
    frame
}

/// The compiled-in frames of a language.
#[must_use]
pub(crate) fn frames(language: Language) -> &'static Frames {
    if language == Language::Ar { &ARABIC } else { &ENGLISH }
}

/// The compiled-in frames of giving, getting and using arms.
#[must_use]
pub(crate) fn giving(language: Language) -> &'static Frames {
    if language == Language::Ar { &GIVING_ARABIC } else { &GIVING_ENGLISH }
}

/// How far a class noun may stand behind the word before it.
const REACH: usize = 9;

/// Within how many words a nearer noun weighs more.
const NEAREST: usize = 15;

/// How many words of time may stand inside a phrase.
const ASIDE: usize = 3;

/// How many readings of one word are weighed against each other.
const MOST_READINGS: usize = 5;

impl Frames {
    fn read(language: Language, files: &[&str]) -> Self {
        let classes = Classes::read(language);
        let mut built = Self { language, list: Vec::new(), by_word: WordMap::default(), time: &grammar(language).time, classes };
        for file in files {
            let frames = detente_codebook::embedded::<FrameFile>(file).map(|f| f.frame).unwrap_or_default();
            frames.into_iter().map(folded).for_each(|f| built.add(f));
        }
        built
    }

    fn add(&mut self, frame: Frame) {
        let index = self.list.len();
        let (verbs, nouns) = match self.language {
            Language::Ar => (&frame.ar, &frame.nouns_ar),
            Language::En => (&frame.en, &frame.nouns_en),
        };
        for verb in verbs.clone() {
            for inflected in verb_forms(self.language, &verb) {
                self.add_pattern(index, Part::Verb(inflected.tense), &inflected.words);
            }
        }
        for noun in nouns.clone() {
            self.add_pattern(index, Part::Noun, &noun);
        }
        self.list.push(frame);
    }

    fn add_pattern(&mut self, frame: usize, part: Part, words: &str) {
        let mut elements = Vec::new();
        for word in words.split(' ') {
            if word == "*" {
                elements.push(Element::Gap);
            } else if let Some(class) = word.strip_prefix('@') {
                // A test keeps the classes of all patterns known.
                elements.extend(self.classes.id(class).map(Element::Class));
            } else {
                elements.extend(form(word).into_iter().map(|t| Element::Word(Word::new(&t.fold))));
            }
        }
        let mut elements = elements.into_iter();
        if let Some(Element::Word(first)) = elements.next() {
            let bare = self.language == Language::Ar && part == Part::Noun;
            let key = if bare { without_article(first.letters()) } else { first.letters() };
            let rest: Vec<Element> = elements.collect();
            self.by_word.entry(key).push(Pattern { frame, part, asks: Asked::of(&rest), rest });
        }
    }

    /// The frames that begin at `at` and that `fit`, best first: the longest pattern, then the first in
    /// the files.
    #[must_use]
    pub(crate) fn at(&self, line: &Line<'_>, at: usize, fits: &dyn Fn(&Trigger) -> bool) -> Vec<Trigger> {
        let Some(token) = line.tokens.get(at).filter(|t| t.is_word()) else { return Vec::new() };
        let mut found: Vec<(usize, Trigger)> = Vec::new();
        for split in token.readings().take(readings_of(self.language)) {
            let patterns = self.by_word.get(split.spelled()).into_iter().flatten();
            let bare = split.bare();
            let shorter = if bare.letters.len() == split.stem.len() { None } else { self.by_word.get(bare) };
            let nouns = shorter.into_iter().flatten().filter(|p| p.part == Part::Noun);
            for pattern in patterns.chain(nouns).filter(|p| allowed(&split, p.part) && self.may_follow(line, at, p)) {
                let Some(trigger) = self.follow(line, at, pattern, &split).filter(|t| fits(t)) else { continue };
                let weight = pattern.rest.len() * 4 + usize::from(!split.pronoun) + usize::from(split.preposition.is_none());
                // Of two patterns of one length the one whose noun is nearer fits better.
                let near = trigger.class.map_or(0, |c| NEAREST.saturating_sub(c.abs_diff(at)));
                found.push((weight * (NEAREST + 1) + near, trigger));
            }
        }
        found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        found.into_iter().map(|(_, t)| t).take(MOST_READINGS).collect()
    }

    /// An Arabic subject may stand between the verb and its particle.
    fn is_wide(&self, pattern: &Pattern) -> bool {
        self.language == Language::Ar && matches!(pattern.part, Part::Verb(_))
    }

    /// Whether what a pattern asks for may be there; most patterns end here.
    fn may_follow(&self, line: &Line<'_>, at: usize, pattern: &Pattern) -> bool {
        let reach = if self.is_wide(pattern) { REACH } else { 1 };
        line.present.may_hold(pattern.asks.classes)
            && (pattern.asks.next == Sieve::default() || line.ahead(at + 1, reach + ASIDE).may_hold(pattern.asks.next))
    }

    fn follow(&self, line: &Line<'_>, at: usize, pattern: &Pattern, split: &Split<'_>) -> Option<Trigger> {
        let wide = self.is_wide(pattern);
        let (mut to, mut end, mut class, mut gap, mut open) = (at + 1, at + 1, None, if wide { REACH } else { 1 }, wide);
        for element in &pattern.rest {
            match element {
                Element::Word(word) => {
                    let stands = |i: &usize| line.tokens.get(*i).is_some_and(|t| self.is_word(t, word));
                    let here = (end..=end + gap).find(stands).or_else(|| {
                        // A day or an adverb may stand between the words of a phrase.
                        let aside =
                            (end..end + ASIDE).take_while(|i| line.tokens.get(*i).is_some_and(|t| self.time.has(&t.fold)));
                        let past = end + gap + 1;
                        (past..past + aside.count()).find(stands)
                    })?;
                    // A party may stand between a verb and its particle: the slots begin before it.
                    open |= here > end;
                    end = here + 1;
                    if class.is_none() && !open {
                        to = end;
                    }
                    gap = 1;
                }
                Element::Gap => (gap, open) = (REACH, true),
                Element::Class(id) => {
                    // `the jets that it received`: the noun may stand before a verb with its pronoun.
                    // `the accord ratified by`: it may stand before a participle too.
                    let by = matches!(pattern.part, Part::Verb(Tense::Participle | Tense::Past))
                        && line.tokens.get(end).is_some_and(|t| t.fold == "by");
                    let before = || line.class_before(at, *id).filter(|_| split.pronoun || by).map(|from| (from, end));
                    let (from, until) = line.class_after(end, *id).or_else(before)?;
                    class = Some(from);
                    end = until;
                }
            }
        }
        let part = pattern.part;
        let (conjunction, preposition, future, pronoun) = (split.conjunction, split.preposition, split.future, split.pronoun);
        Some(Trigger { frame: pattern.frame, from: at, to, end, class, part, conjunction, preposition, future, pronoun })
    }

    fn is_word(&self, token: &Token, word: &Word) -> bool {
        let inner = || token.readings().any(|s| !s.conjunction && word.is(s.spelled()));
        word.is(token.spelled()) || self.language == Language::Ar && inner()
    }
}

/// The tokens of a sentence with the classes of their nouns.
pub(crate) struct Line<'a> {
    /// The tokens.
    pub(crate) tokens: &'a [Token],
    /// The classes.
    pub(crate) classes: &'a ClassesAt,
    /// For each token, the words that it may be in a pattern.
    words: Vec<Sieve>,
    /// The classes of all its nouns.
    present: ClassSieve,
}

impl<'a> Line<'a> {
    /// The line of some tokens and their classes.
    pub(crate) fn new(tokens: &'a [Token], classes: &'a ClassesAt, language: Language) -> Self {
        let most = readings_of(language);
        let words = tokens.iter().map(|t| {
            let mut all = Sieve::default();
            t.readings().take(most).filter(|s| !s.conjunction).for_each(|s| all.add(Sieve::of(s.spelled().number)));
            all
        });
        let mut present = ClassSieve::default();
        classes.iter().flatten().for_each(|(id, _)| present.add(*id));
        Self { tokens, classes, words: words.collect(), present }
    }

    /// The words from a token on, and so many behind it.
    fn ahead(&self, from: usize, reach: usize) -> Sieve {
        let mut all = Sieve::default();
        self.words.iter().skip(from).take(reach + 1).for_each(|w| all.add(*w));
        all
    }
    /// The first noun of a class within reach: where it begins, and one past its end.
    fn class_after(&self, from: usize, id: ClassId) -> Option<(usize, usize)> {
        let stop = |t: &Token| t.is_mark('.') || t.is_mark(';') || t.is_mark(':') || t.is_mark('؛');
        for at in from..from + REACH {
            if self.tokens.get(at).is_none_or(stop) {
                return None;
            }
            if let Some(len) = len_at(self.classes, at, id) {
                return Some((at, at + len));
            }
        }
        None
    }
}

impl Line<'_> {
    /// The nearest noun of a class a few words before a place.
    fn class_before(&self, at: usize, id: ClassId) -> Option<usize> {
        const NEAR: usize = 7;
        (at.saturating_sub(NEAR)..at).rev().find(|i| len_at(self.classes, *i, id).is_some())
    }
}

/// How many readings of a word count: only Arabic writes others with it.
fn readings_of(language: Language) -> usize {
    if language == Language::Ar { usize::MAX } else { 1 }
}

/// A verb takes no preposition before it, a noun no future mark.
fn allowed(split: &Split, part: Part) -> bool {
    match part {
        // A past verb takes no future mark.
        Part::Verb(tense) => split.preposition.is_none() && (tense != Tense::Past || !split.future),
        Part::Noun => !split.future,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_files_are_read_and_ids_are_unique() {
        let mut seen = BTreeSet::new();
        for file in FILES {
            let read = toml::from_str::<FrameFile>(file);
            assert!(read.is_ok(), "{:?}", read.err());
            for frame in read.unwrap().frame {
                assert!(seen.insert(frame.id.clone()), "{} stands twice", frame.id);
            }
        }
    }

    #[test]
    fn every_class_in_a_pattern_exists() {
        let known = Classes::read(Language::En);
        for file in FILES {
            for word in file.split([' ', '"', ',']).filter_map(|w| w.strip_prefix('@')) {
                assert!(known.id(word).is_some(), "no class {word}");
            }
        }
    }
}
