//! Cutting a question in two: what is supposed, and what is asked about.

use std::ops::Range;

use detente_codebook::{ActorCode, Dyad};
use detente_lens::{Direction, Shift};

use super::error::{Found, QuestionError, Suggestion};
use super::pair::{Pair, Pronoun, distinct, pair, pronoun};
use super::scan::Scan;
use super::turn::direction;
use super::words::{Class, Opens};

/// A question as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) shift: Shift,
    pub(super) target: Dyad,
}

/// The two parts of one cut.
struct Parts {
    shift: Range<usize>,
    target: Range<usize>,
    at: usize,
    shift_first: bool,
}

/// Reads a question out of what was found in its words.
pub(super) fn read(scan: &Scan) -> Result<Reading, QuestionError> {
    let mut best: Option<(i32, Reading)> = None;
    for parts in all_cuts(scan) {
        let Some((score, reading)) = read_parts(scan, &parts) else { continue };
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, reading));
        }
    }
    best.map(|(_, reading)| reading).ok_or_else(|| failure(scan))
}

fn all_cuts(scan: &Scan) -> Vec<Parts> {
    let n = scan.tokens.len();
    let both = |at: usize| {
        let first = Parts { shift: 0..at, target: at..n, at, shift_first: true };
        [first, Parts { shift: at..n, target: 0..at, at, shift_first: false }]
    };
    let forced = forced(scan);
    let open = |at: &usize| forced.contains(at) || forced.is_empty() && !inside_name(scan, *at);
    (1..n).filter(open).flat_map(both).collect()
}

/// “If …, what happens …”: after a condition, the mark and the word that asks leave no other cut.
fn forced(scan: &Scan) -> Vec<usize> {
    let condition = scan.marks.iter().find(|m| m.opens == Opens::Condition).map(|m| m.at);
    let asks = |at: usize| condition.is_some_and(|c| c < at) && at > 0 && scan.is_stop(at - 1);
    scan.marks.iter().filter(|m| m.opens == Opens::Target && asks(m.at)).map(|m| m.at).collect()
}

fn inside_name(scan: &Scan, at: usize) -> bool {
    scan.mentions.iter().any(|m| m.at < at && at < m.end())
}

fn read_parts(scan: &Scan, parts: &Parts) -> Option<(i32, Reading)> {
    if scan.marks.iter().any(|m| m.opens == Opens::Condition && parts.target.contains(&m.at)) {
        return None;
    }
    let direction = direction(scan, &parts.shift)?;
    let (shift, target) = pairs(scan, parts)?;
    if shift.dyad == target.dyad {
        return None;
    }
    let score = 2 * (shift.quality + target.quality) + marked(scan, parts) - stray(scan, parts, &shift, &target);
    let reading = Reading { shift: Shift { dyad: shift.dyad, direction }, target: target.dyad };
    Some((score, reading))
}

/// Both dyads; a pronoun in one part stands for the owner of the relation in the other.
fn pairs(scan: &Scan, parts: &Parts) -> Option<(Pair, Pair)> {
    match (pair(scan, &parts.shift), pair(scan, &parts.target)) {
        (Some(shift), Some(target)) => Some((shift, target)),
        (Some(shift), None) => lent(scan, &parts.target, &shift).map(|target| (shift, target)),
        (None, Some(target)) => lent(scan, &parts.shift, &target).map(|shift| (shift, target)),
        (None, None) => None,
    }
}

/// The dyad of a part with one actor and a pronoun, the other actor lent by the other part.
fn lent(scan: &Scan, part: &Range<usize>, other: &Pair) -> Option<Pair> {
    let all = scan.mentions_in(part);
    let [only] = <[ActorCode; 1]>::try_from(distinct(&all)).ok()?;
    let lead = other.lead.clone().filter(|l| *l != only)?;
    (pronoun(scan, part)? == Pronoun::One).then(|| Pair { dyad: Dyad::new(lead, only), quality: 2, lead: None })
}

/// What the words at the cut and at the beginning say for it.
fn marked(scan: &Scan, parts: &Parts) -> i32 {
    let (second, first) = if parts.shift_first { (Opens::Target, Opens::Shift) } else { (Opens::Shift, Opens::Target) };
    let mut score = opening(scan, parts.at, second) - opening(scan, parts.at, first);
    if scan.is_stop(parts.at.saturating_sub(1)) {
        score += 2;
        // “If …, …?”: the first word decides only where the clause ends with a mark.
        score += opening(scan, 0, first) - opening(scan, 0, second);
    }
    let bond = scan.cues.iter().any(|c| c.at == parts.at && c.class == Class::Bond);
    score + i32::from(bond && parts.shift_first) + by_preposition(scan, parts)
}

/// How strongly the word at a place opens a kind of part.
fn opening(scan: &Scan, at: usize, kind: Opens) -> i32 {
    let weight = |opens: Opens| match (opens, kind) {
        (Opens::Condition | Opens::Shift, Opens::Shift) | (Opens::Target, Opens::Target) => 6,
        (Opens::ShiftWeak, Opens::Shift) | (Opens::TargetWeak, Opens::Target) => 2,
        _ => 0,
    };
    scan.marks.iter().filter(|m| m.at == at).map(|m| weight(m.opens)).max().unwrap_or(0)
}

