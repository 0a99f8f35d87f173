//! Which two actors a part of a question speaks of.

use std::ops::Range;

use detente_codebook::{ActorCode, Dyad, Language};

use super::scan::{Mention, Scan};
use super::words::Class;

/// A dyad that was read, how surely, and who owns the relation (“Turkey's ties with Egypt”).
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) dyad: Dyad,
    pub(super) quality: i32,
    pub(super) lead: Option<ActorCode>,
}

/// To whom a pronoun may refer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    One,
    Both,
}

/// The dyad of a range of the words, if they name one.
pub(super) fn pair(scan: &Scan, part: &Range<usize>) -> Option<Pair> {
    let all = scan.mentions_in(part);
    let plain: Vec<&Mention> = all.iter().copied().filter(|m| !m.aside).collect();
    let frames = frames(scan, part, &all);
    match (distinct(&plain).len(), nearest(scan, part, frames)) {
        (_, Some(pair)) => Some(pair),
        (2, None) => two(scan, &plain, 3),
        (0 | 1, None) => two(scan, &all, 2).filter(|_| distinct(&all).len() == 2).or_else(|| by_name(scan, part, &all)),
        (_, None) => around_verb(scan, part, &plain),
    }
}

/// The different actors among mentions, in order.
pub(super) fn distinct(mentions: &[&Mention]) -> Vec<ActorCode> {
    let mut out: Vec<ActorCode> = Vec::new();
    for m in mentions {
        if !out.contains(&m.code) {
            out.push(m.code.clone());
        }
    }
    out
}

fn two(scan: &Scan, mentions: &[&Mention], quality: i32) -> Option<Pair> {
    let first = *mentions.first()?;
    let second = *mentions.iter().find(|m| m.code != first.code)?;
    Some(of(scan, first, second, quality))
}

fn of(scan: &Scan, a: &Mention, b: &Mention, quality: i32) -> Pair {
    let lead = (!joined(scan, a, b)).then(|| a.code.clone());
    Pair { dyad: Dyad::new(a.code.clone(), b.code.clone()), quality, lead }
}

/// Whether nothing but a conjunction or a joint stands between two mentions.
fn joined(scan: &Scan, a: &Mention, b: &Mention) -> bool {
    let and = |at: usize| scan.words.is_some_and(|w| scan.is(&w.and, at));
    b.conjunction || (a.end()..b.at).any(|at| scan.is_joint(at) || and(at))
}

/// Every dyad that a fixed turn of phrase gives, with the place where it stands.
fn frames(scan: &Scan, part: &Range<usize>, all: &[&Mention]) -> Vec<(usize, Pair)> {
    let mut out = between(scan, part, all);
    for pair in all.windows(2) {
        let [a, b] = pair else { continue };
        if a.code != b.code && compound(scan, a, b) {
            out.push((a.at, Pair { lead: None, ..of(scan, a, b, 4) }));
        } else if a.code != b.code && with(scan, a, b) {
            out.push((a.at, of(scan, a, b, 4)));
        }
    }
    out
}

/// “between X and Y”.
fn between(scan: &Scan, part: &Range<usize>, all: &[&Mention]) -> Vec<(usize, Pair)> {
    let Some(words) = scan.words else { return Vec::new() };
    let places = part.clone().filter(|at| scan.is(&words.between, *at));
    let read = |at: usize| {
        let after: Vec<&Mention> = all.iter().copied().filter(|m| m.at > at).collect();
        let near = after.first().is_some_and(|m| m.at <= at + 6);
        near.then(|| two(scan, &after, 4)).flatten().map(|p| (at, Pair { lead: None, ..p }))
    };
    places.filter_map(read).collect()
}

/// “US-China”, “Sino-Russian”, and two adjectives in a row.
fn compound(scan: &Scan, a: &Mention, b: &Mention) -> bool {
    let gap = a.end()..b.at;
    let row = gap.is_empty() && a.adjective && b.adjective && !b.conjunction;
    row || gap.len() == 1 && scan.is_joint(a.end())
}

