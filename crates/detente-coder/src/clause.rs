//! A sentence made ready for coding: tokens, parties, triggers, and the walls between its clauses.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use detente_codebook::{ActorCode, CameoCode, Language, Span, Text};

use crate::argument::Slots;
use crate::class::{ClassesAt, is_compound, len_at};
use crate::conllu::Parsed;
use crate::frame::{Frames, Line, Part, Trigger, frames};
use crate::grammar::{Grammar, grammar};
use crate::inflect::Tense;
use crate::party::{Finder, Naming, Party};
use crate::proper::is_aside;
use crate::token::{Token, TokenKind, tokens};

/// What opens a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wall {
    /// A quotation mark, a colon, a semicolon, a parenthesis.
    Mark,
    /// That.
    That,
    /// Who, which.
    Relative,
    /// But, while, because.
    Break,
    /// If, unless.
    Condition,
}

/// A sentence made ready.
pub(crate) struct Clauses<'a> {
    /// The language.
    pub(crate) language: Language,
    /// The function words.
    pub(crate) grammar: &'a Grammar,
    /// The frames.
    pub(crate) frames: &'a Frames,
    /// Where the sentence stands.
    pub(crate) span: Span,
    /// Its tokens.
    pub(crate) tokens: Vec<Token>,
    /// The classes of its nouns.
    pub(crate) classes: ClassesAt,
    /// Its parties.
    pub(crate) parties: Vec<Party>,
    /// The frames it calls up, in order, none inside another.
    pub(crate) triggers: Vec<Trigger>,
    /// Who fills the slots of each trigger.
    pub(crate) filled: Vec<Slots>,
    /// For each token, what opens before it and how many tokens the opener takes.
    pub(crate) walls: Vec<Option<(Wall, usize)>>,
    /// For each token, the last wall up to it and the first one behind it.
    between: Vec<(Option<usize>, usize)>,
    /// The well-known treaties that it names, found when first asked for.
    pub(crate) treaties: OnceCell<Vec<(usize, usize, usize)>>,
    /// For each token, whether it stands inside quotation marks.
    pub(crate) quoted: Vec<bool>,
    /// The parse of the sentence, when one is given.
    pub(crate) parse: Option<Rc<Parsed>>,
}

/// What a sentence inherits from what stands before it, and its parse.
#[derive(Clone, Default)]
pub(crate) struct Given {
    /// Of whom the sentence before speaks.
    pub(crate) subject: Option<ActorCode>,
    /// The parse.
    pub(crate) parse: Option<Rc<Parsed>>,
}

