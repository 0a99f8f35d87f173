//! One verb with its code, its subject and what it is done to.

use std::rc::Rc;

use super::dictionary::Dictionaries;
use super::matching::{Around, Fit, arguments, called, is_time};
use super::party::{Parties, Party};
use super::rule::Rule;
use super::tree::{Relation, Small, Tree};
use super::verb::{Known, known};
use crate::conllu::Pos;

/// The code of a verb in its clause, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The code, and that of the event the other way round.
    pub(super) active: Option<String>,
    pub(super) reverse: Option<String>,
    /// The verb of the dictionary.
    pub(super) verb: Option<u32>,
    /// The pattern, where one fits.
    pub(super) fit: Option<Fit>,
    /// Whether the code is that of the negated verb.
    pub(super) negated: bool,
}

/// A verb with who does it and to whom.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) verb: u32,
    pub(super) reading: Reading,
    pub(super) sources: Rc<[Party]>,
    pub(super) targets: Rc<[Party]>,
    /// Whether a pattern asks for joined subjects: they are the targets of one another.
    pub(super) is_mutual: bool,
}

/// How far up subjects are looked for.
const DEPTH: u8 = 6;

/// Reads the clauses of a sentence.
pub(super) struct Clauses<'a> {
    pub(super) dictionaries: &'a Dictionaries,
    pub(super) tree: &'a Tree<'a>,
    pub(super) parties: Parties<'a>,
}

fn nobody() -> Rc<[Party]> {
    Rc::from([])
}

impl<'a> Clauses<'a> {
    /// The clause of a verb; `None` when no dictionary knows it.
    pub(super) fn clause(&mut self, verb: u32) -> Option<Clause> {
        let known = known(self.dictionaries, self.tree, verb);
        if known.verbs.is_empty() {
            return None;
        }
        let subject = self.subject_noun(verb, DEPTH);
        let reading = self.reading(verb, &known, subject);
        let (sources, mut targets) = self.sides(verb, subject, &reading);
        let rule = reading.fit.as_ref().and_then(|f| self.dictionaries.rules.get(f.rule as usize));
        let is_mutual = rule.is_some_and(Rule::is_mutual);
        if is_mutual {
            targets = nobody();
        }
        Some(Clause { verb, reading, sources, targets, is_mutual })
    }

    fn reading(&mut self, verb: u32, known: &Known, subject: Option<u32>) -> Reading {
        let verbs = &self.dictionaries.verbs;
        let blocks: Vec<u32> = known.verbs.iter().filter_map(|v| verbs.get(*v as usize)).map(|v| v.block).collect();
        let rules = called(self.dictionaries, self.tree, &blocks);
        let mut fit = None;
        if !rules.is_empty() {
            let own = known.own.clone();
            fit = Around::new(self.dictionaries, self.tree, (verb, own), subject, &mut self.parties).best(&rules);
        }
        let last = known.verbs.last().copied();
        let codes = match fit.as_ref().and_then(|f| self.dictionaries.rules.get(f.rule as usize)) {
            Some(rule) => rule.codes.clone(),
            None => last.and_then(|v| verbs.get(v as usize)).map(|v| v.codes.clone()).unwrap_or_default(),
        };
        let mut out = Reading { active: codes.0, reverse: codes.1, verb: last, fit, negated: false };
        if self.tree.is_negated(verb) {
            let not = |code: &String| self.dictionaries.pico.negated(code).map(str::to_owned);
            out = Reading { active: out.active.as_ref().and_then(not), reverse: None, negated: true, ..out };
        }
        out
    }

    // ---- the subject

    /// The noun that is the subject of a verb: its own, or that of the verb it goes with.
    fn subject_noun(&self, verb: u32, depth: u8) -> Option<u32> {
        let tree = self.tree;
        let own = tree
            .children(verb)
            .iter()
            .copied()
            .find(|c| matches!(tree.relation(*c), Relation::Subject | Relation::PassiveSubject));
        match own {
            Some(noun) if !self.stands_for(noun) => return Some(noun),
            Some(noun) if tree.relation(verb) == Relation::Describing => return tree.head(verb).or(Some(noun)),
            _ => {}
        }
        let depth = depth.checked_sub(1)?;
        let head = tree.head(verb)?;
        let borrowed = match tree.relation(verb) {
            Relation::AdverbClause if self.asks(head, verb) => self.object_noun(head),
            Relation::Conjunct | Relation::AdverbClause | Relation::Clause => self.subject_noun(head, depth),
            Relation::OpenClause => self.object_noun(head).or_else(|| self.subject_noun(head, depth)),
            Relation::Describing if tree.is_nominal(head) => Some(head),
            Relation::Describing => self.subject_noun(head, depth),
            _ => None,
        };
        borrowed.or(own)
    }

    /// Whether a noun of its own is the subject of a verb.
    fn has_subject(&self, verb: u32) -> bool {
        self.tree.child(verb, Relation::Subject).is_some_and(|s| !self.stands_for(s))
    }

    /// A pronoun, which says nothing by itself.
    fn stands_for(&self, noun: u32) -> bool {
        self.tree.pos(noun) == Pos::Pronoun || self.tree.says(noun, Small::Pronoun)
    }

    /// `ask X to help`: the object of the one verb is the subject of the other.
    fn asks(&self, head: u32, verb: u32) -> bool {
        let to =
            self.tree.children(verb).iter().any(|c| self.tree.relation(*c) == Relation::Mark && self.tree.says(*c, Small::To));
        to && self.object_noun(head).is_some_and(|o| self.parties.is_name(o))
    }

