//! Whether a pattern of the dictionary fits the words around a verb.
//!
//! The words behind `*` are looked for among what hangs on the verb: its objects, obliques and particles,
//! and what hangs on a word that was already found. Those before `*` are its subject, its adverbs and
//! auxiliaries, and the verb that governs it.

use super::dictionary::Dictionaries;
use super::party::Parties;
use super::rule::{Literal, Mark, Part, Rule};
use super::tree::{Relation, Small, Tree};
use super::words::{UNKNOWN, Word};
use crate::conllu::Pos;

/// How many ways of fitting one pattern are tried.
const TRIES: usize = 200;

/// How many words that hang on a verb are looked at.
const NEAR: usize = 48;

/// A pattern that fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fit {
    /// The number of the pattern.
    pub(super) rule: u32,
    /// The words that it names.
    pub(super) words: Vec<u32>,
    /// The nouns at its marks.
    pub(super) source: Option<u32>,
    pub(super) target: Option<u32>,
    /// Whether `+` stands for the subject.
    pub(super) turned: bool,
    /// The nouns that the pattern passes over.
    skipped: Vec<u32>,
    /// What members of several words add to the weight of the pattern.
    bonus: u32,
}

/// One way to fill a part of a pattern: its words, and whoever stands at its mark.
type Way = (Vec<u32>, Option<(Mark, u32)>);

/// The surroundings of one verb.
pub(super) struct Around<'a> {
    dictionaries: &'a Dictionaries,
    tree: &'a Tree<'a>,
    verb: u32,
    /// The words of the verb that stand beside its head, such as `off`.
    own: Vec<u32>,
    below: Vec<u32>,
    above: Vec<u32>,
    joined: usize,
    left: usize,
}

/// What hangs on a verb: objects first, then the rest in order, and so on in open clauses.
pub(super) fn arguments(tree: &Tree<'_>, verb: u32) -> Vec<u32> {
    let mut out = Vec::new();
    gather(tree, verb, 2, &mut out);
    out.truncate(NEAR);
    out
}

fn gather(tree: &Tree<'_>, verb: u32, depth: u8, out: &mut Vec<u32>) {
    use Relation as R;
    for child in tree.children(verb).iter().copied() {
        let lower = child > verb || tree.relation(child) == R::PassiveSubject || tree.pos(verb) != Pos::Verb;
        match tree.relation(child) {
            R::PassiveSubject | R::Object | R::Oblique | R::Time | R::Adverb | R::Particle | R::Other if lower => {
                out.push(child);
                let joined = |c: &u32| tree.relation(*c) == R::Conjunct && tree.is_nominal(*c);
                out.extend(tree.children(child).iter().copied().filter(joined));
            }
            R::OpenClause | R::Clause | R::AdverbClause if lower => {
                out.push(child);
                let open = is_open(tree, child);
                if depth > 0 && open {
                    gather(tree, child, depth - 1, out);
                }
            }
            _ => {}
        }
    }
}

/// `after the attack`: a noun that says when.
pub(super) fn is_time(tree: &Tree<'_>, noun: u32) -> bool {
    let is = |c: &u32| matches!(tree.relation(*c), Relation::Case | Relation::Mark);
    tree.children(noun).iter().filter(|c| is(c)).any(|c| tree.says(*c, Small::Time))
}

