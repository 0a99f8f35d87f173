//! Who acts and on whom, by the parse of a sentence where one is given.

use crate::argument::Slots;
use crate::clause::Clauses;
use crate::conllu::Parsed;
use crate::frame::{Frame, Trigger};

/// Relations of UD v1 and v2 that make a word a subject.
const SUBJECT: [&str; 3] = ["nsubj", "csubj", "nsubjpass"];

/// Relations of a word that describes the noun it hangs on.
const INSIDE: [&str; 7] = ["compound", "amod", "flat", "name", "nmod:poss", "appos", "det"];

/// How far a chain of coordinated or embedded verbs is followed.
const CHAIN: usize = 4;

impl Clauses<'_> {
    /// The slots of a verb by its parse; none when the verb is no word of it.
    pub(crate) fn slots_by_parse(&self, trigger: &Trigger, frame: &Frame) -> Option<Slots> {
        let parse = self.parse.as_deref()?;
        let verb = parse.at(self.tokens.get(trigger.from)?.span)?;
        let passive = parse.children(verb).any(|c| parse.is(c, &["nsubjpass", "auxpass", "nsubj:pass", "aux:pass"]));
        let subjects = self.subjects(parse, verb, CHAIN);
        if passive {
            let by = |c: &usize| parse.is(*c, &["obl", "nmod"]) && parse.case(*c).is_some_and(|w| self.grammar.agent.has(w));
            let sources = parse.children(verb).find(by).map(|c| self.named_by(parse, c)).unwrap_or_default();
            return Some(Slots { sources, targets: subjects });
        }
        let targets = self.objects(parse, verb, frame).into_iter().filter(|t| !subjects.contains(t)).collect();
        Some(Slots { sources: subjects, targets })
    }

    /// The subject of a verb, or of the verb that it is joined to or hangs on.
    fn subjects(&self, parse: &Parsed, verb: usize, left: usize) -> Vec<usize> {
        let own = parse.children(verb).find(|c| parse.is(*c, &SUBJECT));
        let relative = own.is_none_or(|s| matches!(parse.lemma(s), "who" | "which" | "that"));
        let Some(node) = parse.nodes.get(verb) else { return Vec::new() };
        if let Some(subject) = own.filter(|_| !relative) {
            return self.named_by(parse, subject);
        }
        let Some(head) = node.head.filter(|_| left > 0) else { return Vec::new() };
        match () {
            () if parse.is(verb, &["acl"]) => self.named_by(parse, head),
            () if parse.is(verb, &["conj", "xcomp", "advcl", "ccomp", "parataxis"]) => self.subjects(parse, head, left - 1),
            () => Vec::new(),
        }
    }

    /// The direct object where the frame wants one, else what its prepositions govern.
    fn objects(&self, parse: &Parsed, verb: usize, frame: &Frame) -> Vec<usize> {
        let wanted = frame.to(self.language);
        let object = parse.children(verb).find(|c| parse.is(*c, &["obj", "dobj"]));
        let indirect = parse.children(verb).find(|c| parse.is(*c, &["iobj"]));
        if wanted.iter().any(String::is_empty) {
            for node in [indirect, object].into_iter().flatten() {
                let found = self.named_by(parse, node);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        let hosts = std::iter::once(verb).chain(object);
        let governed = hosts.flat_map(|h| parse.children(h).collect::<Vec<_>>());
        let asked = |c: &usize| parse.is(*c, &["obl", "nmod"]) && parse.case(*c).is_some_and(|w| wanted.iter().any(|t| t == w));
        governed.filter(asked).map(|c| self.named_by(parse, c)).find(|f| !f.is_empty()).unwrap_or_default()
    }

    /// The parties that a noun names, those joined to it included.
    fn named_by(&self, parse: &Parsed, noun: usize) -> Vec<usize> {
        let mut out = self.party_at(parse, noun).or_else(|| self.party_inside(parse, noun)).into_iter().collect::<Vec<_>>();
        for joined in parse.children(noun).filter(|c| parse.is(*c, &["conj"])) {
            out.extend(self.party_at(parse, joined).or_else(|| self.party_inside(parse, joined)));
        }
        out.dedup();
        out
    }

    fn party_at(&self, parse: &Parsed, node: usize) -> Option<usize> {
        let span = parse.nodes.get(node)?.span;
        self.parties.iter().position(|p| !span.is_empty() && p.span.touches(span))
    }

    fn party_inside(&self, parse: &Parsed, noun: usize) -> Option<usize> {
        let of = |c: &usize| parse.is(*c, &INSIDE) || parse.is(*c, &["nmod"]) && parse.case(*c) == Some("of");
        parse.children(noun).filter(of).find_map(|c| self.party_at(parse, c))
    }
}
