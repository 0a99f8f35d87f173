//! The question in terms of three states and the signs of their ties.

use detente_codebook::{ActorCode, Dyad};
use detente_history::chronicle::{Chronicle, Definition, FIRST, LAST, YEARS};

use super::Sought;
use crate::states::number;
use crate::{Direction, Inquiry};

/// A question about a triad: A–B moves, what becomes of B–C?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The state of the shift that is not in the target.
    pub a: ActorCode,
    /// The state in both.
    pub b: ActorCode,
    /// The state of the target that is not in the shift.
    pub c: ActorCode,
    /// The signs before the shift.
    pub sought: Sought,
    /// Whether the signs come from the chronicle; else they are those of the built-in base on the day, and a
    /// comparison crosses the seam between two ways of coding.
    pub from_chronicle: bool,
}

impl Asked {
    /// The question of an inquiry; none when the shift and the target do not share exactly one state.
    #[must_use]
    pub fn new(inquiry: &Inquiry, chronicle: &Chronicle, definition: Definition) -> Option<Self> {
        let (shift, target) = (&inquiry.question.shift, &inquiry.question.target);
        let b = [&target.a, &target.b].into_iter().find(|x| shift.dyad.has(x))?.clone();
        let other = |d: &Dyad| if d.a == b { d.b.clone() } else { d.a.clone() };
        let (a, c) = (other(&shift.dyad), other(target));
        if a == c || a == b || b == c {
            return None;
        }
        let year = inquiry.question.as_of.year();
        let known = usize::try_from(year - 1).ok()?.checked_sub(usize::from(FIRST))?.min(YEARS - 1);
        let signs = Signs { inquiry, chronicle, definition, year: known, in_chronicle: year <= LAST.cast_signed() + 1 };
        let sought = Sought {
            definition,
            ab: signs.of(&a, &b),
            direction: shift.direction,
            bc: signs.of(&b, &c),
            ac: signs.of(&a, &c),
            known,
        };
        Some(Self { a, b, c, sought, from_chronicle: signs.in_chronicle })
    }

    /// Whether yearly signs can show the shift that is asked about.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        self.sought.is_visible()
    }
}

struct Signs<'a> {
    inquiry: &'a Inquiry,
    chronicle: &'a Chronicle,
    definition: Definition,
    year: usize,
    in_chronicle: bool,
}

impl Signs<'_> {
    fn of(&self, x: &ActorCode, y: &ActorCode) -> i8 {
        if !self.in_chronicle {
            return self.inquiry.relations.sign(&Dyad::new(x.clone(), y.clone())).value();
        }
        let number = |a: &ActorCode| number(self.chronicle, a, self.inquiry.question.as_of);
        match (number(x), number(y)) {
            (Some(x), Some(y)) => self.chronicle.sign(x, y, self.year, self.definition),
            _ => 0,
        }
    }
}

/// Which way the question goes, as turns are called.
#[must_use]
pub(super) const fn kind(direction: Direction) -> detente_history::TurnKind {
    match direction {
        Direction::Improves => detente_history::TurnKind::Rapprochement,
        Direction::Worsens => detente_history::TurnKind::Rupture,
    }
}
