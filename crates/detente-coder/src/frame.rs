//! Frames: what a verb or an event noun means, as data for both languages.
//!
//! A frame of `data/frames/` gives the CAMEO code, the verbs and nouns that say it, and the
//! prepositions before the one it is done to. `@class` in a pattern stands for any noun of a class
//! in `classes.toml` within a few words.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use detente_codebook::{CameoCode, Language, Sign};
use serde::Deserialize;

use crate::clitic::{splits, splits_with_pronouns, without_article};
use crate::inflect::{Tense, verb_forms};
use crate::token::{Token, form};

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
    Word(String),
    Class(String),
    Gap,
}

#[derive(Clone, Debug)]
struct Pattern {
    frame: usize,
    part: Part,
    rest: Vec<Element>,
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
    by_word: HashMap<String, Vec<Pattern>>,
    classes: BTreeMap<String, Vec<Vec<String>>>,
}

#[derive(Deserialize)]
struct FrameFile {
    #[serde(default)]
    frame: Vec<Frame>,
}

#[derive(Deserialize)]
struct Class {
    name: String,
    en: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
struct ClassFile {
    #[serde(default)]
    class: Vec<Class>,
}

const CLASSES: [&str; 2] =
    [include_str!("../../../data/frames/core_classes.toml"), include_str!("../../../data/frames/classes.toml")];
const FILES: [&str; 4] = [
    include_str!("../../../data/frames/core.toml"),
    include_str!("../../../data/frames/cooperation.toml"),
    include_str!("../../../data/frames/conflict.toml"),
    include_str!("../../../data/frames/speech.toml"),
];

const TRANSFERS: &str = include_str!("../../../data/arms/transfers.toml");

static FRAMES: LazyLock<[Frames; 2]> = LazyLock::new(|| [Frames::read(Language::Ar, &FILES), Frames::read(Language::En, &FILES)]);
static GIVING: LazyLock<[Frames; 2]> =
    LazyLock::new(|| [Frames::read(Language::Ar, &[TRANSFERS]), Frames::read(Language::En, &[TRANSFERS])]);

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
    let [ar, en] = &*FRAMES;
    if language == Language::Ar { ar } else { en }
}

/// The compiled-in frames of giving, getting and using arms.
#[must_use]
pub(crate) fn giving(language: Language) -> &'static Frames {
    let [ar, en] = &*GIVING;
    if language == Language::Ar { ar } else { en }
}

/// How far a class noun may stand behind the word before it.
const REACH: usize = 9;

/// How many readings of one word are weighed against each other.
const MOST_READINGS: usize = 5;

impl Frames {
    fn read(language: Language, files: &[&str]) -> Self {
        let mut built = Self { language, list: Vec::new(), by_word: HashMap::new(), classes: BTreeMap::new() };
        let read = |file| toml::from_str::<ClassFile>(file).map(|f| f.class).unwrap_or_default();
        for class in CLASSES.iter().flat_map(|f| read(f)) {
            let words = if language == Language::Ar { &class.ar } else { &class.en };
            let entries: Vec<Vec<String>> = words.iter().map(|w| built.noun_words(w)).collect();
            built.classes.entry(class.name).or_default().extend(entries);
        }
        for file in files {
            let frames = toml::from_str::<FrameFile>(file).map(|f| f.frame).unwrap_or_default();
            frames.into_iter().map(folded).for_each(|f| built.add(f));
        }
        built
    }

