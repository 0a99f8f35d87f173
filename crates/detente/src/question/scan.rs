//! What stands in the words of a question: actors, words of direction, words that open a part.

use std::ops::Range;

use detente_codebook::{ActorCode, ActorTable, Dyad, Language};
use detente_coder::lexicon::{Hit, Sense, lexicon};
use detente_coder::token::{Token, form};
use jiff::civil::Date;

use super::words::{Class, Opens, Words, longest, words};

/// An actor named in the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) at: usize,
    pub(super) len: usize,
    pub(super) code: ActorCode,
    pub(super) adjective: bool,
    /// Joined to what stands before it by a conjunction written with it.
    pub(super) conjunction: bool,
    /// The preposition written with it.
    pub(super) preposition: Option<char>,
    /// A place, a topic or a go-between, or a name that is an ordinary word: it counts only when needed.
    pub(super) aside: bool,
}

impl Mention {
    pub(super) fn end(&self) -> usize {
        self.at + self.len
    }
}

/// A word of direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) at: usize,
    pub(super) len: usize,
    pub(super) class: Class,
}

/// A word that opens a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) opens: Opens,
}

/// Everything that was found in one line of words.
pub(super) struct Scan {
    pub(super) words: Option<&'static Words>,
    pub(super) tokens: Vec<Token>,
    pub(super) stems: Vec<Vec<String>>,
    pub(super) mentions: Vec<Mention>,
    pub(super) cues: Vec<Cue>,
    pub(super) marks: Vec<Mark>,
    pub(super) named: Vec<(Range<usize>, Dyad)>,
}

fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c))
}

fn language(text: &str) -> Language {
    let arabic = text.chars().filter(|c| ('\u{0621}'..='\u{064A}').contains(c)).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if arabic > latin { Language::Ar } else { Language::En }
}

impl Scan {
    pub(super) fn of(text: &str, as_of: Date) -> Self {
        let words = words(language(text));
        let tokens = form(text);
        let stems: Vec<Vec<String>> = tokens.iter().map(|t| words.map(|w| w.stems(t)).unwrap_or_default()).collect();
        let mut scan =
            Self { words, tokens, stems, mentions: Vec::new(), cues: Vec::new(), marks: Vec::new(), named: Vec::new() };
        scan.name_actors(as_of);
        if let Some(words) = words {
            scan.find_named(words);
            scan.find_cues(words);
            scan.find_marks(words);
            scan.set_aside(words);
        }
        scan
    }

    /// The mentions that lie in a range.
    pub(super) fn mentions_in(&self, part: &Range<usize>) -> Vec<&Mention> {
        self.mentions.iter().filter(|m| part.contains(&m.at) && m.end() <= part.end).collect()
    }

    /// The words of direction in a range.
    pub(super) fn cues_in(&self, part: &Range<usize>) -> Vec<Cue> {
        self.cues.iter().filter(|c| part.contains(&c.at)).copied().collect()
    }

    /// Whether the words at a place are one of `list`.
    pub(super) fn is(&self, list: &[super::words::Form], at: usize) -> bool {
        longest(list, &self.stems, at) > 0
    }

