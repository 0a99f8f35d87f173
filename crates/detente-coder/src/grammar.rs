//! Function words of a language, read from `data/grammar/`.

use std::sync::LazyLock;

use detente_codebook::Language;
use serde::Deserialize;

use crate::inflect::verb_forms;
use crate::token::{Token, form};
use crate::word::{Spelled, Word, WordMap};

/// Words or phrases that do the same work in a clause: by the first word, what may follow it.
#[derive(Debug, Default)]
pub(crate) struct Words {
    by_word: WordMap<Vec<Vec<Word>>>,
}

impl Words {
    fn of(list: &[String]) -> Self {
        let mut by_word: WordMap<Vec<Vec<Word>>> = WordMap::default();
        for words in list {
            if let Some((first, rest)) = form(words).split_first() {
                by_word.entry(&first.fold).push(rest.iter().map(|t| Word::new(&t.fold)).collect());
            }
        }
        Self { by_word }
    }

    /// How many tokens the longest phrase that begins at `at` takes; 0 when none does.
    #[must_use]
    #[inline]
    pub(crate) fn at(&self, tokens: &[Token], at: usize) -> usize {
        let rests = tokens.get(at).and_then(|t| self.by_word.get(t.spelled()));
        rests.map_or(0, |rests| longest(rests, tokens, at))
    }

    /// As [`Words::at`], also behind a conjunction that is written with the first word (Arabic).
    #[must_use]
    pub(crate) fn behind(&self, tokens: &[Token], at: usize) -> usize {
        let plain = self.at(tokens, at);
        if plain > 0 {
            return plain;
        }
        let Some(first) = tokens.get(at).filter(|t| t.fold.starts_with(['و', 'ف'])) else { return 0 };
        let mut split = first.heads().filter(|s| s.conjunction && s.preposition.is_none() && !s.future);
        usize::from(split.any(|s| self.holds(s.spelled())))
    }

    /// As [`Words::behind`], also behind a preposition that is written with the word, which is given.
    #[must_use]
    pub(crate) fn with_clitics(&self, tokens: &[Token], at: usize) -> Option<(usize, Option<char>)> {
        let plain = self.behind(tokens, at);
        if plain > 0 {
            return Some((plain, None));
        }
        let mut split = tokens.get(at)?.heads().filter(|s| s.preposition.is_some() && !s.future);
        split.find(|s| self.holds(s.spelled())).map(|s| (1, s.preposition))
    }

    /// Whether words that are joined by spaces are one of them.
    #[must_use]
    pub(crate) fn has_phrase(&self, words: &str) -> bool {
        let mut words = words.split(' ');
        let rests = words.next().and_then(|first| self.by_word.find(first));
        let rest: Vec<&str> = words.collect();
        rests.is_some_and(|rests| rests.iter().any(|r| r.iter().map(Word::letters).eq(rest.iter().copied())))
    }

    /// Whether a single word is one of them.
    #[must_use]
    #[inline]
    pub(crate) fn has(&self, fold: &str) -> bool {
        self.holds(fold.into())
    }

    #[inline]
    fn holds(&self, word: Spelled<'_>) -> bool {
        self.by_word.get(word).is_some_and(|rests| rests.iter().any(Vec::is_empty))
    }
}

/// How many tokens the longest phrase takes that goes on with one of these behind its first word; 0 when none does.
fn longest(rests: &[Vec<Word>], tokens: &[Token], at: usize) -> usize {
    let same = |rest: &&Vec<Word>| {
        let next = tokens.get(at + 1..at + 1 + rest.len());
        next.is_some_and(|n| n.iter().zip(rest.iter()).all(|(t, w)| w.is(t.spelled())))
    };
    rests.iter().filter(same).map(|r| r.len() + 1).max().unwrap_or(0)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    and: Vec<String>,
    prepositions: Vec<String>,
    places: Vec<String>,
    between: Vec<String>,
    agent: Vec<String>,
    that: Vec<String>,
    relative: Vec<String>,
    #[serde(rename = "break")]
    breaks: Vec<String>,
    condition: Vec<String>,
    negation: Vec<String>,
    refusal: Vec<String>,
    future: Vec<String>,
    intent: Vec<String>,
    wish: Vec<String>,
    modal: Vec<String>,
    be: Vec<String>,
    have: Vec<String>,
    determiner: Vec<String>,
    former: Vec<String>,
    light: Vec<String>,
    both: Vec<String>,
    honorific: Vec<String>,
    according: Vec<String>,
    pronoun: Vec<String>,
    own: Vec<String>,
    country: Vec<String>,
    asking: Vec<String>,
    office: Vec<String>,
    view: Vec<String>,
    topic: Vec<String>,
    reason: Vec<String>,
    quantity: Vec<String>,
    time: Vec<String>,
    threat: Vec<String>,
    must: Vec<String>,
    should: Vec<String>,
    outbreak: Vec<String>,
    naming: Vec<String>,
    since: Vec<String>,
    article: Vec<String>,
}

