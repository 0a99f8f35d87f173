//! A parsed sentence as the dictionaries see it: numbered words, relations, and who hangs on whom.

use super::dictionary::Dictionaries;
use super::trie::Spelling;
use super::words::{UNKNOWN, Word};
use crate::conllu::{Parsed, Pos};

/// How a word hangs on its head: the labels of UD v1 and v2, as far as they differ here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Root,
    Subject,
    PassiveSubject,
    Object,
    Oblique,
    Possessor,
    /// A noun that says when.
    Time,
    Adverb,
    Conjunct,
    Apposition,
    /// A clause that describes a noun.
    Describing,
    /// A clause without a subject of its own.
    OpenClause,
    Clause,
    AdverbClause,
    Aside,
    Auxiliary,
    PassiveAuxiliary,
    Copula,
    Case,
    Mark,
    /// Adjectives, compounds, parts of names, determiners, numbers.
    Modifier,
    Particle,
    Negation,
    /// Punctuation, conjunctions, interjections.
    Nothing,
    Other,
}

fn relation(label: &str) -> Relation {
    use Relation as R;
    match label {
        "root" => R::Root,
        "nsubj" | "csubj" | "nsubj:outer" => R::Subject,
        "nsubjpass" | "nsubj:pass" | "csubjpass" | "csubj:pass" => R::PassiveSubject,
        "nmod:poss" => R::Possessor,
        "nmod:tmod" | "obl:tmod" | "nmod:npmod" | "obl:npmod" | "obl:unmarked" | "nmod:unmarked" => R::Time,
        "auxpass" | "aux:pass" => R::PassiveAuxiliary,
        "compound:prt" => R::Particle,
        _ => base(label.split(':').next().unwrap_or_default()),
    }
}

fn base(label: &str) -> Relation {
    use Relation as R;
    match label {
        "nsubj" | "csubj" => R::Subject,
        "obj" | "dobj" | "iobj" => R::Object,
        "obl" | "nmod" => R::Oblique,
        "advmod" => R::Adverb,
        "conj" => R::Conjunct,
        "appos" => R::Apposition,
        "acl" => R::Describing,
        "xcomp" => R::OpenClause,
        "ccomp" => R::Clause,
        "advcl" => R::AdverbClause,
        "parataxis" => R::Aside,
        "aux" => R::Auxiliary,
        "cop" => R::Copula,
        "case" => R::Case,
        "mark" => R::Mark,
        "amod" | "compound" | "flat" | "name" | "det" | "nummod" | "goeswith" | "foreign" => R::Modifier,
        "neg" => R::Negation,
        "punct" | "cc" | "discourse" | "expl" | "vocative" | "reparandum" => R::Nothing,
        _ => R::Other,
    }
}

/// A small word that grammar asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Small {
    By,
    To,
    Of,
    There,
    /// Not, never, no.
    Not,
    /// Who, which, that, it, they.
    Pronoun,
    /// Will, shall.
    Will,
    /// If, unless.
    If,
    /// After, before, during.
    Time,
}

/// No small word has more bytes.
const LONGEST_SMALL: usize = 6;

fn small(word: &str) -> Option<Small> {
    if word.len() > LONGEST_SMALL {
        return None;
    }
    Some(match word {
        "by" => Small::By,
        "to" => Small::To,
        "of" => Small::Of,
        "there" => Small::There,
        "not" | "n't" | "n’t" | "never" | "no" => Small::Not,
        "who" | "which" | "that" | "it" | "they" | "he" | "she" => Small::Pronoun,
        "will" | "shall" | "'ll" | "wo" => Small::Will,
        "if" | "unless" => Small::If,
        "after" | "before" | "since" | "until" | "during" | "amid" | "when" | "while" => Small::Time,
        _ => return None,
    })
}

/// As [`small`], for a word as written where its lemma says nothing.
fn written_small(written: &str, lemma: &str) -> Option<Small> {
    if written.len() > LONGEST_SMALL || written == lemma { None } else { small(&written.to_ascii_lowercase()) }
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    pub(super) lemma: Word,
    pub(super) pos: Pos,
    pub(super) relation: Relation,
    pub(super) head: Option<u32>,
    /// Whether any of its letters is a capital, or its script has none.
    pub(super) capital: bool,
    small: Option<Small>,
}

