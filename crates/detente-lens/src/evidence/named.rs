//! Whether words name an actor of the question.
//!
//! The coder knows best which actors a passage names, and its answer comes with the inquiry. Which
//! half of a conditional names them it does not say; for the few actors of a question this looks
//! their names up. Letters that Arabic writes before a name are tolerated.

use detente_codebook::{ActorCode, ActorTable, Forms, fold};

/// As many letters may stand before a name within its word.
const BEFORE: usize = 3;

/// Names shorter than this must be the whole word.
const SHORT: usize = 4;

fn tokens(text: &str) -> Vec<String> {
    let folded = fold::folded(text).text;
    folded.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).map(str::to_owned).collect()
}

fn word_fits(word: &str, name: &str) -> bool {
    let before = word.strip_suffix(name).map(|rest| rest.chars().count());
    before == Some(0) || before.is_some_and(|n| n <= BEFORE && name.chars().count() >= SHORT)
}

/// Whether `phrase` stands in `words`, folded, its first word perhaps after a prefix.
pub(super) fn stands_in(words: &[String], phrase: &[String]) -> bool {
    let Some((first, rest)) = phrase.split_first() else {
        return false;
    };
    words.windows(phrase.len()).any(|w| w.split_first().is_some_and(|(head, tail)| word_fits(head, first) && tail == rest))
}

/// The folded words of a text.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    tokens(text)
}

/// Whether `text` names `actor` by a name, an adjective, a capital or a seat of government.
pub(super) fn names(text: &str, actor: &ActorCode) -> bool {
    let words = tokens(text);
    let listed = |f: &Forms| {
        let forms = [&f.names, &f.adjectives, &f.cities, &f.metonyms];
        forms.into_iter().flatten().any(|name| stands_in(&words, &tokens(name)))
    };
    let actor = ActorTable::builtin().ok().and_then(|t| t.get(actor));
    actor.is_some_and(|a| listed(&a.ar) || listed(&a.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_after_a_prefix_and_not_within_a_word() {
        let code = |s: &str| s.parse::<ActorCode>().unwrap();
        assert!(names("If Iran refuses", &code("IRN")) && !names("If Iran refuses", &code("RUS")));
        assert!(names("بين موسكو وطهران", &code("IRN")));
        assert!(!names("an umbrella of hirano", &code("IRN")));
    }
}
