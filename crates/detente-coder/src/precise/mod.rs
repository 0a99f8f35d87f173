//! The precise route: a parsed sentence, coded by dictionaries of the PETRARCH family.
//!
//! A verb of the dictionaries takes the pattern that asks for most of the words that hang on it, and with
//! it a code. Its source is its subject, its target the first actor among its objects and obliques; a
//! passive turns them round. An event in the words of another is combined with it, by a transformation of
//! the dictionaries or by the sum of the numbers of their codes. Main clauses are coded; where they say
//! nothing, the adverbial ones are. An actor is the nearest name in a phrase with the roles beside it,
//! its code that of the day of the text. Every event names the lines it rests on.
//!
//! Methods: Norris, Schrodt & Beieler, PETRARCH2 (2017). Labels: Nivre et al., Universal Dependencies v1 (2016)
//! and v2 (2020).

mod clause;
mod coded;
mod dictionary;
mod event;
mod folder;
mod matching;
mod party;
mod pico;
mod rule;
mod tree;
mod trie;
mod verb;
mod words;

use std::sync::LazyLock;

use detente_codebook::{Edtf, Gap, Language, Text};

pub use coded::{Coded, Entry, Why};
pub use dictionary::{Dictionaries, Source};
pub use folder::{Chosen, choose};

use crate::conllu::Parsed;
use crate::petrarch::Kind;

/// The events of a sentence, and what kept it from being coded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The events.
    pub events: Vec<Coded>,
    /// Why nothing was coded, where a dictionary says so.
    pub gaps: Vec<Gap>,
}

/// The dictionaries that come with the program: English, by the Open Event Data Alliance.
pub fn built_in() -> &'static Dictionaries {
    static ALL: LazyLock<Dictionaries> = LazyLock::new(|| Dictionaries::new(built_in_sources()).0);
    &ALL
}

/// The files of [`built_in`].
#[must_use]
pub fn built_in_sources() -> Vec<Source> {
    let file = |name: &str, kind, text: &str| Source { name: format!("built-in {name}"), kind, text: text.to_owned() };
    vec![
        file("actors.txt", Kind::Actors, include_str!("../../../../data/dictionaries/petrarch/actors.txt")),
        file("agents.txt", Kind::Agents, include_str!("../../../../data/dictionaries/petrarch/agents.txt")),
        file("verbs.txt", Kind::Verbs, include_str!("../../../../data/dictionaries/petrarch/verbs.txt")),
        file("discards.txt", Kind::Discards, include_str!("../../../../data/dictionaries/petrarch/discards.txt")),
    ]
}

/// Codes a parsed sentence of a text published on a day.
///
/// ```
/// use detente_coder::{conllu, petrarch::Kind, precise};
///
/// let parse = "1\tArdania\tArdania\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\thelped\thelp\tVERB\t_\t_\t0\troot\t_\t_\n\
///              3\tBelmora\tBelmora\tPROPN\t_\t_\t2\tobj\t_\t_\n";
/// let file = |name: &str, kind, text: &str| precise::Source { name: name.into(), kind, text: text.into() };
/// let actors = file("a.actors.txt", Kind::Actors, "ARDANIA_ [ARD]\nBELMORA_ [BEL]\n");
/// let verbs = file("v.verbs.txt", Kind::Verbs, "--- HELP [070] ---\nHELP\n");
/// let (dictionaries, _) = precise::Dictionaries::new(vec![actors, verbs]);
/// let answer = precise::code(&dictionaries, &conllu::read(parse).unwrap()[0], None);
/// let event = &answer.events[0];
/// assert_eq!((event.source.as_str(), event.target.as_str(), event.cameo.as_str()), ("ARD", "BEL", "070"));
/// assert_eq!(event.rule, "v.verbs.txt:2 HELP");
/// ```
#[must_use]
pub fn code(dictionaries: &Dictionaries, parsed: &Parsed, published: Option<Edtf>) -> Answer {
    code_all(dictionaries, std::slice::from_ref(parsed), &parsed.text, published)
}

/// Codes the parsed sentences of one text; quotes are counted in the text, ids through all sentences.
#[must_use]
pub fn code_all(dictionaries: &Dictionaries, sentences: &[Parsed], text: &str, published: Option<Edtf>) -> Answer {
    let mut page = Page { text: text.to_owned(), made: None, from: 0, published };
    let mut out = Answer::default();
    for (n, parsed) in sentences.iter().enumerate() {
        page.sentence(dictionaries, parsed, n + 1 < sentences.len(), &mut out);
    }
    out.events.iter_mut().enumerate().for_each(|(n, e)| e.id = format!("e{}", n + 1));
    out
}

/// A text, indexed when something of it is to be quoted.
struct Page {
    text: String,
    made: Option<Text>,
    /// Where the next sentence is looked for.
    from: usize,
    published: Option<Edtf>,
}

impl Page {
    fn sentence(&mut self, dictionaries: &Dictionaries, parsed: &Parsed, more: bool, out: &mut Answer) {
        let tree = tree::Tree::new(parsed, dictionaries);
        let parties = party::Parties::new(dictionaries, &tree, self.published.and_then(Edtf::last));
        let mut clauses = clause::Clauses { dictionaries, tree: &tree, parties };
        let dropped = dropped(dictionaries, &tree);
        let deeds = if dropped.is_some() { Vec::new() } else { clauses.events() };
        if deeds.is_empty() && dropped.is_none() && !more {
            return;
        }
        let text = self.made.get_or_insert_with(|| Text::new(&self.text));
        let (spans, end) = parsed.places(text, self.from);
        self.from = end;
        let (published, language) = (self.published, Language::En);
        let show = coded::Show { dictionaries, tree: &tree, parties: &clauses.parties, text, spans, published, language };
        out.gaps.extend(dropped.and_then(|d| show.gap(d)));
        out.events.extend(show.all(&deeds));
    }
}

/// What a discard list names in a sentence: its number, the first word, and how many words.
fn dropped(dictionaries: &Dictionaries, tree: &tree::Tree<'_>) -> Option<(u32, usize, usize)> {
    let mut hits = Vec::new();
    let at = (0..tree.words.len()).find(|at| {
        dictionaries.discard_words.at(&tree.words, *at, &mut hits);
        !hits.is_empty()
    })?;
    hits.first().map(|h| (h.value, at, h.len))
}
