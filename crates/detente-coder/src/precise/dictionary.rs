//! A set of dictionaries made ready for coding.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::pico::Pico;
use super::rule::{Compiler, Rule, Set, SetNames};
use super::trie::Trie;
use super::words::{UNKNOWN, Word, Words};
use crate::petrarch::{self, ActorCodes, Codes, Kind, Problem, Transformation, Verbs};

/// A dictionary file as it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name, for reports and reasons.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Its text.
    pub text: String,
}

/// An actor or a role, and where it stands.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) codes: ActorCodes,
    pub(super) file: u16,
}

/// A role.
#[derive(Debug)]
pub(super) struct Role {
    pub(super) code: Box<str>,
    pub(super) before: bool,
    pub(super) file: u16,
    pub(super) line: usize,
}

/// A form of a verb.
#[derive(Debug)]
pub(super) struct VerbForm {
    /// The words before and behind the one that inflects.
    pub(super) before: Box<[Word]>,
    pub(super) behind: Box<[Word]>,
    /// The verb, and whether this is its bare form.
    pub(super) verb: u32,
    pub(super) bare: bool,
}

/// A verb of a dictionary.
#[derive(Debug)]
pub(super) struct Verb {
    pub(super) codes: Codes,
    pub(super) block: u32,
    pub(super) file: u16,
    pub(super) line: usize,
    pub(super) name: Box<str>,
}

/// A phrase that drops a sentence or a story.
#[derive(Debug)]
pub(super) struct Dropped {
    pub(super) story: bool,
    pub(super) file: u16,
    pub(super) line: usize,
}

/// A set of dictionaries made ready for coding.
#[derive(Debug, Default)]
pub struct Dictionaries {
    pub(super) words: Words,
    pub(super) files: Vec<String>,
    pub(super) names: Trie,
    pub(super) actors: Vec<Named>,
    /// For each name of the trie: its actor and its line.
    pub(super) name_list: Vec<(u32, u32)>,
    pub(super) role_words: Trie,
    pub(super) roles: Vec<Role>,
    pub(super) forms: FxHashMap<Word, Vec<VerbForm>>,
    pub(super) verbs: Vec<Verb>,
    /// The last verb of each name.
    pub(super) verb_names: FxHashMap<Box<str>, u32>,
    pub(super) rules: Vec<Rule>,
    /// The rules of a block that need a word, by block and word.
    pub(super) index: FxHashMap<u64, Vec<u32>>,
    /// The rules of a block that need none.
    pub(super) always: FxHashMap<u32, Vec<u32>>,
    pub(super) sets: Vec<Set>,
    pub(super) discard_words: Trie,
    pub(super) discards: Vec<Dropped>,
    pub(super) transformations: Vec<(Transformation, u16)>,
    pub(super) pico: Pico,
    blocks: u32,
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The key of a word in the index of rules.
pub(super) fn rule_key(block: u32, word: Word) -> u64 {
    u64::from(block) << 32 | u64::from(word)
}

impl Dictionaries {
    /// Makes files ready, the later ones first in rank; with the lines that could not be used.
    ///
    /// ```
    /// use detente_coder::petrarch::Kind;
    /// use detente_coder::precise::{Dictionaries, Source};
    ///
    /// let file = Source { name: "my.actors.txt".into(), kind: Kind::Actors, text: "ARDANIA [ARD]\nBELMORA [\n".into() };
    /// let (_, faults) = Dictionaries::new(vec![file]);
    /// assert_eq!(faults[0].0, "my.actors.txt");
    /// assert_eq!(faults[0].1.line, 2);
    /// ```
    #[must_use]
    pub fn new(sources: Vec<Source>) -> (Self, Vec<(String, Problem)>) {
        let mut out = Self { pico: Pico::built_in(), ..Self::default() };
        let mut faults = Vec::new();
        for source in sources {
            let file = u16::try_from(out.files.len()).unwrap_or(u16::MAX);
            let problems = out.add(source.kind, &source.text, file);
            faults.extend(problems.into_iter().map(|p| (source.name.clone(), p)));
            out.files.push(source.name);
        }
        (out, faults)
    }

    /// The name of a file.
    pub(super) fn file(&self, number: u16) -> &str {
        self.files.get(usize::from(number)).map_or("", String::as_str)
    }

    /// How many names, roles, verbs and patterns there are.
    #[must_use]
    pub fn sizes(&self) -> [usize; 4] {
        [self.name_list.len(), self.roles.len(), self.verbs.len(), self.rules.len()]
    }

    fn add(&mut self, kind: Kind, text: &str, file: u16) -> Vec<Problem> {
        match kind {
            Kind::Actors => self.add_actors(text, file),
            Kind::Agents => self.add_roles(text, file),
            Kind::Verbs => self.add_verbs(text, file),
            Kind::Discards => self.add_discards(text, file),
            Kind::Ontology => {
                let read = petrarch::ontology(text);
                self.pico = Pico::new(read.entries);
                read.problems
            }
            Kind::Issues => Vec::new(),
        }
    }

    fn add_actors(&mut self, text: &str, file: u16) -> Vec<Problem> {
        let read = petrarch::actors(text);
        self.words.reserve(text.len());
        self.names.reserve(text.len());
        for actor in read.entries {
            let number = small(self.actors.len());
            for (name, line) in actor.names.iter().zip(&actor.lines) {
                let words = self.words.add_all(&name.words);
                self.names.add(&words, name.loose, !name.closed, small(self.name_list.len()));
                self.name_list.push((number, small(*line)));
            }
            self.actors.push(Named { codes: actor.codes, file });
        }
        read.problems
    }

