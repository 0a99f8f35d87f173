//! Codes of events inside events: `ask` and `help` make `ask for help`.
//!
//! A table gives each code a number whose four hexadecimal digits are features; the number of a nested
//! event is the sum of the numbers of its verbs, and that of a negated one is less by `0xFFFF`
//! (Norris, Schrodt & Beieler, PETRARCH2, 2017: the internal coding ontology).

use rustc_hash::FxHashMap;

use crate::petrarch;

/// What a negated event is less by.
const NOT: i64 = 0xFFFF;

/// The table of codes and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pico {
    numbers: FxHashMap<String, i64>,
    codes: FxHashMap<i64, String>,
}

impl Pico {
    /// Of two codes with one number the first is the code of the number.
    pub(super) fn new(table: Vec<(String, i64)>) -> Self {
        let mut out = Self::default();
        for (code, number) in table {
            out.codes.entry(number).or_insert_with(|| code.clone());
            out.numbers.insert(code, number);
        }
        out
    }

    /// The built-in table.
    pub(super) fn built_in() -> Self {
        Self::new(petrarch::ontology(include_str!("../../../../data/dictionaries/petrarch/ontology.txt")).entries)
    }

    /// The number of a code, or of the code it is a kind of.
    fn number(&self, code: &str) -> Option<i64> {
        let shorter = |n: usize| code.get(..n).and_then(|c| self.numbers.get(c)).copied();
        self.numbers
            .get(code)
            .copied()
            .or_else(|| shorter(3))
            .or_else(|| self.numbers.get(&format!("{}0", code.get(..2)?)).copied())
    }

    fn code(&self, number: i64) -> Option<&str> {
        self.codes.get(&number).map(String::as_str)
    }

    /// The code of what does not happen; `None` when that is no event.
    pub(super) fn negated(&self, code: &str) -> Option<&str> {
        let number = self.number(code).filter(|n| *n != 0)? - NOT;
        self.code(number).or_else(|| self.code(number & !0xF)).filter(|c| *c != "---")
    }

    /// The code of an event `inner` that is the object of `outer`.
    ///
    /// Two acts of speech do not add up, nor does a statement with what is stated.
    pub(super) fn within(&self, outer: &str, inner: &str) -> Option<&str> {
        let (a, b) = (self.number(outer)?, self.number(inner)?);
        let speech = |n: i64| n & 0xF000 != 0;
        if outer == "010" || b < 0 || a != b && speech(a) && speech(b) {
            return None;
        }
        if a == b {
            return self.code(a);
        }
        self.code(a + b).or_else(|| self.code((a + b) & !0xF)).filter(|c| *c != "---")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_features() {
        let pico = Pico::built_in();
        assert_eq!(pico.within("020", "070"), Some("023"));
        assert_eq!(pico.within("030", "070"), Some("033"));
        assert_eq!(pico.negated("060"), Some("121"));
        assert_eq!(pico.negated("---"), None);
    }
}
