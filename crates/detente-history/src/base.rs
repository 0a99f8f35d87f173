//! The embedded base as a whole.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use detente_codebook::{ActorCode, ClauseType, Record, RecordId};
use jiff::civil::Date;

use crate::{Entry, HistoryError, KeptRate, Standing, TreatyText, chronicle, embedded, fact, forecast, rate, treaty_ids, turns};

/// Facts, treaties and kept rates, and an index over all of them.
#[derive(Debug, Default)]
pub struct Base {
    facts: Vec<Record>,
    treaties: Vec<TreatyText>,
    kept_rates: Vec<KeptRate>,
    entries: BTreeMap<RecordId, Entry>,
}

static BASE: LazyLock<Result<Base, HistoryError>> = LazyLock::new(Base::read);

/// The embedded base, read once.
///
/// # Errors
/// [`HistoryError`] when a data file is malformed; a test keeps that from happening.
pub fn base() -> Result<&'static Base, HistoryError> {
    BASE.as_ref().map_err(Clone::clone)
}

impl Base {
    fn read() -> Result<Self, HistoryError> {
        let mut base = Self::default();
        let (rates, facts) = embedded::base();
        for file in facts {
            base.add_facts(fact::read(&file)?, &file.name)?;
        }
        for file in rates {
            base.add_rates(rate::read(&file)?, &file.name)?;
        }
        for file in embedded::treaties() {
            base.add_treaty(treaty_ids::read(&file)?, &file.name)?;
        }
        Ok(base)
    }

    fn add_facts(&mut self, facts: Vec<Record>, file: &str) -> Result<(), HistoryError> {
        self.index(facts.iter().filter_map(fact::entry).collect(), file)?;
        self.facts.extend(facts);
        Ok(())
    }

    fn add_rates(&mut self, rates: Vec<KeptRate>, file: &str) -> Result<(), HistoryError> {
        self.index(rates.iter().map(KeptRate::entry).collect(), file)?;
        self.kept_rates.extend(rates);
        Ok(())
    }

    fn add_treaty(&mut self, treaty: TreatyText, file: &str) -> Result<(), HistoryError> {
        self.index(treaty.entries(), file)?;
        self.treaties.push(treaty);
        Ok(())
    }

    fn index(&mut self, entries: Vec<Entry>, file: &str) -> Result<(), HistoryError> {
        for entry in entries {
            let id = entry.id.clone();
            if self.entries.insert(id.clone(), entry).is_some() {
                return Err(HistoryError::Twice { file: file.to_owned(), id: id.0 });
            }
        }
        Ok(())
    }

    /// Every fact, in the order of the files.
    #[must_use]
    pub fn facts(&self) -> &[Record] {
        &self.facts
    }

    /// Every treaty, by id.
    #[must_use]
    pub fn treaties(&self) -> &[TreatyText] {
        &self.treaties
    }

    /// Every kept rate, in the order of the file.
    #[must_use]
    pub fn kept_rates(&self) -> &[KeptRate] {
        &self.kept_rates
    }

    /// What a brief shows of a fact, treaty, clause, absent duty or rate, of a turn, of the
    /// chronicle or of the fitted model; none for any other id.
    #[must_use]
    pub fn record(&self, id: &RecordId) -> Option<&Entry> {
        self.entries.get(id).or_else(|| turns::record(id)).or_else(|| chronicle::record(id)).or_else(|| forecast::record(id))
    }

    /// The treaty of an id such as `rus_irn_2025`.
    #[must_use]
    pub fn treaty(&self, id: &str) -> Option<&TreatyText> {
        self.treaties.iter().find(|t| t.id == id)
    }

    /// The treaties that on `day` are signed, in force or suspended and count every one of
    /// `members` among their parties, each with its standing between the first two of them.
    #[must_use]
    pub fn treaties_among(&self, day: Date, members: &[ActorCode]) -> Vec<(&TreatyText, Standing)> {
        let standing = |t: &'_ TreatyText| t.standing_among(day, members);
        self.treaties.iter().filter_map(|t| Some((t, standing(t)?))).collect()
    }

    /// How often an obligation of this kind was kept in war: the row of the same era, and of
    /// bilateral or multilateral alliances where they were counted apart.
    #[must_use]
    pub fn kept_rate(&self, kind: ClauseType, bilateral: bool, day: Date) -> Option<&KeptRate> {
        rate::best(&self.kept_rates, kind, bilateral, day)
    }
}
