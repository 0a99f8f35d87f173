//! Arabic clitics: the conjunction, preposition, future mark and pronoun that are written with a word.
//!
//! A split is only a proposal: it counts when the stem is known to a dictionary.

use std::ops::Range;

use crate::word::{Spelled, number};

/// One way to take a word apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split<'a> {
    /// `و` or `ف` before everything.
    pub conjunction: bool,
    /// `ب`, `ل` or `ك`.
    pub preposition: Option<char>,
    /// `س` of the future.
    pub future: bool,
    /// The stem, its article kept.
    pub stem: &'a str,
    /// Whether a pronoun was taken off its end.
    pub pronoun: bool,
    number: u64,
    /// The number of the stem without its article.
    bare: u64,
}

impl<'a> Split<'a> {
    /// The word as it stands.
    #[inline]
    pub(crate) fn whole(word: Spelled<'a>) -> Self {
        let Spelled { number, letters } = word;
        let bare = bare_number(letters, number);
        Self { conjunction: false, preposition: None, future: false, stem: letters, pronoun: false, number, bare }
    }

    /// The stem with its number.
    #[inline]
    pub(crate) fn spelled(&self) -> Spelled<'a> {
        Spelled { number: self.number, letters: self.stem }
    }

    /// The stem without its article, with its number.
    #[inline]
    pub(crate) fn bare(&self) -> Spelled<'a> {
        Spelled { number: self.bare, letters: without_article(self.stem) }
    }
}

/// A split, its stem as a range of the letters of all.
#[derive(Clone, Debug)]
struct Cut {
    conjunction: bool,
    preposition: Option<char>,
    future: bool,
    pronoun: bool,
    stem: Range<usize>,
    number: u64,
    bare: u64,
}

/// Every way to take a folded word apart; the word itself first, those with a pronoun last.
#[derive(Clone, Debug, Default)]
pub struct Splits {
    /// The word, then the stems that are no part of it.
    letters: String,
    cuts: Vec<Cut>,
}

const PRONOUNS: [&str; 9] = ["هما", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي"];

/// Whether a word has so many letters or more.
#[inline]
fn has_letters(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

impl Splits {
    /// The splits of a folded word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let all = Split::whole(word.into());
        let stem = 0..word.len();
        let (number, bare) = (all.number, all.bare);
        let whole = Cut { conjunction: false, preposition: None, future: false, pronoun: false, stem, number, bare };
        let mut out = Self { letters: word.to_owned(), cuts: vec![whole.clone()] };
        if word.is_ascii() {
            return out;
        }
        if let Some(rest) = word.strip_prefix(['و', 'ف']).filter(|r| has_letters(r, 2)) {
            out.add(Cut { conjunction: true, ..whole }, word.len() - rest.len()..word.len());
        }
        (0..out.cuts.len()).for_each(|n| out.add_inner(n));
        (0..out.cuts.len()).for_each(|n| out.add_tails(n));
        out
    }

    /// The splits in order.
    pub fn iter(&self) -> impl Iterator<Item = Split<'_>> {
        self.cuts.iter().map(|c| Split {
            conjunction: c.conjunction,
            preposition: c.preposition,
            future: c.future,
            stem: self.letters.get(c.stem.clone()).unwrap_or_default(),
            pronoun: c.pronoun,
            number: c.number,
            bare: c.bare,
        })
    }

    fn add(&mut self, like: Cut, stem: Range<usize>) {
        let letters = self.letters.get(stem.clone()).unwrap_or_default();
        let number = number(letters);
        let bare = bare_number(letters, number);
        self.cuts.push(Cut { stem, number, bare, ..like });
    }

    /// Adds a stem that is no part of the word: letters of it between others.
    fn add_changed(&mut self, like: Cut, before: &str, inner: Range<usize>, behind: &str) {
        let changed = format!("{before}{}{behind}", self.letters.get(inner).unwrap_or_default());
        let start = self.letters.len();
        self.letters.push_str(&changed);
        self.add(like, start..self.letters.len());
    }

    /// The length of what is left of a stem without its first or last letters.
    fn rest(&self, stem: &Range<usize>, left: impl Fn(&str) -> Option<&str>) -> Option<usize> {
        self.letters.get(stem.clone()).and_then(left).map(str::len)
    }

    /// Preposition and future mark off a split.
    fn add_inner(&mut self, n: usize) {
        let Some(cut) = self.cuts.get(n).cloned() else { return };
        let end = cut.stem.end;
        for mark in ['ب', 'ل', 'ك'] {
            let Some(length) = self.rest(&cut.stem, |s| s.strip_prefix(mark).filter(|r| has_letters(r, 2))) else { continue };
            let with = Cut { preposition: Some(mark), ..cut.clone() };
            self.add(with.clone(), end - length..end);
            if let Some(bare) = self.rest(&(end - length..end), |s| s.strip_prefix('ل').filter(|_| mark == 'ل')) {
                self.add_changed(with, "ال", end - bare..end, "");
            }
        }
        let verb = |s: &str| s.strip_prefix('س').filter(|r| r.starts_with(['ي', 'ت', 'ن', 'ا'])).map(str::len);
        if let Some(length) = self.letters.get(cut.stem.clone()).and_then(verb) {
            self.add(Cut { future: true, ..cut }, end - length..end);
        }
    }

    /// A pronoun off the end of a split.
    fn add_tails(&mut self, n: usize) {
        let Some(cut) = self.cuts.get(n).cloned() else { return };
        let start = cut.stem.start;
        for pronoun in PRONOUNS {
            let Some(length) = self.rest(&cut.stem, |s| s.strip_suffix(pronoun).filter(|s| has_letters(s, 3))) else { continue };
            let with = Cut { pronoun: true, ..cut.clone() };
            self.add(with.clone(), start..start + length);
            // A feminine ending opens to `ت` before a pronoun.
            if let Some(open) = self.rest(&(start..start + length), |s| s.strip_suffix('ت')) {
                self.add_changed(with, "", start..start + open, "ه");
            }
        }
    }
}

/// The number of a word without its article, from that of the word.
fn bare_number(word: &str, whole: u64) -> u64 {
    let bare = without_article(word);
    if bare.len() == word.len() { whole } else { number(bare) }
}

/// The word without its article, when it has one and enough of it remains.
#[must_use]
#[inline]
pub fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|r| has_letters(r, 2)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_comes_apart() {
        let stems = |w: &str| Splits::of(w).iter().map(|s| s.stem.to_owned()).collect::<Vec<_>>();
        assert!(stems("وروسيا").contains(&"روسيا".to_owned()));
        assert!(stems("وللصين").contains(&"الصين".to_owned()));
        assert!(stems("ستهاجم").contains(&"تهاجم".to_owned()));
        assert!(Splits::of("معاهدتها").iter().any(|s| s.pronoun && s.stem == "معاهده"));
        assert_eq!(stems("treaty"), ["treaty"]);
    }

    #[test]
    fn the_word_stands_first_and_pronouns_last() {
        let all = Splits::of("وبلادهم");
        let pronouns: Vec<bool> = all.iter().map(|s| s.pronoun).collect();
        assert!(pronouns.is_sorted() && pronouns.last() == Some(&true));
        assert_eq!(all.iter().next().map(|s| s.stem), Some("وبلادهم"));
    }
}
