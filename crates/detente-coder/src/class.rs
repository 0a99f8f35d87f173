//! Classes of nouns that the patterns of frames name with `@`: `@treaty`, `@arms`.

use std::collections::BTreeMap;

use detente_codebook::Language;
use serde::Deserialize;

use crate::clitic::without_article;
use crate::token::{Token, form};
use crate::word::{Spelled, Word, WordMap};

/// A class, by its place in the list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClassId(usize);

/// A small set of classes that may hold more than was put in, and never less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClassSieve(u128);

impl ClassSieve {
    pub(crate) fn add(&mut self, class: ClassId) {
        self.0 |= 1 << (class.0 % 128);
    }

    /// Whether all of another set may be in this one.
    pub(crate) fn may_hold(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }
}

/// For each token of a sentence, the classes of the nouns that begin there, and how many tokens each takes.
pub(crate) type ClassesAt = Vec<Vec<(ClassId, usize)>>;

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

const FILES: [&str; 2] =
    [include_str!("../../../data/frames/core_classes.toml"), include_str!("../../../data/frames/classes.toml")];

/// The class of treaties, which the well-known names of treaties belong to as well.
pub(crate) const TREATY: &str = "treaty";

/// The class of arms, which the items of transfers belong to as well.
const ARMS: &str = "arms";

/// All classes of one language, by the first word of their nouns.
#[derive(Debug, Default)]
pub(crate) struct Classes {
    ids: BTreeMap<String, ClassId>,
    by_word: WordMap<Vec<(ClassId, Vec<Word>)>>,
    arabic: bool,
}

impl Classes {
    /// The classes of the data files.
    pub(crate) fn read(language: Language) -> Self {
        let mut built = Self { arabic: language == Language::Ar, ..Self::default() };
        let read = |file| detente_codebook::embedded::<ClassFile>(file).map(|f| f.class).unwrap_or_default();
        for class in FILES.iter().flat_map(|f| read(f)) {
            let next = ClassId(built.ids.len());
            let id = *built.ids.entry(class.name).or_insert(next);
            let words = if built.arabic { class.ar } else { class.en };
            words.iter().for_each(|w| built.add(id, w));
        }
        // Whatever is transferred by name is arms too.
        if let Some(arms) = built.id(ARMS) {
            crate::transfer::names(language).iter().for_each(|w| built.add(arms, w));
        }
        built
    }

    fn add(&mut self, id: ClassId, words: &str) {
        let bare = |t: Token| if self.arabic { without_article(&t.fold).to_owned() } else { t.fold };
        let mut words = form(words).into_iter().map(bare);
        if let Some(first) = words.next() {
            let rest: Vec<Word> = words.map(|w| Word::new(&w)).collect();
            self.by_word.entry(&first).push((id, rest));
        }
    }

    /// The class of a name.
    pub(crate) fn id(&self, name: &str) -> Option<ClassId> {
        self.ids.get(name).copied()
    }

    /// The classes of every token of a sentence.
    pub(crate) fn of(&self, tokens: &[Token], language: Language) -> ClassesAt {
        let treaty = self.id(TREATY);
        let mut out: ClassesAt = (0..tokens.len()).map(|at| self.at(tokens, at)).collect();
        for (at, list) in out.iter_mut().enumerate() {
            let listed = list.iter().any(|(id, _)| Some(*id) == treaty);
            if let (Some(id), false, Some(len)) = (treaty, listed, crate::treaty::name_at(tokens, at, language)) {
                list.push((id, len));
            }
        }
        out
    }

    fn at(&self, tokens: &[Token], at: usize) -> Vec<(ClassId, usize)> {
        let Some(token) = tokens.get(at).filter(|t| t.is_word()) else { return Vec::new() };
        let mut out = Vec::new();
        // `war-torn`: the first word of a compound names nothing.
        let compound = !self.arabic && is_compound(tokens, at);
        if self.arabic {
            let stems = token.readings().filter(|s| !s.future);
            stems.for_each(|s| self.add_at(s.bare(), tokens, at, &mut out));
        } else {
            self.add_at(token.spelled(), tokens, at, &mut out);
            out.retain(|(_, len)| !compound || *len > 1);
        }
        out
    }

    fn add_at(&self, first: Spelled<'_>, tokens: &[Token], at: usize, out: &mut Vec<(ClassId, usize)>) {
        for (id, rest) in self.by_word.get(first).into_iter().flatten() {
            let same = |(t, w): (&Token, &Word)| w.is(t.spelled()) || self.arabic && w.is(t.bare());
            if tokens.len() > at + rest.len() && tokens.iter().skip(at + 1).zip(rest).all(same) {
                out.push((*id, rest.len() + 1));
            }
        }
    }
}

/// Whether a hyphen joins a word to the lower-case one behind it.
pub(crate) fn is_compound(tokens: &[Token], at: usize) -> bool {
    let (Some(word), Some(hyphen), Some(next)) = (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2)) else { return false };
    let joined = word.span.end == hyphen.span.start && hyphen.span.end == next.span.start;
    hyphen.is_mark('-') && joined && next.is_word() && !next.is_capital()
}

/// How many tokens the longest noun of a class takes at a place.
#[inline]
pub(crate) fn len_at(classes: &ClassesAt, at: usize, id: ClassId) -> Option<usize> {
    classes.get(at)?.iter().filter(|(c, _)| *c == id).map(|(_, len)| *len).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_read() {
        for file in FILES {
            assert!(toml::from_str::<ClassFile>(file).is_ok(), "{:?}", toml::from_str::<ClassFile>(file).err());
        }
        assert!(Classes::read(Language::En).id(TREATY).is_some());
    }
}