/// The patterns of some blocks that a word of the sentence calls up, in their order.
pub(super) fn called(dictionaries: &Dictionaries, tree: &Tree<'_>, blocks: &[u32]) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::new();
    for block in blocks {
        out.extend(dictionaries.always.get(block).into_iter().flatten());
        tree.vocabulary.iter().for_each(|word| out.extend(dictionaries.called(*block, *word)));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// A clause whose words belong to the verb above: without a subject of its own; as an adverb only with `to`.
fn is_open(tree: &Tree<'_>, clause: u32) -> bool {
    let to = || tree.children(clause).iter().any(|m| tree.relation(*m) == Relation::Mark && tree.says(*m, Small::To));
    let subject = [Relation::Subject, Relation::PassiveSubject].iter().any(|r| tree.child(clause, *r).is_some());
    match tree.relation(clause) {
        Relation::OpenClause => !subject,
        Relation::AdverbClause => !subject && to(),
        _ => false,
    }
}

impl<'a> Around<'a> {
    /// `own` are the words of the verb beside its head; `subject` is the noun that is its subject.
    pub(super) fn new(
        dictionaries: &'a Dictionaries,
        tree: &'a Tree<'a>,
        (verb, own): (u32, Vec<u32>),
        subject: Option<u32>,
        parties: &mut Parties<'_>,
    ) -> Self {
        let below = arguments(tree, verb);
        let mut above: Vec<u32> = tree.children(verb).iter().copied().filter(|c| *c < verb).collect();
        above.extend(subject.filter(|s| !above.contains(s)));
        let governed = matches!(tree.relation(verb), Relation::OpenClause | Relation::Clause | Relation::AdverbClause);
        if let Some(head) = tree.head(verb).filter(|_| governed) {
            above.push(head);
            above.extend(tree.children(head).iter().copied().filter(|c| *c < head));
        }
        let joined = subject.map_or(0, |s| parties.of(s).len());
        Self { dictionaries, tree, verb, own, below, above, joined, left: 0 }
    }

    /// Of some patterns the one that asks for most of what fits; the last of equals.
    pub(super) fn best(&mut self, called: &[u32]) -> Option<Fit> {
        let mut best: Option<(u32, Fit)> = None;
        for number in called.iter().copied() {
            let Some(rule) = self.dictionaries.rules.get(number as usize) else { continue };
            let Some(fit) = self.fit(rule) else { continue };
            let weight = rule.weight + fit.bonus;
            if best.as_ref().is_none_or(|(most, _)| weight >= *most) {
                best = Some((weight, Fit { rule: number, ..fit }));
            }
        }
        best.map(|(_, fit)| fit)
    }

    fn fit(&mut self, rule: &Rule) -> Option<Fit> {
        self.left = TRIES;
        if rule.is_mutual() && self.joined < 2 {
            return None;
        }
        let mut fit = Fit::default();
        (self.before(rule, &mut fit) && self.after(&rule.after, &mut fit)).then_some(fit)
    }

    fn is(&self, node: u32, literal: Literal) -> bool {
        let spelled = self.tree.spellings(node);
        match literal {
            Literal::Word(word) => word != UNKNOWN && spelled.contains(&word),
            Literal::Set(number) => self.dictionaries.set(number).is_some_and(|set| {
                let has = |w: &Word| *w != UNKNOWN && set.single.binary_search(w).is_ok();
                spelled.iter().any(has) || set.several.iter().any(|member| self.ends_with(node, member))
            }),
        }
    }

    /// Whether the words up to a place are those of a member.
    fn ends_with(&self, node: u32, member: &[Word]) -> bool {
        let back = (0..=node).rev();
        member.len() <= node as usize + 1
            && member.iter().rev().zip(back).all(|(w, n)| *w != UNKNOWN && self.tree.spellings(n).contains(w))
    }

    // ---- before the verb

    fn before(&mut self, rule: &Rule, fit: &mut Fit) -> bool {
        for part in &rule.before {
            let found = match part {
                Part::Plain(literal) => self.word_above(*literal, fit, rule.nominal),
                Part::Noun(all) => self.above.clone().into_iter().find_map(|n| self.noun(n, all)),
                Part::Phrase { case, noun, .. } => self.phrase_above(case, noun),
                Part::Mark(mark) => {
                    fit.turned |= *mark == Mark::Target;
                    Some(Vec::new())
                }
            };
            match found {
                Some(words) => fit.words.extend(words),
                None => return false,
            }
        }
        true
    }

    fn word_above(&self, literal: Literal, fit: &Fit, nominal: bool) -> Option<Vec<u32>> {
        let modifier = |c: &u32| matches!(self.tree.relation(*c), Relation::Modifier | Relation::Conjunct);
        let inner = self.above.iter().flat_map(|a| self.tree.children(*a).iter().copied().filter(modifier));
        let beside = self.verb.checked_sub(1);
        let mut all = self.above.iter().copied().chain(inner).chain(beside);
        let fits = |n: &u32| !nominal || matches!(self.tree.pos(*n), Pos::Noun | Pos::Adjective | Pos::Verb | Pos::Aux);
        all.find(|n| !fit.words.contains(n) && fits(n) && self.is(*n, literal)).map(|n| vec![n])
    }

    fn phrase_above(&self, case: &[Literal], noun: &[Literal]) -> Option<Vec<u32>> {
        let found = |n: u32| self.cased(n, case).and_then(|c| self.noun_words(n, noun).map(|w| [c, w].concat()));
        self.above.iter().copied().find_map(found)
    }

    // ---- behind the verb

    fn after(&mut self, parts: &[Part], fit: &mut Fit) -> bool {
        let Some((part, rest)) = parts.split_first() else { return true };
        if self.left == 0 {
            return false;
        }
        for (words, bound) in self.ways(part, fit) {
            self.left = self.left.saturating_sub(1);
            let kept = fit.clone();
            fit.bonus += self.bonus(part, &words);
            fit.words.extend(words);
            match bound {
                Some((Mark::Source, n)) => fit.source = Some(n),
                Some((Mark::Target, n)) => fit.target = Some(n),
                Some((_, n)) => fit.skipped.push(n),
                None => {}
            }
            if self.after(rest, fit) {
                return true;
            }
            *fit = kept;
        }
        false
    }

    /// The ways in which a part may be filled: its words, and whoever stands at its mark.
    fn ways(&self, part: &Part, fit: &Fit) -> Vec<Way> {
        let fresh = |words: &Vec<u32>| words.iter().all(|w| !fit.words.contains(w));
        let plain = |words: Vec<u32>| (words, None);
        match part {
            Part::Plain(literal) => {
                let all = self.near(fit).into_iter().chain(self.small());
                let found = all.filter(|n| self.tree.pos(*n) != Pos::Verb && self.is(*n, *literal));
                found.map(|n| vec![n]).filter(fresh).map(plain).collect()
            }
            Part::Noun(all) => self.nouns(fit).filter_map(|n| self.noun(n, all)).filter(fresh).map(plain).collect(),
            Part::Phrase { case, noun, mark } => self.phrases(case, noun, *mark, fit),
            Part::Mark(mark) => self.marked(*mark, fit),
        }
    }

    /// What a word of the pattern may be: what hangs on the verb, or on a word found before.
    fn near(&self, fit: &Fit) -> Vec<u32> {
        let mut out = self.below.clone();
        let under = |n: &u32| self.tree.children(*n).iter().copied();
        let inner = |c: &u32| matches!(self.tree.relation(*c), Relation::Oblique | Relation::Conjunct | Relation::Apposition);
        out.extend(fit.words.iter().flat_map(under).filter(inner));
        // `a set of resolutions`: the noun that counts is behind `of`.
        let of = |c: &u32| inner(c) && self.tree.children(*c).iter().any(|k| self.tree.says(*k, Small::Of));
        let counted: Vec<u32> = self.below.iter().flat_map(under).filter(of).collect();
        out.extend(counted);
        out.sort_unstable();
        out.dedup();
        out
    }

    fn nouns(&self, fit: &Fit) -> impl Iterator<Item = u32> {
        self.near(fit).into_iter().filter(|n| self.tree.pos(*n) != Pos::Verb)
    }

    /// A member of several words is worth more than one of a single word.
    fn bonus(&self, part: &Part, words: &[u32]) -> u32 {
        let Part::Plain(Literal::Set(number)) = part else { return 0 };
        let several = self.dictionaries.set(*number).into_iter().flat_map(|s| &s.several);
        let found = several.filter(|m| words.iter().any(|w| self.ends_with(*w, m))).map(|m| m.len());
        found.max().and_then(|n| u32::try_from(n).ok()).map_or(0, |n| 5 * n)
    }

    /// The prepositions and particles of what hangs on the verb.
    fn small(&self) -> impl Iterator<Item = u32> {
        let is =
            |c: &u32| matches!(self.tree.relation(*c), Relation::Case | Relation::Mark | Relation::Particle | Relation::Adverb);
        let cases = self.below.iter().flat_map(move |n| self.tree.children(*n).iter().copied().filter(is));
        cases.chain(self.own.iter().copied())
    }

    /// A noun with words before it; the last of these stands right before it, or is joined to what does.
    fn noun(&self, head: u32, all: &[Literal]) -> Option<Vec<u32>> {
        let words = self.noun_words(head, all)?;
        let Some(last) = words.len().checked_sub(2).and_then(|i| words.get(i)) else { return Some(words) };
        let parted = |n: u32| !matches!(self.tree.relation(n), Relation::Conjunct) && self.tree.pos(n) == Pos::Adjective;
        let whole = (last + 1..head).all(|n| !parted(n));
        whole.then_some(words)
    }

    fn noun_words(&self, head: u32, all: &[Literal]) -> Option<Vec<u32>> {
        let Some((last, before)) = all.split_last() else { return Some(Vec::new()) };
        if !self.is(head, *last) {
            return None;
        }
        let mut out = vec![head];
        let mut at = head;
        for literal in before.iter().rev() {
            let under = |n: &u32| self.tree.is_under(*n, head) && self.is(*n, *literal);
            at = (at.saturating_sub(8)..at).rev().find(under)?;
            out.push(at);
        }
        out.reverse();
        Some(out)
    }

    /// `on economic issues`: the word of a phrase may stand before its noun.
    fn modifier(&self, head: u32, noun: &[Literal]) -> Option<Vec<u32>> {
        let [literal] = noun else { return None };
        let is = |c: &u32| *c < head && self.tree.relation(*c) == Relation::Modifier && self.is(*c, *literal);
        self.tree.children(head).iter().copied().find(is).map(|c| vec![c])
    }

    /// The prepositions of a noun, or the marks of a clause, when they are these.
    fn cased(&self, node: u32, case: &[Literal]) -> Option<Vec<u32>> {
        let is = |c: &u32| {
            matches!(
                self.tree.relation(*c),
                Relation::Case | Relation::Mark | Relation::Particle | Relation::Adverb | Relation::Other
            )
        };
        let own = |c: u32| std::iter::once(c).chain(self.tree.children(c).iter().copied());
        let all: Vec<u32> = self.tree.children(node).iter().copied().filter(is).flat_map(own).collect();
        case.iter().map(|l| all.iter().copied().find(|c| self.is(*c, *l))).collect()
    }

    fn phrases(&self, case: &[Literal], noun: &[Literal], mark: Option<Mark>, fit: &Fit) -> Vec<Way> {
        let mut places = self.near(fit);
        let inner = |c: &u32| self.tree.relation(*c) == Relation::Oblique;
        let open = places.iter().filter(|n| !is_time(self.tree, **n));
        let more: Vec<u32> = open.flat_map(|n| self.tree.children(*n).iter().copied()).filter(inner).collect();
        places.extend(more);
        places.sort_unstable();
        places.dedup();
        let fresh = |words: &[u32]| words.iter().all(|w| !fit.words.contains(w));
        let one = |n: u32| {
            let words = [self.cased(n, case)?, self.noun_words(n, noun).or_else(|| self.modifier(n, noun))?].concat();
            fresh(&words).then(|| (words, mark.map(|m| (m, n))))
        };
        let mut out: Vec<_> = places.iter().copied().filter_map(one).collect();
        if let (Some(particle), None) = (self.particle(case), mark) {
            let rest = places.iter().filter_map(|n| self.noun_words(*n, noun));
            let words = if noun.is_empty() { Some(Vec::new()) } else { rest.into_iter().next() };
            out.extend(words.map(|w| ([particle, w].concat(), None)).filter(|(w, _)| fresh(w)));
        }
        out
    }

    /// `burn down`: the particle of the verb itself.
    fn particle(&self, case: &[Literal]) -> Option<Vec<u32>> {
        let is = |c: &u32| matches!(self.tree.relation(*c), Relation::Particle | Relation::Case | Relation::Mark);
        let all: Vec<u32> = self.tree.children(self.verb).iter().copied().filter(|c| *c > self.verb).filter(is).collect();
        case.iter().map(|l| all.iter().copied().find(|c| self.is(*c, *l))).collect()
    }

    /// The next noun behind the words found so far.
    fn marked(&self, mark: Mark, fit: &Fit) -> Vec<Way> {
        let past = fit.words.iter().chain(&fit.skipped).copied().max().unwrap_or(self.verb).max(self.verb);
        let noun = |n: &u32| *n > past && self.tree.is_nominal(*n) && self.tree.pos(*n) != Pos::Adjective;
        let mut all: Vec<u32> = self.near(fit).into_iter().filter(noun).collect();
        all.truncate(1);
        all.into_iter().map(|n| (Vec::new(), Some((mark, n)))).collect()
    }
}
