//! Noun phrases as actors: names of the dictionary with the roles beside them.

use std::rc::Rc;

use jiff::civil::Date;

use super::dictionary::Dictionaries;
use super::tree::{Relation, Tree};
use super::trie::Hit;
use crate::conllu::Pos;

/// The most roles that a code takes.
const ROLES: usize = 3;

/// The most actors that a phrase gives.
const MOST: usize = 32;

/// The most steps from a name up to its noun.
const STEPS: usize = 64;

/// The distance up to which a name says who a role belongs to.
const BESIDE: u8 = 1;

/// A name or a role where the sentence has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its first word, and how many there are.
    pub(super) from: u32,
    pub(super) len: u32,
    /// The word of it that the others hang on.
    top: u32,
    /// What the dictionary has for it.
    pub(super) value: u32,
}

/// An actor of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Party {
    /// The code, roles included; `---` stands where no name is known.
    pub(super) code: String,
    /// The head of its phrase.
    pub(super) head: u32,
    /// The name and the roles it was made of.
    pub(super) name: Option<Place>,
    pub(super) roles: Vec<Place>,
}

impl Party {
    /// Whether the dictionary names it, a role apart.
    pub(super) fn is_named(&self) -> bool {
        self.name.is_some()
    }

    /// The words it was read from.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> {
        self.name.iter().chain(&self.roles).flat_map(|p| p.from..p.from + p.len)
    }
}

/// Finds the actors of one sentence.
pub(super) struct Parties<'a> {
    dictionaries: &'a Dictionaries,
    tree: &'a Tree<'a>,
    day: Option<Date>,
    names: Vec<Place>,
    roles: Vec<Place>,
    known: Vec<Option<Rc<[Party]>>>,
}

impl<'a> Parties<'a> {
    pub(super) fn new(dictionaries: &'a Dictionaries, tree: &'a Tree<'a>, day: Option<Date>) -> Self {
        let known = vec![None; tree.leaves.len()];
        let mut out = Self { dictionaries, tree, day, names: Vec::new(), roles: Vec::new(), known };
        out.names = out.places(&dictionaries.names, &|s, at, hit| s.names_at(at, hit));
        out.roles = out.places(&dictionaries.role_words, &|_, _, _| true);
        out
    }

    /// The longest phrases of a kind, from left to right, none inside another.
    fn places(&self, trie: &super::trie::Trie, fits: &dyn Fn(&Self, usize, &Hit) -> bool) -> Vec<Place> {
        let (mut out, mut hits, mut at) = (Vec::new(), Vec::new(), 0);
        while at < self.tree.words.len() {
            hits.clear();
            trie.at(&self.tree.words, at, &mut hits);
            hits.sort_by_key(|h| std::cmp::Reverse(h.len));
            let found = hits.iter().find(|h| fits(self, at, h));
            out.extend(found.and_then(|h| self.place(at, h)));
            at += found.map_or(1, |h| h.len);
        }
        out
    }

    fn place(&self, at: usize, hit: &Hit) -> Option<Place> {
        let (from, len) = (u32::try_from(at).ok()?, u32::try_from(hit.len).ok()?);
        let inside = |n: u32| (from..from + len).contains(&n);
        let top = (from..from + len).rev().find(|n| self.tree.head(*n).is_none_or(|h| !inside(h)))?;
        Some(Place { from, len, top, value: hit.value })
    }

    /// A name holds on the day, and one word alone is written as names are.
    fn names_at(&self, at: usize, hit: &Hit) -> bool {
        let leaf = |n: usize| self.tree.leaves.get(n);
        let word = leaf(at).is_some_and(|l| l.capital && !matches!(l.pos, Pos::Aux | Pos::Marker));
        (hit.len > 1 || word) && self.dictionaries.actor(hit.value, self.day).is_some()
    }