    fn add_roles(&mut self, text: &str, file: u16) -> Vec<Problem> {
        let read = petrarch::agents(text);
        for agent in read.entries.list {
            for form in &agent.forms {
                let words = self.words.add_all(form);
                self.role_words.add(&words, 0, false, small(self.roles.len()));
            }
            let code = agent.code.into_boxed_str();
            self.roles.push(Role { code, before: agent.before, file, line: agent.line });
        }
        read.problems
    }

    fn add_discards(&mut self, text: &str, file: u16) -> Vec<Problem> {
        let read = petrarch::discards(text);
        for discard in read.entries {
            let words = self.words.add_all(&discard.words);
            self.discard_words.add(&words, 0, true, small(self.discards.len()));
            self.discards.push(Dropped { story: discard.story, file, line: discard.line });
        }
        read.problems
    }

    fn add_verbs(&mut self, text: &str, file: u16) -> Vec<Problem> {
        let read = petrarch::verbs(text);
        let Verbs { synonyms, list, blocks, transformations } = read.entries;
        let names = self.add_sets(&synonyms);
        let first = self.blocks;
        self.blocks += small(blocks.len());
        let second = |e: &petrarch::Element| matches!(e, petrarch::Element::Noun(_) | petrarch::Element::Phrase(_));
        let nominal = blocks.iter().flatten().any(|p| p.after.iter().any(second));
        for (n, block) in blocks.into_iter().enumerate() {
            let mut compiler = Compiler { words: &mut self.words, sets: &names, file, nominal };
            let rules: Vec<Rule> = block.into_iter().filter_map(|p| compiler.rule(p)).collect();
            rules.into_iter().for_each(|r| self.add_rule(first + small(n), r));
        }
        for verb in list {
            self.add_verb(verb, first, file);
        }
        self.transformations.extend(transformations.into_iter().map(|t| (t, file)));
        read.problems
    }

    fn add_rule(&mut self, block: u32, rule: Rule) {
        let number = small(self.rules.len());
        match rule.key(&self.sets) {
            Some(words) => words.into_iter().for_each(|w| self.index.entry(rule_key(block, w)).or_default().push(number)),
            None => self.always.entry(block).or_default().push(number),
        }
        self.rules.push(rule);
    }

    fn add_verb(&mut self, verb: petrarch::Verb, first: u32, file: u16) {
        let number = small(self.verbs.len());
        for (n, form) in verb.forms.iter().enumerate() {
            let words = self.words.add_all(form);
            let Some(key) = words.get(verb.head).copied() else { continue };
            let (before, behind) = (words.get(..verb.head), words.get(verb.head + 1..));
            let form = VerbForm {
                before: before.unwrap_or_default().into(),
                behind: behind.unwrap_or_default().into(),
                verb: number,
                bare: n == 0,
            };
            self.forms.entry(key).or_default().push(form);
        }
        let name = verb.forms.first().map(|f| f.join(" ")).unwrap_or_default().into_boxed_str();
        self.verb_names.insert(name.clone(), number);
        self.verbs.push(Verb { codes: verb.codes, block: first + small(verb.block), file, line: verb.line, name });
    }

    /// The sets of one file, those named in others spelled out.
    fn add_sets(&mut self, synonyms: &std::collections::BTreeMap<String, Vec<Vec<String>>>) -> SetNames {
        let first = small(self.sets.len());
        let names: SetNames = synonyms.keys().enumerate().map(|(n, name)| (name.clone(), first + small(n))).collect();
        for name in synonyms.keys() {
            let mut set = Set::default();
            let mut open = vec![name.as_str()];
            self.fill(&mut set, name, synonyms, &mut open);
            set.single.sort_unstable();
            set.single.dedup();
            self.sets.push(set);
        }
        names
    }

    fn fill<'a>(
        &mut self,
        set: &mut Set,
        name: &str,
        synonyms: &'a std::collections::BTreeMap<String, Vec<Vec<String>>>,
        open: &mut Vec<&'a str>,
    ) {
        for member in synonyms.get(name).into_iter().flatten() {
            let inner = member.first().and_then(|w| w.strip_prefix('&'));
            match inner.and_then(|i| synonyms.get_key_value(i)) {
                Some((inner, _)) if !open.contains(&inner.as_str()) => {
                    open.push(inner);
                    self.fill(set, inner, synonyms, open);
                }
                Some(_) => {}
                None => self.add_member(set, member),
            }
        }
    }

    fn add_member(&mut self, set: &mut Set, member: &[String]) {
        let words = match member {
            [words @ .., mark] if mark == "_" => words,
            words => words,
        };
        let numbers = self.words.add_all(words);
        match numbers.as_ref() {
            [] => {}
            [one] => set.single.push(*one),
            _ => set.several.push(numbers),
        }
    }

    /// The code of a name on a day; `None` where none holds or the name is nobody's.
    pub(super) fn actor(&self, name: u32, day: Option<Date>) -> Option<(&str, u16, u32)> {
        let (actor, line) = self.name_list.get(name as usize)?;
        let named = self.actors.get(*actor as usize)?;
        let code = petrarch::code_on(&named.codes, day)?;
        Some((code, named.file, *line))
    }

    /// Whether a word is one of a literal's set.
    pub(super) fn set(&self, number: u32) -> Option<&Set> {
        self.sets.get(number as usize)
    }

    /// The rules of a block that one of the words calls up.
    pub(super) fn called(&self, block: u32, word: Word) -> &[u32] {
        if word == UNKNOWN { &[] } else { self.index.get(&rule_key(block, word)).map_or(&[], Vec::as_slice) }
    }
}
