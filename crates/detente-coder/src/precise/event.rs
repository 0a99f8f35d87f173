//! The events of a sentence: its main clauses, with what is nested in them.

use super::clause::{Clause, Clauses};
use super::dictionary::Dictionaries;
use super::party::Party;
use super::tree::{Relation, Small, Tree};
use super::verb::is_verb;
use crate::conllu::Pos;
use crate::petrarch::Transformation;

/// An event before it is shown.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    pub(super) source: Option<Party>,
    pub(super) target: Option<Party>,
    pub(super) code: String,
    /// The clause it was read from.
    pub(super) clause: std::rc::Rc<Clause>,
    /// What was done to the code, in order.
    pub(super) steps: Vec<Step>,
    /// Whether it is the answer to what the verb says, as `host` is to `visit`.
    pub(super) answer: bool,
}

/// What was done to the code of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It was added to the code of the verb above, at this word.
    Within { verb: u32, code: String },
    /// A transformation of this number was applied; somebody else than the source may be the speaker.
    Transformed { number: u32, speaker: Option<u32> },
}

/// The most events that a clause gives, and the most main verbs of a sentence that are coded.
const MOST: usize = 256;

/// How deep clauses are followed.
const DEPTH: u8 = 8;

impl Clauses<'_> {
    /// The events of the sentence, in order, none twice.
    pub(super) fn events(&mut self) -> Vec<Deed> {
        let tops = self.tops();
        let mut out = self.of_all(&tops, DEPTH);
        if out.is_empty() {
            let rest: Vec<u32> =
                (0..self.tree.len()).filter(|n| self.is_side_clause(*n) && !tops.contains(n)).take(MOST).collect();
            out = self.of_all(&rest, DEPTH);
        }
        let mut seen: Vec<(Option<String>, Option<String>, String)> = Vec::new();
        out.retain(|d| {
            let side = |p: &Option<Party>| p.as_ref().map(|p| p.code.clone());
            let key = (side(&d.source), side(&d.target), d.code.clone());
            let fresh = !seen.contains(&key);
            seen.push(key);
            fresh
        });
        out
    }

    fn of_all(&mut self, verbs: &[u32], depth: u8) -> Vec<Deed> {
        let mut out = Vec::new();
        for verb in verbs {
            out.extend(paired(self.deeds(*verb, depth)).into_iter().filter(is_event));
        }
        out
    }

    /// The main verbs: the root, or the clause in its place, and what is joined to it.
    fn tops(&self) -> Vec<u32> {
        let mut out = Vec::new();
        let mut open: Vec<u32> = self.tree.roots().iter().rev().copied().collect();
        while let Some(node) = open.pop() {
            let verb = is_verb(self.tree, node);
            if verb {
                out.push(node);
            }
            let next = |c: &u32| match self.tree.relation(*c) {
                Relation::Conjunct | Relation::Aside => true,
                Relation::OpenClause | Relation::Clause => !verb,
                _ => false,
            };
            if out.len() == MOST {
                break;
            }
            open.extend(self.tree.children(node).iter().rev().copied().filter(next));
        }
        out
    }

    /// A clause that hangs on a main one as an adverb, or in the place of its subject; none inside a description.
    fn is_side_clause(&self, node: u32) -> bool {
        let relation = self.tree.relation(node);
        let clause =
            matches!(relation, Relation::AdverbClause | Relation::Subject | Relation::PassiveSubject) && is_verb(self.tree, node);
        if !clause || !self.tree.is_reached(node) {
            return false;
        }
        let mut at = node;
        while let Some(above) = self.tree.head(at) {
            if self.tree.relation(above) == Relation::Describing {
                return false;
            }
            at = above;
        }
        true
    }

    /// The events of a verb with those nested in it.
    fn deeds(&mut self, verb: u32, depth: u8) -> Vec<Deed> {
        let Some(clause) = self.clause(verb).map(std::rc::Rc::new) else {
            return self.lower(verb, &[], depth);
        };
        let used = clause.reading.fit.as_ref().map(|f| f.words.clone()).unwrap_or_default();
        let lower = self.lower(verb, &used, depth);
        let own = own(&clause);
        if lower.is_empty() {
            return own;
        }
        let complete = |list: &[Deed]| list.iter().any(|d| d.source.is_some() && d.target.is_some());
        // `face pressure from`: a verb with a pattern of its own needs no help from the clause below.
        let by_itself = complete(&own) && self.has_own_sides(&clause);
        if by_itself && clause.reading.active.is_none() {
            return own;
        }
        let mut out: Vec<Deed> = Vec::new();
        for deed in lower {
            out.extend(self.nested(&clause, deed, by_itself));
        }
        out.truncate(MOST);
        if complete(&out) || !complete(&own) && !out.is_empty() { out } else { own }
    }

    /// Whether the other side of a clause is named outside the clauses that it governs.
    fn has_own_sides(&self, clause: &Clause) -> bool {
        let verb = clause.verb;
        let inside = |p: &Party| {
            let mut at = p.head;
            while at != verb {
                if matches!(self.tree.relation(at), Relation::OpenClause | Relation::Clause | Relation::AdverbClause) {
                    return true;
                }
                match self.tree.head(at).filter(|_| self.tree.is_reached(at)) {
                    Some(above) => at = above,
                    None => return false,
                }
            }
            false
        };
        !clause.targets.is_empty() && !clause.targets.iter().any(inside) && !clause.sources.iter().any(inside)
    }

    /// The events of the clauses that a verb governs and that its pattern does not name.
    fn lower(&mut self, verb: u32, used: &[u32], depth: u8) -> Vec<Deed> {
        let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
        let tree = self.tree;
        let governed = |c: &u32| match tree.relation(*c) {
            Relation::OpenClause | Relation::Clause => true,
            Relation::AdverbClause => {
                tree.children(*c).iter().any(|m| tree.relation(*m) == Relation::Mark && tree.says(*m, Small::To))
            }
            _ => false,
        };
        let mut nodes: Vec<u32> = tree.children(verb).iter().copied().filter(governed).filter(|c| !used.contains(c)).collect();
        let joined =
            |n: &u32| tree.children(*n).iter().copied().filter(|c| tree.relation(*c) == Relation::Conjunct && is_verb(tree, *c));
        let more: Vec<u32> = nodes.iter().flat_map(joined).collect();
        nodes.extend(more);
        let deeds = |n: u32, s: &mut Self| if tree.pos(n) == Pos::Verb { s.deeds(n, depth) } else { s.lower(n, used, depth) };
        nodes.into_iter().flat_map(|n| deeds(n, self)).collect()
    }

    /// An event inside the words of a clause.
    fn nested(&self, outer: &Clause, inner: Deed, by_itself: bool) -> Vec<Deed> {
        let Some(code) = outer.reading.active.as_deref() else {
            return vec![self.with_source(outer, inner)];
        };
        if inner.answer {
            return Vec::new();
        }
        // `is scheduled to meet`: who is scheduled is who meets.
        let raised = self.tree.is_passive(outer.verb)
            && inner.source.as_ref().is_some_and(|s| outer.targets.iter().any(|t| t.code == s.code));
        if outer.sources.is_empty() || raised && !by_itself {
            return vec![inner];
        }
        outer.sources.iter().filter_map(|source| self.nested_in(outer, source, code, &inner, by_itself)).collect()
    }

    fn with_source(&self, outer: &Clause, inner: Deed) -> Deed {
        let source = inner.source.clone().or_else(|| outer.sources.first().cloned());
        Deed { source, ..inner }
    }

    fn nested_in(&self, outer: &Clause, source: &Party, code: &str, inner: &Deed, by_itself: bool) -> Option<Deed> {
        let open = self.tree.relation(inner.clause.verb) != Relation::Clause;
        let same = inner.source.as_ref().map_or(open, |s| s.code == source.code);
        if !same && inner.source.as_ref().is_some_and(|s| outer.sources.iter().any(|o| o.code == s.code)) {
            return None;
        }
        if let Some(deed) = self.transformed(outer, source, same, inner) {
            return Some(deed);
        }
        let sum = self.dictionaries.pico.within(code, &inner.code).map(str::to_owned);
        let target = if same { inner.target.clone() } else { inner.source.clone() };
        let step = Step::Within { verb: outer.verb, code: code.to_owned() };
        match sum {
            Some(sum) => Some(inner.as_done(source, target, sum, step)),
            _ if same && inner.target.is_some() && !by_itself => Some(Deed { source: Some(source.clone()), ..inner.clone() }),
            _ => None,
        }
    }

    /// The first transformation of the dictionaries that fits.
    fn transformed(&self, outer: &Clause, source: &Party, same: bool, inner: &Deed) -> Option<Deed> {
        let found = self
            .dictionaries
            .transformations
            .iter()
            .position(|(t, _)| is_called(self.dictionaries, &t.outer.1, outer) && self.fits(t, same, inner))?;
        let (t, _) = self.dictionaries.transformations.get(found)?;
        let target = if t.inner.0 == t.result.1 { inner.source.clone() } else { inner.target.clone() };
        let code = if t.result.2 == "Q" { inner.code.clone() } else { t.result.2.clone() };
        let speaker = (t.result.2 == "Q").then_some(source.head);
        let step = Step::Transformed { number: u32::try_from(found).unwrap_or(u32::MAX), speaker };
        Some(inner.as_done(source, Some(target?), code, step))
    }

    fn fits(&self, t: &Transformation, same: bool, inner: &Deed) -> bool {
        let who = match t.inner.0.as_str() {
            "_" => inner.source.is_none(),
            s if s == t.outer.0 => same && inner.source.is_some(),
            _ => !same && inner.source.is_some(),
        };
        let verb = t.inner.2.trim_start_matches("WILL_");
        let future = t.inner.2.starts_with("WILL_");
        let target = t.inner.1 == "." || inner.target.is_some();
        let code = verb == "Q" || code_of(self.dictionaries, verb).is_some_and(|c| root(c) == root(&inner.code));
        who && target && code && (!future || is_future(self.tree, inner.clause.verb))
    }
}

