//! What the fitted model says of one tie on a day.

use detente_codebook::RecordId;
use jiff::civil::Date;

use super::cases::{Count, state};
use super::feature::{FEATURES, Part};
use super::kept::{Kept, Tested, YEARS as KEPT};
use super::later::{Later, Tie, later};
use super::ours::chance;
use super::outcomes::{Fate, Outcomes};
use super::past::Past;
use super::rows::{features, matters};
use crate::chronicle::Chronicle;
use crate::signed::{FIRST, LAST, Signed, YEARS};
use crate::{Base, HistoryError};

/// Why nothing is forecast of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOutlook {
    /// The day lies before the first year at whose end a model was fitted.
    Early,
    /// One of the two was no member of the state system in that year.
    NoState,
    /// No neighbours, no major power, no tie in ten years: no such ties were ever tested.
    Strangers,
}

/// What the fitted model says of a tie, and all that it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The year whose end the tie is seen at; on a day after the panel the year of that day.
    pub year: i16,
    /// At the end of which year the model was fitted.
    pub origin: i16,
    /// The sign of the tie.
    pub sign: i8,
    /// Whether the tie was carried on past the end of the panel.
    pub carried: bool,
    /// The entries of the base that changed it since.
    pub records: Vec<RecordId>,
    /// The forecast of the model over five years.
    pub model: Outcomes,
    /// The forecast of the cases in the same state.
    pub cases: Outcomes,
    /// The weight of the model in the pool of the two.
    pub weight: f64,
    /// The known years that cases and rates are of.
    pub known: (i16, i16),
    /// All ties of this sign in those years.
    pub base: Count,
    /// Those of them in the same state: years since force, rivalry, duty of defence.
    pub own: Count,
    /// How such forecasts turned out; none while no outcome was known.
    pub tested: Option<Tested>,
    /// What each part of the tie adds to the forecast, against a usual tie of this sign, the greatest first.
    pub parts: Vec<(Part, f64)>,
}

impl Outlook {
    /// What the forecast is mainly about: a hostile tie can only ease.
    #[must_use]
    pub fn fate(&self) -> Fate {
        if self.sign < 0 { Fate::Better } else { Fate::Worse }
    }
}

/// The outlook of a tie on a day, as far as anything was known then.
///
/// # Errors
/// [`HistoryError`] when the compiled-in model cannot be read.
pub fn outlook(chronicle: &Chronicle, base: &Base, tie: Tie<'_>, day: Date) -> Result<Result<Outlook, NoOutlook>, HistoryError> {
    let panel = (day.year() - 1).min(LAST);
    if panel < KEPT.0 {
        return Ok(Err(NoOutlook::Early));
    }
    let later = if panel == LAST { later(chronicle, base, tie, day) } else { Later::default() };
    let signed = Signed::of_two(chronicle, tie.states, &later.cells);
    let (i, j) = tie.states;
    let ties = usize::try_from(panel - FIRST).unwrap_or(0).min(YEARS - 1);
    let t = ties + later.cells.len();
    if !signed.both(i, j, ties) {
        return Ok(Err(NoOutlook::NoState));
    }
    let past = Past::of_two(&signed, tie.states, t, ties);
    if !matters(&past, i, j, t) {
        return Ok(Err(NoOutlook::Strangers));
    }
    let seen = Seen { sign: past.sign(i, j, t), features: features(&past, tie.states, t, ties) };
    let kept = Kept::open(panel)?;
    Ok(Ok(Outlook { carried: !later.cells.is_empty(), records: later.records, ..seen.outlook(&kept, panel, t) }))
}

/// A tie as the model sees it.
struct Seen {
    sign: i8,
    features: Vec<f32>,
}

impl Seen {
    fn outlook(&self, kept: &Kept, panel: i16, t: usize) -> Outlook {
        let key = state(self.sign, |f| self.features[f]);
        let mut out = Outlook {
            year: FIRST + i16::try_from(t).unwrap_or(0),
            origin: kept.origin,
            sign: self.sign,
            carried: false,
            records: Vec::new(),
            model: self.model(kept, |f| self.features[f]),
            cases: kept.cases.forecast(self.sign, key),
            weight: kept.weight,
            known: (super::model::known(panel) - 9, super::model::known(panel)),
            base: kept.cases.of_sign(self.sign),
            own: kept.cases.of_state(self.sign, key),
            tested: None,
            parts: Vec::new(),
        };
        out.tested = kept.tested(self.sign, out.fate(), out.model.of_fate(out.fate()));
        out.parts = self.parts(kept, &out);
        out
    }

    fn model(&self, kept: &Kept, feature: impl Fn(usize) -> f32) -> Outcomes {
        let of = |n: usize, shift: f64| kept.models.get(n).map_or(0.0, |m| chance(m.margin(&feature) + shift));
        Outcomes::of(self.sign, of(0, 0.0), of(1, 0.0), of(2, kept.shift))
    }

    /// By how much the forecast falls when one part of the tie is as usual.
    fn parts(&self, kept: &Kept, out: &Outlook) -> Vec<(Part, f64)> {
        let usual = kept.usual.iter().find(|(s, _)| *s == self.sign).map(|(_, v)| v.as_slice()).unwrap_or_default();
        if usual.len() != FEATURES.len() {
            return Vec::new();
        }
        let whole = out.model.of_fate(out.fate());
        let adds = |part: &Part| {
            let without = self.model(kept, |f| if part.has(f) { usual[f] } else { self.features[f] });
            (*part, whole - without.of_fate(out.fate()))
        };
        let mut parts: Vec<(Part, f64)> = Part::ALL.iter().map(adds).collect();
        parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        parts
    }
}
