//! Units of observation: which rows a panel has, and the cells that say so.

use std::collections::HashSet;

use jiff::civil::Date;

use super::PanelError;
use super::block::Blocks;
use super::column::{Column, Kind, columns};
use super::folder::Folder;
use super::leader_years::LeaderYears;
use super::line::Line;
use super::place::Place;
use super::system::{System, SystemKind, Tenure};

/// What one row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A state in a year.
    StateYears,
    /// A state on a day.
    StateDays,
    /// Two states in a year.
    DyadYears,
    /// Two states on a day.
    DyadDays,
    /// A leader in a year of office.
    LeaderYears,
}

impl Unit {
    /// How many states a row has.
    pub(crate) fn sides(self) -> usize {
        if matches!(self, Self::DyadYears | Self::DyadDays) { 2 } else { 1 }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::StateYears => "state-years",
            Self::StateDays => "state-days",
            Self::DyadYears => "dyad-years",
            Self::DyadDays => "dyad-days",
            Self::LeaderYears => "leader-years",
        }
    }
}

/// The rows of a panel, before any data set is added.
pub(crate) struct Frame {
    pub(crate) unit: Unit,
    pub(crate) columns: Vec<Column>,
    years: (i16, i16),
    directed: bool,
    system: System,
    leaders: Option<LeaderYears>,
    never: HashSet<(u16, u16, i16)>,
}

/// Takes the rows one by one.
pub(crate) type Visit<'a> = dyn FnMut(Place, &mut Line) -> Result<(), PanelError> + 'a;

impl Frame {
    pub(crate) fn new(
        unit: Unit,
        years: (i16, i16),
        directed: bool,
        system: System,
        leaders: Option<LeaderYears>,
        folder: &Folder,
    ) -> Result<Self, PanelError> {
        let never = if unit.sides() == 2 { never(folder, &system)? } else { HashSet::new() };
        let columns = leaders.as_ref().map_or_else(|| own_columns(unit, system.kind), |l| l.columns.clone());
        Ok(Self { unit, columns, years, directed, system, leaders, never })
    }

