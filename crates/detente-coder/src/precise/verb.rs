//! Which verbs of the dictionary a word of the sentence is.

use super::dictionary::{Dictionaries, VerbForm};
use super::tree::{Relation, Tree};
use super::words::UNKNOWN;
use crate::conllu::Pos;

/// How far the words of a verb may stand from its head.
const REACH: u32 = 4;

/// The readings of a word as a verb.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The verbs, the best last.
    pub(super) verbs: Vec<u32>,
    /// The words beside the head that belong to the verb.
    pub(super) own: Vec<u32>,
}

/// Whether the word may be a verb of the dictionary.
pub(super) fn is_verb(tree: &Tree<'_>, node: u32) -> bool {
    matches!(tree.pos(node), Pos::Verb)
}

/// The verbs that a word is a form of: those of most words, and of them the bare forms last.
pub(super) fn known(dictionaries: &Dictionaries, tree: &Tree<'_>, node: u32) -> Known {
    let [form, lemma, _] = tree.spellings(node);
    let mut found: Vec<(usize, bool, u32, Vec<u32>)> = Vec::new();
    for (word, own_form) in [(lemma, false), (form, true)] {
        if word == UNKNOWN || own_form && form == lemma {
            continue;
        }
        for entry in dictionaries.forms.get(&word).into_iter().flatten() {
            if let Some(own) = beside(tree, node, entry) {
                found.push((own.len(), entry.bare && own_form, entry.verb, own));
            }
        }
    }
    let most = found.iter().map(|f| f.0).max().unwrap_or(0);
    found.retain(|f| f.0 == most);
    found.sort_by_key(|f| (f.1, f.2));
    found.dedup_by_key(|f| f.2);
    let own = found.last().map(|f| f.3.clone()).unwrap_or_default();
    Known { verbs: found.into_iter().map(|f| f.2).collect(), own }
}

/// The words of a verb beside its head, when they are there.
fn beside(tree: &Tree<'_>, node: u32, entry: &VerbForm) -> Option<Vec<u32>> {
    let mut out = Vec::new();
    let mut at = node;
    for word in &entry.behind {
        let fits = |n: &u32| tree.spellings(*n).contains(word) && (*n == at + 1 || is_own(tree, *n, node));
        at = (at + 1..=at + REACH).find(fits)?;
        out.push(at);
    }
    let mut at = node;
    for word in entry.before.iter().rev() {
        at = at.checked_sub(1).filter(|n| tree.spellings(*n).contains(word))?;
        out.push(at);
    }
    Some(out)
}

/// A particle of the verb.
fn is_own(tree: &Tree<'_>, node: u32, verb: u32) -> bool {
    tree.head(node) == Some(verb) && matches!(tree.relation(node), Relation::Particle | Relation::Adverb | Relation::Case)
}
