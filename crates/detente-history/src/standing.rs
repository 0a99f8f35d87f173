//! Where a treaty stands on a day, and between whom.
//!
//! The dates of the file decide, not its present stage: a treaty that ended in 2019 was in force in
//! 2018. Ends are inclusive, for the treaty as for a membership: the last day still counts. A
//! treaty whose entry into force is known to have happened, but not when, counts from signature.

use detente_codebook::{ActorCode, Edtf, Stage};
use jiff::civil::Date;

use crate::TreatyText;
use crate::treaty_text::Party;

/// Where a treaty stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not signed yet.
    Future,
    /// Initialled or signed, and not in force.
    Signed,
    /// In force.
    InForce,
    /// In force, and suspended between the two asked about.
    Suspended,
    /// Over.
    Ended,
}

fn begun(from: Option<Edtf>, day: Date) -> bool {
    from.and_then(Edtf::first).is_none_or(|d| d <= day)
}

fn over(to: Option<Edtf>, day: Date) -> bool {
    to.and_then(Edtf::last).is_some_and(|d| d < day)
}

impl Party {
    fn on(&self, day: Date) -> bool {
        begun(self.from, day) && !over(self.to, day)
    }
}

impl TreatyText {
    /// Where the treaty stands on `day`, between whomever.
    #[must_use]
    pub fn standing(&self, day: Date) -> Standing {
        let never = self.in_force.is_none() && matches!(self.stage, Stage::Initialled | Stage::Signed | Stage::Ratified);
        match () {
            () if !begun(Some(self.signed), day) => Standing::Future,
            () if over(self.ended, day) => Standing::Ended,
            () if never || !begun(self.in_force, day) => Standing::Signed,
            () => Standing::InForce,
        }
    }

    /// Where the treaty stands on `day` between two of its parties; none when one of them is no
    /// party on that day.
    #[must_use]
    pub fn standing_between(&self, day: Date, a: &ActorCode, b: &ActorCode) -> Option<Standing> {
        let standing = self.standing(day);
        let both = a != b && self.is_party(a, day) && self.is_party(b, day);
        let off = standing == Standing::InForce && self.is_suspended(day, a, b);
        both.then_some(if off { Standing::Suspended } else { standing })
    }

    /// Where the treaty stands on `day` as `observer` sees it: by the latest view on record that it holds
    /// and that gives a stage, else as the file has it.
    #[must_use]
    pub fn standing_as_seen(&self, day: Date, observer: &ActorCode) -> Standing {
        let common = self.standing(day);
        if common == Standing::Future {
            return common;
        }
        let held = self.views.iter().filter(|v| v.holders.contains(observer) && begun(v.from, day));
        held.filter_map(|v| Some((v.from, v.stage?))).max_by_key(|(from, _)| *from).map_or(common, |(_, stage)| match stage {
            Stage::Initialled | Stage::Signed | Stage::Ratified => Standing::Signed,
            Stage::InForce => Standing::InForce,
            Stage::Suspended => Standing::Suspended,
            Stage::Denounced | Stage::Expired => Standing::Ended,
        })
    }

    /// Whether the treaty binds somebody on `day`: it is in force, or one of its parties holds that it is.
    #[must_use]
    pub fn is_alive(&self, day: Date) -> bool {
        let seen = |p: &Party| p.on(day) && self.standing_as_seen(day, &p.code) == Standing::InForce;
        self.standing(day) == Standing::InForce || !self.views.is_empty() && self.parties.iter().any(seen)
    }

    /// Where a treaty that is signed and not over stands among all of `members`: between the first
    /// two of them when there are two. None when one is no party on that day.
    #[must_use]
    pub fn standing_among(&self, day: Date, members: &[ActorCode]) -> Option<Standing> {
        let all = !members.is_empty() && members.iter().all(|m| self.is_party(m, day));
        let standing = match members {
            [a, b, ..] => self.standing_between(day, a, b)?,
            _ => self.standing(day),
        };
        let alive = !matches!(standing, Standing::Future | Standing::Ended);
        (all && alive).then_some(standing)
    }

    /// Whether `actor` is a party on `day`; before the treaty is in force, a signatory.
    #[must_use]
    pub fn is_party(&self, actor: &ActorCode, day: Date) -> bool {
        self.parties.iter().any(|p| p.code == *actor && p.on(day))
    }

    /// The parties on `day`, sorted.
    #[must_use]
    pub fn members(&self, day: Date) -> Vec<&ActorCode> {
        let mut out: Vec<&ActorCode> = self.parties.iter().filter(|p| p.on(day)).map(|p| &p.code).collect();
        out.sort();
        out.dedup();
        out
    }

    fn is_suspended(&self, day: Date, a: &ActorCode, b: &ActorCode) -> bool {
        let holds = |s: &crate::Suspension| {
            s.between.contains(a) && s.between.contains(b) && begun(Some(s.from), day) && !over(s.to, day)
        };
        self.suspensions.iter().any(holds)
    }
}