impl Clauses<'_> {
    /// Prepares the sentence at `span`; `inside` says whether a quotation is already open.
    #[must_use]
    pub(crate) fn new(text: &Text, span: Span, finder: &Finder<'_>, language: Language, inside: bool) -> Self {
        Self::with(text, span, finder, frames(language), language, inside, Given::default())
    }

    /// As [`Clauses::new`], with other frames.
    #[must_use]
    pub(crate) fn with(
        text: &Text,
        span: Span,
        finder: &Finder<'_>,
        frames: &'static Frames,
        language: Language,
        inside: bool,
        given: Given,
    ) -> Self {
        let tokens = tokens(text, span);
        let grammar = grammar(language);
        let parties = finder.parties(&tokens);
        let quoted = quoted(&tokens, inside);
        let (triggers, filled, walls) = (Vec::new(), Vec::new(), Vec::new());
        let classes = frames.classes.of(&tokens, language);
        let mut out = Self {
            language,
            grammar,
            frames,
            span,
            tokens,
            classes,
            parties,
            triggers,
            filled,
            walls,
            between: Vec::new(),
            treaties: OnceCell::new(),
            quoted,
            parse: given.parse,
        };
        out.walls = out.find_walls();
        out.between = neighbours(&out.walls);
        let readings = out.find_triggers();
        out.triggers = readings.iter().filter_map(|r| r.first().cloned()).collect();
        out.drop_modifiers();
        out.part_lists();
        out.resolve(given.subject.as_ref());
        out.place_roles();
        out.fill(&readings);
        out
    }

    /// A wall of several words hides what its later words would be alone.
    fn find_walls(&self) -> Vec<Option<(Wall, usize)>> {
        let mut out: Vec<Option<(Wall, usize)>> = Vec::new();
        let mut hidden = 0;
        for at in 0..self.tokens.len() {
            let wall = if at < hidden { None } else { self.wall(at) };
            if let Some((_, n)) = wall {
                hidden = at + n;
            }
            out.push(wall);
        }
        out
    }

    fn wall(&self, at: usize) -> Option<(Wall, usize)> {
        let token = self.tokens.get(at)?;
        if token.is_quote_mark() || ";:()[]؛".chars().any(|c| token.is_mark(c)) {
            return (!is_aside(&self.tokens, at)).then_some((Wall::Mark, 1));
        }
        let g = self.grammar;
        // `were killed`, `should leave`: a condition only where the words stand before their subject.
        let opens = at.checked_sub(1).and_then(|i| self.tokens.get(i)).is_none_or(|t| !t.is_word());
        let inverted = matches!(token.fold.as_str(), "should" | "were" | "had") && self.language == Language::En;
        if inverted && !opens {
            return None;
        }
        // `have since left`: here the word is an adverb.
        let perfect = at.checked_sub(1).and_then(|i| self.tokens.get(i)).is_some_and(|t| g.have.has(&t.fold));
        if token.fold == "since" && perfect {
            return None;
        }
        // `has once again refused` sets no condition.
        let again = token.fold == "once" && self.tokens.get(at + 1).is_some_and(|t| matches!(t.fold.as_str(), "again" | "more"));
        if again {
            return None;
        }
        let kinds =
            [(Wall::Condition, &g.condition), (Wall::Relative, &g.relative), (Wall::That, &g.that), (Wall::Break, &g.breaks)];
        let found = |(kind, words): &(Wall, &crate::grammar::Words)| {
            Some((*kind, words.behind(&self.tokens, at))).filter(|(_, n)| *n > 0)
        };
        kinds.iter().find_map(found)
    }

    /// The readings of each word that calls up a frame, the likeliest first.
    fn find_triggers(&self) -> Vec<Vec<Trigger>> {
        let mut out: Vec<Vec<Trigger>> = Vec::new();
        let line = Line::new(&self.tokens, &self.classes, self.language);
        let mut at = 0;
        while at < self.tokens.len() {
            let named = self.parties.iter().find(|p| p.from <= at && at < p.to && p.naming != Naming::Role);
            if let Some(p) = named {
                at = p.to;
                continue;
            }
            let readings = if self.is_described(at) || self.is_compounded(at) {
                Vec::new()
            } else {
                self.frames.at(&line, at, &|t| self.is_whole(t) && self.may_act(t))
            };
            at = readings.first().map_or(at + 1, |t| t.to.max(at + 1));
            if !readings.is_empty() {
                out.push(readings);
            }
        }
        let inner = |t: &Trigger| {
            // The noun of a pattern, or its last word behind a gap, is no deed of its own.
            let last = |o: &Trigger| o.to < o.end && t.from + 1 == o.end;
            let over = |o: &Trigger| o.from < t.from && (last(o) || o.class.is_some_and(|c| c <= t.from && t.from < o.end));
            out.iter().filter_map(|r| r.first()).any(over)
        };
        let kept: Vec<bool> = out.iter().map(|r| r.first().is_some_and(|t| !inner(t))).collect();
        out.into_iter().zip(kept).filter(|(_, k)| *k).map(|(r, _)| r).collect()
    }

    /// `two exiled dissidents`: a participle between a determiner and a noun, or the name of people, tells of no deed.
    fn is_described(&self, at: usize) -> bool {
        let participle = |t: &Token| t.raw.ends_with("ed") && !t.is_capital();
        let before = at.checked_sub(1).and_then(|i| self.tokens.get(i));
        let determined = before.is_some_and(|t| self.grammar.determiner.has(&t.fold) || t.kind == TokenKind::Number);
        let people = || self.parties.iter().any(|p| p.from == at + 1 && matches!(p.naming, Naming::Role | Naming::Body));
        self.language == Language::En && determined && self.tokens.get(at).is_some_and(participle) && people()
    }

    /// `Russian-made`, `rebel-held`: the second word of a compound tells of no deed (English).
    pub(crate) fn is_compounded(&self, at: usize) -> bool {
        let hyphen = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_mark('-'));
        let touch = |a: usize, b: usize| match (self.tokens.get(a), self.tokens.get(b)) {
            (Some(x), Some(y)) => x.span.end == y.span.start,
            _ => false,
        };
        self.language == Language::En && at >= 2 && hyphen(at - 1) && touch(at - 2, at - 1) && touch(at - 1, at)
    }

    /// Whether a verb may stand where a trigger does: none does right behind an article or an owner (English).
    fn may_act(&self, trigger: &Trigger) -> bool {
        // `war-torn`: the first word of a compound tells of no deed either.
        let alone = trigger.end == trigger.from + 1;
        if self.language == Language::En && alone && is_compound(&self.tokens, trigger.from) {
            return false;
        }
        if self.language != Language::En || trigger.part == Part::Noun {
            return true;
        }
        let Some(before) = trigger.from.checked_sub(1).and_then(|i| self.tokens.get(i)) else { return true };
        let article = matches!(before.fold.as_str(), "the" | "a" | "an" | "its" | "their" | "his" | "her");
        let owner = before.fold == "s"
            && trigger.from >= 2
            && self.tokens.get(trigger.from - 2).is_some_and(|t| matches!(t.raw.as_str(), "'" | "’"));
        // `to demands from A`: behind a preposition a form in -s is a noun.
        let ruled =
            self.grammar.prepositions.has(&before.fold) && self.tokens.get(trigger.from).is_some_and(|t| t.fold.ends_with('s'));
        !(article || owner || ruled && trigger.part == Part::Verb(Tense::Present))
    }

    /// A pattern does not reach over a wall, unless the wall is one of its own words.
    fn is_whole(&self, trigger: &Trigger) -> bool {
        let Some(class) = trigger.class.or((self.language == Language::En).then(|| trigger.end.saturating_sub(1))) else {
            return true;
        };
        // `demanded that A leave`: what is asked for stands behind the wall.
        let root = self.frames.list.get(trigger.frame).and_then(|f| f.cameo.as_ref()).map(CameoCode::root);
        let open = |w: Wall| w == Wall::Mark || w == Wall::That && matches!(root, Some("02" | "10"));
        !(trigger.to..class).any(|i| matches!(self.walls.get(i), Some(Some((w, _))) if !open(*w)))
    }

    /// The clause around a token: from the wall before it up to the wall after it.
    #[must_use]
    #[inline]
    pub(crate) fn clause(&self, at: usize) -> Range<usize> {
        let (before, after) = self.walls_around(at);
        before.map_or(0, |i| i + self.opener(i)).min(at)..after
    }

    /// The last wall up to a token, and the first one behind it or the end.
    #[inline]
    fn walls_around(&self, at: usize) -> (Option<usize>, usize) {
        let behind = || (self.between.last().and_then(|(last, _)| *last), self.tokens.len());
        self.between.get(at).copied().unwrap_or_else(behind)
    }

    /// What opens the clause around a token, and where.
    #[must_use]
    #[inline]
    pub(crate) fn opened(&self, at: usize) -> Option<(Wall, usize)> {
        let wall = self.walls_around(at).0?;
        self.walls.get(wall).copied().flatten().map(|(kind, _)| (kind, wall))
    }

    #[inline]
    fn opener(&self, at: usize) -> usize {
        self.walls.get(at).copied().flatten().map_or(0, |(_, n)| n)
    }

    /// How many tokens a noun of the class takes at a token.
    #[must_use]
    pub(crate) fn class_at(&self, at: usize, name: &str) -> Option<usize> {
        self.frames.classes.id(name).and_then(|id| len_at(&self.classes, at, id))
    }

    /// The span of a range of tokens.
    #[must_use]
    pub(crate) fn span_of(&self, range: Range<usize>) -> Span {
        let start = self.tokens.get(range.start).map_or(self.span.start, |t| t.span.start);
        let end = self.tokens.get(range.end.saturating_sub(1)).map_or(start, |t| t.span.end);
        Span::new(start, end.max(start))
    }

    /// The verb triggers, in order.
    pub(crate) fn verbs(&self) -> impl Iterator<Item = &Trigger> {
        self.triggers.iter().filter(|t| matches!(t.part, Part::Verb(_)))
    }
}

/// For each place the last wall up to it, and the first one behind it or the end.
fn neighbours(walls: &[Option<(Wall, usize)>]) -> Vec<(Option<usize>, usize)> {
    let mut last = None;
    let mut out: Vec<(Option<usize>, usize)> = Vec::with_capacity(walls.len());
    for (at, wall) in walls.iter().enumerate() {
        last = wall.map(|_| at).or(last);
        out.push((last, walls.len()));
    }
    let mut next = walls.len();
    for (at, place) in out.iter_mut().enumerate().rev() {
        place.1 = next;
        if place.0 == Some(at) {
            next = at;
        }
    }
    out
}

/// Whether each token stands inside quotation marks.
fn quoted(tokens: &[Token], inside: bool) -> Vec<bool> {
    let mut open = inside;
    let mut out = Vec::new();
    for token in tokens {
        if token.is_quote_mark() {
            open = match token.raw.chars().next() {
                Some('“' | '«' | '„') => true,
                Some('”' | '»') => false,
                _ => !open,
            };
        }
        out.push(open);
    }
    out
}
