//! The switches of KTAB's model; the defaults are its own.

/// How coalition strengths become odds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Victory {
    /// In proportion.
    #[default]
    Linear,
    /// By their squares.
    Square,
    /// By their fourth powers.
    Quartic,
    /// By their eighth powers.
    Octic,
    /// The stronger wins once it is a tenth stronger.
    Binary,
}

/// How pairwise odds become the chance of each option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Election {
    /// The chance of beating all others, normalised.
    #[default]
    Conditional,
    /// A walk that challenges each option alike.
    MarkovUniform,
    /// A walk that challenges by the gain in it.
    MarkovIncentive,
}

/// How a difference of utility becomes a vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voting {
    /// In proportion.
    #[default]
    Prop,
    /// All or nothing.
    Binary,
    /// Mostly in proportion.
    PropBin,
    /// By the cube.
    Cubic,
    /// Half proportion, half cube.
    PropCubic,
    /// Gains count two thirds of losses.
    AsymProsp,
}

/// How much of another's risk attitude an actor takes into account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Adjust {
    /// Nothing: its own stands for all.
    None,
    /// A third.
    #[default]
    OneThird,
    /// A half.
    Half,
    /// Two thirds.
    TwoThirds,
    /// All.
    Full,
}

/// The range of risk attitudes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RiskRange {
    /// 0 to 1.
    Min,
    /// -1/2 to 1.
    #[default]
    Mid,
    /// -1 to 1.
    Max,
}

/// What a third party stakes when it joins a side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Commitment {
    /// Its position only if its side loses.
    #[default]
    Semi,
    /// Nothing of its own.
    None,
    /// Everything.
    Full,
}

/// How the two sides of a bargain share the way between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Halves {
    /// By salience times chance.
    S1P1,
    /// By the squares of both.
    #[default]
    S2P2,
    /// By the squares of salience and the greater chance.
    S2PMax,
}

/// All switches, and the last turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmpOptions {
    /// Odds.
    pub victory: Victory,
    /// Chances.
    pub election: Election,
    /// Votes.
    pub voting: Voting,
    /// Estimates of others' risk.
    pub adjust: Adjust,
    /// Range of risk.
    pub risk_range: RiskRange,
    /// Third parties.
    pub commitment: Commitment,
    /// Bargains.
    pub halves: Halves,
    /// The turn after which it is stopped.
    pub most_turns: usize,
}

impl Default for SmpOptions {
    fn default() -> Self {
        Self {
            victory: Victory::default(),
            election: Election::default(),
            voting: Voting::default(),
            adjust: Adjust::default(),
            risk_range: RiskRange::default(),
            commitment: Commitment::default(),
            halves: Halves::default(),
            most_turns: 100,
        }
    }
}

impl Voting {
    /// The vote of an actor of weight `w` on a difference of utility.
    #[inline]
    pub(super) fn vote(self, w: f64, difference: f64) -> f64 {
        let binary = || (difference / 1e-8).clamp(-1.0, 1.0);
        match self {
            Self::Prop => w * difference,
            Self::Binary => w * binary(),
            Self::PropBin => w * (0.8 * difference + 0.2 * binary()),
            Self::Cubic => w * difference.powi(3),
            Self::PropCubic => w * f64::midpoint(difference, difference.powi(3)),
            Self::AsymProsp if difference < 0.0 => w * difference,
            Self::AsymProsp => w * difference * 2.0 / 3.0,
        }
    }
}

impl Victory {
    /// The chance of a side of strength `a` against one of strength `b`.
    pub(super) fn chance(self, a: f64, b: f64) -> f64 {
        let power = |e: i32| {
            // The ratio first: high powers of large strengths would overflow.
            let most = a.max(b);
            let (a, b) = ((a / most).powi(e), (b / most).powi(e));
            a / (a + b)
        };
        match self {
            Self::Linear => power(1),
            Self::Square => power(2),
            Self::Quartic => power(4),
            Self::Octic => power(8),
            Self::Binary => binary_chance(a, b),
        }
    }
}

fn binary_chance(a: f64, b: f64) -> f64 {
    let (least, clear) = (1e-6 / (1.0 + 1e-6), 1.1);
    let lead = if a >= b { (a / b - 1.0) / (clear - 1.0) } else { -(b / a - 1.0) / (clear - 1.0) };
    0.5 + lead.clamp(-1.0, 1.0) * (0.5 - least)
}

impl Adjust {
    /// The share of another's own attitude in the estimate of it.
    pub(super) fn share(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::OneThird => 1.0 / 3.0,
            Self::Half => 0.5,
            Self::TwoThirds => 2.0 / 3.0,
            Self::Full => 1.0,
        }
    }
}

impl RiskRange {
    /// The risk attitude of an actor whose position has chance `p`.
    pub(super) fn attitude(self, p: f64, least: f64, most: f64) -> f64 {
        // All alike: nobody stands out as safe or in danger.
        if most - least <= 0.0 {
            return 0.0;
        }
        let share = (p - least) / (most - least);
        match self {
            Self::Min => share,
            Self::Mid => 1.5 * share - 0.5,
            Self::Max => 2.0 * share - 1.0,
        }
    }
}