/// In Arabic the cause of a change is often written with a preposition on its word of direction.
fn by_preposition(scan: &Scan, parts: &Parts) -> i32 {
    let cue = scan.cues.iter().any(|c| c.at == parts.at && c.class != Class::Bond);
    let word = scan
        .tokens
        .get(parts.at)
        .is_some_and(|t| t.fold.starts_with("بال") || t.fold.starts_with("بان") || t.fold.starts_with("بت"));
    if cue && word && !parts.shift_first { 4 } else { 0 }
}

/// Actors that neither dyad uses: a reading that leaves none out is the better one.
fn stray(scan: &Scan, parts: &Parts, shift: &Pair, target: &Pair) -> i32 {
    let left = |part: &Range<usize>, dyad: &Dyad| {
        let all = scan.mentions_in(part);
        let plain = all.into_iter().filter(|m| !m.aside && !dyad.has(&m.code)).count();
        i32::try_from(plain).unwrap_or(i32::MAX)
    };
    left(&parts.shift, &shift.dyad).saturating_add(left(&parts.target, &target.dyad))
}

/// The dyad of all the words together.
pub(super) fn only_dyad(scan: &Scan) -> Option<Dyad> {
    pair(scan, &(0..scan.tokens.len())).filter(|p| p.quality >= 2).map(|p| p.dyad)
}

/// The shift of all the words together.
pub(super) fn only_shift(scan: &Scan) -> Option<Shift> {
    let whole = 0..scan.tokens.len();
    Some(Shift { direction: direction(scan, &whole)?, dyad: pair(scan, &whole)?.dyad })
}

/// The best shift that a beginning or an end of the words gives, and where it stands.
fn any_shift(scan: &Scan) -> Option<(Shift, Range<usize>)> {
    let score = |parts: &Parts| {
        let (direction, pair) = (direction(scan, &parts.shift)?, pair(scan, &parts.shift)?);
        let score = 2 * pair.quality + marked(scan, parts);
        Some((score, Shift { dyad: pair.dyad, direction }, parts.shift.clone()))
    };
    let mut best: Option<(i32, Shift, Range<usize>)> = None;
    for found in all_cuts(scan).iter().filter_map(score) {
        if best.as_ref().is_none_or(|b| found.0 > b.0) {
            best = Some(found);
        }
    }
    let whole = || only_shift(scan).filter(|_| forced(scan).is_empty()).map(|s| (s, 0..scan.tokens.len()));
    best.map(|(_, shift, part)| (shift, part)).or_else(whole)
}

/// Why no cut gave a question.
fn failure(scan: &Scan) -> QuestionError {
    let all: Vec<_> = scan.mentions.iter().collect();
    let codes = distinct(&all);
    let found = Found(codes.clone());
    if codes.len() < 2 && scan.named.is_empty() {
        return QuestionError::NoActors { found };
    }
    let whole = 0..scan.tokens.len();
    if direction(scan, &whole).is_none() {
        return QuestionError::NoDirection { suggestions: undirected(&codes), found };
    }
    let Some((shift, part)) = any_shift(scan) else {
        return QuestionError::NoShift { suggestions: undirected(&codes), found };
    };
    let others: Vec<ActorCode> = codes.into_iter().filter(|c| !shift.dyad.has(c)).collect();
    if others.is_empty() && asks_same(scan, &part, &shift) {
        return QuestionError::SameDyad { suggestions: thirds(&shift), shift };
    }
    let suggestions = if others.is_empty() { thirds(&shift) } else { with_others(&shift, &others) };
    QuestionError::NoTarget { shift, found, suggestions }
}

/// Whether the words outside the shift name its own two actors again.
fn asks_same(scan: &Scan, part: &Range<usize>, shift: &Shift) -> bool {
    let outside = scan.mentions.iter().filter(|m| !part.contains(&m.at));
    distinct(&outside.collect::<Vec<_>>()).iter().filter(|c| shift.dyad.has(c)).count() == 2
}

/// The actors asked about with either side of the shift.
fn with_others(shift: &Shift, others: &[ActorCode]) -> Vec<Suggestion> {
    let both = |c: &ActorCode| [&shift.dyad.b, &shift.dyad.a].map(|s| suggestion(shift, s, c));
    others.iter().take(2).flat_map(both).collect()
}

fn suggestion(shift: &Shift, side: &ActorCode, other: &ActorCode) -> Suggestion {
    Suggestion { shift: shift.clone(), target: Dyad::new(side.clone(), other.clone()) }
}

const GREAT: [&str; 3] = ["USA", "CHN", "RUS"];

/// Third parties that matter to most dyads, for a question that names none.
pub(super) fn thirds(shift: &Shift) -> Vec<Suggestion> {
    let code = GREAT.iter().filter_map(|c| c.parse().ok()).find(|c| !shift.dyad.has(c));
    code.map(|c: ActorCode| with_others(shift, &[c])).unwrap_or_default()
}

/// Both directions of the dyad named first, on the dyad named last.
fn undirected(codes: &[ActorCode]) -> Vec<Suggestion> {
    let [a, b, rest @ ..] = codes else { return Vec::new() };
    let Some(third) = rest.last() else { return Vec::new() };
    let dyad = Dyad::new(a.clone(), b.clone());
    let way =
        |direction| Suggestion { shift: Shift { dyad: dyad.clone(), direction }, target: Dyad::new(b.clone(), third.clone()) };
    vec![way(Direction::Improves), way(Direction::Worsens)]
}
