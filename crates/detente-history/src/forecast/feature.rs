//! What is known of a tie at the end of a year, as numbers.

/// The names of the features, in their order.
pub const FEATURES: [&str; 63] = [
    "friendly",
    "hostile",
    "since_force",
    "since_change",
    "changes_20",
    "pact_age",
    "rival_age",
    "rival",
    "force_5",
    "severe_5",
    "defense",
    "offense",
    "neutral",
    "nonaggression",
    "consultation",
    "border",
    "land",
    "ratio",
    "greatest",
    "majors",
    "least_democratic",
    "most_democratic",
    "age",
    "friends",
    "enemies",
    "memory_lapses_5",
    "memory_lapses",
    "pact_beneath",
    "since_severe",
    "since_dispute",
    "since_rival",
    "displays_10",
    "force_20",
    "force_now",
    "hostility_now",
    "turned_hostile_most",
    "turned_hostile_least",
    "lost_most",
    "lost_least",
    "gained_most",
    "gained_least",
    "active_most",
    "active_least",
    "active_now_most",
    "active_now_least",
    "friends_most",
    "friends_least",
    "enemies_most",
    "enemies_least",
    "growth_most",
    "growth_least",
    "common_friends",
    "common_enemies",
    "mixed",
    "balance",
    "balance_share",
    "common_friends_weight",
    "common_enemies_weight",
    "mixed_weight",
    "made_up_with_enemy",
    "made_up_both",
    "fell_out_with_friend",
    "drew_near_friend",
];

/// The first feature of triads; all after it are of triads.
pub(super) const TRIADS: usize = 51;
/// Where the features stand that other code looks at.
pub(super) const SINCE_FORCE: usize = 2;
pub(super) const RIVAL: usize = 7;
pub(super) const DEFENSE: usize = 10;

/// The features of the logistic regression: the tie's own past, its members, their numbers of ties.
pub(super) const LINEAR: [usize; 26] =
    [0, 1, 2, 25, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];
/// Those of them whose effect wears off: taken as logarithms.
pub(super) const LOGGED: [usize; 8] = [2, 3, 5, 6, 8, 22, 23, 24];

/// A part of what is known of a tie: features that say much the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Force and disputes between the two, and how long ago.
    Force,
    /// Rivalry.
    Rivalry,
    /// Pacts: which duties, and since when.
    Pacts,
    /// How often and how lately the tie changed.
    Changes,
    /// Borders.
    Borders,
    /// Their power, and whether they are major powers.
    Power,
    /// How democratic they are.
    Democracy,
    /// Age and number of ties of the two states.
    Ties,
    /// What the two states lately won, lost and fought elsewhere.
    Elsewhere,
    /// Common friends and enemies: triads.
    Triads,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Force,
        Self::Rivalry,
        Self::Pacts,
        Self::Changes,
        Self::Borders,
        Self::Power,
        Self::Democracy,
        Self::Ties,
        Self::Elsewhere,
        Self::Triads,
    ];

    /// Its word in messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Force => "force",
            Self::Rivalry => "rivalry",
            Self::Pacts => "pacts",
            Self::Changes => "changes",
            Self::Borders => "borders",
            Self::Power => "power",
            Self::Democracy => "democracy",
            Self::Ties => "ties",
            Self::Elsewhere => "elsewhere",
            Self::Triads => "triads",
        }
    }

    /// Whether a feature belongs to it; the sign itself belongs to none.
    #[must_use]
    pub const fn has(self, feature: usize) -> bool {
        let of = match feature {
            0 | 1 => return false,
            3 | 4 => Self::Changes,
            5 | 10..=14 | 27 => Self::Pacts,
            6 | 7 | 30 => Self::Rivalry,
            2 | 8 | 9 | 25 | 26 | 28 | 29 | 31..=34 => Self::Force,
            15 | 16 => Self::Borders,
            17..=19 | 49 | 50 => Self::Power,
            20 | 21 => Self::Democracy,
            22..=24 | 45..=48 => Self::Ties,
            35..=44 => Self::Elsewhere,
            _ => Self::Triads,
        };
        of as u8 == self as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_but_the_sign_is_of_one_part() {
        for (n, name) in FEATURES.iter().enumerate() {
            let parts = Part::ALL.iter().filter(|p| p.has(n)).count();
            assert_eq!(parts, usize::from(n > 1), "{name}");
        }
        let of = |name: &str| Part::ALL.into_iter().find(|p| p.has(FEATURES.iter().position(|f| *f == name).unwrap()));
        assert_eq!(of("since_severe"), Some(Part::Force));
        assert_eq!(of("growth_least"), Some(Part::Power));
        assert_eq!(of("common_friends"), Some(Part::Triads));
        assert_eq!(of("active_now_least"), Some(Part::Elsewhere));
        assert_eq!(of("pact_beneath"), Some(Part::Pacts));
        assert_eq!(of("since_rival"), Some(Part::Rivalry));
    }
}
