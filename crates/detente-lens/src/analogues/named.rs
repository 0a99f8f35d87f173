//! The named turns of the curated record that are most like the question.
//!
//! # Method
//! A turn fits when it goes the way of the shift and a third state stood to its two sides as C
//! stands to B and to A. Of those that fit, shares of what became of the third state's tie with B
//! are counted, each turn drawn as a whole for the interval. They are shares of chosen cases, not of
//! a census, and are never added to the counted ones. Named first are those nearest in time, one
//! point for 25 years, with a point off for each state that stands in the same place of the question
//! and a point on when great powers were on one side only.

use detente_history::{Before, Fate, Third, Turn, TurnTie, Turns};
use jiff::civil::Date;

use super::asked::{Asked, kind};
use super::compare::interval_of_share;

/// A turn with one third state in the place of C.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamedCase<'a> {
    /// The turn.
    pub turn: &'a Turn,
    /// The state in the place of C.
    pub third: &'a Third,
    /// Whether the first state of the turn stands in the place of B.
    pub first_is_b: bool,
    /// How far it is from the question.
    pub distance: f64,
}

impl<'a> NamedCase<'a> {
    /// The tie in the place of B–C.
    #[must_use]
    pub const fn target(&self) -> &'a TurnTie {
        if self.first_is_b { &self.third.with_a } else { &self.third.with_b }
    }

    /// The tie in the place of A–C.
    #[must_use]
    pub const fn other(&self) -> &'a TurnTie {
        if self.first_is_b { &self.third.with_b } else { &self.third.with_a }
    }

    /// The states in the places of A and B.
    #[must_use]
    pub const fn sides(&self) -> (&'a detente_codebook::ActorCode, &'a detente_codebook::ActorCode) {
        if self.first_is_b { (&self.turn.b, &self.turn.a) } else { (&self.turn.a, &self.turn.b) }
    }

    /// What became of the tie in the place of B–C, as far as it is known on a day.
    #[must_use]
    pub fn fate(&self, years: u8, day: Date) -> Fate {
        let years = match years {
            0..=2 => 1,
            3..=7 => 5,
            _ => 10,
        };
        let decided = self.turn.decisive_act.date.first().map_or(i16::MAX, Date::year);
        if decided.saturating_add(i16::from(years)) > day.year() { Fate::Pending } else { self.target().at(years) }
    }
}

/// What became of the third states' ties.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// Third states whose tie is known at the horizon.
    pub n: u64,
    /// Turns that they belong to.
    pub turns: u64,
    /// Ties that were worse.
    pub worse: u64,
    /// Ties that were as before.
    pub held: u64,
    /// Ties that were better.
    pub better: u64,
    /// The 95 % interval of the share that was worse.
    pub interval: [f64; 2],
}

/// The cases that fit, nearest first.
#[must_use]
pub fn named<'a>(turns: &'a Turns, asked: &Asked, day: Date) -> Vec<NamedCase<'a>> {
    let before = |t: &&Turn| t.kind == kind(asked.sought.direction) && t.decisive_act.date.first().is_some_and(|d| d < day);
    let mut out: Vec<NamedCase<'_>> = turns.all().iter().filter(before).flat_map(|t| of_turn(t, asked, day)).collect();
    out.sort_by(|x, y| x.distance.total_cmp(&y.distance).then_with(|| x.turn.id.cmp(&y.turn.id)));
    out
}

fn of_turn<'a>(turn: &'a Turn, asked: &Asked, day: Date) -> Vec<NamedCase<'a>> {
    let fits = |tie: &TurnTie, sign: i8| match tie.before {
        Before::Friendly => sign > 0,
        Before::Hostile => sign < 0,
        Before::Mixed | Before::Neither => sign == 0,
        Before::Unknown => false,
    };
    let both = turn.third.iter().flat_map(|third| [true, false].map(|first_is_b| (third, first_is_b)));
    let case =
        |(third, first_is_b)| NamedCase { turn, third, first_is_b, distance: distance(turn, third, first_is_b, asked, day) };
    let stands = |c: &NamedCase<'_>| fits(c.target(), asked.sought.bc) && fits(c.other(), asked.sought.ac);
    both.map(case).filter(stands).collect()
}

fn distance(turn: &Turn, third: &Third, first_is_b: bool, asked: &Asked, day: Date) -> f64 {
    let (a, b) = if first_is_b { (&turn.b, &turn.a) } else { (&turn.a, &turn.b) };
    let same = [a == &asked.a, b == &asked.b, third.c == asked.c].iter().filter(|s| **s).count();
    let years = day.year() - turn.decisive_act.date.first().map_or(0, Date::year);
    let great = f64::from(u8::from(turn.class != "major_major"));
    f64::from(years) / 25.0 + great - u32::try_from(same).map_or(0.0, f64::from)
}

/// What became of the ties in the place of B–C.
#[must_use]
pub fn shares(cases: &[NamedCase<'_>], years: u8, day: Date) -> Shares {
    let count = |fate: Fate| cases.iter().filter(|c| c.fate(years, day) == fate).count();
    let (worse, held, better) = (count(Fate::Worse), count(Fate::Held), count(Fate::Better));
    let is_known = |c: &&NamedCase<'_>| matches!(c.fate(years, day), Fate::Worse | Fate::Held | Fate::Better);
    let known: Vec<&NamedCase<'_>> = cases.iter().filter(is_known).collect();
    let mut ids: Vec<&str> = known.iter().map(|c| c.turn.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let of_turn = |id: &&str| {
        let own = known.iter().filter(|c| c.turn.id == **id);
        let met = own.clone().filter(|c| c.fate(years, day) == Fate::Worse).count();
        (met, own.count())
    };
    let clusters: Vec<(usize, usize)> = ids.iter().map(of_turn).collect();
    let wide = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    Shares {
        n: wide(known.len()),
        turns: wide(ids.len()),
        worse: wide(worse),
        held: wide(held),
        better: wide(better),
        interval: interval_of_share(&clusters),
    }
}