/// A sentence.
pub(super) struct Tree<'a> {
    pub(super) parsed: &'a Parsed,
    pub(super) leaves: Vec<Leaf>,
    pub(super) words: Vec<Spelling>,
    /// The words of the dictionaries that the sentence has in any form, sorted.
    pub(super) vocabulary: Vec<Word>,
    children: Vec<u32>,
    first: Vec<u32>,
    /// When a walk down from the root comes to each word, and when it leaves what hangs on it; a word
    /// that no root leads to is never reached.
    enter: Vec<u32>,
    leave: Vec<u32>,
    roots: Vec<u32>,
}

const NEVER: u32 = u32::MAX;

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NEVER)
}

impl<'a> Tree<'a> {
    /// The sentence in the words of the dictionaries.
    pub(super) fn new(parsed: &'a Parsed, dictionaries: &Dictionaries) -> Self {
        let (leaves, words) = leaves(parsed, dictionaries);
        let (children, first, roots) = links(&leaves);
        let n = leaves.len();
        let (enter, leave) = (vec![NEVER; n], vec![0; n]);
        let vocabulary = vocabulary(&leaves, &words);
        let mut out = Self { parsed, leaves, words, vocabulary, children, first, enter, leave, roots };
        out.walk();
        out
    }

    /// Numbers the words from the roots down; words in a circle of heads are never reached.
    fn walk(&mut self) {
        let mut clock = 0;
        for root in self.roots.clone() {
            let mut open: Vec<(u32, usize)> = vec![(root, 0)];
            self.set_enter(root, &mut clock);
            while let Some((node, next)) = open.last_mut() {
                let child = self.children(*node).get(*next).copied();
                *next += 1;
                let node = *node;
                if let Some(child) = child {
                    self.set_enter(child, &mut clock);
                    open.push((child, 0));
                } else {
                    open.pop();
                    if let Some(at) = self.leave.get_mut(node as usize) {
                        *at = clock;
                    }
                }
            }
        }
    }