impl Deed {
    fn as_done(&self, source: &Party, target: Option<Party>, code: String, step: Step) -> Self {
        let steps = [self.steps.clone(), vec![step]].concat();
        Self { source: Some(source.clone()), target, code, clause: std::rc::Rc::clone(&self.clause), steps, answer: false }
    }
}

fn root(code: &str) -> &str {
    code.get(..2).unwrap_or(code)
}

/// The code of a verb by its name.
fn code_of<'a>(dictionaries: &'a Dictionaries, name: &str) -> Option<&'a str> {
    let number = dictionaries.verb_names.get(name)?;
    dictionaries.verbs.get(*number as usize)?.codes.0.as_deref()
}

/// Whether a clause has the code of the verb that a transformation names.
fn is_called(dictionaries: &Dictionaries, name: &str, clause: &Clause) -> bool {
    let own = clause.reading.verb.and_then(|v| dictionaries.verbs.get(v as usize)).is_some_and(|v| v.name.as_ref() == name);
    own || clause.reading.active.as_deref().is_some_and(|c| code_of(dictionaries, name) == Some(c))
}

fn is_future(tree: &Tree<'_>, verb: u32) -> bool {
    tree.children(verb).iter().any(|c| tree.says(*c, Small::Will))
}

/// The events of a clause by itself: every source with every target.
fn own(clause: &std::rc::Rc<Clause>) -> Vec<Deed> {
    let reading = &clause.reading;
    let deed = |source: &Option<Party>, target: &Option<Party>, code: &Option<String>, answer: bool| {
        let (source, target, clause) = (source.clone(), target.clone(), std::rc::Rc::clone(clause));
        code.clone().map(|code| Deed { source, target, code, clause, steps: Vec::new(), answer })
    };
    let some = |list: &std::rc::Rc<[Party]>| if list.is_empty() { vec![None] } else { list.iter().cloned().map(Some).collect() };
    let (sources, targets) = (some(&clause.sources), some(&clause.targets));
    let mut out = Vec::new();
    for s in &sources {
        for t in &targets {
            out.extend(deed(s, t, &reading.active, false));
            out.extend(deed(t, s, &reading.reverse, true));
        }
    }
    out
}