    /// Visits every row in order. The line that is handed on holds the frame's own cells.
    pub(crate) fn each(&self, visit: &mut Visit) -> Result<(), PanelError> {
        let mut line = Line::default();
        match self.unit {
            Unit::StateYears => self.state_years(&mut line, visit),
            Unit::StateDays => self.state_days(&mut line, visit),
            Unit::DyadYears => self.dyads(&mut |pair, year, unit| self.dyad_year(pair, year, unit, &mut line, visit)),
            Unit::DyadDays => self.dyads(&mut |pair, year, unit| self.dyad_days(pair, year, unit, &mut line, visit)),
            Unit::LeaderYears => self.leaders.as_ref().map_or(Ok(()), |l| l.each(self.years, &mut line, visit)),
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> Result<u64, PanelError> {
        let mut rows = 0;
        if self.unit == Unit::DyadYears {
            // Counted without writing a cell.
            self.dyads(&mut |_, _, _| {
                rows += 1;
                Ok(())
            })?;
            return Ok(rows);
        }
        self.each(&mut |_, _| {
            rows += 1;
            Ok(())
        })?;
        Ok(rows)
    }

    fn place(&self, codes: [u16; 2], year: i16, unit: u32) -> Place {
        match self.system.kind {
            SystemKind::Cow => Place { year, cow: codes, gw: [0; 2], unit },
            SystemKind::Gw => Place { year, cow: [0; 2], gw: codes, unit },
        }
    }

    fn state_years(&self, line: &mut Line, visit: &mut Visit) -> Result<(), PanelError> {
        let mut heads = Blocks::new(self.columns.len() - 1);
        for (unit, (code, _)) in self.system.spans().enumerate() {
            let mut last = (None, 0);
            for year in (self.years.0..=self.years.1).filter(|y| self.system.member(code, *y)) {
                // A state that came back may have another name.
                let stay = self.system.tenures.iter().position(|t| t.code == code && t.has(year));
                if last.0 != stay {
                    last = (stay, self.head(stay, &mut heads));
                }
                line.clear();
                heads.write(last.1, line);
                line.whole(i64::from(year));
                visit(self.place([code, 0], year, number(unit)), line)?;
            }
        }
        Ok(())
    }

    /// Code, name and, where the list has it, whether it is a microstate.
    fn head(&self, stay: Option<usize>, heads: &mut Blocks) -> u32 {
        let tenure = stay.and_then(|n| self.system.tenures.get(n));
        heads.whole(tenure.map_or(0, |t| i64::from(t.code)));
        heads.word(tenure.map_or("", |t| t.name.as_str()));
        if self.system.kind == SystemKind::Gw && self.unit != Unit::StateDays {
            heads.whole(i64::from(tenure.is_some_and(|t| t.microstate)));
        }
        heads.close()
    }

    fn state_days(&self, line: &mut Line, visit: &mut Visit) -> Result<(), PanelError> {
        let mut heads = Blocks::new(2);
        for (unit, tenure) in self.system.tenures.iter().enumerate() {
            let head = self.head(Some(unit), &mut heads);
            for day in days(tenure.start, tenure.end, self.years) {
                line.clear();
                heads.write(head, line);
                day_cell(day, line);
                visit(self.place([tenure.code, 0], day.year(), number(unit)), line)?;
            }
        }
        Ok(())
    }

    /// Every pair of states in every year that both have.
    fn dyads(&self, visit: &mut dyn FnMut([u16; 2], i16, u32) -> Result<(), PanelError>) -> Result<(), PanelError> {
        let all: Vec<(u16, Vec<bool>)> = self.system.spans().map(|(code, _)| (code, self.alive(code))).collect();
        let mut unit = 0;
        for (a, in_a) in &all {
            for (b, in_b) in all.iter().filter(|(b, _)| b != a && (self.directed || b > a)) {
                unit += 1;
                let years = (self.years.0..=self.years.1).zip(in_a.iter().zip(in_b));
                for (year, _) in years.filter(|(_, (a, b))| **a && **b) {
                    if self.never.is_empty() || !self.never.contains(&(*a, *b, year)) {
                        visit([*a, *b], year, unit)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn alive(&self, code: u16) -> Vec<bool> {
        (self.years.0..=self.years.1).map(|year| self.system.member(code, year)).collect()
    }

    fn dyad_year(&self, pair: [u16; 2], year: i16, unit: u32, line: &mut Line, visit: &mut Visit) -> Result<(), PanelError> {
        line.clear();
        pair.iter().for_each(|code| line.whole(i64::from(*code)));
        line.whole(i64::from(year));
        if self.system.kind == SystemKind::Gw {
            for code in pair {
                let micro = self.system.tenures.iter().any(|t| t.code == code && t.microstate);
                line.whole(i64::from(micro));
            }
        }
        visit(self.place(pair, year, unit), line)
    }

    fn dyad_days(&self, pair: [u16; 2], year: i16, unit: u32, line: &mut Line, visit: &mut Visit) -> Result<(), PanelError> {
        let of = |code: u16| -> Vec<&Tenure> { self.system.tenures.iter().filter(|t| t.code == code).collect() };
        let stays = [of(pair[0]), of(pair[1])];
        let within = |stays: &[&Tenure], day: Date| stays.iter().any(|t| t.start <= day && day <= t.end);
        for day in days(Date::constant(year, 1, 1), Date::constant(year, 12, 31), (year, year)) {
            if stays.iter().all(|stays| within(stays, day)) {
                line.clear();
                pair.iter().for_each(|code| line.whole(i64::from(*code)));
                day_cell(day, line);
                visit(self.place(pair, year, unit), line)?;
            }
        }
        Ok(())
    }
}

fn own_columns(unit: Unit, kind: SystemKind) -> Vec<Column> {
    use Kind::{Integer, Text};
    let cow = kind == SystemKind::Cow;
    let names: &[(&str, Kind)] = match unit {
        Unit::StateYears if cow => &[("ccode", Integer), ("cw_name", Text), ("year", Integer)],
        Unit::StateYears => &[("gwcode", Integer), ("gw_name", Text), ("microstate", Integer), ("year", Integer)],
        Unit::StateDays if cow => &[("ccode", Integer), ("cw_name", Text), ("date", Text)],
        Unit::StateDays => &[("gwcode", Integer), ("gw_name", Text), ("date", Text)],
        Unit::DyadYears if cow => &[("ccode1", Integer), ("ccode2", Integer), ("year", Integer)],
        Unit::DyadYears => {
            &[("gwcode1", Integer), ("gwcode2", Integer), ("year", Integer), ("microstate1", Integer), ("microstate2", Integer)]
        }
        Unit::DyadDays if cow => &[("ccode1", Integer), ("ccode2", Integer), ("date", Text)],
        Unit::DyadDays => &[("gwcode1", Integer), ("gwcode2", Integer), ("date", Text)],
        Unit::LeaderYears => &[],
    };
    columns("system", names)
}

/// Pairs that share a year but never a day: one state's last day is before the other's first.
fn never(folder: &Folder, system: &System) -> Result<HashSet<(u16, u16, i16)>, PanelError> {
    let (name, code) = match system.kind {
        SystemKind::Cow => ("false_cow_dyads.csv", "ccode"),
        SystemKind::Gw => ("false_gw_dyads.csv", "gwcode"),
    };
    let file = folder.table(name)?;
    let c = file.all(&[&format!("{code}1"), &format!("{code}2"), "year"])?;
    let mut out = HashSet::new();
    file.each(|row| {
        let (a, b, year) = (row.code(c[0], system)?, row.code(c[1], system)?, row.year(c[2])?);
        out.extend([(a, b, year), (b, a, year)]);
        Ok(())
    })?;
    Ok(out)
}

/// The days from one to another that fall in the years.
fn days(from: Date, to: Date, years: (i16, i16)) -> impl Iterator<Item = Date> {
    let (first, last) = (from.max(Date::constant(years.0, 1, 1)), to.min(Date::constant(years.1, 12, 31)));
    std::iter::successors((first <= last).then_some(first), move |day| day.tomorrow().ok().filter(|d| *d <= last))
}

fn day_cell(day: Date, line: &mut Line) {
    let two = |n: i8| [b'0' + n.unsigned_abs() / 10, b'0' + n.unsigned_abs() % 10];
    line.whole(i64::from(day.year()));
    for part in [day.month(), day.day()] {
        line.text.push(b'-');
        line.text.extend_from_slice(&two(part));
    }
    // The same number for the same day, in the order of days.
    if let Some(value) = line.values.last_mut() {
        *value = f64::from(day.year()) * 372.0 + f64::from(day.month()) * 31.0 + f64::from(day.day());
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
