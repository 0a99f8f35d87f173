//! The panel from the public files.

use super::{Cell, FIRST, LAST, Signed, YEARS};
use crate::panel::{Folder, PanelError, System, SystemKind};

/// The two lists of rivalries: file, first and last year of a rivalry, last year of the list.
const RIVALRIES: [(&str, &str, &str, i16); 2] =
    [("rivalries_tss2021.csv", "start", "end", 2020), ("rivalries_td2012.csv", "styear", "endyear", 2010)];
const DUTIES: [&str; 5] = ["atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"];
/// Tenures that reach the year in which a list was cut go on.
const CUT: i16 = 2016;

impl Signed {
    /// Reads the public files: members, obligations, disputes, rivalries, contiguity, capabilities, major powers.
    ///
    /// # Errors
    /// [`PanelError`] when a file is missing or malformed.
    pub fn read(folder: &Folder) -> Result<Self, PanelError> {
        let system = System::read(SystemKind::Cow, folder)?;
        let mut signed = Self::empty(system.spans().map(|(code, _)| code).collect(), YEARS);
        signed.members(&system);
        signed.duties(folder, &system)?;
        signed.disputes(folder, &system)?;
        for (n, list) in RIVALRIES.iter().enumerate() {
            signed.rivalries(folder, list, 1 << n)?;
        }
        signed.borders(folder, &system)?;
        signed.figures(folder, &system)?;
        Ok(signed)
    }

    fn members(&mut self, system: &System) {
        for (i, code) in self.codes.clone().into_iter().enumerate() {
            for (t, year) in (0..YEARS).zip(FIRST..) {
                self.alive[i * YEARS + t] = system.member(code, year);
            }
        }
    }

    /// The cell of two codes in a year; none when a code is unknown or the year is not covered.
    fn cell_of(&mut self, a: u16, b: u16, year: i16) -> Option<&mut Cell> {
        let t = usize::try_from(year - FIRST).ok().filter(|t| *t < YEARS)?;
        let (i, j) = (self.state(a)?, self.state(b)?);
        (i != j).then(|| self.cell_mut(i, j, t))
    }

    fn duties(&mut self, folder: &Folder, system: &System) -> Result<(), PanelError> {
        let file = folder.table("atop_ddy.csv")?;
        let (c, duties) = (file.all(&["ccode1", "ccode2", "year"])?, file.all(&DUTIES)?);
        file.each(|row| {
            let (a, b, year) = (row.code(c[0], system)?, row.code(c[1], system)?, row.year(c[2])?);
            let mut held = 0;
            for (n, at) in duties.iter().enumerate() {
                held |= u8::from(row.maybe(*at)?.unwrap_or(0) != 0) << n;
            }
            if let Some(cell) = self.cell_of(a, b, year) {
                cell.duties |= held;
            }
            Ok(())
        })?;
        Ok(())
    }

    fn disputes(&mut self, folder: &Folder, system: &System) -> Result<(), PanelError> {
        let file = folder.table("mid_cow5_dirdyad_years.csv")?;
        let c = file.all(&["ccode1", "ccode2", "year", "hostlev1", "hostlev2", "fatality1", "fatality2"])?;
        // A dispute stands in both directions; the direction with more counts.
        let mut counts = std::collections::BTreeMap::<(u16, u16, i16), u8>::new();
        file.each(|row| {
            let (a, b, year) = (row.code(c[0], system)?, row.code(c[1], system)?, row.year(c[2])?);
            let level = |n: usize| row.int(c[n]).map(|v| u8::try_from(v).unwrap_or(0));
            let (hostility, fatality) = (level(3)?.max(level(4)?), level(5)?.max(level(6)?));
            let count = counts.entry((a, b, year)).or_default();
            *count += u8::from(hostility >= 4);
            let most = *count;
            if let Some(cell) = self.cell_of(a, b, year) {
                cell.hostility = cell.hostility.max(hostility);
                cell.fatality = cell.fatality.max(fatality);
                cell.force = cell.force.max(most);
            }
            Ok(())
        })?;
        Ok(())
    }

    fn rivalries(&mut self, folder: &Folder, list: &(&str, &str, &str, i16), bit: u8) -> Result<(), PanelError> {
        let (name, start, end, last) = *list;
        let file = folder.table(name)?;
        let c = file.all(&["ccode1", "ccode2", start, end])?;
        file.each(|row| {
            let (from, to) = (row.year(c[2])?, row.maybe(c[3])?.map_or(Ok(last), |_| row.year(c[3]))?);
            let to = if to >= last { LAST } else { to };
            let code = |n: usize| row.int(c[n]).map(|v| u16::try_from(v).unwrap_or(0));
            let (a, b) = (code(0)?, code(1)?);
            for year in from.max(FIRST)..=to.min(LAST) {
                if let Some(cell) = self.cell_of(a, b, year) {
                    cell.rivals |= bit;
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    fn borders(&mut self, folder: &Folder, system: &System) -> Result<(), PanelError> {
        let file = folder.table("contiguity.csv")?;
        let c = file.all(&["ccode1", "ccode2", "conttype", "stdate", "enddate"])?;
        file.each(|row| {
            let (a, b) = (row.code(c[0], system)?, row.code(c[1], system)?);
            let (from, to) = (row.date(c[3])?.year(), row.date(c[4])?.year());
            let to = if to >= CUT { LAST } else { to };
            // Type 0 says that they do not touch.
            let near = u8::try_from(row.int(c[2])?).ok().filter(|k| (1..=5).contains(k)).map_or(0, |k| 6 - k);
            for year in from.max(FIRST)..=to.min(LAST) {
                if let Some(cell) = self.cell_of(a, b, year) {
                    cell.border = cell.border.max(near);
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    fn figures(&mut self, folder: &Folder, system: &System) -> Result<(), PanelError> {
        self.capability = self.figure(folder, system, ("nmc6.csv", "cinc"))?;
        // A user may have no file of democracy; the panel needs none.
        if folder.has("democracy_cow.csv") {
            self.democracy = self.figure(folder, system, ("democracy_cow.csv", "v2x_polyarchy"))?;
        }
        self.majors(folder, system)
    }

    /// A figure of state-years, by state and year.
    fn figure(&self, folder: &Folder, system: &System, (name, column): (&str, &str)) -> Result<Vec<f64>, PanelError> {
        let file = folder.table(name)?;
        let c = file.all(&["ccode", "year", column])?;
        let mut out = vec![f64::NAN; self.states() * YEARS];
        file.each(|row| {
            let (code, year) = (row.code(c[0], system)?, row.year(c[1])?);
            let t = usize::try_from(year - FIRST).ok().filter(|t| *t < YEARS);
            if let (Some(i), Some(t), Some(figure)) = (self.state(code), t, row.number(c[2])?) {
                out[i * YEARS + t] = figure;
            }
            Ok(())
        })?;
        Ok(out)
    }

    fn majors(&mut self, folder: &Folder, system: &System) -> Result<(), PanelError> {
        let file = folder.table("majors.csv")?;
        let c = file.all(&["ccode", "styear", "endyear"])?;
        file.each(|row| {
            let (code, from, to) = (row.code(c[0], system)?, row.year(c[1])?, row.year(c[2])?);
            let to = if to >= CUT { LAST } else { to };
            for year in from.max(FIRST)..=to.min(LAST) {
                if let (Some(i), Ok(t)) = (self.state(code), usize::try_from(year - FIRST)) {
                    self.major[i * YEARS + t] = true;
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}
