//! Numbers in words.

use detente_codebook::Language;

use super::run::{Match, Run};

/// A number in digits or words; the words may follow one another, or be joined by the conjunction.
pub(super) fn number(run: &Run<'_>, at: usize) -> Option<Match<u32>> {
    let digits = run.number(at).map(|sense| Match { end: at + 1, skip: 0, sense });
    digits.or_else(|| in_words(run, at))
}

/// A number in words.
pub(super) fn in_words(run: &Run<'_>, at: usize) -> Option<Match<u32>> {
    let first = run.counts(at, &run.lists.numbers)?;
    let mut sum = Sum::of(first.sense);
    let mut end = first.end;
    while let Some((next, value, joined)) = part(run, end) {
        if !sum.take(value, joined, run.language) {
            break;
        }
        end = next;
    }
    Some(Match { end, skip: first.skip, sense: sum.total() })
}

/// The next part, where it ends, and whether a conjunction stands before it.
fn part(run: &Run<'_>, at: usize) -> Option<(usize, u32, bool)> {
    let list = &run.lists.numbers;
    if run.language == Language::Ar {
        let found = run.counts(at, list)?;
        return Some((found.end, found.sense, found.skip > 0));
    }
    let hyphen = run.is_mark(at, &['-', '‑', '‐']);
    let and = run.is(at, &run.lists.words.also);
    let from = if hyphen { at + 1 } else { and.unwrap_or(at) };
    run.means(from, list).map(|m| (m.end, m.sense, and.is_some()))
}

/// A number as it is put together.
struct Sum {
    thousands: u32,
    rest: u32,
}

impl Sum {
    fn of(value: u32) -> Self {
        if value >= 1000 { Self { thousands: value, rest: 0 } } else { Self { thousands: 0, rest: value } }
    }

    fn total(&self) -> u32 {
        self.thousands + self.rest
    }

    /// Takes a part when it can belong to the number.
    fn take(&mut self, value: u32, joined: bool, language: Language) -> bool {
        match value {
            1000 if !joined && self.thousands == 0 && self.rest > 0 => {
                *self = Self { thousands: self.rest * 1000, rest: 0 };
            }
            100 if !joined && (1..10).contains(&self.rest) => self.rest *= 100,
            1000.. => return false,
            10 if !joined && language == Language::Ar && (1..10).contains(&self.rest) => self.rest += 10,
            _ if self.fits(value, joined, language) => self.rest += value,
            _ => return false,
        }
        true
    }

    /// Whether no place of the number is taken twice, and the parts stand in the order of the language.
    fn fits(&self, value: u32, joined: bool, language: Language) -> bool {
        let free = |unit: u32| (self.rest / unit).is_multiple_of(10) || (value / unit).is_multiple_of(10);
        let free = free(1) && free(10) && free(100);
        let none = self.rest == 0 && self.thousands > 0;
        match language {
            Language::Ar => free && joined,
            Language::En if joined => free && value < 100 && (none || self.rest >= 100),
            Language::En => free && (none || value < 10 && self.rest % 100 >= 20 || value < 100 && self.rest.is_multiple_of(100)),
        }
    }
}

#[cfg(test)]
mod tests {
    use detente_codebook::{Span, Text};

    use super::*;
    use crate::token::tokens;

    fn read(words: &str, language: Language) -> Option<(u32, usize)> {
        let text = Text::new(words);
        let all = tokens(&text, Span::new(0, text.len()));
        let run = Run::new(&text, &all, language, None);
        number(&run, 0).map(|m| (m.sense, all.len() - m.end))
    }

    #[test]
    fn parts_make_a_number() {
        let english = [
            ("twenty", 20),
            ("twenty-five", 25),
            ("one hundred and five", 105),
            ("ninety nine", 99),
            ("two thousand and fifteen", 2015),
            ("40", 40),
        ];
        for (words, want) in english {
            assert_eq!(read(words, Language::En), Some((want, 0)), "{words}");
        }
        let arabic = [
            ("عشرين", 20),
            ("خمسة وعشرين", 25),
            ("خمسة عشر", 15),
            ("مئة وخمسين", 150),
            ("ألفين وخمسة وعشرين", 2025),
            ("ألف وتسعمئة وتسعة وسبعين", 1979),
        ];
        for (words, want) in arabic {
            assert_eq!(read(words, Language::Ar), Some((want, 0)), "{words}");
        }
    }

    #[test]
    fn numbers_beside_one_another_stay_apart() {
        assert_eq!(read("five six", Language::En), Some((5, 1)));
        assert_eq!(read("ten and five", Language::En), Some((10, 2)));
        assert_eq!(read("خمسة ستة", Language::Ar), Some((5, 1)));
        assert_eq!(read("no number", Language::En), None);
    }
}