/// `A and B agree`: joined sources without a target are the targets of one another.
fn paired(deeds: Vec<Deed>) -> Vec<Deed> {
    let mut out = Vec::new();
    for deed in &deeds {
        let mutual = !deed.answer && matches!(root(&deed.code), "03" | "04" | "05" | "06") || deed.clause.is_mutual;
        let with =
            |o: &&Deed| o.target.is_none() && o.code == deed.code && o.source.is_some() && o.clause.verb == deed.clause.verb;
        let others: Vec<&Party> = deeds.iter().filter(with).filter_map(|o| o.source.as_ref()).collect();
        let Some(source) = deed.source.as_ref().filter(|_| mutual && deed.target.is_none() && others.len() > 1) else {
            out.push(deed.clone());
            continue;
        };
        let others = others.into_iter().filter(|o| o.code != source.code);
        out.extend(others.map(|o| Deed { target: Some(o.clone()), ..deed.clone() }));
    }
    out
}

/// Whether two codes are of one actor: a state and its own government are.
fn is_one(a: &str, b: &str) -> bool {
    let state = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|role| role == "GOV" && b.len() == 3);
    a == b || state(a, b) || state(b, a)
}

/// Whether both sides are known and differ, or protest is told of one side; a statement alone is no event.
fn is_event(deed: &Deed) -> bool {
    let sides = match (&deed.source, &deed.target) {
        (Some(a), Some(b)) => !is_one(&a.code, &b.code),
        (Some(_), None) => root(&deed.code) == "14",
        _ => false,
    };
    sides && deed.code != "010"
}