    fn object_noun(&self, verb: u32) -> Option<u32> {
        self.tree.child(verb, Relation::Object)
    }

    // ---- the two sides

    fn sides(&mut self, verb: u32, subject: Option<u32>, reading: &Reading) -> (Rc<[Party]>, Rc<[Party]>) {
        let passive = self.tree.is_passive(verb);
        let used = reading.fit.as_ref().map(|f| f.words.clone()).unwrap_or_default();
        let turned = reading.fit.as_ref().is_some_and(|f| f.turned);
        let bound = |n: Option<u32>, s: &mut Self| n.map(|n| s.parties.of(n)).filter(|p| !p.is_empty());
        let source = bound(reading.fit.as_ref().and_then(|f| f.source), self);
        let target = bound(reading.fit.as_ref().and_then(|f| f.target), self);
        let surface = subject.map_or_else(nobody, |s| self.parties.of(s));
        if passive || turned {
            let source = source
                .unwrap_or_else(|| if passive { self.agent(verb, &used, &surface) } else { self.below(verb, &used, &surface) });
            return (source, target.unwrap_or(surface));
        }
        let source = match source {
            Some(source) => source,
            None if surface.is_empty() && !self.has_subject(verb) => self.parties.before(verb),
            None => surface.clone(),
        };
        let target = target.unwrap_or_else(|| self.below(verb, &used, &source));
        (source, target)
    }

    /// Who does it, in a passive clause: the noun behind `by`, else the nearest one that names an actor.
    fn agent(&mut self, verb: u32, used: &[u32], surface: &[Party]) -> Rc<[Party]> {
        let tree = self.tree;
        let says = |n: u32| tree.children(n).iter().any(|c| tree.says(*c, Small::By));
        let by = |n: &u32| says(*n) || tree.children(*n).iter().any(|c| tree.relation(*c) == Relation::Modifier && says(*c));
        let all: Vec<u32> = arguments(tree, verb).into_iter().filter(|n| tree.is_nominal(*n) && self.may_act(*n)).collect();
        if let Some(agent) = all.iter().copied().find(by) {
            return self.parties.of_any(agent);
        }
        self.first(all, used, surface)
    }

    /// Neither a time nor what suffers it.
    fn may_act(&self, noun: u32) -> bool {
        !matches!(self.tree.relation(noun), Relation::PassiveSubject | Relation::Time) && !is_time(self.tree, noun)
    }

    /// Whom it is done to: the object, the subject of the clause below, what else hangs on the verb.
    fn below(&mut self, verb: u32, used: &[u32], source: &[Party]) -> Rc<[Party]> {
        let tree = self.tree;
        let mut all = arguments(tree, verb);
        all.retain(|n| tree.relation(*n) != Relation::Time && !is_time(tree, *n));
        let verbal = |n: &u32| matches!(tree.relation(*n), Relation::OpenClause | Relation::Clause | Relation::AdverbClause);
        let (all, lower): (Vec<u32>, Vec<u32>) = all.into_iter().partition(|n| self.is_own(*n, verb));
        let objects = all.iter().copied().filter(|n| tree.relation(*n) == Relation::Object);
        let inner =
            all.iter().filter(|n| tree.relation(**n) == Relation::Clause).filter_map(|n| tree.child(*n, Relation::Subject));
        let rest = all.iter().copied().filter(|n| tree.relation(*n) != Relation::Object && !verbal(n));
        let found = self.first(objects.chain(inner).chain(rest).collect(), used, source);
        if !found.is_empty() {
            return found;
        }
        let found = self.first(lower.into_iter().filter(|n| !verbal(n)).collect(), used, source);
        if !found.is_empty() {
            return found;
        }
        let deep: Vec<u32> =
            self.parties.named_between(verb, tree.len()).into_iter().filter(|n| self.is_below(*n, verb)).collect();
        self.first(deep, used, source)
    }

    /// Whether a word hangs on a verb, or on a noun that does, and not on a clause below.
    fn is_own(&self, node: u32, verb: u32) -> bool {
        let head = self.tree.head(node);
        head == Some(verb) || self.tree.relation(node) == Relation::Conjunct && head.and_then(|h| self.tree.head(h)) == Some(verb)
    }

    /// Whether a noun belongs to the clause of a verb, and not to one joined to it.
    fn is_below(&self, node: u32, verb: u32) -> bool {
        let mut at = node;
        while at != verb {
            let relation = self.tree.relation(at);
            let above = self.tree.head(at).map(|h| self.tree.pos(h));
            let parted = matches!(relation, Relation::Aside | Relation::Subject)
                || relation == Relation::Conjunct && above == Some(Pos::Verb)
                || is_time(self.tree, at);
            let Some(above) = self.tree.head(at).filter(|_| !parted && self.tree.is_reached(at)) else { return false };
            at = above;
        }
        true
    }

    /// The first noun that names an actor other than those given, by words the pattern does not need.
    fn first(&mut self, nouns: Vec<u32>, used: &[u32], other: &[Party]) -> Rc<[Party]> {
        let mut roles = nobody();
        for noun in nouns {
            let all = self.parties.of(noun);
            let free = |p: &&Party| !p.words().all(|w| used.contains(&w)) && !other.iter().any(|o| o.code == p.code);
            let found: Rc<[Party]> = all.iter().filter(free).cloned().collect();
            if found.iter().any(Party::is_named) {
                return found;
            }
            if roles.is_empty() {
                roles = found;
            }
        }
        roles
    }
}
