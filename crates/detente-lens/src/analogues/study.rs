//! Everything that the two records say of a question.

use detente_codebook::ActorCode;
use detente_history::chronicle::{Chronicle, Definition, FIRST, YEARS, chronicle};
use detente_history::{HistoryError, turns};

use super::Asked;
use super::compare::{Comparison, Outcome, What, compare};
use super::named::{NamedCase, Shares, named, shares};
use super::nearest::{Near, nearest};
use super::rates::{BaseRate, Era, base_rates, last};
use super::triads::{end, triads};
use crate::Inquiry;
use crate::states::number;

/// So many cases of each record are named.
pub const NAMED: usize = 6;

/// What the records say.
#[derive(Clone, Debug)]
pub struct Study {
    /// The counted record.
    pub chronicle: &'static Chronicle,
    /// How its signs are made.
    pub definition: Definition,
    /// The question as a triad, if it is one.
    pub asked: Option<Asked>,
    /// The sign of the target before the shift.
    pub sign: i8,
    /// Over how many years, at most ten.
    pub years: usize,
    /// All years together.
    pub pooled: Comparison,
    /// The years of the question's era.
    pub era: Comparison,
    /// That era.
    pub of: Era,
    /// The last years of base rates and of counted moves: what followed must have been known on the day.
    pub until: [u16; 2],
    /// What became of ties like the target in that era: worse, hostile, better.
    pub base: [BaseRate; 3],
    /// Moved and unmoved triads set aside because their hostilities were one dispute.
    pub same_dispute: [usize; 2],
    /// The counted episodes nearest to the question.
    pub nearest: Vec<Near>,
    /// The named turns that fit, nearest first.
    pub named: Vec<NamedCase<'static>>,
    /// What became of their third states' ties.
    pub shares: Shares,
}

/// The study of a question; none when the target is not a dyad of states.
///
/// # Errors
/// [`HistoryError`] when a compiled-in record is malformed.
pub fn study(inquiry: &Inquiry, definition: Definition) -> Result<Option<Study>, HistoryError> {
    let chronicle = chronicle()?;
    let (target, day) = (&inquiry.question.target, inquiry.question.as_of);
    let is_state = |a: &ActorCode| number(chronicle, a, day).is_some();
    if target.a == target.b || !is_state(&target.a) || !is_state(&target.b) {
        return Ok(None);
    }
    let asked = Asked::new(inquiry, chronicle, definition).filter(|q| is_state(&q.a));
    let sign = asked.as_ref().map_or_else(|| inquiry.relations.sign(target).value(), |q| q.sought.bc);
    let years = usize::from(inquiry.question.horizon_years.clamp(1, 10));
    let known = usize::try_from(day.year() - 1).unwrap_or_default().saturating_sub(usize::from(FIRST)).min(YEARS - 1);
    let of = Era::of(day.year());
    let mut out = Study {
        base: base_rates(chronicle, definition, sign, of, years, known),
        chronicle,
        definition,
        sign,
        years,
        pooled: Comparison::default(),
        era: Comparison::default(),
        of,
        until: [last(of, years, known), end(known).saturating_sub(1)].map(dated),
        same_dispute: [0, 0],
        nearest: Vec::new(),
        named: Vec::new(),
        shares: shares(&[], 5, day),
        asked: None,
    };
    if let Some(asked) = asked {
        out.count(inquiry, &asked);
        out.named = named(turns()?, &asked, day);
        out.shares = shares(&out.named, inquiry.question.horizon_years, day);
        out.asked = Some(asked);
    }
    Ok(Some(out))
}

/// A year of the chronicle by its date.
fn dated(year: usize) -> u16 {
    u16::try_from(year).unwrap_or_default() + FIRST
}

impl Study {
    fn count(&mut self, inquiry: &Inquiry, asked: &Asked) {
        if !asked.is_visible() {
            return;
        }
        let found = triads(self.chronicle, &asked.sought);
        let outcomes = outcomes(self.years);
        let whole = |from: u16, to: u16| usize::from(from - FIRST)..=usize::from(to - FIRST);
        self.pooled = compare(self.chronicle, &asked.sought, &found, 0..=YEARS, &outcomes);
        self.era = compare(self.chronicle, &asked.sought, &found, whole(self.of.from, self.of.to), &outcomes);
        self.same_dispute = found.same_dispute;
        self.nearest = nearest(inquiry, self.chronicle, asked, &found, NAMED);
    }

    /// The comparison of the target's worsening within the horizon, and the years it is of: those of the era when
    /// they are enough, else all.
    #[must_use]
    pub fn headline(&self) -> Option<&super::Compared> {
        self.pooled.outcomes.first()
    }
}

/// What is counted: within the horizon and after 1, 5 and 10 years, of B–C and of A–C.
fn outcomes(horizon: usize) -> Vec<Outcome> {
    let mut years = vec![horizon];
    years.extend([1, 5, 10].into_iter().filter(|y| *y != horizon));
    let of = |years: usize, target: bool| [What::Worse, What::Hostile, What::Better].map(|what| Outcome { target, what, years });
    years.into_iter().flat_map(|y| [true, false].into_iter().flat_map(move |target| of(y, target))).collect()
}
