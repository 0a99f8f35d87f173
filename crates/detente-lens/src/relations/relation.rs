//! What is known of one dyad.

use detente_codebook::{RecordId, Sign};

/// Where a reason comes from; each kind is added up in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A fact of the base.
    Fact,
    /// A treaty of the base.
    Treaty,
    /// A text.
    Text,
}

/// One reason to call a tie friendly or hostile.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The record it rests on.
    pub record: RecordId,
    /// Which way it speaks.
    pub sign: Sign,
    /// How much it weighs, more than 0.
    pub weight: f64,
    /// Where it comes from.
    pub origin: Origin,
}

impl Reason {
    pub(crate) fn new(record: &RecordId, sign: Sign, weight: f64, origin: Origin) -> Self {
        Self { record: record.clone(), sign, weight, origin }
    }
}

/// The sign of a tie, and whether anything is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieSign {
    /// Net weight of +1 or more.
    Friendly,
    /// Net weight of -1 or less.
    Hostile,
    /// Something is known, and it adds up to neither.
    Mixed,
    /// Nothing is known.
    Unknown,
}

impl TieSign {
    /// 1 for friendly, -1 for hostile, else 0.
    #[must_use]
    pub const fn value(self) -> i8 {
        match self {
            Self::Friendly => 1,
            Self::Hostile => -1,
            Self::Mixed | Self::Unknown => 0,
        }
    }

    pub(crate) const fn of(sign: Sign) -> Self {
        match sign {
            Sign::Positive => Self::Friendly,
            Sign::Negative => Self::Hostile,
        }
    }
}

/// The reasons of one dyad, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relation {
    reasons: Vec<Reason>,
    supposed: Option<Sign>,
}

/// The most that texts weigh, either way.
const MOST_OF_TEXTS: f64 = 1.0;

impl Relation {
    pub(crate) fn add(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    pub(crate) const fn suppose(&mut self, sign: Sign) {
        self.supposed = Some(sign);
    }

    /// Every reason, in the order of the base and then of the texts.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    fn weights(&self, origin: Origin, sign: Sign) -> impl Iterator<Item = f64> {
        let of = move |r: &&Reason| r.origin == origin && r.sign == sign;
        self.reasons.iter().filter(of).map(|r| r.weight)
    }

    fn side(&self, sign: Sign) -> f64 {
        let facts: f64 = self.weights(Origin::Fact, sign).sum();
        let treaty = self.weights(Origin::Treaty, sign).fold(0.0, f64::max);
        let texts: f64 = self.weights(Origin::Text, sign).sum();
        facts + treaty + texts.min(MOST_OF_TEXTS)
    }

    /// The friendly weight less the hostile one; a supposition has no weight.
    #[must_use]
    pub fn net(&self) -> f64 {
        self.side(Sign::Positive) - self.side(Sign::Negative)
    }

    /// The sign: the supposed one, else that of the net weight.
    #[must_use]
    pub fn sign(&self) -> TieSign {
        let net = self.net();
        match self.supposed {
            Some(sign) => TieSign::of(sign),
            None if self.reasons.is_empty() => TieSign::Unknown,
            None if net >= 1.0 => TieSign::Friendly,
            None if net <= -1.0 => TieSign::Hostile,
            None => TieSign::Mixed,
        }
    }

    /// Every record behind the tie, each once.
    #[must_use]
    pub fn evidence(&self) -> Vec<RecordId> {
        self.strongest(usize::MAX)
    }

    /// The records behind the tie that weigh most, those that speak for its sign first.
    #[must_use]
    pub fn strongest(&self, most: usize) -> Vec<RecordId> {
        let with = if self.net() < 0.0 { Sign::Negative } else { Sign::Positive };
        let mut sorted: Vec<&Reason> = self.reasons.iter().collect();
        sorted.sort_by(|a, b| (b.sign == with).cmp(&(a.sign == with)).then(b.weight.total_cmp(&a.weight)));
        let mut out: Vec<RecordId> = Vec::new();
        for reason in sorted {
            if !out.contains(&reason.record) && out.len() < most {
                out.push(reason.record.clone());
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relation(reasons: &[(Sign, f64, Origin)]) -> Relation {
        let mut out = Relation::default();
        for (i, (sign, weight, origin)) in reasons.iter().enumerate() {
            out.add(Reason::new(&RecordId(format!("r{i}")), *sign, *weight, *origin));
        }
        out
    }

    const PLUS: Sign = Sign::Positive;
    const MINUS: Sign = Sign::Negative;

    #[test]
    fn nothing_known_is_not_mixed() {
        assert_eq!(relation(&[]).sign(), TieSign::Unknown);
        let both = relation(&[(PLUS, 1.0, Origin::Fact), (MINUS, 1.0, Origin::Fact)]);
        assert_eq!(both.sign(), TieSign::Mixed);
    }

    #[test]
    fn texts_weigh_one_at_most_and_only_the_strongest_treaty_counts() {
        let texts = relation(&[(PLUS, 1.0, Origin::Text); 5]);
        assert!((texts.net() - 1.0).abs() < 1e-9);
        let treaties = relation(&[(PLUS, 2.0, Origin::Treaty), (PLUS, 3.0, Origin::Treaty), (MINUS, 2.0, Origin::Fact)]);
        assert!((treaties.net() - 1.0).abs() < 1e-9);
        assert_eq!(treaties.sign(), TieSign::Friendly);
    }

    #[test]
    fn a_supposition_sets_the_sign_and_leaves_the_evidence() {
        let mut hostile = relation(&[(MINUS, 3.0, Origin::Fact), (PLUS, 1.0, Origin::Fact)]);
        assert_eq!(hostile.strongest(1), [RecordId("r0".to_owned())]);
        let before = hostile.evidence();
        hostile.suppose(PLUS);
        assert_eq!((hostile.sign(), hostile.evidence()), (TieSign::Friendly, before));
    }
}
