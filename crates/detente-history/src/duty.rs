//! What a clause asks for, what sets it off, and how strongly it binds.

use detente_codebook::ClauseType;
use serde::{Deserialize, Serialize};

/// An enum of words that data files write: its words, their reading and printing.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every one, in the order of the codebook.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word that data files write.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(s: &str) -> Result<Self, String> {
                let known = || Self::ALL.iter().map(|v| v.word()).collect::<Vec<_>>().join(", ");
                let found = Self::ALL.iter().find(|v| v.word() == s).copied();
                found.ok_or_else(|| format!("`{s}` is no {}; known are {}", $what, known()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(s: String) -> Result<Self, String> {
                s.parse()
            }
        }

        impl From<$name> for String {
            fn from(v: $name) -> Self {
                v.word().to_owned()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}

words! {
    /// What a clause asks of those it binds; finer than [`ClauseType`], whose NEUTRAL is two duties.
    Duty, "kind of duty" {
        /// Help a partner who is attacked.
        Defence = "defence",
        /// Join a partner's war.
        Offence = "offence",
        /// Stay out of a partner's war.
        Neutrality = "neutrality",
        /// Use no force against the partner.
        Nonaggression = "nonaggression",
        /// Consult.
        Consultation = "consultation",
        /// Give the attacker of the partner no help.
        NonAssistance = "non_assistance",
        /// Join no alliance against the partner.
        NoHostileAlliance = "no_hostile_alliance",
        /// Let nobody use one's territory against the partner.
        NoTerritoryUse = "no_territory_use",
        /// Stand for the safety of another, who owes nothing in return.
        Guarantee = "guarantee",
        /// A promise of conduct that is none of the others.
        Assurance = "assurance",
        /// Bring the matter before the Security Council.
        UnscReferral = "unsc_referral",
        /// Support short of fighting.
        AidNonmilitary = "aid_nonmilitary",
        /// Limit or give up arms.
        ArmsControl = "arms_control",
        /// Close straits to the warships of those at war.
        StraitsClosure = "straits_closure",
    }
}

words! {
    /// What sets a duty off.
    Trigger, "trigger" {
        /// Nothing: it holds at all times.
        Always = "always",
        /// An attack on the partner.
        Attacked = "attacked",
        /// A threat to the partner; an attack is one.
        Threatened = "threatened",
        /// A war of the partner, whoever began it.
        AtWar = "at_war",
        /// An attack on the partner by two or more great powers.
        AttackedByTwoGreatPowers = "attacked_by_2plus_great_powers",
        /// A war of the partner with two or more enemies.
        AtWarWithTwo = "at_war_with_2plus",
        /// A partner that is threatened makes war itself.
        ThreatenedAndMakesWar = "threatened_and_makes_war",
        /// The mobilisation of the alliance that the treaty is aimed at.
        Mobilisation = "mobilisation_of_triple_alliance",
        /// A breach of the same treaty by a party.
        Breach = "breach",
        /// The use or threat of nuclear weapons.
        NuclearUse = "nuclear_use",
        /// An act of one of those bound, in the area that the clause names.
        PartyActs = "party_acts",
    }
}

words! {
    /// How strongly a duty binds.
    Strength, "strength" {
        /// At once and without a further decision.
        Automatic = "automatic",
        /// After a decision taken together.
        Decision = "decision",
        /// By such means as each judges necessary.
        AsDeemsNecessary = "as_deems_necessary",
        /// By the constitutional processes of each.
        ConstitutionalProcess = "constitutional_process",
    }
}

impl Duty {
    /// The kind in the terms of ATOP and our extension.
    #[must_use]
    pub const fn kind(self) -> ClauseType {
        match self {
            Self::Defence => ClauseType::Defense,
            Self::Offence => ClauseType::Offense,
            Self::Neutrality | Self::NonAssistance => ClauseType::Neutral,
            Self::Nonaggression => ClauseType::Nonagg,
            Self::Consultation => ClauseType::Consul,
            Self::NoHostileAlliance => ClauseType::NoHostileAlliance,
            Self::NoTerritoryUse => ClauseType::NonSubversion,
            Self::Guarantee => ClauseType::Guarantee,
            Self::Assurance => ClauseType::Assurance,
            Self::UnscReferral => ClauseType::UnscReferral,
            Self::AidNonmilitary => ClauseType::AidNonmilitary,
            Self::ArmsControl => ClauseType::ArmsControl,
            Self::StraitsClosure => ClauseType::StraitsClosure,
        }
    }

    /// The duty of a kind whose finer name is not on record: NEUTRAL is read as the weaker promise
    /// not to help an attacker.
    #[must_use]
    pub fn of(kind: ClauseType) -> Self {
        if kind == ClauseType::Neutral {
            return Self::NonAssistance;
        }
        Self::ALL.iter().copied().find(|d| d.kind() == kind).unwrap_or(Self::Assurance)
    }

    /// Whether keeping the duty means going to war.
    #[must_use]
    pub const fn fights(self) -> bool {
        matches!(self, Self::Defence | Self::Offence | Self::Guarantee)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back_and_kinds_agree() {
        for duty in Duty::ALL {
            assert_eq!(duty.word().parse::<Duty>(), Ok(*duty));
            assert_eq!(Duty::of(duty.kind()).kind(), duty.kind());
        }
        for trigger in Trigger::ALL {
            assert_eq!(trigger.word().parse::<Trigger>(), Ok(*trigger));
        }
        assert!("defense!".parse::<Duty>().unwrap_err().contains("known are defence"));
    }
}
