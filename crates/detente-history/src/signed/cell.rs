//! What is known of two states in one year.

use std::fmt::Write as _;

use super::Hostility;

/// Duties, rivalry, disputes and borders of two states in a year, without direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Bits from the lowest: defence, offence, neutrality, non-aggression, consultation.
    pub duties: u8,
    /// Bits: rivals in the list of 2021, in that of 2012.
    pub rivals: u8,
    /// The highest hostility of a dispute that goes on: 4 use of force, 5 war.
    pub hostility: u8,
    /// The highest level of fatality on either side.
    pub fatality: u8,
    /// How many disputes with force there are.
    pub force: u8,
    /// How close they are: 5 by land, 4 to 1 by more and more water, 0 not.
    pub border: u8,
}

impl Cell {
    /// Bare non-aggression.
    pub const NONAGGRESSION: u8 = 1 << 3;
    /// Defence and offence.
    pub const ARMS: u8 = 0b11;

    /// Whether there is a duty other than bare non-aggression.
    #[must_use]
    pub fn pact(&self) -> bool {
        self.duties & !Self::NONAGGRESSION != 0
    }

    /// Whether they are rivals in the list of 2021.
    #[must_use]
    pub fn rival(&self) -> bool {
        self.rivals & 1 != 0
    }

    /// Whether one duty is held, numbered from defence.
    #[must_use]
    pub fn duty(&self, n: u8) -> bool {
        self.duties >> n & 1 != 0
    }

    pub(super) fn any(&self) -> bool {
        self.duties != 0 || self.rivals != 0 || self.hostility > 0
    }

    pub(super) fn write(&self, out: &mut String) {
        for n in 0..5 {
            let _ = write!(out, ",{}", u8::from(self.duty(n)));
        }
        let _ = write!(out, ",{},{},{},{}", self.rivals & 1, self.rivals >> 1, self.hostility, self.fatality);
    }
}

/// A definition of the sign of a tie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// Rivalry or force against any duty.
    A,
    /// Force alone against any duty.
    B,
    /// Rivalry or grave force against any duty.
    #[default]
    C,
    /// Rivalry or force against duties of defence and offence.
    D,
}

impl Sign {
    /// All four.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The sign of a tie: hostility overrides a pact.
    #[must_use]
    pub fn of(self, cell: &Cell, hostility: Hostility) -> i8 {
        let hostile = match self {
            Self::A | Self::D => cell.rival() || hostility.force,
            Self::B => hostility.force,
            Self::C => cell.rival() || hostility.severe || hostility.disputes >= 2,
        };
        let friendly = if self == Self::D { cell.duties & Cell::ARMS != 0 } else { cell.pact() };
        match (hostile, friendly) {
            (true, _) => -1,
            (false, true) => 1,
            (false, false) => 0,
        }
    }
}