    /// The code of a name; `None` when the dictionary says that it is nobody's.
    fn code(&self, name: &Place) -> Option<&'a str> {
        self.dictionaries.actor(name.value, self.day).map(|(code, ..)| code).filter(|c| *c != "---")
    }

    /// The file and the line of a name.
    pub(super) fn entry(&self, name: &Place) -> Option<(u16, usize)> {
        self.dictionaries.actor(name.value, self.day).map(|(_, file, line)| (file, line as usize))
    }

    /// The actors of the phrase at a noun, those joined to it included.
    pub(super) fn of(&mut self, head: u32) -> Rc<[Party]> {
        if let Some(Some(known)) = self.known.get(head as usize) {
            return Rc::clone(known);
        }
        let mut out = self.alone(head);
        for joined in self.joined(head) {
            let more = self.alone(joined);
            let inherited = self.inherited(&out, &more);
            out.extend(if inherited.is_empty() { more } else { inherited });
        }
        unique(&mut out);
        out.truncate(MOST);
        let found: Rc<[Party]> = out.into();
        if let Some(slot) = self.known.get_mut(head as usize) {
            *slot = Some(Rc::clone(&found));
        }
        found
    }

    /// The nouns joined to a noun by `and`.
    fn joined(&self, head: u32) -> Vec<u32> {
        let tree = self.tree;
        let is = |c: &u32| tree.relation(*c) == Relation::Conjunct && tree.is_nominal(*c);
        tree.children(head).iter().copied().filter(is).take(MOST).collect()
    }

    /// `lawmakers and officials in Arnor`: who is named by a role alone takes the name beside the first.
    fn inherited(&self, first: &[Party], more: &[Party]) -> Vec<Party> {
        let [role] = more else { return Vec::new() };
        if role.is_named() || role.roles.is_empty() {
            return Vec::new();
        }
        let mut out = Vec::new();
        for party in first.iter().filter(|p| p.is_named()) {
            let shared = party.roles.iter().copied().filter(|r| r.top != party.head);
            let roles: Vec<Place> = shared.chain(role.roles.iter().copied()).collect();
            out.extend(self.party(role.head, party.name, roles));
        }
        out
    }

    /// The actors of one noun, without those joined to it.
    fn alone(&self, head: u32) -> Vec<Party> {
        let inside: Vec<Place> = self.names.iter().copied().filter(|n| self.belongs(n.top, head)).take(MOST).collect();
        let best = inside.iter().map(|n| (self.distance(n.top, head), n.from, *n)).min_by_key(|(far, from, _)| (*far, *from));
        let alone = || self.party(head, None, self.roles_of(head, head)).into_iter().collect::<Vec<Party>>();
        let Some((far, _, best)) = best else { return alone() };
        if far > BESIDE {
            let own = alone();
            if !own.is_empty() {
                return own;
            }
        }
        let listed = inside.iter().filter(|n| **n == best || self.is_listed(n.top, best.top, head));
        listed.filter_map(|n| self.party(head, Some(*n), self.roles_of(n.top, head))).collect()
    }

    /// Whether a word is part of the phrase of a noun: under it, and under nothing joined to it.
    fn belongs(&self, node: u32, head: u32) -> bool {
        if !self.tree.is_under(node, head) {
            return false;
        }
        let (mut at, mut steps) = (node, 0);
        while at != head {
            steps += 1;
            let Some(above) = self.tree.head(at).filter(|_| steps <= STEPS) else { return false };
            let parted = matches!(
                self.tree.relation(at),
                Relation::Conjunct | Relation::Aside | Relation::Clause | Relation::AdverbClause
            );
            if above == head && parted {
                return false;
            }
            at = above;
        }
        true
    }

    /// How far a name is from the noun it says something about: beside it, behind a preposition, in an
    /// apposition, in a clause.
    fn distance(&self, node: u32, head: u32) -> u8 {
        let (mut at, mut out) = (node, 0);
        while at != head {
            let step = match self.tree.relation(at) {
                Relation::Modifier | Relation::Possessor | Relation::Conjunct | Relation::Adverb => 0,
                Relation::Oblique | Relation::Other | Relation::Object => 1,
                Relation::Apposition => 2,
                _ => 3,
            };
            out = out.max(step);
            let Some(above) = self.tree.head(at) else { return u8::MAX };
            at = above;
        }
        out
    }

    /// Whether two names are members of one list inside the phrase of a noun.
    fn is_listed(&self, node: u32, best: u32, head: u32) -> bool {
        let first = |n: u32| {
            let mut at = n;
            while at != head {
                if self.tree.relation(at) == Relation::Conjunct {
                    return self.tree.head(at);
                }
                at = self.tree.head(at)?;
            }
            None
        };
        let (a, b) = (first(node), first(best));
        let over = |list: Option<u32>, n: u32| list.is_some_and(|l| l != head && self.tree.is_under(n, l));
        node != best && (a.is_some() && a == b || over(a, best) || over(b, node) && a == b)
    }

    /// The roles on the way from a name up to the noun, and those beside it.
    fn roles_of(&self, name: u32, head: u32) -> Vec<Place> {
        let on_the_way = |node: u32| self.tree.is_under(name, node) && self.tree.is_under(node, head);
        let beside = |node: u32| {
            let near = matches!(self.tree.relation(node), Relation::Modifier | Relation::Possessor);
            near && self.tree.head(node).is_some_and(on_the_way)
        };
        let fits = |r: &&Place| on_the_way(r.top) || beside(r.top);
        let found: Vec<Place> = self.roles.iter().filter(fits).copied().collect();
        if !found.is_empty() || name != head {
            return found;
        }
        // `pressure from Congress`: the first role behind a preposition.
        let behind = |r: &&Place| self.belongs(r.top, head) && self.distance(r.top, head) <= BESIDE;
        self.roles.iter().find(behind).copied().into_iter().collect()
    }

    /// The code of a name with its roles; nothing where neither says who it is.
    fn party(&self, head: u32, name: Option<Place>, roles: Vec<Place>) -> Option<Party> {
        let code = match name {
            Some(name) => self.code(&name)?,
            None if roles.is_empty() => return None,
            None => "---",
        };
        let apart = |r: &Place| name.is_none_or(|n| r.from + r.len <= n.from || n.from + n.len <= r.from);
        let mut kept: Vec<Place> = roles.into_iter().filter(apart).collect();
        kept.truncate(ROLES);
        let mut code = code.to_owned();
        for role in kept.iter().filter_map(|r| self.dictionaries.roles.get(r.value as usize)) {
            add_role(&mut code, &role.code, role.before, kept.len() > 1);
        }
        Some(Party { code, head, name, roles: kept })
    }

    /// As [`Parties::of`]; where nobody is named, the first role anywhere in the phrase.
    pub(super) fn of_any(&mut self, head: u32) -> Rc<[Party]> {
        let found = self.of(head);
        if !found.is_empty() {
            return found;
        }
        let role = self.roles.iter().find(|r| self.tree.is_under(r.top, head)).copied();
        role.and_then(|r| self.party(head, None, vec![r])).into_iter().collect()
    }

    /// The nearest actor before a word.
    pub(super) fn before(&mut self, node: u32) -> Rc<[Party]> {
        let near: Vec<u32> = self.names.iter().rev().filter(|n| n.from < node).map(|n| n.top).collect();
        for top in near {
            let phrase = self.phrase_of(top);
            if phrase < node {
                let found = self.of(phrase);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Rc::from([])
    }

    /// Whether a noun is a name itself.
    pub(super) fn is_name(&self, noun: u32) -> bool {
        self.names.iter().any(|n| n.top == noun)
    }

    /// The noun that a name belongs to.
    fn phrase_of(&self, top: u32) -> u32 {
        let mut at = top;
        while matches!(self.tree.relation(at), Relation::Modifier | Relation::Possessor | Relation::Conjunct) {
            match self.tree.head(at) {
                Some(above) if self.tree.is_nominal(above) => at = above,
                _ => break,
            }
        }
        at
    }

    /// The nouns with a name in a range of words, in order.
    pub(super) fn named_between(&self, from: u32, to: u32) -> Vec<u32> {
        self.names.iter().filter(|n| from <= n.from && n.from < to).map(|n| self.phrase_of(n.top)).collect()
    }
}

/// Adds a role to a code, unless it is there already; `PPL` gives way to any other role.
fn add_role(code: &mut String, role: &str, before: bool, others: bool) {
    if role == "PPL" && others {
        return;
    }
    if before && !code.starts_with(role) {
        *code = if code == "---" { role.to_owned() } else { format!("{role}{code}") };
    } else if !before && !code.ends_with(role) {
        code.push_str(role);
    }
}

/// Leaves out actors whose code was there before.
fn unique(list: &mut Vec<Party>) {
    let mut seen: Vec<String> = Vec::new();
    list.retain(|p| {
        let fresh = !seen.contains(&p.code);
        if fresh {
            seen.push(p.code.clone());
        }
        fresh
    });
}