    /// Whether the token is a mark that ends a clause.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| [',', '،', ';', '؛', ':', '.', '?', '؟', '!', '—', '…'].iter().any(|m| t.is_mark(*m)))
    }

    /// Whether the token is a hyphen, a dash or a stroke.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| !t.is_word() && t.raw.starts_with(['-', '–', '‐', '‑', '/', 'ـ', '−']))
    }

    fn name_actors(&mut self, as_of: Date) {
        let mut at = 0;
        while at < self.tokens.len() {
            at += self.name_at(at, as_of).max(1);
        }
    }

    /// Takes the name that begins at a place; gives its length.
    fn name_at(&mut self, at: usize, as_of: Date) -> usize {
        if let Some(code) = self.prefix(at) {
            self.mentions.push(Mention {
                at,
                len: 1,
                code,
                adjective: true,
                conjunction: false,
                preposition: None,
                aside: false,
            });
            return 1;
        }
        let Some(token) = self.tokens.get(at) else { return 0 };
        let language = if is_arabic(&token.raw) { Language::Ar } else { Language::En };
        let Some(hit) = without_preposition(token).or_else(|| lexicon(language).longest(&self.tokens, at)) else { return 0 };
        let Some(code) = code_of(&hit.sense, as_of) else { return hit.len };
        let risky = matches!(hit.sense, Sense::Risky(_));
        if risky && self.is_word_of_list(at) {
            return 0;
        }
        self.mentions.push(mention(at, code, &hit, risky));
        hit.len
    }

    fn is_word_of_list(&self, at: usize) -> bool {
        self.words.is_some_and(|w| w.classes.iter().any(|(_, l)| longest(l, &self.stems, at) > 0))
    }

    /// `Sino-`, `Russo-` and their like.
    fn prefix(&self, at: usize) -> Option<ActorCode> {
        let token = self.tokens.get(at)?;
        let code = self.words?.prefixes.get(&token.fold)?;
        self.is_joint(at + 1).then(|| code.clone())
    }

    fn find_named(&mut self, words: &Words) {
        for at in 0..self.tokens.len() {
            let here = words.named.iter().map(|(d, l)| (longest(l, &self.stems, at), d));
            if let Some((len, dyad)) = here.max_by_key(|(n, _)| *n).filter(|(n, _)| *n > 0) {
                self.named.push((at..at + len, dyad.clone()));
            }
        }
    }

    fn covered(&self, at: usize) -> bool {
        self.mentions.iter().any(|m| (m.at..m.end()).contains(&at))
    }

    fn find_cues(&mut self, words: &Words) {
        let mut at = 0;
        while at < self.tokens.len() {
            at += self.cue_at(words, at).max(1);
        }
    }

    fn cue_at(&mut self, words: &Words, at: usize) -> usize {
        if self.covered(at) {
            return 0;
        }
        // The first of equal length wins, so the lists are gone through in their order.
        let mut best = (0, Class::Neutral);
        for (class, list) in &words.classes {
            let len = longest(list, &self.stems, at);
            if len > best.0 {
                best = (len, *class);
            }
        }
        if best.0 > 0 && best.1 != Class::Neutral {
            self.cues.push(Cue { at, len: best.0, class: best.1 });
        }
        best.0
    }

    fn find_marks(&mut self, words: &Words) {
        let free: Vec<usize> = (0..self.tokens.len()).filter(|at| !self.covered(*at)).collect();
        for at in free {
            let here = words.opens.iter().filter(|(_, list)| longest(list, &self.stems, at) > 0);
            self.marks.extend(here.map(|(opens, _)| Mark { at, opens: *opens }));
        }
    }

    fn set_aside(&mut self, words: &Words) {
        let aside = |m: &Mention| self.aside(words, m);
        let found: Vec<bool> = self.mentions.iter().map(|m| m.aside || aside(m)).collect();
        for (m, aside) in self.mentions.iter_mut().zip(found) {
            m.aside = aside;
        }
    }

    /// Whether a place or a topic is named, not a party.
    fn aside(&self, words: &Words, m: &Mention) -> bool {
        let article = |at: usize| self.tokens.get(at).is_some_and(|t| t.fold == "the");
        let end = if m.at > 0 && article(m.at - 1) { m.at - 1 } else { m.at };
        let before = (1..=3.min(end)).any(|n| {
            let at = end - n;
            words.aside_before.iter().any(|f| f.len_at(&self.stems, at) == n)
        });
        before || self.is(&words.aside_after, m.end()) || self.named.iter().any(|(r, _)| r.contains(&m.at))
    }
}

/// A word that is a name with its first letter and another name without it: the letter is a preposition,
/// as a question of today is far more often about Russia than about Prussia.
fn without_preposition(token: &Token) -> Option<Hit> {
    let lexicon = lexicon(Language::Ar);
    let first = token.fold.chars().next().filter(|c| matches!(c, 'ب' | 'ل' | 'ك'))?;
    let whole = lexicon.longest(std::slice::from_ref(token), 0).filter(|h| h.preposition.is_none())?;
    let rest = token.respelled(&token.fold.chars().skip(1).collect::<String>());
    let bare = lexicon.longest(&[rest], 0)?;
    let names = matches!((&whole.sense, &bare.sense), (Sense::Name(_), Sense::Name(_)));
    names.then_some(Hit { preposition: Some(first), ..bare })
}

fn mention(at: usize, code: ActorCode, hit: &Hit, risky: bool) -> Mention {
    Mention {
        at,
        len: hit.len,
        code,
        adjective: matches!(hit.sense, Sense::Adjective(_)),
        conjunction: hit.conjunction,
        preposition: hit.preposition,
        aside: risky,
    }
}

fn code_of(sense: &Sense, as_of: Date) -> Option<ActorCode> {
    match sense {
        Sense::Person(person) => person_on(person, as_of),
        Sense::Name(c) | Sense::Metonym(c) | Sense::City(c) | Sense::Adjective(c) | Sense::Risky(c) => Some(c.state()),
        Sense::Place | Sense::Site(_) | Sense::Outlet | Sense::Role(_) => None,
    }
}

/// For whom a person acts on a day; else for whom the person acted last before it, else at first.
fn person_on(person: &str, day: Date) -> Option<ActorCode> {
    let table = ActorTable::builtin().ok()?;
    let begun = |t: &&detente_codebook::Term| t.held.start.and_then(detente_codebook::Edtf::first).is_none_or(|s| s <= day);
    let of = || table.terms().iter().filter(|t| t.person == person);
    let term = table.office_on(person, day).or_else(|| of().rfind(begun)).or_else(|| of().next())?;
    Some(term.acts_for.state())
}
