//! Phrases as paths of words, so that every phrase that begins at a word is found in one walk.

use rustc_hash::FxHashMap;

use super::words::{UNKNOWN, Word};

/// How many words may stand where a dictionary has a blank in place of `_`.
const APART: usize = 3;

/// How many steps one search may take where words stand apart.
const STEPS: usize = 128;

const NOTHING: u32 = u32::MAX;

/// A word of a text as the phrases may name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spelling {
    /// As written.
    pub(super) form: Word,
    /// The singular of the form.
    pub(super) stem: Word,
}

/// A phrase found: how many words it takes, and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The words from the first to the last, those between them included.
    pub(super) len: usize,
    /// What was given with the phrase.
    pub(super) value: u32,
}

/// A set of phrases.
#[derive(Debug, Default)]
pub(super) struct Trie {
    tight: FxHashMap<u64, u32>,
    loose: FxHashMap<u64, u32>,
    /// What ends at each node: the head of a chain in `chain`, for phrases with and without plural.
    ends: Vec<u32>,
    /// Value, whether the phrase has a plural, and the one before it.
    chain: Vec<(u32, bool, u32)>,
}

fn key(node: u32, word: Word) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}

impl Trie {
    /// Adds a phrase. Bit `n` of `loose` says that words may stand between word `n` and the next.
    pub(super) fn add(&mut self, words: &[Word], loose: u64, plural: bool, value: u32) {
        if self.ends.is_empty() {
            self.ends.push(NOTHING);
        }
        let mut node = 0;
        for (n, word) in words.iter().enumerate() {
            let apart = n.checked_sub(1).is_some_and(|gap| gap < 64 && loose >> gap & 1 == 1);
            let edges = if apart { &mut self.loose } else { &mut self.tight };
            let fresh = u32::try_from(self.ends.len()).unwrap_or(NOTHING);
            node = *edges.entry(key(node, *word)).or_insert(fresh);
            if node == fresh {
                self.ends.push(NOTHING);
            }
        }
        let before = self.ends.get(node as usize).copied().unwrap_or(NOTHING);
        let link = u32::try_from(self.chain.len()).unwrap_or(NOTHING);
        self.chain.push((value, plural, before));
        if let Some(end) = self.ends.get_mut(node as usize) {
            *end = link;
        }
    }

    /// The phrases that begin at a place, none twice; later phrases of the same words come first.
    pub(super) fn at(&self, words: &[Spelling], at: usize, out: &mut Vec<Hit>) {
        let mut search = Search { trie: self, words, from: at, out, left: STEPS };
        search.walk(0, at);
    }

    /// Makes room for the words of a text of so many bytes.
    pub(super) fn reserve(&mut self, bytes: usize) {
        const BYTES_A_WORD: usize = 16;
        self.tight.reserve(bytes / BYTES_A_WORD);
    }
}

struct Search<'a> {
    trie: &'a Trie,
    words: &'a [Spelling],
    from: usize,
    out: &'a mut Vec<Hit>,
    left: usize,
}

impl Search<'_> {
    fn walk(&mut self, node: u32, at: usize) {
        if at > self.from {
            self.step(&self.trie.loose, node, at + 1, at + APART);
            self.step(&self.trie.loose, node, at, at);
        }
        self.step(&self.trie.tight, node, at, at);
    }

    fn step(&mut self, edges: &FxHashMap<u64, u32>, node: u32, first: usize, last: usize) {
        if edges.is_empty() {
            return;
        }
        for at in first..=last {
            let Some(word) = self.words.get(at).copied() else { return };
            self.follow(edges, node, word.form, at, false);
            self.follow(edges, node, word.stem, at, true);
        }
    }

    fn follow(&mut self, edges: &FxHashMap<u64, u32>, node: u32, word: Word, at: usize, plural: bool) {
        if word == UNKNOWN || self.left == 0 {
            return;
        }
        let Some(next) = edges.get(&key(node, word)).copied() else { return };
        self.left -= 1;
        self.collect(next, at, plural);
        if !plural {
            self.walk(next, at + 1);
        }
    }

    fn collect(&mut self, node: u32, at: usize, plural: bool) {
        let mut link = self.trie.ends.get(node as usize).copied().unwrap_or(NOTHING);
        while let Some((value, has_plural, before)) = self.trie.chain.get(link as usize).copied() {
            if has_plural || !plural {
                self.out.push(Hit { len: at + 1 - self.from, value });
            }
            link = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(words: &[Word]) -> Vec<Spelling> {
        words.iter().map(|w| Spelling { form: *w, stem: UNKNOWN }).collect()
    }

    fn found(trie: &Trie, words: &[Spelling]) -> Vec<(usize, u32)> {
        let mut out = Vec::new();
        trie.at(words, 0, &mut out);
        out.into_iter().map(|h| (h.len, h.value)).collect()
    }

    #[test]
    fn words_stand_apart_only_where_a_blank_says_so() {
        let mut trie = Trie::default();
        trie.add(&[1, 2], 0, true, 10);
        trie.add(&[1, 3], 1, true, 11);
        assert_eq!(found(&trie, &spelled(&[1, 2])), [(2, 10)]);
        assert_eq!(found(&trie, &spelled(&[1, 9, 2])), []);
        assert_eq!(found(&trie, &spelled(&[1, 9, 9, 3])), [(4, 11)]);
        assert_eq!(found(&trie, &spelled(&[1, 9, 9, 9, 9, 3])), []);
    }

    #[test]
    fn plurals_and_later_entries() {
        let mut trie = Trie::default();
        trie.add(&[1], 0, false, 10);
        trie.add(&[1], 0, true, 11);
        let plural = [Spelling { form: 9, stem: 1 }];
        assert_eq!(found(&trie, &plural), [(1, 11)]);
        assert_eq!(found(&trie, &spelled(&[1])), [(1, 11), (1, 10)]);
    }
}
