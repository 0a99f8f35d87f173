//! The words of a record: its quotes, and the folded view that search goes through.

use detente_codebook::{
    ActorCode, Item, Quote, Record,
    fold::{bare_arabic, fold},
};

/// Every quote of a record, the one it rests on first.
pub(crate) fn quotes(item: &Item) -> Vec<&Quote> {
    match item {
        Item::Treaty(t) => {
            let clauses = t.clauses.iter().map(|c| &c.quote);
            std::iter::once(&t.quote).chain(&t.name).chain(clauses).collect()
        }
        Item::Event(e) => std::iter::once(&e.quote).chain(&e.also).collect(),
        Item::Conditional(c) => vec![&c.antecedent, &c.consequent],
        _ => item.quote().into_iter().collect(),
    }
}

/// The words by which a record is found, folded.
pub(crate) fn searchable(record: &Record) -> String {
    let item = &record.item;
    let quoted = quotes(item).into_iter().map(|q| q.exact.clone());
    let codes = actors(item).into_iter().flat_map(|a| [a.to_string(), a.state().to_string()]);
    let all: Vec<String> = quoted.chain(codes).chain(names(item)).collect();
    let terms: Vec<String> = all.iter().flat_map(|t| terms(t)).flat_map(|t| both(&t)).collect();
    terms.join(" ")
}

/// The words of a text, folded, each without its Arabic article.
pub(crate) fn terms(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(|w| bare_arabic(w).to_owned()).collect()
}

/// A word as it is, and without a conjunction or preposition written on to it: a name is found
/// behind “and”, “with” and “to”. Only the stored side has both, so a search stays narrow.
pub(crate) fn both(term: &str) -> Vec<String> {
    // Waw, fa, ba, kaf and lam, the letters of Arabic that are words and are written on.
    let letters = ['\u{0648}', '\u{0641}', '\u{0628}', '\u{0643}', '\u{0644}'];
    let rest = term.strip_prefix(letters).filter(|rest| rest.chars().count() >= 3);
    let loose = rest.map(|rest| bare_arabic(rest).to_owned());
    std::iter::once(term.to_owned()).chain(loose).collect()
}

fn actors(item: &Item) -> Vec<&ActorCode> {
    match item {
        Item::Event(e) => vec![&e.source, &e.target],
        Item::Treaty(t) => t.parties.iter().collect(),
        Item::Transfer(t) => vec![&t.from, &t.to],
        Item::Statement(s) => s.speaker.iter().collect(),
        Item::Tie(t) => vec![&t.dyad.a, &t.dyad.b],
        Item::Base(f) => f.a.iter().chain(&f.b).collect(),
        Item::Conditional(_) | Item::Hedge(_) => Vec::new(),
    }
}

fn names(item: &Item) -> Vec<String> {
    match item {
        Item::Event(e) => e.holder.iter().cloned().collect(),
        Item::Treaty(_) | Item::Tie(_) => Vec::new(),
        Item::Transfer(t) => vec![t.item.clone(), t.category.clone()],
        Item::Statement(s) => std::iter::once(s.speaker_name.clone()).chain(s.role.clone()).collect(),
        Item::Conditional(c) => vec![c.holder.clone()],
        Item::Hedge(h) => vec![h.holder.clone()],
        Item::Base(f) => vec![f.text.ar.clone(), f.text.en.clone(), f.kind.clone()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_term_is_letters_and_digits_only(text in "\\PC{0,40}") {
            prop_assert!(terms(&text).iter().all(|t| !t.is_empty() && t.chars().all(char::is_alphanumeric)));
        }
    }

    #[test]
    fn a_written_on_word_comes_off_the_stored_side() {
        assert_eq!(both("bar"), ["bar"]);
        assert_eq!(terms("العلاقات، مع إيران"), ["علاقات", "مع", "ايران"]);
        assert_eq!(both("وايران"), ["وايران", "ايران"]);
    }
}
