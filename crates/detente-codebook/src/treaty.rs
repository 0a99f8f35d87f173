//! What treaties oblige to, and how far a treaty has come in law.

use serde::{Deserialize, Serialize};

/// The kind of an obligation: the five of ATOP (Leeds et al. 2002) and our extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ClauseType {
    /// Help a partner who is attacked.
    Defense,
    /// Join a partner's war that is not defence.
    Offense,
    /// Stay out of a partner's war; includes not helping an aggressor against the partner.
    Neutral,
    /// Do not use force against the partner.
    Nonagg,
    /// Consult in a crisis.
    Consul,
    /// Do not let one's territory serve those who would harm the partner (ours; maps to NONAGG).
    NonSubversion,
    /// Join no alliance against the partner (ours).
    NoHostileAlliance,
    /// Guarantee a third state, or of some parties for another (ours).
    Guarantee,
    /// A promise of conduct that is none of the others (ours).
    Assurance,
    /// Bring an attack before the Security Council (ours).
    UnscReferral,
    /// Support short of fighting; arms deliveries included (ours).
    AidNonmilitary,
    /// Limit, verify or give up arms (ours).
    ArmsControl,
    /// Close straits to warships (ours).
    StraitsClosure,
}

impl ClauseType {
    /// The name in capitals.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Defense => "DEFENSE",
            Self::Offense => "OFFENSE",
            Self::Neutral => "NEUTRAL",
            Self::Nonagg => "NONAGG",
            Self::Consul => "CONSUL",
            Self::NonSubversion => "NON_SUBVERSION",
            Self::NoHostileAlliance => "NO_HOSTILE_ALLIANCE",
            Self::Guarantee => "GUARANTEE",
            Self::Assurance => "ASSURANCE",
            Self::UnscReferral => "UNSC_REFERRAL",
            Self::AidNonmilitary => "AID_NONMILITARY",
            Self::ArmsControl => "ARMS_CONTROL",
            Self::StraitsClosure => "STRAITS_CLOSURE",
        }
    }
}

/// How far a treaty has come in law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Its text is agreed on.
    Initialled,
    /// Signed or concluded.
    #[default]
    Signed,
    /// Ratified.
    Ratified,
    /// In force.
    InForce,
    /// Suspended.
    Suspended,
    /// Denounced: a party has left.
    Denounced,
    /// Expired, or ended otherwise.
    #[serde(alias = "ended")]
    Expired,
}