    fn set_enter(&mut self, node: u32, clock: &mut u32) {
        if let Some(at) = self.enter.get_mut(node as usize) {
            *at = *clock;
            *clock += 1;
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> u32 {
        number(self.leaves.len())
    }

    /// The words that hang on no other.
    pub(super) fn roots(&self) -> &[u32] {
        &self.roots
    }

    /// The words that hang on a word, in order.
    pub(super) fn children(&self, node: u32) -> &[u32] {
        let at = |n: u32| self.first.get(n as usize).map_or(0, |f| *f as usize);
        self.children.get(at(node)..at(node + 1)).unwrap_or_default()
    }

    /// The child with a relation.
    pub(super) fn child(&self, node: u32, relation: Relation) -> Option<u32> {
        self.children(node).iter().copied().find(|c| self.relation(*c) == relation)
    }

    pub(super) fn relation(&self, node: u32) -> Relation {
        self.leaves.get(node as usize).map_or(Relation::Other, |l| l.relation)
    }

    pub(super) fn pos(&self, node: u32) -> Pos {
        self.leaves.get(node as usize).map_or(Pos::Other, |l| l.pos)
    }

    pub(super) fn head(&self, node: u32) -> Option<u32> {
        self.leaves.get(node as usize).and_then(|l| l.head)
    }

    /// The form, the lemma and the singular of a word.
    pub(super) fn spellings(&self, node: u32) -> [Word; 3] {
        let word = self.words.get(node as usize).copied().unwrap_or_default();
        [word.form, self.leaves.get(node as usize).map_or(UNKNOWN, |l| l.lemma), word.stem]
    }

    /// Whether a root leads to the word.
    pub(super) fn is_reached(&self, node: u32) -> bool {
        self.enter.get(node as usize).is_some_and(|e| *e != NEVER)
    }

    /// Whether a word is another one or hangs on it, at any depth.
    pub(super) fn is_under(&self, node: u32, top: u32) -> bool {
        let get = |list: &[u32], n: u32| list.get(n as usize).copied().unwrap_or(NEVER);
        let at = get(&self.enter, node);
        at != NEVER && get(&self.enter, top) <= at && at < get(&self.leave, top)
    }

    /// Whether the word is a noun or stands for one.
    pub(super) fn is_nominal(&self, node: u32) -> bool {
        matches!(self.pos(node), Pos::Noun | Pos::Pronoun | Pos::Adjective | Pos::Other)
    }

    /// Whether the lemma or the form of a word is one of these.
    pub(super) fn says(&self, node: u32, word: Small) -> bool {
        self.leaves.get(node as usize).is_some_and(|l| l.small == Some(word))
    }

    /// Whether the clause of a verb is in the passive.
    pub(super) fn is_passive(&self, verb: u32) -> bool {
        let passive = |c: &u32| matches!(self.relation(*c), Relation::PassiveSubject | Relation::PassiveAuxiliary);
        self.children(verb).iter().any(passive) || self.is_bare_participle(verb)
    }

    /// `the soldiers killed in`: a past participle that no auxiliary makes a tense, and without an object.
    fn is_bare_participle(&self, verb: u32) -> bool {
        let active = |c: &u32| matches!(self.relation(*c), Relation::Auxiliary | Relation::Object);
        let within = matches!(self.relation(verb), Relation::Describing | Relation::Subject | Relation::AdverbClause);
        let exists =
            |h: u32| self.relation(verb) == Relation::Subject && self.children(h).iter().any(|c| self.says(*c, Small::There));
        let participle =
            self.parsed.nodes.get(verb as usize).is_some_and(|n| n.participle) || self.head(verb).is_some_and(exists);
        within && participle && !self.children(verb).iter().any(active)
    }

    /// Whether a verb is negated.
    pub(super) fn is_negated(&self, verb: u32) -> bool {
        let negates = |c: &u32| match self.relation(*c) {
            Relation::Negation => true,
            Relation::Adverb | Relation::Auxiliary | Relation::Other => self.says(*c, Small::Not),
            _ => false,
        };
        self.children(verb).iter().any(negates)
    }
}

fn leaves(parsed: &Parsed, dictionaries: &Dictionaries) -> (Vec<Leaf>, Vec<Spelling>) {
    let mut buffer = String::new();
    let words = &dictionaries.words;
    let mut leaves = Vec::with_capacity(parsed.nodes.len());
    let mut spellings = Vec::with_capacity(parsed.nodes.len());
    for (n, node) in parsed.nodes.iter().enumerate() {
        let (written, base) = (parsed.form(n), parsed.lemma(n));
        let (form, stem) = words.find_forms(written, &mut buffer);
        let lemma = words.find(base, &mut buffer);
        leaves.push(Leaf {
            lemma,
            pos: node.pos,
            relation: relation(parsed.relation(n)),
            head: node.head.map(number),
            capital: written.bytes().any(|b| b.is_ascii_uppercase()) || !written.bytes().any(|b| b.is_ascii_lowercase()),
            small: small(base).or_else(|| written_small(written, base)),
        });
        spellings.push(Spelling { form, stem });
    }
    (leaves, spellings)
}

fn vocabulary(leaves: &[Leaf], words: &[Spelling]) -> Vec<Word> {
    let lemmas = leaves.iter().map(|l| l.lemma);
    let mut out: Vec<Word> = words.iter().flat_map(|w| [w.form, w.stem]).chain(lemmas).filter(|w| *w != UNKNOWN).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Children by head, where those of each head begin, and the words without a head.
fn links(leaves: &[Leaf]) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let n = leaves.len();
    let mut first = vec![0u32; n + 1];
    for head in leaves.iter().filter_map(|l| l.head) {
        if let Some(count) = first.get_mut(head as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut first {
        sum += *count;
        *count = sum;
    }
    let mut next = first.clone();
    let mut children = vec![0u32; sum as usize];
    let mut roots = Vec::new();
    for (i, leaf) in leaves.iter().enumerate() {
        let Some(head) = leaf.head else {
            roots.push(number(i));
            continue;
        };
        if let Some(at) = next.get_mut(head as usize) {
            if let Some(slot) = children.get_mut(*at as usize) {
                *slot = number(i);
            }
            *at += 1;
        }
    }
    (children, first, roots)
}
