//! Which way the supposed relation moves.
//!
//! Some words settle it by themselves (“deteriorate”, “invade”). Others name a state of things that is
//! friendly or hostile; a word beside them may undo it (“the war ends”, “lifting sanctions”) or bring it
//! about (“restores relations”). A negation turns the whole round.

use std::ops::Range;

use detente_lens::Direction;

use super::scan::{Cue, Scan};
use super::words::Class;

/// A word with a sign: 2 settles, 1 names a state of things, 0 counts only beside another.
#[derive(Clone, Copy)]
struct Signed {
    at: usize,
    friendly: bool,
    rank: u8,
}

/// How far an undone thing may stand behind the word that undoes it.
const REACH: usize = 5;

/// The direction that the words of a range give, if they give one.
pub(super) fn direction(scan: &Scan, part: &Range<usize>) -> Option<Direction> {
    let cues = scan.cues_in(part);
    let mut signed = signed(scan, &cues, part);
    let mut alone = None;
    for cue in cues.iter().filter(|c| matches!(c.class, Class::Undo | Class::Leave | Class::Keep)) {
        match object(scan, &signed, cue, part) {
            Some(i) => touch(signed.get_mut(i), cue.class),
            None if cue.class == Class::Undo => alone = Some(false),
            None => {}
        }
    }
    let best = signed.iter().filter(|s| s.rank > 0).max_by_key(|s| (s.rank, std::cmp::Reverse(s.at)));
    let friendly = best.map(|s| s.friendly).or(alone)?;
    let turned = cues.iter().filter(|c| c.class == Class::Not).count() % 2 == 1;
    Some(if friendly != turned { Direction::Improves } else { Direction::Worsens })
}

fn signed(scan: &Scan, cues: &[Cue], part: &Range<usize>) -> Vec<Signed> {
    let of = |c: &Cue| {
        let (friendly, rank) = match c.class {
            Class::Improves => (true, 3),
            Class::Worsens => (false, 3),
            Class::Good => (true, 1),
            Class::Bad => (false, 1),
            Class::Bond => (true, 0),
            _ => return None,
        };
        Some(Signed { at: c.at, friendly, rank })
    };
    let mut out: Vec<Signed> = cues.iter().filter_map(of).collect();
    // An organisation is a bond: it can be joined and left.
    let clubs = scan.mentions_in(part).into_iter().filter(|m| m.code.is_organisation());
    out.extend(clubs.map(|m| Signed { at: m.at, friendly: true, rank: 0 }));
    out.sort_by_key(|s| s.at);
    out
}

fn touch(signed: Option<&mut Signed>, class: Class) {
    if let Some(s) = signed {
        s.friendly = s.friendly == (class == Class::Keep);
        s.rank = s.rank.max(2);
    }
}

/// What a word undoes or brings about: what follows closely in the clause, else what last preceded.
fn object(scan: &Scan, signed: &[Signed], cue: &Cue, part: &Range<usize>) -> Option<usize> {
    let from = cue.at + cue.len;
    let breaks = |at: &usize| scan.is_stop(*at) || joins(scan, *at);
    let to = (from..part.end.min(from + REACH)).find(breaks).unwrap_or(part.end.min(from + REACH));
    let after = signed.iter().position(|s| (from..to).contains(&s.at));
    let before = signed.iter().rposition(|s| part.start <= s.at && s.at < cue.at && s.rank != 2);
    let needs_near = cue.class == Class::Keep;
    after.or(before.filter(|i| !needs_near || signed.get(*i).is_some_and(|s| s.rank == 0)))
}

/// Whether a conjunction stands at a place and opens another clause rather than another actor.
fn joins(scan: &Scan, at: usize) -> bool {
    let Some(words) = scan.words else { return false };
    let actor_next = scan.mentions.iter().any(|m| m.at > at && m.at <= at + 2);
    scan.is(&words.and, at) && !actor_next
}
