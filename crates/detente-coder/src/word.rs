//! Words by number: two words are compared by a hash, and by their letters only where the hashes agree.
//!
//! A text is matched against tens of thousands of words; nearly every comparison ends at the first number.

use std::hash::Hasher as _;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

/// The number of a word. Equal words have equal numbers; different words may.
#[must_use]
#[inline]
pub(crate) fn number(letters: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(letters.as_bytes());
    hasher.finish()
}

/// A word of a text with its number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spelled<'a> {
    pub(crate) number: u64,
    pub(crate) letters: &'a str,
}

impl<'a> From<&'a str> for Spelled<'a> {
    fn from(letters: &'a str) -> Self {
        Self { number: number(letters), letters }
    }
}

/// A word of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    number: u64,
    letters: Box<str>,
}

impl Word {
    pub(crate) fn new(letters: &str) -> Self {
        Self { number: number(letters), letters: letters.into() }
    }

    /// Whether a word of a text is this one.
    #[inline]
    pub(crate) fn is(&self, other: Spelled<'_>) -> bool {
        self.number == other.number && *self.letters == *other.letters
    }

    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    pub(crate) fn letters(&self) -> &str {
        &self.letters
    }

    pub(crate) fn sieve(&self) -> Sieve {
        Sieve::of(self.number)
    }
}

/// A small set of words that may hold more than was put in, and never less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sieve(u128);

impl Sieve {
    #[inline]
    pub(crate) fn of(number: u64) -> Self {
        Self(1 << (number >> 57))
    }

    #[inline]
    pub(crate) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether all of another set may be in this one.
    #[inline]
    pub(crate) fn may_hold(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }
}

/// What is known of words, by their letters.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<V> {
    table: HashTable<(Word, V)>,
    sieve: Sieve,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self { table: HashTable::new(), sieve: Sieve::default() }
    }
}

impl<V> WordMap<V> {
    /// What is known of a word.
    #[inline]
    pub(crate) fn get(&self, word: Spelled<'_>) -> Option<&V> {
        if !self.sieve.may_hold(Sieve::of(word.number)) {
            return None;
        }
        self.looked_up(word)
    }

    fn looked_up(&self, word: Spelled<'_>) -> Option<&V> {
        self.table.find(word.number, |(w, _)| w.is(word)).map(|(_, v)| v)
    }

    /// As [`WordMap::get`], for letters whose number is not known.
    #[inline]
    pub(crate) fn find(&self, letters: &str) -> Option<&V> {
        self.get(letters.into())
    }

    #[inline]
    pub(crate) fn has(&self, word: Spelled<'_>) -> bool {
        self.get(word).is_some()
    }

    /// Changes everything that is known.
    pub(crate) fn change(&mut self, change: impl Fn(&mut V)) {
        self.table.iter_mut().for_each(|(_, v)| change(v));
    }
}

impl<V: Default> WordMap<V> {
    /// The place of a word, made when it is not there.
    pub(crate) fn entry(&mut self, letters: &str) -> &mut V {
        let word = Spelled::from(letters);
        self.sieve.add(Sieve::of(word.number));
        let known = self.table.entry(word.number, |(w, _)| w.is(word), |(w, _)| w.number);
        &mut known.or_insert_with(|| (Word::new(letters), V::default())).into_mut().1
    }
}

impl<V: Default> FromIterator<(String, V)> for WordMap<V> {
    fn from_iter<T: IntoIterator<Item = (String, V)>>(pairs: T) -> Self {
        let mut out = Self::default();
        pairs.into_iter().for_each(|(word, value)| *out.entry(&word) = value);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_map_of_words_is_a_map(pairs in proptest::collection::vec(("[a-c\u{0627}]{0,4}", 0u8..9), 0..60), ask in "[a-c]{0,4}") {
            let mut plain: BTreeMap<String, Vec<u8>> = BTreeMap::new();
            let mut map: WordMap<Vec<u8>> = WordMap::default();
            for (word, value) in pairs {
                map.entry(&word).push(value);
                plain.entry(word).or_default().push(value);
            }
            prop_assert_eq!(map.find(&ask), plain.get(&ask));
            prop_assert!(plain.iter().all(|(w, v)| map.find(w) == Some(v)));
        }
    }

    #[test]
    fn words_of_one_number_stay_apart() {
        let (a, b) = (Word::new("treaty"), Spelled { number: number("treaty"), letters: "trader" });
        assert!(!a.is(b) && a.is("treaty".into()));
    }
}