    fn noun_words(&self, words: &str) -> Vec<String> {
        let bare = |t: Token| if self.language == Language::Ar { without_article(&t.fold).to_owned() } else { t.fold };
        form(words).into_iter().map(bare).collect()
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
                elements.push(Element::Class(class.to_owned()));
            } else {
                elements.extend(form(word).into_iter().map(|t| Element::Word(t.fold)));
            }
        }
        let mut elements = elements.into_iter();
        if let Some(Element::Word(first)) = elements.next() {
            let bare = self.language == Language::Ar && part == Part::Noun;
            let key = if bare { without_article(&first).to_owned() } else { first };
            self.by_word.entry(key).or_default().push(Pattern { frame, part, rest: elements.collect() });
        }
    }

    /// The frames that begin at `at` and that `fit`, best first: the longest pattern, then the first in
    /// the files.
    #[must_use]
    pub(crate) fn at(&self, tokens: &[Token], at: usize, fits: &dyn Fn(&Trigger) -> bool) -> Vec<Trigger> {
        let Some(token) = tokens.get(at).filter(|t| t.is_word()) else { return Vec::new() };
        let mut found: Vec<(usize, Trigger)> = Vec::new();
        for split in self.readings(token) {
            let patterns = self.by_word.get(split.stem.as_str()).into_iter().flatten();
            let bare = without_article(&split.stem);
            let nouns = self.by_word.get(bare).into_iter().flatten().filter(|p| p.part == Part::Noun && bare != split.stem);
            for pattern in patterns.chain(nouns).filter(|p| self.allowed(&split, p.part)) {
                let Some(trigger) = self.follow(tokens, at, pattern, &split).filter(|t| fits(t)) else { continue };
                let weight = pattern.rest.len() * 4 + usize::from(!split.pronoun) + usize::from(split.preposition.is_none());
                found.push((weight, trigger));
            }
        }
        found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        found.into_iter().map(|(_, t)| t).take(MOST_READINGS).collect()
    }

    fn readings(&self, token: &Token) -> Vec<crate::clitic::Split> {
        match self.language {
            Language::Ar => splits_with_pronouns(&token.fold),
            Language::En => splits(&token.fold).into_iter().take(1).collect(),
        }
    }

    /// A verb takes no preposition before it, a noun no future mark.
    fn allowed(&self, split: &crate::clitic::Split, part: Part) -> bool {
        match part {
            // A past verb takes no future mark.
            Part::Verb(tense) => split.preposition.is_none() && (tense != Tense::Past || !split.future),
            Part::Noun => !split.future,
        }
    }

    fn follow(&self, tokens: &[Token], at: usize, pattern: &Pattern, split: &crate::clitic::Split) -> Option<Trigger> {
        // An Arabic subject may stand between the verb and its particle.
        let wide = self.language == Language::Ar && matches!(pattern.part, Part::Verb(_));
        let (mut to, mut end, mut class, mut gap, mut open) = (at + 1, at + 1, None, if wide { REACH } else { 1 }, wide);
        for element in &pattern.rest {
            match element {
                Element::Word(word) => {
                    let here = (end..=end + gap).find(|i| tokens.get(*i).is_some_and(|t| self.is_word(t, word)))?;
                    // A party may stand between a verb and its particle: the slots begin before it.
                    open |= here > end;
                    end = here + 1;
                    if class.is_none() && !open {
                        to = end;
                    }
                    gap = 1;
                }
                Element::Gap => (gap, open) = (REACH, true),
                Element::Class(name) => {
                    let (from, until) = self.class_after(tokens, end, name)?;
                    class = Some(from);
                    end = until;
                }
            }
        }
        let part = pattern.part;
        let (conjunction, preposition, future, pronoun) = (split.conjunction, split.preposition, split.future, split.pronoun);
        Some(Trigger { frame: pattern.frame, from: at, to, end, class, part, conjunction, preposition, future, pronoun })
    }

    fn is_word(&self, token: &Token, word: &str) -> bool {
        token.fold == word
            || self.language == Language::Ar && splits(&token.fold).iter().any(|s| !s.conjunction && s.stem == word)
    }

    fn class_after(&self, tokens: &[Token], from: usize, name: &str) -> Option<(usize, usize)> {
        let stop = |t: &Token| t.is_mark('.') || t.is_mark(';') || t.is_mark(':') || t.is_mark('؛');
        for at in from..from + REACH {
            let token = tokens.get(at)?;
            if stop(token) {
                return None;
            }
            if let Some(len) = self.class_at(tokens, at, name) {
                return Some((at, at + len));
            }
        }
        None
    }

    /// How many tokens a noun of the class takes at `at`.
    #[must_use]
    pub(crate) fn class_at(&self, tokens: &[Token], at: usize, name: &str) -> Option<usize> {
        let entries = self.classes.get(name)?;
        let listed = entries.iter().filter(|e| self.is_noun(tokens, at, e)).map(Vec::len).max();
        listed.or_else(|| if name == "treaty" { crate::treaty::name_at(tokens, at, self.language) } else { None })
    }

    fn is_noun(&self, tokens: &[Token], at: usize, words: &[String]) -> bool {
        let Some((first, rest)) = words.split_first() else { return false };
        let Some(token) = tokens.get(at) else { return false };
        let head = match self.language {
            Language::En => token.fold == *first,
            Language::Ar => splits_with_pronouns(&token.fold).iter().any(|s| !s.future && without_article(&s.stem) == first),
        };
        let same = |(t, w): (&Token, &String)| t.fold == *w || self.language == Language::Ar && without_article(&t.fold) == w;
        head && tokens.len() > at + rest.len() && tokens.iter().skip(at + 1).zip(rest).all(same)
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
        for file in CLASSES {
            assert!(toml::from_str::<ClassFile>(file).is_ok(), "{:?}", toml::from_str::<ClassFile>(file).err());
        }
    }

    #[test]
    fn every_class_in_a_pattern_exists() {
        for language in [Language::Ar, Language::En] {
            let f = frames(language);
            for pattern in f.by_word.values().flatten() {
                for element in &pattern.rest {
                    if let Element::Class(name) = element {
                        assert!(f.classes.contains_key(name), "no class {name}");
                    }
                }
            }
        }
    }
}
