//! Where a relation stands today, since when, and which way it has moved in a year.
//!
//! The status word compares the net weight of the relation (see `detente_lens::relations`) on the day
//! with that of a year before: half a unit or more up is improving, down is worsening, else unchanged.
//! “Since” is found by asking for the sign year by year into the past, then month by month.

use detente_codebook::{Dyad, Record, RecordId};
use detente_history::Base;
use detente_lens::relations::TieSign;
use detente_lens::{Inquiry, Relations};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// The least change of the net weight in a year that is called a change.
const CHANGE: f64 = 0.5;
/// How many years back the sign is followed.
const YEARS: i64 = 25;

/// Where a relation stands.
#[derive(Debug)]
pub(crate) struct Standing {
    /// Friendly, hostile, mixed or unknown.
    pub(crate) sign: TieSign,
    /// `improving`, `worsening`, `unchanged` or `unknown`.
    pub(crate) status: &'static str,
    /// Since when the sign has been as it is; none when for longer than is followed.
    pub(crate) since: Option<Date>,
    /// The records that weigh most.
    pub(crate) why: Vec<RecordId>,
}

struct World<'a> {
    records: &'a [Record],
    base: &'a Base,
    dyad: &'a Dyad,
}

impl World<'_> {
    fn on(&self, day: Date) -> (TieSign, f64) {
        let known = |r: &&Record| r.known.and_then(detente_codebook::Edtf::first).is_none_or(|k| k <= day);
        let records: Vec<Record> = self.records.iter().filter(known).cloned().collect();
        let relation = Relations::between(self.dyad, &records, self.base, day);
        (relation.sign(), relation.net())
    }

    fn since(&self, sign: TieSign, day: Date) -> Option<Date> {
        let before = |years: i64| day.checked_sub(years.years()).ok();
        let other = (1..=YEARS).find_map(|y| before(y).filter(|d| self.on(*d).0 != sign))?;
        let month = (1..=12_i64).filter_map(|m| other.checked_add(m.months()).ok());
        month.into_iter().find(|d| self.on(*d).0 == sign).map(|d| d.min(day))
    }
}

/// Where a relation stands on a day.
pub(crate) fn standing(dyad: &Dyad, records: &[Record], base: &'static Base, day: Date) -> Standing {
    let world = World { records, base, dyad };
    let (sign, net) = world.on(day);
    let status = match day.checked_sub(1.year()).map(|d| world.on(d).1) {
        _ if sign == TieSign::Unknown => "unknown",
        Ok(before) if net - before >= CHANGE => "improving",
        Ok(before) if before - net >= CHANGE => "worsening",
        _ => "unchanged",
    };
    let why = Relations::between(dyad, records, base, day).strongest(6);
    let since = if sign == TieSign::Unknown { None } else { world.since(sign, day) };
    Standing { sign, status, since, why }
}

/// An inquiry about one dyad, for its records and its dated facts.
pub(crate) fn inquiry(dyad: &Dyad, records: Vec<Record>, base: &'static Base, day: Date) -> Inquiry {
    let question = detente_lens::Question {
        text: None,
        shift: detente_lens::Shift { dyad: dyad.clone(), direction: detente_lens::Direction::Improves },
        target: dyad.clone(),
        as_of: day,
        horizon_years: 5,
    };
    Inquiry::new(question, records, base)
}
