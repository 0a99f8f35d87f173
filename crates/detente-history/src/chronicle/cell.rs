//! What lay between two states in one year, and the sign it gives.

/// How a sign is made of what lay between two states. Hostility overrides a pact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Definition {
    /// Hostile: a rivalry (2021), or force used in this year or the four before. Friendly: a duty of
    /// defence, offence, neutrality or consultation; bare non-aggression makes no friends.
    A,
    /// As A, without rivalries.
    B,
    /// As A, but force counts only when it killed, was war, or was used twice in five years: one
    /// bloodless incident does not make enemies.
    #[default]
    C,
    /// As A, but only duties of defence and offence make friends.
    D,
}

impl Definition {
    /// Every definition.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The letter it goes by.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
        }
    }
}

/// What lay between two states in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell(u16);

impl Cell {
    pub(super) const DEFENCE: u16 = 1;
    pub(super) const OFFENCE: u16 = 2;
    pub(super) const NEUTRAL: u16 = 4;
    pub(super) const NONAGGRESSION: u16 = 8;
    pub(super) const CONSULT: u16 = 16;
    pub(super) const RIVALS: u16 = 32;
    pub(super) const RIVALS_2012: u16 = 64;
    /// Force in this year or the four before.
    pub(super) const FORCE: u16 = 128;
    /// Deadly force or war in this year or the four before.
    pub(super) const SEVERE: u16 = 256;
    /// Force in two disputes of this year and the four before.
    pub(super) const TWICE: u16 = 512;
    /// Where the years since force begin, four bits of them.
    const SINCE: u32 = 12;
    /// So many years and more are not told apart.
    pub(super) const LONG: u8 = 9;

    pub(super) const fn add(&mut self, what: u16) {
        self.0 |= what;
    }

    pub(super) const fn set_since(&mut self, years: u8) {
        self.0 |= (years as u16 + 1) << Self::SINCE;
    }

    const fn has(self, what: u16) -> bool {
        self.0 & what != 0
    }

    /// Whether anything is recorded.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// A duty of defence, offence, neutrality or consultation.
    #[must_use]
    pub const fn pact(self) -> bool {
        self.has(Self::DEFENCE | Self::OFFENCE | Self::NEUTRAL | Self::CONSULT)
    }

    /// A duty of defence or offence.
    #[must_use]
    pub const fn alliance(self) -> bool {
        self.has(Self::DEFENCE | Self::OFFENCE)
    }

    /// A duty of non-aggression.
    #[must_use]
    pub const fn nonaggression(self) -> bool {
        self.has(Self::NONAGGRESSION)
    }

    /// A rivalry of the list of 2021.
    #[must_use]
    pub const fn rivals(self) -> bool {
        self.has(Self::RIVALS)
    }

    /// Years since force was last used, 9 for nine and more; 9 as well when it never was.
    #[must_use]
    pub const fn since_force(self) -> u8 {
        match (self.0 >> Self::SINCE) as u8 {
            0 => Self::LONG,
            years => years - 1,
        }
    }

    /// The sign: 1, 0 or -1.
    #[must_use]
    pub const fn sign(self, definition: Definition) -> i8 {
        let hostile = match definition {
            Definition::A | Definition::D => self.has(Self::RIVALS | Self::FORCE),
            Definition::B => self.has(Self::FORCE),
            Definition::C => self.has(Self::RIVALS | Self::SEVERE | Self::TWICE),
        };
        let friendly = if matches!(definition, Definition::D) { self.alliance() } else { self.pact() };
        if hostile {
            -1
        } else if friendly {
            1
        } else {
            0
        }
    }
}