/// “X's ties with Y”, “X makes up with Y”: the word of company stands right before Y.
fn with(scan: &Scan, a: &Mention, b: &Mention) -> bool {
    let Some(words) = scan.words else { return false };
    let bond = scan.cues_in(&(a.at.saturating_sub(4)..b.at)).iter().any(|c| c.class == Class::Bond);
    if bond && b.preposition.is_some() {
        return true;
    }
    let near = b.at.saturating_sub(3).max(a.end())..b.at;
    let towards = |at: usize| scan.tokens.get(at).is_some_and(|t| t.fold == "to") && !bond;
    near.into_iter().any(|at| scan.is(&words.with, at) && !towards(at))
}

/// The frame that stands nearest to a word of direction; none when there is no frame.
fn nearest(scan: &Scan, part: &Range<usize>, frames: Vec<(usize, Pair)>) -> Option<Pair> {
    let cues = scan.cues_in(part);
    let turns = cues.iter().filter(|c| !matches!(c.class, Class::Bond | Class::Not));
    let places: Vec<usize> = turns.map(|c| c.at).collect();
    let several = frames.windows(2).any(|w| matches!(w, [a, b] if a.1.dyad != b.1.dyad));
    let distance = |at: usize| places.iter().map(|p| p.abs_diff(at)).min().unwrap_or(0);
    let (_, mut best) = frames.into_iter().min_by_key(|(at, _)| distance(*at))?;
    if several {
        best.quality -= 3;
    }
    Some(best)
}

/// Of three and more actors: the one before the verb and the one after it, when each stands alone.
fn around_verb(scan: &Scan, part: &Range<usize>, plain: &[&Mention]) -> Option<Pair> {
    let moving = |c: &&super::scan::Cue| !matches!(c.class, Class::Bond | Class::Not | Class::Good);
    let cue = *scan.cues_in(part).iter().find(moving)?;
    let before: Vec<&Mention> = plain.iter().copied().filter(|m| m.at < cue.at).collect();
    let after: Vec<&Mention> = plain.iter().copied().filter(|m| m.at > cue.at).collect();
    let alone = |list: &[&Mention]| distinct(list).len() == 1;
    let (a, b) = (before.last()?, after.first()?);
    (alone(&before) && alone(&after) && a.code != b.code).then(|| of(scan, a, b, 1))
}

/// A treaty, a war or a dispute that stands for a dyad; an actor beside it must be one of the two.
fn by_name(scan: &Scan, part: &Range<usize>, all: &[&Mention]) -> Option<Pair> {
    let inside = |r: &Range<usize>| part.start <= r.start && r.end <= part.end;
    let (place, dyad) = scan.named.iter().find(|(r, _)| inside(r))?;
    let others: Vec<&Mention> = all.iter().copied().filter(|m| !place.contains(&m.at)).collect();
    let fits = others.iter().all(|m| dyad.has(&m.code));
    let lead = others.first().map(|m| m.code.clone());
    fits.then(|| Pair { dyad: dyad.clone(), quality: 2, lead })
}

/// The pronoun of a range that refers to somebody named elsewhere.
pub(super) fn pronoun(scan: &Scan, part: &Range<usize>) -> Option<Pronoun> {
    part.clone().find_map(|at| pronoun_at(scan, at))
}

fn pronoun_at(scan: &Scan, at: usize) -> Option<Pronoun> {
    let (words, token) = (scan.words?, scan.tokens.get(at)?);
    if words.language == Language::En {
        let is = |list: &[String]| list.contains(&token.fold);
        return is(&words.pronouns_one).then_some(Pronoun::One).or_else(|| is(&words.pronouns_both).then_some(Pronoun::Both));
    }
    let bond = scan.cues.iter().any(|c| c.at == at && c.class == Class::Bond);
    let ends = |list: &[String]| list.iter().any(|p| token.fold.ends_with(p.as_str()));
    // Feminine words for relations end in ha themselves; what is left must still be the word.
    let own = token.fold.ends_with("قه");
    let both = || ends(&words.pronouns_both).then_some(Pronoun::Both);
    (bond && !own).then(|| both().or_else(|| ends(&words.pronouns_one).then_some(Pronoun::One))).flatten()
}
