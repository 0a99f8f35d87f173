//! The patterns of a verb dictionary, made ready for matching.

use rustc_hash::FxHashMap;

use super::words::{Word, Words};
use crate::petrarch::{Codes, Element, Pattern};

/// One word of a pattern, or the synonym set it may be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Literal {
    Word(Word),
    Set(u32),
}

/// One part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A word.
    Plain(Literal),
    /// A noun, the last one, with the words before it.
    Noun(Vec<Literal>),
    /// A preposition of one or more words, the noun with what stands before it, and a mark for whoever it names.
    Phrase { case: Vec<Literal>, noun: Vec<Literal>, mark: Option<Mark> },
    /// A place of the pattern that an actor fills.
    Mark(Mark),
}

/// Who fills a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `$`
    Source,
    /// `+`
    Target,
    /// `%`: both, joined by `and`.
    Both,
    /// `^`: anybody.
    Anybody,
}

/// A pattern with its codes.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) before: Vec<Part>,
    pub(super) after: Vec<Part>,
    pub(super) codes: Codes,
    pub(super) file: u16,
    pub(super) line: usize,
    pub(super) text: Box<str>,
    /// How much the pattern asks for: the one that asks for most is taken.
    pub(super) weight: u32,
    /// Whether words before `*` are those of the subject, as in the grammar of PETRARCH-2.
    pub(super) nominal: bool,
}

/// A synonym set: single words, and members of several words by their last one.
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    /// Sorted.
    pub(super) single: Vec<Word>,
    pub(super) several: Vec<Box<[Word]>>,
}

impl Set {
    /// The words that a member can end with.
    fn ends(&self) -> impl Iterator<Item = Word> {
        self.single.iter().copied().chain(self.several.iter().filter_map(|m| m.last().copied()))
    }
}

/// The synonym sets of a file, by name.
pub(super) type SetNames = FxHashMap<String, u32>;

/// Turns the parts of one file's patterns into numbers.
pub(super) struct Compiler<'a> {
    pub(super) words: &'a mut Words,
    pub(super) sets: &'a SetNames,
    pub(super) file: u16,
    /// Whether the file is in the grammar of PETRARCH-2.
    pub(super) nominal: bool,
}

impl Compiler<'_> {
    /// A pattern; `None` when it names a set that is nowhere defined.
    pub(super) fn rule(&mut self, pattern: Pattern) -> Option<Rule> {
        let (before, after) = (self.parts(&pattern.before)?, self.parts(&pattern.after)?);
        let weight = before.iter().chain(&after).map(weight).sum();
        let text = pattern.text.into_boxed_str();
        Some(Rule {
            before,
            after,
            codes: pattern.codes,
            file: self.file,
            line: pattern.line,
            text,
            weight,
            nominal: self.nominal,
        })
    }

    fn parts(&mut self, elements: &[Element]) -> Option<Vec<Part>> {
        elements.iter().map(|e| self.part(e)).collect()
    }

    fn part(&mut self, element: &Element) -> Option<Part> {
        match element {
            Element::Word(word) => Some(Part::Plain(Literal::Word(self.words.add(word)))),
            Element::Synonym(name) => self.set(name).map(Part::Plain),
            Element::Noun(inner) => self.literals(inner).map(Part::Noun),
            Element::Phrase(inner) => self.phrase(inner),
            Element::Mark(mark) => mark_of(*mark).map(Part::Mark),
        }
    }

    fn set(&self, name: &str) -> Option<Literal> {
        self.sets.get(name).copied().map(Literal::Set)
    }

    fn literals(&mut self, elements: &[Element]) -> Option<Vec<Literal>> {
        let mut out = Vec::new();
        for element in elements {
            match element {
                Element::Word(word) => out.push(Literal::Word(self.words.add(word))),
                Element::Synonym(name) => out.push(self.set(name)?),
                Element::Noun(inner) | Element::Phrase(inner) => out.extend(self.literals(inner)?),
                Element::Mark(_) => {}
            }
        }
        Some(out)
    }

    /// `(TO {BANNED PARTIES})`, `(OUT OF)`, `(WITH +)`.
    fn phrase(&mut self, inner: &[Element]) -> Option<Part> {
        let mark = inner.iter().find_map(|e| if let Element::Mark(m) = e { mark_of(*m) } else { None });
        let literals = self.literals(inner)?;
        let joined = inner.len() == 2 && matches!(inner, [Element::Word(_), Element::Word(w)] if is_preposition(w));
        let (case, noun) = literals.split_at(if joined { 2 } else { 1 }.min(literals.len()));
        Some(Part::Phrase { case: case.to_vec(), noun: noun.to_vec(), mark })
    }
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "OF" | "TO" | "FROM" | "WITH" | "FOR" | "ON" | "IN" | "AT" | "BY" | "INTO" | "OVER" | "AGAINST")
}

fn mark_of(mark: char) -> Option<Mark> {
    match mark {
        '$' => Some(Mark::Source),
        '+' => Some(Mark::Target),
        '%' => Some(Mark::Both),
        '^' => Some(Mark::Anybody),
        _ => None,
    }
}

/// A word asks for more than a mark, a word of a set for a little less than the word itself.
fn weight(part: &Part) -> u32 {
    let literal = |l: &Literal| if matches!(l, Literal::Word(_)) { 10 } else { 9 };
    match part {
        Part::Plain(l) => literal(l),
        Part::Noun(all) => all.iter().map(literal).sum(),
        Part::Phrase { case, noun, mark } => {
            let words: u32 = case.iter().chain(noun).map(literal).sum();
            words.saturating_sub(3) + u32::from(mark.is_some()) * 2
        }
        Part::Mark(_) => 2,
    }
}

impl Rule {
    /// The words one of which must stand in the sentence; `None` when the pattern has no word.
    pub(super) fn key(&self, sets: &[Set]) -> Option<Vec<Word>> {
        let mut best: Option<Vec<Word>> = None;
        for literal in self.before.iter().chain(&self.after).filter_map(Part::head) {
            let words: Vec<Word> = match literal {
                Literal::Word(w) => vec![w],
                Literal::Set(n) => sets.get(n as usize).map(|s| s.ends().collect()).unwrap_or_default(),
            };
            if best.as_ref().is_none_or(|b| words.len() < b.len()) {
                best = Some(words);
            }
        }
        best
    }

    /// Whether the pattern asks for two joined subjects.
    pub(super) fn is_mutual(&self) -> bool {
        self.before.iter().any(|p| matches!(p, Part::Mark(Mark::Both)))
    }
}

impl Part {
    /// The word of a part that the others hang on.
    fn head(&self) -> Option<Literal> {
        match self {
            Self::Plain(l) => Some(*l),
            Self::Noun(all) => all.last().copied(),
            Self::Phrase { case, noun, .. } => noun.last().or(case.last()).copied(),
            Self::Mark(_) => None,
        }
    }
}