/// The function words of one language.
#[derive(Debug, Default)]
pub(crate) struct Grammar {
    /// And.
    pub(crate) and: Words,
    /// With, to, against …
    pub(crate) prepositions: Words,
    /// Prepositions of place: what they govern is no party.
    pub(crate) places: Words,
    /// Between.
    pub(crate) between: Words,
    /// By, before the one who acts.
    pub(crate) agent: Words,
    /// That, whether.
    pub(crate) that: Words,
    /// Who, which.
    pub(crate) relative: Words,
    /// Words that begin a new clause.
    pub(crate) breaks: Words,
    /// If, unless, in case.
    pub(crate) condition: Words,
    /// Not, never.
    pub(crate) negation: Words,
    /// Refuse, decline.
    pub(crate) refusal: Words,
    /// Expected to, due to.
    pub(crate) future: Words,
    /// Will, plans to, vowed to: what the one who acts means to do.
    pub(crate) intent: Words,
    /// Wants to, hopes to.
    pub(crate) wish: Words,
    /// May, could, wants to.
    pub(crate) modal: Words,
    /// Forms of be.
    pub(crate) be: Words,
    /// Forms of have.
    pub(crate) have: Words,
    /// Words that may stand before a name.
    pub(crate) determiner: Words,
    /// Former, late.
    pub(crate) former: Words,
    /// Every form of the verbs that lend themselves to a noun: launch an attack.
    pub(crate) light: Words,
    /// Both sides, the two countries.
    pub(crate) both: Words,
    /// According to.
    pub(crate) according: Words,
    /// It, he, she.
    pub(crate) pronoun: Words,
    /// His country, its government.
    pub(crate) own: Words,
    /// Words that open a question.
    pub(crate) asking: Words,
    /// The country: the one spoken of.
    pub(crate) country: Words,
    /// Since, until: words before a date that bounds a time.
    pub(crate) since: Words,
    /// Called, described: verbs that give a thing a name.
    pub(crate) naming: Words,
    /// Must, has to.
    pub(crate) must: Words,
    /// Should, ought to.
    pub(crate) should: Words,
    /// Broke out, erupted: what makes the mention of a war its beginning.
    pub(crate) outbreak: Words,
    /// Thousands, part: words before `of` that count.
    pub(crate) quantity: Words,
    /// Monday, today, again: words that may stand inside a phrase of several words.
    pub(crate) time: Words,
    /// Threatened: verbs that make a deed a threat.
    pub(crate) threat: Words,
    /// Because, while: words behind a comma that end what follows from a condition.
    pub(crate) reason: Words,
    /// About, concerning: prepositions of what a text or talk is about.
    pub(crate) topic: Words,
    /// In her view.
    pub(crate) view: Words,
    /// Article, clause: the parts of a text.
    pub(crate) article: Words,
    /// Ministry, army: offices that other words may stand before.
    pub(crate) office: Words,
    /// Dr, Mr.
    pub(crate) honorific: Words,
}

const AR: &str = include_str!("../../../data/grammar/ar.toml");
const EN: &str = include_str!("../../../data/grammar/en.toml");

static ARABIC: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(Language::Ar, AR));
static ENGLISH: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(Language::En, EN));

/// The function words of a language.
#[must_use]
pub(crate) fn grammar(language: Language) -> &'static Grammar {
    if language == Language::Ar { &ARABIC } else { &ENGLISH }
}

impl Grammar {
    /// Whether a preposition, of one word or more, is one of place.
    pub(crate) fn is_place(&self, words: &str) -> bool {
        self.places.has_phrase(words)
    }

    fn read(language: Language, text: &str) -> Self {
        // A malformed file would leave the grammar empty; a test keeps that from happening.
        detente_codebook::embedded(text).map(|f| Self::of(language, &f)).unwrap_or_default()
    }

    fn of(language: Language, f: &File) -> Self {
        let light: Vec<String> = f.light.iter().flat_map(|v| verb_forms(language, v)).map(|v| v.words).collect();
        Self {
            and: Words::of(&f.and),
            prepositions: Words::of(&f.prepositions),
            places: Words::of(&f.places),
            between: Words::of(&f.between),
            agent: Words::of(&f.agent),
            that: Words::of(&f.that),
            relative: Words::of(&f.relative),
            breaks: Words::of(&f.breaks),
            condition: Words::of(&f.condition),
            negation: Words::of(&f.negation),
            refusal: Words::of(&f.refusal),
            future: Words::of(&f.future),
            intent: Words::of(&f.intent),
            wish: Words::of(&f.wish),
            modal: Words::of(&f.modal),
            be: Words::of(&f.be),
            have: Words::of(&f.have),
            determiner: Words::of(&f.determiner),
            former: Words::of(&f.former),
            light: Words::of(&light),
            both: Words::of(&f.both),
            honorific: Words::of(&f.honorific),
            according: Words::of(&f.according),
            pronoun: Words::of(&f.pronoun),
            own: Words::of(&f.own),
            country: Words::of(&f.country),
            asking: Words::of(&f.asking),
            office: Words::of(&f.office),
            view: Words::of(&f.view),
            topic: Words::of(&f.topic),
            reason: Words::of(&f.reason),
            quantity: Words::of(&f.quantity),
            time: Words::of(&f.time),
            threat: Words::of(&f.threat),
            must: Words::of(&f.must),
            should: Words::of(&f.should),
            outbreak: Words::of(&f.outbreak),
            naming: Words::of(&f.naming),
            since: Words::of(&f.since),
            article: Words::of(&f.article),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_are_read() {
        for text in [AR, EN] {
            let file = toml::from_str::<File>(text);
            assert!(file.is_ok(), "{:?}", file.err());
        }
        assert!(grammar(Language::En).light.has("launched"));
    }
}
