//! The words that the dictionaries know, each with a number.

use detente_codebook::fold;
use rustc_hash::FxHashMap;

/// The number of a word; [`UNKNOWN`] for one that no dictionary holds.
pub(super) type Word = u32;

/// No dictionary holds the word.
pub(super) const UNKNOWN: Word = 0;

/// The vocabulary of a set of dictionaries.
#[derive(Debug, Default)]
pub(super) struct Words {
    map: FxHashMap<Box<str>, Word>,
}

/// A word as dictionaries and texts are compared: in capitals, without what is only spelling.
fn normal<'a>(word: &str, buffer: &'a mut String) -> &'a str {
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_uppercase();
    } else {
        buffer.push_str(&fold::fold(word).to_uppercase());
    }
    buffer.as_str()
}

impl Words {
    /// Makes room for the words of a text of so many bytes.
    pub(super) fn reserve(&mut self, bytes: usize) {
        const BYTES_A_WORD: usize = 48;
        self.map.reserve(bytes / BYTES_A_WORD);
    }

    /// The number of a word of a dictionary.
    pub(super) fn add(&mut self, word: &str) -> Word {
        self.add_with(word, &mut String::new())
    }

    fn add_with(&mut self, word: &str, buffer: &mut String) -> Word {
        let normal = normal(word, buffer);
        if let Some(known) = self.map.get(normal) {
            return *known;
        }
        let number = Word::try_from(self.map.len() + 1).unwrap_or(UNKNOWN);
        self.map.insert(normal.into(), number);
        number
    }

    /// The numbers of words, in order.
    pub(super) fn add_all(&mut self, words: &[String]) -> Box<[Word]> {
        let mut buffer = String::new();
        words.iter().map(|w| self.add_with(w, &mut buffer)).collect()
    }

    /// The number of a word of a text.
    pub(super) fn find(&self, word: &str, buffer: &mut String) -> Word {
        self.map.get(normal(word, buffer)).copied().unwrap_or(UNKNOWN)
    }

    /// The number of a word of a text, and that of its singular where it may be a plural, as far as spelling tells.
    pub(super) fn find_forms(&self, word: &str, buffer: &mut String) -> (Word, Word) {
        let form = self.find(word, buffer);
        let of = |w: &str| self.map.get(w).copied();
        let Some(stem) = buffer.strip_suffix('S').filter(|s| s.len() > 2) else { return (form, UNKNOWN) };
        if let Some(singular) = of(stem).or_else(|| stem.strip_suffix('E').and_then(of)) {
            return (form, singular);
        }
        if !stem.ends_with("IE") {
            return (form, UNKNOWN);
        }
        buffer.truncate(buffer.len() - "IES".len());
        buffer.push('Y');
        (form, of(buffer).unwrap_or(UNKNOWN))
    }
}
